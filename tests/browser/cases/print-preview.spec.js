// The print preview: paper beside the web page, in step with every save, with each other and with the source.
import { test, expect } from '@playwright/test';
import AxeBuilder from '@axe-core/playwright';
import { spawn } from 'node:child_process';
import { request } from 'node:http';
import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { repository } from '../lib/site.js';

test.describe.configure({ mode: 'serial', timeout: 180_000 });

const project = (width) => join(repository, `target/sites/print-preview-${width}`);
const paragraph = (chapter, at) =>
  `Đoạn ${at} của chương ${chapter}. ${'Câu này chỉ để cho đoạn đủ dài mà xuống dòng. '.repeat(5)}`;
const chapter = (at, list = Array.from({ length: 14 }, (_, n) => paragraph(at, n))) =>
  `# Chương ${at}\n\n${list.join('\n\n')}\n\n| Tên | Nghĩa |\n|---|---|\n| a | một |\n| b | hai |\n`;
let server, address, folder, width;

const write = (path, text) => {
  const file = join(folder, path);
  mkdirSync(join(file, '..'), { recursive: true });
  writeFileSync(file, text);
};

test.beforeAll(async ({}, info) => {
  width = info.project.use.viewport.width;
  folder = project(width);
  rmSync(folder, { recursive: true, force: true });
  write('handbook.toml', 'title = "Sách"\nsource = "vi"\nlocales = ["vi"]\n[serve]\neditor = "vscode://file/{path}:{line}:{column}"\n');
  write('content/SUMMARY.md', `# Sách\n\n${[0, 1, 2, 3].map((at) => `- [Chương ${at}](c${at}.md)\n`).join('')}`);
  for (const at of [0, 1, 2, 3]) write(`content/c${at}.md`, chapter(at));
  [server, address] = await started(folder);
});
test.afterAll(() => server?.kill());

