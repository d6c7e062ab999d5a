// When nothing is found: what the reader may have meant. Slips are looked for in words that the index does not
// know, or that never stand beside the word they were typed with.
camnang.search.repair = (function () {
  "use strict";
  const text = camnang.search.text;
  // Letters from which on a word alone may hold a slip; with a neighbour to tell by, shorter ones may.
  const LONG = 5;
  const SHORT = 3;
  // Candidates whose postings are looked at.
  const MOST = 4;

  // Other queries, likeliest first: [{ query, why }].
  function queries(store, found) {
    const unknown = found.units.filter((unit) => !unit.variants.length && unit.kind === "word" && !text.hasDigit(unit.fold));
    const fixes = unknown.length ? Promise.all(unknown.slice(0, 2).map((unit) => fix(store, found, unit))) : unpaired(store, found);
    return fixes.then(function (list) {
      const known = list.filter(Boolean);
      const fixed = known.length && known.length === Math.max(1, unknown.length) ? [{ query: replaced(found.text, known), why: "typo" }] : [];
      return fixed.concat(dropped(found));
    });
  }

  function replaced(query, fixes) {
    return fixes.slice().sort((a, b) => b.unit.start - a.unit.start)
      .reduce((done, one) => done.slice(0, one.unit.start) + one.word + done.slice(one.unit.end), query);
  }

  // The query without a word: without those the index does not know, or without each in turn, the rarest first.
  function dropped(found) {
    if (found.units.length < 2) return [];
    const unknown = found.units.filter((unit) => !unit.variants.length);
    const without = (units) => found.units.filter((unit) => units.indexOf(unit) < 0);
    const lists = unknown.length && unknown.length < found.units.length ? [unknown]
      : found.units.slice().sort((a, b) => a.held - b.held).map((unit) => [unit]);
    return lists.map(without).filter((kept) => kept.length && kept.some((unit) => !unit.optional)).map(function (kept) {
      let query = "";
      kept.forEach((unit, at) => (query += (at && unit.kind !== "gram" ? " " : "") + unit.raw));
      return { query: query.trim(), why: "drop" };
    });
  }

  // What an unknown word was meant to be: { unit, word }.
  function fix(store, found, unit) {
    if (unit.fold.length < SHORT) return null;
    return store.vocabulary().then(function (words) {
      const known = new Set(words);
      const near = words.filter((word) => text.isSlip(unit.fold, word));
      const beside = neighbours(store, found, unit, near);
      return beside.then(function (word) {
        if (word) return { unit, word };
        if (unit.fold.length < LONG) return null;
        const apart = split(unit.fold, known);
        return apart ? { unit, word: apart } : best(store, near, unit).then((entry) => entry && { unit, word: written(entry, unit, found) });
      });
    });
  }

  const most = (entries) => entries.reduce((top, entry) => (!top || entry.code.length > top.code.length ? entry : top), null);

  // The candidate that stands beside the word typed before or after.
  function neighbours(store, found, unit, near) {
    const before = unit.joined && found.units[unit.at - 1];
    const next = found.units[unit.at + 1];
    const after = next && next.joined && next.variants.length ? next : null;
    const earlier = before && before.variants.length
      ? Promise.all(near.slice(0, 8).map((word) => store.pair(before.fold, before.group, word))) : Promise.resolve([]);
    return earlier.then(function (lists) {
      const pair = most([].concat(...lists));
      if (pair) return written({ surface: pair.surface.split(" ")[1] }, unit, found);
      if (!after) return null;
      const likely = sorted(near, unit).slice(0, MOST);
      return Promise.all(likely.map((word) => store.group(word).then((group) => store.pair(word, group, after.fold)))).then(function (all) {
        const other = most([].concat(...all));
        return other && written({ surface: other.surface.split(" ")[0] }, unit, found);
      });
    });
  }

  // Who types without marks is answered without.
  function written(entry, unit, found) {
    const bare = found.units.every((one) => one.spelling === one.fold);
    return bare ? text.fold(entry.surface) : entry.surface;
  }

  // Slips seldom fall on the first letter.
  function sorted(words, unit) {
    const cost = (word) => (word[0] === unit.fold[0] ? 0 : 2) + (word.length === unit.fold.length ? 0 : 1);
    return words.slice().sort((a, b) => cost(a) - cost(b) || (a < b ? -1 : 1));
  }

  function best(store, near, unit) {
    return Promise.all(sorted(near, unit).slice(0, MOST).map((word) => store.group(word)))
      .then((groups) => most([].concat(...groups.map((group) => group.entries))));
  }

  // Two words that were typed without the space between them.
  function split(word, known) {
    for (let at = 2; at <= word.length - 2; at += 1) {
      if (known.has(word.slice(0, at)) && known.has(word.slice(at))) return word.slice(0, at) + " " + word.slice(at);
    }
    return null;
  }

  // Known words that never stand together: the second is taken for a slip of one that stands beside the first.
  function unpaired(store, found) {
    const alone = found.pairs.filter((pair) => !pair.same.length && !pair.begun.length).map((pair) => found.units[pair.at]);
    return Promise.all(alone.filter((unit) => unit.fold.length >= SHORT).slice(0, 2).map(function (unit) {
      const before = found.units[unit.at - 1];
      return store.pairs(before.fold, before.group, unit.fold[0], 2).then(function (list) {
        const near = list.filter((one) => text.isSlip(unit.fold, one.fold.slice(before.fold.length + 1)));
        const pair = most(near.map((one) => one.entry));
        return pair && { unit, word: written({ surface: pair.surface.split(" ")[1] }, unit, found) };
      });
    })).then((list) => list.filter(Boolean).slice(0, 1));
  }

  return { queries };
})();
