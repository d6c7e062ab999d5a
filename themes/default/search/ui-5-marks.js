// On a page opened from a search: the reader's words are marked, and a bar leads from one to the next.
camnang.searchUi.marks = function (article, query) {
  "use strict";
  const ui = camnang.searchUi;
  const { make, words } = ui;
  // A slice of work must not hold up the page.
  const SLICE = 12;
  const LEFT_OUT = "script, style, svg, mark, nav, .search-open, .page-facts, .notice, .self-link, [aria-hidden], [hidden]";
  const found = [];
  let current = -1;

  // The address without the query, which is for this visit only.
  function forget() {
    const url = new URL(location.href);
    url.searchParams.delete("q");
    try {
      history.replaceState(history.state, "", url.href);
    } catch (error) {}
  }

  function texts() {
    const walker = document.createTreeWalker(article, NodeFilter.SHOW_TEXT, {
      acceptNode: (node) => (!/\S/.test(node.data) || node.parentElement.closest(LEFT_OUT) ? NodeFilter.FILTER_REJECT : NodeFilter.FILTER_ACCEPT),
    });
    const nodes = [];
    while (walker.nextNode()) nodes.push(walker.currentNode);
    return nodes;
  }

  function markIn(node, mark) {
    let rest = node;
    let at = 0;
    mark(node.data).forEach(function ([start, end]) {
      const word = rest.splitText(start - at);
      rest = word.splitText(end - start);
      at = end;
      const place = make("mark", { class: "hit" });
      word.replaceWith(place);
      place.append(word);
      found.push(place);
    });
  }

  // Marks text by text, in slices.
  function markAll(nodes, mark) {
    return new Promise(function (done) {
      (function work() {
        const until = performance.now() + SLICE;
        while (nodes.length && performance.now() < until) markIn(nodes.shift(), mark);
        if (nodes.length) setTimeout(work);
        else done();
      })();
    });
  }

  function unmark() {
    found.forEach(function (place) {
      const parent = place.parentNode;
      place.replaceWith(...place.childNodes);
      parent.normalize();
    });
  }

  // The first place of the section that was opened.
  function first() {
    let target = null;
    try {
      target = location.hash && document.getElementById(decodeURIComponent(location.hash.slice(1)));
    } catch (error) {}
    const after = (place) => !target || target.contains(place) || target.compareDocumentPosition(place) & Node.DOCUMENT_POSITION_FOLLOWING;
    return Math.max(0, found.findIndex(after));
  }

  // Places in closed folds are opened.
  function show(at, count, always) {
    if (found[current]) found[current].classList.remove("current");
    current = (at + found.length) % found.length;
    const place = found[current];
    for (let fold = place.closest("details:not([open])"); fold; fold = fold.parentElement.closest("details:not([open])")) fold.open = true;
    place.classList.add("current");
    const box = place.getBoundingClientRect();
    if (always || box.top < 0 || box.bottom > innerHeight - 80) place.scrollIntoView({ block: "center" });
    count.textContent = words("marks-count", { at: current + 1, count: found.length });
  }

  function button(label, path, act) {
    const icon = document.createElementNS("http://www.w3.org/2000/svg", "svg");
    const line = document.createElementNS("http://www.w3.org/2000/svg", "path");
    Object.entries({ class: "icon", viewBox: "0 0 24 24", width: 20, height: 20, "aria-hidden": "true" }).forEach(([name, value]) => icon.setAttribute(name, value));
    line.setAttribute("d", path);
    icon.append(line);
    return make("button", { type: "button", class: "quiet-button", "aria-label": label, title: label, click: act }, icon);
  }

  function bar() {
    const count = make("p", { role: "status" });
    const close = function () {
      const place = found[current];
      const focused = element.contains(document.activeElement);
      const home = place && place.closest("p, li, td, dd, h1, h2, h3, h4, h5, h6");
      unmark();
      element.remove();
      forget();
      if (focused && home) {
        home.setAttribute("tabindex", "-1");
        home.focus({ preventScroll: true });
      }
    };
    const ways = found.length > 1
      ? [button(words("marks-previous"), "m6 15 6-6 6 6", () => show(current - 1, count, true)), button(words("marks-next"), "m6 9 6 6 6-6", () => show(current + 1, count, true))]
      : [];
    const element = make("div", { class: "marks-bar", role: "region", "aria-label": words("marks-label") }, [count].concat(ways, button(words("marks-close"), "M6 6l12 12M18 6 6 18", close)));
    element.addEventListener("keydown", (event) => event.key === "Escape" && close());
    document.querySelector(".skip-link").after(element);
    // A status speaks when it changes, not when it comes.
    setTimeout(function () {
      if (found.length) show(first(), count, false);
      else count.textContent = words("marks-none");
    }, 50);
  }

  // What a search finds for the query is marked too: unfinished words, words corrected.
  const mark = (index) => index.search(query, { limit: 0 }).catch(() => null).then(() => index.marker(query));
  return ui.open().then(mark).then((mark) => markAll(texts(), mark)).then(bar).catch(forget);
};
