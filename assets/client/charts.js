/* Charts: plotly for those that are touched, the whole screen, and paper. */
let plotlyLoaded = null;
const EACH_DAY = 2500; // milliseconds

/** Ask for the chart library once; return whether it came. */
function loadPlotly() {
  plotlyLoaded ||= new Promise((done) => {
    const script = document.createElement("script");
    script.src = `${FOLDER}/_dash-component-suites/plotly/package_data/plotly.min.js`;
    script.onload = () => done(true);
    script.onerror = () => { plotlyLoaded = null; script.remove(); done(false); }; // asked for again at the next touch
    document.head.appendChild(script);
  });
  return plotlyLoaded;
}

/** A chart is touched when the pointer comes over it or it has the focus. */
function touch(graph, event) {
  if (!graph.id || graph.contains(event.relatedTarget) || !graph.closest("#react-entry-point")) return;
  window.dash_clientside.set_props(JSON.parse(graph.id), { n_clicks: 1 });
}
on("pointerover", ".frame-graph", touch);
on("focusin", ".frame-graph", touch);

/** Show a chart on the whole screen, as the picture that can be downloaded. */
function fillScreen(part) {
  const frame = part.closest(".frame, .whole-screen") || document.querySelector(".whole-screen");
  if (document.fullscreenElement) return document.exitFullscreen();
  const file = frame?.querySelector('.tools a[href*=".svg?"]');
  if (file) {
    const picture = frame.querySelector(".screen-picture") || frame.appendChild(document.createElement("img"));
    picture.className = "screen-picture";
    picture.alt = frame.querySelector("h2").textContent;
    picture.src = file.getAttribute("href");
  }
  frame?.requestFullscreen();
}
on("click", "[data-full]", fillScreen);
document.addEventListener("keydown", (event) => {
  if (event.key.toLowerCase() !== "f" || event.ctrlKey || event.metaKey || event.altKey) return;
  const isInFrame = event.target.closest(".frame, .whole-screen") && !event.target.closest("input, select, textarea");
  if (document.fullscreenElement || isInFrame) fillScreen(event.target);
});

/** Show the matrix of each day that can be chosen, the earliest first, until the reader goes elsewhere. */
on("click", "#react-entry-point [data-play]", () => {
  const days = [...document.querySelectorAll("#react-entry-point .conferences a[href*=as_of]")];
  const addresses = days.map((day) => withChoice(day.getAttribute("href")));
  const goOn = (n) => {
    if (asked === addresses[n]) setTimeout(goOn, EACH_DAY, n); // it has not come yet
    else if (here() === addresses[n]) show(n + 1);
  };
  const show = (n) => {
    go(addresses[n]);
    if (addresses[n + 1]) setTimeout(goOn, EACH_DAY, n);
  };
  if (addresses.length) show(0);
});

on("click", "[data-print]", () => window.print());
