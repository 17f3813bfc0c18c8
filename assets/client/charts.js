/* Charts: plotly for those that are touched, the whole screen, and the matrix of each day in turn. */
const EACH_DAY = 2500; // milliseconds

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

/** Show the matrix of each day that can be chosen, the earliest first, until the reader goes elsewhere. */
on("click", "#react-entry-point [data-play]", () => {
  const links = [...drawnMain().querySelectorAll(".conferences a[href*=as_of]")];
  const days = links.map((link) => withChoice(link.getAttribute("href")));
  const show = (n) => {
    if (n && here() !== days[n - 1]) return;
    if (!asked) go(days[n++]); // else the day before has not come yet
    if (days[n]) setTimeout(show, EACH_DAY, n);
  };
  show(0);
});
