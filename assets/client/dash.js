/* What Dash asks of the browser: the components of drawings, fields and server-made HTML, and the callbacks that run in it. */
window.bukhara = {
  Svg: (props) =>
    window.React.createElement("svg", {
      className: props.className,
      viewBox: props.viewBox,
      "aria-hidden": "true",
      dangerouslySetInnerHTML: { __html: props.shapes },
    }),
  Field: ({ attributes: { value, checked, ...others } }) => // another value is another field, whatever was typed before
    window.React.createElement("input", { ...others, key: value, defaultValue: value, defaultChecked: checked }),
  Fragment: (props) =>
    window.React.createElement("div", {
      className: props.className || undefined,
      dangerouslySetInnerHTML: { __html: props.html },
    }),
};

const TWO_CLICKS = 300; // milliseconds, as plotly has it
let clicks = 0; // how many came at once
document.addEventListener("mousedown", ({ detail }) => { clicks = detail; }, true);

/** Return the plot for which a callback runs. */
function plotCalled() {
  const [{ prop_id }] = window.dash_clientside.callback_context.triggered;
  return document.getElementById(prop_id.slice(0, prop_id.lastIndexOf("."))).querySelector(".js-plotly-plot");
}

/** Return the name of the first axis of years of a plot, whose range all others have, and how far it reaches. */
const yearsOf = ({ layout }) => Object.keys(layout).find((name) => name.startsWith("xaxis"));
const reachOf = (plot) => [plot.layout[yearsOf(plot)].minallowed, plot.layout[yearsOf(plot)].maxallowed];

function isEnlarged(plot) {
  const [start, end] = reachOf(plot), { range } = plot.layout[yearsOf(plot)];
  return range[0] > start || range[1] < end;
}

/* A field in which keys choose applies when it is left, or on Enter: each key would draw the page again. */
let isKeyed = false, waiting = "";
function applyKeyed(field) {
  if (waiting) go(waiting, field);
  [isKeyed, waiting] = [false, ""];
}
on("keydown", "select", (field, { key }) => { if (key === "Enter") applyKeyed(field); else isKeyed = true; });
on("pointerdown", "select", () => { isKeyed = false; });
on("focusout", "select", applyKeyed);

window.dash_clientside = window.dash_clientside || {};
window.dash_clientside.bukhara = {
  /** Write the selected filters into the address. */
  select() {
    const query = new URLSearchParams(location.search);
    for (const input of window.dash_clientside.callback_context.inputs_list[0] || []) {
      if (input.value && input.value !== "all") query.set(input.id.name, input.value);
      else query.delete(input.id.name);
    }
    const address = addressOf(location.pathname, query);
    if (isKeyed) waiting = address;
    else go(address);
  },

  /** Let plotly draw a chart over the picture of the server, which stays in a narrow window. */
  plot(touched, graph, drawn) {
    if (drawn || matchMedia("(max-width:760px)").matches) return window.dash_clientside.no_update;
    return { namespace: "dash_core_components", type: "Graph", props: graph };
  },

  /** Lead from a mark of plotly to its evidence: its address is its customdata. Two clicks show all years again. */
  follow(click) {
    const address = [click?.points?.[0]?.customdata].flat()[0], wait = isEnlarged(plotCalled()) ? TWO_CLICKS : 0;
    const lead = () => { if (clicks < 2 && !openHere(address)) location.assign(address); };
    if (typeof address === "string" && address.startsWith("/")) setTimeout(lead, wait);
    return null;
  },

  /** Name the first and the last of the years that the reader enlarged; marks of other years are not beside them. */
  years(change) {
    if (!Object.keys(change || {}).some((key) => key.includes("range"))) return window.dash_clientside.no_update;
    const plot = plotCalled(), { layout } = plot, [start, end] = layout[yearsOf(plot)].range;
    const first = Number(start.slice(0, 4)) + (start.slice(4, 10) > "-01-01"), last = end.slice(0, 4) - (end.slice(4, 10) === "-01-01");
    const step = isEnlarged(plot) ? last - first : Math.ceil((last - first) / 4);
    const named = { tick0: `${first}-01-01`, dtick: `M${12 * Math.max(step, 1)}` };
    const axes = Object.keys(layout).filter((name) => name.startsWith("xaxis"));
    const ticks = axes.flatMap((axis) => Object.entries(named).map(([name, value]) => [`${axis}.${name}`, value]));
    const marks = plot.data.flatMap((trace, n) => (trace.type === "scatter" ? n : []));
    window.Plotly.update(plot, { cliponaxis: isEnlarged(plot) }, Object.fromEntries(ticks), marks);
    plot.closest(".frame").querySelectorAll("[data-years]").forEach((button) => { button.hidden = !isEnlarged(plot); });
    return window.dash_clientside.no_update;
  },
};
