// Reads tests/search/queries.toml: what readers type, and what must come up.
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { parse } from 'smol-toml';

const source = new URL('../../search/queries.toml', import.meta.url);

/** One query in three is held out, by a hash, so that no one can choose which. */
const set = (locale, query) => {
  const hash = createHash('sha256').update(`${locale} ${query.normalize('NFC')}`).digest();
  return hash[0] % 3 === 0 ? 'held' : 'tune';
};

/** `ke-hoach/index#phieu` → `{ page: 'ke-hoach/index.html', anchor: 'phieu' }`; no anchor: the whole page. */
const section = (text) => {
  const [page, anchor = ''] = text.split('#');
  return { page: `${page}.html`, anchor };
};

/** All judged queries, in the order of the file: `{ query, locale, class, set, exact, want, also }`. */
export function judgedQueries() {
  return parse(readFileSync(source, 'utf8')).class.flatMap((group) => group.queries.map((entry) => ({
    query: entry.query,
    locale: group.locale,
    class: group.name,
    set: entry.latest ? 'latest' : entry.fresh ? 'fresh' : set(group.locale, entry.query),
    exact: group.exact ?? false,
    want: entry.want.map(section),
    also: (entry.also ?? []).map(section),
  })));
}
