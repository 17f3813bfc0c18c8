/* After each drawing the page is brought in line with the address; the last of these files to run. */
function afterDrawing() {
  const root = document.getElementById("react-entry-point"), main = root.querySelector("main"), first = firstPaint();
  if (!main || (first && isHeld(first))) return;
  root.hidden = false;
  const later = first ? carryOver(first, root) : [];
  first?.remove();
  if (main !== mainShown) {
    cameIn();
    arrive(main);
  }
  if (pageOf(location) === pageShown) showAddress(main); // a callback may have written another choice
  later.forEach((carry) => carry());
  syncPreview(main);
}

new MutationObserver(afterDrawing).observe(document.documentElement, { childList: true, subtree: true });
if (location.hash) reveal();
