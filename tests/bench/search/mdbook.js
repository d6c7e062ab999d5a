// mdBook's search over the same text: the pages, directives resolved, are written as plain Markdown and built with mdBook.
import { existsSync, mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { mdbook, run, work } from './places.js';
import { serve } from '../../browser/lib/host.js';

const escape = (text) => text.replace(/[\\`*_{}[\]<>#+!|~$&]/g, '\\$&').replace(/^(\d+)([.)])/, '$1\\$2').replace(/^([-=])/, '\\$1');

/** A page's blocks as Markdown; an entry with an address of its own becomes a heading, which is mdBook's unit of search. */
function markdown(page) {
  const lines = [];
  let entry;
  for (const block of page.blocks) {
    if (block.level < 7) {
      lines.push(`${'#'.repeat(block.level)} ${escape(block.text)}${block.anchor ? ` {#${block.anchor}}` : ''}`);
      entry = undefined;
    } else if (block.level === 7) entry = block.anchor;
    else if (entry) {
      lines.push(`### ${escape(block.text)} {#${entry}}`);
      entry = undefined;
    } else lines.push(escape(block.text));
  }
  return `${lines.join('\n\n')}\n`;
}

/** Builds a book for each locale; `pages`: locale → path → article. Returns the folder that is then served. */
export function prepare(pages) {
  const folder = join(work, 'mdbook-site');
  if (existsSync(folder)) rmSync(folder, { recursive: true });
  for (const [locale, articles] of Object.entries(pages)) {
    const book = join(work, 'mdbook-source', locale);
    if (existsSync(book)) rmSync(book, { recursive: true });
    const summary = ['# Summary', ''];
    for (const [path, page] of Object.entries(articles)) {
      const file = join(book, 'src', path.replace(/\.html$/, '.md'));
      mkdirSync(dirname(file), { recursive: true });
      writeFileSync(file, markdown(page));
      summary.push(`- [${escape(page.title)}](${path.replace(/\.html$/, '.md')})`);
    }
    writeFileSync(join(book, 'src/SUMMARY.md'), `${summary.join('\n')}\n`);
    const settings = `[book]\ntitle = "Bench"\nlanguage = "${locale}"\n[output.html.search]\nlimit-results = 1000\n`;
    writeFileSync(join(book, 'book.toml'), settings);
    run(mdbook(), ['build', book, '--dest-dir', join(folder, locale)]);
  }
  return folder;
}

/** Opens a prepared folder. `all`: every word must occur (`use-boolean-and`); else mdBook's default, any of them. */
export async function open(browser, folder, all) {
  const server = await serve(folder);
  const tabs = {};
  const tab = async (locale) => {
    if (!tabs[locale]) {
      tabs[locale] = await browser.newPage();
      // Its own script loads its own index when an address asks for a search.
      await tabs[locale].goto(`${server.address}${locale}/index.html?search=x`);
      await tabs[locale].waitForFunction(() => window.search?.doc_urls);
      await tabs[locale].evaluate(() => { window.engine = window.elasticlunr.Index.load(window.search.index); });
    }
    return tabs[locale];
  };
  return {
    name: all ? 'mdBook, all words' : 'mdBook',
    async search(locale, query) {
      return (await tab(locale)).evaluate(([text, every]) => {
        const settings = { ...window.search.search_options, ...(every ? { bool: 'AND' } : {}) };
        const urls = window.engine.search(text, settings).map((result) => window.search.doc_urls[result.ref]);
        const pages = [...new Set(urls.map((url) => url.split('#')[0]))];
        const anchors = (page) => urls.filter((url) => url.split('#')[0] === page).map((url) => url.split('#')[1] ?? '');
        return { pages, sections: Object.fromEntries(pages.slice(0, 10).map((page) => [page, anchors(page)])), total: pages.length };
      }, [query, all]);
    },
    async close() {
      for (const page of Object.values(tabs)) await page.close();
      server.close();
    },
  };
}
