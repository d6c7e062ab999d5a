// What all of the interface shares: words, elements, addresses, the queries kept on this device.
window.camnang = window.camnang || {};
camnang.searchUi = (function () {
  "use strict";
  const link = document.querySelector("a[data-search-script]");
  const base = new URL(link.dataset.searchData, location.href).href;
  const lang = document.documentElement.lang;
  const RECENT = "camnang-searches-" + lang;
  const MOST_RECENT = 6;
  let said = {};
  let speech;

  // The index and the words; what failed is tried again at the next search. New words come with a new script.
  function open() {
    speech = speech || camnang.search.data.load(base + "words.js?" + link.dataset.searchScript.split(".").slice(-2)[0]).then((loaded) => (said = loaded));
    speech.catch(() => (speech = null));
    return Promise.all([camnang.search.open(base), speech]).then((both) => both[0]);
  }

  // A sentence with its variables.
  const words = (key, values) => (said[key] || "").replace(/\{(\w+)\}/g, (all, name) => (values && name in values ? values[name] : all));

  // An element: attributes, then what stands in it. Text is never read as markup.
  function make(tag, attributes, children) {
    const element = document.createElement(tag);
    Object.keys(attributes || {}).forEach(function (name) {
      const value = attributes[name];
      if (typeof value === "function") element.addEventListener(name, value);
      else if (value !== undefined && value !== "") element.setAttribute(name, value);
    });
    return fill(element, children);
  }

  // Puts these children, and no others, into an element; what is empty is left out.
  function fill(element, children) {
    element.textContent = "";
    element.append(...[].concat(children).filter(Boolean));
    return element;
  }

  // Attributes of text whose language is not that of what stands around it.
  const tongue = (own, around) => (own === around ? {} : { lang: own, dir: "auto" });

  const normal = (query) => query.normalize("NFC").trim().replace(/\s+/g, " ");

  // A result's address; the opened page reads the query and marks its words.
  function address(href, query) {
    const url = new URL("../" + href, base);
    url.searchParams.set("q", query);
    return url.href;
  }

  const everything = (query) => link.href + "#" + new URLSearchParams({ q: query });

  function recent() {
    try {
      const kept = JSON.parse(localStorage.getItem(RECENT));
      return Array.isArray(kept) ? kept.filter((query) => typeof query === "string").slice(0, MOST_RECENT) : [];
    } catch (error) {
      return [];
    }
  }

  // Without a query all are forgotten.
  function remember(query) {
    try {
      const kept = query ? [query].concat(recent().filter((other) => other !== query)).slice(0, MOST_RECENT) : [];
      if (kept.length) localStorage.setItem(RECENT, JSON.stringify(kept));
      else localStorage.removeItem(RECENT);
    } catch (error) {}
  }

  // A text with the reader's words marked.
  function marked(text, ranges) {
    const parts = [];
    let at = 0;
    ranges.forEach(function ([start, end]) {
      parts.push(text.slice(at, start), make("mark", {}, text.slice(start, end)));
      at = end;
    });
    return parts.concat(text.slice(at));
  }

  const excerpt = (hit, section) => make("span", Object.assign({ class: "found-text" }, tongue(section.lang || hit.lang, hit.titleLang)),
    section.excerpt.map((piece) => (piece.mark ? make("mark", {}, piece.text) : piece.text)));

  // The language of a section's title.
  const titled = (hit, section) => tongue(section.titleLang || hit.lang, hit.titleLang);

  const kind = (hit) => words("search-kind-" + hit.kind);

  // Where a result stands, and what it is: titles in their own languages, the rest in the page's.
  const place = (hit) => hit.trail.reduce((all, [title, own]) => all.concat(all.length ? " › " : "", make("span", tongue(own || lang, hit.titleLang), title)), [])
    .concat(hit.trail.length && kind(hit) ? " · " : "", make("span", { lang }, kind(hit)));

  // Says what happened, once typing rests.
  function speaker(element) {
    let timer;
    return function (text) {
      clearTimeout(timer);
      timer = setTimeout(() => (element.textContent = text), 700);
    };
  }

  // The way to the index from A to Z.
  const alphabet = () => make("a", { href: new URL("../" + (said["index-page"] || ""), base).href }, words("index-title") || "A–Z");

  // Other queries, ways to ask, the index: when little or nothing is found, or the search is not there.
  function help(result, choose) {
    const parts = [];
    const offers = result ? result.suggestions || [] : [];
    if (!result) parts.push(make("p", {}, words("search-failed")), alphabet());
    else if (!result.total) parts.push(make("p", {}, words("search-none", { query: result.query })));
    if (offers.length) {
      const buttons = offers.map((offer) => make("button", { type: "button", class: "quiet-button", click: () => choose(offer.query) }, offer.query));
      parts.push(make("div", { class: "suggestions" }, [make("span", {}, words("search-suggestions"))].concat(buttons)));
    }
    if (result && !result.total) {
      const tips = ["fewer", "marks", "numbers"].map((tip) => make("li", {}, words("search-tip-" + tip)));
      parts.push(make("p", {}, words("search-tips")), make("ul", {}, tips));
    }
    return parts.length ? make("div", { class: "search-help" }, parts) : null;
  }

  return { open, words, make, fill, tongue, normal, address, everything, recent, remember, marked, excerpt, titled, place, kind, speaker, help, link, lang };
})();
