// Takes the pictures of the editors' previews that `cases/previews.spec.js` compares with. Usage: node previews.js; then look at
// each that changed before committing it.
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { launch } from './lib/chromium.js';
import { picture, screens, served, shots } from './lib/previews.js';

const browser = await launch();
const site = await served('previews-taken');
try {
  for (const shot of shots) writeFileSync(join(screens, `${shot.name}.webp`), await picture(browser, site, shot));
} finally {
  site.stop();
  await browser.close();
}
