// A figure's image opens as large as the window, by pointer and by keyboard.
(function () {
  var words = document.querySelector("[data-large]");
  if (!words || !window.HTMLDialogElement) return;
  document.querySelectorAll(".prose figure > img, .prose figure > picture > img").forEach(function (image) {
    var button = document.createElement("button");
    button.type = "button";
    button.className = "enlarge";
    button.setAttribute("aria-label", words.dataset.large + (image.alt ? ": " + image.alt : ""));
    var shown = image.parentNode.tagName === "PICTURE" ? image.parentNode : image;
    shown.before(button);
    button.appendChild(shown);
    button.addEventListener("click", function () {
      open(image, shown);
    });
  });

  function open(image, shown) {
    var dialog = document.createElement("dialog");
    dialog.className = "enlarged";
    dialog.setAttribute("aria-label", image.alt || words.dataset.large);
    var picture = shown.cloneNode(true);
    // As wide as it comes: whoever opens it wants to look closely.
    [picture].concat(Array.from(picture.children)).forEach(function (part) {
      if (part.srcset) part.sizes = image.getAttribute("width") + "px";
      part.removeAttribute("loading");
    });
    var close = document.createElement("button");
    close.type = "button";
    close.textContent = words.dataset.close;
    dialog.append(close, picture);
    dialog.addEventListener("click", function () {
      dialog.close();
    });
    dialog.addEventListener("close", function () {
      dialog.remove();
    });
    document.body.appendChild(dialog);
    dialog.showModal();
  }
})();
