// How long from saving a file until the open page has changed in Chromium.
// Usage: node tests/bench/serve.js CAMNANG DIR PAGE [EDITS] [LOCALE_PAGE CATALOG]
//   CAMNANG: the program; DIR: a handbook (it is copied first); PAGE: the chapter to edit, below its content folder.
import { cpSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { spawn } from 'node:child_process';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { chromium } from '../browser/node_modules/@playwright/test/index.mjs';
import { launchOptions } from '../browser/lib/chromium.js';

const [program, folder, page, count = '50', foreign, catalog] = process.argv.slice(2);
if (!program || !folder || !page) {
  console.error('usage: node serve.js CAMNANG DIR PAGE [EDITS] [LOCALE_PAGE CATALOG]');
  process.exit(2);
}
const repository = join(dirname(fileURLToPath(import.meta.url)), '../..');
const project = mkdtempSync(join(tmpdir(), 'camnang-serve-'));
const content = readFileSync(join(folder, 'handbook.toml'), 'utf8').match(/^content = "(.*)"/m)?.[1] ?? 'content';
for (const name of ['handbook.toml', 'handbook.lock', content, 'i18n', 'theme']) {
  if (existsSync(join(folder, name))) cpSync(join(folder, name), join(project, name), { recursive: true });
}
const read = (path) => readFileSync(join(project, path), 'utf8');
const write = (path, text) => {
  mkdirSync(dirname(join(project, path)), { recursive: true });
  writeFileSync(join(project, path), text);
};
const html = (path) => path.replace(/\.md$/, '.html');

// The texts before any edit, and what each edit puts where; `word` is what must then be seen.
const chapter = read(`${content}/${page}`);
const summary = read(`${content}/SUMMARY.md`);
const config = read('handbook.toml');
const base = readFileSync(join(repository, 'themes/default/templates/base.html'), 'utf8');
const own = `vi/${html(page)}`;
const kinds = {
  chapter: { at: own, save: (word) => write(`${content}/${page}`, `${chapter}\n${word}\n`) },
  heading: { at: own, save: (word) => write(`${content}/${page}`, `${chapter}\n## ${word}\n`) },
  template: { at: own, save: (word) => write('theme/templates/base.html', base.replace('</body>', `<p>${word}</p></body>`)) },
  stylesheet: { at: own, style: true, save: (word) => write('theme/css/zz.css', `:root{--bench:${word}}`) },
  SUMMARY: {
    at: own,
    save: (word) => write(`${content}/SUMMARY.md`, summary.replace(`](${page})`, ` ${word}](${page})`)),
  },
  configuration: { at: own, save: (word) => write('handbook.toml', config.replace(/^title = "/m, `title = "${word} `)) },
};
if (foreign && catalog) {
  const text = read(catalog);
  // The first translated message after the header that the page shows.
  const said = [...text.matchAll(/^msgstr "([^"\\]{20,})"$/gm)].map((match) => match[1]);
  kinds.catalog = { at: foreign, said, save: (word, old) => write(catalog, text.replace(`msgstr "${old}"`, `msgstr "${word} ${old}"`)) };
}

const server = spawn(program, ['serve', project, '--port', '0', '--lang', 'en'], { stdio: ['ignore', 'ignore', 'pipe'] });
const address = await new Promise((resolve) => {
  let said = '';
  server.stderr.on('data', (data) => {
    said += data;
    const found = said.match(/http:\/\/127\.0\.0\.1:\d+\//);
    if (found) resolve(found[0]);
  });
});
const browser = await chromium.launch(launchOptions);
const tab = await browser.newPage();
const now = () => performance.timeOrigin + performance.now();
const sleep = (ms) => new Promise((resolve) => setTimeout(resolve, ms));

const measure = async ({ at, save, style, said }) => {
  await tab.goto(address + at);
  await sleep(1500);
  const shown = await tab.evaluate(() => document.documentElement.textContent);
  const old = said?.find((text) => shown.includes(text));
  const times = [];
  for (let edit = 0; edit < Number(count); edit += 1) {
    const word = `word${edit}x${Math.floor(now()) % 100000}`;
    await tab.evaluate(([wanted, byStyle]) => {
      window.seen = new Promise((resolve) => {
        const time = () => performance.timeOrigin + performance.now();
        const there = () => (byStyle
          ? getComputedStyle(document.documentElement).getPropertyValue('--bench').trim() === wanted
          : document.documentElement.textContent.includes(wanted));
        const finish = (look) => there() && (resolve(time()), look?.disconnect(), true);
        if (byStyle) {
          const frame = () => finish() || setTimeout(frame, 1);
          frame();
        } else {
          new MutationObserver((_, look) => finish(look)).observe(document, { subtree: true, childList: true, characterData: true, attributes: true });
        }
      });
    }, [word, style === true]);
    const saved = now();
    save(word, old);
    const seen = await Promise.race([tab.evaluate(() => window.seen), sleep(20000)]);
    times.push(seen ? seen - saved : Infinity);
    await sleep(150 + Math.random() * 100);
  }
  return times.sort((a, b) => a - b);
};

console.log(`kind           median   p95   worst  (ms, ${count} edits each)`);
for (const [kind, edit] of Object.entries(kinds)) {
  const times = await measure(edit);
  const part = (share) => times[Math.min(times.length - 1, Math.floor(times.length * share))].toFixed(0).padStart(6);
  console.log(`${kind.padEnd(14)} ${part(0.5)} ${part(0.95)} ${part(1)}`);
}
await browser.close();
server.kill();
rmSync(project, { recursive: true, force: true });
