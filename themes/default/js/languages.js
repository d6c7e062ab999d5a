// The language choice: leads a reader whose browser names one of the languages there, unless the choice was asked for.
(function () {
  if (location.hash || document.referrer.indexOf(location.origin + "/") === 0 && location.origin !== "null") return;
  var links = document.querySelectorAll("#_languages a[hreflang]");
  var wanted = navigator.languages || [navigator.language || ""];
  for (var i = 0; i < wanted.length; i++) {
    for (var exact = 1; exact >= 0; exact--) {
      for (var j = 0; j < links.length; j++) {
        var tag = links[j].hreflang.toLowerCase();
        var want = wanted[i].toLowerCase();
        if (exact ? tag === want : tag.split("-")[0] === want.split("-")[0]) {
          location.replace(links[j].href);
          return;
        }
      }
    }
  }
})();
