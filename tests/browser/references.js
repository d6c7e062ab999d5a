// Takes the pictures of every kind of page that `cases/looks.spec.js` compares with. Usage: node references.js [NAME]...,
// after the sites are built; then look at each that changed before committing it.
import { mkdirSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { launch } from './lib/chromium.js';
import { picture, references, shots } from './lib/looks.js';

const asked = process.argv.slice(2);
const browser = await launch();
try {
  mkdirSync(references, { recursive: true });
  if (!asked.length) readdirSync(references).forEach((name) => rmSync(join(references, name)));
  let bytes = 0;
  for (const shot of shots.filter(({ name }) => !asked.length || asked.some((part) => name.startsWith(part)))) {
    const page = await browser.newPage();
    const taken = await picture(page, shot);
    writeFileSync(join(references, `${shot.name}.webp`), taken);
    bytes += taken.length;
    await page.close();
  }
  console.log(`${bytes} bytes`);
} finally {
  await browser.close();
}
