// How long from saving a file until the open page has changed in Chromium, for each kind of edit; beside other generators.
// Usage: node tests/bench/serve.js CAMNANG [--handbook DIR PAGE] [--pages N] [--edits N] [--kinds a,b] [--pause MS]
//        [--limit S] [--results FILE]
//   CAMNANG: the program. --handbook: that handbook (it is copied first) and the chapter to edit, below its content folder; else a
//   corpus of N generated chapters (300); its catalog is edited in one of half as many in two languages. Peers are measured on the
//   same corpus when MDBOOK, HUGO or MKDOCS name their programs, each kind for S seconds (60) at most and three edits at least.
//   --results: the table is written there, in the place of the one that the same corpus had.
// Say what else the machine does (uptime): the browser and the servers share its processors.
import { mkdtempSync, rmSync } from 'node:fs';
import { execFileSync } from 'node:child_process';
import { loadavg, tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { reader } from './serve/browser.js';
import { camnang } from './serve/camnang.js';
import { peers } from './serve/peers.js';
import { write } from './serve/table.js';
import { bilingual } from './serve/bilingual.js';

const here = dirname(fileURLToPath(import.meta.url));
const [program, ...rest] = process.argv.slice(2);
const option = (name, values = 1) => {
  const at = rest.indexOf(`--${name}`);
  return at < 0 ? [] : rest.slice(at + 1, at + 1 + values);
};
if (!program) {
  console.error('usage: node serve.js CAMNANG [--handbook DIR PAGE] [--pages N] [--edits N] [--kinds a,b] [--pause MS] [--limit S] [--results FILE]');
  process.exit(2);
}
const count = Number(option('edits')[0] ?? 50);
const pages = Number(option('pages')[0] ?? 300);
const pause = Number(option('pause')[0] ?? 600);
const kinds = option('kinds')[0]?.split(',');
const limit = Number(option('limit')[0] ?? 60) * 1000;
// A kind that was never seen so often from the start is given up.
const BLIND = 2;
// What a slow peer is asked for however long it takes.
const FEWEST = 3;
const rows = [];
const [handbook, handbookPage] = option('handbook', 2);
const [results] = option('results');
const sleep = (ms) => new Promise((resolve) => { setTimeout(resolve, ms); });
const scratch = mkdtempSync(join(tmpdir(), 'camnang-serve-'));

/** What one kind of edit costs: times in order, and how many edits were never seen. */
async function measure(server, tab, { at, byStyle, choose, save }, { patience, limited }) {
  await tab.open(server.address + at);
  await sleep(1500);
  const old = choose?.(await tab.text());
  if (choose && !old) return { skip: 'the page shows no message that its catalog has once' };
  const times = [];
  const begun = Date.now();
  const seenOnce = () => times.some(Number.isFinite);
  const enough = () => limited && times.length >= FEWEST && Date.now() - begun > limit;
  for (let edit = 0; edit < count && !enough() && (edit < BLIND || seenOnce()); edit += 1) {
    const word = `word${edit}x${Date.now() % 1_000_000}`;
    const { at: seen } = await tab.expect(word, byStyle === true, patience);
    save(word, old);
    // A file is saved when it is written, which of a catalog of many megabytes takes as long as showing it.
    const saved = Date.now();
    times.push((await seen) - saved);
    // What was lost must not be taken for the next.
    if (!Number.isFinite(times.at(-1))) await tab.open(server.address + at);
    await sleep(pause * (0.7 + Math.random() * 0.6));
  }
  return { times: times.sort((a, b) => a - b) };
}

const part = (times, share) => times[Math.min(times.length - 1, Math.floor(times.length * share))];

async function run(subject) {
  const server = await subject.start();
  const tab = await reader();
  const load = loadavg()[0].toFixed(1);
  console.log(`\n${subject.name} (load ${load})\nkind            edits   median      p95    worst   ms`);
  const row = { name: subject.name, load, kinds: {} };
  rows.push(row);
  for (const [kind, edit] of Object.entries(subject.edits).filter(([name]) => !kinds || kinds.includes(name))) {
    const before = server.log().length;
    const { times, skip } = edit.skip ? edit : await measure(server, tab, edit, { patience: subject.patience ?? 60_000, limited: subject.limited });
    if (skip) {
      console.log(`${kind.padEnd(14)} ${skip}`);
      continue;
    }
    const lost = times.filter((time) => !Number.isFinite(time)).length;
    const shares = [0.5, 0.95, 1].map((share) => part(times, share));
    row.kinds[kind] = { edits: times.length, lost, median: shares[0], p95: shares[1] };
    const columns = [times.length, ...shares].map((number) => String(number).padStart(8));
    console.log(`${kind.padEnd(13)}${columns.join(' ')}${lost ? `   ${lost} NEVER SEEN` : ''}${inside(server.log().slice(before))}`);
  }
  row.memory = server.memory();
  // After each: what was measured stands even if a later one fails.
  if (results) write(results, handbook ? 'The shipped handbook' : `${pages} generated pages`, rows, { count, limit: limit / 1000 });
  console.log(`resident memory of the server: ${row.memory} MB`);
  await tab.close();
  server.stop();
}

/** camnang's own account of a save, as medians: the lines that `serve --timings` prints. */
function inside(log) {
  const lines = [...log.matchAll(/ ms {2}\S+\.html: (.*)/g)].map((match) => match[1].split(' · '));
  if (lines.length === 0) return '';
  const steps = new Map();
  for (const [step, ms] of lines.flat().map((text) => text.match(/(.*) ([\d.]+)$/)?.slice(1) ?? [])) {
    if (step) steps.set(step, [...(steps.get(step) ?? []), Number(ms)]);
  }
  const median = (list) => list.sort((a, b) => a - b)[Math.floor(list.length / 2)].toFixed(1);
  return `   (${[...steps].map(([step, list]) => `${step} ${median(list)}`).join(', ')})`;
}

const project = (name) => join(scratch, name);
const corpusOf = (name, chapters) => {
  execFileSync('node', [join(here, 'corpus.js'), String(chapters), project(name)]);
  return project(name);
};
if (handbook) {
  await run(camnang(program, handbook, handbookPage, project('handbook')));
} else {
  const corpus = corpusOf('corpus', pages);
  const page = (chapters) => `chuong-${String(Math.ceil(chapters / 2)).padStart(5, '0')}.md`;
  await run(camnang(program, corpus, page(pages), project('camnang')));
  if (!kinds || kinds.includes('catalog')) {
    const half = Math.ceil(pages / 2);
    await run(bilingual(program, corpusOf('half', half), page(half), project('bilingual')));
  }
  for (const [variable, peer] of Object.entries(peers).filter(([name]) => process.env[name])) {
    await run({ ...peer(process.env[variable], corpus, page(pages), project(variable)), limited: true });
  }
}
rmSync(scratch, { recursive: true, force: true });
process.exit(0);
