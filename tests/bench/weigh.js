// What Chromium loads to show a page of a folder the first time, compressed by gzip, before the reader does anything.
// Usage: node tests/bench/weigh.js FOLDER PAGE prints the bytes of all.
import { launch } from '../browser/lib/chromium.js';
import { serve } from '../browser/lib/host.js';
import { fileURLToPath } from 'node:url';

export const kinds = ['Document', 'Stylesheet', 'Script', 'Font', 'Image', 'Other'];

/** Resolves to bytes by kind, the requests, and how many of them went elsewhere. */
export async function weigh(browser, [folder, page]) {
  const server = await serve(folder, 'gzip');
  const context = await browser.newContext();
  const tab = await context.newPage();
  const session = await context.newCDPSession(tab);
  await session.send('Network.enable');
  const types = new Map();
  const sums = { requests: 0, elsewhere: 0 };
  session.on('Network.responseReceived', ({ requestId, type, response }) => {
    types.set(requestId, kinds.includes(type) ? type : 'Other');
    if (!response.url.startsWith(server.address) && !response.url.startsWith('data:')) sums.elsewhere += 1;
  });
  session.on('Network.loadingFinished', ({ requestId, encodedDataLength }) => {
    const type = types.get(requestId) ?? 'Other';
    sums[type] = (sums[type] ?? 0) + encodedDataLength;
    sums.requests += 1;
  });
  await tab.goto(`${server.address}${page}`, { waitUntil: 'networkidle' });
  await tab.waitForTimeout(500);
  await context.close();
  server.close();
  return sums;
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const browser = await launch();
  const sums = await weigh(browser, [process.argv[2], process.argv[3]]);
  console.log(kinds.reduce((sum, kind) => sum + (sums[kind] ?? 0), 0));
  await browser.close();
}
