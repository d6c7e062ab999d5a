// Translations as readers and translators see them: the status page, the notice on a page whose source has moved on, and
// in the preview what is not translated yet, and a page beside its source.
import { test, expect } from '@playwright/test';
import AxeBuilder from '@axe-core/playwright';
import { spawn, execFileSync } from 'node:child_process';
import { cpSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { repository, serve } from '../lib/site.js';

test.describe.configure({ mode: 'serial', timeout: 180_000 });
test.use({ locale: 'vi-VN' });

const program = join(repository, 'target/debug/camnang');
let project, site, preview, address;

/** A small handbook in vi, en (a page of its own, stale), ar and fr (catalogs with one guess and gaps). */
function make(folder) {
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });
  cpSync(join(repository, 'tests/sites/translate'), folder, { recursive: true });
  const config = join(folder, 'handbook.toml');
  const text = readFileSync(config, 'utf8');
  writeFileSync(config, `${text}\n[translation]\nstatus_page = true\n\n[serve]\neditor = "vscode://file/{path}:{line}:{column}"\n`);
  const camnang = (...words) => execFileSync(program, [...words, folder], { stdio: 'pipe' });
  camnang('translate', 'stamp', '--date', '2026-11-20');
  const source = join(folder, 'content/quy-che.md');
  writeFileSync(source, `${readFileSync(source, 'utf8')}\nThêm một câu mới.\n`);
  camnang('translate', 'extract');
  const french = join(folder, 'i18n/fr.po');
  const filled = readFileSync(french, 'utf8')
    .replace(/(msgid "Nhiệm vụ"\nmsgstr )""/, '$1"Tâches"')
    .replace(/(msgid "Nhớ ghi nguồn."\nmsgstr )""/, '#, fuzzy\n$1"Citez vos sources."');
  writeFileSync(french, filled);
}

