// What a built page says: the text of its article by section, as a search engine is meant to see it.
import { readFileSync } from 'node:fs';
import { parse } from 'parse5';

const attribute = (node, name) => node.attrs?.find((item) => item.name === name)?.value ?? '';
const classes = (node) => attribute(node, 'class').split(/\s+/);

// Furniture around the text: navigation, reading time, links to a heading, drawings, notices about a translation.
const left = new Set(['nav', 'svg', 'script', 'style', 'template', 'input', 'button']);
const leftClasses = ['page-facts', 'self-link', 'notice', 'pager', 'breadcrumbs', 'on-this-page'];
const isFurniture = (node) => left.has(node.nodeName) || classes(node).some((name) => leftClasses.includes(name));

const blocks = new Set(['p', 'li', 'dt', 'dd', 'tr', 'pre', 'figcaption', 'summary', 'caption', 'h1', 'h2', 'h3', 'h4', 'h5', 'h6']);

function* find(node, test) {
  if (test(node)) yield node;
  else for (const child of node.childNodes ?? []) yield* find(child, test);
}

/** The words below a node, furniture left out. */
export function text(node) {
  const parts = [];
  const walk = (current) => {
    if (current.nodeName === '#text') parts.push(current.value);
    else if (!isFurniture(current)) {
      const apart = blocks.has(current.nodeName) || current.nodeName === 'td' || current.nodeName === 'th' || current.nodeName === 'br';
      if (apart) parts.push(' ');
      (current.childNodes ?? []).forEach(walk);
      if (apart) parts.push(' ');
    }
  };
  walk(node);
  return parts.join('').replace(/\s+/g, ' ').trim();
}

/** The headings and entries that enclose each anchor, itself last. */
const paths = (sections) => {
  const open = [];
  const found = { '': [''] };
  for (const { level, anchor } of sections) {
    while (open.length && open[open.length - 1].level >= level) open.pop();
    if (!anchor) continue;
    found[anchor] = [...open.map((item) => item.anchor), anchor];
    open.push({ level, anchor });
  }
  return found;
};

const headings = { h1: 1, h2: 2, h3: 3, h4: 4, h5: 5, h6: 6 };

/**
 * A built page as `{ title, lang, blocks, paths }`: blocks are `{ level, anchor, text }` in reading order, where level 1 to 6 is a
 * heading, 7 an entry with an address of its own (a term, a source, a clause), and 8 a plain block.
 */
export function article(file) {
  const document = parse(readFileSync(file, 'utf8'));
  const [main] = find(document, (node) => node.nodeName === 'main');
  const [body] = find(main, (node) => node.nodeName === 'article');
  const root = body ?? main;
  const found = [];
  const walk = (node) => {
    if (isFurniture(node)) return;
    const level = headings[node.nodeName];
    const id = attribute(node, 'id');
    if (level) found.push({ level, anchor: id, text: text(node) });
    else if (blocks.has(node.nodeName) && !id) found.push({ level: 8, anchor: '', text: text(node) });
    else {
      if (id) found.push({ level: 7, anchor: id, text: '' });
      const own = (node.childNodes ?? []).filter((child) => child.nodeName === '#text').map((child) => child.value).join(' ').trim();
      if (own) found.push({ level: 8, anchor: '', text: own.replace(/\s+/g, ' ') });
      (node.childNodes ?? []).forEach(walk);
    }
  };
  walk(root);
  const kept = found.filter((block) => block.anchor || block.text);
  return { title: kept.find((block) => block.level === 1)?.text ?? '', lang: attribute(root, 'lang'), blocks: kept, paths: paths(kept) };
}
