/* The name of a state greys the other columns. The styles do it; the address says it, and nothing is drawn again. */
function greyOthers(name, event) {
  const isPressed = name.getAttribute("aria-pressed") === "false";
  event.preventDefault();
  history.replaceState(history.state, "", name.getAttribute("href"));
  name.parentNode.querySelectorAll("[data-focus]").forEach((each) => {
    const query = new URLSearchParams(new URL(each.href).search), isChosen = isPressed && each === name;
    each.setAttribute("aria-pressed", String(isChosen));
    if (isChosen) query.delete("focus");
    else query.set("focus", each.dataset.focus);
    each.setAttribute("href", `${location.pathname}?${query}`);
  });
  syncFocus();
}
on("click", "[data-focus]", greyOthers);
document.addEventListener("keydown", (event) => {
  const name = event.key === " " && event.target.closest("[data-focus]");
  if (name) greyOthers(name, event);
});

function syncFocus() {
  const names = [...document.querySelectorAll("#react-entry-point [data-focus]")];
  const chosen = names.findIndex((name) => name.getAttribute("aria-pressed") === "true");
  document.querySelectorAll(".page").forEach((page) => {
    for (let n = 0; n < 5; n += 1) page.classList.toggle(`focus-${n}`, n === chosen);
  });
}
