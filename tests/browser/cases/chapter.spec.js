// A chapter: how it reads, what follows the scroll, numbers with their sources, tables on small screens, diagrams, paper.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { test, expect } from '@playwright/test';
import AxeBuilder from '@axe-core/playwright';
import { pages, sites } from '../lib/site.js';
import { everyWay } from '../lib/ways.js';

const site = sites.handbook;
const chapter = 'vi/ke-hoach/muc-tieu.html';
const numbers = 'vi/bat-dau/moc-thoi-gian.html';
const framework = 'vi/khung/index.html';

/** Letters a line of the paragraphs that take three lines or more. */
const lettersPerLine = (page) => page.evaluate(() => {
  const long = [...document.querySelectorAll('.prose > p')].map((paragraph) => {
    const tall = paragraph.getBoundingClientRect().height / parseFloat(getComputedStyle(paragraph).lineHeight);
    return { letters: paragraph.innerText.length, lines: Math.round(tall) };
  }).filter(({ lines }) => lines >= 3);
  // The last line is half full on average.
  const all = long.reduce((sum, { letters, lines }) => ({ letters: sum.letters + letters, lines: sum.lines + lines - 0.5 }), { letters: 0, lines: 0 });
  return all.letters / all.lines;
});

everyWay(test, site, ({ script }, open) => {
  test('lines hold 60 to 75 letters, with room for stacked marks', async ({ page, viewport }) => {
    test.skip(viewport.width < 600, 'a phone holds what it holds');
    await open(page, 'vi/cach-lam-moi/bai-hoc.html');
    const letters = await lettersPerLine(page);
    expect(letters).toBeGreaterThanOrEqual(60);
    expect(letters).toBeLessThanOrEqual(75);
    const leading = await page.locator('.prose > p').first().evaluate((p) => parseFloat(getComputedStyle(p).lineHeight) / parseFloat(getComputedStyle(p).fontSize));
    expect(leading).toBeGreaterThanOrEqual(1.6);
  });

  test('the contents of the page lead to its sections and follow the scroll', async ({ page, viewport }) => {
    await open(page, chapter);
    const contents = page.getByRole('navigation', { name: 'Trong trang này' });
    if (viewport.width < 600) await contents.locator('summary').click();
    const links = contents.getByRole('link');
    expect(await links.count()).toBeGreaterThanOrEqual(4);
    await links.nth(2).click();
    const target = decodeURIComponent(new URL(page.url()).hash);
    await expect(page.locator(target)).toBeInViewport();
    if (!script) return;
    for (const section of (await links.evaluateAll((all) => all.map((a) => a.hash))).slice(0, 4)) {
      await page.locator(decodeURIComponent(section)).evaluate((head) => head.scrollIntoView());
      await expect(contents.locator('[aria-current="location"]')).toHaveAttribute('href', section);
    }
  });

  test('a statistic stands with its date and its source', async ({ page }) => {
    await open(page, numbers);
    const statistic = page.locator('.statistic').first();
    const values = await statistic.locator('.statistic-value').count();
    await expect(statistic.locator('.statistic-as-of')).toHaveText(Array(values).fill(/\d{4}/));
    await expect(statistic.locator('.statistic-source')).toHaveCount(values);
    await statistic.locator('.statistic-source').getByRole('link').first().click();
    await expect(page.locator(':target')).toBeVisible();
  });

  test('a table scrolls by itself, from the keyboard too, and its first column stays', async ({ page, viewport }) => {
    await open(page, chapter);
    const region = page.locator('.prose > .table-scroll').first();
    await expect(region).toHaveAttribute('role', 'region');
    await expect(region).toHaveAttribute('tabindex', '0');
    expect(await region.evaluate((box) => box.getAttribute('aria-label') ?? box.getAttribute('aria-labelledby'))).toMatch(/\S/);
    if (viewport.width > 600) return;
    const wide = page.locator('.worksheet .table-scroll').first();
    const label = wide.locator('tbody tr > :first-child').first();
    await wide.scrollIntoViewIfNeeded();
    const before = (await label.boundingBox()).x;
    await wide.focus();
    await wide.evaluate((box) => { box.scrollLeft = 400; });
    expect(await wide.evaluate((box) => box.scrollLeft)).toBeGreaterThan(50);
    expect(Math.abs((await label.boundingBox()).x - before)).toBeLessThan(24);
    // A column of sentences holds words enough for a line.
    const cell = await region.locator('tbody tr').first().locator('td').nth(1).boundingBox();
    expect(cell.width).toBeGreaterThan(110);
  });
});

