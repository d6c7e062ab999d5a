// Remembers, on this device, the section one was reading in each chapter, and quietly offers to go on there.
(function () {
  var article = document.querySelector("[data-page] > .article");
  var template = document.getElementById("_resume");
  if (!article || !template) return;
  var KEY = "camnang-places";
  var MOST = 60;
  var page = article.parentNode.dataset.page;
  var heads = Array.prototype.slice.call(article.querySelectorAll(".prose h2[id], .prose h3[id]"));
  if (heads.length < 2) return;

  function places() {
    try {
      return JSON.parse(localStorage.getItem(KEY)) || {};
    } catch (error) {
      return {};
    }
  }

  // Nothing is kept of a page that was only opened, nor of one that was read to its end.
  function remember() {
    var end = article.getBoundingClientRect().bottom < innerHeight;
    var head = null;
    for (var i = 0; i < heads.length && heads[i].getBoundingClientRect().top < innerHeight * 0.4; i++) head = heads[i];
    var all = places();
    delete all[page];
    if (head && head !== heads[0] && !end) all[page] = head.id;
    Object.keys(all).slice(0, -MOST).forEach(function (old) {
      delete all[old];
    });
    try {
      localStorage.setItem(KEY, JSON.stringify(all));
    } catch (error) {}
  }

  function offer(head) {
    var bar = template.content.firstElementChild.cloneNode(true);
    var link = bar.querySelector("a");
    var title = head.cloneNode(true);
    title.querySelectorAll(".self-link").forEach(function (extra) {
      extra.remove();
    });
    link.href = "#" + encodeURIComponent(head.id);
    link.querySelector("bdi").textContent = title.textContent.trim();
    if (article.lang) link.querySelector("bdi").lang = article.lang;
    function close() {
      bar.remove();
      removeEventListener("scroll", away);
    }
    function away() {
      if (scrollY > innerHeight * 1.5) close();
    }
    link.addEventListener("click", close);
    bar.querySelector("button").addEventListener("click", close);
    addEventListener("scroll", away, { passive: true });
    document.getElementById("_content").prepend(bar);
  }

  var way = performance.getEntriesByType && performance.getEntriesByType("navigation")[0];
  var fresh = !location.hash && (!way || way.type === "navigate");
  var head = document.getElementById(places()[page] || "");
  if (fresh && head && article.contains(head)) offer(head);

  var timer = 0;
  addEventListener("scroll", function () {
    clearTimeout(timer);
    timer = setTimeout(remember, 400);
  }, { passive: true });
})();
