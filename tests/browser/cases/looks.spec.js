// Every kind of page looks as it did when somebody last looked at it: in Vietnamese, English and Arabic, light and dark,
// on a phone and on a desk. After a change that is meant: `node references.js`, and look.
import { test, expect } from '@playwright/test';
import { apart, picture, reference, shots } from '../lib/looks.js';

/** Which share of a picture may differ. */
const NEAR = 0.03;

test.beforeEach(() => test.skip(test.info().project.name !== 'desk', 'sets its own screens'));

const kinds = [...new Set(shots.map(({ kind }) => kind))];
for (const kind of kinds) {
  test(`${kind} looks as it did`, async ({ page, browser }) => {
    test.setTimeout(120_000);
    const lens = await browser.newPage();
    const changed = [];
    for (const shot of shots.filter((shot) => shot.kind === kind)) {
      const share = await apart(lens, await picture(page, shot), reference(shot));
      if (share > NEAR) changed.push(`${shot.name}: ${(share * 100).toFixed(1)} %`);
    }
    await lens.close();
    expect(changed).toEqual([]);
  });
}

const dressed = [
  ['start-vi-360-light', 'style'], ['start-ar-1440-dark', 'start'], ['letter-vi-1440-light', 'letters'], ['index-en-360-dark', 'entry'],
  ['form-vi-360-light', 'forms'], ['search-vi-1440-light', 'search'], ['glossary-en-360-light', 'lists'],
];
for (const [name, sheet] of dressed) {
  test(`${name} without the sheet ${sheet} does not`, async ({ page, browser }) => {
    let lost = 0;
    await page.route(new RegExp(`/${sheet}\\.[0-9a-f]+\\.css$`), (route) => {
      lost += 1;
      return route.abort();
    });
    const lens = await browser.newPage();
    const shot = shots.find((shot) => shot.name === name);
    const share = await apart(lens, await picture(page, shot), reference(shot));
    await lens.close();
    expect(lost).toBe(1);
    expect(share).toBeGreaterThan(NEAR);
  });
}
