// Runs before the first paint: puts the appearance chosen on this device in place, and says whether the page is
// past the day until which it was to be reviewed (a build knows no clock).
(function (root) {
  root.classList.add("js");
  var review = document.querySelector('meta[name="review-by"]');
  if (review && new Date().toISOString().slice(0, 10) > review.content) root.classList.add("overdue");
  try {
    var theme = localStorage.getItem("camnang-theme");
    if (theme === "light" || theme === "dark") root.dataset.theme = theme;
    if (localStorage.getItem("camnang-contrast") === "high") root.dataset.contrast = "high";
    if (localStorage.getItem("camnang-face") === "serif") root.dataset.face = "serif";
    var size = localStorage.getItem("camnang-size");
    if (/^(112|125|150)$/.test(size)) root.dataset.size = size;
  } catch (error) {}
})(document.documentElement);
