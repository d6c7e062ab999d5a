// Watches an open page for what a save must show, across patches and reloads alike.
import { launch } from '../../browser/lib/chromium.js';

/** Runs in every document before its own scripts: tells when what is wanted is there. */
const watch = () => {
  const wanted = () => JSON.parse(sessionStorage.getItem('bench') ?? 'null');
  const there = ({ word, byStyle }) => (byStyle
    ? getComputedStyle(document.documentElement).getPropertyValue('--bench').trim() === word
    : document.documentElement.textContent.includes(word));
  const look = () => {
    const what = wanted();
    if (!what || !document.documentElement || !there(what)) return;
    sessionStorage.removeItem('bench');
    window.benchSeen(what.word, Date.now());
  };
  window.benchLook = look;
  new MutationObserver(look).observe(document, { subtree: true, childList: true, characterData: true, attributes: true });
  // A style sheet that has come changes no node.
  document.addEventListener('load', look, true);
  addEventListener('load', look);
};

// A server that reloads its pages twice takes a page away while it is asked: it is asked again.
const AGAIN = 5;
async function insisting(ask) {
  for (let attempt = 1; ; attempt += 1) {
    try {
      return await ask();
    } catch (fault) {
      if (attempt === AGAIN) throw fault;
      await new Promise((resolve) => { setTimeout(resolve, 500); });
    }
  }
}

/** A page in Chromium: `open(address)`, `expect(word, byStyle)` → a promise of the time it is seen, `close()`. */
export async function reader() {
  const browser = await launch();
  const page = await browser.newPage();
  let seen = () => {};
  await page.exposeFunction('benchSeen', (word, at) => seen(word, at));
  await page.addInitScript(watch);
  return {
    open: (address) => insisting(() => page.goto(address, { waitUntil: 'load', timeout: 120_000 })),
    text: () => insisting(() => page.evaluate(() => document.documentElement.textContent)),
    async expect(word, byStyle, patience) {
      const found = new Promise((resolve) => { seen = (got, at) => got === word && resolve(at); });
      await insisting(() => page.evaluate((what) => { sessionStorage.setItem('bench', what); }, JSON.stringify({ word, byStyle })));
      // The promise must not be awaited here: the save comes first.
      return { at: Promise.race([found, new Promise((resolve) => { setTimeout(resolve, patience, Infinity); })]) };
    },
    close: () => browser.close(),
  };
}
