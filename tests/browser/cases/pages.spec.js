// Every kind of page, from http:// under a base path and from disk: no script error, nothing loaded from
// elsewhere, no sideways scrolling, no accessibility fault in light and dark.
import { test, expect } from '@playwright/test';
import AxeBuilder from '@axe-core/playwright';
import { fileAddress, serve, sites } from '../lib/site.js';

const kinds = [
  ['gallery', 'index.html'],
  ['gallery', '404.html'],
  ['gallery', 'vi/index.html'],
  ['gallery', 'vi/contents.html'],
  ['gallery', 'vi/search.html'],
  ['gallery', 'vi/a-z.html'],
  ['gallery', 'ar/a-z.html'],
  ['gallery', 'vi/moi-khoi.html'],
  ['gallery', 'vi/cong-van.html'],
  ['gallery', 'vi/khung/index.html'],
  ['gallery', 'vi/khung/mot.html'],
  ['gallery', 'vi/thuat-ngu.html'],
  ['gallery', 'vi/nguon.html'],
  ['gallery', 'en/index.html'],
  ['gallery', 'en/moi-khoi.html'],
  ['gallery', 'en/trang-con.html'],
  ['gallery', 'ar/index.html'],
  ['gallery', 'ar/trang-con.html'],
  ['gallery', 'ar/moi-khoi.html'],
  ['tools', 'vi/a/phieu.html'],
  ['tools', 'vi/a/dai.html'],
  ['tools', 'vi/a/qua-han.html'],
  ['tools', 'ar/a/phieu.html'],
  ['pictures', 'vi/hinh-chup.html'],
  ['handbook', 'vi/cong-cu/mau-ke-hoach.html'],
  ['handbook', 'vi/index.html'],
  ['handbook', 'en/index.html'],
  ['handbook', 'vi/a-z.html'],
  ['handbook', 'zh-Hans/a-z.html'],
  ['handbook', 'vi/ke-hoach/muc-tieu.html'],
  ['handbook', 'en/ke-hoach/muc-tieu.html'],
  ['handbook', 'vi/khung/index.html'],
  ['handbook', 'vi/ung-pho/gio-dau-tien.html'],
  ['handbook', 'zh-Hans/cong-dan/index.html'],
  ['handbook', 'lo/cong-dan/index.html'],
];

/** Whatever goes wrong while a page is open: errors, refused resources, requests that leave the site. */
function watch(page, home) {
  const faults = [];
  page.on('pageerror', (error) => faults.push(`script error: ${error.message}`));
  page.on('console', (message) => message.type() === 'error' && faults.push(`console: ${message.text()}`));
  // The language choice may lead on to a language at once: what it was loading then is given up.
  const givenUp = (request) => request.failure()?.errorText === 'net::ERR_ABORTED';
  page.on('requestfailed', (request) => givenUp(request) || faults.push(`failed: ${request.url()}`));
  page.on('request', (request) => request.url().startsWith(home) || faults.push(`left the site: ${request.url()}`));
  return faults;
}

const servers = {};
test.beforeAll(async () => {
  for (const [name, site] of Object.entries(sites)) servers[name] = await serve(site);
});
test.afterAll(() => Object.values(servers).forEach((server) => server.close()));

for (const [name, path] of kinds) {
  test(`${name} ${path} opens over http and from disk alike`, async ({ context }) => {
    for (const home of [servers[name].address, `${fileAddress(sites[name], '').replace(/\/?$/, '/')}`]) {
      // One of its own each: browsers fetch a page's icon late, also when it has been left.
      const page = await context.newPage();
      const faults = watch(page, home);
      await page.goto(new URL(path, home).href);
      await expect(page.locator('h1')).toHaveCount(1);
      const sideways = await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
      expect(sideways, 'scrolls sideways').toBeLessThanOrEqual(0);
      expect(faults).toEqual([]);
      await page.close();
    }
  });

  for (const scheme of ['light', 'dark']) {
    test(`${name} ${path} has no accessibility fault (${scheme})`, async ({ page }, info) => {
      test.skip(scheme === 'dark' && info.project.name === 'phone', 'colours are the same at every width');
      await page.emulateMedia({ colorScheme: scheme, reducedMotion: 'reduce' });
      await page.goto(new URL(path, servers[name].address).href);
      // What lies below the bar at a phone's foot is scrolled into sight by readers; axe would take it for covered.
      const { width, height } = await page.evaluate(() => ({ width: innerWidth, height: document.body.scrollHeight }));
      await page.setViewportSize({ width, height: height + 100 });
      const { violations } = await new AxeBuilder({ page })
        .withTags(['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'])
        .analyze();
      expect(violations.map((v) => `${v.id}: ${v.nodes.map((n) => n.target.join(' ')).join(', ')}`)).toEqual([]);
    });
  }
}
