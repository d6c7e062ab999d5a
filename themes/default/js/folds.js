// Small menus close when one leaves them or presses Escape; the on-page contents stand open where there is room.
(function () {
  function close(except) {
    document.querySelectorAll("details.fold[open]").forEach(function (fold) {
      if (fold !== except) fold.open = false;
    });
  }

  document.addEventListener("click", function (event) {
    close(event.target.closest("details.fold"));
  });
  document.addEventListener("keydown", function (event) {
    if (event.key !== "Escape") return;
    var fold = document.querySelector("details.fold[open]");
    if (!fold) return;
    fold.open = false;
    fold.querySelector("summary").focus();
  });

  var contents = document.querySelector(".on-this-page details");
  if (contents && matchMedia("(min-width: 78rem)").matches) contents.open = true;
})();
