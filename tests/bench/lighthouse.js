// Lighthouse's performance (mobile, its own simulated throttling) on one page of each kind: the median of five, 98 wanted.
// Usage: node tests/bench/lighthouse.js, after the sites are built. The simulation spares the line, not the processor:
// on a machine that does other work the blocking time grows, and with it the paints.
import { kinds, measures, open } from '../browser/lib/lighthouse.js';

const RUNS = 5;
const WANTED = 98;
const median = (values) => [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)];
const short = { 'first-contentful-paint': 'FCP', 'largest-contentful-paint': 'LCP', 'speed-index': 'SI', 'total-blocking-time': 'TBT', 'cumulative-layout-shift': 'CLS' };
const { audit, close } = await open();
let failed = false;
try {
  console.log(`| page | score | ${measures.map((id) => short[id]).join(' | ')} | runs |\n|---|---|${measures.map(() => '---|').join('')}---|`);
  for (const [kind, page] of Object.entries(kinds)) {
    const runs = [];
    for (let run = 0; run < RUNS; run += 1) runs.push(await audit(page, ['performance']));
    const scores = runs.map((run) => run.scores.performance);
    const figures = measures.map((id) => {
      const value = median(runs.map((run) => run.measured[id]));
      return id.endsWith('shift') ? value.toFixed(3) : `${Math.round(value)} ms`;
    });
    console.log(`| ${kind} | ${median(scores)} | ${figures.join(' | ')} | ${scores.join(', ')} |`);
    failed ||= median(scores) < WANTED;
    if (median(scores) < WANTED) runs[0].faults.forEach((fault) => console.error(`  ${fault}`));
  }
} finally {
  await close();
}
process.exit(failed ? 1 : 0);
