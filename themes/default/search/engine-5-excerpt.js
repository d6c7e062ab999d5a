// Excerpts: which sections of a document hold what was looked for, the words around it, and the marks.
camnang.search.excerpt = (function () {
  "use strict";
  const text = camnang.search.text;
  const { pause, isLong } = camnang.search.data;
  // Words around a hit, and those of them before it.
  const WORDS = 34;
  const BEFORE = 6;
  const SECTIONS = 3;

  // What stands for the units of a query in a text: single words, and names of several words.
  function matcher(found) {
    const words = new Map();
    const names = [];
    const addNames = (entry, unit) => entry.names.forEach(function (name) {
      const tokens = text.tokens(name).filter((token) => token.role === "word");
      if (tokens.length > 1) names.push({ unit, words: tokens.map((token) => token.spelling) });
      else if (tokens.length) words.set(isPlain(name) ? tokens[0].spelling : name, unit);
    });
    found.units.forEach((unit) => unit.variants.forEach(function (variant) {
      if (variant.word === null) addNames(variant.entry, unit.at);
      else if (!words.has(variant.word)) words.set(variant.word, unit.at);
    }));
    if (found.name) addNames(found.name, 0);
    return { names, mayHold: glance([...words.keys()].concat(names.map((name) => name.words[0]))), unit: (token, raw) => (words.has(token.spelling) ? words.get(token.spelling) : words.has(raw) ? words.get(raw) : -1) };
  }

  // A quick test that lets no line pass by which holds one of some words: most lines hold none, and to cut them into
  // words is what takes time. A number may be written in more ways than one.
  function glance(words) {
    const folds = Array.from(new Set(words.map((word) => text.fold(text.lower(word)))));
    const starts = folds.filter((word) => !/[ \/]/.test(word));
    const isNumbered = folds.length > starts.length;
    return function (line) {
      const bare = text.fold(text.lower(line));
      return (isNumbered && text.hasDigit(bare)) || starts.some((word) => bare.indexOf(word) >= 0);
    };
  }

  const isPlain = (name) => name === name.toLowerCase();

  // The words of a line that stand for units: [{ start, end, unit, word }], `word` counting words.
  function hits(line, match) {
    const found = [];
    const words = [];
    if (!match.mayHold(line)) return found;
    text.tokens(line).forEach(function (token) {
      if (token.role === "word") words.push(token);
      const unit = match.unit(token, line.slice(token.start, token.end));
      if (unit >= 0) found.push({ start: token.start, end: token.end, unit, word: words.length });
    });
    match.names.forEach(function (name) {
      for (let at = 0; at + name.words.length <= words.length; at += 1) {
        if (name.words.every((word, next) => words[at + next].spelling === word)) {
          found.push({ start: words[at].start, end: words[at + name.words.length - 1].end, unit: name.unit, word: at + 1 });
        }
      }
    });
    return found.sort((a, b) => a.start - b.start || b.end - a.end);
  }

  // Ranges to mark, none overlapping; neighbours are marked together.
  function ranges(line, match) {
    const merged = [];
    hits(line, match).forEach(function (hit) {
      const last = merged[merged.length - 1];
      if (last && (hit.start <= last[1] || /^[ \u00a0]$/.test(line.slice(last[1], hit.start)))) last[1] = Math.max(last[1], hit.end);
      else merged.push([hit.start, hit.end]);
    });
    return merged;
  }

  // The line of a section to show and how much of the query it holds.
  async function best(section, match, weights) {
    let top = { worth: 0, at: 0, hits: [], seen: new Set() };
    const all = new Set();
    for (const [at, line] of section[2].split("\n").entries()) {
      if (isLong()) await pause();
      const list = hits(line, match);
      const seen = new Set();
      let worth = 0;
      let last = null;
      list.forEach(function (hit) {
        if (!seen.has(hit.unit)) worth += weights[hit.unit];
        seen.add(hit.unit);
        all.add(hit.unit);
        if (last && hit.unit === last.unit + 1 && hit.word === last.word + 1) worth += weights[hit.unit] * 0.5;
        last = hit;
      });
      worth *= 1 + 0.02 * Math.min(list.length, 10);
      // What a line begins with it is about: a label, a term that is defined; the more so, the less else it says.
      if (list.length && list[0].word === 1) worth *= 1.15;
      worth *= 1 + 0.3 * Math.min(1, list.reduce((sum, hit) => sum + hit.end - hit.start, 0) / line.length);
      if (worth > top.worth) top = { worth, at, hits: list, seen };
    }
    top.all = all;
    return top;
  }

  // Whether some sentence holds all needed units close together, but those that stand in the headings above it.
  async function isNear(fragment, found) {
    const match = matcher(found);
    const needed = found.units.filter((unit) => !unit.optional).map((unit) => unit.at);
    const reach = 2 * needed.length + 4;
    for (const section of fragment.s) {
      if (isLong()) await pause();
      const above = new Set(hits(section[1], match).map((hit) => hit.unit));
      const missing = needed.filter((unit) => !above.has(unit));
      const isHere = section[2].split(/\n|[.!?…;:] /).some(function (sentence) {
        const list = hits(sentence, match);
        const together = (hit) => {
          const inside = new Set(list.filter((other) => other.word >= hit.word && other.word < hit.word + reach).map((other) => other.unit));
          return missing.every((unit) => inside.has(unit)) && needed.some((unit) => inside.has(unit));
        };
        return list.some(together);
      });
      if (isHere) return true;
    }
    return false;
  }

  // Cuts a line around its densest hits.
  function cut(line, list) {
    const places = text.tokens(line).filter((token) => token.role !== "whole");
    if (places.length <= WORDS) return [0, line.length];
    const inside = (from, to) => new Set(list.filter((hit) => hit.start >= from && hit.end <= to).map((hit) => hit.unit)).size;
    let top = { from: 0, units: -1 };
    list.forEach(function (hit) {
      const at = Math.max(0, places.findIndex((place) => place.start >= hit.start) - BEFORE);
      const from = Math.min(at, places.length - WORDS);
      const units = inside(places[from].start, places[from + WORDS - 1].end);
      if (units > top.units) top = { from, units };
    });
    const to = top.from + WORDS;
    return [top.from ? places[top.from].start : 0, to >= places.length ? line.length : places[to - 1].end];
  }

  function pieces(line, list, match) {
    const [from, to] = cut(line, list);
    const shown = line.slice(from, to);
    const found = [];
    let done = 0;
    const add = (piece, mark) => piece && found.push({ text: piece, mark });
    if (from) add("… ", false);
    ranges(shown, match).forEach(function (range) {
      add(shown.slice(done, range[0]), false);
      add(shown.slice(range[0], range[1]), true);
      done = range[1];
    });
    add(shown.slice(done) + (to < line.length ? " …" : ""), false);
    return found;
  }

  // What a word is worth where it stands: in the page's title, in a section's heading, in running text.
  const IN_TITLE = 1.6;
  const IN_HEADING = 1.6;

  // The sections of a fragment that answer best, with excerpts: { shown, share }. `share`: how much of what a page has
  // of the query one section says together. A list of terms has each word somewhere; its entry that has all of them counts.
  async function sections(fragment, found, weights) {
    const match = matcher(found);
    const inLine = (line) => new Set(hits(line, match).map((hit) => hit.unit));
    const title = inLine(fragment.t);
    const all = [];
    for (const section of fragment.s) {
      const body = await best(section, match, weights);
      const heading = inLine(section[1]);
      let worth = body.worth;
      // A heading that says nothing else is what was asked for.
      const said = section[1] ? ranges(section[1], match).reduce((sum, range) => sum + range[1] - range[0], 0) / section[1].length : 0;
      heading.forEach((unit) => (worth += weights[unit] * ((body.seen.has(unit) ? 0.6 : 1) + said)));
      const has = found.units.map((unit) => Math.max(title.has(unit.at) ? IN_TITLE : 0, heading.has(unit.at) ? IN_HEADING : 0, body.all.has(unit.at) ? 1 : 0));
      all.push({ section, at: all.length, worth, body, has });
    }
    const answers = all.filter((one) => one.worth > 0).sort((a, b) => b.worth - a.worth || a.at - b.at);
    const enough = answers.length ? answers[0].worth * 0.5 : 0;
    const shown = [];
    answers.forEach(function (one) {
      const again = shown.some((other) => other.section[0] === one.section[0]);
      if (!again && shown.length < SECTIONS && one.worth >= enough) shown.push(one);
    });
    // Found by its title alone: the page begins with what it is about.
    if (!shown.length && all.length) shown.push(all[0]);
    const answered = shown.map(function (one) {
      const line = one.section[2].split("\n")[one.body.at];
      const langs = one.section[3] || [];
      return {
        href: fragment.h + (one.section[0] ? "#" + encodeURIComponent(one.section[0]) : ""),
        title: one.section[1], titleLang: langs[0], excerpt: pieces(line, one.body.hits, match), lang: langs[1 + one.body.at], score: one.worth,
      };
    });
    return { shown: answered, share: share(all, found, weights) };
  }

  // The best section's worth beside what all sections have: 0 to 1. What a page has nowhere in sight counts as text.
  function share(all, found, weights) {
    const sum = (has) => found.units.reduce((total, unit, at) => total + weights[unit.at] * has(at), 0);
    const together = all.map((one) => sum((at) => one.has[at]));
    if (found.name && together.some((one) => one > 0)) return 1;
    return Math.max(0, ...together) / sum((at) => Math.max(1, ...all.map((one) => one.has[at])));
  }

  return { matcher, ranges, sections, isNear };
})();
