// Text rules: what a word is, and when two spellings are one word. The same rules as the program's
// (src/render/search/analysis.rs, src/i18n/fold.rs); tests/search/analysis.json holds both to one table.
window.camnang = window.camnang || {};
camnang.search = camnang.search || {};
camnang.search.text = (function () {
  "use strict";
  const INVISIBLE = "\\u00ad\\u200b-\\u200d\\u2060\\ufeff";
  const CHARACTERS = "\\u1100-\\u11ff\\u3005-\\u3007\\u3040-\\u30ff\\u3400-\\u9fff\\uac00-\\ud7a3\\uf900-\\ufaff\\uff66-\\uff9f\\u{20000}-\\u{3ffff}";
  const SYLLABLES = "\\u0e00-\\u0eff\\u1000-\\u109f\\u1780-\\u17ff";
  const letter = (where) => "(?:" + where + "(?!\\p{M})[\\p{Alphabetic}\\p{N}][\\p{M}" + INVISIBLE + "]*)+";
  // One run of a script with spaces, of characters, or of written syllables.
  const RUN = new RegExp(
    "(" + letter("(?![" + CHARACTERS + SYLLABLES + "])") + ")|(" + letter("(?=[" + CHARACTERS + "])") + ")|"
      + letter("(?=[" + SYLLABLES + "])"), "gu");
  const CHARACTER = new RegExp("[^\\p{M}" + INVISIBLE + "][\\p{M}" + INVISIBLE + "]*", "gu");
  const SYLLABLE = new RegExp(
    "(?:[\\u0e40-\\u0e44\\u0ec0-\\u0ec4][" + INVISIBLE + "]*)*[^\\p{M}" + INVISIBLE + "]"
      + "(?:[\\u17d2\\u1039][^]|[\\p{M}" + INVISIBLE + "\\u0e30\\u0e32\\u0e33\\u0e45\\u0eb0\\u0eb2\\u0eb3\\u0ebd])*", "gu");
  const JOINS = /^[ \u00a0'"“”‘’«»&+_\/\-‑]{1,3}$/;
  const TONES = /[\u0300\u0301\u0303\u0309\u0323]/g;
  const MARKS = /[\u0300-\u036f\u0640\u064b-\u065f\u0670]/g;
  const PLAIN = {
    "đ": "d", "ð": "d", "ø": "o", "ł": "l", "ı": "i", "æ": "ae", "œ": "oe", "ß": "ss",
    "\u0671": "\u0627", "\u0649": "\u064a", "\u0629": "\u0647",
  };
  const MOST_PARTS = 5;

  function lower(raw) {
    const word = raw.normalize("NFKC").toLowerCase().replace(/[\u00ad\u200b-\u200d\u2060\ufeff]/g, "");
    return /^0[0-9]$/.test(word) ? word.slice(1) : word;
  }

  // Letters, then tones: hoà = hòa.
  function spelling(word) {
    if (/^[ -~]*$/.test(word)) return word;
    return word.split(/([ \/])/).map(function (part) {
      const apart = part.normalize("NFD");
      return apart.replace(TONES, "").normalize("NFC") + (apart.match(TONES) || []).join("");
    }).join("");
  }

  function fold(word) {
    if (/^[ -~]*$/.test(word)) return word;
    return word.normalize("NFD").replace(MARKS, "").replace(/[đðøłıæœß\u0671\u0649\u0629]/g, (c) => PLAIN[c]).normalize("NFC");
  }

  const met = new Map();

  // A word's forms, remembered.
  function forms(raw) {
    let word = met.get(raw);
    if (!word) {
      const surface = lower(raw).normalize("NFC");
      word = { surface, spelling: spelling(surface), fold: fold(surface) };
      if (met.size > 20000) met.clear();
      met.set(raw, word);
    }
    return word;
  }

  const hasDigit = (text) => /[0-9]/.test(text);

  // Groups of words that hang together as the parts of a number do; other runs alone.
  function groups(text) {
    const found = [];
    let last = null;
    RUN.lastIndex = 0;
    for (let run; (run = RUN.exec(text)); ) {
      const segment = {
        start: run.index, end: run.index + run[0].length, raw: run[0], joined: false,
        kind: run[1] !== undefined ? "word" : run[2] !== undefined ? "characters" : "syllables",
      };
      const gap = last && last.kind === "word" && segment.kind === "word" ? text.slice(last.end, segment.start) : "";
      segment.joined = JOINS.test(gap);
      const linked = /^[\/\-–‑_]$/.test(gap) || (/^[.,:]$/.test(gap) && /[0-9]$/.test(last.raw) && /^[0-9]/.test(segment.raw));
      if (linked) found[found.length - 1].push(segment);
      else found.push([segment]);
      last = segment;
    }
    return found;
  }

  // The units of a run that is written without spaces, with their places.
  function units(segment) {
    const pattern = segment.kind === "characters" ? CHARACTER : SYLLABLE;
    const found = [];
    pattern.lastIndex = 0;
    for (let unit; (unit = pattern.exec(segment.raw)); ) {
      const start = segment.start + unit.index;
      found.push({ start, end: start + unit[0].length, raw: unit[0] });
    }
    return found;
  }

  // Runs of parts with a digit among them, as one word each.
  function wholes(group) {
    const found = [];
    if (group.length > MOST_PARTS) return found;
    for (let from = 0; from < group.length; from += 1) {
      for (let to = from + 2; to <= group.length; to += 1) {
        const run = group.slice(from, to);
        if (run.some((part) => hasDigit(part.raw))) {
          const surface = run.map((part) => forms(part.raw).surface).join("/");
          found.push({ start: run[0].start, end: run[run.length - 1].end, surface, spelling: spelling(surface), fold: fold(surface), parts: run.length });
        }
      }
    }
    return found;
  }

  // Dates that name their month: [{ from, to, forms }], the words of a list that they are and the numbers that say the same.
  const MONTHS = [
    "january february march april may june july august september october november december",
    "janvier fevrier mars avril mai juin juillet aout septembre octobre novembre decembre",
    "enero febrero marzo abril mayo junio julio agosto septiembre octubre noviembre diciembre",
    "января февраля марта апреля мая июня июля августа сентября октября ноября декабря",
  ].map((names) => names.split(" "));
  MONTHS.push(MONTHS[0].map((name) => name.slice(0, 3)));

  function dates(text, list) {
    const found = [];
    const raw = (at) => (list[at] ? list[at].raw : "");
    const is = (at, ...words) => raw(at).length < 9 && words.indexOf(forms(raw(at)).fold) >= 0;
    const number = (written, most) => (/^[0-9]{1,2}$/.test(written) && written > 0 && written <= most ? Number(written) : 0);
    const day = (at) => number(raw(at).replace(/^([0-9]+)(?:st|nd|rd|th|er)$/, "$1"), 31);
    const name = (at) => (raw(at).length > 2 ? MONTHS.reduce((month, names) => month || names.indexOf(forms(raw(at)).fold) + 1, 0) : 0);
    const near = (from, to, between) => list.slice(from + 1, to).every((word, at) => between.test(text.slice(list[from + at].end, word.start))) && to <= list.length;

    function told(from, day, month, next) {
      const at = next + (is(next, "nam", "de", "of") ? 1 : 0);
      const year = /^[12][0-9]{3}$/.test(raw(at)) && near(next - 1, at + 1, /^[ \u00a0,\/-]{0,2}$/) ? raw(at) : "";
      const written = day ? [day + "/" + month] : [];
      if (year) written.push(...written.map((date) => date + "/" + year), month + "/" + year);
      return { from, to: year ? at + 1 : next, forms: written };
    }

    // The date whose first number is a word; its first word is not before another.
    function date(at, known) {
      const first = day(at);
      if (first) {
        const after = at + 1 + (is(at + 1, "de", "of") ? 1 : 0);
        const words = is(after, "thang") ? 2 : 1;
        const month = words > 1 ? number(raw(after + 1), 12) : name(after);
        if (month && near(at, after + words, /^[ \u00a0,.\/-]{0,2}$/)) {
          return told(at > known && is(at - 1, "ngay") && near(at - 1, at + 1, /^[ \u00a0]{0,2}$/) ? at - 1 : at, first, month, after + words);
        }
        if (at > known && name(at - 1) && near(at - 1, at + 1, /^[ \u00a0]{0,2}$/)) return told(at - 1, first, name(at - 1), at + 1);
      }
      if (at <= known) return null;
      const linked = is(at - 1, "de") && at - 1 > known ? 1 : 0;
      const month = is(at - 1, "thang") ? number(raw(at), 12) : name(at - 1 - linked);
      const next = is(at - 1, "thang") ? at + 1 : at - linked;
      const made = month ? told(at - 1 - (is(at - 1, "thang") ? 0 : linked), 0, month, next) : null;
      return made && made.to > next && made.forms.length ? made : null;
    }

    list.forEach(function (word, at) {
      const known = found.length ? found[found.length - 1].to : 0;
      const one = at >= known && /^[0-9]/.test(word.raw) ? date(at, known) : null;
      if (one) found.push(one);
    });
    return found;
  }

  // A date as one word of a text.
  const dated = (list, date, surface) => ({ start: list[date.from].start, end: list[date.to - 1].end, surface, spelling: surface, fold: surface });

  // Every word of a text as the index has it, in the same order.
  function tokens(text) {
    const found = [];
    const add = (place, role, words, joined) => found.push(Object.assign({ role, joined, start: place.start, end: place.end }, words));
    const all = groups(text);
    all.forEach(function (group) {
      if (group[0].kind === "word") {
        group.forEach((segment) => add(segment, "word", forms(segment.raw), segment.joined));
        wholes(group).forEach((whole) => add(whole, "whole", whole, false));
        return;
      }
      const list = units(group[0]);
      list.forEach(function (unit, at) {
        const next = list[at + 1];
        add(unit, "gram", forms(unit.raw), false);
        if (next) add({ start: unit.start, end: next.end }, "gram", forms(unit.raw + next.raw), false);
      });
    });
    if (hasDigit(text)) {
      const list = [].concat(...all);
      dates(text, list).forEach((date) => date.forms.forEach((surface) => {
        const whole = dated(list, date, surface);
        add(whole, "whole", whole, false);
      }));
    }
    return found;
  }

  // How well a spelling fits what was typed: 3 it is that, 2 marks were left out, 1 marks differ. Both have one fold.
  function closeness(typed, spelled) {
    if (typed === spelled) return 3;
    const a = typed.split(/[ \/]/);
    const b = spelled.split(/[ \/]/);
    return a.length === b.length && a.every((part, at) => leavesOut(part, b[at])) ? 2 : 1;
  }

  function leavesOut(typed, spelled) {
    const a = typed.normalize("NFD");
    const b = spelled.normalize("NFD");
    if ((a.match(TONES) || []).length && (a.match(TONES) || []).join("") !== (b.match(TONES) || []).join("")) return false;
    const left = letters(a);
    const right = letters(b);
    return left.length <= right.length && left.every((c, at) => right[at] === c || c === fold(right[at]));
  }

  // Letters with the marks that make them other letters (ă, đ, ơ), tones left out.
  const letters = (apart) => Array.from(apart.replace(TONES, "").normalize("NFC"));

  // How many letters a spelling has.
  const size = (spelled) => Array.from(spelled.replace(TONES, "").normalize("NFC")).length;

  // Whether one slip (a letter too many, too few, another, or two swapped) makes one word the other.
  function isSlip(a, b) {
    if (a === b || Math.abs(a.length - b.length) > 1) return false;
    let from = 0;
    while (from < a.length && a[from] === b[from]) from += 1;
    let end = 0;
    while (end < a.length - from && end < b.length - from && a[a.length - 1 - end] === b[b.length - 1 - end]) end += 1;
    const left = a.slice(from, a.length - end);
    const right = b.slice(from, b.length - end);
    return (left.length <= 1 && right.length <= 1) || (left.length === 2 && right.length === 2 && left[0] === right[1] && left[1] === right[0]);
  }

  return { size, isSlip, lower, spelling, fold, forms, groups, units, wholes, dates, dated, tokens, closeness, leavesOut, hasDigit };
})();
