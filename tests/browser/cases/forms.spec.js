// Checklists and worksheets: filled in, remembered, counted, cleared, saved, printed; over http, from disk, and
// without JavaScript.
import { readFileSync } from 'node:fs';
import { test, expect } from '@playwright/test';
import AxeBuilder from '@axe-core/playwright';
import { fileAddress, serve, sites } from '../lib/site.js';

const sheet = 'vi/a/phieu.html';
let server;
test.beforeAll(async () => { server = await serve(sites.tools); });
test.afterAll(() => server.close());

const homes = { http: (page) => new URL(page, server.address).href, file: (page) => fileAddress(sites.tools, page) };
const box = (page, index) => page.locator('.box.checklist, .box.worksheet').nth(index);
const goal = (page) => page.getByLabel('Mục tiêu chung, một câu');

/** What a click on one of the save buttons hands over: `{ name, text }`. */
async function saved(page, within, format) {
  const tools = within.locator('.form-tools').last();
  await tools.locator('summary').click();
  const [download] = await Promise.all([page.waitForEvent('download'), tools.locator(`[data-save="${format}"]`).click()]);
  await page.keyboard.press('Escape');
  return { name: download.suggestedFilename(), text: readFileSync(await download.path(), 'utf8') };
}

for (const [way, address] of Object.entries(homes)) {
  test(`what is filled in is there again (${way})`, async ({ page }) => {
    await page.goto(address(sheet));
    await page.getByLabel(/15\/9: gửi bảng/).check();
    await goal(page).fill('Khách biết tên Suối Mây\nvà đồi chè.');
    await page.getByLabel('thay đổi').check();
    await page.getByLabel('M1, Hạn').fill('2030-11-14');
    await expect(box(page, 0).getByRole('status')).toHaveText('Đã xong 2 trên 3');
    await page.reload();
    await expect(page.getByLabel(/15\/9: gửi bảng/)).toBeChecked();
    await expect(goal(page)).toHaveValue('Khách biết tên Suối Mây\nvà đồi chè.');
    await expect(page.getByLabel('thay đổi')).toBeChecked();
    await expect(page.getByLabel('M1, Hạn')).toHaveValue('2030-11-14');
    await expect(box(page, 0).getByRole('status')).toHaveText('Đã xong 2 trên 3');
    await expect(page.locator('.form-page').getByRole('status')).toHaveText(/^Đã xong 5 trên/);
  });

  test(`clearing asks first, and clears one form only (${way})`, async ({ page }) => {
    await page.goto(address(sheet));
    await goal(page).fill('Một');
    await page.getByLabel('Cần tỉnh giúp').fill('Hai');
    page.once('dialog', (dialog) => dialog.dismiss());
    await box(page, 1).getByRole('button', { name: 'Xóa hết' }).click();
    await expect(goal(page)).toHaveValue('Một');
    page.once('dialog', (dialog) => dialog.accept());
    await box(page, 1).getByRole('button', { name: 'Xóa hết' }).click();
    await expect(goal(page)).toHaveValue('');
    await expect(page.getByLabel('Cần tỉnh giúp')).toHaveValue('Hai');
    await page.reload();
    await expect(goal(page)).toHaveValue('');
    await expect(page.getByLabel('Cần tỉnh giúp')).toHaveValue('Hai');
  });
}

test('a table grows by numbered rows that are remembered', async ({ page }) => {
  await page.goto(homes.http(sheet));
  await box(page, 1).getByRole('button', { name: 'Thêm một dòng' }).click();
  await expect(page.getByLabel('M3, Mục tiêu')).toBeFocused();
  await page.keyboard.type('Mục tiêu thứ ba');
  await page.getByRole('radiogroup', { name: 'M3, Loại' }).getByLabel('cũ').check();
  await page.getByRole('radiogroup', { name: 'M2, Loại' }).getByLabel('mới').check();
  await page.reload();
  await expect(page.getByLabel('M3, Mục tiêu')).toHaveValue('Mục tiêu thứ ba');
  await expect(page.getByRole('radiogroup', { name: 'M3, Loại' }).getByLabel('cũ')).toBeChecked();
  await expect(page.getByRole('radiogroup', { name: 'M2, Loại' }).getByLabel('mới')).toBeChecked();
  await expect(box(page, 2).getByRole('button', { name: 'Thêm một dòng' })).toHaveCount(0);
});

