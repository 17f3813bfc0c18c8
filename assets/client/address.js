/* The address is the only state of a page. Dash keeps it in two places: an address written into `go` is another page, and
   one told to `choice` is another choice of pictures, for which nothing is asked. */
const FOLDER = new URL(document.currentScript.src).pathname.split("/assets/")[0]; // of another site, in which this one is served
const linksFollowed = {}; // by page, the link that was followed from it
let linkToFocus = ""; // the link that gets the focus when the page that Back leads to is drawn
let mainShown = null, pageShown = ""; // the page that was drawn last, and its address
let isRevealed = false; // whether the part that the address names was shown on the first page
let kept = null; // of a page that is drawn again: the field that was used, and what was unfolded

const drawnMain = () => document.querySelector("#react-entry-point:not([hidden]) main");
const here = () => location.pathname + location.search;
const addressOf = (path, query) => (query.size ? `${path}?${query}` : path);

/** Call `handle(part, event)` where an event happens inside a part that `selector` names. */
function on(type, selector, handle) {
  document.addEventListener(type, (event) => {
    const found = event.target.closest?.(selector);
    if (found) handle(found, event);
  });
}

/** Return the choices of the address that change pictures only. */
const picturesOnly = () => words(drawnMain()?.dataset.pictures);

/** Return path and query of a page; with other choices of pictures it is the same page. */
function pageOf(where) {
  const query = new URLSearchParams(where.search);
  picturesOnly().forEach((name) => query.delete(name));
  return addressOf(where.pathname, query);
}

/** Make Dash draw the page at an address; there, the field that was used and what was unfolded are found again. */
function go(address) {
  if (address === here() + location.hash) return;
  const { name, value } = document.activeElement, open = drawnMain().querySelectorAll("[data-fold][open]");
  kept = { name, value, folds: [...open].map((fold) => fold.dataset.fold) };
  ask(address);
  window.dash_clientside.set_props("go", { href: address });
}

/** Open evidence at the side, and any other address as a page. */
function visit(address) {
  if (opensInDrawer(address)) return openDrawer(address);
  linksFollowed[pageOf(location)] = address;
  linkToFocus = "";
  window.scrollTo(0, 0);
  go(address);
}

function linkTo(address) {
  const links = [...document.querySelectorAll("#react-entry-point a[href]")];
  return links.find((link) => link.getAttribute("href") === address);
}

/** Unfold what is around the part that the address names, which not every browser does, and go there. */
function reveal() {
  const spot = document.getElementById(decodeURIComponent(location.hash.slice(1)));
  for (let around = spot; around; around = around.parentElement) {
    if (around.tagName === "DETAILS") around.open = true;
  }
  spot?.scrollIntoView();
  return spot;
}
window.addEventListener("hashchange", reveal);

on("click", "a[href]:not([data-plain])", (link, event) => {
  const address = link.getAttribute("href"), to = new URL(address, location); // a link of a drawing has no `href` in words
  if (event.defaultPrevented || event.button || event.metaKey || event.ctrlKey || event.shiftKey || event.altKey) return;
  if (!address.startsWith("/") || !drawnMain() || (to.hash && to.pathname + to.search === here())) return;
  event.preventDefault();
  if (link.hasAttribute("data-page")) return go(address);
  if (pageOf(to) === pageOf(location)) return choose(to.searchParams);
  if (!link.closest(".drawer")) drawerOpener = link;
  visit(address);
});

window.addEventListener("popstate", (event) => {
  if (!mainShown) return;
  if (pageOf(location) === pageShown && !asked) {
    event.stopImmediatePropagation(); // the page is there
    return tellChoice();
  }
  linkToFocus = linksFollowed[pageOf(location)] || "";
  ask(here());
}, true);

/** Focus what the reader came for on a page that was drawn: the link followed from it, its part, a field or its title. */
function arrive(main) {
  const isFirst = !mainShown, isSame = pageShown.split("?")[0] === location.pathname;
  [mainShown, pageShown] = [main, pageOf(location)];
  document.documentElement.lang = main.lang;
  const link = linkToFocus && linkTo(linkToFocus);
  if (location.hash && !(isFirst && isRevealed)) reveal();
  else if (link) link.focus();
  else if (isSame) findAgain(main);
  else if (!isFirst) main.querySelector("h1")?.focus({ preventScroll: true });
}

/** Focus the field that was used before the page was drawn again, and unfold what was unfolded. */
function findAgain(main) {
  if (!kept) return;
  main.querySelectorAll("[data-fold]").forEach((fold) => { fold.open ||= kept.folds.includes(fold.dataset.fold); });
  const fields = [...main.querySelectorAll("form [name]")].filter((field) => field.name === kept.name);
  const used = fields.find((field) => field.value === kept.value) || fields[0];
  if (document.activeElement === document.body) used?.focus({ preventScroll: true });
  kept = null;
}
