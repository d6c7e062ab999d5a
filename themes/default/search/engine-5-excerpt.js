// Excerpts: which sections of a document hold what was looked for, the words around it, and the marks.
camnang.search.excerpt = (function () {
  "use strict";
  const text = camnang.search.text;
  // Words around a hit.
  const WORDS = 34;
  const SECTIONS = 3;

  // Which unit a token stands for, or -1.
  function matcher(found) {
    const known = new Map();
    found.units.forEach(function (unit, at) {
      (unit.variants || []).forEach((variant) => {
        if (!known.has(variant.entry.spelling)) known.set(variant.entry.spelling, at);
      });
    });
    return function (token) {
      const at = known.get(token.spelling);
      return at === undefined ? -1 : at;
    };
  }

  // The words of a text that stand for units: [{ start, end, unit, word }].
  function hits(line, match) {
    const found = [];
    let word = 0;
    text.tokens(line).forEach(function (token) {
      const unit = match(token);
      if (token.role === "word") word += 1;
      if (unit >= 0) found.push({ start: token.start, end: token.end, unit, word });
    });
    return found;
  }

  // Ranges to mark, none overlapping; neighbours in one query are marked together.
  function ranges(line, match) {
    const merged = [];
    hits(line, match).sort((a, b) => a.start - b.start || b.end - a.end).forEach(function (hit) {
      const last = merged[merged.length - 1];
      if (last && (hit.start <= last[1] || /^[ \u00a0]$/.test(line.slice(last[1], hit.start)))) last[1] = Math.max(last[1], hit.end);
      else merged.push([hit.start, hit.end]);
    });
    return merged;
  }

  // The line of a section to show and how much of the query it holds.
  function best(section, match, weights) {
    let top = { worth: 0, line: "", hits: [] };
    section[2].split("\n").forEach(function (line) {
      const list = hits(line, match);
      const seen = new Set();
      let worth = 0;
      let last = null;
      list.forEach(function (hit) {
        if (!seen.has(hit.unit)) worth += weights[hit.unit];
        seen.add(hit.unit);
        if (last && hit.unit === last.unit + 1 && hit.word === last.word + 1) worth += weights[hit.unit] * 0.5;
        last = hit;
      });
      worth *= 1 + 0.02 * Math.min(list.length, 10);
      if (worth > top.worth) top = { worth, line, hits: list, seen };
    });
    return top;
  }

  // Cuts a line around its densest hits.
  function cut(line, list) {
    const places = text.tokens(line).filter((token) => token.role !== "whole");
    if (places.length <= WORDS) return [0, line.length];
    const inside = (from, to) => new Set(list.filter((hit) => hit.start >= from && hit.end <= to).map((hit) => hit.unit)).size;
    let top = { from: 0, units: -1 };
    const lead = 6;
    list.forEach(function (hit) {
      const at = Math.max(0, places.findIndex((place) => place.start >= hit.start) - lead);
      const from = Math.min(at, places.length - WORDS);
      const units = inside(places[from].start, places[from + WORDS - 1].end);
      if (units > top.units) top = { from, units };
    });
    const from = top.from;
    const to = from + WORDS;
    return [from ? places[from].start : 0, to >= places.length ? line.length : places[to - 1].end];
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

  // The sections of a fragment that answer best, with excerpts.
  function sections(fragment, found, weights) {
    const match = matcher(found);
    const all = fragment.s.map(function (section, at) {
      const body = best(section, match, weights);
      const head = new Set(hits(section[1], match).map((hit) => hit.unit));
      let worth = body.worth;
      head.forEach((unit) => (worth += weights[unit] * (body.seen && body.seen.has(unit) ? 0.6 : 1)));
      return { section, at, worth, body };
    });
    const answers = all.filter((one) => one.worth > 0).sort((a, b) => b.worth - a.worth || a.at - b.at);
    const enough = answers.length ? answers[0].worth * 0.5 : 0;
    const shown = [];
    answers.forEach(function (one) {
      const again = shown.some((other) => other.section[0] === one.section[0]);
      if (!again && shown.length < SECTIONS && one.worth >= enough) shown.push(one);
    });
    // Found by its title alone: the page begins with what it is about.
    if (!shown.length && all.length) shown.push(all[0]);
    return shown.map(function (one) {
      const line = one.body.line || one.section[2].split("\n")[0];
      return {
        href: fragment.h + (one.section[0] ? "#" + encodeURIComponent(one.section[0]) : ""),
        title: one.section[1], excerpt: pieces(line, one.body.hits, match), score: one.worth,
      };
    });
  }

  return { matcher, ranges, sections };
})();
