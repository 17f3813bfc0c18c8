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

  const folded = (text) => text.toLowerCase().replaceAll("ё", "е").replaceAll("’", "'");

  /* The stem of a word: that of the index, else the longest one that begins the word. */
  function stem(index, word) {
    if (Object.hasOwn(index.stems, word)) return index.stems[word];
    for (let n = word.length; n >= Math.max(3, word.length - 5) && !/\d/.test(word); n -= 1) {
      if (Object.hasOwn(index.words, word.slice(0, n))) return word.slice(0, n);
    }
    return word;
  }

  /* For each word or known phrase of a query the phrases of which a page has to have one. */
  function wanted(index, asked) {
    const words = folded(asked).match(/[\p{L}\p{N}_]+(?:['.-][\p{L}\p{N}_]+)*/gu) ?? [], found = [];
    const stems = words.filter((word) => !index.stop.includes(word)).map((word) => stem(index, word));
    while (stems.length) {
      const own = [3, 2, 1].map((n) => stems.slice(0, n).join(" "));
      const group = own.map((each) => index.synonyms.find((one) => one.some((phrase) => phrase.join(" ") === each)));
      const n = group.findIndex(Boolean);
      found.push(n < 0 ? [[stems[0]]] : group[n]);
      stems.splice(0, n < 0 ? 1 : own[n].split(" ").length);
    }
    return found;
  }

  /* The numbers of the pages with a stem, else with those that it begins: each is so far from the one before. */
  function pagesWith(index, own) {
    const numbers = new Set(), isPart = !index.words[own]?.length && own.length >= 3 && !/^\d+$/.test(own);
    const held = isPart ? Object.keys(index.words).filter((each) => each.startsWith(own)) : [own];
    for (const each of held) (index.words[each] ?? []).reduce((page, step) => (numbers.add(page + step), page + step), 0);
    return numbers;
  }

  function search(index, found) {
    const asked = new URLSearchParams(location.search).get("q")?.trim() ?? "", groups = wanted(index, asked);
    const holding = groups.map((phrases) => phrases.map((phrase) => phrase.map((own) => pagesWith(index, own))));
    const isHit = (n) => groups.length && holding.every((some) => some.some((all) => all.every((pages) => pages.has(n))));
    const hits = index.pages.filter((_, n) => isHit(n));
    const isIn = (own, title) => ` ${folded(title)}`.includes(` ${own}`);
    const isNamed = ([, title]) => groups.every((some) => some.some((all) => all.every((own) => isIn(own, title))));
    document.querySelectorAll("[name=q]").forEach((field) => { field.value = asked; });
    const said = hits.length ? `${found.dataset.found} ${hits.length}` : found.dataset.none;
    if (asked) found.before(Object.assign(document.createElement("p"), { textContent: said }));
    for (const [file, title] of new Set([...hits.filter(isNamed), ...hits])) {
      const link = Object.assign(document.createElement("a"), { href: file, textContent: title });
      found.appendChild(document.createElement("li")).appendChild(link);
    }
  }
})();
