// How long from saving a file until the open page has changed in Chromium, for each kind of edit; beside other generators.
// Usage: node tests/bench/serve.js CAMNANG [--handbook DIR PAGE] [--pages N] [--edits N] [--kinds a,b] [--pause MS]
//   CAMNANG: the program. --handbook: that handbook (it is copied first) and the chapter to edit, below its content folder; else a
//   corpus of N generated chapters (300). Peers are measured on the same corpus when MDBOOK, HUGO or MKDOCS name their programs.
// Say what else the machine does (uptime): the browser and the servers share its processors.
import { mkdtempSync, rmSync } from 'node:fs';
import { execFileSync } from 'node:child_process';
import { loadavg, tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { reader } from './serve/browser.js';
import { camnang } from './serve/camnang.js';
import { peers } from './serve/peers.js';

const here = dirname(fileURLToPath(import.meta.url));
const [program, ...rest] = process.argv.slice(2);
const option = (name, values = 1) => {
  const at = rest.indexOf(`--${name}`);
  return at < 0 ? [] : rest.slice(at + 1, at + 1 + values);
};
if (!program) {
  console.error('usage: node serve.js CAMNANG [--handbook DIR PAGE] [--pages N] [--edits N] [--kinds a,b] [--pause MS]');
  process.exit(2);
}
const count = Number(option('edits')[0] ?? 50);
const pages = Number(option('pages')[0] ?? 300);
const pause = Number(option('pause')[0] ?? 600);
const kinds = option('kinds')[0]?.split(',');
const [handbook, handbookPage] = option('handbook', 2);
const sleep = (ms) => new Promise((resolve) => { setTimeout(resolve, ms); });
const scratch = mkdtempSync(join(tmpdir(), 'camnang-serve-'));

/** What one kind of edit costs: times in order, and how many edits were never seen. */
async function measure(server, tab, { at, byStyle, choose, save }, patience) {
  await tab.open(server.address + at);
  await sleep(1500);
  const old = choose?.(await tab.text());
  if (choose && !old) return { skip: 'the page shows no message that its catalog has once' };
  const times = [];
  for (let edit = 0; edit < count; edit += 1) {
    const word = `word${edit}x${Date.now() % 1_000_000}`;
    const { at: seen } = await tab.expect(word, byStyle === true, patience);
    const saved = Date.now();
    save(word, old);
    times.push((await seen) - saved);
    // What was lost must not be taken for the next.
    if (!Number.isFinite(times.at(-1))) await tab.open(server.address + at);
    await sleep(pause * (0.7 + Math.random() * 0.6));
  }
  return { times: times.sort((a, b) => a - b) };
}

const part = (times, share) => String(times[Math.min(times.length - 1, Math.floor(times.length * share))]).padStart(8);

async function run(subject) {
  const server = await subject.start();
  const tab = await reader();
  console.log(`\n${subject.name} (load ${loadavg()[0].toFixed(1)})\nkind             median      p95    worst   ms, ${count} edits each`);
  for (const [kind, edit] of Object.entries(subject.edits).filter(([name]) => !kinds || kinds.includes(name))) {
    const before = server.log().length;
    const { times, skip } = edit.skip ? edit : await measure(server, tab, edit, subject.patience ?? 60_000);
    if (skip) {
      console.log(`${kind.padEnd(14)} ${skip}`);
      continue;
    }
    const lost = times.filter((time) => !Number.isFinite(time)).length;
    console.log(`${kind.padEnd(14)} ${part(times, 0.5)} ${part(times, 0.95)} ${part(times, 1)}${lost ? `   ${lost} NEVER SEEN` : ''}${inside(server.log().slice(before))}`);
  }
  console.log(`resident memory of the server: ${server.memory()} MB`);
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
if (handbook) {
  await run(camnang(program, handbook, handbookPage, project('handbook')));
} else {
  const corpus = project('corpus');
  execFileSync('node', [join(here, 'corpus.js'), String(pages), corpus]);
  const page = `chuong-${String(Math.ceil(pages / 2)).padStart(5, '0')}.md`;
  await run(camnang(program, corpus, page, project('camnang')));
  for (const [variable, peer] of Object.entries(peers).filter(([name]) => process.env[name])) {
    await run(peer(process.env[variable], corpus, page, project(variable)));
  }
}
rmSync(scratch, { recursive: true, force: true });
process.exit(0);
