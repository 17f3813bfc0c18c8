/* What the forms behind the sign-in need of the browser; without it they still work. */
(function () {
  "use strict";
  document.documentElement.classList.add("scripted");
})();
