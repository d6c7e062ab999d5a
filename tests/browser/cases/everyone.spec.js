// Readers with small screens, large text, a keyboard alone, colours of their own, a slow line.
import { test, expect } from '@playwright/test';
import { serve, sites } from '../lib/site.js';

const kinds = [
  ['handbook', 'vi/index.html'], ['handbook', 'en/index.html'], ['handbook', 'vi/ke-hoach/muc-tieu.html'],
  ['handbook', 'vi/cong-cu/mau-ke-hoach.html'], ['handbook', 'vi/bat-dau/van-ban/hd-2026-05.html'], ['handbook', 'vi/thuat-ngu.html'],
  ['handbook', 'vi/a-z.html'], ['handbook', 'vi/search.html'], ['handbook', 'vi/contents.html'], ['handbook', 'zh-Hans/index.html'],
  ['gallery', 'ar/index.html'], ['gallery', 'ar/moi-khoi.html'], ['gallery', 'vi/khung/mot.html'],
];
const servers = {};
test.beforeAll(async () => {
  for (const [name, site] of Object.entries(sites)) servers[name] = await serve(site);
});
test.afterAll(() => Object.values(servers).forEach((server) => server.close()));
const at = ([name, path]) => new URL(path, servers[name].address).href;
const sideways = (page) => page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
const once = () => test.skip(test.info().project.name !== 'desk', 'sets its own screen');

test.describe('small and large', () => {
  test.use({ bypassCSP: true });
  for (const kind of kinds) {
    test(`${kind.join(' ')} fits 320 px, and text at 200 %`, async ({ page }) => {
      once();
      await page.setViewportSize({ width: 320, height: 640 });
      await page.goto(at(kind));
      expect(await sideways(page), '320 px').toBeLessThanOrEqual(0);
      for (const width of [640, 1280]) {
        await page.setViewportSize({ width, height: 900 });
        await page.goto(at(kind));
        await page.addStyleTag({ content: ':root { font-size: 200% !important; }' });
        expect(await sideways(page), `200 % at ${width} px`).toBeLessThanOrEqual(0);
      }
    });
  }
});

for (const kind of kinds) {
  test(`${kind.join(' ')} is walked by keyboard: every stop is seen, none is a trap`, async ({ page }) => {
    await page.goto(at(kind));
    const stops = await page.evaluate(() => [...document.querySelectorAll('a[href], button, input, select, textarea, summary, [tabindex="0"]')]
      .filter((stop) => !stop.disabled && stop.tabIndex >= 0 && stop.checkVisibility({ visibilityProperty: true })).length);
    const seen = [];
    // Enough to leave a trap behind; long lists are the same again and again.
    for (let step = 0; step < Math.min(stops, 60); step += 1) {
      await page.keyboard.press('Tab');
      const stop = await page.evaluate(() => {
        const stop = document.activeElement;
        if (stop === document.body) return null;
        const { outlineStyle, outlineWidth, boxShadow, borderColor } = getComputedStyle(stop);
        const { width, height, bottom, top } = stop.getBoundingClientRect();
        const marked = (outlineStyle !== 'none' && parseFloat(outlineWidth) > 0) || boxShadow !== 'none' || !!stop.closest(':focus-within[class*=search]')
          // A day has stops of its own inside, which the browser marks.
          || stop.type === 'date';
        return { what: stop.outerHTML.slice(0, 90), marked, there: width > 0 && height > 0 && bottom > 0 && top < innerHeight, borderColor };
      });
      if (!stop) break;
      seen.push(stop);
    }
    expect(seen.length, 'stops').toBeGreaterThan(Math.min(stops, 60) / 2);
    expect(seen.filter(({ marked, there }) => !marked || !there)).toEqual([]);
  });
}

for (const kind of kinds.slice(0, 8)) {
  test(`${kind.join(' ')} keeps its marks in forced colours and moves nothing for who asks so`, async ({ page }) => {
    once();
    await page.emulateMedia({ forcedColors: 'active', reducedMotion: 'reduce' });
    await page.goto(at(kind));
    await page.keyboard.press('Tab');
    await page.keyboard.press('Tab');
    const outline = await page.evaluate(() => getComputedStyle(document.activeElement).outlineStyle);
    expect(outline).not.toBe('none');
    const moving = await page.evaluate(() => [...document.querySelectorAll('*')].filter((element) => {
      const { transitionDuration, animationDuration } = getComputedStyle(element);
      return [transitionDuration, animationDuration].some((all) => all.split(',').some((one) => parseFloat(one) > 0.02));
    }).map((element) => element.outerHTML.slice(0, 80)));
    expect(moving).toEqual([]);
  });
}

test('on a slow line a chapter can be read before its fonts and scripts are there', async ({ page }) => {
  const session = await page.context().newCDPSession(page);
  await session.send('Network.enable');
  // Slow 3G as browsers emulate it: 400 kbit/s, 400 ms.
  await session.send('Network.emulateNetworkConditions', { offline: false, latency: 400, downloadThroughput: 50_000, uploadThroughput: 50_000 });
  // Held back until the text was seen: what waits for them would never be painted. (early.js sets the colours before the first paint.)
  let release;
  const seen = new Promise((done) => { release = done; });
  const held = [];
  await page.route(/\.woff2$|\/(forms|main)\.[^/]*\.js$/, async (route) => {
    held.push(route.request().url());
    await seen;
    await route.continue().catch(() => {});
  });
  await page.goto(at(['handbook', 'vi/ke-hoach/muc-tieu.html']), { waitUntil: 'commit' });
  await expect(page.locator('main p').first()).toBeVisible({ timeout: 20_000 });
  await page.waitForFunction(() => performance.getEntriesByName('first-contentful-paint').length > 0);
  expect(held.some((address) => address.endsWith('.woff2'))).toBe(true);
  release();
});
