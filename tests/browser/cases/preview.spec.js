// The preview: an open page follows every save, equals what a fresh load shows, and keeps what its reader did to it.
import { test, expect } from '@playwright/test';
import { spawn } from 'node:child_process';
import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import AxeBuilder from '@axe-core/playwright';
import { repository } from '../lib/site.js';

test.skip(({ viewport }) => viewport.width < 1000, 'the width plays no part');
test.describe.configure({ mode: 'serial', timeout: 120_000 });

const project = join(repository, 'target/sites/preview-source');
const file = join(project, 'content/mot.md');
const blocks = [
  'Đoạn **một** với [liên kết](hai.md) và `mã`.',
  'Đoạn hai, dài hơn một chút.',
  '- mục a\n- mục b\n- mục c',
  '## Phần hai',
  '> Lời trích.',
  '| Tên | Nghĩa |\n|---|---|\n| a | b |\n| c | d |',
  ':::worksheet Phiếu\nHọ tên: ____\n\n- [ ] Xong\n:::',
  'Đoạn cuối.',
];
const write = (list) => writeFileSync(file, `# Một\n\n${list.join('\n\n')}\n`);
let server, address;

test.beforeAll(async ({}, info) => {
  if (info.project.use.viewport.width < 1000) return;
  rmSync(project, { recursive: true, force: true });
  mkdirSync(join(project, 'content'), { recursive: true });
  writeFileSync(join(project, 'handbook.toml'), 'title = "Sách"\nsource = "vi"\nlocales = ["vi"]\n');
  writeFileSync(join(project, 'content/SUMMARY.md'), '# Sách\n\n- [Một](mot.md)\n- [Hai](hai.md)\n');
  writeFileSync(join(project, 'content/hai.md'), '# Hai\n\nTrang hai.\n');
  write(blocks);
  server = spawn(join(repository, 'target/debug/camnang'), ['serve', project, '--port', '0', '--lang', 'en']);
  address = await new Promise((resolve) => {
    let said = '';
    server.stderr.on('data', (data) => {
      said += data;
      const found = said.match(/http:\/\/127\.0\.0\.1:\d+\//);
      if (found) resolve(found[0]);
    });
  });
});
test.afterAll(() => server?.kill());

const words = (page) => page.evaluate(() => document.querySelector('main').innerText);

/** Saves a text that ends in `mark` and waits until the open page shows it. */
async function save(page, list, mark) {
  write([...list, mark]);
  await expect(page.locator('main')).toContainText(mark, { timeout: 30_000 });
}

test('saves one upon the other leave the page as a fresh load shows it', async ({ page, context }) => {
  await page.goto(`${address}vi/mot.html`);
  await page.waitForLoadState('networkidle');
  let loads = 0;
  page.on('framenavigated', () => (loads += 1));
  const edits = [
    (list) => list.with(0, `Sửa. ${list[0]}`),
    (list) => list.with(0, `Sửa nữa. ${list[0]}`),
    (list) => list.toSpliced(1, 1),
    (list) => list.toSpliced(1, 0, 'Đoạn hai, dài hơn một chút.', 'Đoạn chen *vào*.'),
    (list) => list.with(2, '- mục a\n- mục mới\n- mục b'),
    (list) => list.with(3, '## Phần hai, tên khác'),
    (list) => list.with(5, '| Tên | Nghĩa |\n|---|---|\n| a | khác |\n| e | g |\n| c | d |'),
    (list) => [list[7], ...list.slice(1, 7), list[0]],
  ];
  for (const [at, edit] of edits.entries()) {
    // Some while the last change is still marked, some after.
    if (at % 3 === 2) await page.waitForTimeout(1500);
    await save(page, edit(blocks), `Dấu ${at}.`);
    const fresh = await context.newPage();
    await fresh.goto(`${address}vi/mot.html`);
    expect(await words(page), `edit ${at}`).toBe(await words(fresh));
    await fresh.close();
  }
  expect(loads).toBe(0);
});

test('what was filled in and where one was stays', async ({ page }) => {
  write([...Array.from({ length: 40 }, (_, at) => `Đoạn dài ${at}.`), ...blocks]);
  await page.goto(`${address}vi/mot.html`);
  await expect(page.locator('main')).toContainText('Đoạn dài 39.', { timeout: 30_000 });
  const field = page.locator('main input:not([type=checkbox]), main textarea').first();
  await field.fill('Hoa');
  const before = await page.evaluate(() => scrollY);
  expect(before).toBeGreaterThan(100);
  const list = Array.from({ length: 40 }, (_, at) => `Đoạn dài ${at}.`);
  await save(page, [...list, ...blocks.with(1, 'Đoạn hai đã khác.')], 'Dấu giữ.');
  await expect(field).toHaveValue('Hoa');
  expect(Math.abs((await page.evaluate(() => scrollY)) - before)).toBeLessThan(40);
});

test('a save while the page is still loading is not missed', async ({ page }) => {
  write(blocks);
  const served = async () => (await fetch(`${address}vi/mot.html`)).text();
  await expect.poll(served).not.toContain('Dấu giữ.');
  // The script asks what it was given only after the save has come through.
  await page.route('**/vi/mot.html', async (route) => {
    if (route.request().resourceType() === 'fetch') {
      write([...blocks, 'Dấu sớm.']);
      await expect.poll(served, { timeout: 20_000 }).toContain('Dấu sớm.');
    }
    await route.continue();
  });
  await page.goto(`${address}vi/mot.html`);
  await expect(page.locator('main')).toContainText('Dấu sớm.', { timeout: 20_000 });
});

test('a fault keeps the last good page under what is wrong, until it is mended', async ({ page }) => {
  write(blocks);
  await page.goto(`${address}vi/mot.html`);
  await expect(page.locator('main')).toContainText('Đoạn cuối.');
  write([...blocks, '[đi đâu](khong-co.md)']);
  const alert = page.getByRole('alert');
  await expect(alert).toContainText('khong-co.md', { timeout: 30_000 });
  await expect(alert).toContainText('content/mot.md:');
  await expect(page.locator('main')).toContainText('Đoạn cuối.');
  await save(page, blocks, 'Đã sửa.');
  await expect(alert).toHaveCount(0);
});

for (const [locale, width, said] of [
  ['vi-VN', 1440, ['Lần lưu vừa rồi có lỗi', 'nghĩa là gì', 'không có trang hay tệp']],
  ['en-US', 360, ['The last save has faults', 'what this means', 'there is no page or file']],
]) {
  test(`a fault is shown with its neighbours, in the words of the reader's browser (${locale})`, async ({ browser }, info) => {
    const context = await browser.newContext({ locale, viewport: { width, height: 800 } });
    const page = await context.newPage();
    write(blocks);
    await page.goto(`${address}vi/mot.html`);
    await expect(page.locator('main')).toContainText('Đoạn cuối.');
    write([...blocks, 'Dòng trước.', 'Xem [đi đâu](khong-co.md) nhé.', 'Dòng sau.']);
    const alert = page.getByRole('alert');
    await expect(alert).toContainText('khong-co.md', { timeout: 30_000 });
    await expect(alert).toContainText(said[0]);
    // The line, what of it is meant, and its neighbours, each with its number.
    await expect(alert.locator('.faulty')).toContainText('Xem [đi đâu](khong-co.md) nhé.');
    await expect(alert.locator('mark')).toHaveText('[đi đâu](khong-co.md)');
    expect(await alert.locator('mark').evaluate((mark) => getComputedStyle(mark).textDecorationLine)).toBe('underline');
    const lines = await alert.locator('.line').allTextContents();
    expect(lines.length).toBe(5);
    const number = Number(lines[2].match(/^\d+/)[0]);
    expect(lines[0]).toBe(`${number - 2} Dòng trước.`);
    expect(lines[4]).toBe(`${number + 2} Dòng sau.`);
    const { violations } = await new AxeBuilder({ page }).analyze();
    expect(violations.map(({ id, nodes }) => `${id}: ${nodes.map((node) => node.html).join(' ')}`)).toEqual([]);
    await page.screenshot({ path: info.outputPath(`overlay-${width}.png`) });
    // What the code means is a page of its own, in the same language.
    const link = alert.getByRole('link', { name: said[1] });
    const [explained] = await Promise.all([context.waitForEvent('page'), link.click()]);
    await expect(explained.locator('html')).toHaveAttribute('lang', locale.slice(0, 2));
    await expect(explained.getByRole('heading')).toHaveText(/^E\d{4}$/);
    await save(page, blocks, 'Đã sửa lại.');
    await expect(alert).toHaveCount(0);
    await context.close();
  });
}

test('on a phone the ways to other previews lie beside the page\'s own arrows, not over them', async ({ browser }) => {
  const context = await browser.newContext({ viewport: { width: 360, height: 740 } });
  const page = await context.newPage();
  await page.goto(`${address}vi/mot.html`);
  await page.locator('.camnang-tools a').first().waitFor();
  await page.waitForLoadState('networkidle');
  const hidden = await page.evaluate(() => [...document.querySelectorAll('.thumb-bar a, .camnang-tools a')].filter((link) => {
    const { left, right, top, bottom } = link.getBoundingClientRect();
    return document.elementFromPoint((left + right) / 2, (top + bottom) / 2)?.closest('a') !== link;
  }).map((link) => link.textContent.trim()));
  expect(await page.locator('.thumb-bar a').count()).toBeGreaterThan(0);
  expect(hidden).toEqual([]);
  await context.close();
});

test('warnings wait at the edge until somebody asks, those of the page first', async ({ page }, info) => {
  write([...blocks, '![](hinh.svg)']);
  writeFileSync(join(project, 'content/hinh.svg'), '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 10 10"/>');
  writeFileSync(join(project, 'content/la.md'), '# Lạ\n');
  await page.goto(`${address}vi/mot.html`);
  const edge = page.locator('.camnang-warnings');
  await expect(edge).toBeVisible({ timeout: 30_000 });
  await expect(edge.locator('details')).not.toHaveAttribute('open');
  await expect(edge.locator('li').first()).toBeHidden();
  await edge.locator('summary').click();
  await expect(edge.locator('li').first()).toBeVisible();
  const { violations } = await new AxeBuilder({ page }).analyze();
  expect(violations.map(({ id, nodes }) => `${id}: ${nodes.map((node) => node.html).join(' ')}`)).toEqual([]);
  await page.screenshot({ path: info.outputPath('warnings.png') });
  rmSync(join(project, 'content/la.md'));
  rmSync(join(project, 'content/hinh.svg'));
  await save(page, blocks, 'Không còn cảnh báo.');
  await expect(edge).toHaveCount(0, { timeout: 30_000 });
});

test('a click on a warning goes to its place, on this page and on another, and what is wrong leads to how it is written', async ({ page, context }, info) => {
  const filler = Array.from({ length: 60 }, (_, at) => `Đoạn dài ${at}.`);
  const noted = 'Xem ghi chú.[^thieu]';
  writeFileSync(join(project, 'content/hai.md'), `# Hai\n\n${filler.join('\n\n')}\n\n> [!NHAM]\n> Lời nhắc sai tên.\n\nHết.\n`);
  // A table's row is a place of its own, and so is the second of two that say the same.
  write([noted, ...filler, '| Tên | Nghĩa |\n|---|---|\n| a | b |\n| c | ghi chú[^thieu] |', noted, ...filler]);
  await page.goto(`${address}vi/mot.html`);
  const edge = page.locator('.camnang-warnings');
  await expect(edge).toBeVisible({ timeout: 30_000 });
  await edge.locator('summary').click();
  const here = edge.locator('ol').first();
  await expect(here.locator('li')).toHaveCount(3, { timeout: 30_000 });
  const spotted = page.locator('.camnang-spot');
  await here.locator('.spot').nth(1).click();
  await expect(spotted).toHaveCount(1);
  expect(await spotted.evaluate((it) => `${it.localName} ${it.innerText.trim()}`)).toMatch(/^tr c/);
  await expect(spotted).toBeInViewport();
  await here.locator('.spot').nth(2).click();
  await expect.poll(() => spotted.evaluate((it) => it.localName)).not.toBe('tr');
  const at = await spotted.evaluate((it) => [...document.querySelectorAll(`[data-at="${it.dataset.at}"]`)].indexOf(it));
  expect(at).toBe(1);
  await expect(spotted).toBeInViewport();
  await page.screenshot({ path: info.outputPath('spot.png') });
  // The mark is gone after a moment, and nothing of it stays.
  await expect(spotted).toHaveCount(0, { timeout: 10_000 });
  await edge.locator('ol').nth(1).locator('li', { hasText: 'hai.md' }).locator('.spot').click();
  await page.waitForURL('**/vi/hai.html');
  await expect(spotted).toContainText('Lời nhắc sai tên.');
  await expect(spotted).toBeInViewport();
  // What the code means shows how it is written; this handbook has no chapters that show it.
  await edge.locator('summary').click();
  const item = edge.locator('li', { hasText: 'W0330' });
  await expect(item.locator('.more a')).toHaveCount(1);
  const [explained] = await Promise.all([context.waitForEvent('page'), item.locator('.more a').click()]);
  await expect(explained.locator('pre')).toContainText('> [!WARNING]');
  writeFileSync(join(project, 'content/hai.md'), '# Hai\n\nTrang hai.\n');
  write(blocks);
});

test('the newest style sheet wins, also when the one before it comes late', async ({ page }) => {
  write(blocks);
  const style = (text) => {
    mkdirSync(join(project, 'theme/css'), { recursive: true });
    writeFileSync(join(project, 'theme/css/zz.css'), `:root{--bench:${text}}`);
  };
  // A theme that was not there before has the page loaded anew: who asks at that moment gets no answer.
  const value = () => page.evaluate(() => getComputedStyle(document.documentElement).getPropertyValue('--bench').trim()).catch(() => 'leaving');
  const sheets = () => page.evaluate(() => [...document.querySelectorAll('link[rel=stylesheet]')].filter(({ href }) => /\/style\./.test(href)).map(({ href }) => href));
  style('first');
  await page.goto(`${address}vi/mot.html`);
  await expect.poll(value, { timeout: 30_000 }).toBe('first');
  const before = await sheets();
  // The next sheet is held back until the one after it has been asked for.
  let release;
  const held = new Promise((resolve) => { release = resolve; });
  let asked = 0;
  await page.route('**/assets/style.*.css', async (route) => {
    asked += 1;
    if (asked === 1) await held;
    await route.continue();
  });
  style('second');
  await expect.poll(() => asked, { timeout: 30_000 }).toBe(1);
  style('third');
  await expect.poll(() => asked, { timeout: 30_000 }).toBe(2);
  await expect.poll(value, { timeout: 30_000 }).toBe('third');
  release();
  await expect.poll(async () => (await sheets()).length, { timeout: 30_000 }).toBe(1);
  expect(await sheets()).not.toEqual(before);
  expect(await value()).toBe('third');
  rmSync(join(project, 'theme'), { recursive: true });
});
