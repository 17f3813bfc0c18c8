/* What Dash asks of the browser: the components of drawings, fields and server-made HTML, the callback of filters, and answers that failed. */
window.bukhara = {
  Svg: (props) =>
    window.React.createElement("svg", {
      className: props.className,
      viewBox: props.viewBox,
      "aria-hidden": "true",
      dangerouslySetInnerHTML: { __html: props.shapes },
    }),
  Field: ({ attributes }) => {
    const { value, checked, ...others } = attributes;
    const takeAnswer = (field) => {
      if (!field || field.answer === attributes) return; // what is typed gives way to what the server says next
      field.answer = attributes;
      if (value !== undefined) field.value = value;
      if (checked !== undefined) field.checked = checked;
    };
    const first = { defaultValue: value, defaultChecked: checked, ref: takeAnswer };
    return window.React.createElement("input", { ...others, ...first });
  },
  Fragment: (props) =>
    window.React.createElement("div", {
      className: props.className || undefined,
      dangerouslySetInnerHTML: { __html: props.html },
    }),
};

let filterUsed = null; // it gets the focus back when the page is drawn again
let filtersUnfolded = null; // filters that were unfolded stay so

window.dash_clientside = window.dash_clientside || {};
window.dash_clientside.bukhara = {
  /** Write the selected filters into the address. */
  select() {
    const query = new URLSearchParams(location.search);
    if (document.activeElement.closest(".filters")) filterUsed = document.activeElement;
    filtersUnfolded = document.querySelector("#react-entry-point .filters-folded[open]");
    for (const input of window.dash_clientside.callback_context.inputs_list[0] || []) {
      if (input.value && input.value !== "all") query.set(input.id.name, input.value);
      else query.delete(input.id.name);
    }
    const text = query.toString();
    go(location.pathname + (text ? `?${text}` : ""));
    return window.dash_clientside.no_update;
  },
};

/** Unfold and focus the filters again after a drawing replaced them. */
function restoreFilters(main) {
  if (filtersUnfolded && !filtersUnfolded.isConnected) {
    const unfolded = main.querySelector(".filters-folded");
    if (unfolded) unfolded.open = true;
    filtersUnfolded = null;
  }
  if (filterUsed && !filterUsed.isConnected) {
    const field = builderField(main, filterUsed) || main.querySelector(`.filters [name="${filterUsed.name}"]`);
    if (field && document.activeElement === document.body) field.focus({ preventScroll: true });
    filterUsed = null;
  }
}

/* A page that the server cannot draw is asked for as a document, once: it says why, with a reference. A narrow window
   asks for charts drawn by the server: their plots go into several rows, and plotly is not loaded. */
const askServer = window.fetch;
window.fetch = async function (address, options) {
  if (options?.headers && matchMedia("(max-width:760px)").matches) options.headers["X-Narrow"] = "1";
  const answer = await askServer.apply(this, arguments);
  const hasFailed = answer.status >= 500 && answer.url.includes("/_dash-update-component");
  if (hasFailed && sessionStorage.getItem("failed") !== location.href) {
    sessionStorage.setItem("failed", location.href);
    location.reload();
  }
  return answer;
};
