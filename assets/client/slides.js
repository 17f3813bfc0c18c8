/* The slides of a panel: what is changed in the form is written into the address, the preview stays where it is. */
let slideShown = ""; // the slide of the preview

/** Ask for the address of the choice in the form, and go there. */
async function chooseSlides(form) {
  const query = new URLSearchParams(new FormData(form)), used = document.activeElement, row = used.closest("[data-row]");
  if (row?.dataset.row && used.checked !== false) slideShown = row.dataset.row;
  const answer = await fetch(addressOf(form.getAttribute("action"), query), { headers: { Accept: "application/json" } });
  go((await answer.json()).to);
}
on("submit", "#react-entry-point [data-builder]", (form, event) => {
  event.preventDefault();
  chooseSlides(form);
});
on("change", "#react-entry-point [data-builder]", (form) => chooseSlides(form));

/** Keep the preview on its slide when the page is drawn again, and mark the slide in the running order. */
function syncPreview(main) {
  const preview = main.querySelector(".panel-preview");
  if (preview && !preview.dataset.drawn) {
    if (slideShown) preview.src += `#${slideShown}`;
    preview.dataset.drawn = "true"; // once, before it has loaded: Back leads to the page before
  }
  main.querySelectorAll("[data-row]").forEach((row) => row.classList.toggle("shown", row.dataset.row === slideShown));
}
window.addEventListener("message", (event) => {
  const preview = drawnMain()?.querySelector(".panel-preview");
  if (!preview || event.source !== preview.contentWindow || !event.data.shown) return;
  slideShown = String(event.data.shown);
  syncPreview(drawnMain());
});
