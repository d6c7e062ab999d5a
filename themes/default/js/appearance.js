// Light, dark, as the device; high contrast; typeface and size of the text; the key for search. Kept on this device only.
(function () {
  var place = document.querySelector("[data-appearance]");
  if (!place) return;
  var root = document.documentElement;
  var words = place.dataset;
  var icon = '<svg class="icon" viewBox="0 0 24 24" width="20" height="20" aria-hidden="true" focusable="false"><circle cx="12" cy="12" r="8.5"/><path d="M12 3.5v17a8.5 8.5 0 0 0 0-17z" fill="currentColor"/></svg>';
  var fold = document.createElement("details");
  fold.className = "fold";
  fold.innerHTML = '<summary aria-label="">' + icon + '</summary><ul class="fold-list"></ul>';
  fold.firstChild.setAttribute("aria-label", words.label);
  var list = fold.lastChild;
  var buttons = [];

  function keep(key, value) {
    try {
      if (value) localStorage.setItem(key, value);
      else localStorage.removeItem(key);
    } catch (error) {}
  }

  function show() {
    buttons.forEach(function (button) {
      button.setAttribute("aria-pressed", String(button.isOn()));
    });
  }

  function add(label, isOn, choose) {
    var item = document.createElement("li");
    var button = document.createElement("button");
    button.type = "button";
    button.textContent = label;
    button.isOn = isOn;
    button.addEventListener("click", function () {
      choose();
      show();
    });
    buttons.push(button);
    item.appendChild(button);
    list.appendChild(item);
  }

  function theme(label, value) {
    add(label, function () {
      return (root.dataset.theme || "") === value;
    }, function () {
      if (value) root.dataset.theme = value;
      else delete root.dataset.theme;
      keep("camnang-theme", value);
    });
  }

  // A choice that is on or off.
  function toggle(label, name, value) {
    add(label, function () {
      return root.dataset[name] === value;
    }, function () {
      var on = root.dataset[name] !== value;
      if (on) root.dataset[name] = value;
      else delete root.dataset[name];
      keep("camnang-" + name, on ? value : "");
    });
  }

  // Whether a key alone opens search: those who speak to their device, or strike keys unwillingly, switch it off.
  function slash() {
    add(words.slash, function () {
      return !root.dataset.slash;
    }, function () {
      if (root.dataset.slash) delete root.dataset.slash;
      else root.dataset.slash = "off";
      keep("camnang-slash", root.dataset.slash);
    });
  }

  // The sizes of the text side by side, each shown as a letter of that size.
  function sizes() {
    var item = document.createElement("li");
    var row = document.createElement("div");
    row.className = "sizes";
    row.setAttribute("role", "group");
    row.setAttribute("aria-label", words.size);
    item.appendChild(row);
    ["100", "112", "125", "150"].forEach(function (size) {
      var button = document.createElement("button");
      button.type = "button";
      button.textContent = "A";
      button.dataset.step = size;
      button.setAttribute("aria-label", words.size + ": " + size + " %");
      button.isOn = function () {
        return (root.dataset.size || "100") === size;
      };
      button.addEventListener("click", function () {
        if (size === "100") delete root.dataset.size;
        else root.dataset.size = size;
        keep("camnang-size", size === "100" ? "" : size);
        show();
      });
      buttons.push(button);
      row.appendChild(button);
    });
    list.appendChild(item);
  }

  theme(words.auto, "");
  theme(words.light, "light");
  theme(words.dark, "dark");
  toggle(words.contrast, "contrast", "high");
  toggle(words.serif, "face", "serif");
  sizes();
  slash();
  show();
  place.appendChild(fold);
})();
