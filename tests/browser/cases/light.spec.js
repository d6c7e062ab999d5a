// What a page weighs and whether it moves while it loads: budgets that hold on every chapter.
import { readFileSync } from 'node:fs';
import { join, dirname, normalize } from 'node:path';
import { gzipSync } from 'node:zlib';
import { test, expect } from '@playwright/test';
import { pages, serve, sites } from '../lib/site.js';

const PAGE = 30 * 1024;
const FONTS = 60 * 1024;
const zipped = new Map();
const weight = (file) => {
  if (!zipped.has(file)) zipped.set(file, gzipSync(readFileSync(file), { level: 9 }).length);
  return zipped.get(file);
};

/** Bytes of a page and of all style sheets and scripts that it names, compressed as a server would. */
function weigh(site, page) {
  const html = readFileSync(join(site, page), 'utf8');
  const named = [...html.matchAll(/<(?:script|link)\b[^>]*?\b(?:src|href)="?([^"\s>]+\.(?:js|css))"?/g)].map((found) => found[1]);
  const files = named.map((name) => join(site, normalize(join(dirname(page), name))));
  return [join(site, page), ...new Set(files)].reduce((sum, file) => sum + weight(file), 0);
}

test('HTML, styles and scripts of every page stay within 30 kB', () => {
  test.skip(test.info().project.name !== 'desk', 'the same on every screen');
  // A book in one file is read from a disk.
  const read = pages(sites.handbook).filter((page) => !page.startsWith('download/'));
  const heavy = read.map((page) => [page, weigh(sites.handbook, page)]).filter(([page, bytes]) => bytes > PAGE);
  expect(heavy).toEqual([]);
});

for (const path of ['vi/index.html', 'vi/ke-hoach/muc-tieu.html', 'vi/cong-cu/mau-ke-hoach.html', 'vi/bat-dau/van-ban/hd-2026-05.html']) {
  test(`nothing jumps while ${path} loads slowly, and fonts stay within 60 kB`, async ({ page }) => {
    const server = await serve(sites.handbook);
    try {
      let fonts = 0;
      page.on('response', async (response) => {
        if (response.url().endsWith('.woff2')) fonts += (await response.body()).length;
      });
      // Styles at once, scripts and fonts late: whatever can move does.
      await page.route(/\.(js|woff2)$/, async (route) => {
        await new Promise((done) => { setTimeout(done, route.request().url().includes('early') ? 0 : 700); });
        await route.continue();
      });
      await page.addInitScript(() => {
        window.shifts = [];
        new PerformanceObserver((list) => list.getEntries().forEach((entry) => {
          window.shifts.push([entry.value, ...entry.sources.map((source) => source.node?.outerHTML?.slice(0, 80) ?? source.node?.data)]);
        })).observe({ type: 'layout-shift', buffered: true });
      });
      await page.goto(new URL(path, server.address).href);
      await page.evaluate(() => document.fonts.ready);
      await page.waitForTimeout(500);
      const shifts = await page.evaluate(() => window.shifts);
      const sum = shifts.reduce((total, [value]) => total + value, 0);
      expect(sum, JSON.stringify(shifts)).toBeLessThan(0.001);
      expect(fonts).toBeGreaterThan(0);
      expect(fonts).toBeLessThanOrEqual(FONTS);
    } finally {
      server.close();
    }
  });
}
