// Pictures of every kind of page: how each is taken, and how far two are apart.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileAddress, repository, sites } from './site.js';

/** Where the references are kept. */
export const references = join(repository, 'tests/browser/references');

// Sites of the tests: the shipped handbook's text changes with every edit, and has no right-to-left locale.
const kinds = {
  choice: ['gallery', '', 'index.html'],
  start: ['gallery', 'vi en ar', 'index.html'],
  contents: ['gallery', 'vi en ar', 'contents.html'],
  search: ['gallery', 'vi en ar', 'search.html'],
  index: ['gallery', 'vi en ar', 'a-z.html'],
  chapter: ['gallery', 'vi en ar', 'moi-khoi.html'],
  letter: ['gallery', 'vi en ar', 'cong-van.html'],
  framework: ['gallery', 'vi en ar', 'khung/index.html'],
  element: ['gallery', 'vi en ar', 'khung/mot.html'],
  glossary: ['gallery', 'vi en ar', 'thuat-ngu.html'],
  sources: ['gallery', 'vi en ar', 'nguon.html'],
  form: ['tools', 'vi en ar', 'a/phieu.html'],
};

/** Widths and heights of the screens. */
const screens = { 360: 1000, 1440: 1000 };

/** Every picture: its name, its page, its screen, its colours. */
export const shots = Object.entries(kinds).flatMap(([kind, [site, locales, path]]) => locales.split(' ').flatMap((locale) => Object.keys(screens)
  .flatMap((width) => ['light', 'dark'].map((colorScheme) => ({
    name: [kind, locale, width, colorScheme].filter(Boolean).join('-'),
    kind, locale, site, colorScheme,
    path: locale ? `${locale}/${path}` : path,
    viewport: { width: Number(width), height: screens[width] },
  })))));

/** A page as it stands, at half its size. From a disk, where fonts are there before the text; on a day that stays. */
export async function picture(page, shot) {
  await page.clock.setFixedTime(new Date('2026-01-15T09:00:00'));
  await page.setViewportSize(shot.viewport);
  await page.emulateMedia({ colorScheme: shot.colorScheme, reducedMotion: 'reduce' });
  // Asked for by its place, the choice of languages does not lead on to the browser's own.
  await page.goto(fileAddress(sites[shot.site], shot.path) + (shot.locale ? '' : '#_languages'));
  await page.evaluate(() => document.fonts.ready);
  // A blinking caret is no part of the page.
  await page.evaluate(() => document.activeElement?.blur());
  const session = await page.context().newCDPSession(page);
  const { data } = await session.send('Page.captureScreenshot', { format: 'webp', quality: 55, clip: { x: 0, y: 0, ...shot.viewport, scale: 0.5 } });
  await session.detach();
  return Buffer.from(data, 'base64');
}

/** The picture of before. */
export const reference = (shot) => readFileSync(join(references, `${shot.name}.webp`));

/**
 * Which share of two pictures differs: cut into squares of 10 points, those whose mean colour is more than `far` of 255 apart.
 * Letters that are drawn a little differently leave a square's mean nearly as it was; what has moved or lost its colour does not.
 */
export const apart = (page, one, other, far = 14) => page.evaluate(async ([pictures, far]) => {
  const SQUARE = 10;
  const [a, b] = await Promise.all(pictures.map(async (data) => {
    const image = new Image();
    image.src = `data:image/webp;base64,${data}`;
    await image.decode();
    const canvas = Object.assign(document.createElement('canvas'), { width: image.naturalWidth, height: image.naturalHeight });
    const pen = canvas.getContext('2d', { willReadFrequently: true });
    pen.drawImage(image, 0, 0);
    return pen.getImageData(0, 0, canvas.width, canvas.height);
  }));
  if (a.width !== b.width || a.height !== b.height) return 1;
  let squares = 0;
  let different = 0;
  for (let top = 0; top + SQUARE <= a.height; top += SQUARE) {
    for (let left = 0; left + SQUARE <= a.width; left += SQUARE) {
      const sums = [0, 0, 0];
      for (let y = top; y < top + SQUARE; y += 1) {
        for (let x = left; x < left + SQUARE; x += 1) {
          for (let channel = 0; channel < 3; channel += 1) {
            const at = (y * a.width + x) * 4 + channel;
            sums[channel] += a.data[at] - b.data[at];
          }
        }
      }
      squares += 1;
      different += sums.some((sum) => Math.abs(sum) / SQUARE ** 2 > far) ? 1 : 0;
    }
  }
  return different / squares;
}, [[one, other].map((bytes) => bytes.toString('base64')), far]);
