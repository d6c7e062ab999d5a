// Starts what the page asks for; called again when a dialog has been made.
camnang.searchStart = (function () {
  "use strict";
  const ui = camnang.searchUi;
  const done = new Set();

  function once(element, work) {
    if (!element || done.has(element)) return;
    done.add(element);
    work(element);
  }

  return function () {
    once(document.querySelector("dialog.search"), ui.dialog);
    once(document.getElementById("_search"), (field) => ui.results(field, document.getElementById("_results")));
    const query = ui.normal(new URLSearchParams(location.search).get("q") || "").slice(0, 200);
    if (query) once(document.querySelector(".article") || document.querySelector("main"), (article) => ui.marks(article, query));
  };
})();
camnang.searchStart();
