// Cite, share, report: a click on a place's own link copies its address and opens the rest; the button under the
// text does so for the page as a whole. What does it is loaded at the first click.
(function () {
  var template = document.getElementById("_share");
  if (!template || !template.dataset.script || !document.querySelector(".article") || !window.HTMLDialogElement) return;

  document.addEventListener("click", function (event) {
    var link = event.target.closest("a.self-link");
    var opener = link || event.target.closest(".share-open");
    if (!opener) return;
    var open = function () {
      // Where the focus goes back to: following the link has taken it away meanwhile.
      opener.focus();
      if (link) camnangShare(link.parentNode, decodeURIComponent(link.hash.slice(1)));
      else camnangShare(null, "");
    };
    if (window.camnangShare) return open();
    var script = document.createElement("script");
    script.src = template.dataset.script;
    script.onload = open;
    document.head.appendChild(script);
  });
})();
