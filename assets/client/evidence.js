/* The evidence of a mark opens at the side: `?evidence=` in the address says which. */
const EVIDENCE = `${FOLDER}/evidence/`;
let drawerOpener = null; // the link that gets the focus back when the drawer is closed
let statementAsked = ""; // the statement that the link was about
let hasStep = false; // whether Back closes the drawer

const drawer = () => document.querySelector("#react-entry-point .drawer");
const opensInDrawer = (address) => address.startsWith(EVIDENCE) && !location.pathname.startsWith(EVIDENCE);

function openDrawer(address) {
  const query = new URLSearchParams(location.search), isOpen = query.has("evidence");
  query.set("evidence", address.slice(EVIDENCE.length).split(/[?#]/)[0]);
  statementAsked = address.split("#")[1] || "";
  hasStep ||= !isOpen;
  choose(query, !isOpen);
}

function closeDrawer() {
  if (hasStep) return history.back();
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
  if (!wanted && side.open) {
    side.close();
    (drawerOpener?.isConnected ? drawerOpener : null)?.focus({ preventScroll: true });
  }
  if (!wanted) hasStep = false;
  if (!wanted || (side.open && shownIn(side) === wanted)) return;
  if (!side.open && innerWidth < 768) side.showModal();
  else if (!side.open) side.show();
  side.titleShown = null;
  if (shownIn(side) === wanted) return readEvidence(side);
  query.delete("evidence");
  const address = addressOf(EVIDENCE + wanted, query);
  ask(address);
  window.dash_clientside.set_props("evidence-asked", { data: address });
}

/** Return what the drawer shows: its last link leads to it as a page of its own. */
const shownIn = (side) => decodeURIComponent([...side.querySelectorAll("[data-page]")].pop()?.pathname.slice(EVIDENCE.length));

/** Bring the reader to evidence that has arrived. */
function readEvidence(side) {
  const title = side.open && side.querySelector("#evidence-title");
  if (!title || side.titleShown === title || shownIn(side) !== new URLSearchParams(location.search).get("evidence")) return;
  side.titleShown = title;
  cameIn();
  title.focus({ preventScroll: true });
  side.scrollTop = 0;
  side.querySelector(`[id="drawer-${statementAsked}"]`)?.scrollIntoView({ block: "center" });
}
