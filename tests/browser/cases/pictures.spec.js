// Photographs: the browser takes the size and format that suit it, nothing jumps, the large view takes the largest.
import { test, expect } from '@playwright/test';
import { fileAddress, serve, sites } from '../lib/site.js';

const page = 'vi/hinh-chup.html';
const photograph = (tab) => tab.locator('figure img');
const loaded = async (tab) => {
  await photograph(tab).scrollIntoViewIfNeeded();
  await expect.poll(() => photograph(tab).evaluate((image) => image.complete && image.naturalWidth > 0)).toBe(true);
};

let server;
test.beforeAll(async () => { server = await serve(sites.pictures); });
test.afterAll(() => server.close());

for (const [place, address] of [['http', () => new URL(page, server.address).href], ['disk', () => fileAddress(sites.pictures, page)]]) {
  test(`a photograph is shown upright in AVIF, no larger than its place needs (${place})`, async ({ page: tab, viewport }) => {
    await tab.goto(address());
    await loaded(tab);
    const shown = await photograph(tab).evaluate((image) => ({ source: image.currentSrc, width: image.width, height: image.height }));
    expect(shown.source).toMatch(viewport.width < 600 ? /cho-chieu-480\..*\.avif$/ : /cho-chieu-840\..*\.avif$/);
    expect(shown.width).toBeGreaterThan(shown.height);
    expect(shown.width).toBeLessThanOrEqual(viewport.width);
  });

  test(`the large view takes the largest file (${place})`, async ({ page: tab }) => {
    await tab.goto(address());
    await loaded(tab);
    await tab.getByRole('button', { name: /Chợ chiều/ }).focus();
    await tab.keyboard.press('Enter');
    const large = tab.locator('dialog img');
    await expect(large).toBeVisible();
    await expect.poll(() => large.evaluate((image) => image.currentSrc)).toMatch(/cho-chieu-840\..*\.avif$/);
    await tab.keyboard.press('Escape');
    await expect(large).toHaveCount(0);
  });
}

test('nothing moves when a photograph arrives late', async ({ page: tab }) => {
  await tab.route(/\.(avif|jpg|png)$/, async (route) => {
    await new Promise((done) => { setTimeout(done, 600); });
    await route.continue();
  });
  await tab.goto(new URL(page, server.address).href, { waitUntil: 'commit' });
  const height = () => tab.locator('figure').evaluate((figure) => figure.getBoundingClientRect().height);
  await tab.locator('figure').waitFor();
  await tab.waitForLoadState('domcontentloaded');
  await tab.evaluate(() => document.fonts.ready);
  const before = await height();
  await loaded(tab);
  expect(Math.abs((await height()) - before)).toBeLessThan(2);
});
