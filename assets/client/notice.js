/* What is under way is said, and that it did not come; then it can be opened as a document, which says why. */
let asked = ""; // the address of what Dash was asked for

const say = (children) => window.dash_clientside.set_props("notice", { children });

function ask(address) {
  asked = address;
  say(mainShown.dataset.loading);
}

function cameIn() {
  if (asked) say("");
  asked = "";
}

/** Say that nothing came, where Dash has stopped asking and has drawn nothing for a second. */
new MutationObserver(() => {
  const wanted = asked;
  if (!asked || document.querySelector("#react-entry-point [data-dash-is-loading]")) return;
  setTimeout(() => {
    if (asked !== wanted) return;
    const link = { href: asked, children: mainShown.dataset.again, "data-plain": "" };
    say([mainShown.dataset.failed, " ", { namespace: "dash_html_components", type: "A", props: link }]);
  }, 1000);
}).observe(document.documentElement, { attributes: true, attributeFilter: ["data-dash-is-loading"], subtree: true });
