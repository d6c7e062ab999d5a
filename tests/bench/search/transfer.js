// What a search moves over the network, and how long it keeps the page busy: at 30, 300 and 3,000 generated pages, beside
// Pagefind on the same pages, read from Chromium's own network log (CDP encodedDataLength: headers and compressed body).
// Usage: node tests/bench/search/transfer.js [--pages 30,300,3000] [--only camnang,pagefind] [--encoding gzip,br] [--json FILE] [--no-tasks]
import { existsSync, mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { launch } from '../../browser/lib/chromium.js';
import { script } from '../../browser/lib/engine.js';
import * as pagefind from './pagefind.js';
import { camnang, repository, run, work } from './places.js';
import { serve } from './server.js';
import { longestTask } from './tasks.js';

const { values: options } = parseArgs({
  options: {
    pages: { type: 'string', default: '30,300,3000' },
    only: { type: 'string', default: 'camnang,pagefind' },
    encoding: { type: 'string', default: 'gzip,br' },
    json: { type: 'string', default: join(work, 'transfer.json') },
    'no-tasks': { type: 'boolean', default: false },
    fresh: { type: 'boolean', default: false },
  },
  
});

// What readers of such a book would type: common pairs, one common word, bare, unfinished, rare, a number.
const queries = ['truyền thông', 'thông tin đối ngoại', 'kế hoạch của địa phương', 'giờ đầu tiên', 'truyen thong quoc te', 'hinh anh',
  'người dân', 'lụa', 'báo cáo hằng năm', '532', 'phản ứng nh', 'quảng bá hình ảnh'];
const shown = 6;

/** A built site of so many generated pages. */
function site(pages) {
  const [source, out] = [join(work, `corpus-${pages}`), join(work, `site-${pages}`)];
  if (options.fresh && existsSync(out)) rmSync(out, { recursive: true });
  if (!existsSync(source)) run('node', [join(repository, 'tests/bench/corpus.js'), String(pages), source]);
  run(camnang(), ['build', source, '--out', out]);
  return out;
}

// How each engine is loaded and asked in the page; both fetch what the first results show.
const engines = {
  camnang: {
    folder: (built) => built,
    load: (address, built) => [`${address}${script(built)}`, `${address}vi/search/`],
    async start([code, data]) {
      await new Promise((done, failed) => {
        const tag = document.createElement('script');
        Object.assign(tag, { src: code, onload: done, onerror: failed });
        document.head.append(tag);
      });
      window.ask = async (text, limit) => (await (await window.camnang.search.open(data)).search(text, { limit })).hits.length;
    },
  },
  pagefind: {
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

/** Bytes that went over the wire since the last call. */
async function meter(page) {
  const session = await page.context().newCDPSession(page);
  await session.send('Network.enable');
  let bytes = 0;
  let requests = 0;
  session.on('Network.loadingFinished', (event) => { bytes += event.encodedDataLength; requests += 1; });
  return async () => {
    await page.waitForLoadState('networkidle');
    await page.waitForTimeout(50);
    const read = { bytes, requests };
    bytes = 0;
    requests = 0;
    return read;
  };
}

const median = (numbers) => [...numbers].sort((a, b) => a - b)[Math.floor((numbers.length - 1) / 2)];
const spread = (reads) => ({
  median: median(reads.map(({ bytes }) => bytes)),
  max: Math.max(...reads.map(({ bytes }) => bytes)),
  requests: median(reads.map(({ requests }) => requests)),
});

/** Each query first in a browser that has nothing, then each as a further one in a browser that keeps what it has. */
async function traffic(browser, engine, address, built) {
  const open = async () => {
    const page = await (await browser.newContext()).newPage();
    await page.goto(`${address}blank.html`);
    return { page, read: await meter(page) };
  };
  const ask = async (page, query) => page.evaluate(([text, limit]) => window.ask(text, limit), [query, shown]);
  const first = [];
  for (const query of queries) {
    const { page, read } = await open();
    await page.evaluate(engine.start, engine.load(address, built, true));
    await ask(page, query);
    first.push(await read());
    await page.context().close();
  }
  const { page, read } = await open();
  await page.evaluate(engine.start, engine.load(address, built, true));
  const further = [];
  for (const query of [...queries.slice(-1), ...queries.slice(0, -1)]) {
    await ask(page, query);
    further.push(await read());
  }
  await page.context().close();
  return { first: spread(first), further: spread(further.slice(1)) };
}

/** What a plain view of a page loads for search: nothing is expected. */
async function plainView(browser, address) {
  const page = await (await browser.newContext()).newPage();
  const loaded = [];
  page.on('request', (request) => /\/search|search\.\w+\.js/.test(request.url()) && loaded.push(request.url()));
  await page.goto(`${address}vi/chuong-00002.html`);
  await page.waitForLoadState('networkidle');
  await page.context().close();
  return loaded;
}

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
      const entry = { pages, engine: name, encoding, ...(await traffic(browser, engine, server.address, built)) };
      if (name === 'camnang') entry.plainView = await plainView(browser, server.address);
      if (!options['no-tasks'] && pages === 3000 && encoding === 'gzip') {
        for (const slower of [1, 4]) entry[`longest${slower}`] = await longestTask(server.address, engine.start, engine.load(server.address, built, false), queries, shown, slower);
      }
      report.push(entry);
      server.close();
    }
  }
}
await browser.close();

const kilobytes = (bytes) => `${(bytes / 1024).toFixed(1)} KB`;
const tasks = (entry) => (entry.longest1 === undefined ? '' : `${entry.longest1.toFixed(0)} ms / ${entry.longest4.toFixed(0)} ms`);
console.log('| pages | engine | encoding | first query, median | max | requests | further, median | max | longest task, at 1× / 4× slower | for a plain view |');
console.log('|---|---|---|---|---|---|---|---|---|---|');
for (const entry of report) {
  const view = entry.plainView === undefined ? '' : entry.plainView.length ? entry.plainView.join(' ') : 'nothing';
  console.log(`| ${[entry.pages, entry.engine, entry.encoding, kilobytes(entry.first.median), kilobytes(entry.first.max), entry.first.requests,
    kilobytes(entry.further.median), kilobytes(entry.further.max), tasks(entry), view].join(' | ')} |`);
}
writeFileSync(options.json, JSON.stringify(report, null, 1));
