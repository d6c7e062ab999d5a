// Runs Lighthouse (mobile, its own throttling) in Debian's Chromium on pages of a built site, served compressed as a web host does.
import * as chromeLauncher from 'chrome-launcher';
import lighthouse from 'lighthouse';
import { launchOptions } from './chromium.js';
import { serve } from './host.js';
import { sites } from './site.js';

/** One page of each kind that every reader meets: its site and its path. The shipped handbook has no page for a single element. */
export const kinds = {
  start: ['handbook', 'vi/index.html'],
  chapter: ['handbook', 'vi/ke-hoach/muc-tieu.html'],
  element: ['gallery', 'vi/khung/mot.html'],
  document: ['handbook', 'vi/bat-dau/van-ban/hd-2026-05.html'],
  search: ['handbook', 'vi/search.html'],
};

/** What the score of performance is made of: milliseconds, and the layout's shift. */
export const measures = ['first-contentful-paint', 'largest-contentful-paint', 'speed-index', 'total-blocking-time', 'cumulative-layout-shift'];

/** Chromium on a port of its own and servers for the built sites: `{ audit, close }`. */
export async function open() {
  const servers = {};
  for (const name of new Set(Object.values(kinds).map(([site]) => site))) servers[name] = await serve(sites[name], 'gzip');
  const chrome = await chromeLauncher.launch({
    chromePath: launchOptions.executablePath,
    chromeFlags: ['--headless=new', ...launchOptions.args],
    logLevel: 'error',
  });
  return {
    /** What Lighthouse says of a page in `categories`: `{ scores, faults, measured, requests }`. */
    async audit([site, page], categories) {
      const { lhr } = await lighthouse(`${servers[site].address}${page}`, {
        port: chrome.port, output: 'json', logLevel: 'error', onlyCategories: categories, onlyAudits: ['network-requests'],
      });
      const scores = Object.fromEntries(Object.values(lhr.categories).map(({ id, score }) => [id, Math.round(score * 100)]));
      const weighed = Object.values(lhr.categories).flatMap(({ auditRefs }) => auditRefs.filter(({ weight }) => weight > 0));
      const faults = [...new Set(weighed.map(({ id }) => id))].map((id) => lhr.audits[id])
        .filter(({ score }) => score !== null && score < 1)
        .map(({ id, title, displayValue, details }) => [id, displayValue ?? title, ...(details?.items ?? []).slice(0, 3).map((item) => JSON.stringify(item).slice(0, 300))].join(' | '));
      const measured = Object.fromEntries(measures.map((id) => [id, lhr.audits[id]?.numericValue]));
      return { scores, faults, measured, requests: lhr.audits['network-requests']?.details?.items ?? [] };
    },
    async close() {
      await chrome.kill();
      Object.values(servers).forEach((server) => server.close());
    },
  };
}
