// The longest stretch for which a search keeps the page from answering, from Chromium's trace of its main thread. Counted is the
// thread's own time: a machine that is busy with other things must not make a search look slow.
import { launch } from './chromium.js';

/** The longest task in milliseconds while every query is asked in the page at `address`; `slower`: the processor that many times slower. */
export async function longestTask(address, start, load, queries, shown, slower) {
  const browser = await launch();
  const page = await browser.newPage();
  await page.goto(address);
  await page.waitForLoadState('networkidle');
  const session = await page.context().newCDPSession(page);
  await session.send('Emulation.setCPUThrottlingRate', { rate: slower });
  await browser.startTracing(page, { categories: ['toplevel', 'disabled-by-default-devtools.timeline', 'devtools.timeline'] });
  await page.evaluate(start, load);
  for (const query of queries) await page.evaluate(([text, limit]) => window.ask(text, limit), [query, shown]);
  const { traceEvents } = JSON.parse((await browser.stopTracing()).toString());
  await browser.close();
  const renderers = new Set(traceEvents.filter(({ name, args }) => name === 'thread_name' && args.name === 'CrRendererMain').map(({ pid, tid }) => `${pid} ${tid}`));
  const tasks = traceEvents.filter(({ name, pid, tid, tdur }) => name === 'RunTask' && tdur && renderers.has(`${pid} ${tid}`));
  return Math.max(0, ...tasks.map(({ tdur }) => tdur / 1000));
}