test.describe('once', () => {
  test.beforeEach(() => test.skip(test.info().project.name !== 'desk', 'the same on every screen'));

  test('diagrams are text, in the language of their page', () => {
    const words = { vi: 'Khung truyền thông thống nhất', en: 'Unified communication framework' };
    for (const [locale, title] of Object.entries(words)) {
      const html = readFileSync(join(site, `${locale}/khung/index.html`), 'utf8');
      const [image] = html.match(/<img[^>]*\.svg[^>]*>/);
      const [source, alt] = [/src="?([^"\s>]+)/, /alt="([^"]+)/].map((attribute) => image.match(attribute)[1]);
      const drawing = readFileSync(join(site, locale, 'khung', source), 'utf8');
      expect(drawing).toContain(title);
      expect(drawing.match(/<text/g).length).toBeGreaterThan(10);
      expect(alt.length).toBeGreaterThan(40);
    }
  });

  for (const [name, path] of [['start', 'vi/index.html'], ['chapter', chapter], ['framework', framework], ['search', 'vi/search.html'], ['form', 'vi/cong-cu/mau-bao-cao.html']]) {
    for (const scheme of ['light', 'dark']) {
      test(`high contrast of the ${name} page: seven to one, ${scheme}`, async ({ page }) => {
        await page.emulateMedia({ colorScheme: scheme });
        await page.goto(`file://${join(site, path)}`);
        await page.locator('.appearance summary').click();
        await page.getByRole('button', { name: 'Tương phản cao' }).click();
        await page.keyboard.press('Escape');
        const { violations } = await new AxeBuilder({ page }).withRules(['color-contrast', 'color-contrast-enhanced']).analyze();
        expect(violations.map((v) => `${v.id}: ${v.nodes.map((n) => n.target.join(' ')).join(', ')}`)).toEqual([]);
      });
    }

    test(`what is pressed on the ${name} page is 24 points or more`, async ({ page }) => {
      for (const width of [360, 1440]) {
        await page.setViewportSize({ width, height: 800 });
        await page.goto(`file://${join(site, path)}`);
        const small = await page.evaluate(() => [...document.querySelectorAll('button, summary, input, select, textarea, nav a, header a, footer a, .stone')]
          .filter((target) => target.checkVisibility({ visibilityProperty: true }) && !target.closest('.visually-hidden') && !target.matches('.skip-link'))
          .map((target) => [target.outerHTML.slice(0, 80), target.getBoundingClientRect()])
          .filter(([, { width, height }]) => width > 1 && Math.min(width, height) < 24)
          .map(([what, { width, height }]) => `${what} ${width.toFixed(1)} × ${height.toFixed(1)}`));
        expect(small).toEqual([]);
      }
    });
  }

  test('on paper: the text in black, no frame of the screen, addresses written out, tables whole', async ({ page }) => {
    for (const path of [chapter, numbers, framework]) {
      await page.goto(`file://${join(site, path)}`);
      await page.emulateMedia({ media: 'print', colorScheme: 'dark' });
      for (const part of ['.site-header', '.part-nav', '.on-this-page', '.pager', '.site-footer', '.page-tools']) {
        await expect(page.locator(part).first()).toBeHidden();
      }
      const ink = await page.locator('.prose > p').first().evaluate((p) => [getComputedStyle(p).color, getComputedStyle(document.body).backgroundColor]);
      expect(ink[0]).toBe('rgb(0, 0, 0)');
      expect(['rgb(255, 255, 255)', 'rgba(0, 0, 0, 0)']).toContain(ink[1]);
      const cut = await page.evaluate(() => [...document.querySelectorAll('.table-scroll')].filter((box) => getComputedStyle(box).overflowX !== 'visible').length);
      expect(cut).toBe(0);
      await page.emulateMedia({ media: null });
    }
    await page.goto(`file://${join(site, 'vi/nguon.html')}`);
    await page.emulateMedia({ media: 'print' });
    const outside = page.locator('.prose a.external').first();
    expect(await outside.evaluate((a) => getComputedStyle(a, '::after').content)).toContain('http');
  });

  test('nothing is kept on the device of who only reads', async ({ page, context }) => {
    for (const path of ['vi/index.html', chapter, 'vi/search.html', 'vi/cong-cu/mau-ke-hoach.html']) await page.goto(`file://${join(site, path)}`);
    expect(await page.evaluate(() => [Object.keys(localStorage), Object.keys(sessionStorage), document.cookie])).toEqual([[], [], '']);
    expect(await context.cookies()).toEqual([]);
  });

  test('every page has the strict policy and nothing that runs or styles inline', () => {
    for (const name of Object.keys(sites)) {
      for (const path of pages(sites[name]).filter((path) => !path.startsWith('download/'))) {
        const html = readFileSync(join(sites[name], path), 'utf8');
        const [, policy] = html.match(/<meta\b(?=[^>]*Content-Security-Policy)[^>]*content="([^"]+)"/) ?? [];
        expect(policy, path).toContain("default-src 'self'");
        expect(policy, path).not.toContain('unsafe');
        expect(html.match(/<[^>]*\s(?:style|on\w+)=|<style|<script(?![^>]*\ssrc=)[^>]*>|(?:src|srcset)="?(?:https?:)?\/\//i)?.[0], path).toBeUndefined();
      }
    }
  });
});
