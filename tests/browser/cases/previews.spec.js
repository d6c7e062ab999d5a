// Faults over a page, printed pages and a translation beside its source look as they did when somebody last looked at them, on
// a phone and on a desk. After a change that is meant: `node previews.js`, and look.
import { test, expect } from '@playwright/test';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { apart } from '../lib/looks.js';
import { picture, screens, served, shots } from '../lib/previews.js';

/** Which share of a picture may differ. */
const NEAR = 0.05;

test.describe.configure({ mode: 'serial', timeout: 240_000 });
test.beforeEach(() => test.skip(test.info().project.name !== 'desk', 'sets its own screens'));

let site;
test.beforeAll(async ({}, info) => {
  if (info.project.name === 'desk') site = await served('previews-compared');
});
test.afterAll(() => site?.stop());

for (const kind of new Set(shots.map((shot) => shot.kind))) {
  test(`${kind} looks as it did`, async ({ browser }) => {
    const lens = await browser.newPage();
    const changed = [];
    for (const shot of shots.filter((shot) => shot.kind === kind)) {
      const share = await apart(lens, await picture(browser, site, shot), readFileSync(join(screens, `${shot.name}.webp`)));
      if (share > NEAR) changed.push(`${shot.name}: ${(share * 100).toFixed(1)} %`);
    }
    await lens.close();
    expect(changed).toEqual([]);
  });
}
