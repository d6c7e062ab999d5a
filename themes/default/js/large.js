// A figure's image opens as large as the window, by pointer and by keyboard.
(function () {
  var words = document.querySelector("[data-large]");
  if (!words || !window.HTMLDialogElement) return;
  document.querySelectorAll(".prose figure > img").forEach(function (image) {
    var button = document.createElement("button");
    button.type = "button";
    button.className = "enlarge";
    button.setAttribute("aria-label", words.dataset.large + (image.alt ? ": " + image.alt : ""));
    image.before(button);
    button.appendChild(image);
    button.addEventListener("click", function () {
      open(image);
    });
  });

  function open(image) {
    var dialog = document.createElement("dialog");
    dialog.className = "enlarged";
    dialog.setAttribute("aria-label", image.alt || words.dataset.large);
    var picture = document.createElement("img");
    picture.src = image.src;
    picture.srcset = image.srcset;
    picture.sizes = "100vw";
    picture.alt = image.alt;
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
