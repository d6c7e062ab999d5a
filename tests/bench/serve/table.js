// The table of results, one section for each corpus: a section that is measured again takes the place of the old one.
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { cpus } from 'node:os';

const KINDS = ['chapter', 'heading', 'template', 'stylesheet', 'catalog', 'SUMMARY', 'configuration'];
const HEAD = '# From saving to seeing\n\nMilliseconds from saving a file until the page that is open in Chromium has changed, medians and 95th percentiles over the edits of\n'
  + 'each kind. “–”: the generator has no such thing, or was not asked. Each section names the command that made it.\n';

/** The command as anybody can give it: without this machine's paths. */
const command = () => {
  const peers = ['MDBOOK', 'HUGO', 'MKDOCS'].filter((name) => process.env[name]).map((name) => `${name}=${name.toLowerCase()} `).join('');
  const given = process.argv.slice(3);
  return `${peers}node tests/bench/serve.js CAMNANG ${given.join(' ')}`;
};

const cell = ({ median, p95, edits, lost } = {}, count = 0) => {
  if (median === undefined) return '–';
  const few = edits < count ? ` (${edits} edits)` : '';
  const shown = Number.isFinite(median) ? `${median} / ${Number.isFinite(p95) ? p95 : 'never'}${few}` : '';
  return [shown, lost ? `${lost} of ${edits} never seen` : ''].filter(Boolean).join('; ');
};

/** Writes the rows measured on a corpus into `file`, under `title`. */
export function write(file, title, rows, { count, limit }) {
  const shown = KINDS.filter((kind) => rows.some((row) => row.kinds[kind]));
  const line = (cells) => `| ${cells.join(' | ')} |`;
  const table = [
    line(['median / p95, ms', ...shown, 'memory, MB', 'load before']),
    line(['---', ...shown.map(() => '---'), '---', '---']),
    ...rows.map((row) => line([row.name, ...shown.map((kind) => cell(row.kinds[kind], count)), row.memory, row.load])),
  ].join('\n');
  const slow = rows.some((row) => Object.values(row.kinds).some(({ edits }) => edits < count)) ? ` Peers had ${limit} s for each kind.` : '';
  const said = `Made by \`${command()}\`: ${count} edits of each kind, ${cpus().length} processors (${cpus()[0].model.trim()}).${slow}`;
  const old = existsSync(file) ? readFileSync(file, 'utf8').split(/^(?=## )/m).slice(1) : [];
  const kept = old.filter((section) => !section.startsWith(`## ${title}\n`)).map((section) => section.trimEnd());
  const sections = [...kept, `## ${title}\n\n${said}\n\n${table}`].sort((a, b) => order(a) - order(b));
  writeFileSync(file, `${HEAD}\n${sections.join('\n\n')}\n`);
}

/** The handbook first, then by size. */
const order = (section) => Number(section.match(/^## (\d+)/)?.[1] ?? 0);
