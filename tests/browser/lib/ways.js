// The ways in which readers come to a page: over http, from a disk, on a slow line; with JavaScript and without.
import { fileAddress, serve } from './site.js';

/** Slow 3G as browsers emulate it: 400 kbit/s, 400 ms. */
export async function slow(page) {
  const session = await page.context().newCDPSession(page);
  await session.send('Network.enable');
  await session.send('Network.emulateNetworkConditions', { offline: false, latency: 400, downloadThroughput: 50_000, uploadThroughput: 50_000 });
}

/**
 * Declares the same tests for each way: `declare(way, open)`, where `open(page, path)` goes there. `site`: a built site's folder.
 * `script`: whether the way has JavaScript.
 */
export function everyWay(test, site, declare) {
  let server;
  test.beforeAll(async () => { server = await serve(site); });
  test.afterAll(() => server.close());
  const http = (path) => new URL(path, server.address).href;
  const ways = {
    http: { to: http, script: true },
    disk: { to: (path) => fileAddress(site, path.split('#')[0]), script: true },
    'slow line': { to: http, script: true, before: slow },
    'http, no script': { to: http, script: false },
    'disk, no script': { to: (path) => fileAddress(site, path.split('#')[0]), script: false },
  };
  for (const [way, { to, script, before }] of Object.entries(ways)) {
    test.describe(way, () => {
      test.use({ javaScriptEnabled: script });
      declare({ way, script }, async (page, path) => {
        await before?.(page);
        await page.goto(to(path));
      });
    });
  }
}
