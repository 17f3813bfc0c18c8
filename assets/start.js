/* The page is painted first; then the whole style sheet and Dash's scripts are asked for, which run in their order. */
(function () {
  "use strict";
  const query = new URLSearchParams(location.search);
  if (!query.get("lang")) { // the server has answered in the language of the reader
    query.set("lang", document.documentElement.lang);
    history.replaceState(null, "", `?${query}${location.hash}`);
  }
  function add(part) {
    const own = document.createElement(part.localName);
    [...part.attributes].forEach((each) => own.setAttribute(each.name, each.value));
    own.textContent = part.textContent;
    own.async = false;
    return document.head.appendChild(own);
  }
  requestAnimationFrame(() => setTimeout(() => {
    const parts = [...document.getElementById("later").content.children], renderer = parts.pop();
    parts.map(add).pop().onload = () => add(renderer);
  }));
})();
