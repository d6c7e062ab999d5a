// Searching as a reader does it: by keyboard and by touch, over http and from a disk, with and without JavaScript.
import { test, expect } from '@playwright/test';
import AxeBuilder from '@axe-core/playwright';
import { fileAddress, serve, sites } from '../lib/site.js';

const homes = {};
let server;
test.beforeAll(async () => {
  server = await serve(sites.handbook);
  homes.http = server.address;
  homes.disk = `${fileAddress(sites.handbook, '').replace(/\/?$/, '/')}`;
});
test.afterAll(() => server.close());

const field = (page) => page.getByRole('combobox');
const options = (page) => page.getByRole('option');
const bar = (page) => page.locator('.marks-bar');

async function open(page, path = 'vi/khung/index.html', home = homes.http) {
  await page.goto(home + path);
}

async function ask(page, query) {
  await page.keyboard.press('/');
  await page.keyboard.type(query);
  // What is found for the first letters goes before what is found for all.
  await expect(page.locator(`[role=listbox][data-query="${query}"]`)).toBeVisible();
}

async function faults(page) {
  const { violations } = await new AxeBuilder({ page })
    .withTags(['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'])
    .analyze();
  return violations.map((v) => `${v.id}: ${v.nodes.map((n) => n.target.join(' ')).join(', ')}`);
}

test('a page that is only read loads nothing of search', async ({ page }) => {
  const asked = [];
  page.on('request', (request) => asked.push(new URL(request.url()).pathname));
  for (const path of ['vi/index.html', 'vi/khung/index.html', 'vi/a-z.html']) {
    await open(page, path);
    await page.waitForLoadState('networkidle');
  }
  expect(asked.length).toBeGreaterThan(3);
  expect(asked.filter((path) => /search/.test(path))).toEqual([]);
});

for (const place of ['http', 'disk']) {
  for (const query of ['truyen thong', 'truyền thông']) {
    test(`“${query}” leads to a page with its words marked (${place})`, async ({ page }) => {
      await open(page, 'vi/khung/index.html', homes[place]);
      await ask(page, query);
      await expect(page.locator('dialog mark', { hasText: /truyền thông/i }).first()).toBeVisible();
      await page.keyboard.press('ArrowDown');
      await page.keyboard.press('Enter');
      await page.waitForURL(/\?q=truy/);
      await expect(page.locator('article mark', { hasText: /truyền thông/i }).first()).toBeVisible();
      await expect(bar(page)).toContainText(/1 trên \d+/);
    });
  }
}

test('the keys are those of a combobox', async ({ page }) => {
  await open(page);
  await ask(page, 'thông tin');
  await expect(field(page)).toHaveAttribute('aria-expanded', 'true');
  await expect(field(page)).toHaveAttribute('aria-controls', await page.getByRole('listbox').getAttribute('id'));
  const active = async () => {
    const id = await field(page).getAttribute('aria-activedescendant');
    return id && page.locator(`#${id}`).evaluate((e) => [e.getAttribute('aria-selected'), [...document.querySelectorAll('[role=option]')].indexOf(e)]);
  };
  expect(await active()).toBeNull();
  await page.keyboard.press('ArrowDown');
  expect(await active()).toEqual(['true', 0]);
  await page.keyboard.press('ArrowDown');
  expect(await active()).toEqual(['true', 1]);
  await page.keyboard.press('ArrowUp');
  await page.keyboard.press('ArrowUp');
  expect((await active())[1]).toBe((await options(page).count()) - 1);
  await page.keyboard.press('ArrowDown');
  expect(await active()).toEqual(['true', 0]);
  await expect(page.locator('[aria-selected="true"]')).toHaveCount(1);
  await page.keyboard.press('Home');
  expect(await active()).toBeNull();
  await page.keyboard.type('“');
  await expect(field(page)).toHaveValue('“thông tin');
  await expect(page.locator('dialog [role=status]')).toHaveText(/Tìm thấy \d+ trang/);
});

test('search opens by / and Ctrl+K, closes by Escape, and gives the focus back', async ({ page }) => {
  await open(page);
  const link = page.locator('.prose a').first();
  for (const key of ['/', 'Control+k']) {
    await link.focus();
    await page.keyboard.press(key);
    await expect(page.locator('dialog input')).toBeFocused();
    await page.keyboard.press('/');
    await expect(page.locator('dialog input')).toHaveValue('/');
    await page.keyboard.press('Escape');
    await expect(page.locator('dialog')).toBeHidden();
    await expect(link).toBeFocused();
  }
});

