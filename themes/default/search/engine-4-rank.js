// Ranking: which pages a query means, from postings alone.
camnang.search.rank = (function () {
  "use strict";
  // What a syllable counts that stands apart from the neighbours it was typed with.
  const APART = 0.35;
  // The share of a query's weight that a page may lack, and the number of units from which on it may.
  const LACKING = 0.34;
  const UNITS_TO_LACK = 3;
  const TIGHT = 0.6;

  const idf = (pages, all) => Math.log(1 + (all - pages + 0.5) / (pages + 0.5));

  // For each page the best of a list of variants; counts pages, and documents for choosing an excerpt.
  function gather(variants, model) {
    const best = new Float32Array(model.pages);
    let held = 0;
    variants.forEach(function (variant) {
      const { documents, levels } = variant.entry.postings;
      for (let at = 0; at < documents.length; at += 1) {
        const page = model.pageOf[documents[at]];
        const worth = variant.worth * model.levels[levels[at]];
        if (best[page] === 0) held += 1;
        if (worth > best[page]) best[page] = worth;
      }
    });
    return { best, held };
  }

  // Exact spellings of one unit, by page.
  function exactly(variants, model) {
    const on = new Uint8Array(model.pages);
    variants.forEach(function (variant) {
      if (variant.close !== 3) return;
      variant.entry.postings.documents.forEach((document) => (on[model.pageOf[document]] = 1));
    });
    return on;
  }

  // Pages in order: [{ page, score, exact, sure }]. `sure`: what was typed together stands together.
  function rank(found, model) {
    const units = found.units.map(function (unit) {
      const { best, held } = gather(unit.variants, model);
      return { unit, best, held, idf: idf(held, model.pages), exact: exactly(unit.variants, model), sides: [] };
    });
    const pairs = found.pairs.map(function (pair) {
      const variants = pair.same.concat(pair.same.length ? [] : pair.begun.map((entry) => ({ entry, close: 0, worth: 0.6 })));
      const { best, held } = gather(variants, model);
      const own = { best, weight: held ? idf(held, model.pages) * 0.9 : 0 };
      const sides = [units[pair.at - 1], units[pair.at]];
      // Pairs are kept of frequent words only: of others nothing is known.
      if (sides.every((side) => side.held > model.frequent)) sides.forEach((side) => side.sides.push(own));
      return own;
    });
    const total = units.reduce((sum, one) => sum + one.idf, 0);
    const pages = [];
    for (let page = 0; page < model.pages; page += 1) {
      const one = score(page, units, pairs, total);
      if (one) pages.push(one);
    }
    return order(pages);
  }

  function score(page, units, pairs, total) {
    let sum = 0;
    let lacking = 0;
    let tight = 0;
    let exact = true;
    for (const one of units) {
      if (one.best[page] === 0) {
        lacking += one.idf;
        exact = false;
        continue;
      }
      sum += one.idf * one.best[page];
      exact = exact && one.exact[page] === 1;
      const apart = one.sides.length > 0 && one.sides.every((pair) => pair.best[page] === 0);
      tight += one.idf * (apart ? APART : 1);
    }
    if (lacking === total || (lacking > 0 && (units.length < UNITS_TO_LACK || lacking > total * LACKING))) return null;
    for (const pair of pairs) sum += pair.weight * pair.best[page];
    tight /= total;
    return { page, score: sum * tight * (lacking > 0 ? 0.6 : 1), exact, whole: lacking === 0, sure: tight >= TIGHT };
  }

  function order(pages) {
    return pages.sort((a, b) => b.score - a.score || a.page - b.page);
  }

  return { rank, idf };
})();
