// Every passage in another language says so: all pages of all built sites, their text and their labels.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { test, expect } from '@playwright/test';
import { pages, sites } from '../lib/site.js';
import { foreign } from '../lib/tongues.js';

test.beforeEach(() => test.skip(test.info().project.name !== 'desk', 'the same on every screen'));

/** What the detector finds on pages given as `[path, HTML]`. */
async function heard(page, all) {
  await page.evaluate(`window.foreign = ${foreign}`);
  const found = [];
  for (const [path, html] of all) found.push(...(await page.evaluate((text) => window.foreign(text), html)).map((fault) => `${path}: ${fault}`));
  return found;
}

const read = (site, list) => list.map((path) => [path, readFileSync(join(site, path), 'utf8')]);

for (const [name, site] of Object.entries(sites)) {
  test(`no words of ${name} stand under the mark of another language`, async ({ page }) => {
    test.setTimeout(120_000);
    expect(await heard(page, read(site, pages(site)))).toEqual([]);
  });
}

test('what has lost its mark is heard', async ({ page }) => {
  const marks = / lang=("[^"]*"|[\w-]+)/g;
  const bare = (html) => html.replace(/(<html[^>]*>)([^]*)/, (all, head, rest) => head + rest.replace(marks, ''));
  const kinds = ['zh-Hans/a-z.html', 'lo/contents.html', 'fr/khung/nen-tang.html', 'zh-Hans/cong-cu/dia-phuong.html', 'zh-Hans/cong-cu/bang-chi-so.html', 'en/cong-dan/tiep-khach.html'];
  for (const [path, html] of read(sites.handbook, kinds)) {
    expect((await heard(page, [[path, bare(html)]])).length, path).toBeGreaterThan(3);
  }
});
