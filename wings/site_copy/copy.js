/* What a copy without a server does by itself: a choice of a filter leads to its page, and the search finds pages. */
(function () {
  "use strict";
  document.addEventListener("change", (event) => {
    const to = event.target.selectedOptions?.[0].dataset.to;
    if (to) location.href = to;
  });
  document.addEventListener("DOMContentLoaded", () => {
    const index = window.bukharaPages, found = document.getElementById("found");
    if (index && found) search(index, found);
  });

  const folded = (text) => text.toLowerCase().replaceAll("ё", "е");

  function stem(word, endings) {
    const own = folded(word).replace(/^[^\p{L}\p{N}]+|[^\p{L}\p{N}]+$/gu, "");
    if (/\d/.test(own)) return own;
    const ending = endings[/[а-я]/.test(own) ? "ru" : "en"].find((each) => own.endsWith(each) && own.length - each.length >= 3);
    return ending ? own.slice(0, -ending.length) : own;
  }

  /* The numbers of the pages with a word that begins so: the index says how far each is from the one before. */
  function pagesWith(index, beginning) {
    const numbers = new Set();
    for (const [word, steps] of Object.entries(index.words)) {
      if (word.startsWith(beginning)) steps.reduce((page, step) => (numbers.add(page + step), page + step), 0);
    }
    index.pages.forEach(([, title], n) => { if (` ${folded(title)}`.includes(` ${beginning}`)) numbers.add(n); });
    return numbers;
  }

  function search(index, found) {
    const asked = new URLSearchParams(location.search).get("q")?.trim() ?? "";
    const stems = asked.split(/\s+/).map((word) => stem(word, index.endings)).filter(Boolean);
    const wanted = stems.map((own) => index.synonyms.find((each) => each.includes(own)) ?? [own]);
    const holding = wanted.map((each) => each.map((own) => pagesWith(index, own)));
    const hits = index.pages.filter((_, n) => wanted.length && holding.every((each) => each.some((pages) => pages.has(n))));
    const isNamed = ([, title]) => wanted.every((each) => each.some((own) => ` ${folded(title)}`.includes(` ${own}`)));
    document.querySelectorAll("[name=q]").forEach((field) => { field.value = asked; });
    const said = hits.length ? `${found.dataset.found} ${hits.length}` : found.dataset.none;
    if (asked) found.before(Object.assign(document.createElement("p"), { textContent: said }));
    for (const [file, title] of new Set([...hits.filter(isNamed), ...hits])) {
      const link = Object.assign(document.createElement("a"), { href: file, textContent: title });
      found.appendChild(document.createElement("li")).appendChild(link);
    }
  }
})();
