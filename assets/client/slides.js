/* The slides of a panel: what is changed in the form is written into the address, the preview stays where it is. */
let slideShown = ""; // the slide of the preview
let slidesBefore = null; // the document of slides that the preview showed last
let rowDragged = null;

/** Ask for the address of the choice in the form, and go there. */
async function chooseSlides(form, button) {
  const query = new URLSearchParams(new FormData(form)), used = document.activeElement, row = used.closest("[data-row]");
  if (button?.name) query.append(button.name, button.value);
  if (row?.dataset.row && used.checked !== false) slideShown = row.dataset.row;
  const answer = await fetch(addressOf(form.getAttribute("action"), query), { headers: { Accept: "application/json" } });
  go((await answer.json()).to.split("#")[0]);
}

/** Keep the preview on its slide when the page is drawn again, and mark the slide in the running order. */
function syncPreview(main) {
  const preview = main.querySelector(".panel-preview"), isNew = preview && !preview.dataset.drawn;
  if (!preview) slidesBefore = null;
  if (isNew) {
    if (slideShown) preview.src += `#${slideShown}`;
    preview.dataset.drawn = "true"; // once, before it has loaded: Back leads to the page before
    if (slidesBefore) coverPreview(preview);
  }
  main.querySelectorAll("[data-row]").forEach((row) => {
    row.classList.toggle("shown", Boolean(preview) && row.dataset.row === slideShown);
  });
}

/** Put a copy of the slide before in front while the slides of a new choice load. */
function coverPreview(preview) {
  const copy = document.createElement("iframe");
  copy.className = "panel-before";
  copy.inert = true;
  preview.before(copy);
  const inside = copy.contentDocument;
  inside.open();
  inside.write("<!DOCTYPE html>");
  inside.close();
  inside.documentElement.replaceWith(inside.importNode(slidesBefore.documentElement, true));
  preview.addEventListener("load", () => copy.remove(), { once: true });
}

window.addEventListener("message", (event) => {
  const preview = document.querySelector("#react-entry-point .panel-preview");
  if (!preview || event.source !== preview.contentWindow || !event.data.shown) return;
  slidesBefore = preview.contentDocument;
  slideShown = String(event.data.shown);
  syncPreview(preview.closest("main"));
});

on("click", '#react-entry-point [target="panel-preview"]', (link, event) => {
  if (event.ctrlKey || event.metaKey || event.shiftKey) return;
  event.preventDefault();
  document.querySelector("#react-entry-point .panel-preview").contentWindow.location.replace(link.href);
});
on("submit", "#react-entry-point [data-builder]", (form, event) => {
  event.preventDefault();
  chooseSlides(form, event.submitter);
});
on("change", "#react-entry-point [data-builder]", (form) => chooseSlides(form));

on("dragstart", "[data-row]", (row) => {
  rowDragged = row;
  slideShown = row.dataset.row || slideShown;
  row.classList.add("dragged");
});
document.addEventListener("dragover", (event) => {
  let row = rowDragged && event.target.closest("[data-row]");
  while (row && row.parentNode !== rowDragged.parentNode) row = row.parentNode.closest("[data-row]");
  if (!row || row === rowDragged) return;
  event.preventDefault();
  const middle = row.getBoundingClientRect().top + row.offsetHeight / 2;
  row.parentNode.insertBefore(rowDragged, event.clientY > middle ? row.nextSibling : row);
});
document.addEventListener("dragend", () => {
  if (!rowDragged) return;
  rowDragged.classList.remove("dragged");
  chooseSlides(rowDragged.closest("[data-builder]"));
  rowDragged = null;
});
