// Translations as readers and translators see them: the status page, the notice on a page whose source has moved on, and
// in the preview what is not translated yet.
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
}