/** A preview of a handbook, and its address. */
async function started(handbook) {
  const preview = spawn(join(repository, 'target/debug/camnang'), ['serve', handbook, '--port', '0', '--lang', 'en']);
  let said = '';
  const at = await new Promise((resolve) => {
    preview.stderr.on('data', (data) => {
      said += data;
      const found = said.match(/http:\/\/127\.0\.0\.1:\d+\//);
      if (found && said.includes('_preview/print')) resolve(found[0]);
    });
  });
  return [preview, at];
}

const pages = (page) => page.locator('#pages li');

/** Opens the preview at a chapter and waits until its pages are there and no more follow. */
async function open(page, from = 'vi/c1.html') {
  await page.goto(`${address}_preview/print?from=${from}`);
  await expect(pages(page).first()).toBeAttached({ timeout: 120_000 });
  await expect(page.locator('#pages[aria-busy=false]')).toBeAttached({ timeout: 120_000 });
}

/** The printed pages in view, by number from 0. */
const inView = (page) => page.evaluate(() => {
  const box = document.getElementById('paper').getBoundingClientRect();
  return [...document.querySelectorAll('#pages li')].filter((item) => {
    const page = item.firstChild.getBoundingClientRect();
    return page.bottom > box.top + 20 && page.top < box.bottom - 20;
  }).map((item) => Number(item.dataset.at));
});

/** Where a block of a chapter is on paper, as the server says. */
async function where(page, path, block) {
  const at = await page.evaluate(async ([path, words]) => {
    const html = new DOMParser().parseFromString(await (await fetch(`/${path}`)).text(), 'text/html');
    return [...html.querySelectorAll('main p[data-at]')].find((p) => p.textContent.includes(words)).dataset.at;
  }, [path, block]);
  return page.evaluate(async ([path, block]) => {
    const query = new URLSearchParams({ locale: 'vi', form: 'book-a5', path, block, nth: 0 });
    return (await fetch(`/_preview/print/where?${query}`)).json();
  }, [path, at]);
}

/** Clicks a place of a printed page, given in points. */
async function click(page, { page: number, x, y }) {
  const sheet = pages(page).nth(number - 1).locator('.page');
  await sheet.scrollIntoViewIfNeeded();
  const [box, points] = [await sheet.boundingBox(), 148 / 25.4 * 72];
  await sheet.click({ position: { x: (x + 30) * box.width / points, y: (y + 4) * box.width / points } });
}

test('an edit shows on the printed page, and the pages after it follow', async ({ page }) => {
  await open(page);
  const found = await where(page, 'vi/c1.html', 'Đoạn 2 của chương 1');
  const before = await pages(page).count();
  const image = pages(page).nth(found.page - 1).locator('img');
  await expect(image).toHaveAttribute('src', /look=/, { timeout: 30_000 });
  const old = await image.getAttribute('src');
  const list = Array.from({ length: 14 }, (_, n) => paragraph(1, n));
  write('content/c1.md', chapter(1, list.with(2, 'Đoạn khác hẳn.')));
  await expect(image).not.toHaveAttribute('src', old, { timeout: 60_000 });
  await expect.poll(() => image.evaluate((img) => img.complete && img.naturalWidth)).toBeGreaterThan(100);
  write('content/c1.md', chapter(1, [...list, ...list, ...list]));
  await expect.poll(() => pages(page).count(), { timeout: 60_000 }).toBeGreaterThan(before);
  write('content/c1.md', chapter(1));
  await expect(pages(page)).toHaveCount(before, { timeout: 60_000 });
});

test('a click on paper finds the line and the web page, a click there finds the paper', async ({ page }) => {
  await open(page);
  const line = (words) => chapter(2).split('\n').findIndex((text) => text.includes(words)) + 1;
  await click(page, await where(page, 'vi/c2.html', 'Đoạn 5 của chương 2'));
  const place = page.locator('#place');
  await expect(place).toContainText(`content/c2.md:${line('Đoạn 5')}:`);
  await expect(place.locator('a')).toHaveAttribute('href', new RegExp(`^vscode://file/.*/content/c2\\.md:${line('Đoạn 5')}`));
  if (width < 960) await page.locator('#see-web').click();
  const web = page.frameLocator('#frame');
  await expect(web.locator('main p', { hasText: 'Đoạn 5 của chương 2' })).toBeInViewport({ timeout: 30_000 });
  const last = web.locator('main p', { hasText: 'Đoạn 13 của chương 2' });
  await last.scrollIntoViewIfNeeded();
  await last.click({ position: { x: 20, y: 8 } });
  await expect(place).toContainText(`content/c2.md:${line('Đoạn 13')}:`, { timeout: 30_000 });
  if (width < 960) await page.locator('#see-paper').click();
  const expected = await where(page, 'vi/c2.html', 'Đoạn 13 của chương 2');
  await expect.poll(() => inView(page)).toContain(expected.page - 1);
  await expect(pages(page).nth(expected.page - 1).locator('.line')).toBeAttached();
});

test('a click finds the other side in a book of hundreds of pages too', async ({ page }) => {
  const [preview, at] = await started(repository);
  try {
    await page.goto(`${at}_preview/print?locale=vi&from=vi/khung/nen-tang.html`);
    await expect(page.locator('#pages[aria-busy=false] li').nth(200)).toBeAttached({ timeout: 170_000 });
    const web = page.frameLocator('#frame');
    const [first, last] = await page.evaluate(async () => {
      const html = new DOMParser().parseFromString(await (await fetch('/vi/khung/nen-tang.html')).text(), 'text/html');
      const long = [...html.querySelectorAll('main p[data-at]')].map((p) => p.textContent.trim()).filter((text) => text.length > 60);
      return [long[1], long.at(-2)].map((text) => text.slice(0, 50));
    });
    await click(page, await where(page, 'vi/khung/nen-tang.html', first));
    await expect(page.locator('#place')).toContainText('content/khung/nen-tang.md:', { timeout: 30_000 });
    const line = await page.locator('#place').textContent();
    if (width < 960) await page.locator('#see-web').click();
    await expect(web.locator('main p', { hasText: first }).first()).toBeInViewport({ timeout: 30_000 });
    const other = web.locator('main p', { hasText: last }).first();
    await other.scrollIntoViewIfNeeded();
    await other.click({ position: { x: 12, y: 8 } });
    await expect(page.locator('#place')).not.toHaveText(line, { timeout: 30_000 });
    await expect(page.locator('#place')).toContainText('content/khung/nen-tang.md:');
    if (width < 960) await page.locator('#see-paper').click();
    const expected = await where(page, 'vi/khung/nen-tang.html', last);
    await expect.poll(() => inView(page), { timeout: 30_000 }).toContain(expected.page - 1);
  } finally {
    preview.kill();
  }
});

test('whichever side is scrolled, the other follows', async ({ page }) => {
  test.skip(width < 960, 'one side at a time');
  await open(page);
  const target = await where(page, 'vi/c3.html', 'Đoạn 9 của chương 3');
  await page.locator('#paper').hover();
  await page.waitForTimeout(800);
  await page.locator('#paper').dispatchEvent('wheel');
  await pages(page).nth(target.page - 1).evaluate((item) => item.scrollIntoView({ block: 'center' }));
  await expect.poll(() => page.locator('#frame').evaluate((f) => f.contentWindow.location.pathname), { timeout: 30_000 })
    .toBe('/vi/c3.html');
  const web = page.frameLocator('#frame');
  await web.locator('main').hover();
  await page.waitForTimeout(800);
  await page.mouse.wheel(0, -100_000);
  const first = await where(page, 'vi/c3.html', 'Đoạn 0 của chương 3');
  await expect.poll(() => inView(page), { timeout: 30_000 }).toContain(first.page - 1);
});

test('faults of the text and of the setting are told over the last good pages', async ({ page }) => {
  await open(page);
  const alert = page.getByRole('alert');
  const before = await pages(page).count();
  write('content/c1.md', `${chapter(1)}\n[đi đâu](khong-co.md)\n`);
  await expect(alert).toContainText('khong-co.md', { timeout: 60_000 });
  await expect(pages(page)).toHaveCount(before);
  write('content/c1.md', chapter(1));
  await expect(alert).toHaveCount(0, { timeout: 60_000 });
  write('theme/print/book.typ', '#import "data.typ": khong-co-gi\n');
  await expect(alert).toContainText('theme/print/book.typ:1', { timeout: 60_000 });
  await expect(pages(page)).toHaveCount(before);
  rmSync(join(folder, 'theme'), { recursive: true });
  await expect(alert).toHaveCount(0, { timeout: 60_000 });
});

test('form, zoom and page are chosen, and nothing hinders anybody', async ({ page }) => {
  await open(page);
  await page.locator('#larger').click();
  await expect(page.locator('#zoom')).toHaveText('125 %');
  await page.locator('#number').fill('1');
  await page.locator('#number').press('Enter');
  await expect.poll(() => inView(page)).not.toContain(0);
  const found = await new AxeBuilder({ page }).exclude('#frame').analyze();
  expect(found.violations.map((v) => [v.id, v.nodes.map((n) => n.html)])).toEqual([]);
  const wide = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
  expect(wide).toBeLessThanOrEqual(0);
  await page.locator('#form').selectOption('reading-a4');
  await expect(page.locator('#pages[aria-busy=false] li').first()).toBeAttached({ timeout: 120_000 });
  const shape = await pages(page).first().locator('.page').evaluate((e) => e.style.aspectRatio.split(' / ').map(Number));
  expect(shape[0] / shape[1]).toBeCloseTo(210 / 297, 2);
});

test('every page of the website leads there', async ({ page }) => {
  await page.goto(`${address}vi/c2.html`);
  const link = page.locator('a[href^="/_preview/print"]');
  await expect(link).toBeVisible({ timeout: 30_000 });
  await expect(link).toHaveAttribute('href', '/_preview/print?from=vi%2Fc2.html');
});

test('another site that points its name here is not answered', async ({}) => {
  for (const path of ['print', 'print/events', 'print/page/1.svg', 'print/at?page=1&x=1&y=1']) {
    const status = await new Promise((resolve) => {
      request(`${address}_preview/${path}`, { headers: { host: 'evil.example' } }, (answer) => {
        answer.destroy();
        resolve(answer.statusCode);
      }).end();
    });
    expect(status, path).toBe(403);
  }
});
