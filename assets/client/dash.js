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

  /** Let plotly draw a chart over the picture of the server. That stays in a narrow window, and without plotly. */
  async plot(touched, graph, drawn) {
    const isNarrow = matchMedia("(max-width:760px)").matches;
    if (drawn || isNarrow || !(await loadPlotly())) return window.dash_clientside.no_update;
    return { namespace: "dash_core_components", type: "Graph", props: graph };
  },

  /** Lead from a mark of plotly to its evidence: its address is its customdata. */
  follow(click) {
    const address = [click?.points?.[0]?.customdata].flat()[0];
    if (typeof address === "string" && address.startsWith("/")) visit(address);
    return null;
  },
};
