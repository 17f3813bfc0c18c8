/* What pictures bring out: the states chosen in the address, and for a moment what the pointer or the focus is on. The
   styles do it by attributes of <main>; nothing is drawn again, and nothing is asked for. */
const STATES = "countries";
let pointedPart = null; // the part that is brought out with all that is about the same

const words = (text) => (text || "").split(/[ ,]/).filter(Boolean);
const chosenStates = () => words(new URLSearchParams(location.search).get(STATES));

/** Write another choice of pictures into the address; where it is not `isNew`, in place of the present one. */
function choose(query, isNew = true) {
  const state = { isStep: isNew || history.state?.isStep }; // whether Back leads to the choice before
  history[isNew ? "pushState" : "replaceState"](state, "", addressOf(location.pathname, query));
  tellChoice();
}

/** Show what the address says of the page; Dash's place of choices is told, for the callbacks of a page that has some. */
function tellChoice() {
  const { href, pathname, search, hash } = location;
  showAddress(mainShown);
  window.dash_clientside.set_props("choice", { href, pathname, search, hash });
}

/** Bring pictures and evidence in line with the address. It is no callback of Dash: that costs twice what it shows. */
function showAddress(main) {
  showChoice(main);
  showEvidence(drawer());
  readEvidence(drawer());
}

/** Fade the states that are not chosen, and mark the links of those that are. */
function showChoice(main) {
  const states = words(main.dataset.states), chosen = chosenStates().filter((code) => states.includes(code));
  const faded = chosen.length ? states.flatMap((code, n) => (chosen.includes(code) ? [] : n)).join(" ") : "";
  if (faded === main.dataset.faded) return;
  main.dataset.faded = faded;
  main.querySelectorAll("[data-choose]").forEach((link) => { link.ariaCurrent = chosen.includes(link.dataset.choose) || null; });
}

/** Return the address at which a state is chosen besides those that are, or no longer; without one, none is. */
function choosing(code) {
  const query = new URLSearchParams(location.search), chosen = chosenStates();
  const next = words(drawnMain().dataset.states).filter((each) => code && chosen.includes(each) !== (each === code));
  if (next.length) query.set(STATES, next.join(","));
  else query.delete(STATES);
  return addressOf(location.pathname, query);
}

/** Write the choice of states that is made here into what is sent to another page: a query, or a form. */
function carryChoice(query) {
  const chosen = new URLSearchParams(location.search).get(STATES);
  if (!picturesOnly().includes(STATES)) return;
  if (chosen) query.set(STATES, chosen);
  else query.delete(STATES);
}

/** Return an address with the choice that is made here; one of a language leads back to this very address. */
function withChoice(address) {
  const to = new URL(address, location);
  if (to.pathname.includes("/language/")) to.searchParams.set("next", here());
  else carryChoice(to.searchParams);
  return to.pathname + to.search + to.hash;
}

/* Before a link is followed, copied or opened elsewhere. */
for (const type of ["pointerdown", "focusin", "click"]) {
  document.addEventListener(type, (event) => {
    const link = event.target.closest?.("#react-entry-point a[href^='/']"), code = link?.dataset.choose;
    if (link) link.setAttribute("href", code === undefined ? withChoice(link.getAttribute("href")) : choosing(code));
  }, true);
}

/** Bring out all that is about the same state or theme as a part: the rest fades. With no part nothing does. */
function bringOut(part) {
  const main = drawnMain(), kind = part?.dataset.pointed, value = part?.closest(`[data-${kind}]`).dataset[kind];
  pointedPart = part;
  if (!main) return;
  main.querySelectorAll("[data-state], [data-theme]").forEach((each) => {
    each.classList.toggle(each.matches(".plot") ? "pale" : "faded", ![undefined, value].includes(each.dataset[kind]));
  });
  if (part) main.dataset.pointed = kind;
  else delete main.dataset.pointed;
}
for (const type of ["pointerover", "focusin"]) {
  document.addEventListener(type, (event) => {
    const part = event.target.closest?.("#react-entry-point main [data-pointed]:not(main)") || null;
    if (part !== pointedPart) bringOut(part);
  });
}
