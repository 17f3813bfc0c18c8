/* The search: what is chosen here goes with it, and the names that its field suggests are read from its page. */
document.addEventListener("formdata", (event) => carryChoice(event.formData));

on("focusin", ".site-search", async (form) => {
  if (form.dataset.named) return;
  form.dataset.named = "true";
  const answer = await fetch(`${form.getAttribute("action")}?lang=${document.documentElement.lang}`);
  const results = new DOMParser().parseFromString(await answer.text(), "text/html");
  document.body.append(results.getElementById("search-names"));
});
