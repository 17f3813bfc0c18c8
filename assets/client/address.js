/* The address is the only state of a page: a link that is followed becomes the address, and Dash draws the page at it. */
const linksFollowed = {}; // by page, the link that was followed from it
let linkToFocus = ""; // the link that gets the focus when the page that Back leads to is drawn
let titleBefore = null; // the title of the page that was left, until the next one is drawn
let fragment = null; // the part of a page that a link led to, and until when it is scrolled to

const drawnMain = () => document.querySelector("#react-entry-point main");

/** Call `handle(part, event)` where an event happens inside a part that `selector` names. */
function on(type, selector, handle) {
  document.addEventListener(type, (event) => {
    const found = event.target.closest?.(selector);
    if (found) handle(found, event);
  });
}

/** Make Dash draw the page at an address, without a step for it where it is the present one. */
function go(address) {
  if (address === location.pathname + location.search + location.hash) return;
  removeServerCharts(document); // of the page before
  history.pushState({}, "", address);
  window.dispatchEvent(new CustomEvent("_dashprivate_pushstate"));
}

/** Open evidence at the side, and any other address as a page. */
function visit(address) {
  if (opensInDrawer(address)) openDrawer(address);
  else followTo(address);
}

function followTo(address, link = address) {
  const title = document.title;
  linksFollowed[pageOf(location)] = link;
  linkToFocus = "";
  go(address);
  if (address.includes("#")) fragment = { id: address.split("#")[1], until: Date.now() + 2000 };
  else window.scrollTo(0, 0);
  titleBefore = title;
}

/** Return the choices of the address that change pictures only. */
const picturesOnly = () => (drawnMain()?.dataset.pictures || "evidence countries").split(" ");

/** Return path and query of a page; with other choices of pictures it is the same page. */
function pageOf(where) {
  const query = new URLSearchParams(where.search);
  picturesOnly().forEach((name) => query.delete(name));
  return `${where.pathname}?${query}`;
}

function linkTo(address) {
  const links = [...document.querySelectorAll("#react-entry-point a[href]")];
  return links.find((link) => link.getAttribute("href") === address);
}

/** Unfold what is around the part that an address names, which not every browser does, and return the part. */
function reveal(id) {
  const spot = document.getElementById(decodeURIComponent(id));
  for (let around = spot; around; around = around.parentElement) {
    if (around.tagName === "DETAILS") around.open = true;
  }
  return spot;
}

function scrollToHash() {
  if (!location.hash) return;
  reveal(location.hash.slice(1));
  location.replace(location.href);
}

window.addEventListener("hashchange", () => reveal(location.hash.slice(1)));

on("click", "a[href]:not([data-plain], [data-focus], [data-choose])", (link, event) => {
  if (event.defaultPrevented || event.button || event.metaKey || event.ctrlKey || event.shiftKey || event.altKey) return;
  const address = link.getAttribute("href");
  if (!address.startsWith("/") || !drawnMain()) return;
  if (withStates(address).split("#")[0] === location.pathname + location.search && link.hash) return;
  event.preventDefault();
  if (link.hasAttribute("data-page")) return followTo(withStates(address));
  if (!link.closest(".drawer")) drawerOpener = address;
  if (opensInDrawer(address)) openDrawer(address);
  else followTo(withStates(address), address);
});

/** Set the title, scroll to the part that a link named, and focus what the reader came for; after each drawing. */
function arrive(main) {
  const title = `${main.dataset.title} · Bukhara Monitor`;
  if (document.title !== title) document.title = title;
  if (fragment && Date.now() > fragment.until) fragment = null;
  if (fragment) reveal(fragment.id)?.scrollIntoView();
  if (titleBefore === null || titleBefore === title) return;
  titleBefore = null;
  const link = linkToFocus && linkTo(linkToFocus);
  if (link) link.focus();
  else if (location.hash) scrollToHash();
  else main.querySelector("h1")?.focus({ preventScroll: true });
}
