/* The page is painted first; then the whole style sheet and our own script are asked for, and Dash's scripts when the page
   is touched, which run in their order. A page that is of no use without Dash asks at once. */
(function () {
  "use strict";
  const TOUCHES = ["mousemove", "mousedown", "keydown", "focusin"]; // a finger that taps makes some, one that scrolls none
  const query = new URLSearchParams(location.search);
  if (!query.get("lang")) { // the server has answered in the language of the reader
    query.set("lang", document.documentElement.lang);
    history.replaceState(null, "", `?${query}${location.hash}`);
  }
  function add(part) {
    const own = document.importNode(part, true);
    own.async = false;
    return document.head.appendChild(own);
  }
  requestAnimationFrame(() => setTimeout(() => {
    const later = document.getElementById("later"), [sheet, client, ...ofDash] = later.content.children, renderer = ofDash.pop();
    function askForDash() {
      TOUCHES.forEach((type) => document.removeEventListener(type, askForDash));
      ofDash.map(add).filter((each) => each.src).pop().onload = () => add(renderer);
    }
    [sheet, client].forEach(add);
    if ("atOnce" in later.dataset) askForDash();
    else TOUCHES.forEach((type) => document.addEventListener(type, askForDash));
  }));
})();
