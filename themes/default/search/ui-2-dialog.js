// The dialog: a combobox over a list of results, grouped by page, by the pattern of the ARIA practices guide.
camnang.searchUi.dialog = function (dialog) {
  "use strict";
  const ui = camnang.searchUi;
  const { make, words } = ui;
  const LIMIT = 5;
  const field = dialog.querySelector("input");
  const list = make("div", { role: "listbox", id: "_search-list" });
  const rest = make("div");
  const body = make("div", { class: "search-body" }, [list, rest]);
  const status = make("p", { role: "status", class: "visually-hidden" });
  const keys = make("p", { class: "search-keys" });
  const close = make("button", { type: "button", class: "quiet-button bare", click: () => dialog.close() }, "×");
  const say = ui.speaker(status);
  let options = [];
  let current = -1;
  let turn = 0;

  Object.entries({ role: "combobox", "aria-controls": list.id, "aria-expanded": "false", "aria-autocomplete": "list" })
    .forEach(([name, value]) => field.setAttribute(name, value));
  field.after(close);
  dialog.append(body, status, keys);

  function choose(at) {
    if (options[current]) options[current].setAttribute("aria-selected", "false");
    current = at;
    const option = options[at];
    if (!option) return field.removeAttribute("aria-activedescendant");
    option.setAttribute("aria-selected", "true");
    field.setAttribute("aria-activedescendant", option.id);
    option.scrollIntoView({ block: "nearest" });
  }

  function option(attributes, children) {
    const id = "_search-" + options.length;
    const made = make(attributes.href ? "a" : "div", Object.assign({ role: "option", id, tabindex: -1, "aria-selected": "false" }, attributes), children);
    options.push(made);
    return made;
  }

  function fill(groups, others) {
    const chosen = list.querySelector("a[aria-selected='true']");
    ui.fill(list, groups);
    ui.fill(rest, others);
    field.setAttribute("aria-expanded", String(options.length > 0));
    list.hidden = !options.length;
    list.setAttribute("aria-label", words("search-results"));
    keys.textContent = words("search-keys");
    close.setAttribute("aria-label", words("search-close"));
    body.scrollTop = 0;
    // Late answers leave the reader's choice where it is.
    choose(options.findIndex((option) => chosen && option.pathname === chosen.pathname && option.hash === chosen.hash));
  }

  function title(text, mark, tongue) {
    return make("span", Object.assign({ class: "found-title" }, tongue), ui.marked(text, mark(text)));
  }

  const text = (hit, section) => section.excerpt.length > 0 && ui.excerpt(hit, section);

  // A page and the sections to open at; words before the first heading are the page's own.
  function group(hit, query, mark) {
    const leave = () => ui.remember(query);
    const own = hit.sections.find((section) => section.href === hit.href);
    const parts = [title(hit.title, mark), make("span", { class: "found-place" }, ui.place(hit)), own && text(hit, own)];
    const page = option({ href: ui.address(hit.href, query), click: leave }, parts);
    const sections = hit.sections.filter((section) => section !== own).map((section) =>
      option({ href: ui.address(section.href, query), class: "in-page", click: leave }, [title(section.title, mark, ui.titled(hit, section)), text(hit, section)]));
    return make("div", Object.assign({ role: "group", "aria-label": hit.title }, ui.tongue(hit.titleLang, ui.lang)), [page].concat(sections));
  }

  function results(result, index) {
    options = [];
    list.dataset.query = result.query;
    const mark = index.marker(result.query);
    const groups = result.hits.map((hit) => group(hit, result.query, mark));
    if (result.total > result.hits.length) {
      const href = ui.everything(result.query);
      groups.push(option({ href, click: () => ui.remember(result.query) }, words("search-all", { count: result.total })));
    }
    fill(groups, [ui.help(result, ask)]);
    say(result.total ? words("search-count", { count: result.total }) : words("search-none", { query: result.query }));
  }

  // With nothing typed: what was searched for before.
  function before() {
    options = [];
    const queries = ui.recent();
    const group = () => make("div", { role: "group", "aria-label": words("search-recent") }, [
      make("span", { class: "search-label", "aria-hidden": "true" }, words("search-recent")),
    ].concat(queries.map((query) => option({ click: () => ask(query) }, query))));
    const forget = () => make("button", { type: "button", class: "quiet-button bare", click: () => (ui.remember(), before(), field.focus()) }, words("search-forget"));
    fill(queries.length ? [group()] : [], [queries.length ? forget() : null]);
    say("");
  }

  function ask(query) {
    field.value = query;
    field.focus();
    search();
  }

  // `unfinished`: a word is being composed; what is not found yet may still become a word.
  function search(unfinished) {
    const query = ui.normal(field.value);
    const own = ++turn;
    const late = () => own !== turn;
    return ui.open().then(function (index) {
      if (late()) return null;
      if (!query) return before();
      return index.search(query, { limit: LIMIT }).then(function (result) {
        if (late() || (unfinished && !result.total)) return;
        results(result, index);
      });
    }).catch(function () {
      if (late()) return;
      options = [];
      fill([], [ui.help(null)]);
    });
  }

  function enter() {
    const query = ui.normal(field.value);
    if (options[current]) options[current].click();
    else if (query) {
      ui.remember(query);
      location.href = ui.everything(query);
    }
  }

  const later = ui.typing(field, search);
  field.addEventListener("keydown", function (event) {
    if (event.isComposing || event.keyCode === 229) return;
    const last = options.length - 1;
    const moves = { ArrowDown: current < last ? current + 1 : 0, ArrowUp: current > 0 ? current - 1 : last };
    if (event.key in moves && last >= 0) choose(moves[event.key]);
    else if (event.key === "Enter") enter();
    else if (event.key === "Escape") dialog.close();
    else {
      // The caret moves in the field again.
      if (/^(Home|End|ArrowLeft|ArrowRight)$/.test(event.key)) choose(-1);
      return;
    }
    event.preventDefault();
  });
  // Escape first ends a composition.
  dialog.addEventListener("cancel", (event) => field.matches("[data-composing]") && event.preventDefault());
  dialog.addEventListener("click", function (event) {
    if (event.target === dialog || event.target.closest("a")) dialog.close();
  });
  dialog.addEventListener("close", () => choose(-1));
  // Who typed while this was loading may still be typing.
  if (field.value) later();
  else search();
};
