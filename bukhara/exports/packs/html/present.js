/* Turns the slides of this document by keys, clicks and a clicker, and opens the presenter's window. No request is made. */
(function () {
  "use strict";
  var root = document.documentElement;
  var slides = Array.from(document.querySelectorAll(".slide"));
  var notes = Array.from(document.querySelectorAll(".notes"));
  var counter = document.getElementById("counter");
  var presenter = root.hasAttribute("data-presenter");
  var other = presenter ? window.opener : null;
  var blank = document.querySelector(".blank"), help = document.querySelector(".help");
  var said = document.querySelector(".said"), spokenTitle = document.querySelector(".heard");
  var languages = Array.from(new Set(slides.map(function (slide) { return slide.lang; })));
  var at = 0, language = "", saying = false, started = null, since = Date.now(), heard = Date.now(), digits = "", dark = "", swipe = 0;

  function shown() {
    return slides.filter(function (slide) { return !language || slide.lang === language; });
  }

  /* The slides of the talk, or those of the annex behind it: a key does not lead from one to the other. */
  function part() {
    var annex = slides[at].dataset.annex;
    return root.classList.contains("framed") ? shown() : shown().filter(function (slide) { return slide.dataset.annex === annex; });
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
    if (!slides[at].classList.contains("on")) since = Date.now();
    mark(slides, "on", at);
    mark(notes, "on", at);
    var own = part(), number = own.indexOf(slides[at]);
    mark(slides, "next", own[number + 1] ? slides.indexOf(own[number + 1]) : -1);
    counter.value = [slides[at].dataset.annex || "", number + 1, "/", own.length].join(" ").trim();
    document.title = slides[at].querySelector("h2").textContent;
    root.lang = spokenTitle.lang = slides[at].lang;
    spokenTitle.textContent = document.title + " " + counter.value;
    say(saying);
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
    if (dark) return toggleCover(dark);
    var kept = part(), place = kept.indexOf(slides[at]) + steps;
    show(slides.indexOf(kept[Math.max(0, Math.min(place, kept.length - 1))]));
  }

  /* Nothing is shown in the room while the screen is "black" or "white"; the presenter sees the slides. */
  function cover(colour) {
    dark = colour;
    blank.hidden = presenter || !dark;
    blank.classList.toggle("white", dark === "white");
  }

  function toggleCover(colour) {
    cover(dark === colour ? "" : colour);
    send();
  }

  /* The quotes and the sources of a slide, for who asks in the room where a number is from. */
  function say(asked) {
    saying = asked;
    said.hidden = presenter || !saying;
    said.replaceChildren();
    said.lang = slides[at].lang;
    notes[at].querySelectorAll(".quoted").forEach(function (list) { said.append(list.cloneNode(true)); });
    said.append(slides[at].querySelector(".cited").cloneNode(true));
  }

  /* Both languages in turn, then the first alone, then the second; the slide stays the same. */
  function nextLanguage() {
    var id = slides[at].dataset.id;
    language = languages[languages.indexOf(language) + 1] || "";
    var same = slides.findIndex(function (slide) { return slide.dataset.id === id && (!language || slide.lang === language); });
    show(same < 0 ? at : same);
  }

  function state() {
    return { slide: at, language: language, saying: saying, started: started, dark: dark };
  }

  function send() {
    if (other && !other.closed) other.postMessage(state(), "*");
  }

  function follow(data) {
    started = data.started;
    cover(data.dark);
    language = languages.indexOf(data.language) < 0 ? "" : data.language;
    saying = Boolean(data.saying);
    show(Number(data.slide) || 0, true);
  }

  window.addEventListener("message", function (event) {
    var source = event.source, data = event.data;
    if (!source || !data) return;
    // the presenter asks every second; after a reload this window knows it by the window that opened it
    if (data.ping && source !== other && source !== window && source.opener === window) {
      other = source;
      return other.postMessage({ reloaded: true }, "*");
    }
    if (source !== other) return;
    heard = Date.now();
    if (data.ping) return other.postMessage({ alive: true }, "*");
    if (data.alive) return;
    if (data.reloaded) return send();
    follow(data);
  });

  /* The copy of this document in a second window needs no server; it begins where this one is. */
  function openPresenter() {
    other = window.open("", "bukhara-presenter", "popup,width=1100,height=720");
    if (!other) return;
    var copy = root.cloneNode(true);
    copy.dataset.presenter = JSON.stringify(state());
    other.document.open();
    other.document.write("<!DOCTYPE html>" + copy.outerHTML);
    other.document.close();
    other.focus();
  }

  function tell() {
    if (!presenter) return;
    if (other && !other.closed) other.postMessage({ ping: true }, "*");
    document.querySelector(".lost").hidden = Date.now() - heard < 3500;
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
    var slot = Math.floor((Date.now() - since) / 1000), most = Number(slides[at].dataset.minutes);
    var minutes = Math.floor(slot / 60) + ":" + String(slot % 60).padStart(2, "0");
    var values = { clock: clock, slot: most ? minutes + " / " + most : minutes, used: used, left: planned - used, rest: rest };
    Object.keys(values).forEach(function (name) {
      document.getElementById("time-" + name).textContent = values[name];
    });
    document.getElementById("time-slot").classList.toggle("over", most > 0 && slot > most * 60);
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
    said: function () { say(!saying); send(); if (saying) said.focus(); },
    language: nextLanguage,
    help: function () { help.hidden = !help.hidden; },
    all: function () { root.classList.toggle("overview"); slides[at].scrollIntoView({ block: "center" }); },
  };
  var keys = {
    ArrowRight: buttons.forward, ArrowDown: buttons.forward, PageDown: buttons.forward, " ": buttons.forward,
    ArrowLeft: buttons.back, ArrowUp: buttons.back, PageUp: buttons.back,
    Home: function () { show(0); },
    End: function () { show(slides.indexOf(part().pop())); },
    f: full, n: buttons.notes, s: buttons.said, l: nextLanguage, o: buttons.all, "?": buttons.help,
    b: function () { toggleCover("black"); }, ".": function () { toggleCover("black"); },
    w: function () { toggleCover("white"); }, ",": function () { toggleCover("white"); },
    r: function () { started = since = Date.now(); send(); tell(); },
    Escape: function () { help.hidden = true; say(false); send(); root.classList.remove("overview"); },
    Enter: function () {
      if (digits) show(Number(digits) - 1);
      root.classList.remove("overview");
    },
  };

  document.addEventListener("keydown", function (event) {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    if ((event.key === " " || event.key === "Enter") && event.target.closest("button, a")) return;
    if (/^[0-9]$/.test(event.key)) {
      digits = (digits + event.key).slice(-3);
      return;
    }
    var action = keys[event.key] || keys[event.key.toLowerCase()];
    if (!action) return;
    event.preventDefault();
    root.classList.add("quiet");
    action();
    digits = "";
  });
  document.addEventListener("click", function (event) {
    var button = event.target.closest("[data-do]");
    if (button && event.detail) button.blur(); // pressed with the mouse: the bar may go away
    if (button) return buttons[button.dataset.do]();
    if (event.target.closest("a")) return;
    if (event.target.closest(".said")) return buttons.said();
    if (dark && !presenter) return toggleCover(dark);
    var slide = event.target.closest(".slide");
    if (slide && root.classList.contains("overview")) {
      show(slides.indexOf(slide));
      return root.classList.remove("overview");
    }
    if (slide && !String(getSelection())) turn(1);
  });
  document.addEventListener("touchstart", function (event) { swipe = event.touches[0].clientX; }, { passive: true });
  document.addEventListener("touchend", function (event) {
    var moved = event.changedTouches[0].clientX - swipe;
    if (Math.abs(moved) > 60) turn(moved > 0 ? -1 : 1);
  });
  ["mousemove", "focusin", "touchstart"].forEach(function (name) {
    document.addEventListener(name, function () { root.classList.remove("quiet"); }, { passive: true });
  });
  window.addEventListener("hashchange", function () { if (!presenter) show(asked()); });

  root.classList.add("live");
  root.classList.toggle("presenter", presenter);
  root.classList.toggle("framed", window.top !== window);
  if (!presenter) root.classList.toggle("dark", matchMedia("(prefers-color-scheme: dark)").matches);
  setInterval(tell, 1000);
  if (presenter) follow(JSON.parse(root.dataset.presenter));
  else show(asked(), true);
})();
