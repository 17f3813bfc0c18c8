/* The evidence of a mark opens at the side. `?evidence=` in the address says which; Dash does not see it. */
const EVIDENCE = "/evidence/";
let panelOpener = null; // the address whose link gets the focus back when the panel is closed
let statementAsked = null; // the statement that the link was about
let pageShown = pageOf(location);

const panel = () => document.querySelector("#react-entry-point .panel");
const evidenceAsked = () => new URLSearchParams(location.search).get("evidence");

function opensInPanel(address) {
  return address.startsWith(EVIDENCE) && !location.pathname.startsWith(EVIDENCE);
}

function openPanel(address) {
  const query = new URLSearchParams(location.search), isOpen = query.has("evidence");
  query.set("evidence", address.slice(EVIDENCE.length).split(/[?#]/)[0]);
  const here = `${location.pathname}?${query}`;
  if (isOpen) history.replaceState(history.state, "", here);
  else history.pushState({ panel: true }, "", here);
  fillPanel(address);
}

/** Ask the one Python callback for the content of the panel, unless it has it already. */
function fillPanel(address) {
  const side = panel(), shown = side.querySelector("[data-page]"), [path, hash] = address.split("#");
  statementAsked = hash;
  if (shown?.getAttribute("href") === path) {
    side.titleShown = null;
    return syncPanel();
  }
  side.classList.add("asked");
  unfoldPanel(side);
  window.dash_clientside.set_props("evidence-asked", { title: path });
}

function unfoldPanel(side) {
  if (side.open) return;
  if (innerWidth < 768) side.showModal();
  else side.show();
}

function closePanel() {
  if (history.state?.panel) return history.back();
  history.replaceState({}, "", pageShown + location.hash);
  syncPanel();
}
on("click", "[data-close]", closePanel);

/** Open or close the panel as the address says, after each drawing and after Back and Forward. */
function syncPanel() {
  const side = panel();
  if (!side) return;
  pageShown = pageOf(location);
  const asked = evidenceAsked();
  if (!asked && side.open) {
    side.close();
    if (panelOpener) linkTo(panelOpener)?.focus({ preventScroll: true });
  }
  const title = side.querySelector("#evidence-title");
  if (!asked || !title || side.titleShown === title) return;
  side.titleShown = title;
  side.classList.remove("asked");
  unfoldPanel(side);
  title.focus({ preventScroll: true });
  side.scrollTop = 0;
  if (statementAsked) side.querySelector(`[id="panel-${statementAsked}"]`)?.scrollIntoView({ block: "center" });
}

window.addEventListener("popstate", (event) => {
  if (pageOf(location) !== pageShown || !panel()) {
    titleBefore = document.title;
    linkToFocus = linksFollowed[pageOf(location)] || "";
    return;
  }
  event.stopImmediatePropagation();
  const asked = evidenceAsked();
  if (!asked) return syncPanel();
  const query = new URLSearchParams(location.search);
  query.delete("evidence");
  fillPanel(`${EVIDENCE}${asked}?${query}`);
}, true);

document.addEventListener("keydown", (event) => {
  if (event.key !== "Escape" || !panel()?.open) return;
  event.preventDefault();
  closePanel();
});
