// A click on a place's own link copies its address and says so.
(function () {
  var words = document.querySelector("[data-copied]");
  if (!words || !navigator.clipboard) return;
  var toast = document.createElement("p");
  toast.className = "toast";
  toast.setAttribute("role", "status");
  document.body.appendChild(toast);
  var timer;
  document.addEventListener("click", function (event) {
    var link = event.target.closest("a.self-link");
    if (!link) return;
    navigator.clipboard.writeText(link.href).then(function () {
      toast.textContent = words.dataset.copied;
      clearTimeout(timer);
      timer = setTimeout(function () {
        toast.textContent = "";
      }, 2500);
    }, function () {});
  });
})();
