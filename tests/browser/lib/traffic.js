// What a search moves over the network, read from Chromium's own log (CDP encodedDataLength: headers and compressed body).
import { script } from './engine.js';

/** What readers of the generated book would type: common pairs, one common word, bare, unfinished, rare, a number. */
export const queries = ['truyền thông', 'thông tin đối ngoại', 'kế hoạch của địa phương', 'giờ đầu tiên', 'truyen thong quoc te', 'hinh anh',
  'người dân', 'lụa', 'báo cáo hằng năm', '532', 'phản ứng nh', 'quảng bá hình ảnh'];

/** As many results as the drop-down shows. */
export const shown = 5;

/**
 * How camnang is loaded and asked by a program, in the page named: `load(address, site)` gives what `start` takes; `start` runs in the page and leaves
 * `window.ask(text, limit)`, which resolves when everything that the first results show is there.
 */
export const engine = {
  page: 'vi/chuong-00002.html',
  load: (address, site) => [`${address}${script(site)}`, `${address}vi/search/`],
  async start([code, data]) {
    await new Promise((done, failed) => {
      const tag = document.createElement('script');
      Object.assign(tag, { src: code, onload: done, onerror: failed });
      document.head.append(tag);
    });
    window.ask = async (text, limit) => (await (await window.camnang.search.open(data)).search(text, { limit })).hits.length;
  },
};

/** Counts what goes over the wire: each call resolves to `{ bytes, requests }` since the last. */
export async function meter(page) {
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
  queries: Object.fromEntries(reads.map(({ query, bytes }) => [query, bytes])),
});

/** A page that has come to rest, in a browser that had nothing; counted from here. */
async function visit(browser, address) {
  const page = await (await browser.newContext()).newPage();
  await page.goto(address);
  await page.waitForLoadState('networkidle');
  return { page, read: await meter(page) };
}

/** What each query costs a reader who types it in camnang's own dialog, `delay` milliseconds a key; 0: it is pasted, which asks once. */
export async function typed(browser, address, delay) {
  const reads = [];
  for (const query of queries) {
    const { page, read } = await visit(browser, `${address}${engine.page}`);
    await page.keyboard.press('/');
    const field = page.getByRole('combobox');
    await (delay ? field.pressSequentially(query, { delay }) : field.fill(query));
    // A small book may not know the word: then help is offered.
    await page.locator('dialog [role=option], dialog .search-help').first().waitFor();
    await page.waitForTimeout(300);
    reads.push({ query, ...(await read()) });
    await page.context().close();
  }
  return spread(reads);
}

/** Each query first in a browser that has nothing, then each as a further one in a browser that keeps what it has. */
export async function traffic(browser, { start, page: path }, load, address) {
  const open = async () => {
    const opened = await visit(browser, `${address}${path}`);
    await opened.page.evaluate(start, load);
    return opened;
  };
  const ask = (page, query) => page.evaluate(([text, limit]) => window.ask(text, limit), [query, shown]);
  const first = [];
  for (const query of queries) {
    const { page, read } = await open();
    await ask(page, query);
    first.push({ query, ...(await read()) });
    await page.context().close();
  }
  const { page, read } = await open();
  const further = [];
  for (const query of [...queries.slice(-1), ...queries.slice(0, -1)]) {
    await ask(page, query);
    further.push({ query, ...(await read()) });
  }
  await page.context().close();
  return { first: spread(first), further: spread(further.slice(1)) };
}

/** What a plain view of a page loads for search: nothing is expected. */
export async function plainView(browser, address, path) {
  const page = await (await browser.newContext()).newPage();
  const loaded = [];
  page.on('request', (request) => /\/search\/|search\.\w+\.js/.test(request.url()) && loaded.push(request.url()));
  await page.goto(`${address}${path}`);
  await page.waitForLoadState('networkidle');
  await page.context().close();
  return loaded;
}
