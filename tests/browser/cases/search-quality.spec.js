// Search answers the judged queries of tests/search/queries.toml, those that no one tuned by as well as the others.
import { test, expect } from '@playwright/test';
import { answers, open } from '../lib/engine.js';
import { judgedQueries } from '../lib/judged.js';
import { score, summaries } from '../lib/measure.js';
import { sites } from '../lib/site.js';

// The width of the screen plays no part.
test.skip(({ viewport }) => viewport.width < 1000, 'once is enough');

const least = { recall: 0.98, mrr: 0.9 };
const leastOfAClass = { recall: 0.85, mrr: 0.8 };

test('the judged queries find what a reader wants', async ({ browser }) => {
  test.setTimeout(120_000);
  const judged = judgedQueries();
  expect(judged.length).toBeGreaterThanOrEqual(150);
  const pages = {};
  const engine = await open(browser, sites.handbook);
  const scores = [];
  for (const item of judged) {
    pages[item.locale] ??= answers(sites.handbook, item.locale);
    scores.push(score(item, await engine.search(item.locale, item.query), pages[item.locale]));
  }
  await engine.close();

  // A judgement of a page or a section that is gone would count against any engine.
  const unknown = judged.flatMap(({ locale, query, want, also }) => [...want, ...also]
    .filter(({ page, anchor }) => !pages[locale][page]?.paths[anchor] && !(pages[locale][page] && anchor === ''))
    .map(({ page, anchor }) => `${query}: ${page}#${anchor}`));
  expect(unknown).toEqual([]);

  const { all, held, classes } = summaries(scores);
  for (const [name, figures] of Object.entries({ all, held })) {
    expect.soft(figures.recall, `recall@10 of ${name}`).toBeGreaterThanOrEqual(least.recall);
    expect.soft(figures.mrr, `MRR@10 of ${name}`).toBeGreaterThanOrEqual(least.mrr);
  }
  expect.soft(all.exact, 'first hits that hold the spelling asked for').toBeGreaterThanOrEqual(0.95);
  expect.soft(all.sections, 'first hits that lead to the wanted section').toBeGreaterThanOrEqual(0.9);
  expect.soft(all.noise, 'queries without an answer that find something').toBeLessThanOrEqual(0.2);
  for (const [name, figures] of Object.entries(classes)) {
    if (figures.recall === undefined) continue;
    expect.soft(figures.recall, `recall@10 of ${name}`).toBeGreaterThanOrEqual(leastOfAClass.recall);
    expect.soft(figures.mrr, `MRR@10 of ${name}`).toBeGreaterThanOrEqual(leastOfAClass.mrr);
  }
});
