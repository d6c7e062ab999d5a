// The index as the interface sees it: camnang.search.open(base) → { info, search, marker, analyse }.
(function (search) {
  "use strict";
  const { text, data, query, rank, excerpt, repair } = search;
  const opened = new Map();
  // Pages of words that stand apart are looked into when there are not more than this many others; how many are.
  const FEW = 5;
  const LOOKED_INTO = 6;
  const MOST_SHORTER = 3;
  // For how long an index is taken to be as it was, in milliseconds.
  const TRUSTED = 120000;

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

    // Pages for a query: { query, total, facets, hits, suggestions }.
    search(typed, options) {
      const asked = Object.assign({ part: "", kind: "", offset: 0, limit: 10, prefix: true }, options);
      return this.answer(typed, asked.prefix)
        .then((answer) => (answer.pages.length ? answer : this.help(answer)))
        .then((answer) => {
          this.remember(typed, answer.found);
          const kept = answer.pages.filter((one) => this.passes(one.page, asked.part, asked.kind));
          const shown = kept.slice(asked.offset, asked.offset + asked.limit).map((one) => this.hit(one, answer.found));
          return Promise.all(shown).then((hits) => ({
            query: typed, total: kept.length, facets: this.facets(answer.pages), hits: hits.sort((a, b) => b.score - a.score),
            suggestions: answer.suggestions,
          }));
        })
        .catch((error) => {
          // A part that is not there any more may be there under another name.
          opened.delete(this.store.base);
          throw error;
        });
    }

    // What a query leads to: { found, pages, suggestions }.
    answer(typed, open, corrected) {
      return query.resolve(this.store, typed, open, corrected).then((found) => this.pages(found).then((pages) => ({
        found, pages, suggestions: pages.length && found.units.some((unit) => unit.otherMarks || unit.remarked) ? [{ query: marked(found), why: "accents" }] : [],
      })));
    }

    // Pages that are meant. Where few are sure, those whose words stand apart are looked into: the words may
    // stand near each other all the same.
    pages(found) {
      return found.units.length ? rank.rank(found, this.model).then((all) => this.judged(found, all)) : Promise.resolve([]);
    }

    judged(found, all) {
      const sure = all.filter((one) => one.sure);
      const unsure = all.filter((one) => !one.sure && one.whole && (one.meant || found.bare)).slice(0, LOOKED_INTO);
      if (sure.length > FEW) return Promise.resolve(sure);
      return this.near(found, sure, unsure).then((pages) => this.followed(pages, all));
    }

    // Those of the unsure pages whose words stand near each other are meant as well.
    near(found, sure, unsure) {
      const near = unsure.map((one) => this.store.fragment(this.document(one.page, found)).then(data.pause).then((fragment) => excerpt.isNear(fragment, found)));
      return Promise.all(near).then((list) => sure.concat(unsure.filter((one, at) => list[at])));
    }

    // Where a few pages have all that was asked for, those that have half of it follow. Not of syllables: half a word
    // is another word.
    followed(pages, all) {
      if (this.model.syllables || !pages.length || pages.length > FEW) return pages;
      const least = Math.min(...pages.map((one) => one.score));
      const half = all.filter((one) => one.half).slice(0, LOOKED_INTO);
      return pages.concat(half.map((one) => Object.assign({}, one, { score: Math.min(one.score, least) * 0.4 })));
    }

    // Nothing was found: a slip is corrected at once; shorter queries are only offered.
    help(answer) {
      return repair.queries(this.store, answer.found).then((list) => this.first(list.filter((one) => one.why === "typo"), (one, other) => ({
        found: other.found, pages: other.pages, suggestions: [one],
      })).then((corrected) => {
        if (corrected) return corrected;
        const shorter = list.filter((one) => one.why === "drop").slice(0, MOST_SHORTER);
        return this.without(answer, shorter).then((other) => other || Promise.all(shorter.map((one) => this.answer(one.query, false))).then((others) => Object.assign(answer, {
          suggestions: shorter.filter((one, at) => others[at].pages.length > 0),
        })));
      }));
    }

    // The answer without words that the book does not have, when two others are left to tell what is meant. Not of
    // syllables: a word that lacks one is another word.
    without(answer, shorter) {
      const known = answer.found.units.filter((unit) => unit.variants.length && !unit.optional);
      const telling = !this.model.syllables && known.length > 1 && known.length < answer.found.units.length;
      return telling ? this.first(shorter.slice(0, 1), (one, other) => ({ found: other.found, pages: other.pages, suggestions: [one] })) : Promise.resolve(null);
    }

    // The first of some queries that finds something.
    first(list, make) {
      if (!list.length) return Promise.resolve(null);
      return this.answer(list[0].query, false, true).then((other) => (other.pages.length ? make(list[0], other) : this.first(list.slice(1), make)));
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

    // A result with its excerpts. What one section says together counts more than what a page says in many.
    async hit(one, found) {
      const model = this.model;
      const weights = found.units.map((unit) => (unit.optional ? 0.1 : rank.idf(unit.held, model.pages) + 0.1));
      const fragment = await data.pause(await this.store.fragment(this.document(one.page, found)));
      const { shown, share } = await excerpt.sections(fragment, found, weights);
      return {
        href: fragment.h,
        title: fragment.t,
        lang: fragment.l || model.locale,
        part: model.partIds[model.partOf[one.page]],
        kind: model.kinds[model.kindOf[one.page]],
        titleLang: fragment.k || fragment.l || model.locale,
        trail: fragment.r,
        score: one.score * (0.2 + 0.8 * share),
        exact: one.exact,
        sections: shown,
      };
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
      if (found.name) add([{ entry: found.name, worth: found.units.length }]);
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
      const known = found ? excerpt.matcher(found) : { names: [], unit: () => -1, mayHold: () => true };
      const units = query.units(typed.normalize("NFC"), false);
      const unit = function (token, raw) {
        const at = known.unit(token, raw);
        return at >= 0 ? at : units.findIndex((one) => one.fold === token.fold && text.closeness(one.spelling, token.spelling) > 1);
      };
      return (line) => excerpt.ranges(line, { names: known.names, unit, mayHold: () => true });
    }

    // The words of a text as the index has them, and which of them are neighbours.
    analyse(line) {
      const tokens = text.tokens(line);
      const words = tokens.filter((token) => token.role === "word");
      const pairs = words.slice(1).map((word, at) => word.joined && words[at].surface + " " + word.surface).filter(Boolean);
      return { tokens: tokens.map((token) => token.surface), pairs };
    }
  }

  // A query as the index writes its words.
  function marked(found) {
    return found.units.map((unit) => (unit.otherMarks ? unit.variants[0].entry.surface : unit.remarked ? unit.remarked.surface : unit.raw)).join(" ");
  }

  // The directory unrolled: what is known of each page and document.
  function model(directory) {
    const partOf = [];
    const kindOf = [];
    const foreign = [];
    directory.runs.forEach(function (run) {
      for (let at = 0; at < run[0]; at += 1) {
        partOf.push(run[1]);
        kindOf.push(run[2]);
        foreign.push(run[3]);
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
      frequent: directory.frequent, syllables: directory.syllables, kinds: directory.kinds, partIds: directory.parts.map((part) => part.id),
      partOf, kindOf, foreign, first, pageOf,
    };
  }

  // Opens the index in a folder; anew when it was rebuilt while the page stood open.
  search.open = function (base) {
    const address = new URL(base, document.baseURI).href;
    const before = opened.get(address);
    if (before && performance.now() - before.checked < TRUSTED) return before.index;
    const old = before ? before.index.catch(() => null) : Promise.resolve(null);
    const index = Promise.all([old, data.version(address).catch(() => "")]).then(function ([known, version]) {
      // Without a connection what is known serves on.
      if (known && (!version || known.store.version === version)) return known;
      return data.load(address + "index.js?" + version).then(data.pause)
        .then((directory) => new Index(new data.Store(address, version, directory))).then(data.pause);
    });
    index.catch(() => opened.delete(address));
    opened.set(address, { index, checked: performance.now() });
    return index;
  };
})(camnang.search);
