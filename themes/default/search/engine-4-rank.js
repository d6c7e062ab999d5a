// Ranking: which pages a query means, from postings alone.
camnang.search.rank = (function () {
  "use strict";
  const text = camnang.search.text;
  const { pause, isLong } = camnang.search.data;
  // Pages that are judged between two looks at the clock.
  const AT_ONCE = 100;
  // What a syllable counts that stands apart from the neighbours it was typed with, and the share of a query's weight
  // from which on a page is sure to be meant.
  const APART = 0.35;
  const SURE = 0.7;
  // What another name of what was typed counts, where the typed name stands on some page, and where it does not.
  const OTHER_NAME = 0.6;
  const ONLY_NAME = 0.9;
  // The share of a query's weight that a page may lack, and the number of units from which on it may.
  const LACKING = 0.34;
  const UNITS_TO_LACK = 3;
  // The share that a page may lack which only follows those that have all.
  const HALF = 0.55;
  // What a page counts whose text is not in the reader's language.
  const FOREIGN = 0.3;

  const idf = (held, all) => Math.log(1 + (all - held + 0.5) / (held + 0.5));

  // For each page the best of a list of variants, how many pages have any, which have the typed spelling, and which have
  // what was typed by any name: all but marks that were filled in.
  function gather(variants, model) {
    const best = new Float32Array(model.pages);
    const exact = new Uint8Array(model.pages);
    const meant = new Uint8Array(model.pages);
    let held = 0;
    variants.forEach(function (variant) {
      const { documents, levels } = variant.entry.postings;
      for (let at = 0; at < documents.length; at += 1) {
        const page = model.pageOf[documents[at]];
        const worth = variant.worth * model.levels[levels[at]];
        if (best[page] === 0) held += 1;
        if (worth > best[page]) best[page] = worth;
        if (variant.close === 3) exact[page] = 1;
        if (variant.close === 3 || variant.word === null) meant[page] = 1;
      }
    });
    return { best, exact, meant, held };
  }

  // Pages in order: [{ page, score, exact, meant, sure, whole, half }]. `sure`: what was typed together stands together;
  // `half`: about half of what was typed is there. Made
  // in steps, between which the page answers: on a slow phone a long book is more than one task's work.
  async function rank(found, model) {
    const units = [];
    const pairs = [];
    for (const unit of found.units) units.push(await pause(weighed(unit, model)));
    for (const pair of found.pairs) pairs.push(await pause(weighedPair(pair, units, model)));
    const name = found.name ? await pause(gather([{ entry: found.name, worth: isWritten(units) ? OTHER_NAME : ONLY_NAME, close: 0 }], model)) : null;
    const needed = units.filter((one) => !one.unit.optional);
    const total = needed.reduce((sum, one) => sum + one.idf, 0);
    const all = units.reduce((sum, one) => sum + one.idf, 0);
    const pages = [];
    for (let page = 0; page < model.pages; page += 1) {
      if (page % AT_ONCE === AT_ONCE - 1 && isLong()) await pause();
      const one = score(page, units, pairs, needed.length, total);
      const own = model.foreign[page] ? FOREIGN : 1;
      const named = name && name.best[page] ? all * name.best[page] : 0;
      if (named && !(one && one.sure && one.score > named)) pages.push({ page, score: named * own, exact: !!one && one.exact, meant: true, sure: true, whole: true });
      else if (one) pages.push(Object.assign(one, { score: one.score * own }));
    }
    return pages.sort((a, b) => b.score - a.score || a.page - b.page);
  }

  // Whether some page has all that was typed, as it was typed.
  const isWritten = (units) => units[0].exact.some((has, page) => has && units.every((one) => one.exact[page]));

  function weighed(unit, model) {
    const one = gather(unit.variants, model);
    unit.held = one.held;
    return { unit, best: one.best, exact: one.exact, meant: one.meant, held: one.held, idf: idf(one.held, model.pages) * (unit.optional ? 0.3 : 1), sides: [] };
  }

  function weighedPair(pair, units, model) {
    const begun = pair.same.length ? [] : pair.begun.map((entry) => ({ entry, close: 0, worth: 0.6 }));
    const one = gather(pair.same.concat(begun), model);
    const sides = [units[pair.at - 1], units[pair.at]];
    // Only of frequent words pairs are kept, and only syllables need them: numbers and abbreviations say enough alone.
    const isSyllable = (unit) => !text.hasDigit(unit.fold) && unit.variants.every((variant) => variant.word !== null);
    const telling = model.syllables && sides.every((side) => side.held > model.frequent && isSyllable(side.unit));
    if (telling) sides.forEach((side) => side.sides.push(one.best));
    return { best: one.best, weight: one.held ? idf(one.held, model.pages) * 0.9 : 0 };
  }

  function score(page, units, pairs, needed, total) {
    let sum = 0;
    let lacking = 0;
    let tight = 0;
    let exact = true;
    let meant = true;
    for (const one of units) {
      const here = one.best[page];
      sum += one.idf * here;
      exact = exact && one.exact[page] === 1;
      meant = meant && one.meant[page] === 1;
      if (one.unit.optional) continue;
      if (here === 0) lacking += one.idf;
      else tight += one.idf * (one.sides.length && one.sides.every((best) => best[page] === 0) ? APART : 1);
    }
    if (sum === 0 || lacking > total * HALF) return null;
    const most = lacking > 0 && (needed < UNITS_TO_LACK || lacking > total * LACKING);
    for (const pair of pairs) sum += pair.weight * pair.best[page];
    const share = tight / total;
    const sure = !most && share + lacking / total >= SURE;
    return { page, score: sum * share * (lacking > 0 ? 0.6 : 1), exact, meant, whole: lacking === 0, sure, half: most };
  }

  return { rank, idf };
})();
