/* After each drawing the page is brought in line with the address; the last of these files to run. */
function afterDrawing() {
  const main = drawnMain();
  if (!main) return;
  const firstPaint = document.getElementById("first-paint");
  if (firstPaint) {
    const root = document.getElementById("react-entry-point"), pairs = twins(firstPaint, root);
    root.hidden = false;
    const carryFields = carryOver(pairs);
    firstPaint.remove();
    carryFields();
  }
  if (main !== mainShown) {
    cameIn();
    arrive(main);
    showChoice(main);
    showEvidence(drawer());
  }
  readEvidence(drawer());
  syncPreview(main);
}

new MutationObserver(afterDrawing).observe(document.documentElement, { childList: true, subtree: true });
