/* Turns the slides of this document by keys, clicks and a clicker, and opens the presenter's window. No request is made. */
(function () {
  "use strict";
  var root = document.documentElement;
  var slides = Array.from(document.querySelectorAll(".slide"));
  var notes = Array.from(document.querySelectorAll(".notes"));
  var choice = document.getElementById("country"), counter = document.getElementById("counter");
  var presenter = root.hasAttribute("data-presenter") || location.hash === "#presenter";
  var other = presenter ? window.opener : null;
  var at = 0, country = "", started = null;

  function shown() {
    return slides.filter(function (slide) { return !country || !slide.dataset.country || slide.dataset.country === country; });
  }

  function mark(list, name, n) {
    list.forEach(function (each, i) { each.classList.toggle(name, i === n); });
  }

  function show(n, quiet) {
    at = Math.max(0, Math.min(n, slides.length - 1));
    var kept = shown(), place = kept.indexOf(slides[at]);
    if (place < 0) {
      place = Math.max(0, kept.findIndex(function (slide) { return slides.indexOf(slide) > at; }));
      at = slides.indexOf(kept[place]);
    }
    if (at > 0 && started === null) started = Date.now();
    mark(slides, "on", at);
    mark(notes, "on", at);
    mark(slides, "next", kept[place + 1] ? slides.indexOf(kept[place + 1]) : -1);
    counter.value = place + 1 + " / " + kept.length;
    root.lang = slides[at].lang;
    if (!presenter) history.replaceState(null, "", "#" + (at + 1));
    if (!quiet) send();
    if (window.top !== window) window.parent.postMessage({ shown: slides[at].dataset.id }, "*");
    tell();
  }

  /* The address names a slide by its number or by its id. */
  function asked() {
    var name = location.hash.slice(1);
    var found = slides.findIndex(function (slide) { return slide.dataset.id === name; });
    return found < 0 ? (parseInt(name, 10) || 1) - 1 : found;
  }

  function turn(steps) {
    var kept = shown(), place = kept.indexOf(slides[at]) + steps;
    show(slides.indexOf(kept[Math.max(0, Math.min(place, kept.length - 1))]));
  }

  function only(code) {
    country = code;
    choice.value = code;
    document.querySelectorAll(".slide [data-country]").forEach(function (part) {
      part.hidden = Boolean(code) && part.dataset.country !== code;
    });
  }

  function send() {
    if (other && !other.closed) other.postMessage({ slide: at, country: country, started: started }, "*");
  }

  window.addEventListener("message", function (event) {
    if (!other || event.source !== other || !event.data) return;
    if (event.data.ready) return send();
    started = event.data.started;
    only(String(event.data.country));
    show(Number(event.data.slide) || 0, true);
  });

  /* The copy of this document in a second window needs no server. */
  function openPresenter() {
    other = window.open("", "bukhara-presenter", "popup,width=1100,height=720");
    if (!other) return;
    var copy = root.cloneNode(true);
    copy.setAttribute("data-presenter", "");
    other.document.open();
    other.document.write("<!DOCTYPE html>" + copy.outerHTML);
    other.document.close();
    other.focus();
  }

  function tell() {
    if (!presenter) return;
    var planned = 0, rest = 0, seen = {};
    shown().forEach(function (slide) {
      if (seen[slide.dataset.id]) return;
      seen[slide.dataset.id] = true;
      planned += Number(slide.dataset.minutes);
      if (slides.indexOf(slide) > at) rest += Number(slide.dataset.minutes);
    });
    var used = started === null ? 0 : Math.floor((Date.now() - started) / 60000);
    var now = new Date();
    var clock = [now.getHours(), now.getMinutes()].map(function (part) {
      return String(part).padStart(2, "0");
    }).join(":");
    var values = { clock: clock, used: used, left: planned - used, rest: rest };
    Object.keys(values).forEach(function (name) {
      document.getElementById("time-" + name).textContent = values[name];
    });
    document.getElementById("time-left").classList.toggle("over", planned - used < rest);
  }

  function full() {
    if (document.fullscreenElement) document.exitFullscreen();
    else root.requestFullscreen();
  }

  var buttons = {
    back: function () { turn(-1); },
    forward: function () { turn(1); },
    full: full,
    notes: function () { root.classList.toggle("with-notes"); },
    mode: function () { root.classList.toggle("dark"); },
    window: openPresenter,
  };
  var keys = {
    ArrowRight: buttons.forward, ArrowDown: buttons.forward, PageDown: buttons.forward, " ": buttons.forward,
    ArrowLeft: buttons.back, ArrowUp: buttons.back, PageUp: buttons.back,
    Home: function () { show(0); },
    End: function () { show(slides.indexOf(shown().pop())); },
    f: full, n: buttons.notes,
  };

  document.addEventListener("keydown", function (event) {
    if (event.ctrlKey || event.metaKey || event.altKey || event.target.closest("select")) return;
    if (event.key === " " && event.target.closest("button")) return;
    var action = keys[event.key] || keys[event.key.toLowerCase()];
    if (!action) return;
    event.preventDefault();
    root.classList.add("quiet");
    action();
  });
  document.addEventListener("click", function (event) {
    var button = event.target.closest("[data-do]");
    if (button && event.detail) button.blur(); // pressed with the mouse: the bar may go away
    if (button) return buttons[button.dataset.do]();
    if (event.target.closest(".slide") && !String(getSelection())) turn(1);
  });
  ["mousemove", "focusin", "touchstart"].forEach(function (name) {
    document.addEventListener(name, function () { root.classList.remove("quiet"); }, { passive: true });
  });
  choice.addEventListener("change", function () { only(choice.value); show(at); choice.blur(); });
  window.addEventListener("hashchange", function () { if (!presenter) show(asked()); });

  root.classList.add("live");
  root.classList.toggle("presenter", presenter);
  root.classList.toggle("framed", window.top !== window);
  if (!presenter) root.classList.toggle("dark", matchMedia("(prefers-color-scheme: dark)").matches);
  setInterval(tell, 1000);
  only(country);
  show(presenter ? 0 : asked(), true);
  if (presenter && other) other.postMessage({ ready: true }, "*");
})();
