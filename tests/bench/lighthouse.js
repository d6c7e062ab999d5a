// Lighthouse's performance (mobile, its own throttling) on one page of each kind: the median of five, 98 wanted.
// Usage: node tests/bench/lighthouse.js, after the sites are built; run it on a machine that does nothing else.
import { kinds, open } from '../browser/lib/lighthouse.js';

const RUNS = 5;
const WANTED = 98;
const { audit, close } = await open();
let failed = false;
try {
  for (const [kind, page] of Object.entries(kinds)) {
    const scores = [];
    for (let run = 0; run < RUNS; run += 1) scores.push((await audit(page, ['performance'])).scores.performance);
    const median = [...scores].sort((a, b) => a - b)[Math.floor(RUNS / 2)];
    console.log(`${kind.padEnd(9)}${median}  (${scores.join(', ')})`);
    failed ||= median < WANTED;
  }
} finally {
  await close();
}
process.exit(failed ? 1 : 0);
