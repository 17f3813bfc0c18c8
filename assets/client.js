/* What only the browser can do: fragments, quiet navigation, tabs, pictures. The address is the only state. */
(function () {
  "use strict";

  window.bukhara = {
    Fragment: function (props) {
      return window.React.createElement("div", {
        className: props.className || undefined,
        dangerouslySetInnerHTML: { __html: props.html },
      });
    },
  };

  /* A page that the server cannot draw is asked for as a document, once: it says why, with a reference. A narrow window
     asks for charts drawn by the server: their plots go into several rows, and plotly is not loaded. */
  var ask = window.fetch;
  window.fetch = function (address, options) {
    if (options && options.headers && matchMedia("(max-width:760px)").matches) options.headers["X-Narrow"] = "1";
    return ask.apply(this, arguments).then(function (answer) {
      var failed = answer.status >= 500 && answer.url.indexOf("/_dash-update-component") > 0;
      if (failed && sessionStorage.getItem("failed") !== location.href) {
        sessionStorage.setItem("failed", location.href);
        location.reload();
      }
      return answer;
    });
  };

  function go(address) {
    if (address === location.pathname + location.search + location.hash) return;
    dropDrawn(document); // of the page before
    history.pushState({}, "", address);
    window.dispatchEvent(new CustomEvent("_dashprivate_pushstate"));
  }

  function visit(address) {
    if (isEvidence(address)) return openPanel(address);
    turn(address);
  }

  function turn(address) {
    var before = document.title;
    left[pageOf(location)] = address;
    came = "";
    go(address);
    if (address.indexOf("#") < 0) window.scrollTo(0, 0);
    else part = { id: address.split("#")[1], until: Date.now() + 2000 };
    titleBefore = before;
  }

  window.dash_clientside = window.dash_clientside || {};
  window.dash_clientside.bukhara = {
    select: function () {
      var query = new URLSearchParams(location.search);
      var focused = document.activeElement;
      if (focused.closest(".filters")) chosen = focused;
      fold = document.querySelector("#react-entry-point .filters-folded[open]");
      (window.dash_clientside.callback_context.inputs_list[0] || []).forEach(function (input) {
        if (input.value && input.value !== "all") query.set(input.id.name, input.value);
        else query.delete(input.id.name);
      });
      var text = query.toString();
      go(location.pathname + (text ? "?" + text : ""));
      return window.dash_clientside.no_update;
    },
  };

  var titleBefore = null;
  var left = {}, came = ""; // the link that was followed from each page, and that of the page that Back leads to
  var part = null; // the part of the same page that a link led to, until the page is drawn again
  var fold = null; // filters that were unfolded stay so when the page is drawn again
  var opened = []; // the parts of the form of a panel that were open, and the slide of its preview
  var previewed = "";
  var slides = null; // the document of slides that the preview showed last
  var chosen = null; // the filter that was used: the page is drawn again, and the focus stays on it

  /* Without the chart library the pictures of the server stay, and a page that is opened later shows its tables. */
  var refused = false;
  window.addEventListener("error", function (event) {
    if (!isPlotly(event.target)) return;
    event.stopImmediatePropagation(); // Dash would draw the page again and again
    refuse(event.target);
  }, true);
  [].forEach.call(document.scripts, function (script) { if (script.failed) refuse(script); });

  function refuse(script) {
    function never() { return new Promise(function () {}); }
    refused = true;
    window.Plotly = { react: never, purge: never, relayout: never, Plots: { resize: never } };
    script.onload();
    settle();
  }

  function isPlotly(part) {
    return part.tagName === "SCRIPT" && /\/plotly\.min\.js$/.test(part.src);
  }

  /* Dash sizes a chart again after it is drawn, which draws it twice: not where it has the size of its place. */
  window.addEventListener("load", function (event) {
    if (!isPlotly(event.target)) return;
    var plots = window.Plotly.Plots, resize = plots.resize;
    plots.resize = function (plot) {
      var size = plot._fullLayout || {};
      var same = Math.abs(size.width - plot.clientWidth) < 1 && Math.abs(size.height - plot.clientHeight) < 1;
      return same ? Promise.resolve(plot) : resize(plot);
    };
  }, true);

  /* After each drawing: language, title, and the end of the first paint. */
  function settle() {
    var main = document.querySelector("#react-entry-point main");
    if (!main) return;
    var first = document.getElementById("first-paint");
    if (first) {
      first.querySelectorAll(".drawn").forEach(function (drawn) {
        var graph = main.querySelector('[id="' + drawn.closest(".frame").id + '"] .frame-graph');
        if (graph && !graph.querySelector(".drawn")) graph.appendChild(drawn); // seen until plotly has drawn
      });
      first.remove();
      document.getElementById("react-entry-point").hidden = false;
      land();
    }
    if (fold && !fold.isConnected) {
      var unfolded = main.querySelector(".filters-folded");
      if (unfolded) unfolded.open = true;
      fold = null;
    }
    if (chosen && !chosen.isConnected) {
      var field = again(main) || main.querySelector('.filters [name="' + chosen.name + '"]');
      if (field && document.activeElement === document.body) field.focus({ preventScroll: true });
      chosen = null;
    }
    if (document.documentElement.lang !== main.lang) document.documentElement.lang = main.lang;
    if (refused) {
      main.querySelectorAll(".frame:not(:has(.drawn)) [data-tab=table][aria-selected=false]").forEach(show);
    }
    syncFocus();
    syncPanel();
    syncPreview(main);
    var title = main.getAttribute("data-title") + " · Bukhara Monitor";
    if (document.title !== title) document.title = title;
    if (part && Date.now() > part.until) part = null;
    var spot = part && reveal(part.id);
    if (spot) spot.scrollIntoView();
    if (titleBefore !== null && titleBefore !== title) {
      titleBefore = null;
      var followed = came && linkTo(came);
      if (followed) followed.focus();
      else if (location.hash) land();
      else main.querySelector("h1").focus({ preventScroll: true });
    }
  }

  /* Not every browser opens what is folded around the part that an address names. */
  function reveal(id) {
    var spot = document.getElementById(decodeURIComponent(id));
    for (var around = spot; around; around = around.parentElement) {
      if (around.tagName === "DETAILS") around.open = true;
    }
    return spot;
  }
  function land() {
    if (!location.hash) return;
    reveal(location.hash.slice(1));
    location.replace(location.href);
  }
  window.addEventListener("hashchange", function () { reveal(location.hash.slice(1)); });
  new MutationObserver(settle).observe(document.documentElement, { childList: true, subtree: true });

  document.addEventListener("click", function (event) {
    var tab = event.target.closest("[data-tab]");
    if (tab) return show(tab);
    var whole = event.target.closest("[data-full]");
    if (whole) return full(whole);
    var copy = event.target.closest("[data-copy]");
    if (copy) return copyLink(copy);
    if (event.target.closest("[data-print]")) return window.print();
    if (event.target.closest("[data-close]")) return leavePanel();
    document.querySelectorAll("details.menu[open]").forEach(function (menu) {
      if (!menu.contains(event.target) || event.target.closest("li")) menu.open = false;
    });
    var slide = event.target.closest('#react-entry-point [target="panel-preview"]');
    if (slide && !event.ctrlKey && !event.metaKey && !event.shiftKey) {
      event.preventDefault();
      document.querySelector("#react-entry-point .panel-preview").contentWindow.location.replace(slide.href);
      return;
    }
    var file = event.target.closest("[data-make]");
    if (file && document.querySelector("#react-entry-point main")) {
      event.preventDefault();
      return make(file);
    }
    var name = event.target.closest("[data-focus]");
    if (name) return greyOthers(name, event);
    var link = event.target.closest("a[href]");
    if (!link || link.hasAttribute("data-plain") || event.defaultPrevented) return;
    if (event.button || event.metaKey || event.ctrlKey || event.shiftKey || event.altKey) return;
    var address = link.getAttribute("href");
    if (address.charAt(0) !== "/" || !document.querySelector("#react-entry-point main")) return;
    if (address.split("#")[0] === location.pathname + location.search && link.hash) return;
    event.preventDefault();
    if (link.hasAttribute("data-page")) return turn(address);
    opener = link.closest(".panel") ? opener : address;
    visit(address);
  });

  document.addEventListener("submit", function (event) {
    var form = event.target.closest("[data-search]");
    if (!form || !document.querySelector("#react-entry-point main")) return;
    event.preventDefault();
    var query = new URLSearchParams(new FormData(form));
    visit(form.getAttribute("action") + "?" + query.toString());
  });

  /* The slides of a panel: what is changed in the form is written into the address, and the focus stays. */
  function choose(form, pressed) {
    var query = new URLSearchParams(new FormData(form));
    if (pressed && pressed.name) query.append(pressed.name, pressed.value);
    var used = document.activeElement, row = used.closest("[data-row]");
    if (row && row.dataset.row && used.checked !== false) previewed = row.dataset.row;
    fetch(form.getAttribute("action") + "?" + query.toString(), { headers: { Accept: "application/json" } })
      .then(function (answer) { return answer.json(); })
      .then(function (found) {
        if (used.closest("[data-builder]")) chosen = used;
        opened = [].map.call(form.querySelectorAll("[data-fold][open]"), function (part) { return part.dataset.fold; });
        go(found.to.split("#")[0]);
      });
  }

  function again(main) {
    main.querySelectorAll("[data-fold]").forEach(function (part) {
      part.open = part.open || opened.indexOf(part.dataset.fold) >= 0;
    });
    opened = [];
    return [].find.call(main.querySelectorAll("[data-builder] [name]"), function (field) {
      return field.name === chosen.name && (/number|select/.test(chosen.type) || field.value === chosen.value);
    });
  }

  /* The preview stays on its slide when the page is drawn again, and the slide is marked in the running order. */
  function syncPreview(main) {
    var preview = main.querySelector(".panel-preview");
    var isNew = preview && !preview.dataset.drawn;
    if (!preview) slides = null;
    if (isNew && previewed) preview.src += "#" + previewed;
    if (isNew) preview.dataset.drawn = "true"; // once, before it has loaded: Back leads to the page before
    if (isNew && slides) cover(preview);
    main.querySelectorAll("[data-row]").forEach(function (row) {
      row.classList.toggle("shown", Boolean(preview) && row.dataset.row === previewed);
    });
  }
  /* While the slides of a new choice load, a copy of the slide before them is in front. */
  function cover(preview) {
    var copy = document.createElement("iframe");
    copy.className = "panel-before";
    copy.inert = true;
    preview.before(copy);
    var inside = copy.contentDocument;
    inside.open();
    inside.write("<!DOCTYPE html>");
    inside.close();
    inside.documentElement.replaceWith(inside.importNode(slides.documentElement, true));
    preview.addEventListener("load", function () { copy.remove(); }, { once: true });
  }

  window.addEventListener("message", function (event) {
    var preview = document.querySelector("#react-entry-point .panel-preview");
    if (!preview || event.source !== preview.contentWindow || !event.data.shown) return;
    slides = preview.contentDocument;
    previewed = String(event.data.shown);
    syncPreview(preview.closest("main"));
  });

  document.addEventListener("submit", function (event) {
    var form = event.target.closest("#react-entry-point [data-builder]");
    if (!form) return;
    event.preventDefault();
    choose(form, event.submitter);
  });
  document.addEventListener("change", function (event) {
    var form = event.target.closest("#react-entry-point [data-builder]");
    if (form) choose(form);
  });
  var dragged = null;
  document.addEventListener("dragstart", function (event) {
    dragged = event.target.closest && event.target.closest("[data-row]");
    if (dragged) previewed = dragged.dataset.row || previewed;
    if (dragged) dragged.classList.add("dragged");
  });
  document.addEventListener("dragover", function (event) {
    var row = dragged && event.target.closest("[data-row]");
    while (row && row.parentNode !== dragged.parentNode) row = row.parentNode.closest("[data-row]");
    if (!row || row === dragged) return;
    event.preventDefault();
    var middle = row.getBoundingClientRect().top + row.offsetHeight / 2;
    row.parentNode.insertBefore(dragged, event.clientY > middle ? row.nextSibling : row);
  });
  document.addEventListener("dragend", function () {
    if (!dragged) return;
    dragged.classList.remove("dragged");
    choose(dragged.closest("[data-builder]"));
    dragged = null;
  });

  /* A file that takes some seconds: it is said so, and while two others are being made it is asked for again. */
  function make(link) {
    var saying = document.querySelector("[data-making]");
    function say(words, bar) {
      saying.textContent = words;
      if (bar) saying.prepend(document.createElement("progress"));
    }
    say(saying.dataset.making, true);
    return fetch(link.href).then(function (answer) {
      if (answer.status === 503) {
        say(saying.dataset.waiting, true);
        return setTimeout(make, 1000 * answer.headers.get("Retry-After"), link);
      }
      if (!answer.ok) throw new Error(answer.status);
      var name = /filename="?([^";]+)/.exec(answer.headers.get("Content-Disposition"))[1];
      return answer.blob().then(function (file) {
        var kept = document.createElement("a");
        kept.href = URL.createObjectURL(file);
        kept.download = name;
        kept.setAttribute("data-plain", "");
        kept.click();
        setTimeout(URL.revokeObjectURL, 60000, kept.href);
        say("");
      });
    }).catch(function () { say(saying.dataset.failed); });
  }

  /* The names that the search field suggests: read once from the page of results, when the field is used. */
  var names = null;
  document.addEventListener("focusin", function (event) {
    var form = event.target.closest(".site-search");
    if (!form || names === document.documentElement.lang) return;
    names = document.documentElement.lang;
    fetch(form.getAttribute("action") + "?lang=" + names).then(function (answer) {
      return answer.text();
    }).then(function (html) {
      var own = document.getElementById("search-names");
      var list = new DOMParser().parseFromString(html, "text/html").getElementById("search-names");
      if (own) own.remove();
      if (list) document.body.appendChild(list);
    });
  });

  function show(tab) {
    var frame = tab.closest(".frame");
    frame.querySelectorAll("[data-tab]").forEach(function (other) {
      other.setAttribute("aria-selected", String(other === tab));
    });
    var table = tab.getAttribute("data-tab") === "table";
    frame.querySelector(".frame-graph").hidden = table;
    frame.querySelector(".frame-table").hidden = !table;
  }

  /* The name of a state greys the other columns. The styles do it; the address says it, and nothing is drawn again. */
  function greyOthers(name, event) {
    var pressed = name.getAttribute("aria-pressed") === "false";
    event.preventDefault();
    history.replaceState(history.state, "", name.getAttribute("href"));
    page = pageOf(location);
    name.parentNode.querySelectorAll("[data-focus]").forEach(function (each) {
      var query = new URLSearchParams(new URL(each.href).search);
      each.setAttribute("aria-pressed", String(pressed && each === name));
      if (pressed && each === name) query.delete("focus");
      else query.set("focus", each.getAttribute("data-focus"));
      each.setAttribute("href", location.pathname + "?" + query.toString());
    });
    syncFocus();
  }

  function syncFocus() {
    var names = [].slice.call(document.querySelectorAll("#react-entry-point [data-focus]"));
    var chosen = names.findIndex(function (name) { return name.getAttribute("aria-pressed") === "true"; });
    document.querySelectorAll(".page").forEach(function (whole) {
      for (var n = 0; n < 5; n += 1) whole.classList.toggle("focus-" + n, n === chosen);
    });
  }
  document.addEventListener("keydown", function (event) {
    var name = event.key === " " && event.target.closest("[data-focus]");
    if (name) greyOthers(name, event);
  });

  function dropDrawn(part) {
    part.querySelectorAll("#react-entry-point .frame-graph>.drawn").forEach(function (drawn) { drawn.remove(); });
  }

  /* The whole screen for a chart: by its button, and by F while the focus is in it. */
  function full(part) {
    var frame = part.closest(".frame, .whole-screen") || document.querySelector(".whole-screen");
    if (document.fullscreenElement) return document.exitFullscreen();
    var file = frame && frame.querySelector('.tools a[href*=".svg?"]');
    if (file) {
      var picture = frame.querySelector(".screen-picture") || frame.appendChild(document.createElement("img"));
      picture.className = "screen-picture";
      picture.alt = frame.querySelector("h2").textContent;
      picture.src = file.getAttribute("href");
    }
    if (frame) frame.requestFullscreen();
  }
  document.addEventListener("keydown", function (event) {
    if (event.key.toLowerCase() !== "f" || event.ctrlKey || event.metaKey || event.altKey) return;
    if (document.fullscreenElement) document.exitFullscreen();
    else if (event.target.closest(".frame, .whole-screen") && !event.target.closest("input, select, textarea")) full(event.target);
  });

  /* Paper is narrower than most windows: charts take its width while it is printed. */
  function fit(size) {
    document.querySelectorAll(".js-plotly-plot").forEach(function (plot) { window.Plotly.relayout(plot, size); });
  }
  window.addEventListener("beforeprint", function () {
    fit({ autosize: false, width: 810 });
    document.querySelectorAll(".folded-pair").forEach(function (pair) { pair.open = true; });
  });
  window.addEventListener("afterprint", function () { fit({ autosize: true, width: null }); });

  function copyLink(button) {
    var part = button.getAttribute("data-copy");
    var address = location.origin + (part.charAt(0) === "/" ? part : location.pathname + location.search + part);
    navigator.clipboard.writeText(address).then(function () {
      var words = button.textContent;
      button.textContent = button.getAttribute("data-done");
      setTimeout(function () { button.textContent = words; }, 1500);
    });
  }

  /* The evidence of a mark opens at the side. `?evidence=` in the address says which; Dash is not told of it. */
  var FOLDER = "/evidence/";
  var opener = null; // the address whose link gets the focus back
  var anchor = null; // the statement that the link was about
  var page = pageOf(location);

  function isEvidence(address) {
    return address.indexOf(FOLDER) === 0 && location.pathname.indexOf(FOLDER) !== 0;
  }

  function pageOf(where) {
    var query = new URLSearchParams(where.search);
    query.delete("evidence");
    return where.pathname + "?" + query.toString();
  }

  function linkTo(address) {
    return [].find.call(document.querySelectorAll("#react-entry-point a[href]"), function (each) {
      return each.getAttribute("href") === address;
    });
  }

  function panel() {
    return document.querySelector("#react-entry-point .panel");
  }

  function openPanel(address) {
    var query = new URLSearchParams(location.search);
    var open = query.has("evidence");
    query.set("evidence", address.slice(FOLDER.length).split(/[?#]/)[0]);
    history[open ? "replaceState" : "pushState"](
      open ? history.state : { panel: true }, "", location.pathname + "?" + query.toString()
    );
    askPanel(address);
  }

  function askPanel(address) {
    var side = panel(), own = side.querySelector("[data-page]");
    anchor = address.split("#")[1];
    if (own && own.getAttribute("href") === address.split("#")[0]) {
      side.filled = null;
      return syncPanel();
    }
    side.classList.add("asked");
    unfold(side);
    window.dash_clientside.set_props("evidence-asked", { title: address.split("#")[0] });
  }

  function unfold(side) {
    if (side.open) return;
    if (innerWidth < 768) side.showModal();
    else side.show();
  }

  function leavePanel() {
    if (history.state && history.state.panel) return history.back();
    history.replaceState({}, "", page + location.hash);
    syncPanel();
  }

  /* Open or close the panel as the address says, after each drawing and after Back and Forward. */
  function syncPanel() {
    var side = panel();
    if (!side) return;
    page = pageOf(location);
    var wanted = new URLSearchParams(location.search).get("evidence");
    if (!wanted && side.open) {
      side.close();
      var link = opener && linkTo(opener);
      if (link) link.focus({ preventScroll: true });
    }
    var title = side.querySelector("#evidence-title");
    if (!wanted || !title || side.filled === title) return;
    side.filled = title;
    side.classList.remove("asked");
    unfold(side);
    title.focus({ preventScroll: true });
    side.scrollTop = 0;
    var about = anchor && side.querySelector('[id="panel-' + anchor + '"]');
    if (about) about.scrollIntoView({ block: "center" });
  }

  window.addEventListener("popstate", function (event) {
    if (pageOf(location) !== page || !panel()) {
      titleBefore = document.title;
      came = left[pageOf(location)] || "";
      return;
    }
    event.stopImmediatePropagation();
    var wanted = new URLSearchParams(location.search).get("evidence");
    if (!wanted) return syncPanel();
    var kept = new URLSearchParams(location.search);
    kept.delete("evidence");
    askPanel(FOLDER + wanted + "?" + kept.toString());
  }, true);

  document.addEventListener("keydown", function (event) {
    var side = panel();
    if (event.key !== "Escape" || !side || !side.open) return;
    event.preventDefault();
    leavePanel();
  });

  /* One click from a mark to its evidence: a point carries its address as customdata. */
  var watched = new WeakSet();
  new MutationObserver(function () {
    document.querySelectorAll(".js-plotly-plot").forEach(function (plot) {
      if (watched.has(plot) || !plot.on) return;
      watched.add(plot);
      if (plot.querySelector(".plot")) dropDrawn(plot.parentNode.parentNode);
      plot.on("plotly_afterplot", function () { dropDrawn(plot.parentNode.parentNode); });
      plot.on("plotly_click", function (event) {
        var address = event.points && event.points[0] && event.points[0].customdata;
        if (Array.isArray(address)) address = address[0];
        if (typeof address === "string" && address.charAt(0) === "/") visit(address);
      });
    });
  }).observe(document.documentElement, { childList: true, subtree: true });
})();
