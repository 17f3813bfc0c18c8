/* The evidence of a mark opens at the side. `?evidence=` in the address says which; Dash does not see it. */
const EVIDENCE = "/evidence/";
let drawerOpener = null; // the address whose link gets the focus back when the drawer is closed
let statementAsked = null; // the statement that the link was about
let pageShown = pageOf(location);

const drawer = () => document.querySelector("#react-entry-point .drawer");
const evidenceAsked = () => new URLSearchParams(location.search).get("evidence");

function opensInDrawer(address) {
  return address.startsWith(EVIDENCE) && !location.pathname.startsWith(EVIDENCE);
}

function openDrawer(address) {
  const query = new URLSearchParams(location.search), isOpen = query.has("evidence");
  query.set("evidence", address.slice(EVIDENCE.length).split(/[?#]/)[0]);
  const here = `${location.pathname}?${query}`;
  if (isOpen) history.replaceState(history.state, "", here);
  else history.pushState({ drawer: true }, "", here);
  fillDrawer(address);
}

/** Ask the one Python callback for the content of the drawer, unless it has it already. */
function fillDrawer(address) {
  const side = drawer(), shown = side.querySelector("[data-page]"), [path, hash] = address.split("#");
  statementAsked = hash;
  if (shown?.getAttribute("href") === path) {
    side.titleShown = null;
    return syncDrawer();
  }
  side.classList.add("asked");
  unfoldDrawer(side);
  window.dash_clientside.set_props("evidence-asked", { title: path });
}

function unfoldDrawer(side) {
  if (side.open) return;
  if (innerWidth < 768) side.showModal();
  else side.show();
}

function closeDrawer() {
  if (history.state?.drawer) return history.back();
  history.replaceState({}, "", pageShown + location.hash);
  syncDrawer();
}
on("click", "[data-close]", closeDrawer);

/** Open or close the drawer as the address says, after each drawing and after Back and Forward. */
function syncDrawer() {
  const side = drawer();
  if (!side) return;
  pageShown = pageOf(location);
  const asked = evidenceAsked();
  if (!asked && side.open) {
    side.close();
    if (drawerOpener) linkTo(drawerOpener)?.focus({ preventScroll: true });
  }
  const title = side.querySelector("#evidence-title");
  if (!asked || !title || side.titleShown === title) return;
  side.titleShown = title;
  side.classList.remove("asked");
  unfoldDrawer(side);
  title.focus({ preventScroll: true });
  side.scrollTop = 0;
  if (statementAsked) side.querySelector(`[id="drawer-${statementAsked}"]`)?.scrollIntoView({ block: "center" });
}

window.addEventListener("popstate", (event) => {
  if (pageOf(location) !== pageShown || !drawer()) {
    titleBefore = document.title;
    linkToFocus = linksFollowed[pageOf(location)] || "";
    return;
  }
  event.stopImmediatePropagation();
  syncStates();
  const asked = evidenceAsked();
  if (!asked) return syncDrawer();
  const query = new URLSearchParams(location.search);
  query.delete("evidence");
  fillDrawer(`${EVIDENCE}${asked}?${query}`);
}, true);

document.addEventListener("keydown", (event) => {
  if (event.key !== "Escape" || !drawer()?.open) return;
  event.preventDefault();
  closeDrawer();
});
