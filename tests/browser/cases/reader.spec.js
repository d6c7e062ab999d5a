// A reader's aids: how the text looks, where one was, citing, sharing, reporting, what is out of date, large images.
import { test, expect } from '@playwright/test';
import AxeBuilder from '@axe-core/playwright';
import jsQR from 'jsqr';
import { fileAddress, serve, sites } from '../lib/site.js';

const long = 'vi/a/dai.html';
let server;
test.beforeAll(async () => { server = await serve(sites.tools); });
test.afterAll(() => server.close());
const http = (page) => new URL(page, server.address).href;
const file = (page) => fileAddress(sites.tools, page);
const faults = async (page) => {
  const { violations } = await new AxeBuilder({ page })
    .withTags(['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice']).analyze();
  return violations.map((v) => `${v.id}: ${v.nodes.map((n) => n.target.join(' ')).join(', ')}`);
};

for (const [way, address] of [['http', http], ['file', file]]) {
  test(`size, typeface and contrast are remembered from page to page (${way})`, async ({ page }) => {
    await page.goto(address(long));
    const size = () => page.locator('.prose p').first().evaluate((p) => parseFloat(getComputedStyle(p).fontSize));
    const before = await size();
    await page.locator('.appearance summary').click();
    await page.getByRole('button', { name: 'Cỡ chữ: 125 %' }).click();
    await page.getByRole('button', { name: 'Chữ có chân' }).click();
    await page.getByRole('button', { name: 'Tương phản cao' }).click();
    await page.goto(address('vi/a/qua-han.html'));
    expect(await size()).toBeGreaterThan(before * 1.15);
    expect(await page.locator('.prose p').first().evaluate((p) => getComputedStyle(p).fontFamily)).toMatch(/^"?Source Serif/);
    await expect(page.locator('html')).toHaveAttribute('data-contrast', 'high');
    const sideways = await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
    expect(sideways).toBeLessThanOrEqual(0);
    await page.locator('.appearance summary').click();
    await expect(page.getByRole('button', { name: 'Cỡ chữ: 125 %' })).toHaveAttribute('aria-pressed', 'true');
    expect(await faults(page)).toEqual([]);
    await page.getByRole('button', { name: 'Cỡ chữ: 100 %' }).click();
    await page.getByRole('button', { name: 'Chữ có chân' }).click();
    await page.reload();
    expect(await size()).toBeCloseTo(before, 0);
  });

  test(`the place one was reading is offered, once, and leads there (${way})`, async ({ page }) => {
    await page.goto(address(long));
    await expect(page.locator('.resume')).toHaveCount(0);
    await page.locator('#muc-5').evaluate((h) => h.scrollIntoView());
    await page.waitForTimeout(700);
    await page.goto(address('vi/a/phieu.html'));
    await page.goto(address(long));
    const offer = page.getByRole('link', { name: /Đọc tiếp chỗ lần trước: 2\.5 Mục 5/ });
    await expect(offer).toBeVisible();
    expect(await faults(page)).toEqual([]);
    await offer.click();
    await expect(page.locator('#muc-5')).toBeInViewport();
    await expect(page.locator('.resume')).toHaveCount(0);
    await page.goto(`${address(long)}#muc-2`);
    await expect(page.locator('.resume')).toHaveCount(0);
  });
}

test('the offer can be dismissed, and a page read to its end is not offered', async ({ page }) => {
  await page.goto(http(long));
  await page.locator('#muc-5').evaluate((h) => h.scrollIntoView());
  await page.waitForTimeout(700);
  await page.goto(http('vi/a/phieu.html'));
  await page.goto(http(long));
  await page.getByRole('button', { name: 'Bỏ qua' }).click();
  await expect(page.locator('.resume')).toHaveCount(0);
  await page.evaluate(() => scrollTo(0, document.body.scrollHeight));
  await page.waitForTimeout(700);
  await page.goto(http('vi/a/phieu.html'));
  await page.goto(http(long));
  await page.waitForTimeout(300);
  await expect(page.locator('.resume')).toHaveCount(0);
});

/** Opens what a place's own link offers. */
async function share(page, path, place) {
  await page.context().grantPermissions(['clipboard-read', 'clipboard-write']);
  await page.goto(path);
  await page.locator(place).focus();
  await page.keyboard.press('Enter');
  await expect(page.getByRole('dialog')).toBeVisible();
  return page.getByRole('dialog');
}
const copied = (page) => page.evaluate(() => navigator.clipboard.readText());

test('a clause is cited from the smallest to the largest, with book, edition and address', async ({ page }) => {
  const clause = await (await page.goto(http(long))) && await page.locator('.clause').nth(2).getAttribute('id');
  const dialog = await share(page, http(long), `a.self-link[href="#${clause}"]`);
  await expect(dialog.getByRole('status')).toHaveText('Đã chép đường dẫn');
  expect(await copied(page)).toBe(`${http(long)}#${clause}`);
  await dialog.getByRole('button', { name: 'Chép lời trích dẫn' }).click();
  await expect(dialog.getByRole('status')).toHaveText('Đã chép lời trích dẫn');
  expect(await copied(page)).toBe(
    `Điểm đ, mục 2.3, “Dài”, Sổ tay thử, bản thử 2, ngày 1/9/2026. ${http(long)}#${clause}`,
  );
  const mail = decodeURIComponent(await dialog.getByRole('link', { name: 'Báo lỗi ở chỗ này' }).getAttribute('href'));
  expect(mail).toMatch(/^mailto:camnang@example\.vn\?subject=Sổ tay thử: điểm đ, mục 2\.3, Dài&body=/);
  expect(mail).toContain(`#${clause}`);
  await expect(dialog.locator('svg')).toBeVisible();
  expect(await faults(page)).toEqual([]);
  await page.keyboard.press('Escape');
  await expect(dialog).toBeHidden();
  await expect(page.locator(`a.self-link[href="#${clause}"]`)).toBeFocused();
});

test('the page as a whole is cited from the button under it', async ({ page }) => {
  await page.goto(http(long));
  await page.getByRole('button', { name: 'Trích dẫn, chia sẻ trang này' }).click();
  await expect(page.locator('.share-citation')).toHaveText(`“Dài”, Sổ tay thử, bản thử 2, ngày 1/9/2026. ${http(long)}`);
  await page.getByRole('dialog').getByRole('button', { name: 'Đóng' }).click();
  await expect(page.getByRole('dialog')).toBeHidden();
});

test('from a disk there is no address to hand on, but a citation', async ({ page }) => {
  const dialog = await share(page, file(long), 'a.self-link[href="#muc-2"]');
  await expect(dialog.locator('.share-citation')).toHaveText('Mục 2.2, “Dài”, Sổ tay thử, bản thử 2, ngày 1/9/2026.');
  await expect(dialog.getByRole('button', { name: 'Chép đường dẫn' })).toBeHidden();
  await expect(dialog.locator('.share-code')).toBeHidden();
});

test('the drawn code is read back by an independent decoder, at every size', async ({ page }) => {
  const dialog = await share(page, http(long), 'a.self-link[href="#muc-2"]');
  await expect(dialog.locator('svg')).toBeVisible();
  const drawn = async (text) => page.evaluate((t) => {
    const svg = window.camnangCode(t);
    return svg && { width: Number(svg.getAttribute('viewBox').split(' ')[2]), path: svg.firstChild.getAttribute('d') };
  }, text);
  const read = ({ width, path }) => {
    const scale = 4;
    const pixels = new Uint8ClampedArray(width * width * scale * scale * 4).fill(255);
    for (const [, x, y] of path.matchAll(/M(\d+) (\d+)/g)) {
      for (let dy = 0; dy < scale; dy += 1) {
        for (let dx = 0; dx < scale; dx += 1) {
          const at = ((y * scale + dy) * width * scale + x * scale + dx) * 4;
          pixels.fill(0, at, at + 3);
        }
      }
    }
    return jsQR(pixels, width * scale, width * scale)?.data;
  };
  const widths = new Set();
  for (let length = 8; length <= 660; length += 12) {
    const text = `https://a.example/${'đường-dẫn%20/abc123?'.repeat(40)}`.slice(0, Math.floor(length * 0.75));
    const code = await drawn(text);
    widths.add(code.width);
    expect(read(code), `${text.length} letters, ${code.width} wide`).toBe(text);
  }
  expect(widths.size).toBeGreaterThanOrEqual(19);
  expect(await drawn('x'.repeat(700))).toBe(null);
  const shown = await dialog.locator('svg path').getAttribute('d');
  expect(shown).toBe((await drawn(`${http(long)}#muc-2`)).path);
});

test('a page past its review says so; one that is not, and a build without a clock, do not', async ({ page }) => {
  await page.goto(http('vi/a/qua-han.html'));
  await expect(page.getByText('Trang này lẽ ra được rà soát trước ngày 31/1/2020')).toBeVisible();
  await page.goto(http('vi/a/phieu.html'));
  await expect(page.locator('.overdue-notice')).toBeHidden();
  await page.clock.setFixedTime(new Date('2099-02-01T12:00:00Z'));
  await page.goto(http('vi/a/phieu.html'));
  await expect(page.locator('.overdue-notice')).toBeVisible();
});

test('an image opens large by keyboard and closes again', async ({ page }) => {
  await page.goto(http('vi/a/qua-han.html'));
  const button = page.getByRole('button', { name: 'Xem hình lớn: Sơ đồ các bước' });
  await button.focus();
  await page.keyboard.press('Enter');
  const dialog = page.getByRole('dialog', { name: 'Sơ đồ các bước' });
  await expect(dialog.locator('img')).toBeVisible();
  const { width } = await dialog.boundingBox();
  expect(width).toBeGreaterThanOrEqual(page.viewportSize().width - 1);
  expect(await faults(page)).toEqual([]);
  await page.keyboard.press('Escape');
  await expect(dialog).toHaveCount(0);
  await expect(button).toBeFocused();
});

test.describe('without JavaScript', () => {
  test.use({ javaScriptEnabled: false });
  test('dates stand there, mistakes can be reported, and no dead button shows', async ({ page }) => {
    await page.goto(file('vi/a/qua-han.html'));
    await expect(page.getByText('Rà soát trước ngày 31/1/2020', { exact: true })).toBeVisible();
    await expect(page.getByText('Sửa lần cuối ngày 10/3/2019')).toBeVisible();
    const mail = decodeURIComponent(await page.getByRole('link', { name: 'Báo lỗi ở trang này' }).getAttribute('href'));
    expect(mail).toContain('mailto:camnang@example.vn?subject=Sổ tay thử: Quá hạn&body=Quá hạn\r\nvi/a/qua-han.html');
    await expect(page.getByRole('button', { name: /Trích dẫn/ })).toBeHidden();
    await expect(page.locator('.overdue-notice')).toBeHidden();
  });
});
