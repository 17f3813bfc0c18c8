/* Charts: plotly for those that are touched, and the whole screen. */
/** A chart is touched when the pointer comes over it or it has the focus. */
function touch(graph, event) {
  if (!graph.id || graph.contains(event.relatedTarget) || !graph.closest("#react-entry-point")) return;
  window.dash_clientside.set_props(JSON.parse(graph.id), { n_clicks: 1 });
}
on("pointerover", ".frame-graph", touch);
on("focusin", ".frame-graph", touch);

on("click", "[data-full]", (button) => {
  const frame = button.closest(".frame") || document.querySelector(".whole-screen");
  if (document.fullscreenElement) document.exitFullscreen();
  else frame.requestFullscreen();
});
