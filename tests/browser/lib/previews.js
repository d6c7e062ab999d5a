// What editors see while they write: faults over the page, the printed pages, the translation beside its source. How each is
// brought about, and its picture taken.
import { cpSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { repository } from './site.js';
import { started } from './started.js';

/** Where the pictures are kept. */
export const screens = join(repository, 'tests/browser/screens');
const program = join(repository, 'target/debug/camnang');

/** The widths of a phone and of a desk, and how high each is. */
const sizes = { 360: 740, 1440: 900 };

const kinds = {
  async overlay({ page, address, file, text }) {
    await page.goto(`${address}vi/quy-che.html`);
    writeFileSync(file, `${text}\n\nXem [quy định kèm theo](khong-co.md) trước khi ký.\n`);
    await page.getByRole('alert').getByText('khong-co.md').first().waitFor({ timeout: 60_000 });
  },
  async print({ page, address }) {
    await page.goto(`${address}_preview/print?from=vi/quy-che.html`);
    await page.locator('#pages[aria-busy=false] li').first().waitFor({ state: 'attached', timeout: 120_000 });
    const images = () => [...document.querySelectorAll('#pages img[src]')];
    await page.waitForFunction(() => [...document.querySelectorAll('#pages img[src]')].some((image) => image.complete && image.naturalWidth > 0));
    await page.evaluate(`Promise.all((${images})().map((image) => image.decode()))`);
    await page.frameLocator('#frame').locator('main p').first().waitFor({ state: 'attached' });
  },
  async translation({ page, address }) {
    await page.goto(`${address}_preview/translation?page=fr/quy-che.html`);
    await page.locator('.pairs > li').first().waitFor();
  },
};

/** Every picture. */
export const shots = Object.keys(kinds).flatMap((kind) => Object.entries(sizes).map(([width, height]) => ({
  name: `${kind}-${width}`, kind, viewport: { width: Number(width), height },
})));

/** A handbook of the tests, served from a copy: `{ address, file, text, stop }`; the file is the chapter that is edited. */
export async function served(name) {
  const project = join(repository, 'target/sites', name);
  rmSync(project, { recursive: true, force: true });
  cpSync(join(repository, 'tests/sites/translate'), project, { recursive: true });
  const file = join(project, 'content/quy-che.md');
  const { address, stop } = await started(program, ['--lang', 'vi', 'serve', project, '--port', '0'], {}, /(http:\/\/127\.0\.0\.1:\d+\/)/);
  return { address, file, text: readFileSync(file, 'utf8'), stop };
}

/** A preview as it stands, at half its size. */
export async function picture(browser, site, shot) {
  const context = await browser.newContext({ viewport: shot.viewport, locale: 'vi-VN', reducedMotion: 'reduce' });
  const page = await context.newPage();
  try {
    await kinds[shot.kind]({ page, ...site });
    await page.evaluate(() => document.fonts.ready);
    await page.waitForTimeout(500);
    const session = await context.newCDPSession(page);
    const { data } = await session.send('Page.captureScreenshot', { format: 'webp', quality: 60, clip: { x: 0, y: 0, ...shot.viewport, scale: 0.5 } });
    return Buffer.from(data, 'base64');
  } finally {
    await context.close();
    writeFileSync(site.file, site.text);
  }
}
