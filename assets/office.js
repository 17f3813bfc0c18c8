/* What the forms behind the sign-in need of the browser; without it they still work. */
(function () {
  "use strict";
  document.documentElement.classList.add("scripted");

  function filled(text, values) {
    return text.replace(/\{(\w+)\}/g, function (all, name) { return name in values ? values[name] : all; });
  }

  /* A workbook on its way: dropped or chosen, sent with its progress, checked with the rows read, cancelled. */
  function upload(form) {
    var input = form.querySelector("input[type=file]");
    var zone = form.querySelector(".zone");
    var under = form.querySelector(".under-way");
    var saying = under.querySelector(".saying");
    var bar = under.querySelector("progress");
    var trouble = form.querySelector(".alert");
    var words = form.dataset, key = form.querySelector("input[name=key]");
    var request = null, timer = null, arrived = false, cancelled = false;

    function complain(text) {
      form.classList.remove("busy");
      under.hidden = true;
      trouble.textContent = text;
      trouble.hidden = !text;
      clearTimeout(timer);
      request = null;
    }

    function tooLarge() {
      var file = input.files[0];
      return Boolean(file) && file.size > Number(words.limit);
    }

    function look() {
      if (!request) return;
      fetch(words.progress + key.value, { headers: { Accept: "application/json" } })
        .then(function (answer) { return answer.ok ? answer.json() : {}; })
        .catch(function () { return {}; })
        .then(function (found) {
          if (!request || cancelled) return;
          if (found.rows) saying.textContent = filled(words.rows, { rows: found.rows.toLocaleString(document.documentElement.lang) });
          timer = setTimeout(look, 400);
        });
    }

    function answered() {
      var found = {};
      try { found = JSON.parse(request.responseText); } catch (error) { found = {}; }
      if (found.to) { location.assign(found.to); return; }
      complain(cancelled ? words.stopped : found.message || words.failed);
    }

    /* Every sending has a key of its own: what was cancelled once does not stop the next one. */
    function newKey() {
      var bytes = crypto.getRandomValues(new Uint8Array(16));
      key.value = Array.from(bytes, function (byte) { return byte.toString(16).padStart(2, "0"); }).join("");
    }

    function send() {
      arrived = cancelled = false;
      newKey();
      trouble.hidden = true;
      form.classList.add("busy");
      under.hidden = false;
      bar.value = 0;
      saying.textContent = filled(words.sending, { percent: 0 });
      request = new XMLHttpRequest();
      request.open("POST", form.action);
      request.setRequestHeader("Accept", "application/json");
      request.upload.addEventListener("progress", function (event) {
        if (!event.lengthComputable) return;
        bar.value = 100 * event.loaded / event.total;
        saying.textContent = filled(words.sending, { percent: Math.floor(bar.value) });
      });
      request.upload.addEventListener("load", function () {
        arrived = true;
        bar.removeAttribute("value");
        saying.textContent = words.checking;
        look();
      });
      request.addEventListener("load", answered);
      request.addEventListener("error", function () { complain(words.failed); });
      request.addEventListener("abort", function () { complain(words.stopped); });
      request.send(new FormData(form));
    }

    function stop() {
      if (!request) return;
      cancelled = true;
      if (!arrived) { request.abort(); return; }
      saying.textContent = words.stopping;
      var token = form.querySelector("input[name=csrf_token]");
      var body = new FormData();
      if (token) body.append("csrf_token", token.value);
      fetch(words.cancel + key.value, { method: "POST", body: body }).catch(function () { cancelled = false; look(); });
    }

    form.addEventListener("submit", function (event) {
      event.preventDefault();
      if (request) return;
      if (tooLarge()) { complain(words.tooLarge); return; }
      send();
    });
    under.querySelector(".stop").addEventListener("click", stop);
    input.addEventListener("change", function () { complain(tooLarge() ? words.tooLarge : ""); });
    ["dragenter", "dragover"].forEach(function (name) {
      zone.addEventListener(name, function (event) { event.preventDefault(); zone.classList.add("over"); });
    });
    ["dragleave", "drop"].forEach(function (name) {
      zone.addEventListener(name, function () { zone.classList.remove("over"); });
    });
    zone.addEventListener("drop", function (event) {
      event.preventDefault();
      if (request || !event.dataTransfer.files.length) return;
      input.files = event.dataTransfer.files;
      form.requestSubmit();
    });
    /* Back from the draft's page: the form is as it was before it was sent. */
    window.addEventListener("pageshow", function (event) { if (event.persisted) { complain(""); form.reset(); } });
  }

  document.querySelectorAll("form[data-upload]").forEach(upload);

  /* What is written into a form stays in this tab until it has arrived: a refusal or a session that is over loses
     nothing. It comes back for the same account alone; passwords and files are never kept. */
  var KEPT = "bukhara-form", NAMING = ["item", "country", "name"];
  var account = document.querySelector(".subnav.office") ? document.querySelector(".who").textContent : "";

  function fields(form) {
    return Array.from(form.elements).filter(function (field) {
      return field.name && !/^(hidden|password|file|submit|button)$/.test(field.type);
    });
  }

  function addressee(form) {
    var named = NAMING.map(function (name) {
      var field = form.querySelector("input[type=hidden][name=" + name + "]");
      return field ? field.value : "";
    });
    return [new URL(form.getAttribute("action"), location.href).pathname].concat(named).join(" ");
  }

  function keep(form) {
    var values = fields(form).map(function (field) {
      return [field.name, /^(checkbox|radio)$/.test(field.type) ? field.checked : field.value];
    });
    if (!account) return;
    if (!form.querySelector("input:not([type=hidden]), textarea, select")) { sessionStorage.removeItem(KEPT); return; }
    sessionStorage.setItem(KEPT, JSON.stringify({ account: account, form: addressee(form), values: values }));
  }

  function unfold(place) {
    for (var fold = place.closest("details"); fold; fold = fold.parentElement.closest("details")) fold.open = true;
  }

  /* Return the form that was sent and refused, filled in again and unfolded; null where there is none. */
  function refused(message) {
    var kept = JSON.parse(sessionStorage.getItem(KEPT) || "null");
    if (!kept) return null;
    if (!account) {
      kept.over = true;
      sessionStorage.setItem(KEPT, JSON.stringify(kept));
      return null;
    }
    var form = kept.account !== account ? null : Array.from(document.querySelectorAll("form[method=post]"))
      .find(function (each) { return addressee(each) === kept.form; });
    var wanted = kept.over || (message && message.classList.contains("alert-danger"));
    if (!kept.over || form || kept.account !== account) sessionStorage.removeItem(KEPT);
    if (!form || !wanted) return null;
    fields(form).forEach(function (field, i) {
      var was = kept.values[i];
      if (!was || was[0] !== field.name) return;
      if (typeof was[1] === "boolean") field.checked = was[1]; else field.value = was[1];
    });
    unfold(form);
    form.querySelectorAll("details").forEach(function (inner) {
      inner.open = inner.open || fields(form).some(function (field) {
        return inner.contains(field) && (field.checked || /^(date|time|text|textarea)$/.test(field.type) && field.value);
      });
    });
    return form;
  }

  /* The message about what was done is put where the reader was: in the form that was refused, or in the place the address names. */
  function placeMessage() {
    var message = document.querySelector("main .alert[role]:not([hidden])");
    var form = refused(message);
    if (!message) { if (form) form.scrollIntoView({ block: "center" }); return; }
    if (message.closest("form")) return;
    var place = form || (location.hash && document.getElementById(location.hash.slice(1)));
    if (place) { unfold(place); place.prepend(message); }
    message.tabIndex = -1;
    /* The browser goes to the place that the address names with the first drawing after the load; focus comes after it. */
    window.addEventListener("load", function () { requestAnimationFrame(function () { message.focus(); }); });
  }
  placeMessage();

  /* A form is sent once, however often its button is pressed. */
  document.querySelectorAll("form[method=post]:not([data-upload])").forEach(function (form) {
    form.addEventListener("submit", function (event) {
      if (form.classList.contains("busy")) { event.preventDefault(); return; }
      form.classList.add("busy");
      keep(form);
    });
    window.addEventListener("pageshow", function () { form.classList.remove("busy"); });
  });

  /* A link or a letter can be copied where the browser has a clipboard, which it has only by TLS and on this machine. */
  document.querySelectorAll("button[data-copied]").forEach(function (button) {
    button.hidden = !navigator.clipboard;
    button.addEventListener("click", function () {
      var text = button.closest(".letter, .card").querySelector(".letter-text, code").textContent;
      navigator.clipboard.writeText(text).then(function () { button.textContent = button.dataset.copied; });
    });
  });
})();
