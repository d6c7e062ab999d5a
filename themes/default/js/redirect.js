// Leads on to where a page has moved, to the same place in it.
(function () {
  location.replace(document.currentScript.getAttribute("data-target") + location.search + location.hash);
})();
