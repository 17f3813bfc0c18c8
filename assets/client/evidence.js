/* The evidence of a mark opens at the side: `?evidence=` in the address says which. */
const EVIDENCE = `${FOLDER}/evidence/`;
let drawerOpener = null; // the link that gets the focus back when the drawer is closed
let statementAsked = ""; // the statement that the link was about

const drawer = () => document.querySelector("#react-entry-point .drawer");
const opensInDrawer = (address) => address.startsWith(EVIDENCE) && !location.pathname.startsWith(EVIDENCE);

function openDrawer(address) {
  const query = new URLSearchParams(location.search), isOpen = query.has("evidence");
  query.set("evidence", address.slice(EVIDENCE.length).split(/[?#]/)[0]);
  statementAsked = address.split("#")[1] || "";
  choose(query, !isOpen);
}

function closeDrawer() {
  if (history.state?.isStep) return history.back();
  const query = new URLSearchParams(location.search);
  query.delete("evidence");
  return choose(query, false);
}
on("click", "#react-entry-point [data-close]", closeDrawer);
document.addEventListener("keydown", (event) => {
  if (event.key !== "Escape" || !drawer()?.open) return;
  event.preventDefault();
  closeDrawer();
});

/** Close or open the drawer as the address says, and ask the one Python callback for what it does not show yet. */
function showEvidence(side) {
  const query = new URLSearchParams(location.search), wanted = query.get("evidence");
  if (side.wanted === wanted) return;
  side.wanted = wanted;
  side.close();
  if (!wanted) return drawerOpener?.focus({ preventScroll: true });
  if (innerWidth < 768) side.showModal();
  else side.show();
  side.isUnread = true;
  if (shownIn(side) === wanted) return;
  query.delete("evidence");
  const address = addressOf(EVIDENCE + wanted, query);
  ask(address);
  window.dash_clientside.set_props("evidence-asked", { data: address });
}

/** Return what the drawer shows: its last link leads to it as a page of its own. */
const shownIn = (side) => decodeURIComponent([...side.querySelectorAll("[data-page]")].pop()?.pathname.slice(EVIDENCE.length));

/** Bring the reader to evidence that has arrived. */
function readEvidence(side) {
  if (!side.isUnread || shownIn(side) !== side.wanted) return;
  side.isUnread = false;
  cameIn();
  side.querySelector("#evidence-title").focus({ preventScroll: true });
  side.scrollTop = 0;
  side.querySelector(`[id="drawer-${statementAsked}"]`)?.scrollIntoView({ block: "center" });
}
