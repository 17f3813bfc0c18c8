/* What Dash asks of the browser: the components of drawings, fields and server-made HTML, and the callbacks that run in it. */
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

window.dash_clientside = window.dash_clientside || {};
window.dash_clientside.bukhara = {
  /** Write the selected filters into the address. */
  select() {
    const query = new URLSearchParams(location.search);
    for (const input of window.dash_clientside.callback_context.inputs_list[0] || []) {
      if (input.value && input.value !== "all") query.set(input.id.name, input.value);
      else query.delete(input.id.name);
    }
    go(addressOf(location.pathname, query));
  },

  /** Show the choice of pictures that the address says. */
  show() {
    if (!mainShown?.isConnected) return;
    showChoice(mainShown);
    showEvidence(drawer());
  },
};

/* A narrow window asks for charts drawn by the server. */
const askServer = window.fetch;
window.fetch = async function (address, options) {
  if (options?.headers && matchMedia("(max-width:760px)").matches) options.headers["X-Narrow"] = "1";
  return askServer.apply(this, arguments);
};