test('the button opens search, Tab reaches its close button', async ({ page }) => {
  await open(page, 'vi/index.html');
  await page.locator('a.search-open:visible').last().click();
  await expect(field(page)).toBeFocused();
  await page.keyboard.press('Tab');
  await page.keyboard.press('Enter');
  await expect(page.locator('dialog')).toBeHidden();
  await expect(page).toHaveURL(/vi\/index\.html$/);
});

test('a word that is being composed is left alone until it is done', async ({ page, viewport }) => {
  test.skip(viewport.width < 600, 'a touch keyboard composes every word: the next test');
  await open(page);
  await ask(page, 'khung');
  const before = await options(page).first().textContent();
  const input = await page.context().newCDPSession(page);
  await field(page).fill('');
  await expect(options(page)).toHaveCount(0);
  await input.send('Input.imeSetComposition', { text: 'truyê', selectionStart: 5, selectionEnd: 5 });
  await page.evaluate(() => document.activeElement.dispatchEvent(
    new KeyboardEvent('keydown', { key: 'Enter', isComposing: true, bubbles: true, cancelable: true })));
  await page.waitForTimeout(900);
  await expect(options(page)).toHaveCount(0);
  await expect(page).toHaveURL(/khung\/index\.html$/);
  await input.send('Input.imeSetComposition', { text: 'truyền', selectionStart: 6, selectionEnd: 6 });
  await input.send('Input.insertText', { text: 'truyền' });
  await expect(field(page)).toHaveValue('truyền');
  await expect(options(page).first()).toBeVisible();
  expect(await options(page).first().textContent()).not.toBe(before);
});

test('a touch keyboard that composes every word is answered when typing rests', async ({ page, viewport }) => {
  test.skip(viewport.width > 600, 'a desk waits for the end: the test before');
  await open(page);
  await page.locator('header a.search-open').tap();
  await expect(field(page)).toBeFocused();
  const input = await page.context().newCDPSession(page);
  for (const text of ['t', 'tr', 'truy', 'truyền']) {
    await input.send('Input.imeSetComposition', { text, selectionStart: text.length, selectionEnd: text.length });
  }
  await expect(page.locator('[role=listbox][data-query="truyền"]')).toBeVisible();
  await expect(field(page)).toHaveAttribute('data-composing', '');
});

for (const place of ['http', 'disk']) {
  test(`results have an address that can be shared, filtered and gone back in (${place})`, async ({ page }) => {
    await open(page, 'vi/search.html#q=th%C3%B4ng+tin', homes[place]);
    const results = page.locator('.results > li');
    await expect(results).toHaveCount(10);
    await expect(page).toHaveTitle(/^thông tin · /);
    await page.getByRole('button', { name: 'Thêm kết quả' }).click();
    await expect.poll(() => results.count()).toBeGreaterThan(10);
    await expect(results.nth(10).locator('a').first()).toBeFocused();

    const kind = page.getByLabel('Loại');
    await kind.selectOption('document');
    await expect(page.locator('.results .found-place').first()).toHaveText(/Văn bản$/);
    await kind.selectOption('');
    await expect(results).toHaveCount(10);
    const part = page.getByLabel('Phần');
    const choice = part.locator('option').nth(1);
    const [value, label] = [await choice.getAttribute('value'), await choice.textContent()];
    const count = Number(/\((\d+)\)$/.exec(label)[1]);
    await part.selectOption(value);
    await expect(page).toHaveURL(new RegExp(`part=${encodeURIComponent(value)}`));
    await expect(page.locator('.results-count')).toHaveText(`Tìm thấy ${count} trang`);
    await expect(results).toHaveCount(Math.min(count, 10));
    await page.reload();
    await expect(page.locator('.results-count')).toHaveText(`Tìm thấy ${count} trang`);
    await page.goBack();
    await expect(part).toHaveValue('');
    await expect(results).toHaveCount(10);
    await page.goForward();
    await expect(part).toHaveValue(value);

    await page.locator('#_search').fill('khung');
    await page.keyboard.press('Enter');
    await expect(page).toHaveTitle(/^khung · /);
    await page.goBack();
    await expect(page.locator('#_search')).toHaveValue('thông tin');
    await expect(page.locator('.results-count')).toHaveText(`Tìm thấy ${count} trang`);
  });
}

