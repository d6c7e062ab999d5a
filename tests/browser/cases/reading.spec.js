// What a reader does: skip to the text, change the language, follow the book, read without JavaScript.
import { test, expect } from '@playwright/test';
import { fileAddress, sites } from '../lib/site.js';

function open(page, path, site = sites.gallery) {
  const [file, fragment] = path.split('#');
  return page.goto(fileAddress(site, file) + (fragment ? `#${fragment}` : ''));
}

test('the first key press offers to skip to the text', async ({ page }) => {
  await open(page, 'vi/moi-khoi.html');
  await page.keyboard.press('Tab');
  const target = await page.evaluate(() => document.activeElement.getAttribute('href'));
  expect(target).toMatch(/^#/);
  await page.keyboard.press('Enter');
  expect(page.url()).toContain(target);
  await expect(page.locator(target)).toBeVisible();
});

test('the language switch leads to the same page and names languages in themselves', async ({ page }) => {
  await open(page, 'vi/trang-con.html');
  const english = page.locator('a[hreflang="en"]').first();
  await expect(english).toHaveText(/English/);
  expect(await english.evaluate((a) => a.href)).toMatch(/\/en\/trang-con\.html$/);
});

test('an untranslated page says so and its text is marked with its own language', async ({ page }) => {
  await open(page, 'en/moi-khoi.html');
  await expect(page.locator('html')).toHaveAttribute('lang', 'en');
  await expect(page.locator('main [lang="vi"]').first()).toBeVisible();
  await expect(page.locator('h1')).toHaveText(/Mọi khối/);
});

test('a page in a right-to-left language is mirrored', async ({ page }) => {
  await open(page, 'ar/trang-con.html');
  await expect(page.locator('html')).toHaveAttribute('dir', 'rtl');
  expect(await page.locator('main').first().evaluate((e) => getComputedStyle(e).direction)).toBe('rtl');
});

test('next walks the whole book in reading order', async ({ page }) => {
  await open(page, 'vi/moi-khoi.html');
  const seen = [];
  for (;;) {
    seen.push(page.url().replace(/.*\/vi\//, ''));
    const next = page.locator('a[rel~="next"]').first();
    if ((await next.count()) === 0 || seen.length > 20) break;
    await page.goto(await next.evaluate((a) => a.href));
  }
  expect(seen).toEqual([
    'moi-khoi.html', 'trang-con.html', 'cong-van.html', 'khung/index.html', 'khung/mot.html',
    'thuat-ngu.html', 'nguon.html',
  ]);
});

test('clauses keep their letters and can be linked one by one', async ({ page }) => {
  await open(page, 'vi/moi-khoi.html');
  const ids = await page.locator('.clauses [id]').evaluateAll((all) => all.map((e) => e.id));
  expect(ids.length).toBeGreaterThanOrEqual(6);
  expect(new Set(ids).size).toBe(ids.length);
  const text = await page.locator('.clauses').first().innerText();
  for (const label of ['a)', 'b)', 'c)', 'd)', 'đ)', 'e)']) expect(text).toContain(label);
});

test('raw HTML cannot run a script', async ({ page }) => {
  let dialogs = 0;
  page.on('dialog', (dialog) => { dialogs += 1; dialog.dismiss(); });
  await open(page, 'vi/moi-khoi.html');
  expect(dialogs).toBe(0);
  expect(await page.locator('main script').count()).toBe(0);
  await expect(page.getByText('HTML thô được lọc')).toBeVisible();
});

/** On a phone the part's chapters are behind the menu button; on a desk they stand beside the text. */
async function openAnotherChapter(page, isPhone) {
  await open(page, 'vi/moi-khoi.html');
  if (isPhone) await page.locator('a.menu-link:visible').first().click();
  await page.locator('nav.part-nav a[href$="trang-con.html"]').click();
  await expect(page.locator('h1')).toHaveText(/Trang con/);
}

test('the menu leads to another chapter', async ({ page, viewport }) => {
  await openAnotherChapter(page, viewport.width < 600);
});

test('a former address leads to the page that took its place, section and all', async ({ page }) => {
  await open(page, 'vi/ten-cu.html#muc-nho');
  await page.waitForURL(/trang-con\.html#muc-nho$/);
  await expect(page.locator('h1')).toHaveText(/Trang con/);
});

test.describe('without JavaScript', () => {
  test.use({ javaScriptEnabled: false });
  test('the menu leads to another chapter all the same', async ({ page, viewport }) => {
    await openAnotherChapter(page, viewport.width < 600);
  });
  test('a former address leads to the page that took its place', async ({ page }) => {
    await open(page, 'vi/ten-cu.html');
    await page.waitForURL(/trang-con\.html/);
  });
  test('every page of the book can be reached and read', async ({ page }) => {
    await open(page, 'index.html');
    await expect(page.locator('main a[hreflang="vi"]').first()).toBeVisible();
    await open(page, 'vi/moi-khoi.html');
    await expect(page.locator('h1')).toBeVisible();
    await expect(page.locator('a[href$="contents.html"]').first()).toHaveCount(1);
    await open(page, 'vi/contents.html');
    for (const path of ['moi-khoi.html', 'trang-con.html', 'cong-van.html', 'khung/mot.html', 'thuat-ngu.html']) {
      await expect(page.locator(`main a[href$="${path}"]`).first()).toBeVisible();
    }
  });
});
