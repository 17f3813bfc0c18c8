/* What a page needs is asked for while Dash's scripts are still being read: Dash's first three requests, which are answered
   from here when Dash makes them, and the chart library, which Dash waits for instead of asking for it itself. */
(function () {
  "use strict";
  var narrow = matchMedia("(max-width:760px)").matches; // charts are drawn by the server
  var headers = { Accept: "application/json", "Content-Type": "application/json" };
  if (narrow) headers["X-Narrow"] = "1";
  var changed = ["_pages_location.pathname", "_pages_location.search"];
  var body = JSON.stringify({
    output: ".._pages_content.children..._pages_store.data..",
    outputs: [
      { id: "_pages_content", property: "children" },
      { id: "_pages_store", property: "data" },
    ],
    inputs: [
      { id: "_pages_location", property: "pathname", value: location.pathname },
      { id: "_pages_location", property: "search", value: location.search },
    ],
    changedPropIds: changed,
    parsedChangedPropsIds: changed,
  });
  var ask = window.fetch, asked = {};
  [["/_dash-layout"], ["/_dash-dependencies"], ["/_dash-update-component", body]].forEach(function (each) {
    var method = each[1] ? "POST" : "GET";
    asked[each.join("")] = ask(each[0], { method: method, headers: headers, body: each[1] });
  });
  window.fetch = function (address, options) {
    var key = String(address).split("?")[0] + ((options && options.body) || "");
    var early = asked[key];
    delete asked[key];
    return early || ask.apply(this, arguments);
  };

  if (narrow || !document.querySelector("#first-paint .frame-graph")) return;
  var ahead = document.createElement("link"); // the part of Dash that draws with it
  ahead.rel = "preload";
  ahead.as = "script";
  ahead.href = "/_dash-component-suites/dash/dcc/async-graph.js";
  document.head.appendChild(ahead);
  var script = document.createElement("script");
  window.Plotly = new Promise(function (done) { script.onload = done; });
  script.src = "/_dash-component-suites/plotly/package_data/plotly.min.js";
  document.head.appendChild(script);
})();
