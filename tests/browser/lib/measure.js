// What the judged queries say of an engine: recall, rank, the reader's own spelling on top, false hits.
// An answer is `{ pages: [path, …], sections: { path: [anchor, …] } }`, best first; the unit that engines are compared by is the page.

const depth = 10;
const mean = (numbers) => (numbers.length ? numbers.reduce((sum, number) => sum + number, 0) / numbers.length : undefined);
const only = (scores, name) => scores.map((score) => score[name]).filter((number) => number !== undefined);

/** Graded gain: a wanted page counts two, one that is welcome counts one. */
function gain(judged, pages) {
  const wanted = new Set(judged.want.map(({ page }) => page));
  const welcome = new Set(judged.also.map(({ page }) => page).filter((page) => !wanted.has(page)));
  const grade = (page) => (wanted.has(page) ? 2 : welcome.has(page) ? 1 : 0);
  const sum = (grades) => grades.slice(0, depth).reduce((total, value, rank) => total + value / Math.log2(rank + 2), 0);
  const best = [...[...wanted].map(() => 2), ...[...welcome].map(() => 1)];
  return sum(pages.map(grade)) / sum(best);
}

/** Whether the section at the wanted place is among the sections shown of the first wanted page (undefined: no section judged). */
function placed(judged, answer, pages, shown) {
  const first = answer.pages.find((page) => judged.want.some((wanted) => wanted.page === page && wanted.anchor));
  if (!first || !answer.sections?.[first]) return undefined;
  const anchors = [...judged.want, ...judged.also].filter(({ page }) => page === first).map(({ anchor }) => anchor);
  const enclosing = (anchor) => pages[first]?.paths[anchor] ?? [anchor];
  const hit = answer.sections[first].slice(0, shown).some((anchor) => anchors.some(
    (wanted) => enclosing(anchor).includes(wanted) || enclosing(wanted).includes(anchor),
  ));
  return Number(hit);
}

const tokens = (string) => string.normalize('NFC').toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? [];
const holds = (text, phrase) => ` ${text} `.includes(` ${phrase} `);

/** Whether the first hit holds the query as spelled: word by word in a row where any page does, else each of its words. */
function exactFirst(judged, answer, pages) {
  const words = tokens(judged.query);
  const spelled = (page) => pages[page]?.spelled ?? '';
  const inRow = Object.values(pages).some((page) => holds(page.spelled, words.join(' ')));
  if (!answer.pages.length) return 0;
  const first = spelled(answer.pages[0]);
  return Number(inRow ? holds(first, words.join(' ')) : words.every((word) => holds(first, word)));
}

/** All words of a page as they are spelled, for `exactFirst`. */
export const spelling = (page) => tokens(page.blocks.map((block) => block.text).join(' ')).join(' ');

/** The scores of one answer. `pages`: the locale's pages, path → `{ spelled, paths }`. */
export function score(judged, answer, pages) {
  const shown = [...new Set(answer.pages)].slice(0, depth);
  if (!judged.want.length) return { judged, shown, falseHits: shown.length };
  const wanted = [...new Set(judged.want.map(({ page }) => page))];
  const found = wanted.filter((page) => shown.includes(page));
  const rank = shown.findIndex((page) => wanted.includes(page));
  return {
    judged,
    shown,
    missing: wanted.filter((page) => !shown.includes(page)),
    recall: found.length / Math.min(wanted.length, depth),
    reciprocalRank: rank < 0 ? 0 : 1 / (rank + 1),
    gain: gain(judged, shown),
    exact: judged.exact ? exactFirst(judged, { pages: shown }, pages) : undefined,
    section: placed(judged, { ...answer, pages: shown }, pages, 1),
    sections: placed(judged, { ...answer, pages: shown }, pages, 3),
  };
}

/** Means over scores. `noise`: the share of queries without an answer for which something came up. */
export function summary(scores) {
  const falseHits = only(scores, 'falseHits');
  return {
    queries: scores.length,
    recall: mean(only(scores, 'recall')),
    mrr: mean(only(scores, 'reciprocalRank')),
    ndcg: mean(only(scores, 'gain')),
    exact: mean(only(scores, 'exact')),
    section: mean(only(scores, 'section')),
    sections: mean(only(scores, 'sections')),
    noise: falseHits.length ? falseHits.filter((hits) => hits > 0).length / falseHits.length : undefined,
    falseHits: mean(falseHits),
  };
}

/** `{ all, tune, held, fresh, latest, classes: { name: summary } }`. */
export function summaries(scores) {
  const where = (test) => summary(scores.filter(test));
  const names = [...new Set(scores.map(({ judged }) => judged.class))];
  return {
    all: where(() => true),
    tune: where(({ judged }) => judged.set === 'tune'),
    held: where(({ judged }) => judged.set === 'held'),
    fresh: where(({ judged }) => judged.set === 'fresh'),
    latest: where(({ judged }) => judged.set === 'latest'),
    classes: Object.fromEntries(names.map((name) => [name, where(({ judged }) => judged.class === name)])),
  };
}
