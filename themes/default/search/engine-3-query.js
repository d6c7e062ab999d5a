// A query: cut into units, each led to the entries it may mean.
//
// A unit's variants are what may stand for it in a text: { entry, word, close, worth }. `word`: the spelling that is
// marked, null for names; `close`: 3 as typed, 2 marks filled in, 1 other marks, 0 something else; `worth`: 0 to 1.
camnang.search.query = (function () {
  "use strict";
  const text = camnang.search.text;
  const MOST_UNITS = 12;
  // Shards that an unfinished word may load.
  const MOST_SHARDS = 2;
  // The longest name of the glossary that is looked for, in words.
  const LONGEST_NAME = 7;

  // The units of a query: words, numbers, pairs of characters. `open`: the last word may be unfinished.
  function units(query, open) {
    const found = [];
    const add = (kind, raw, place, forms, joined) =>
      found.push({ kind, raw, joined, start: place.start, end: place.end, surface: forms.surface, spelling: forms.spelling, fold: forms.fold, variants: [] });
    const groups = text.groups(query);
    const list = [].concat(...groups);
    const dates = text.dates(query, list);
    let at = 0;
    groups.forEach(function (group) {
      const from = at;
      at += group.length;
      // A date is one unit, if it takes no part of another number.
      const date = dates.find((one) => one.from < at && one.to > from);
      if (date && isApart(groups, date)) {
        // With its year, where it has one.
        const whole = text.dated(list, date, date.forms[Math.min(1, date.forms.length - 1)]);
        if (date.from === from) add("number", query.slice(whole.start, whole.end), whole, whole, false);
        return;
      }
      if (group[0].kind !== "word") {
        const list = text.units(group[0]);
        if (list.length === 1) add("gram", list[0].raw, list[0], text.forms(list[0].raw), false);
        list.slice(1).forEach(function (unit, at) {
          const raw = list[at].raw + unit.raw;
          add("gram", raw, { start: list[at].start, end: unit.end }, text.forms(raw), false);
        });
        return;
      }
      const whole = text.wholes(group).find((run) => run.parts === group.length);
      if (whole) {
        add("number", query.slice(whole.start, whole.end), whole, whole, false);
        return;
      }
      group.forEach(function (segment) {
        const before = found[found.length - 1];
        add("word", segment.raw, segment, text.forms(segment.raw), segment.joined && !!before && before.kind === "word");
      });
    });
    const kept = found.slice(0, MOST_UNITS);
    kept.forEach((unit, at) => (unit.at = at));
    const last = kept[kept.length - 1];
    if (last && open && found.length === kept.length) last.open = last.end === query.length;
    return kept;
  }

  // Whether a date begins and ends where groups do.
  function isApart(groups, date) {
    const edges = groups.reduce((all, group) => all.concat(all[all.length - 1] + group.length), [0]);
    return edges.indexOf(date.from) >= 0 && edges.indexOf(date.to) >= 0;
  }

  // Leads units to entries; resolves to { text, units, pairs, name }. `corrected`: these are not the reader's own words
  // any more, and are not corrected again.
  function resolve(store, query, open, corrected) {
    const normal = query.normalize("NFC");
    const list = units(normal, open);
    const bare = list.every((unit) => unit.spelling === unit.fold);
    const found = { text: normal, units: list, pairs: [], name: null, bare };
    return Promise.all(list.map((unit) => look(store, unit)))
      .then(() => Promise.all([name(store, list), pairs(store, list, bare)]))
      .then(function (both) {
        found.name = both[0];
        found.pairs = both[1];
        return Promise.all(list.map((unit) => settle(store, unit, found.pairs, bare)));
      })
      .then(function () {
        if (!corrected) found.pairs.forEach((pair) => remark(list, pair));
        list.forEach((unit) => (unit.optional = isOptional(unit)));
        if (list.every((unit) => unit.optional)) list.forEach((unit) => (unit.optional = false));
        return found;
      });
  }

  function look(store, unit) {
    const longer = unit.open && Array.from(unit.fold).length > 1 ? store.beginning(unit.fold, MOST_SHARDS) : [];
    return Promise.all([store.group(unit.fold), longer]).then(function (both) {
      unit.group = both[0];
      unit.stop = isStop(both[0].entries);
      unit.begun = both[1].filter((one) => one.fold.length > unit.fold.length && one.fold.indexOf(" ") < 0)
        .map((one) => one.entry).filter((entry) => begins(unit.spelling, entry.surface));
      // A word may become a number's beginning, but who types a word means one.
      if (unit.kind === "word" && !text.hasDigit(unit.fold)) unit.begun = unit.begun.filter((entry) => entry.surface.indexOf("/") < 0);
    });
  }

  // The whole query as a name of the glossary.
  function name(store, list) {
    const words = list.length > 1 && list.length <= LONGEST_NAME && list.every((unit) => unit.kind === "word");
    if (!words) return null;
    const typed = list.map((unit) => unit.spelling).join(" ");
    return store.group(list.map((unit) => unit.fold).join(" "))
      .then((group) => group.names.find((entry) => text.closeness(typed, text.spelling(entry.surface.toLowerCase())) > 1) || null);
  }

  function pairs(store, list, bare) {
    // A pair with a stop word is worth loading when its other word has no better neighbour.
    const isFull = (unit) => !!unit && unit.joined && !unit.stop && !list[unit.at - 1].stop;
    const joined = list.filter((unit) => unit.joined && (isFull(unit)
      || !(list[unit.at - 1].stop ? isFull(list[unit.at + 1]) : isFull(list[unit.at - 1]))));
    return Promise.all(joined.map(function (unit) {
      const before = list[unit.at - 1];
      const typed = before.spelling + " " + unit.spelling;
      const longer = unit.open ? store.pairs(before.fold, before.group, unit.fold, 1) : [];
      return Promise.all([store.pair(before.fold, before.group, unit.fold), longer]).then(function (both) {
        const begun = both[1].map((one) => one.entry).filter((entry) => begins(typed, entry.surface));
        return { at: unit.at, same: choose(typed, both[0], bare), begun };
      });
    }));
  }

  // Of the entries of one fold, those that are meant. What was typed is meant first; marks that were left out
  // are filled in; other marks are only taken when there is nothing else.
  function choose(typed, entries, bare) {
    const near = entries.map((entry) => ({ entry, word: entry.spelling, close: text.closeness(typed, entry.spelling) }));
    const exact = near.some((one) => one.close === 3);
    // Who typed some marks of a word, and so a known one, left none out.
    const marked = exact && typed !== text.fold(typed);
    const fits = near.filter((one) => one.close > (marked ? 2 : 1));
    const chosen = fits.length ? fits : near;
    chosen.forEach((one) => (one.worth = one.close === 3 ? 1 : one.close === 1 ? 0.4 : bare || !exact ? 0.9 : 0.5));
    return chosen;
  }

  // Words that never stand together as typed, but do with other marks on one of them: those marks may have been meant.
  function remark(list, pair) {
    if (!pair.same.length || pair.begun.length || pair.same.some((one) => one.close !== 1)) return;
    const sides = [list[pair.at - 1], list[pair.at]];
    const isOther = (word, side) => text.closeness(sides[side].spelling, word) === 1;
    const near = pair.same.map((one) => one.word.split(" ")).filter((words) => words.filter(isOther).length === 1);
    sides.forEach(function (unit, side) {
      const spellings = new Set(near.map((words) => words[side]).filter((word) => isOther(word, side)));
      const meant = unit.group.entries.filter((entry) => spellings.has(entry.spelling));
      const known = new Set(unit.variants.map((variant) => variant.entry));
      unit.variants.push(...meant.filter((entry) => !known.has(entry)).map((entry) => ({ entry, word: entry.spelling, close: 1, worth: 0.4 })));
      unit.remarked = unit.remarked || meant[0];
    });
  }

  const isShouted = (raw) => raw.length > 1 && raw === raw.toUpperCase() && raw !== raw.toLowerCase();
  const isVerbatim = (entry) => entry.surface !== entry.surface.toLowerCase();

  // Entries for a unit's own fold: ordinary words, abbreviations, names. Who types capitals means the abbreviation.
  function own(unit, bare) {
    const short = unit.group.entries.filter(isVerbatim);
    const ordinary = choose(unit.spelling, unit.group.entries.filter((entry) => !isVerbatim(entry)), bare);
    const means = (entry) => text.closeness(unit.spelling, text.spelling(entry.surface.toLowerCase())) > 1;
    const shouted = isShouted(unit.raw) && short.some((entry) => entry.surface === unit.raw);
    const words = shouted ? [] : ordinary;
    const less = words.some((one) => one.close === 3) ? 0.5 : 1;
    return words
      .concat(short.filter(means).map((entry) => ({ entry, word: entry.spelling, close: 3, worth: less })))
      .concat(unit.group.names.filter(means).map((entry) => ({ entry, word: null, close: 0, worth: 0.6 * less })));
  }

  // A unit's variants: itself, its other forms, and what it may become while it is unfinished.
  function settle(store, unit, pairs, bare) {
    const same = own(unit, bare);
    const fits = same.some((one) => one.close !== 1);
    return Promise.all(unit.group.kin.map((fold) => store.group(fold))).then(function (groups) {
      const kin = [];
      groups.forEach((group) => group.entries.forEach((entry) => kin.push({ entry, word: entry.spelling, close: 0, worth: 1 })));
      const begun = unit.open ? grown(unit, pairs, fits) : [];
      unit.variants = same.filter((one) => one.close !== 1 || !(begun.length || kin.length)).concat(kin, begun);
      unit.otherMarks = !fits && same.length > 0 && !begun.length;
      return unit.variants.length ? null : relatives(store, unit).then((list) => (unit.variants = list));
    });
  }

  // Endings that make a form of a word, marks left out: of English, French, Spanish, Russian. The index tells the forms of
  // words that it has; for one that it has not, these must do.
  const ENDING = /^(?:[sdexyao]|e[sdrezn]|ing|ers?|ly|ies|ees|[oa]s|[ai]r|ent|ant|ons|ait|aux?|al|[dt]?re|ts?|i[rst]|ado|ando|[\u0430-\u044f]{1,3})?$/;

  // Known forms of a word that the index does not have: they begin alike and differ in their endings. Syllables have none.
  function relatives(store, unit) {
    const common = unit.fold.length > 5 ? Math.max(4, unit.fold.length - 3) : unit.fold.length - 1;
    if (store.directory.syllables || unit.kind !== "word" || common < 3 || text.hasDigit(unit.fold)) return Promise.resolve([]);
    return store.beginning(unit.fold.slice(0, common), MOST_SHARDS).then((list) => list
      .filter((one) => !/[ \/]/.test(one.fold) && isForm(unit.fold, one.fold))
      .map((one) => ({ entry: one.entry, word: one.entry.spelling, close: 0, worth: 0.9 })));
  }

  function isForm(a, b) {
    let from = 0;
    while (from < a.length && a[from] === b[from]) from += 1;
    // English doubles a consonant before an ending.
    const ends = (word) => ENDING.test(word.slice(from)) || (word[from] === word[from - 1] && ENDING.test(word.slice(from + 1)));
    return ends(a) && ends(b);
  }

  // What an unfinished word may become: anything while it is no word itself; else what its pair or its length allow.
  function grown(unit, pairs, whole) {
    const pair = pairs.find((one) => one.at === unit.at);
    const together = pair && !pair.same.length ? pair.begun : [];
    if (together.length && unit.fold.length < 5) {
      return together.map((entry) => ({ entry, word: entry.spelling.split(" ")[1], close: 0, worth: 0.8 }));
    }
    const worth = !whole ? 0.6 : unit.fold.length > 4 || unit.kind !== "word" ? 0.35 : 0;
    return worth ? unit.begun.map((entry) => ({ entry, word: entry.spelling, close: 0, worth })) : [];
  }

  // Whether a word goes on from what was typed, marks considered; the tone of a word that is not finished may be
  // still to come.
  function begins(typed, surface) {
    const start = Array.from(surface.toLowerCase()).slice(0, text.size(typed));
    return text.leavesOut(typed, text.spelling(start.join(""))) || text.leavesOut(typed, text.spelling(surface.toLowerCase()));
  }

  // Stop words need not stand on a page, nor does a word of which only a letter is typed.
  function isOptional(unit) {
    if (unit.open && unit.kind === "word" && unit.fold.length === 1) return true;
    return isStop(unit.variants.map((variant) => variant.entry));
  }

  // Whether the most frequent of some entries only holds sentences together.
  function isStop(entries) {
    const most = entries.reduce((best, entry) => (!best || entry.code.length > best.code.length ? entry : best), null);
    return !!most && most.stop;
  }

  return { units, resolve };
})();
