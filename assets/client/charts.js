/* Charts: drawn by the server first, then by plotly; their tabs, the whole screen, paper, and the address of a mark. */
let isPlotlyMissing = false;

const isPlotly = (script) => script.tagName === "SCRIPT" && /\/plotly\.min\.js$/.test(script.src);

/** Keep the pictures of the server where the chart library did not come; a page opened later shows its tables. */
function doWithoutPlotly(script) {
  const never = () => new Promise(() => {});
  isPlotlyMissing = true;
  window.Plotly = { react: never, purge: never, relayout: never, Plots: { resize: never } };
  script.onload();
  afterDrawing();
}

window.addEventListener("error", (event) => {
  if (!isPlotly(event.target)) return;
  event.stopImmediatePropagation(); // Dash would draw the page again and again
  doWithoutPlotly(event.target);
}, true);

/* Dash sizes a chart again after it is drawn, which draws it twice: not where it has the size of its place. */
window.addEventListener("load", (event) => {
  if (!isPlotly(event.target)) return;
  const plots = window.Plotly.Plots, resize = plots.resize;
  plots.resize = (plot) => {
    const size = plot._fullLayout || {};
    const isSame = Math.abs(size.width - plot.clientWidth) < 1 && Math.abs(size.height - plot.clientHeight) < 1;
    return isSame ? Promise.resolve(plot) : resize(plot);
  };
}, true);

/** Show the charts of the first response until plotly has drawn them. */
function takeServerCharts(firstPaint, main) {
  firstPaint.querySelectorAll(".drawn").forEach((drawn) => {
    const graph = main.querySelector(`[id="${drawn.closest(".frame").id}"] .frame-graph`);
    if (graph && !graph.querySelector(".drawn")) graph.appendChild(drawn);
  });
}

function removeServerCharts(part) {
  part.querySelectorAll("#react-entry-point .frame-graph>.drawn").forEach((drawn) => drawn.remove());
}

function showTablesWithoutPlotly(main) {
  if (!isPlotlyMissing) return;
  main.querySelectorAll(".frame:not(:has(.drawn)) [data-tab=table][aria-selected=false]").forEach(showTab);
}

/** A point of plotly has its address as customdata: one click leads from a mark to its evidence. */
const watchedPlots = new WeakSet();
function watchPlots() {
  document.querySelectorAll(".js-plotly-plot").forEach((plot) => {
    if (watchedPlots.has(plot) || !plot.on) return;
    watchedPlots.add(plot);
    const frame = plot.parentNode.parentNode;
    if (plot.querySelector(".plot")) removeServerCharts(frame);
    plot.on("plotly_afterplot", () => removeServerCharts(plot.parentNode.parentNode));
    plot.on("plotly_click", (event) => {
      const address = [event.points?.[0]?.customdata].flat()[0];
      if (typeof address === "string" && address.startsWith("/")) visit(address);
    });
  });
}

function showTab(tab) {
  const frame = tab.closest(".frame"), isTable = tab.dataset.tab === "table";
  frame.querySelectorAll("[data-tab]").forEach((each) => each.setAttribute("aria-selected", String(each === tab)));
  frame.querySelector(".frame-graph").hidden = isTable;
  frame.querySelector(".frame-table").hidden = !isTable;
}
on("click", "[data-tab]", showTab);

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

/** Paper is narrower than most windows: charts take its width while the page is printed. */
function resizePlots(size) {
  document.querySelectorAll(".js-plotly-plot").forEach((plot) => window.Plotly.relayout(plot, size));
}
on("click", "[data-print]", () => window.print());
window.addEventListener("beforeprint", () => {
  resizePlots({ autosize: false, width: 810 });
  document.querySelectorAll(".folded-pair").forEach((pair) => { pair.open = true; });
});
window.addEventListener("afterprint", () => resizePlots({ autosize: true, width: null }));
