// Pagefind over the same built pages, one bundle a locale, with what its documentation recommends: only the article is
// indexed, furniture is left out, the language is named.
import { cpSync, existsSync, rmSync } from 'node:fs';
import { basename, join } from 'node:path';
import { isListing } from '../../browser/lib/engine.js';
import { serve } from '../../browser/lib/host.js';
import { pagefind, run, work } from './places.js';

const furniture = ['.page-facts', '.on-this-page', '.self-link', '.notice', '.pager', '.breadcrumbs', 'nav', 'svg'];

/** Indexes a copy of a built site's locales; returns the folder that is then served. */
export function prepare(site, locales, name) {
  const folder = join(work, name);
  if (existsSync(folder)) rmSync(folder, { recursive: true });
  cpSync(site, folder, { recursive: true, filter: (path) => !path.endsWith('/.camnang') && !isListing(basename(path)) });
  for (const locale of locales) {
    run(pagefind(), ['--site', join(folder, locale), '--root-selector', 'main', '--exclude-selectors', furniture.join(','),
      '--force-language', locale === 'zh-Hans' ? 'zh' : locale, '--keep-index-url']);
  }
  return folder;
}

/** Opens a prepared folder; resolves to `{ search(locale, query) → { pages, sections }, close }`. */
export async function open(browser, folder) {
  const server = await serve(folder);
  const tabs = {};
  const tab = async (locale) => {
    if (!tabs[locale]) {
      tabs[locale] = await browser.newPage();
      await tabs[locale].goto(`${server.address}blank.html`);
      await tabs[locale].evaluate(async (address) => {
        window.engine = await import(address);
        await window.engine.init();
      }, `${server.address}${locale}/pagefind/pagefind.js`);
    }
    return tabs[locale];
  };
  return {
    name: 'Pagefind',
    async search(locale, query) {
      return (await tab(locale)).evaluate(async ([text, base]) => {
        const found = await window.engine.search(text);
        const hits = await Promise.all(found.results.slice(0, 10).map((result) => result.data()));
        const path = (hit) => new URL(hit.url, base).pathname.slice(new URL(base).pathname.length);
        // As its own interface shows them: the parts of a page with the most matches.
        const parts = (hit) => [...(hit.sub_results ?? [])].sort((a, b) => b.locations.length - a.locations.length);
        return {
          pages: hits.map(path),
          sections: Object.fromEntries(hits.map((hit) => [path(hit), parts(hit).map((part) => part.url.split('#')[1] ?? '')])),
          total: found.results.length,
        };
      }, [query, `${server.address}${locale}/`]);
    },
    async close() {
      for (const page of Object.values(tabs)) await page.close();
      server.close();
    },
  };
}
