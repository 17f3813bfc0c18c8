/* What pictures bring out: the states chosen in the address, and for a moment what the pointer or the focus is on. The
   styles do it by attributes of <main>; nothing is drawn again, and nothing is asked for. */
const STATES = "countries";
let pointedPart = null; // the part that is brought out with all that is about the same

const words = (text) => (text || "").split(/[ ,]/).filter(Boolean);
const chosenStates = () => words(new URLSearchParams(location.search).get(STATES));

/** Write the chosen states into the address. */
function chooseStates(codes) {
  const query = new URLSearchParams(location.search);
  if (codes.length) query.set(STATES, codes.join(","));
  else query.delete(STATES);
  const text = query.toString();
  history.pushState({}, "", location.pathname + (text ? `?${text}` : ""));
  syncStates();
}

on("click", "[data-choose]", (link, event) => {
  if (event.ctrlKey || event.metaKey || event.shiftKey || !drawnMain()) return;
  event.preventDefault();
  const code = link.dataset.choose, chosen = chosenStates();
  if (!code) chooseStates([]);
  else chooseStates(chosen.includes(code) ? chosen.filter((each) => each !== code) : [...chosen, code]);
});

/** Fade the states that are not chosen, and let the links of languages lead to the same choice. */
function syncStates() {
  const main = drawnMain();
  if (!main) return;
  const states = words(main.dataset.states), chosen = chosenStates().filter((code) => states.includes(code));
  main.dataset.faded = chosen.length ? states.map((code, n) => (chosen.includes(code) ? "" : n)).join(" ") : "";
  main.querySelectorAll("[data-choose]:not([data-choose=''])").forEach((link) => {
    if (chosen.includes(link.dataset.choose)) link.setAttribute("aria-current", "true");
    else link.removeAttribute("aria-current");
  });
  document.querySelectorAll('#react-entry-point a[href*="/language/"]').forEach((link) => {
    const address = new URL(link.href);
    address.searchParams.set("next", location.pathname + location.search);
    link.setAttribute("href", address.pathname + address.search);
  });
}

/** Return an address with the states that are chosen here. */
function withStates(address) {
  const chosen = new URLSearchParams(location.search).get(STATES), to = new URL(address, location.origin);
  if (!chosen || to.searchParams.has(STATES) || !picturesOnly().includes(STATES)) return address;
  to.searchParams.set(STATES, chosen);
  return to.pathname + to.search + to.hash;
}

/** Bring out all that is about the same state or theme as a part; with none, everything is as before. */
function bringOut(part) {
  const main = drawnMain(), kind = part?.dataset.pointed;
  pointedPart = part;
  if (!main) return;
  main.querySelectorAll(".brought-out").forEach((each) => each.classList.remove("brought-out"));
  if (!part) return delete main.dataset.pointed;
  const value = part.closest(`[data-${kind}]`).dataset[kind];
  const same = main.querySelectorAll(`[data-${kind}="${CSS.escape(value)}"]`);
  same.forEach((each) => each.classList.add("brought-out"));
  main.dataset.pointed = kind;
}
for (const type of ["pointerover", "focusin"]) {
  document.addEventListener(type, (event) => {
    const part = event.target.closest?.("#react-entry-point main [data-pointed]:not(main)") || null;
    if (part !== pointedPart) bringOut(part);
  });
}
