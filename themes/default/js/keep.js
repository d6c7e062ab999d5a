// Offers to keep the handbook on the device, where a browser can: the script that does it is loaded when a reader
// asks, or when something is kept already. Over file:// everything is on the device.
(function () {
  var place = document.querySelector("[data-offline]");
  if (!place || !/^https?:$/.test(location.protocol) || !window.isSecureContext || !navigator.serviceWorker || !window.caches) return;
  var manifest = document.createElement("link");
  manifest.rel = "manifest";
  manifest.href = place.dataset.manifest;
  document.head.appendChild(manifest);
  function load() {
    var script = document.createElement("script");
    script.src = place.dataset.script;
    document.head.appendChild(script);
  }
  place.hidden = false;
  var button = place.querySelector("button");
  button.addEventListener("click", function () {
    place.dataset.asked = "yes";
    button.disabled = true;
    load();
  });
  if (navigator.serviceWorker.controller) load();
})();
