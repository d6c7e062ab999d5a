// camnang's search as a program sees it: `window.camnang.search` of a built site, driven in a page of that site.
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { article } from './article.js';
import { spelling } from './measure.js';
import { pages, serve } from './site.js';

/** The one search script of a built site, relative to it. */
export const script = (site) => `assets/${readdirSync(join(site, 'assets')).find((name) => /^search\.\w+\.js$/.test(name))}`;

/** Pages that only list what others say: contents, the A–Z index, the page of results. No engine gains by finding them. */
export const isListing = (path) => /^(contents|search|a-z.*)\.html$/.test(path);

/** The pages of a locale that answer queries, path → article with all its words as spelled. */
export const answers = (site, locale) => Object.fromEntries(
  pages(join(site, locale)).filter((path) => !isListing(path)).map((path) => {
    const page = article(join(site, locale, path));
    return [path, { ...page, spelled: spelling(page) }];
  }),
);

/** Opens the search of a built site; resolves to `{ search(locale, query) → { pages, sections }, close }`. */
export async function open(browser, site) {
  const server = await serve(site);
  const page = await browser.newPage();
  await page.goto(`${server.address}vi/contents.html`);
  await page.addScriptTag({ url: `${server.address}${script(site)}` });
  return {
    name: 'camnang',
    search: (locale, query) => page.evaluate(async ([base, text]) => {
      const index = await window.camnang.search.open(base);
      const result = await index.search(text, { limit: 10 });
      const anchor = (href) => href.split('#')[1] ?? '';
      return {
        pages: result.hits.map((hit) => hit.href),
        sections: Object.fromEntries(result.hits.map((hit) => [hit.href, hit.sections.map((section) => anchor(section.href))])),
        suggestions: result.suggestions,
        total: result.total,
      };
    }, [`${server.address}${locale}/search/`, query]),
    async close() {
      await page.close();
      server.close();
    },
  };
}