test('an untouched form leaves nothing on the device', async ({ page }) => {
  await page.goto(homes.http(sheet));
  await goal(page).fill('Một');
  await goal(page).fill('');
  const left = await page.evaluate(() => Object.keys(localStorage).filter((key) => key.includes('#Phiếu làm việc')));
  expect(left).toEqual([]);
});

test('Markdown holds the whole form with what was filled in', async ({ page }) => {
  await page.goto(homes.http(sheet));
  await page.getByLabel(/15\/9: gửi bảng/).check();
  await goal(page).fill('Một câu | có vạch');
  await page.getByLabel('M1, Mục tiêu').fill('Khách | bạn\nhai dòng');
  await page.getByLabel('M1, Hạn').fill('2030-11-14');
  const one = await saved(page, box(page, 0), 'md');
  expect(one.name).toBe('phieu-1.md');
  expect(one.text).toBe('# 1 Phiếu\n\n## Trước hạn\n\n- [x] 15/9: gửi bảng số liệu trống.\n- [ ] 5/10/2030: khóa số; nêu lý do.\n- [x] Đã có sẵn.\n');
  const all = await saved(page, page.locator('.form-page'), 'md');
  expect(all.name).toBe('phieu.md');
  expect(all.text).toContain('## Mục tiêu năm ____');
  expect(all.text).toContain('Mục tiêu chung, một câu: Một câu | có vạch');
  expect(all.text).toContain('| Mã | Mục tiêu | Hạn | Loại |\n|---|---|---|---|\n| M1 | Khách \\| bạn<br>hai dòng | 14/11/2030 | mới / cũ |');
  expect(all.text).toContain('Số vụ ____; ngày ____, loại thay đổi / xây dựng.');
});

test('CSV opens in a spreadsheet: UTF-8 mark, quoted fields, no formula', async ({ page }) => {
  await page.goto(homes.http(sheet));
  await goal(page).fill('=HYPERLINK("x")');
  await page.getByLabel('M1, Mục tiêu').fill('a, "b"\nc');
  await page.getByLabel('M2, Mục tiêu').fill('-5');
  const { text, name } = await saved(page, box(page, 1), 'csv');
  expect(name).toBe('phieu-2.csv');
  expect(text.startsWith('\ufeff')).toBe(true);
  expect(text).toContain('"\'=HYPERLINK(""x"")"');
  expect(text).toContain('\r\nM1,"a, ""b""\nc",,\r\nM2,-5,,\r\n');
});

test('a calendar takes the days that are still to come', async ({ page }) => {
  await page.clock.setFixedTime(new Date('2027-09-16T03:00:00Z'));
  await page.goto(homes.http(sheet));
  await page.getByLabel('M1, Hạn').fill('2030-11-14');
  const { text, name } = await saved(page, page.locator('.form-page'), 'ics');
  expect(name).toBe('phieu.ics');
  const lines = text.replace(/\r\n /g, '').split('\r\n');
  expect(text.split('\r\n').every((line) => Buffer.byteLength(line) <= 75)).toBe(true);
  expect(lines).toContain('DTSTART;VALUE=DATE:20280915');
  expect(lines.filter((line) => line === 'RRULE:FREQ=YEARLY')).toHaveLength(1);
  expect(lines).toContain('SUMMARY:5/10/2030: khóa số\\; nêu lý do.');
  expect(lines).toContain('DTSTART;VALUE=DATE:20301114');
  expect(lines).toContain('SUMMARY:M1\\, Hạn');
  expect(new Set(lines.filter((line) => line.startsWith('UID:'))).size).toBe(3);
  await page.getByLabel(/15\/9: gửi bảng/).check();
  expect((await saved(page, box(page, 0), 'ics')).text).not.toContain('YEARLY');
  await box(page, 2).locator('.form-tools summary').click();
  await expect(box(page, 2).locator('[data-save="ics"]')).toBeHidden();
});

