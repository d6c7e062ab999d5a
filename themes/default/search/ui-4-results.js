// The page of results. Its address tells the query and the filters, so that it can be shared and gone back to.
camnang.searchUi.results = function (field, place) {
  "use strict";
  const ui = camnang.searchUi;
  const { make, words } = ui;
  const LIMIT = 10;
  const plainTitle = document.title;
  const status = make("p", { role: "status", class: "visually-hidden" });
  const say = ui.speaker(status);
  let turn = 0;
  // Whether the address at hand was asked for, and not only typed on the way.
  let settled = true;
  place.before(status);

  function wanted() {
    const asked = new URLSearchParams(location.hash.slice(1));
    return { query: ui.normal(asked.get("q") || ""), part: asked.get("part") || "", kind: asked.get("kind") || "" };
  }

  function go(state, settle) {
    const asked = new URLSearchParams();
    if (state.query) asked.set("q", state.query);
    ["part", "kind"].forEach((name) => state[name] && asked.set(name, state[name]));
    const hash = "#" + asked;
    if (hash !== (location.hash || "#")) history[settled ? "pushState" : "replaceState"](null, "", hash);
    settled = settle;
    show();
  }

  function section(hit, section, query, mark) {
    const title = section.href === hit.href ? null : make("a", Object.assign({ href: ui.address(section.href, query) }, ui.titled(hit, section)), ui.marked(section.title, mark(section.title)));
    return make("li", {}, [title, ui.excerpt(hit, section)]);
  }

  function entry(hit, query, mark) {
    const title = make("a", { href: ui.address(hit.href, query) }, ui.marked(hit.title, mark(hit.title)));
    return make("li", ui.tongue(hit.titleLang, ui.lang), [
      make("h2", {}, title),
      make("p", { class: "found-place" }, ui.place(hit)),
      make("ul", {}, hit.sections.map((found) => section(hit, found, query, mark))),
    ]);
  }

  function filter(name, choices, state, total) {
    const any = make("option", {}, words("search-any") + " (" + total + ")");
    any.value = "";
    const options = choices.map(([value, label, count]) => make("option", { value }, label + " (" + count + ")"));
    const select = make("select", { change: () => go(Object.assign({}, state, { [name]: select.value }), true) }, [any].concat(options));
    select.value = state[name];
    return make("label", {}, [words("search-" + name), select]);
  }

  // Only what tells results apart is offered.
  function filters(index, result, state) {
    const { parts, kinds } = result.facets;
    const sum = (counts) => Object.keys(counts).reduce((total, key) => total + counts[key], 0);
    const partChoices = index.info.parts.filter((part) => parts[part.id]).map((part) => [part.id, part.title, parts[part.id]]);
    const kindChoices = Object.keys(kinds).filter((kind) => ui.kind({ kind })).map((kind) => [kind, ui.kind({ kind }), kinds[kind]]);
    const offered = [["part", partChoices, sum(parts)], ["kind", kindChoices, sum(kinds)]].filter(([name, choices]) => choices.length > 1 || state[name]);
    return offered.length ? make("div", { class: "filters" }, offered.map(([name, choices, total]) => filter(name, choices, state, total))) : null;
  }

  function more(index, state, list, total) {
    const button = make("button", { type: "button", class: "quiet-button", click: function () {
      const offset = list.children.length;
      button.disabled = true;
      ask(index, state, offset).then(function (result) {
        add(index, list, result);
        button.disabled = false;
        button.hidden = list.children.length >= total;
        list.children[offset].querySelector("a").focus();
      });
    } }, words("search-more"));
    return button;
  }

  function add(index, list, result) {
    const mark = index.marker(result.query);
    list.append(...result.hits.map((hit) => entry(hit, result.query, mark)));
  }

  function ask(index, state, offset) {
    const options = { offset, limit: LIMIT };
    ["part", "kind"].forEach((name) => state[name] && (options[name] = state[name]));
    return index.search(state.query, options);
  }

  function found(index, result, state) {
    const count = words(result.total ? "search-count" : "search-none", { count: result.total, query: result.query });
    const list = make("ol", { class: "results" });
    add(index, list, result);
    const again = (query) => go({ query, part: "", kind: "" }, true);
    ui.fill(place, [
      filters(index, result, state),
      result.total ? make("p", { class: "results-count" }, count) : null,
      list,
      result.total > result.hits.length ? more(index, state, list, result.total) : null,
      ui.help(result, again),
    ]);
    say(count);
  }

  function before() {
    const queries = ui.recent();
    const open = (query) => make("button", { type: "button", class: "quiet-button", click: () => go({ query, part: "", kind: "" }, true) }, query);
    ui.fill(place, queries.length ? [make("div", { class: "suggestions" }, [make("span", {}, words("search-recent"))].concat(queries.map(open))),
      make("button", { type: "button", class: "quiet-button bare", click: () => (ui.remember(), before(), field.focus()) }, words("search-forget"))] : []);
  }

  function show() {
    const state = wanted();
    const own = ++turn;
    const late = () => own !== turn;
    if (ui.normal(field.value) !== state.query) field.value = state.query;
    // What the page offers to those who have not asked yet.
    place.nextElementSibling.hidden = !!state.query;
    document.title = state.query ? state.query + " · " + plainTitle : plainTitle;
    return ui.open().then(function (index) {
      if (late()) return null;
      if (!state.query) return before();
      return ask(index, state, 0).then((result) => late() || found(index, result, state));
    }).catch(() => late() || ui.fill(place, ui.help(null)));
  }

  const later = ui.typing(field, function (unfinished) {
    const query = ui.normal(field.value);
    const state = wanted();
    if (!unfinished && query !== state.query) go(Object.assign(state, { query }), false);
  });
  field.addEventListener("keydown", function (event) {
    if (event.key !== "Enter" || event.isComposing || event.keyCode === 229) return;
    const query = ui.normal(field.value);
    if (query) ui.remember(query);
    go(Object.assign(wanted(), { query }), true);
  });
  place.addEventListener("click", (event) => event.target.closest(".results a") && ui.remember(wanted().query));
  window.addEventListener("popstate", function () {
    settled = true;
    show();
  });
  if (!wanted().query) field.focus();
  // Who typed while this was loading may still be typing.
  if (field.value && !wanted().query) later();
  else show();
};
