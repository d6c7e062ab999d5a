// How well camnang's search answers the judged queries, beside Pagefind and mdBook on the same text in the same browser.
// Usage: node tests/bench/search/quality.js [--site DIR] [--only camnang,pagefind,mdbook] [--json FILE] [--failures tune|held]
// Prints Markdown tables. Needs `npm ci` in tests/browser; installs the peers under target/bench/search on first use.
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { launch } from '../../browser/lib/chromium.js';
import * as camnang from '../../browser/lib/engine.js';
import { judgedQueries } from '../../browser/lib/judged.js';
import { score, summaries } from '../../browser/lib/measure.js';
import * as mdbook from './mdbook.js';
import * as pagefind from './pagefind.js';
import { camnang as program, repository, run, work } from './places.js';
import { table } from './table.js';

const { values: options } = parseArgs({
  options: {
    site: { type: 'string' },
    only: { type: 'string', default: 'camnang,pagefind,mdbook' },
    json: { type: 'string', default: join(work, 'quality.json') },
    failures: { type: 'string' },
  },
});
mkdirSync(work, { recursive: true });

const built = () => {
  const site = join(work, 'handbook');
  run(program(), ['build', repository, '--out', site]);
  return site;
};
const site = options.site ?? built();
const judged = judgedQueries();
const locales = [...new Set(judged.map(({ locale }) => locale))];

const pages = Object.fromEntries(locales.map((locale) => [locale, camnang.answers(site, locale)]));

const chosen = options.only.split(',');
const browser = await launch();
const engines = [];
if (chosen.includes('camnang')) engines.push(await camnang.open(browser, site));
if (chosen.includes('pagefind')) engines.push(await pagefind.open(browser, pagefind.prepare(site, locales, 'pagefind-site')));
if (chosen.includes('mdbook')) {
  const folder = mdbook.prepare(pages);
  engines.push(await mdbook.open(browser, folder, false), await mdbook.open(browser, folder, true));
}

const report = { queries: judged.length, engines: {} };
for (const engine of engines) {
  const scores = [];
  for (const item of judged) scores.push(score(item, await engine.search(item.locale, item.query), pages[item.locale]));
  await engine.close();
  report.engines[engine.name] = { ...summaries(scores), scores };
}
await browser.close();

console.log(table(report));
if (options.failures) {
  for (const { judged: item, missing = [], shown, reciprocalRank, falseHits = 0 } of report.engines.camnang.scores) {
    if (item.set !== options.failures || (reciprocalRank === 1 && !missing.length) || (!item.want.length && !falseHits)) continue;
    console.log(`${item.class} | ${item.locale} | ${item.query} | missing ${missing.join(' ') || '–'} | wanted first ${item.want.map(({ page }) => page).join(' ') || 'nothing'} | got ${shown.slice(0, 5).join(' ')}`);
  }
}
writeFileSync(options.json, JSON.stringify(report, null, 1));
