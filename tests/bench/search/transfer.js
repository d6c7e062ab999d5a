// What a search moves over the network, and how long it keeps the page busy: at 30, 300 and 3,000 generated pages, beside
// Pagefind on the same pages, read from Chromium's own network log (CDP encodedDataLength: headers and compressed body).
// Usage: node tests/bench/search/transfer.js [--pages 30,300,3000] [--only camnang,pagefind] [--encoding gzip,br] [--json FILE] [--no-tasks]
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { launch } from '../../browser/lib/chromium.js';
import { serve } from '../../browser/lib/host.js';
import { longestTask } from '../../browser/lib/tasks.js';
import { engine as camnangEngine, plainView, queries, shown, traffic, typed } from '../../browser/lib/traffic.js';
import * as pagefind from './pagefind.js';
import { camnang, repository, run, work } from './places.js';

const { values: options } = parseArgs({
  options: {
    pages: { type: 'string', default: '30,300,3000' },
    only: { type: 'string', default: 'camnang,pagefind' },
    encoding: { type: 'string', default: 'gzip,br' },
    json: { type: 'string', default: join(work, 'transfer.json') },
    'no-tasks': { type: 'boolean', default: false },
  },
});

/** A built site of so many generated pages. */
function site(pages) {
  const [source, out] = [join(work, `corpus-${pages}`), join(work, `site-${pages}`)];
  run('node', [join(repository, 'tests/bench/corpus.js'), String(pages), source]);
  run(camnang(), ['build', source, '--out', out]);
  return out;
}

// How each engine is loaded and asked in the page; both fetch what the first results show.
const engines = {
  camnang: { ...camnangEngine, folder: (built) => built },
  pagefind: {
    page: 'blank.html',
    folder: (built, pages) => pagefind.prepare(built, ['vi'], `pagefind-${pages}`),
    load: (address, built, noWorker) => [`${address}vi/pagefind/pagefind.js`, `${address}vi/pagefind/pagefind-ui`, noWorker],
    async start([code, face, noWorker]) {
      // Its smallest complete interface, as camnang's script holds its own.
      await Promise.all(['.js', '.css'].map((ending) => fetch(`${face}${ending}`).then((answer) => answer.blob())));
      const engine = await import(code);
      // For the bytes without its worker, which the log of the page would not see and which costs another script.
      await engine.options({ noWorker });
      window.ask = async (text, limit) => (await Promise.all((await engine.search(text)).results.slice(0, limit).map((hit) => hit.data()))).length;
    },
  },
};

mkdirSync(work, { recursive: true });
const browser = await launch();
const report = [];
for (const pages of options.pages.split(',').map(Number)) {
  const built = site(pages);
  for (const name of options.only.split(',')) {
    const engine = engines[name];
    const folder = engine.folder(built, pages);
    for (const encoding of options.encoding.split(',')) {
      const server = await serve(folder, encoding);
      const entry = { pages, engine: name, encoding, ...(await traffic(browser, engine, engine.load(server.address, built, true), server.address)) };
      if (name === 'camnang') {
        entry.plainView = await plainView(browser, server.address, engine.page);
        for (const delay of [0, 250]) entry[`typed${delay}`] = await typed(browser, server.address, delay);
      }
      if (!options['no-tasks'] && pages === 3000 && encoding === 'gzip') {
        for (const slower of [1, 4]) entry[`longest${slower}`] = await longestTask(`${server.address}${engine.page}`, engine.start, engine.load(server.address, built, false), queries, shown, slower);
      }
      report.push(entry);
      server.close();
    }
  }
}
await browser.close();

const kilobytes = (bytes) => `${(bytes / 1024).toFixed(1)} KB`;
const tasks = (entry) => (entry.longest1 === undefined ? '' : `${entry.longest1.toFixed(0)} ms / ${entry.longest4.toFixed(0)} ms`);
const keys = (figures) => (figures ? `${kilobytes(figures.median)} / ${kilobytes(figures.max)}` : '');
console.log('| pages | engine | encoding | first query, median | max | requests | further, median | max | in the dialog, pasted, median / max | typed slowly | longest task, at 1× / 4× slower | for a plain view |');
console.log('|---|---|---|---|---|---|---|---|---|---|---|---|');
for (const entry of report) {
  const view = entry.plainView === undefined ? '' : entry.plainView.length ? entry.plainView.join(' ') : 'nothing';
  console.log(`| ${[entry.pages, entry.engine, entry.encoding, kilobytes(entry.first.median), kilobytes(entry.first.max), entry.first.requests,
    kilobytes(entry.further.median), kilobytes(entry.further.max), keys(entry.typed0), keys(entry.typed250), tasks(entry), view].join(' | ')} |`);
}
writeFileSync(options.json, JSON.stringify(report, null, 1));
