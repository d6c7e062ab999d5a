// How long from saving a chapter until its printed page has changed in Chromium's print preview.
// Usage: node tests/bench/print-preview.js CAMNANG DIR PAGE [EDITS] [LOCALE]
//   CAMNANG: the program; DIR: a handbook (it is copied first); PAGE: the chapter to edit, below its content folder.
// Each edit changes one paragraph; every fifth adds some, so that pages after it move. Also told: the time until
// nothing moves any more, and the memory of the program.
import { cpSync, existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { chromium } from '../browser/node_modules/@playwright/test/index.mjs';
import { launchOptions } from '../browser/lib/chromium.js';
import { started } from '../browser/lib/started.js';

const [program, folder, page, count = '20', locale = 'vi'] = process.argv.slice(2);
if (!program || !folder || !page) {
  console.error('usage: node print-preview.js CAMNANG DIR PAGE [EDITS] [LOCALE]');
  process.exit(2);
}
const project = mkdtempSync(join(tmpdir(), 'camnang-print-'));
const content = readFileSync(join(folder, 'handbook.toml'), 'utf8').match(/^content = "(.*)"/m)?.[1] ?? 'content';
for (const name of ['handbook.toml', 'handbook.lock', content, 'i18n', 'theme']) {
  if (existsSync(join(folder, name))) cpSync(join(folder, name), join(project, name), { recursive: true });
}
const file = join(project, content, page);
const chapter = readFileSync(file, 'utf8');
const sleep = (ms) => new Promise((resolve) => setTimeout(resolve, ms));
const now = () => performance.timeOrigin + performance.now();

const server = await started(program, ['serve', project, '--port', '0', '--lang', 'en'], {}, /(http:\/\/127\.0\.0\.1:\d+\/)/);
const { address, memory } = server;
const browser = await chromium.launch(launchOptions);
const tab = await browser.newPage({ viewport: { width: 1440, height: 900 } });
const html = `${locale}/${page.replace(/\.md$/, '.html')}`;
const begun = now();
await tab.goto(`${address}_preview/print?locale=${locale}&from=${html}`);
await tab.waitForSelector('#pages[aria-busy=false] li', { state: 'attached', timeout: 300_000 });
console.log(`first setting: ${((now() - begun) / 1000).toFixed(1)} s, ${await tab.locator('#pages li').count()} pages, memory ${memory()} MB`);
await sleep(3000);

const [seen, settled] = [[], []];
let text = chapter;
for (let edit = 0; edit < Number(count); edit += 1) {
  const word = `Bút tích lần ${edit} lúc ${Math.floor(now()) % 100000}.`;
  const more = edit % 5 === 4 ? `\n${'Một đoạn dài thêm để các trang sau phải dời chỗ. '.repeat(60)}\n` : '';
  text = `${chapter}\n${word}\n${more}`;
  await tab.evaluate(() => {
    const time = () => performance.timeOrigin + performance.now();
    window.seen = new Promise((resolve) => {
      const look = ({ detail }) => {
        // That the book is being set is news too, without a page.
        if (detail.changed.length === 0) return;
        document.removeEventListener('camnang-pages', look);
        const wait = () => {
          // Until the picture that changed is in view and there.
          const item = detail.changed.map((at) => document.querySelector(`#pages li[data-at="${at}"]`)).find((item) => {
            const [box, view] = [item.getBoundingClientRect(), document.getElementById('paper').getBoundingClientRect()];
            return box.bottom > view.top && box.top < view.bottom;
          });
          const image = item?.querySelector('img');
          if (image?.src && image.currentSrc === image.src) image.decode().then(() => resolve(time()), () => setTimeout(wait, 1));
          else setTimeout(wait, 1);
        };
        wait();
      };
      document.addEventListener('camnang-pages', look);
    });
    window.settled = new Promise((resolve) => {
      let begun = false;
      const look = ({ detail }) => {
        begun ||= detail.working;
        if (detail.working || !begun) return;
        document.removeEventListener('camnang-pages', look);
        resolve(time());
      };
      document.addEventListener('camnang-pages', look);
    });
  });
  const saved = now();
  writeFileSync(file, text);
  const limit = () => sleep(60_000).then(() => Infinity);
  seen.push(await Promise.race([tab.evaluate(() => window.seen), limit()]) - saved);
  settled.push(await Promise.race([tab.evaluate(() => window.settled), limit()]) - saved);
  await sleep(300 + Math.random() * 200);
}
const row = (name, times) => {
  const sorted = times.toSorted((a, b) => a - b);
  const part = (share) => sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))].toFixed(0).padStart(7);
  console.log(`${name.padEnd(28)}${part(0.5)}${part(0.95)}${part(1)}`);
};
console.log(`ms, ${count} edits              median    p95  worst`);
row('save → new page image', seen);
row('save → nothing moves', settled);
console.log(`memory after ${count} edits: ${memory()} MB, peak ${memory('VmHWM')} MB`);
await browser.close();
server.stop();
rmSync(project, { recursive: true, force: true });
