// Cite, share, report: the dialog. `camnangShare(node, id)`: for a place of the page, or for the page as a whole.
window.camnangShare = (function () {
  var template = document.getElementById("_share");
  var article = document.querySelector(".article");
  var words = template.dataset;
  var dialog = null;
  var current = null;

  function fill(pattern, name, value) {
    return pattern.replace("{" + name + "}", value);
  }

  function text(node) {
    var copy = node.cloneNode(true);
    copy.querySelectorAll(".self-link, .heading-number, .number, .visually-hidden").forEach(function (extra) {
      extra.remove();
    });
    return copy.textContent.replace(/\s+/g, " ").trim();
  }

  // The heading itself, or the last one before a place.
  function headingOf(node) {
    var found = null;
    article.querySelectorAll(".prose :is(h2, h3, h4, h5, h6)").forEach(function (heading) {
      if (heading === node || heading.compareDocumentPosition(node) & 4) found = heading;
    });
    return found;
  }

  // From the smallest to the largest, as officials cite: point, clause, section.
  function placeOf(node) {
    var parts = [];
    for (var clause = node.closest(".clause"); clause; clause = clause.parentNode.closest(".clause")) {
      var label = clause.querySelector(".clause-label").textContent.trim().replace(/[).]+$/, "");
      if (/\w|\p{L}/u.test(label)) parts.push(fill(/^\d/.test(label) ? words.clause : words.point, "label", label));
    }
    var heading = headingOf(node);
    if (heading) {
      var number = heading.querySelector(".heading-number");
      parts.push(number ? fill(words.section, "number", number.textContent.trim()) : fill(words.quoted, "title", text(heading)));
    }
    return parts;
  }

  // The address to hand on: the one the site is published under, else where it is open; none from a disk.
  function addressOf(id) {
    var canonical = document.querySelector('link[rel="canonical"]');
    var base = canonical && !article.lang ? canonical.href : location.href.split("#")[0];
    return /^https?:/.test(base) ? base + (id ? "#" + encodeURIComponent(id) : "") : "";
  }

  function citation(parts, address) {
    var all = parts.concat(fill(words.quoted, "title", text(article.querySelector("h1"))), words.book, words.edition);
    var line = all.filter(Boolean).join(words.join);
    return line.charAt(0).toLocaleUpperCase(document.documentElement.lang) + line.slice(1) + (address ? ". " + address : ".");
  }

  function mail(parts, address) {
    var place = parts.concat(text(article.querySelector("h1"))).join(words.join);
    var subject = fill(words.subject, "place", place);
    var body = place + "\r\n" + (address || article.parentNode.dataset.page) + "\r\n\r\n" + words.body + "\r\n";
    return "mailto:" + words.email + "?subject=" + encodeURIComponent(subject) + "&body=" + encodeURIComponent(body);
  }

  function say(message) {
    dialog.querySelector("[role='status']").textContent = message;
  }

  function copy(value, message) {
    if (!navigator.clipboard) return say("");
    navigator.clipboard.writeText(value).then(function () {
      say(message);
    }, function () {
      say("");
    });
  }

  function make() {
    dialog = template.content.firstElementChild.cloneNode(true);
    dialog.addEventListener("click", function (event) {
      var button = event.target.closest("button");
      if (event.target === dialog || (button && "close" in button.dataset)) dialog.close();
      else if (button && button.dataset.copy === "link") copy(current.address, words.copied);
      else if (button) copy(current.citation, words.citationCopied);
    });
    document.body.appendChild(dialog);
  }

  function open(node, id) {
    if (!dialog) make();
    var parts = node ? placeOf(node) : [];
    var address = addressOf(id);
    current = { address: address, citation: citation(parts, address) };
    dialog.querySelector(".share-citation").textContent = current.citation;
    dialog.querySelector("[data-copy='link']").hidden = !address;
    dialog.querySelector("[data-copy='citation']").hidden = !navigator.clipboard;
    var link = dialog.querySelector("[data-mail]");
    link.hidden = !words.email;
    if (words.email) link.href = mail(parts, address);
    say("");
    if (node && address) copy(address, words.copied);
    var frame = dialog.querySelector(".share-code");
    var picture = address && window.camnangCode(address);
    frame.replaceChildren.apply(frame, picture ? [picture] : []);
    frame.hidden = !picture;
    dialog.showModal();
  }

  return open;
})();