test('queries are kept on the device, offered again, and forgotten when asked', async ({ page }) => {
  await open(page);
  await ask(page, 'khung truyền thông');
  await page.keyboard.press('Enter');
  await page.waitForURL(/search\.html#q=/);
  await expect(page.locator('.results > li').first()).toBeVisible();
  await open(page, 'vi/index.html');
  await page.keyboard.press('/');
  await expect(options(page)).toHaveText(['khung truyền thông']);
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Enter');
  await expect(field(page)).toHaveValue('khung truyền thông');
  await expect(page.locator('dialog mark').first()).toBeVisible();
  await field(page).fill('');
  await page.getByRole('button', { name: 'Xóa các lần tìm gần đây' }).click();
  await expect(options(page)).toHaveCount(0);
  expect(await page.evaluate(() => Object.keys(localStorage).filter((key) => /search/.test(key)))).toEqual([]);
});

test('when nothing is found, there is help', async ({ page }) => {
  await open(page, 'vi/search.html#q=zzqqxx');
  await expect(page.locator('.search-help')).toContainText('Không tìm thấy gì với “zzqqxx”');
  await expect(page.locator('.search-help li')).toHaveCount(3);
  await expect(page.locator('.results > li')).toHaveCount(0);
  await page.locator('.search-index a').click();
  await expect(page.locator('h1')).toHaveText('Bảng tra A–Z');
});

test('the bar leads from place to place and takes the marks away', async ({ page }) => {
  await open(page, 'vi/khung/index.html?q=khung%20truyen%20thong');
  const total = Number(/ (\d+)$/.exec(await bar(page).locator('p').filter({ hasText: /\d/ }).textContent())[1]);
  expect(await page.locator('article mark').count()).toBe(total);
  expect(total).toBeGreaterThan(2);
  const next = page.getByRole('button', { name: 'Chỗ sau' });
  await next.focus();
  await page.keyboard.press('Enter');
  await expect(bar(page)).toContainText(`2 trên ${total}`);
  await expect(next).toBeFocused();
  await expect(page.locator('article mark').nth(1)).toHaveClass(/current/);
  await expect(page.locator('article mark').nth(1)).toBeInViewport();
  await page.getByRole('button', { name: 'Chỗ trước' }).click();
  await page.getByRole('button', { name: 'Chỗ trước' }).click();
  await expect(bar(page)).toContainText(`${total} trên ${total}`);
  const text = await page.locator('article').innerText();
  await page.keyboard.press('Escape');
  await expect(bar(page)).toHaveCount(0);
  await expect(page.locator('article mark')).toHaveCount(0);
  await expect(page).toHaveURL(/khung\/index\.html$/);
  expect(await page.locator('article').innerText()).toBe(text);
  expect(await page.evaluate(() => document.activeElement.closest('article') !== null)).toBe(true);
});

test('a query leaves the canonical address alone and markup in it is text', async ({ page }) => {
  await open(page, 'vi/khung/index.html?q=%3Cimg%20src%3Dx%20onerror%3Dalert(1)%3E');
  await expect(bar(page)).toBeVisible();
  await open(page, 'vi/search.html#q=%3Cimg%20src%3Dx%3E');
  await expect(page.locator('.search-help')).toContainText('<img src=x>');
  expect(await page.locator('main img').count()).toBe(0);
});

/** The language that a browser takes a text to be in. */
const spoken = (locator) => locator.first().evaluate((element) => element.closest('[lang]').lang);

for (const [name, reach, hit] of [
  ['the open list', async (page, locale, query) => { await open(page, `${locale}/index.html`); await ask(page, query); }, 'dialog [role=group]'],
  ['the page of results', (page, locale, query) => open(page, `${locale}/search.html#q=${encodeURIComponent(query)}`), '.results > li'],
]) {
  test(`titles and excerpts say which language they are in (${name})`, async ({ page }) => {
    // A page that is not translated: all in the language of its text, but what kind of page it is.
    await reach(page, 'zh-Hans', 'truyen thong');
    const foreign = page.locator(`${hit}[lang="vi"]`).filter({ has: page.locator('.found-text mark', { hasText: /truyền thông/i }) }).first();
    await expect(foreign).toBeVisible();
    for (const part of [foreign.locator('.found-text'), foreign.locator('mark')]) expect(await spoken(part)).toBe('vi');
    expect(await spoken(foreign.locator('.found-place > span:last-child'))).toBe('zh-Hans');

    // A line in another language than the page it stands on.
    await reach(page, 'vi', 'soft power');
    const line = page.locator(hit).locator('.found-text', { hasText: /^soft power$/i }).first();
    await expect(line).toBeVisible();
    expect(await spoken(line)).toBe('en');
    expect(await line.evaluate((element) => element.parentElement.closest('[lang]').lang)).toBe('vi');

    // Nothing is said where nothing differs.
    await reach(page, 'vi', 'kiểm chứng');
    const own = page.locator(hit).filter({ has: page.locator('.found-text', { hasText: /kiểm chứng/i }) }).first();
    await expect(own).toBeVisible();
    expect(await own.locator('.found-text[lang], .found-title[lang]').count()).toBe(0);
  });
}

test('a wrong mark that makes another word is seen by the words beside it', async ({ page }) => {
  await open(page);
  await ask(page, 'danh bà đầu mối');
  await expect(page.locator('dialog .found-title', { hasText: /^Danh bạ/ }).first()).toBeVisible();
  await page.getByRole('button', { name: 'danh bạ đầu mối' }).click();
  await expect(field(page)).toHaveValue('danh bạ đầu mối');
  await expect(page.locator('dialog mark', { hasText: /danh bạ đầu mối/i }).first()).toBeVisible();
});

const states = {
  'the open list': async (page) => {
    await open(page);
    await ask(page, 'thông tin');
    await page.keyboard.press('ArrowDown');
  },
  'the opened page': async (page) => {
    await open(page, 'vi/khung/index.html?q=khung');
    await expect(bar(page)).toBeVisible();
  },
  'the page of results': async (page) => {
    await open(page, 'vi/search.html#q=th%C3%B4ng+tin');
    await expect(page.locator('.results > li')).toHaveCount(10);
  },
  'the help where nothing is found': async (page) => {
    await open(page, 'vi/search.html#q=zzqqxx');
    await expect(page.locator('.search-help')).toBeVisible();
  },
};
for (const [name, reach] of Object.entries(states)) {
  for (const scheme of ['light', 'dark']) {
    test(`${name} has no accessibility fault (${scheme})`, async ({ page }) => {
      await page.emulateMedia({ colorScheme: scheme, reducedMotion: 'reduce' });
      await reach(page);
      expect(await faults(page)).toEqual([]);
    });
  }
}

test('nothing of search makes a page scroll sideways', async ({ page }) => {
  for (const path of ['vi/search.html#q=th%C3%B4ng+tin', 'vi/a-z.html', 'lo/a-z.html', 'vi/khung/index.html?q=khung']) {
    await open(page, path);
    await expect(page.locator('.results > li, .index-list > li, .marks-bar').first()).toBeVisible();
    expect(await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth), path).toBeLessThanOrEqual(0);
  }
});

