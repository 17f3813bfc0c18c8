/* The page of the first response gives way to the one that Dash drew: what the reader did in it is carried over. */
const CARRIED = "a[href], button, summary, details, input, select, textarea, [tabindex]";

/** Return each part of the first page with the same part of the page drawn later. */
function twins(firstPaint, drawn) {
  const later = drawn.querySelectorAll(CARRIED);
  return [...firstPaint.querySelectorAll(CARRIED)]
    .map((part, n) => [part, later[n]])
    .filter(([part, twin]) => twin?.tagName === part.tagName);
}

/** Carry over what is open and scrolled; return how to carry over the focus and what is typed or chosen, later. */
function carryOver(pairs) {
  const focused = document.activeElement, caret = [focused.selectionStart, focused.selectionEnd], fields = [];
  let focus = null;
  for (const [part, later] of pairs) {
    if (part.tagName === "DETAILS") later.open = part.open;
    if (part.scrollLeft || part.scrollTop) later.scrollTo(part.scrollLeft, part.scrollTop);
    if (part.value !== undefined && part.value !== later.value) fields.push([later, part.value]);
    if (part.checked !== undefined) later.checked = part.checked;
    if (part === focused) focus = later;
  }
  return () => {
    focus?.focus({ preventScroll: true });
    fields.forEach(([field, value]) => setValue(field, value));
    if (typeof caret[0] === "number") focus?.setSelectionRange?.(...caret);
  };
}

/** Dash holds the value of its own fields, which have an id of several parts; it calls the callback of the field too. */
function setValue(field, value) {
  if (field.id.startsWith("{")) window.dash_clientside.set_props(JSON.parse(field.id), { value });
  else field.value = value;
}
