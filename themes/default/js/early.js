// Runs before the first paint: puts the appearance chosen on this device in place, and says whether the page is
// past the day until which it was to be reviewed (a build knows no clock). Fonts are asked for at once, so that they
// are there for the first lines; from disk, where none can be asked for ahead, the page may wait for them.
(function (root) {
  root.classList.add("js");
  var fonts = (document.currentScript.dataset.fonts || "").trim();
  if (location.protocol === "file:") root.classList.add("on-disk");
  else if (fonts) fonts.split(" ").forEach(function (href) {
    var link = document.createElement("link");
    link.rel = "preload";
    link.as = "font";
    link.type = "font/woff2";
    link.crossOrigin = "";
    link.href = href;
    document.head.appendChild(link);
  });
  var review = document.querySelector('meta[name="review-by"]');
  if (review && new Date().toISOString().slice(0, 10) > review.content) root.classList.add("overdue");
  try {
    var theme = localStorage.getItem("camnang-theme");
    if (theme === "light" || theme === "dark") root.dataset.theme = theme;
    if (localStorage.getItem("camnang-contrast") === "high") root.dataset.contrast = "high";
    if (localStorage.getItem("camnang-face") === "serif") root.dataset.face = "serif";
    if (localStorage.getItem("camnang-slash")) root.dataset.slash = "off";
    var size = localStorage.getItem("camnang-size");
    if (/^(112|125|150)$/.test(size)) root.dataset.size = size;
  } catch (error) {}
})(document.documentElement);
