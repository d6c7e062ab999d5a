// The index as the interface sees it: camnang.search.open(base) → { info, search, marker, analyse }.
(function (search) {
  "use strict";
  const { text, data, query, rank, excerpt } = search;
  const opened = new Map();

  class Index {
    constructor(store) {
      const directory = store.directory;
      this.store = store;
      this.model = model(directory);
      this.answered = new Map();
      this.info = {
        locale: directory.locale,
        pages: this.model.pages,
        parts: directory.parts.filter((part) => part.id),
        kinds: ["page"].concat(directory.kinds),
      };
    }

    // Pages for a query; see the names of the result below.
    search(typed, options) {
      const { part = "", kind = "", offset = 0, limit = 10, prefix = true } = options || {};
      const started = performance.now();
      return query.resolve(this.store, typed, prefix).then((found) => {
        this.remember(typed, found);
        const pages = this.pages(found);
        const facets = this.facets(pages);
        const kept = pages.filter((one) => this.passes(one.page, part, kind));
        const shown = kept.slice(offset, offset + limit).map((one) => this.hit(one, found));
        return Promise.all(shown).then((hits) => ({
          query: typed, total: kept.length, facets, hits, suggestions: [], elapsed: performance.now() - started,
        }));
      });
    }

    pages(found) {
      if (!found.units.length) return [];
      const all = rank.rank(found, this.model);
      return all.filter((one) => one.sure);
    }

    passes(page, part, kind) {
      const model = this.model;
      return (!part || model.partIds[model.partOf[page]] === part) && (!kind || kind === "page" || model.kinds[model.kindOf[page]] === kind);
    }

    facets(pages) {
      const model = this.model;
      const parts = {};
      const kinds = {};
      const count = (all, key) => key && (all[key] = (all[key] || 0) + 1);
      pages.forEach((one) => {
        count(parts, model.partIds[model.partOf[one.page]]);
        count(kinds, model.kinds[model.kindOf[one.page]]);
      });
      return { parts, kinds };
    }

    hit(one, found) {
      const model = this.model;
      const weights = found.units.map((unit) => {
        const held = new Set();
        unit.variants.forEach((variant) => variant.entry.postings.documents.forEach((d) => held.add(d)));
        return rank.idf(held.size, model.documents) + 0.1;
      });
      return this.store.fragment(this.document(one.page, found)).then((fragment) => ({
        href: fragment.h,
        title: fragment.t,
        lang: fragment.l ? fragment.l[0] : model.locale,
        dir: fragment.l ? fragment.l[1] : "",
        number: fragment.n || "",
        part: model.partIds[model.partOf[one.page]],
        kind: model.kinds[model.kindOf[one.page]],
        trail: fragment.r.join(" › "),
        score: one.score,
        exact: one.exact,
        sections: excerpt.sections(fragment, found, weights),
      }));
    }

    // The document of a long page that answers best.
    document(page, found) {
      const first = this.model.first[page];
      const count = this.model.first[page + 1] - first;
      if (count === 1) return first;
      const sums = new Float32Array(count);
      const add = (variants) => variants.forEach((variant) => variant.entry.postings.documents.forEach((document, at) => {
        if (document >= first && document < first + count) sums[document - first] += variant.worth * this.model.levels[variant.entry.postings.levels[at]];
      }));
      found.units.forEach((unit) => add(unit.variants));
      found.pairs.forEach((pair) => add(pair.same));
      return first + sums.indexOf(Math.max(...sums));
    }

    remember(typed, found) {
      this.answered.delete(typed);
      this.answered.set(typed, found);
      if (this.answered.size > 20) this.answered.delete(this.answered.keys().next().value);
    }

    // Marks a query's words in any text: text → [[start, end], …]. What a search found for the query is
    // marked as well as what was typed.
    marker(typed) {
      const found = this.answered.get(typed);
      const known = found ? excerpt.matcher(found) : () => -1;
      const units = query.units(typed.normalize("NFC"), false);
      const match = function (token) {
        const unit = known(token);
        if (unit >= 0) return unit;
        return units.findIndex((one) => one.fold === token.fold && text.closeness(one.spelling, token.spelling) > 1);
      };
      return (line) => excerpt.ranges(line, match);
    }

    // The words of a text as the index has them, and which of them are neighbours.
    analyse(line) {
      const tokens = text.tokens(line);
      const words = tokens.filter((token) => token.role === "word");
      const pairs = words.slice(1).map((word, at) => word.joined && words[at].surface + " " + word.surface).filter(Boolean);
      return { tokens: tokens.map((token) => token.surface), pairs };
    }
  }

  // The directory unrolled: what is known of each page and document.
  function model(directory) {
    const partOf = [];
    const kindOf = [];
    directory.runs.forEach(function (run) {
      for (let at = 0; at < run[0]; at += 1) {
        partOf.push(run[1]);
        kindOf.push(run[2]);
      }
    });
    const pages = partOf.length;
    const several = new Map(directory.long);
    const first = new Uint32Array(pages + 1);
    const pageOf = new Uint32Array(directory.documents);
    for (let page = 0; page < pages; page += 1) {
      first[page + 1] = first[page] + (several.get(page) || 1);
      pageOf.fill(page, first[page], first[page + 1]);
    }
    return {
      locale: directory.locale, pages, documents: directory.documents, levels: directory.levels,
      frequent: directory.frequent, kinds: directory.kinds, partIds: directory.parts.map((part) => part.id),
      partOf, kindOf, first, pageOf,
    };
  }

  // Opens the index in a folder; each once.
  search.open = function (base) {
    const address = new URL(base, document.baseURI).href;
    if (!opened.has(address)) {
      const opening = data.load(address + "index.js").then((directory) => new Index(new data.Store(address, directory)));
      opening.catch(() => opened.delete(address));
      opened.set(address, opening);
    }
    return opened.get(address);
  };
})(camnang.search);