test.describe('without JavaScript', () => {
  test.use({ javaScriptEnabled: false });
  test('the index takes the place of search', async ({ page }) => {
    await open(page, 'vi/khung/index.html', homes.disk);
    await page.locator('header a.search-open').click();
    await expect(page.locator('input')).toBeHidden();
    await page.locator('.search-index a').click();
    await expect(page.locator('h1')).toHaveText('Bảng tra A–Z');
    await page.locator('.letters a', { hasText: 'Đ' }).click();
    await expect(page.locator('h2', { hasText: /^Đ$/ })).toBeInViewport();
    await page.locator('.index-list a', { hasText: /^TTĐN$/ }).click();
    await expect(page).toHaveURL(/thuat-ngu\.html#thong-tin-doi-ngoai$/);
  });
});

test('the key that opens search can be switched off, and stays so', async ({ page }) => {
  test.skip(page.viewportSize().width < 1000, 'a key needs a keyboard');
  await open(page);
  const fold = page.locator('[data-appearance] summary');
  const key = page.getByRole('button', { name: 'Phím / để tìm' });
  await fold.click();
  await expect(key).toHaveAttribute('aria-pressed', 'true');
  await key.click();
  await expect(key).toHaveAttribute('aria-pressed', 'false');
  await page.keyboard.press('Escape');
  await page.reload();
  await expect(page.locator('.tools .search-open')).toHaveAttribute('aria-keyshortcuts', 'Control+K Meta+K');
  await page.keyboard.press('/');
  await expect(page.locator('dialog.search[open]')).toHaveCount(0);
  await page.keyboard.press('Control+k');
  await expect(field(page)).toBeFocused();
  await page.keyboard.press('Escape');
  await fold.click();
  await key.click();
  await page.locator('h1').first().click();
  await page.keyboard.press('/');
  await expect(field(page)).toBeFocused();
});
