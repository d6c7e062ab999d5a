// The search engine without its interface: that it cuts text as the program does, reads what the program wrote, and
// finds every page by its own words. In Chromium where the browser matters, else in node on the built files.
import { expect, test } from '@playwright/test';
import elasticlunr from 'elasticlunr';
import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { engine } from '../lib/outside.js';
import { script } from '../lib/engine.js';
import { fileAddress, serve, sites } from '../lib/site.js';

// Nothing here depends on the size of the window.
test.skip(({ viewport }) => viewport.width < 1000);

const table = JSON.parse(readFileSync(new URL('../../search/analysis.json', import.meta.url), 'utf8'));
const locales = (site) => readdirSync(site).filter((name) => readdirSync(site).includes('assets') && /^[a-z]{2}(-\w+)?$/.test(name));

/** A page of a site with the search script, over http or from disk. */
async function withScript(page, site, start, address) {
  await page.goto(start);
  await page.addScriptTag({ url: address(script(site)) });
}

const ways = {
  http: async (site) => {
    const server = await serve(site);
    return { start: `${server.address}vi/index.html`, address: (path) => server.address + path, close: server.close };
  },
  disk: async (site) => ({ start: fileAddress(site, 'vi/index.html'), address: (path) => fileAddress(site, path), close() {} }),
};

for (const [name, way] of Object.entries(ways)) {
  test(`Chromium cuts text as the program does, and finds, by ${name}`, async ({ page }) => {
    const { start, address, close } = await way(sites.handbook);
    await withScript(page, sites.handbook, start, address);
    const found = await page.evaluate(async ([base, texts]) => {
      const index = await window.camnang.search.open(base);
      const result = await index.search('truyen thong', { limit: 3 });
      return { cases: texts.map((text) => index.analyse(text)), hits: result.hits.length, total: result.total };
    }, [address('vi/search/'), table.map((one) => one.text)]);
    close();
    expect(found.cases.map((one, at) => ({ text: table[at].text, ...one }))).toEqual(table);
    expect(found.hits).toBe(3);
    expect(found.total).toBeGreaterThan(5);
  });
}

test('no two files are asked for in one task', async ({ page }) => {
  const { start, address, close } = await ways.http(sites.handbook);
  await withScript(page, sites.handbook, start, address);
  const asked = await page.evaluate(async (base) => {
    const tasks = [];
    let now = 0;
    const append = document.head.appendChild;
    document.head.appendChild = function (script) {
      now += 1;
      if (now === 1) {
        tasks.push(1);
        // Another message is another task; this one comes before any that the engine sends from here on.
        const channel = new MessageChannel();
        channel.port1.onmessage = () => (now = 0);
        channel.port2.postMessage(0);
      } else tasks[tasks.length - 1] = now;
      return append.call(document.head, script);
    };
    await (await window.camnang.search.open(base)).search('kế hoạch của địa phương', { limit: 5 });
    return tasks;
  }, address('vi/search/'));
  close();
  expect(asked.length).toBeGreaterThan(8);
  expect(Math.max(...asked)).toBe(1);
});

test('forms of a letter and places of a tone are one word', () => {
  const { text } = engine(sites.handbook).search;
  for (const word of ['hoà', 'hòa', 'thuỷ', 'thủy', 'đường', 'Nguyễn', 'khoẻ', 'quý', 'ΟΔΟΣ', 'Élève', 'ёлка', 'السَّلام', '한국', 'ວຽດນາມ']) {
    const composed = text.forms(word.normalize('NFC'));
    const apart = text.forms(word.normalize('NFD'));
    expect(apart).toEqual(composed);
    expect(text.fold(composed.fold)).toBe(composed.fold);
    expect(text.fold(composed.spelling)).toBe(composed.fold);
  }
  for (const [a, b] of [['hoà', 'hòa'], ['thuỷ', 'thủy'], ['khoẻ', 'khỏe']]) expect(text.spelling(a)).toBe(text.spelling(b));
  expect(text.closeness('truyền', 'truyền')).toBe(3);
  expect(text.closeness('truyen', text.spelling('truyền'))).toBe(2);
  expect(text.closeness(text.spelling('đường'), text.spelling('dương'))).toBe(1);
});

test('numbers that the program writes are read', () => {
  const { data } = engine(sites.handbook).search;
  // 0, 56, 57, 58, 1823, 1824, 48000015 in the program's form.
  const write = (value) => {
    let text = '';
    while (value >= 57) {
      text += String.fromCharCode(93 + ((value - 57) % 31));
      value = Math.floor((value - 57) / 31);
    }
    return text + String.fromCharCode(35 + value);
  };
  const all = [0, 1, 56, 57, 58, 87, 88, 1823, 1824, 5000, 48000015];
  expect(Array.from(data.numbers(all.map(write).join('')))).toEqual(all);
});

for (const [name, site] of Object.entries({ handbook: sites.handbook, gallery: sites.gallery })) {
  test(`every page of the ${name} is found by its words`, async () => {
    test.setTimeout(120_000);
    for (const locale of locales(site)) {
      const { search } = engine(site);
      const index = await search.open(`${locale}/search/`);
      let asked = 0;
      for (let page = 0; page < index.model.pages; page += 1) {
        for (let document = index.model.first[page]; document < index.model.first[page + 1]; document += 1) {
          const fragment = await index.store.fragment(document);
          const text = [fragment.t, ...fragment.s.flatMap((section) => [section[1], section[2]])].join('\n');
          const words = new Set(search.text.tokens(text).map((token) => text.slice(token.start, token.end)));
          for (const word of [...words].filter((_, at) => (at + page) % 23 === 0)) {
            const { pages } = await index.answer(word, false);
            asked += 1;
            expect(pages.some((one) => one.page === page), `${locale}/${fragment.h}: ${word}`).toBe(true);
          }
        }
      }
      expect(asked).toBeGreaterThan(20);
    }
  });
}

test('the standard index is read by elasticlunr.js', () => {
  const index = elasticlunr.Index.load(JSON.parse(readFileSync(join(sites.gallery, 'vi/search/elasticlunr.json'), 'utf8')));
  const fields = { fields: { title: { boost: 2 }, body: { boost: 1 } } };
  const first = index.search('kế hoạch', fields);
  expect(first.length).toBeGreaterThan(0);
  expect(index.search('ke hoach', fields).map((hit) => hit.ref)).toContain(first[0].ref);
  expect(first[0].ref).toMatch(/\.html$/);
});
