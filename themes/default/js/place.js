// Marks, in the on-page contents, the section that is being read.
(function () {
  var links = document.querySelectorAll(".on-this-page a[href^='#']");
  if (!links.length || !("IntersectionObserver" in window)) return;
  var byId = {};
  var heads = [];
  links.forEach(function (link) {
    var id = decodeURIComponent(link.hash.slice(1));
    var head = document.getElementById(id);
    if (!head) return;
    byId[id] = link;
    heads.push(head);
  });

  function mark() {
    var current = null;
    for (var i = 0; i < heads.length; i++) {
      if (heads[i].getBoundingClientRect().top > innerHeight * 0.3) break;
      current = heads[i];
    }
    links.forEach(function (link) {
      if (current && byId[current.id] === link) link.setAttribute("aria-current", "location");
      else link.removeAttribute("aria-current");
    });
  }

  var watcher = new IntersectionObserver(mark, { rootMargin: "0px 0px -70% 0px", threshold: [0, 1] });
  heads.forEach(function (head) {
    watcher.observe(head);
  });
  mark();
})();