test.beforeAll(async ({}, info) => {
  project = join(repository, `target/sites/translation-${info.project.name}`);
  make(project);
  execFileSync(program, ['build', project, '--out', `${project}-site`], { stdio: 'pipe' });
  site = await serve(`${project}-site`);
  preview = spawn(program, ['--lang', 'vi', 'serve', project, '--port', '0']);
  address = await new Promise((resolve) => {
    let said = '';
    preview.stderr.on('data', (data) => {
      said += data;
      const found = said.match(/http:\/\/127\.0\.0\.1:\d+\//);
      if (found) resolve(found[0]);
    });
  });
});
test.afterAll(() => {
  preview?.kill();
  site?.close();
});

async function faultless(page) {
  const { violations } = await new AxeBuilder({ page }).analyze();
  expect(violations.map((v) => `${v.id}: ${v.nodes.map((n) => n.target.join(' ')).join('; ')}`)).toEqual([]);
  const wide = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
  expect(wide, 'nothing pushes the page sideways').toBeLessThanOrEqual(0);
}

for (const scheme of ['light', 'dark']) {
  for (const locale of ['vi', 'en', 'ar']) {
    test(`the status page in ${locale}, ${scheme}`, async ({ page }) => {
      await page.emulateMedia({ colorScheme: scheme });
      await page.goto(`${site.address}${locale}/translation.html`);
      await expect(page.locator('html')).toHaveAttribute('dir', locale === 'ar' ? 'rtl' : 'ltr');
      await expect(page.locator('main table').first()).toBeVisible();
      await faultless(page);
    });
  }

  test(`the notice of a stale page, ${scheme}`, async ({ page }) => {
    await page.emulateMedia({ colorScheme: scheme });
    await page.goto(`${site.address}en/quy-che.html`);
    const notice = page.locator('.notice');
    await expect(notice).toContainText('20 November 2026');
    await expect(notice.getByRole('link')).toHaveAttribute('href', '../vi/quy-che.html');
    await faultless(page);
    await notice.getByRole('link').click();
    await expect(page).toHaveURL(/\/vi\/quy-che\.html$/);
  });

  test(`a fallback page says its language and leads to the source, ${scheme}`, async ({ page }) => {
    await page.emulateMedia({ colorScheme: scheme });
    await page.goto(`${site.address}ar/quy-che.html`);
    await expect(page.locator('.notice')).toBeVisible();
    await expect(page.locator('main [lang=vi]').first()).toBeVisible();
    await faultless(page);
  });

  test(`the preview marks what a catalog leaves, ${scheme}`, async ({ page }) => {
    await page.emulateMedia({ colorScheme: scheme });
    await page.goto(`${address}fr/quy-che.html`);
    const left = page.locator('p.camnang-untranslated').first();
    await expect(left).toHaveAttribute('lang', 'vi');
    // It is seen, not only in the source.
    await expect(left).toHaveCSS('border-inline-start-style', 'dotted');
    await expect(page.getByRole('heading', { name: 'Tâches' })).toHaveCSS('border-inline-start-style', 'none');
    await faultless(page);
  });

  test(`a page beside its source, ${scheme}`, async ({ page }, info) => {
    await page.emulateMedia({ colorScheme: scheme });
    const failed = [];
    page.on('console', (message) => message.type() === 'error' && failed.push(message.text()));
    await page.goto(`${address}_preview/translation?page=fr/quy-che.html`);
    await expect(page.locator('.pairs > li.done', { hasText: 'Tâches' })).toContainText('Nhiệm vụ');
    await expect(page.locator('.pairs > li.fuzzy', { hasText: 'Citez vos sources.' })).toContainText('Nhớ ghi nguồn.');
    const missing = await page.locator('.pairs > li.missing').count();
    expect(missing).toBeGreaterThan(0);
    await expect(page.locator('.counts .missing strong')).toHaveText(String(missing));
    await faultless(page);
    await page.screenshot({ path: info.outputPath(`beside-${scheme}.png`), fullPage: true });
    expect(failed).toEqual([]);
  });
}

test('it speaks the language of the browser, or the one that is asked for', async ({ page }) => {
  await page.goto(`${address}_preview/translation?page=fr/quy-che.html`);
  await expect(page.locator('.counts')).toContainText('Chờ duyệt');
  await page.goto(`${address}_preview/translation?page=fr/quy-che.html&lang=en`);
  await expect(page.locator('.counts')).toContainText('To be reviewed');
});

test('keys lead from one text that is left to the next, and back', async ({ page }) => {
  await page.goto(`${address}_preview/translation?page=fr/quy-che.html`);
  const left = await page.locator('.pairs > li[data-left]').evaluateAll((lines) => lines.map((line) => line.id));
  const at = () => page.evaluate(() => document.activeElement.id);
  await page.keyboard.press('F8');
  expect(await at()).toBe(left[0]);
  await page.keyboard.press('F8');
  expect(await at()).toBe(left[1]);
  await expect(page.locator('.steps [role=status]')).toHaveText(`2 / ${left.length}`);
  await page.keyboard.press('Shift+F8');
  await page.keyboard.press('Shift+F8');
  expect(await at(), 'round at the end').toBe(left.at(-1));
});

test('a place leads to its line in the editor', async ({ page }) => {
  await page.goto(`${address}_preview/translation?page=fr/quy-che.html`);
  const catalog = readFileSync(join(project, 'i18n/fr.po'), 'utf8').split('\n');
  const line = catalog.findIndex((text) => text === 'msgstr "Tâches"') + 1;
  const place = page.locator('.pairs > li.done', { hasText: 'Tâches' }).locator('.target a.place');
  await expect(place).toHaveText(`i18n/fr.po:${line}:1`);
  await expect(place).toHaveAttribute('href', `vscode://file${project.startsWith('/') ? '' : '/'}${project}/i18n/fr.po:${line}:1`);
});

test('a save of the catalog changes its line in the open page, and the rest stays', async ({ page }) => {
  await page.goto(`${address}_preview/translation?page=fr/quy-che.html`);
  await page.waitForLoadState('domcontentloaded');
  await expect(page.locator('.pairs > li.fuzzy')).toHaveCount(1);
  await page.evaluate(() => { document.querySelector('.pairs > li.done').dataset.kept = 'yes'; });
  const file = join(project, 'i18n/fr.po');
  writeFileSync(file, readFileSync(file, 'utf8').replace(/#, fuzzy\n(msgid "Nhớ ghi nguồn.")/, '$1').replace(/, fuzzy\n(msgid "Nhớ ghi nguồn.")/, '\n$1'));
  await expect(page.locator('.pairs > li.fuzzy')).toHaveCount(0, { timeout: 30_000 });
  await expect(page.locator('.pairs > li.done', { hasText: 'Citez vos sources.' })).toBeVisible();
  await expect(page.locator('.pairs > li[data-kept]')).toHaveCount(1);
});

test('a page of its own is laid beside its source by headings, and is said to be stale', async ({ page }) => {
  await page.goto(`${address}_preview/translation?page=en/quy-che.html`);
  await expect(page.locator('.way')).toContainText('2026-11-20');
  await expect(page.locator('.pairs > li.stale').first()).toBeVisible();
  await expect(page.locator('.pairs > li.missing', { hasText: 'Thêm một câu mới.' })).toBeVisible();
});

test('the served page and the preview lead to each other, nobody else is answered', async ({ page, request }) => {
  await page.goto(`${address}fr/quy-che.html`);
  await page.locator('.camnang-tools a', { hasText: 'Bản dịch' }).click();
  await expect(page).toHaveURL(/_preview\/translation\?page=%2Ffr%2Fquy-che\.html/);
  await page.locator('.ways a').first().click();
  await expect(page).toHaveURL(/\/fr\/quy-che\.html$/);
  const inside = `${address}_preview/translation`;
  expect((await request.get(inside, { headers: { host: 'evil.example' } })).status()).toBe(403);
  expect((await request.get(inside, { headers: { origin: 'https://evil.example' } })).status()).toBe(403);
  const answer = await request.get(inside);
  expect(answer.headers()['content-security-policy']).toContain("default-src 'self'");
  expect((await request.get(`${inside}?page=no/such.html&locale=xx`)).status()).toBe(404);
});
