// Search in a browser that has kept files of an older state of the site, as every cache does.
import { test, expect } from '@playwright/test';
import { execFileSync } from 'node:child_process';
import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { join } from 'node:path';
import { repository } from '../lib/site.js';

test.skip(({ viewport }) => viewport.width < 1000, 'the width plays no part');

const work = join(repository, 'target/sites/rebuilt');
const chapter = (title, text) => `# ${title}\n\n${text}\n\n## Phần hai\n\nCâu khác của ${title}.\n`;

/** Builds a book of some chapters, `[file, title, text]`, in their order; returns its folder. */
function built(name, chapters) {
  const [source, out] = [join(work, `${name}-source`), join(work, name)];
  rmSync(source, { recursive: true, force: true });
  mkdirSync(join(source, 'content'), { recursive: true });
  writeFileSync(join(source, 'handbook.toml'), 'title = "Sách"\nsource = "vi"\nlocales = ["vi"]\n');
  writeFileSync(join(source, 'content/SUMMARY.md'), `# Sách\n\n[Mở đầu](index.md)\n\n${chapters.map(([file, title]) => `- [${title}](${file}.md)`).join('\n')}\n`);
  writeFileSync(join(source, 'content/index.md'), '# Mở đầu\n\nLời mở đầu.\n');
  for (const [file, title, text] of chapters) writeFileSync(join(source, 'content', `${file}.md`), chapter(title, text));
  execFileSync(join(repository, 'target/debug/camnang'), ['build', source, '--out', out], { stdio: 'pipe' });
  return out;
}

const first = ['mot', 'Bến cảng', 'Thuyền về bến cảng lúc rạng sáng.'];
const second = ['hai', 'Vườn chè', 'Vườn chè trên mây, hái lúc sương còn đọng.'];
const third = ['ba', 'Lụa tơ tằm', 'Lụa dệt ở làng bên sông.'];
const places = {};
let server, folder, asked;

test.beforeAll(async ({}, info) => {
  test.setTimeout(120_000);
  if (info.project.use.viewport.width < 1000) return;
  places.old = built('old', [first, second]);
  // Another chapter comes first, so that every number in the index is another page's.
  places.new = built('new', [third, first, second]);
  server = createServer((request, response) => {
    const path = decodeURIComponent(new URL(request.url, 'http://localhost').pathname);
    asked.push(path);
    try {
      const bytes = readFileSync(join(folder, path));
      const type = { html: 'text/html; charset=utf-8', js: 'text/javascript', css: 'text/css' }[path.split('.').pop()];
      // The worst of hosts: everything may be kept for a day without asking.
      response.writeHead(200, { 'content-type': type ?? 'application/octet-stream', 'cache-control': 'public, max-age=86400' }).end(bytes);
    } catch {
      response.writeHead(404).end();
    }
  });
  await new Promise((done) => server.listen(0, '127.0.0.1', done));
});
test.afterAll(() => server?.close());

/** The titles of what a query finds, asked in the dialog of a freshly opened page. */
async function found(page, query) {
  await page.goto(`http://127.0.0.1:${server.address().port}/vi/index.html`);
  await page.keyboard.press('/');
  await page.getByRole('combobox').fill(query);
  await expect(page.locator(`[role=listbox][data-query="${query}"]`)).toBeVisible();
  return page.locator('dialog [role=group] > a:first-child .found-title').allTextContents();
}

test('a rebuilt site is searched as it is now, and what did not change is not asked for again', async ({ page }) => {
  [folder, asked] = [places.old, []];
  expect(await found(page, 'vườn chè')).toEqual(['Vườn chè']);
  expect(await found(page, 'bến cảng')).toEqual(['Bến cảng']);
  asked = [];
  expect(await found(page, 'vườn chè')).toEqual(['Vườn chè']);
  expect(asked.filter((path) => path.includes('/search/'))).toEqual(['/vi/search/version.js']);

  folder = places.new;
  expect(await found(page, 'vườn chè')).toEqual(['Vườn chè']);
  expect(await found(page, 'bến cảng')).toEqual(['Bến cảng']);
  expect(await found(page, 'lụa')).toEqual(['Lụa tơ tằm']);
});
