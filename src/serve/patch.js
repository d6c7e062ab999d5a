// Brings an open page up to date: what differs between the page as it was served and as it is now is changed in place,
// and nothing else. So what scripts and readers did to the page stays: open menus, filled fields, the place.
const camnangPatch = (() => {
  "use strict";
  const LARGEST = 250000;
  const BLOCKS = "p, li, h1, h2, h3, h4, h5, h6, td, th, dt, dd, pre, figure, blockquote, summary";
  // What a reader may have filled in or opened.
  const KEPT = "input, select, textarea, button, details, " + BLOCKS;

  const same = (a, b) => a.nodeType === b.nodeType && a.nodeName === b.nodeName;
  const equal = (a, b) => a.isEqualNode(b);

  // Style sheets on their way out, and what takes the place of each.
  const replaced = new Map();

  // The longest run of nodes that both lists have, as pairs of indexes.
  const common = (before, after) => {
    let start = 0;
    while (start < before.length && start < after.length && equal(before[start], after[start])) start += 1;
    let end = 0;
    while (
      end < before.length - start && end < after.length - start &&
      equal(before[before.length - 1 - end], after[after.length - 1 - end])
    ) end += 1;
    const pairs = Array.from({ length: start }, (_, index) => [index, index]);
    const [rows, columns] = [before.length - start - end, after.length - start - end];
    if (rows > 0 && columns > 0 && rows * columns <= LARGEST) {
      const width = columns + 1;
      const table = new Uint32Array((rows + 1) * width);
      const alike = (row, column) => equal(before[start + row], after[start + column]);
      for (let row = rows - 1; row >= 0; row -= 1) {
        for (let column = columns - 1; column >= 0; column -= 1) {
          table[row * width + column] = alike(row, column)
            ? table[(row + 1) * width + column + 1] + 1
            : Math.max(table[(row + 1) * width + column], table[row * width + column + 1]);
        }
      }
      let [row, column] = [0, 0];
      while (row < rows && column < columns) {
        if (alike(row, column)) {
          pairs.push([start + row, start + column]);
          row += 1;
          column += 1;
        } else if (table[(row + 1) * width + column] >= table[row * width + column + 1]) row += 1;
        else column += 1;
      }
    }
    for (let index = end; index > 0; index -= 1) pairs.push([before.length - index, after.length - index]);
    return pairs;
  };

  // Which live node each served one became: scripts add nodes, classes and attributes, and seldom take any away.
  // The first that fits is it: order is kept, while looking further ahead could take a neighbour for it. A link that a
  // script has put into the head is told from a style sheet by what it is for.
  const live = (parent, served) => {
    const nodes = [...parent.childNodes].filter((node) => !replaced.has(node));
    let from = 0;
    return served.map((old) => {
      const fits = (node) => same(node, old) && (node.nodeType !== 1
        ? node.data === old.data
        : (!old.id || node.id === old.id) && node.getAttribute("rel") === old.getAttribute("rel") && [...old.classList].every((name) => node.classList.contains(name)));
      const found = nodes.slice(from).find(fits);
      if (!found) return null;
      from = nodes.indexOf(found, from) + 1;
      return found;
    });
  };

  // A sheet goes when the one that takes its place is there: no moment without any. Until then it is nobody's, and one
  // that is replaced before it came goes with those before it: the newest is always the last, and in the end the only one.
  const sheet = (link, href) => {
    const next = link.cloneNode();
    next.href = href;
    replaced.set(link, next);
    next.addEventListener("load", () => {
      for (const [old, by] of [...replaced].reverse()) {
        if (by === next || !by.isConnected) {
          old.remove();
          replaced.delete(old);
        }
      }
    }, { once: true });
    link.after(next);
  };

  const attributes = (element, old, now) => {
    for (const { name } of [...old.attributes]) {
      if (!now.hasAttribute(name)) element.removeAttribute(name);
    }
    for (const { name, value } of [...now.attributes]) {
      if (old.getAttribute(name) === value) continue;
      if (name === "href" && element.matches("link[rel=stylesheet]")) sheet(element, value);
      else element.setAttribute(name, value);
    }
  };

  const touch = (node, changed) => {
    const element = node.nodeType === 1 ? node : node.parentElement;
    const block = element?.closest(BLOCKS) ?? element;
    if (block) changed.add(block);
  };

  const node = (element, old, now, changed) => {
    if (equal(old, now)) return;
    if (old.nodeType !== 1) {
      if (element.data !== now.data) {
        element.data = now.data;
        touch(element, changed);
      }
      return;
    }
    attributes(element, old, now);
    // A paragraph is put in whole: scripts mark words in it and split its text, and it holds nothing to keep.
    if (element.matches(BLOCKS) && !element.querySelector(KEPT)) fill(element, now, changed);
    else children(element, old, now, changed);
  };

  const fill = (element, now, changed) => {
    element.replaceChildren(...[...now.childNodes].map((child) => document.importNode(child, true)));
    touch(element, changed);
  };

  const children = (parent, oldParent, newParent, changed) => {
    const [before, after] = [[...oldParent.childNodes], [...newParent.childNodes]];
    const found = live(parent, before);
    // What cannot be told apart is made anew rather than guessed; the frame of the page is its scripts' own.
    if (found.some((node, at) => !node && before[at].nodeType === 1) && parent.closest("main")) {
      fill(parent, newParent, changed);
      return;
    }
    let [row, column] = [0, 0];
    const insert = (now, place) => {
      const made = document.importNode(now, true);
      parent.insertBefore(made, place);
      if (made.nodeType === 1 || made.data.trim()) touch(made, changed);
    };
    for (const [oldAt, newAt] of [...common(before, after), [before.length, after.length]]) {
      // Between two nodes that stay: neighbours of one kind are patched, the rest goes or comes.
      while (row < oldAt || column < newAt) {
        const [old, now] = [row < oldAt ? before[row] : null, column < newAt ? after[column] : null];
        const element = old && found[row];
        if (old && now && element && same(old, now)) {
          node(element, old, now, changed);
          row += 1;
          column += 1;
        } else if (old && (!now || oldAt - row >= newAt - column)) {
          if (element) {
            touch(parent, changed);
            element.remove();
          }
          row += 1;
        } else {
          const next = found.slice(row).find((candidate) => candidate && candidate.parentNode === parent);
          insert(now, next ?? null);
          column += 1;
        }
      }
      row = oldAt + 1;
      column = newAt + 1;
    }
  };

  const scripts = (page) => [...page.querySelectorAll("script[src]")].map((script) => script.getAttribute("src")).join();

  return {
    parse: (html) => new DOMParser().parseFromString(html, "text/html"),
    // Whether the page can go on with the scripts it has.
    patchable: (old, now) => scripts(old) === scripts(now),
    // Changes the page from what was served to what is now; the blocks that look different.
    apply: (old, now) => {
      const changed = new Set();
      attributes(document.documentElement, old.documentElement, now.documentElement);
      children(document.head, old.head, now.head, new Set());
      attributes(document.body, old.body, now.body);
      children(document.body, old.body, now.body, changed);
      changed.delete(document.body);
      return changed;
    },
  };
})();
