/* Charts: plotly for those that are touched, and the whole screen. */
/** A chart is touched when the pointer comes over it or it has the focus. */
function touch(graph, event) {
  if (!graph.id || graph.contains(event.relatedTarget) || !graph.closest("#react-entry-point")) return;
  window.dash_clientside.set_props(JSON.parse(graph.id), { n_clicks: 1 });
}
on("pointerover", ".frame-graph", touch);
on("focusin", ".frame-graph", touch);

/* A chart is one stop of the Tab key. Inside of it the arrow keys lead from mark to mark, and Escape back to the chart. */
const STEPS = { ArrowRight: 1, ArrowDown: 1, ArrowLeft: -1, ArrowUp: -1 };
const leftOf = (mark) => mark.getBoundingClientRect().left;

/** Return the marks of a chart in the order of reading: plot by plot, in each from left to right; those of lanes as drawn. */
function marksOf(graph) {
  const plots = [...graph.querySelectorAll("svg.plot")], isSorted = graph.matches(".in-subplots");
  const marks = plots.map((plot) => [...plot.querySelectorAll("a")].filter((mark) => mark.checkVisibility()));
  return marks.flatMap((own) => (isSorted ? own.sort((a, b) => leftOf(a) - leftOf(b)) : own));
}
on("focusin", ".frame-graph", (graph) => marksOf(graph).forEach((mark) => { mark.tabIndex = -1; }));
on("keydown", ".frame-graph", (graph, event) => {
  const marks = marksOf(graph), at = marks.indexOf(document.activeElement), isInside = at >= 0;
  if (event.altKey || event.ctrlKey || event.metaKey || !(isInside || event.key === "ArrowRight")) return;
  const next = isInside && event.key === "Escape" && !drawer()?.open ? graph : marks[at + STEPS[event.key]];
  if (next) event.preventDefault();
  next?.focus();
});

/* What a reader enlarged is undone by a button, too. */
on("click", "[data-years]", (button) => {
  const frame = button.closest(".frame"), plot = frame.querySelector(".js-plotly-plot");
  window.Plotly.relayout(plot, { [`${yearsOf(plot)}.range`]: reachOf(plot) });
  frame.querySelector(".frame-graph").focus({ preventScroll: true });
});

on("click", "[data-full]", (button) => {
  const frame = button.closest(".frame") || document.querySelector(".whole-screen");
  if (document.fullscreenElement) document.exitFullscreen();
  else frame.requestFullscreen();
});
