// The start page answers: what is this, who am I, where do I begin.
import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { join } from 'node:path';
import { test, expect } from '@playwright/test';
import { sites } from '../lib/site.js';
import { everyWay } from '../lib/ways.js';

const site = sites.handbook;
const start = 'vi/index.html';
const rolesOf = { citizen: /người dân/, commune: /xã, phường/, province: /tỉnh, thành phố/, press: /nhà báo, đối tác/ };

/** Whether the file that a link of the start page leads to is there. */
const leads = (href) => existsSync(fileURLToPath(new URL(href.split('#')[0], `file://${join(site, start)}`)));

everyWay(test, site, ({ script }, open) => {
  test('its name, a sentence and the search stand in the first screen', async ({ page, viewport }) => {
    await open(page, start);
    await expect(page.locator('h1')).toHaveText('Cẩm nang quảng bá hình ảnh Việt Nam');
    await expect(page.locator('.hero .lead')).toBeInViewport({ ratio: 1 });
    const search = page.locator('main .search-open');
    await expect(search).toBeInViewport({ ratio: 1 });
    const { width, height } = await search.boundingBox();
    expect(width).toBeGreaterThan(Math.min(400, viewport.width * 0.8));
    expect(height).toBeGreaterThanOrEqual(44);
    await search.click();
    if (script) {
      await expect(page.getByRole('combobox')).toBeFocused();
    } else {
      await expect(page).toHaveURL(/search\.html$/);
      await expect(page.locator('main .search-parts a')).toHaveCount(9);
    }
  });

  test('four entrances, each with a promise and the first steps of its reader', async ({ page }) => {
    await open(page, start);
    for (const [role, title] of Object.entries(rolesOf)) {
      const entrance = page.locator(`.entrance.${role}`);
      await expect(entrance.getByRole('heading')).toHaveText(title);
      await expect(entrance.locator('p')).toHaveText(/\S/);
      const steps = await entrance.locator('a').evaluateAll((all) => all.map((a) => a.getAttribute('href')));
      expect(steps).toHaveLength(3);
      expect(steps.filter((href) => !leads(href))).toEqual([]);
    }
    const step = page.locator('.entrance.commune a').last();
    const title = (await step.textContent()).trim();
    await step.click();
    await expect(page.locator('h1')).toContainText(title);
  });

  test('parts, documents in time, the elements’ map, what to take along, languages', async ({ page }) => {
    await open(page, start);
    const parts = page.locator('.part-card');
    await expect(parts).toHaveCount(9);
    for (const part of await parts.all()) {
      expect(leads(await part.getByRole('link').getAttribute('href'))).toBe(true);
      await expect(part.locator('.meta')).toHaveText(/\d+ trang · Đọc trong \d+ phút/);
    }
    const days = await page.locator('.timeline time').evaluateAll((all) => all.map((time) => time.dateTime));
    expect(days.length).toBeGreaterThanOrEqual(6);
    expect(days).toEqual([...days].sort().reverse());
    await expect(page.locator('.timeline .status')).toHaveCount(days.length);
    for (const file of await page.locator('.downloads li').all()) {
      expect(leads(await file.getByRole('link').getAttribute('href'))).toBe(true);
      await expect(file.locator('.meta')).toHaveText(/(EPUB|ZIP|HTML) · \d+ (kB|MB)/);
    }
    const languages = page.locator('.languages a');
    await expect(languages).toHaveText(['Tiếng Việt', 'English', '简体中文', 'Français', 'ລາວ']);
    expect(await languages.evaluateAll((all) => all.every((a) => a.lang === a.hreflang))).toBe(true);
    await languages.nth(1).click();
    await expect(page.locator('html')).toHaveAttribute('lang', 'en');
    await expect(page.locator('h1')).toBeVisible();
  });

  test('every stone of the map leads to its element, every group to its page', async ({ page }) => {
    await open(page, start);
    const stones = page.locator('a.stone');
    await expect(stones).toHaveCount(22);
    const { width, height } = await stones.first().boundingBox();
    expect(Math.min(width, height)).toBeGreaterThanOrEqual(24);
    await expect(page.locator('.group h3 a')).toHaveText(['Nền tảng', 'Trải nghiệm']);
    await stones.nth(6).click();
    await expect(page).toHaveURL(/khung\/index\.html#_element-7$/);
    await expect(page.locator('tr:target')).toContainText('Yếu tố 7');
    await expect(page.locator('tr:target')).toBeInViewport();
  });
});
