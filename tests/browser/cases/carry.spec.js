// Without a connection: the ZIP from a disk, the one file, and the site kept by the browser.
import { test, expect } from '@playwright/test';
import AxeBuilder from '@axe-core/playwright';
import { execFileSync } from 'node:child_process';
import { copyFileSync, cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { serve, sites } from '../lib/site.js';

const single = (name) => pathToFileURL(join(sites.gallery, `download/handbook-${name}.html`)).href;

const faultless = async (page) => {
  const { violations } = await new AxeBuilder({ page })
    .withTags(['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'])
    .analyze();
  expect(violations.map((v) => `${v.id}: ${v.nodes.map((n) => n.target.join(' ')).join(', ')}`)).toEqual([]);
};

const fits = async (page) => {
  const wider = await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
  expect(wider, 'scrolls sideways').toBeLessThanOrEqual(0);
};

test.describe('the ZIP', () => {
  let folder;
  test.beforeAll(() => {
    folder = mkdtempSync(join(tmpdir(), 'camnang-zip-'));
    execFileSync('python3', ['-m', 'zipfile', '-e', join(sites.gallery, 'download/handbook-vi.zip'), folder]);
  });
  test.afterAll(() => rmSync(folder, { recursive: true, force: true }));

  test('opens by its first page, and its search finds', async ({ page }) => {
    const faults = [];
    page.on('console', (message) => message.type() === 'error' && faults.push(message.text()));
    await page.goto(pathToFileURL(join(folder, 'Mo-cam-nang.html')).href);
    await page.waitForURL(/handbook\/vi\/index\.html$/);
    await expect(page.locator('a[hreflang]')).toHaveCount(0);
    await expect(page.locator('[data-offline]')).toBeHidden();
    const found = await page.evaluate(async () => {
      const link = document.querySelector('[data-search-script]');
      await new Promise((resolve, reject) => {
        const script = document.createElement('script');
        Object.assign(script, { src: link.dataset.searchScript, onload: resolve, onerror: reject });
        document.head.append(script);
      });
      const index = await window.camnang.search.open(new URL(link.dataset.searchData, document.baseURI).href);
      return (await index.search('cong van')).hits.map((hit) => hit.href);
    });
    expect(found.length).toBeGreaterThan(0);
    expect(faults).toEqual([]);
  });

  test('inside a ZIP viewer its first page says: extract first', async ({ page }) => {
    const alone = mkdtempSync(join(tmpdir(), 'camnang-alone-'));
    copyFileSync(join(folder, 'Mo-cam-nang.html'), join(alone, 'Mo-cam-nang.html'));
    await page.goto(pathToFileURL(join(alone, 'Mo-cam-nang.html')).href);
    await expect(page.getByText('Hãy giải nén trước')).toBeVisible();
    await expect(page.getByRole('link')).toHaveCount(0);
    rmSync(alone, { recursive: true, force: true });
  });

  test.describe('without JavaScript', () => {
    test.use({ javaScriptEnabled: false });
    test('its first page leads on by a link', async ({ page }) => {
      await page.goto(pathToFileURL(join(folder, 'Mo-cam-nang.html')).href);
      await expect(page.getByText('Hãy giải nén trước')).toBeHidden();
      await page.getByRole('link', { name: 'Mở cẩm nang' }).click();
      await expect(page).toHaveURL(/handbook\/vi\/index\.html$/);
    });
  });
});

test.describe('the one file', () => {
  for (const locale of ['vi', 'en', 'ar']) {
    for (const place of ['', '#moi-khoi']) {
      test(`${locale}${place} opens without a fault and without asking for anything`, async ({ page }) => {
        const faults = [];
        page.on('console', (message) => message.type() === 'error' && faults.push(message.text()));
        page.on('pageerror', (error) => faults.push(error.message));
        page.on('request', (request) => /^(file|data):/.test(request.url()) || faults.push(request.url()));
        await page.goto(single(locale) + place);
        await expect(page.locator('h1:visible')).toHaveCount(1);
        await fits(page);
        await faultless(page);
        expect(faults).toEqual([]);
      });
    }
  }

  test('search leads to the place that was found', async ({ page }) => {
    await page.goto(single('vi'));
    await page.getByRole('searchbox').fill('trang con');
    await expect(page.locator('.single-results li').first()).toBeVisible();
    await expect(page.locator('.single-count')).toContainText(/[1-9]/);
    await faultless(page);
    await page.locator('.single-results a', { hasText: 'Trang con' }).first().click();
    await expect(page.locator('h1:visible')).toHaveText(/Trang con/);
    await expect(page.locator('.single-results')).toBeHidden();
    await page.getByRole('searchbox').fill('zzzz');
    await expect(page.locator('.single-count')).toHaveText('Không tìm thấy.');
  });

  test.describe('without JavaScript', () => {
    test.use({ javaScriptEnabled: false });
    test('links lead from page to page, and the whole book can be shown at once', async ({ page }) => {
      await page.goto(single('vi'));
      await expect(page.getByRole('searchbox')).toBeHidden();
      await page.locator('#_contents a', { hasText: 'Trang con' }).click();
      await expect(page.locator('h1:visible')).toHaveText(/Trang con/);
      await page.locator('.leaf:visible .single-pager a').first().click();
      await expect(page.locator('h1:visible')).toHaveText(/Mọi khối/);
      await page.goto(`${single('vi')}#_all`);
      expect(await page.locator('h1:visible').count()).toBeGreaterThan(5);
    });
  });
});

test.describe('kept by the browser', () => {
  let folder;
  let server;
  test.beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), 'camnang-kept-'));
    cpSync(sites.gallery, folder, { recursive: true });
    server = await serve(folder);
  });
  test.afterAll(() => {
    server.close();
    rmSync(folder, { recursive: true, force: true });
  });

  const control = (page) => page.locator('[data-offline]');

  test('keeps nothing unasked, names the size, opens without a connection, tells of a new version, and goes', async ({ page, context }) => {
    // Every file is put on the disk, twice.
    test.setTimeout(120_000);
    await page.goto(`${server.address}vi/index.html`);
    const stored = () => page.evaluate(async () => ({
      caches: await caches.keys(),
      workers: (await navigator.serviceWorker.getRegistrations()).length,
    }));
    expect(await stored()).toEqual({ caches: [], workers: 0 });
    await control(page).getByRole('button').click();
    await expect(control(page).getByRole('button')).toHaveText(/\d+ kB/);
    expect(await stored()).toEqual({ caches: [], workers: 0 });
    await faultless(page);
    await page.evaluate(() => {
      window.told = [];
      const status = document.querySelector('[data-offline-status]');
      new MutationObserver(() => window.told.push(status.textContent)).observe(status, { childList: true, characterData: true, subtree: true });
    });
    await control(page).getByRole('button').click();
    await expect(control(page)).toContainText('Đã giữ trên máy này', { timeout: 50_000 });
    const told = (await page.evaluate(() => window.told)).map((text) => text.match(/^Đang giữ: (\d+)%$/)?.[1]).filter(Boolean).map(Number);
    expect(told.length, 'how far it is').toBeGreaterThan(3);
    expect(told).toEqual([...told].sort((a, b) => a - b));
    expect((await stored()).caches).toHaveLength(1);

    await context.setOffline(true);
    for (const path of ['vi/moi-khoi.html', 'vi/khung/mot.html', 'vi/search.html', 'vi/']) {
      await page.goto(server.address + path);
      await expect(page.locator('h1')).toHaveCount(1);
      expect(await page.evaluate(() => getComputedStyle(document.body).fontFamily)).toContain('Be Vietnam Pro');
    }
    const broken = await page.goto(`${server.address}en/index.html`).catch(() => null);
    expect(broken, 'a language that nobody kept').toBeNull();
    await context.setOffline(false);

    const list = join(folder, 'vi/offline.json');
    const next = JSON.parse(readFileSync(list, 'utf8'));
    const changed = join(folder, 'vi/trang-con.html');
    writeFileSync(changed, readFileSync(changed, 'utf8').replaceAll('Trang con', 'Trang mới'));
    next.version = 'next';
    next.files.find((file) => file[0] === 'vi/trang-con.html')[1] = 'other';
    writeFileSync(list, JSON.stringify(next));
    await page.goto(`${server.address}vi/moi-khoi.html`);
    await expect(control(page)).toContainText('Cẩm nang có bản mới');
    await faultless(page);
    await control(page).getByRole('button').first().click();
    await expect(control(page)).toContainText('Đã giữ trên máy này', { timeout: 50_000 });
    await context.setOffline(true);
    await page.goto(`${server.address}vi/trang-con.html`);
    await expect(page.locator('body')).toContainText('Trang mới');
    await context.setOffline(false);

    await control(page).getByRole('button').click();
    await expect(control(page).getByRole('button')).toHaveText(/kB/);
    expect(await stored()).toEqual({ caches: [], workers: 0 });
  });

  test('what cannot be kept whole is not kept', async ({ page }) => {
    const missing = join(folder, 'vi/khung/mot.html');
    const text = readFileSync(missing);
    rmSync(missing);
    await page.goto(`${server.address}vi/index.html`);
    await control(page).getByRole('button').click();
    await expect(control(page).getByRole('button')).toHaveText(/kB/);
    await control(page).getByRole('button').click();
    await expect(control(page)).toContainText('Không giữ được');
    expect(await page.evaluate(() => caches.keys())).toEqual([]);
    writeFileSync(missing, text);
  });

  test('the manifest names where to begin, and over a disk there is nothing to keep', async ({ page }) => {
    await page.goto(`${server.address}ar/index.html`);
    const manifest = await page.evaluate(async () => {
      const link = document.querySelector('link[rel="manifest"]');
      return { address: link.href, ...(await (await fetch(link.href)).json()) };
    });
    expect(new URL(manifest.start_url, manifest.address).href).toBe(`${server.address}ar/index.html`);
    expect(new URL(manifest.scope, manifest.address).href).toBe(server.address);
    expect([manifest.lang, manifest.dir, manifest.icons.length]).toEqual(['ar', 'rtl', 1]);
    const session = await page.context().newCDPSession(page);
    const { installabilityErrors } = await session.send('Page.getInstallabilityErrors');
    // A test's window forgets everything, which no manifest can change.
    expect(installabilityErrors.map(({ errorId }) => errorId).filter((id) => id !== 'in-incognito')).toEqual([]);
    await page.goto(pathToFileURL(join(folder, 'vi/index.html')).href);
    await expect(control(page)).toBeHidden();
  });
});
