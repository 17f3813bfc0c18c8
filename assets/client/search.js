/* The search field: its results are a page, and the names that it suggests are read from that page once. */
let namesLanguage = null;

on("submit", "[data-search]", (form, event) => {
  if (!drawnMain()) return;
  event.preventDefault();
  visit(withChoice(addressOf(form.getAttribute("action"), new URLSearchParams(new FormData(form)))));
});

on("focusin", ".site-search", async (form) => {
  if (namesLanguage === document.documentElement.lang) return;
  namesLanguage = document.documentElement.lang;
  const answer = await fetch(`${form.getAttribute("action")}?lang=${namesLanguage}`);
  const results = new DOMParser().parseFromString(await answer.text(), "text/html");
  document.getElementById("search-names")?.remove();
  const names = results.getElementById("search-names");
  if (names) document.body.appendChild(names);
});
