/* The page of the first response gives way to the one that Dash drew: what the reader did in it is carried over. */
const CARRIED = "a[href], button, summary, details, input, select, textarea, [tabindex]";
const DONE_ALREADY = "[data-copy], [data-full], [data-print]"; // buttons that need no Dash
let isPressed = false; // the pointer is down
let buttonPressed = null; // of the first page, for Dash's page to answer

/** Return whether the first page is in use: clicked just now, with words selected, or with a chart on the whole screen. */
function isHeld(firstPaint) {
  const { isCollapsed, anchorNode } = getSelection();
  return isPressed || (!isCollapsed && firstPaint.contains(anchorNode)) || firstPaint.contains(document.fullscreenElement);
}
document.addEventListener("pointerdown", () => { isPressed = true; }, true);
for (const type of ["pointerup", "pointercancel", "pointermove", "keydown", "change"]) {
  document.addEventListener(type, (event) => {
    if (!isPressed || event.buttons) return;
    isPressed = false;
    setTimeout(afterDrawing); // after the click
  }, true);
}
for (const type of ["selectionchange", "fullscreenchange"]) document.addEventListener(type, () => afterDrawing());

on("click", `#first-paint button:not(${DONE_ALREADY})`, (button) => {
  if (!button.form || button.type === "button") buttonPressed = button;
});

/** Return each part of the first page with the same part of the page drawn later. */
function twins(firstPaint, drawn) {
  const later = drawn.querySelectorAll(CARRIED);
  return [...firstPaint.querySelectorAll(CARRIED)]
    .map((part, n) => [part, later[n]])
    .filter(([part, twin]) => twin?.tagName === part.tagName && twin.name === part.name);
}

/** Carry over what is open and scrolled; return how to carry over the focus and what is typed, chosen or pressed, later. */
function carryOver(pairs) {
  const focused = document.activeElement, caret = [focused.selectionStart, focused.selectionEnd], fields = [];
  let focus = null, press = null;
  for (const [part, later] of pairs) {
    if (part.open !== undefined && part.open !== later.open) later.querySelector("summary").click();
    if (part.scrollLeft || part.scrollTop) later.scrollTo(part.scrollLeft, part.scrollTop);
    if (part.value !== undefined && part.value !== later.value) fields.push([later, part.value]);
    if (part.checked !== undefined) later.checked = part.checked;
    if (part === focused) focus = later;
    if (part === buttonPressed) press = later;
  }
  return () => {
    focus?.focus({ preventScroll: true });
    fields.forEach(([field, value]) => setValue(field, value));
    if (typeof caret[0] === "number") focus?.setSelectionRange?.(...caret);
    press?.click();
  };
}

/** Dash holds the value of its own fields, which have an id of several parts; it calls the callback of the field too. */
function setValue(field, value) {
  if (field.id.startsWith("{")) window.dash_clientside.set_props(JSON.parse(field.id), { value });
  else field.value = value;
}
