/* The page of the first response gives way to the one that Dash drew: what the reader did in it is carried over. */
const CARRIED = "a[href], button, summary, details, input, select, textarea, [tabindex]";
const DONE_ALREADY = "[data-copy], [data-full], [data-print]"; // buttons that need no Dash
const RELEASED = ["pointerup", "pointercancel", "pointermove", "keyup", "change", "selectionchange", "fullscreenchange"];
let buttonPressed = null; // of the first page, for Dash's page to answer

const firstPaint = () => document.getElementById("first-paint");

/** Return whether the first page is in use: clicked just now, with words selected, or with a chart on the whole screen. */
function isHeld(first) {
  const { isCollapsed, anchorNode } = getSelection();
  return first.matches(":active") || (!isCollapsed && first.contains(anchorNode)) || first.contains(document.fullscreenElement);
}
for (const type of RELEASED) {
  document.addEventListener(type, () => { if (firstPaint()) setTimeout(afterDrawing); }, true); // after the click
}

on("click", `#first-paint button:not(${DONE_ALREADY})`, (button) => {
  if (!button.form || button.type === "button") buttonPressed = button;
});

/** Carry over what is open and scrolled; return how to carry over the focus and what is typed, chosen or pressed, later. */
function carryOver(first, drawn) {
  const focused = document.activeElement, caret = [focused.selectionStart, focused.selectionEnd], later = [];
  const twins = drawn.querySelectorAll(CARRIED);
  first.querySelectorAll(CARRIED).forEach((part, n) => {
    const twin = twins[n];
    if (twin?.tagName !== part.tagName || twin.name !== part.name) return;
    if (part.open !== undefined && part.open !== twin.open) twin.querySelector("summary").click();
    if (part.scrollLeft || part.scrollTop) twin.scrollTo(part.scrollLeft, part.scrollTop);
    if (part.checked !== undefined) twin.checked = part.checked;
    if (part === focused) later.push(() => twin.focus({ preventScroll: true }));
    if (part.value !== undefined && part.value !== twin.value) later.push(() => setValue(twin, part.value));
    if (part === focused && typeof caret[0] === "number") later.push(() => twin.setSelectionRange(...caret));
    if (part === buttonPressed) later.push(() => twin.click());
  });
  return later;
}

/** Dash holds the value of its own fields, which have an id of several parts; it calls the callback of the field too. */
function setValue(field, value) {
  if (field.id.startsWith("{")) window.dash_clientside.set_props(JSON.parse(field.id), { value });
  else field.value = value;
}

/** Bring the page in line with the address after each drawing, and the first page to an end when it is not in use. */
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
