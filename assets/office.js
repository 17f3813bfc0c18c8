/* What the forms behind the sign-in need of the browser; without it they still work. */
(() => {
  "use strict";
  document.documentElement.classList.add("scripted");

  /* A workbook on its way: dropped or chosen, sent with its progress, checked with the rows read, cancelled. */
  function upload(form) {
    const part = (selector) => form.querySelector(selector), words = form.dataset;
    const input = part("input[type=file]"), zone = part(".zone"), trouble = part(".alert"), key = part("input[name=key]");
    const underWay = part(".under-way"), saying = part(".saying"), bar = part("progress");
    let request = null, timer = null, arrived = false, cancelled = false;

    const say = (text, name, value) => { saying.textContent = text.replace(`{${name}}`, value); };
    const isTooLarge = () => input.files[0]?.size > Number(words.limit);

    function complain(text) {
      form.classList.remove("busy");
      underWay.hidden = true;
      trouble.textContent = text;
      trouble.hidden = !text;
      clearTimeout(timer);
      request = null;
    }

    async function look() {
      if (!request) return;
      const asked = fetch(words.progress + key.value, { headers: { Accept: "application/json" } });
      const { rows } = await asked.then((answer) => (answer.ok ? answer.json() : {})).catch(() => ({}));
      if (!request || cancelled) return;
      if (rows) say(words.rows, "rows", rows.toLocaleString(document.documentElement.lang));
      timer = setTimeout(look, 400);
    }

    function answered() {
      const found = request.response || {};
      if (found.to) location.assign(found.to);
      else complain(cancelled ? words.stopped : found.message || words.failed);
    }

    /* Every sending has a key of its own: what was cancelled once does not stop the next one. */
    function send() {
      arrived = cancelled = false;
      key.value = Array.from(crypto.getRandomValues(new Uint8Array(16)), (byte) => byte.toString(16).padStart(2, "0")).join("");
      trouble.hidden = true;
      form.classList.add("busy");
      underWay.hidden = false;
      bar.value = 0;
      say(words.sending, "percent", 0);
      request = new XMLHttpRequest();
      request.open("POST", form.action);
      request.responseType = "json";
      request.setRequestHeader("Accept", "application/json");
      request.upload.onprogress = ({ lengthComputable, loaded, total }) => {
        if (!lengthComputable) return;
        bar.value = 100 * loaded / total;
        say(words.sending, "percent", Math.floor(bar.value));
      };
      request.upload.onload = () => {
        arrived = true;
        bar.removeAttribute("value");
        saying.textContent = words.checking;
        look();
      };
      request.onload = answered;
      request.onerror = () => complain(words.failed);
      request.onabort = () => complain(words.stopped);
      request.send(new FormData(form));
    }

    part(".stop").addEventListener("click", () => {
      if (!request) return;
      cancelled = true;
      if (!arrived) return request.abort();
      saying.textContent = words.stopping;
      const body = new FormData(), token = part("input[name=csrf_token]");
      if (token) body.append("csrf_token", token.value);
      fetch(words.cancel + key.value, { method: "POST", body }).catch(() => { cancelled = false; look(); });
    });
    form.addEventListener("submit", (event) => {
      event.preventDefault();
      if (request) return;
      if (isTooLarge()) complain(words.tooLarge);
      else send();
    });
    input.addEventListener("change", () => complain(isTooLarge() ? words.tooLarge : ""));
    for (const type of ["dragenter", "dragover", "dragleave", "drop"]) {
      zone.addEventListener(type, (event) => {
        if (type !== "dragleave") event.preventDefault();
        zone.classList.toggle("over", event.type === "dragenter" || event.type === "dragover");
      });
    }
    zone.addEventListener("drop", (event) => {
      if (request || !event.dataTransfer.files.length) return;
      input.files = event.dataTransfer.files;
      form.requestSubmit();
    });
    /* Back from the draft's page: the form is as it was before it was sent. */
    window.addEventListener("pageshow", (event) => { if (event.persisted) { complain(""); form.reset(); } });
  }
  document.querySelectorAll("form[data-upload]").forEach(upload);

  /* What is written into a form stays in this tab until it has arrived: a refusal or a session that is over loses
     nothing. It comes back for the same account alone; passwords and files are never kept. */
  const KEPT = "bukhara-form", NAMING = ["item", "country", "name"];
  const account = document.querySelector(".subnav.office") ? document.querySelector(".who").textContent : "";
  const isTicked = ({ type }) => /^(checkbox|radio)$/.test(type);
  const fieldsOf = (form) => [...form.elements].filter(({ name, type }) => name && !/^(hidden|password|file|submit|button)$/.test(type));

  function addresseeOf(form) {
    const named = NAMING.map((name) => form.querySelector(`input[type=hidden][name=${name}]`)?.value || "");
    return [new URL(form.getAttribute("action"), location.href).pathname, ...named].join(" ");
  }

  function keep(form) {
    if (!account) return;
    if (!form.querySelector("input:not([type=hidden]), textarea, select")) return sessionStorage.removeItem(KEPT);
    const values = fieldsOf(form).map((field) => [field.name, isTicked(field) ? field.checked : field.value]);
    sessionStorage.setItem(KEPT, JSON.stringify({ account, form: addresseeOf(form), values }));
  }

  function unfold(place) {
    for (let fold = place.closest("details"); fold; fold = fold.parentElement.closest("details")) fold.open = true;
  }

  /* Return the form that was sent and refused, filled in again and unfolded; nothing where there is none. */
  function refused(message) {
    const kept = JSON.parse(sessionStorage.getItem(KEPT));
    if (!kept) return null;
    if (!account) {
      sessionStorage.setItem(KEPT, JSON.stringify({ ...kept, over: true }));
      return null;
    }
    const forms = [...document.querySelectorAll("form[method=post]")];
    const form = kept.account === account ? forms.find((each) => addresseeOf(each) === kept.form) : null;
    if (!kept.over || form || kept.account !== account) sessionStorage.removeItem(KEPT);
    if (!form || !(kept.over || message?.classList.contains("alert-danger"))) return null;
    fieldsOf(form).forEach((field, n) => {
      const [name, value] = kept.values[n] || [];
      if (name === field.name) field[isTicked(field) ? "checked" : "value"] = value;
    });
    unfold(form);
    const isFilled = (field) => field.checked || (/^(date|time|text|textarea)$/.test(field.type) && field.value);
    fieldsOf(form).filter(isFilled).forEach(unfold);
    return form;
  }

  /* The message about what was done is put where the reader was: in the form that was refused, or in the place the address names. */
  function placeMessage() {
    const message = document.querySelector("main .alert[role]:not([hidden])"), form = refused(message);
    if (!message) return form?.scrollIntoView({ block: "center" });
    if (message.closest("form")) return;
    const place = form || (location.hash && document.getElementById(location.hash.slice(1)));
    if (place) {
      unfold(place);
      place.prepend(message);
    }
    message.tabIndex = -1;
    /* The browser goes to the place that the address names with the first drawing after the load; focus comes after it. */
    window.addEventListener("load", () => requestAnimationFrame(() => message.focus()));
  }
  placeMessage();

  /* A form is sent once, however often its button is pressed. */
  document.querySelectorAll("form[method=post]:not([data-upload])").forEach((form) => {
    form.addEventListener("submit", (event) => {
      if (form.classList.contains("busy")) return event.preventDefault();
      form.classList.add("busy");
      keep(form);
    });
    window.addEventListener("pageshow", () => form.classList.remove("busy"));
  });

  /* A link or a letter can be copied where the browser has a clipboard, which it has only by TLS and on this machine. */
  document.querySelectorAll("button[data-copied]").forEach((button) => {
    button.hidden = !navigator.clipboard;
    button.addEventListener("click", async () => {
      await navigator.clipboard.writeText(button.closest(".letter, .card").querySelector(".letter-text, code").textContent);
      button.textContent = button.dataset.copied;
    });
  });
})();