test('a browser that keeps nothing says so and goes on', async ({ page }) => {
  const faults = [];
  page.on('pageerror', (error) => faults.push(error.message));
  await page.addInitScript(() => Object.defineProperty(window, 'localStorage', { get() { throw new Error('no'); } }));
  await page.goto(homes.http(sheet));
  await goal(page).fill('Một');
  await expect(page.getByText(/không lưu lại gì/)).toBeVisible();
  await expect(box(page, 1).getByRole('status')).toHaveText(/^Đã xong 1 /);
  expect(faults).toEqual([]);
});

test('every field can be reached by keyboard, in reading order', async ({ page }) => {
  await page.goto(homes.http(sheet));
  await page.getByRole('textbox', { name: 'Mục tiêu năm' }).focus();
  const reached = [];
  for (let n = 0; n < 40; n += 1) {
    await page.keyboard.press('Tab');
    const name = await page.evaluate(() => {
      const here = document.activeElement;
      return (here.closest('.choices') ?? here).getAttribute('aria-label') ?? here.textContent.trim();
    });
    if (name !== reached[reached.length - 1]) reached.push(name);
    if (name === 'Xóa hết') break;
  }
  expect(reached).toEqual([
    'Mục tiêu chung, một câu', 'Số vụ', 'ngày', 'loại', expect.stringContaining('Bảng'), 'M1, Mục tiêu', 'M1, Hạn', 'M1, Loại',
    'M2, Mục tiêu', 'M2, Hạn', 'M2, Loại', 'Thêm một dòng', 'Lưu thành tệp', 'Xóa hết',
  ]);
});

test('on paper what was filled in is whole and what was not is a line', async ({ page }) => {
  await page.goto(homes.http(sheet));
  const long = 'Một câu dài cần nhiều dòng trên giấy. '.repeat(20).trim();
  await goal(page).fill(long);
  await page.getByLabel('M1, Hạn').fill('2030-11-14');
  await page.evaluate(() => dispatchEvent(new Event('beforeprint')));
  await page.emulateMedia({ media: 'print' });
  await expect(page.getByText(long).first()).toBeVisible();
  await expect(page.getByText('14/11/2030').first()).toBeVisible();
  await expect(page.locator('.form-tools').first()).toBeHidden();
  await expect(page.locator('.form-page')).toBeHidden();
  const empty = page.locator('.written').filter({ hasText: /^$/ }).first();
  expect((await empty.boundingBox()).width).toBeGreaterThan(60);
});

test('the open menu and the filled form have no accessibility fault', async ({ page }) => {
  await page.goto(homes.http(sheet));
  await goal(page).fill('Một');
  await box(page, 1).locator('summary').click();
  const { violations } = await new AxeBuilder({ page })
    .withTags(['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice']).analyze();
  expect(violations.map((v) => `${v.id}: ${v.nodes.map((n) => n.target.join(' ')).join(', ')}`)).toEqual([]);
});

test('pages without forms do not load what forms need', async ({ page }) => {
  const asked = [];
  page.on('request', (request) => asked.push(request.url()));
  await page.goto(homes.http('vi/a/dai.html'));
  expect(asked.filter((url) => url.includes('forms'))).toEqual([]);
});

test.describe('without JavaScript', () => {
  test.use({ javaScriptEnabled: false });
  test('forms can be filled in, and nothing stands there that does not work', async ({ page }) => {
    await page.goto(homes.file(sheet));
    await page.getByLabel(/15\/9: gửi bảng/).check();
    await goal(page).fill('Một');
    await page.getByLabel('thay đổi').check();
    await expect(page.getByRole('button', { name: 'Thêm một dòng' })).toBeHidden();
    await expect(page.locator('.form-tools')).toHaveCount(0);
  });
});
