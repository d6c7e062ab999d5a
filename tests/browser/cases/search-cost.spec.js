// What a search costs a reader of a book of 3,000 pages: bytes over the network, and time for which the page does not answer.
import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { test, expect } from '@playwright/test';
import { script } from '../lib/engine.js';
import { serve } from '../lib/host.js';
import { repository } from '../lib/site.js';
import { longestTask } from '../lib/tasks.js';
import { engine, plainView, queries, shown, traffic, typed } from '../lib/traffic.js';

const pages = 3000;
const kilobyte = 1024;
const [source, site] = [join(repository, `target/sites/corpus-${pages}`), join(repository, `target/sites/built-${pages}`)];

test.describe.configure({ mode: 'serial' });
// The width of the screen plays no part, and so large a book is built once.
const needed = (info) => info.project.name === 'desk';
test.beforeEach(({}, info) => test.skip(!needed(info), 'once is enough'));

let host;
test.beforeAll(async ({}, info) => {
  if (!needed(info)) return;
  test.setTimeout(300_000);
  execFileSync('node', [join(repository, 'tests/bench/corpus.js'), String(pages), source]);
  execFileSync(join(repository, 'target/debug/camnang'), ['build', source, '--out', site], { stdio: 'pipe' });
  host = await serve(site, 'gzip');
});
test.afterAll(() => host?.close());

test(`a first query over ${pages} pages moves at most 80 KB, a further one 40 KB, a plain view nothing`, async ({ browser }) => {
  test.setTimeout(120_000);
  expect(gzipSync(readFileSync(join(site, script(site)))).length).toBeLessThanOrEqual(21 * kilobyte);
  const { first, further } = await traffic(browser, engine, engine.load(host.address, site), host.address);
  expect(first.max).toBeLessThanOrEqual(80 * kilobyte);
  expect(further.max).toBeLessThanOrEqual(40 * kilobyte);

  expect((await typed(browser, host.address, 0)).max).toBeLessThanOrEqual(80 * kilobyte);
  expect(await plainView(browser, host.address, engine.page)).toEqual([]);
});

// The best of three: other work on the machine lengthens a task, nothing shortens it. How long tasks take on a slower processor is
// measured by the bench, tests/bench/search/transfer.js.
test(`no task of a search over ${pages} pages takes longer than 50 ms`, async () => {
  test.setTimeout(120_000);
  const longest = [];
  for (let round = 0; round < 3; round += 1) {
    longest.push(await longestTask(`${host.address}${engine.page}`, engine.start, engine.load(host.address, site), queries, shown, 1));
  }
  expect(Math.min(...longest)).toBeLessThanOrEqual(50);
});
