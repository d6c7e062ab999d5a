// A query: cut into units, each led to the entries it may mean.
camnang.search.query = (function () {
  "use strict";
  const text = camnang.search.text;
  const MOST_UNITS = 12;
  // Shards that an unfinished word may load.
  const MOST_SHARDS = 2;

  // The units of a query: words, numbers, pairs of characters. `open`: the last word may be unfinished.
  function units(query, open) {
    const found = [];
    text.groups(query).forEach(function (group) {
      if (group[0].kind !== "word") {
        const list = text.units(group[0]);
        const grams = list.length === 1 ? list : list.slice(1).map((unit, at) => ({ raw: list[at].raw + unit.raw, end: unit.end }));
        grams.forEach((gram) => found.push(Object.assign({ kind: "gram", end: gram.end }, text.forms(gram.raw))));
        return;
      }
      const whole = text.wholes(group).find((w) => w.parts === group.length);
      if (whole) {
        found.push({ kind: "number", end: whole.end, surface: whole.surface, spelling: whole.spelling, fold: whole.fold });
        return;
      }
      group.forEach(function (segment) {
        const before = found[found.length - 1];
        const joined = segment.joined && !!before && before.kind === "word";
        found.push(Object.assign({ kind: "word", joined, end: segment.end }, text.forms(segment.raw)));
      });
    });
    const kept = found.slice(0, MOST_UNITS);
    kept.forEach((unit, at) => (unit.at = at));
    const last = kept[kept.length - 1];
    if (last && open && found.length === kept.length) last.open = last.end === query.length;
    return kept;
  }

  // Leads units to entries; resolves to { units, pairs }.
  function resolve(store, query, open) {
    const list = units(query.normalize("NFC"), open);
    const bare = list.every((unit) => unit.spelling === unit.fold);
    const words = list.map((unit) => word(store, unit, bare));
    const pairs = [];
    list.forEach(function (unit, at) {
      if (unit.joined) pairs.push(pair(store, list[at - 1], unit, at, bare));
    });
    return Promise.all([Promise.all(words), Promise.all(pairs)]).then(function (both) {
      return { text: query, units: both[0].map((unit) => settle(unit, both[1])), pairs: both[1], bare };
    });
  }

  function word(store, unit, bare) {
    const whole = store.entries("w", unit.fold);
    const longer = unit.open && (unit.fold.length > 1 || unit.kind === "gram")
      ? store.beginning("w", unit.fold, MOST_SHARDS) : Promise.resolve([]);
    return Promise.all([whole, longer]).then(function (found) {
      const same = choose(unit.spelling, found[0], bare);
      const begun = found[1].filter((entry) => entry.surface.indexOf("/") < 0 || unit.kind === "number" || text.hasDigit(unit.fold))
        .filter((entry) => begins(unit.spelling, entry.spelling, entry.surface));
      return Object.assign(unit, { same, begun });
    });
  }

  // Of the entries of one fold, those that are meant. What was typed is meant first; marks that were left out
  // are filled in; other marks are only taken when there is nothing else.
  function choose(typed, entries, bare) {
    const near = entries.map((entry) => ({ entry, close: text.closeness(typed, entry.spelling) }));
    const exact = near.some((one) => one.close === 3);
    const fits = near.filter((one) => one.close > 1);
    return (fits.length ? fits : near).map(function (one) {
      const worth = one.close === 3 ? 1 : one.close === 1 ? 0.4 : bare || !exact ? 0.9 : 0.5;
      return { entry: one.entry, close: one.close, worth };
    });
  }

  // Whether a word may go on from what was typed, marks considered.
  function begins(typed, spelled, surface) {
    const length = text.fold(typed).length;
    const start = text.spelling(Array.from(surface.normalize("NFC")).slice(0, length).join(""));
    return text.closeness(typed, start) > 1 || text.closeness(text.fold(typed) === typed ? typed : letters(typed), letters(start)) > 1;
  }

  const letters = (spelled) => spelled.normalize("NFD").replace(/[\u0300\u0301\u0303\u0309\u0323]/g, "").normalize("NFC");

  function pair(store, before, unit, at, bare) {
    const typed = before.spelling + " " + unit.spelling;
    const key = before.fold + " " + unit.fold;
    const longer = unit.open && unit.fold.length > 0 ? store.beginning("p", key, 1) : Promise.resolve([]);
    return Promise.all([store.entries("p", key), longer]).then(function (found) {
      const same = choose(typed, found[0], bare);
      const begun = found[1].filter((entry) => begins(typed, entry.spelling, entry.surface));
      return { at, same, begun };
    });
  }

  // What an unfinished word may become: anything while it is no word itself; else what pairs or its length allow.
  function settle(unit, pairs) {
    let worth = 0;
    let allowed = null;
    const own = pairs.find((pair) => pair.at === unit.at);
    const whole = unit.same.some((one) => one.close > 1);
    if (!whole) worth = 0.6;
    else if (unit.fold.length > 4 || unit.kind === "gram") worth = 0.35;
    else if (own && !own.same.length && own.begun.length) {
      worth = 0.6;
      allowed = new Set(own.begun.map((entry) => entry.spelling.split(" ")[1]));
    }
    const begun = worth ? unit.begun.filter((entry) => !allowed || allowed.has(entry.spelling)) : [];
    unit.variants = unit.same.filter((one) => one.close > 1 || !begun.length)
      .concat(begun.map((entry) => ({ entry, close: 0, worth })));
    return unit;
  }

  return { units, resolve };
})();
