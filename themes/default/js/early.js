// Runs before the first paint: puts the appearance chosen on this device in place.
(function (root) {
  root.classList.add("js");
  try {
    var theme = localStorage.getItem("camnang-theme");
    if (theme === "light" || theme === "dark") root.dataset.theme = theme;
    if (localStorage.getItem("camnang-contrast") === "high") root.dataset.contrast = "high";
  } catch (error) {}
})(document.documentElement);
