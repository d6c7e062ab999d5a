// camnang's own search, driven through `window.camnang.search` from the built site.
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { serve } from './server.js';

/** The one search script of a built site, relative to it. */
export const script = (site) => `assets/${readdirSync(join(site, 'assets')).find((name) => /^search\.\w+\.js$/.test(name))}`;

/** Opens a built site; resolves to `{ search(locale, query) → { pages, sections }, close }`. */
export async function open(browser, site, options = {}) {
  const server = await serve(site);
  const page = await browser.newPage();
  await page.goto(`${server.address}blank.html`);
  await page.addScriptTag({ url: `${server.address}${script(site)}` });
  return {
    name: 'camnang',
    async search(locale, query) {
      return page.evaluate(async ([base, text, more]) => {
        const index = await window.camnang.search.open(base);
        const result = await index.search(text, { limit: 10, ...more });
        const anchor = (href) => href.split('#')[1] ?? '';
        return {
          pages: result.hits.map((hit) => hit.href),
          sections: Object.fromEntries(result.hits.map((hit) => [hit.href, hit.sections.map((section) => anchor(section.href))])),
          suggestions: result.suggestions.map((suggestion) => suggestion.query),
          total: result.total,
        };
      }, [`${server.address}${locale}/search/`, query, options]);
    },
    async close() {
      await page.close();
      server.close();
    },
  };
}
