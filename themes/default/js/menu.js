// The menu on a phone opens and closes without moving the page, and gives the focus back.
(function () {
  var menu = document.getElementById("_menu");
  var links = document.querySelectorAll('a[href="#_menu"]');
  if (!menu || !links.length) return;
  var from = null;

  function set(open) {
    menu.classList.toggle("open", open);
    document.documentElement.style.overflow = open ? "hidden" : "";
    if (open) {
      var here = menu.querySelector('[aria-current="page"]') || menu.querySelector("a");
      here.focus();
    } else if (from) {
      from.focus();
    }
  }

  links.forEach(function (link) {
    link.addEventListener("click", function (event) {
      event.preventDefault();
      from = link;
      set(true);
    });
  });
  menu.querySelector(".menu-close").addEventListener("click", function (event) {
    if (!menu.classList.contains("open")) return;
    event.preventDefault();
    set(false);
  });
  document.addEventListener("keydown", function (event) {
    if (event.key === "Escape" && menu.classList.contains("open")) set(false);
  });
})();
