// The preview: an open page follows every save, equals what a fresh load shows, and keeps what its reader did to it.
import { test, expect } from '@playwright/test';
import { spawn } from 'node:child_process';
import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
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
  server = spawn(join(repository, 'target/debug/camnang'), ['serve', project, '--port', '0', '--lang', 'vi']);
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
