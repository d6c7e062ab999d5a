// Firefox ESR and WebKitGTK, over http and from disk: the start page, a chapter, a search typed without marks, a field that remembers.
// Usage: node engines.js [firefox|webkit]..., after the sites are built.
import assert from 'node:assert/strict';
import { pathToFileURL } from 'node:url';
import * as engines from './lib/engines.js';
import { serve, sites } from './lib/site.js';

/** What runs in the page may name nothing of here. */
const steps = {
  async 'the start page is styled and names its parts'(browser, at) {
    await browser.goto(at('handbook', 'vi/index.html'));
    assert.match(await browser.run(() => document.querySelector('h1').textContent), /\S/);
    assert.ok(await browser.until(() => [...document.fonts].some((font) => font.status === 'loaded')), 'no font of its own');
    const parts = await browser.run(() => document.querySelectorAll('main a[href]').length);
    assert.ok(parts > 20, `${parts} ways on`);
  },
  async 'a chapter stands within a phone and is read in its own colours'(browser, at) {
    await browser.goto(at('handbook', 'vi/ke-hoach/muc-tieu.html'));
    const seen = await browser.run(() => ({
      wider: document.documentElement.scrollWidth - document.documentElement.clientWidth,
      paper: getComputedStyle(document.body).backgroundColor,
      words: document.querySelector('.prose').textContent.length,
    }));
    assert.ok(seen.wider <= 0, `scrolls sideways by ${seen.wider}`);
    assert.ok(seen.words > 500);
    assert.notEqual(seen.paper, 'rgba(0, 0, 0, 0)');
  },
  async 'a search typed without marks finds, and leads there'(browser, at) {
    await browser.goto(at('handbook', 'vi/search.html'));
    await browser.type('#_search', 'truyen thong');
    const marked = await browser.until(() => document.querySelector('#_results mark')?.textContent);
    assert.match(marked, /truyền|thông/i);
    const href = await browser.run(() => document.querySelector('#_results a[href]').href);
    await browser.goto(href);
    assert.ok(await browser.until(() => document.querySelector('article mark') !== null), 'nothing marked on the page');
  },
  async 'a field of a worksheet is there again'(browser, at) {
    const field = 'input.field:not([type])';
    await browser.goto(at('tools', 'vi/a/phieu.html'));
    await browser.until(() => document.querySelector('.form-tools') !== null);
    await browser.type(field, 'Suối Mây');
    await browser.until(() => Object.keys(localStorage).some((key) => key.startsWith('camnang-form')));
    await browser.goto(at('tools', 'vi/a/phieu.html'));
    assert.ok(await browser.until((selector) => document.querySelector(selector)?.value === 'Suối Mây', field), 'forgotten');
    await browser.run(() => localStorage.clear());
  },
};

const servers = {};
for (const [name, site] of Object.entries(sites)) servers[name] = await serve(site);
const places = {
  http: (site, page) => new URL(page, servers[site].address).href,
  disk: (site, page) => `${pathToFileURL(sites[site]).href}/${page}`,
};
const asked = process.argv.slice(2);
let failed = 0;
for (const name of asked.length ? asked : ['firefox', 'webkit']) {
  const browser = await engines[name]();
  for (const [place, at] of Object.entries(places)) {
    for (const [step, take] of Object.entries(steps)) {
      const outcome = await take(browser, at).then(() => 'ok', (failure) => failure);
      const faults = browser.faults.splice(0);
      const well = outcome === 'ok' && faults.length === 0;
      failed += well ? 0 : 1;
      console.log(`${well ? 'ok  ' : 'FAIL'} ${browser.name}, ${place}: ${step}`);
      if (!well) console.error(outcome, faults);
    }
  }
  await browser.close();
}
Object.values(servers).forEach((server) => server.close());
process.exit(failed ? 1 : 0);
