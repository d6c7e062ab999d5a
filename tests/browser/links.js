// Reads every built page with a parser that is not ours and checks that each link, image, style and
// script leads to a file of the site, and each fragment to an element of the page it names.
// Usage: node links.js SITE...   Prints one line a fault; exit code 1 when there is one.
import { readFileSync, existsSync, statSync } from 'node:fs';
import { join, dirname, normalize } from 'node:path';
import { parse } from 'parse5';
import { pages } from './lib/site.js';

function* elements(node) {
  if (node.tagName) yield node;
  for (const child of node.childNodes ?? []) yield* elements(child);
  if (node.content) yield* elements(node.content);
}

const attribute = (element, name) => element.attrs?.find((a) => a.name === name)?.value;

function read(site, page) {
  const ids = new Set();
  const addresses = [];
  for (const element of elements(parse(readFileSync(join(site, page), 'utf8')))) {
    const id = attribute(element, 'id');
    if (id) ids.add(id);
    const canonical = element.tagName === 'link' && /canonical|alternate/.test(attribute(element, 'rel') ?? '');
    for (const name of ['href', 'src', 'poster']) {
      const value = attribute(element, name);
      if (value !== undefined && !canonical) addresses.push(value);
    }
    for (const candidate of (attribute(element, 'srcset') ?? '').split(',')) {
      if (candidate.trim()) addresses.push(candidate.trim().split(/\s+/)[0]);
    }
  }
  return { ids, addresses };
}

// After `#q=` on the page of search stands a query, not an anchor.
const isQuery = (target, fragment) => target.endsWith('search.html') && fragment.startsWith('q=');

let faults = 0;
let checked = 0;
for (const site of process.argv.slice(2)) {
  const known = new Map(pages(site).map((page) => [page, read(site, page)]));
  for (const [page, { addresses }] of known) {
    for (const address of addresses) {
      if (/^[a-z][a-z0-9+.-]*:/i.test(address)) continue;
      checked += 1;
      const [path, fragment] = address.split('#');
      const target = path === '' ? page : normalize(join(dirname(page), decodeURIComponent(path)));
      const file = join(site, target);
      const problem = address.startsWith('/') && page !== '404.html' ? 'is not relative'
        : !existsSync(file) || statSync(file).isDirectory() ? 'leads nowhere'
        : fragment && known.has(target) && !isQuery(target, fragment) && !known.get(target).ids.has(decodeURIComponent(fragment)) ? 'names an anchor that is not there'
        : undefined;
      if (problem) {
        faults += 1;
        console.log(`${page}: ${address} ${problem}`);
      }
    }
  }
}
console.log(`links: ${checked} checked, ${faults} broken`);
process.exit(faults || !checked ? 1 : 0);
