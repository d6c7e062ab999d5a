// Opens search at once, in a dialog; the script that answers is loaded only then, or where words are to be marked.
(function () {
  var links = document.querySelectorAll("a.search-open");
  var words = links.length && links[0].dataset;
  if (!words || !words.searchScript) return;
  var page = document.getElementById("_search");
  var field = page;
  var root = document.documentElement;
  var dialog, script;

  function load() {
    if (script) return window.camnang && camnang.searchStart && camnang.searchStart();
    script = part("script", { src: words.searchScript });
    if (!page && words.searchStyle) part("link", { rel: "stylesheet", href: words.searchStyle });
  }

  // Of what does not come the page of results is the way round.
  function part(name, properties) {
    var element = Object.assign(document.createElement(name), properties);
    element.onerror = function () {
      if (dialog) location.href = links[0].href;
    };
    return document.head.appendChild(element);
  }

  function open(event) {
    if (!page && !window.HTMLDialogElement) return;
    event.preventDefault();
    if (!page && !dialog) {
      dialog = document.createElement("dialog");
      dialog.className = "search";
      dialog.innerHTML = '<div class="search-bar" role="search"><input type="search" autocomplete="off" autocapitalize="off" spellcheck="false" enterkeyhint="search" maxlength="200"></div>';
      field = dialog.querySelector("input");
      dialog.setAttribute("aria-label", words.field);
      field.setAttribute("aria-label", field.placeholder = words.field);
      document.body.appendChild(dialog);
    }
    if (dialog && !dialog.open) dialog.showModal();
    field.focus();
    field.select();
    load();
  }

  links.forEach(function (link) {
    link.setAttribute("aria-keyshortcuts", (root.dataset.slash ? "" : "/ ") + "Control+K Meta+K");
    link.addEventListener("click", function (event) {
      if (!event.ctrlKey && !event.metaKey && !event.shiftKey) open(event);
    });
  });
  document.addEventListener("keydown", function (event) {
    var command = event.ctrlKey || event.metaKey;
    var typing = event.target.isContentEditable || /^(INPUT|TEXTAREA|SELECT)$/.test(event.target.tagName);
    if (event.isComposing || event.altKey) return;
    if (command ? event.key.toLowerCase() === "k" && !event.shiftKey : event.key === "/" && !typing && !root.dataset.slash) open(event);
  });
  if (/[?&]q=/.test(location.search)) load();
  if (!page) return;
  // The page of results: who only comes by loads nothing. A query in the address, typing, or searches of before load it.
  function kept() {
    try {
      return localStorage.getItem("camnang-searches-" + root.lang);
    } catch (error) {}
  }
  if (/[#&]q=/.test(location.hash) || kept()) load();
  else if (!location.hash) page.focus();
  page.addEventListener("input", load);
  window.addEventListener("hashchange", load);
})();
