/* The address is the only state of a page. A link to another page is a link. Another choice on the same page is written
   into Dash's `go`, which draws the page again; one of pictures is told to `choice`, and nothing is asked for. */
const FOLDER = new URL(document.currentScript.src).pathname.split("/assets/")[0]; // of another site, in which this one is served
let mainShown = null, pageShown = ""; // the page that was drawn last, and its address
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

/** Make Dash draw this page with another choice; there, the field that was used and what was unfolded are found again. */
function go(address, field = document.activeElement) {
  if ([here() + location.hash, asked].includes(address)) return;
  const { name, value } = field, open = drawnMain().querySelectorAll("[data-fold][open]");
  kept = { name, value, folds: [...open].map((fold) => fold.dataset.fold) };
  ask(address);
  window.dash_clientside.set_props("go", { href: address });
}

/** Open evidence at the side, and another choice on this page; return whether the address is one of these. */
function openHere(address) {
  const to = new URL(address, location);
  if (opensInDrawer(address)) {
    openDrawer(address);
  } else if (to.pathname !== location.pathname) {
    return false;
  } else if (pageOf(to) === pageOf(location)) {
    choose(to.searchParams);
  } else {
    window.scrollTo(0, 0);
    go(address);
  }
  return true;
}

on("click", "a[href^='/']:not([data-plain], [data-page])", (link, event) => {
  const address = link.getAttribute("href"); // a link of a drawing has no `href` in words
  if (event.defaultPrevented || event.metaKey || event.ctrlKey || event.shiftKey || event.altKey || !drawnMain()) return;
  if (address.includes("#") && address.split("#")[0] === here()) return;
  if (!link.closest(".drawer")) drawerOpener = link;
  if (openHere(address)) event.preventDefault();
});

window.addEventListener("popstate", (event) => {
  if (!mainShown) return;
  if (pageOf(location) !== pageShown || asked) return ask(here());
  event.stopImmediatePropagation(); // the page is there
  tellChoice();
}, true);

/** Unfold the part that the address names and what is around it, and go there. */
function reveal() {
  const spot = document.getElementById(decodeURIComponent(location.hash.slice(1)));
  for (let fold = spot?.closest("details"); fold; fold = fold.parentElement.closest("details")) fold.open = true;
  spot?.scrollIntoView();
}
window.addEventListener("hashchange", reveal);

/** Lead the reader of a page that was drawn again to the part that the address names, else to the field that was used. */
function arrive(main) {
  const isFirst = !mainShown;
  [mainShown, pageShown] = [main, pageOf(location)];
  if (isFirst) return; // the part was shown on the first page
  if (location.hash) return reveal();
  main.querySelectorAll("[data-fold]").forEach((fold) => { fold.open ||= kept?.folds.includes(fold.dataset.fold); });
  const fields = [...main.querySelectorAll("form [name]:not([type=hidden])")].filter((field) => field.name === kept?.name);
  const used = fields.find((field) => field.value === kept.value) || fields[0];
  if (document.activeElement === document.body) used?.focus({ preventScroll: true });
  kept = null;
}
