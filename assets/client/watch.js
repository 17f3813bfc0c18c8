/* After each drawing the page is brought in line with the address; the last of these files to run. */
function afterDrawing() {
  const root = document.getElementById("react-entry-point"), main = root.querySelector("main");
  const firstPaint = document.getElementById("first-paint");
  if (!main || (firstPaint && isHeld(firstPaint))) return;
  let answer = null;
  if (firstPaint) {
    const pairs = twins(firstPaint, root);
    root.hidden = false;
    answer = carryOver(pairs);
    firstPaint.remove();
  }
  if (main !== mainShown) {
    cameIn();
    arrive(main);
    showAddress(main);
    answer?.();
  } else if (pageOf(location) === pageShown) {
    showAddress(main); // a callback may have written another choice
  }
  readEvidence(drawer());
  syncPreview(main);
}

new MutationObserver(afterDrawing).observe(document.documentElement, { childList: true, subtree: true });
isRevealed = Boolean(location.hash && reveal());
