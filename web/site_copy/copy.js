/* What a copy without a server does by itself: a choice of a filter leads to its page, and the search finds pages. */
(function () {
  "use strict";
  document.addEventListener("change", (event) => {
    const to = event.target.selectedOptions?.[0].dataset.to;
    if (to) location.href = to;
  });

  const pages = window.bukharaPages, found = document.getElementById("found");
  if (!pages || !found) return;
  const asked = new URLSearchParams(location.search).get("q")?.trim() ?? "";
  const folded = (text) => text.toLowerCase().replaceAll("ё", "е");
  function stem(word) {
    const own = folded(word).replace(/^[^\p{L}\p{N}]+|[^\p{L}\p{N}]+$/gu, "");
    if (/\d/.test(own)) return own;
    const endings = pages.endings[/[а-я]/.test(own) ? "ru" : "en"];
    const ending = endings.find((each) => own.endsWith(each) && own.length - each.length >= 3);
    return ending ? own.slice(0, -ending.length) : own;
  }
  const alternatives = (own) => pages.synonyms.find((each) => each.includes(own)) ?? [own];
  const wanted = asked.split(/\s+/).map(stem).filter(Boolean).map(alternatives);
  const begins = (text) => (own) => (` ${text}`).includes(` ${own}`);
  const has = (text) => wanted.every((each) => each.some(begins(text)));
  const hits = wanted.length ? pages.pages.filter(([, title, words]) => has(`${folded(title)} ${words}`)) : [];
  const byTitle = hits.filter(([, title]) => has(folded(title)));
  document.querySelectorAll("[name=q]").forEach((field) => { field.value = asked; });
  const said = hits.length ? `${found.dataset.found} ${hits.length}` : found.dataset.none;
  if (asked) found.before(Object.assign(document.createElement("p"), { textContent: said }));
  for (const [file, title] of new Set([...byTitle, ...hits])) {
    const link = Object.assign(document.createElement("a"), { href: file, textContent: title });
    found.appendChild(document.createElement("li")).appendChild(link);
  }
})();
