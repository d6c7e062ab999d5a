// The search of the edition of one file: its index is in the page, its results are places of the page.
(function () {
  "use strict";
  const data = document.getElementById("_data");
  const box = document.querySelector(".single-search");
  if (!data || !box || !window.Promise || !window.Map) return;
  camnang.search.held = JSON.parse(data.textContent);
  const input = box.querySelector("input");
  const count = box.querySelector(".single-count");
  const list = box.querySelector(".single-results");
  const words = camnang.search.held.found;
  let asked = 0;
  let waiting = 0;

  // The place in this file of an address of the website.
  const place = (href) => "#" + href.replace(/\.html(?=#|$)/, "").replace("#", ":").replace(/%20/g, "_");

  function link(href, title) {
    const a = document.createElement("a");
    a.href = place(href);
    a.textContent = title;
    return a;
  }

  function shown(hit) {
    const item = document.createElement("li");
    if (hit.lang) item.lang = hit.lang;
    const section = hit.sections[0];
    item.append(link(section ? section.href : hit.href, hit.title));
    if (section) {
      const line = document.createElement("p");
      section.excerpt.forEach(function (piece) {
        const part = document.createElement(piece.mark ? "mark" : "span");
        part.textContent = piece.text;
        line.append(part);
      });
      item.append(line);
    }
    return item;
  }

  function clear() {
    list.textContent = "";
    list.hidden = true;
    count.textContent = "";
  }

  function find() {
    const query = input.value.trim();
    asked += 1;
    const mine = asked;
    if (!query) return clear();
    // No address: the index is held, nothing is asked for.
    camnang.search.open("https://held.invalid/").then((index) => index.search(query, { limit: 20 })).then(function (found) {
      if (mine !== asked) return;
      clear();
      count.textContent = found.total ? words.replace("{count}", found.total) : count.dataset.none;
      found.hits.forEach((hit) => list.append(shown(hit)));
      list.hidden = !found.hits.length;
    });
  }

  input.addEventListener("input", function () {
    clearTimeout(waiting);
    waiting = setTimeout(find, 120);
  });
  list.addEventListener("click", function (event) {
    if (event.target.closest("a")) {
      input.value = "";
      asked += 1;
      clear();
    }
  });
  box.hidden = false;
})();
