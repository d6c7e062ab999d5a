// camnang's own preview, and what is edited in a handbook while it runs.
import { cpSync, existsSync, readFileSync, readdirSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { files } from './lib.js';
import { started } from '../../browser/lib/started.js';

const repository = join(dirname(fileURLToPath(import.meta.url)), '../../..');

/** A copy of the handbook in `folder`, served; `page`: the chapter to edit, below its content folder. */
export function camnang(program, folder, page, project) {
  const content = readFileSync(join(folder, 'handbook.toml'), 'utf8').match(/^content = "(.*)"/m)?.[1] ?? 'content';
  for (const name of ['handbook.toml', 'handbook.lock', content, 'i18n', 'theme']) {
    if (existsSync(join(folder, name))) cpSync(join(folder, name), join(project, name), { recursive: true });
  }
  const { read, write } = files(project);
  const chapter = read(`${content}/${page}`);
  const summary = read(`${content}/SUMMARY.md`);
  const config = read('handbook.toml');
  const base = readFileSync(join(repository, 'themes/default/templates/base.html'), 'utf8');
  const source = config.match(/^source = "(.*)"/m)[1];
  const at = `${source}/${page.replace(/\.md$/, '.html')}`;
  const edits = {
    chapter: { at, save: (word) => write(`${content}/${page}`, `${chapter}\n${word}\n`) },
    heading: { at, save: (word) => write(`${content}/${page}`, `${chapter}\n## ${word}\n`) },
    template: { at, save: (word) => write('theme/templates/base.html', base.replace('</body>', `<p>${word}</p></body>`)) },
    stylesheet: { at, byStyle: true, save: (word) => write('theme/css/zz.css', `:root{--bench:${word}}`) },
    SUMMARY: { at, save: (word) => write(`${content}/SUMMARY.md`, summary.replace(`](${page})`, ` ${word}](${page})`)) },
    configuration: { at, save: (word) => write('handbook.toml', config.replace(/^title = "/m, `title = "${word} `)) },
  };
  const catalogs = existsSync(join(project, 'i18n')) ? readdirSync(join(project, 'i18n')).filter((name) => name.endsWith('.po')) : [];
  for (const name of catalogs.slice(0, 1)) edits.catalog = catalog(read, write, name);
  return {
    name: 'camnang',
    edits,
    patience: 10_000,
    start: () => started(program, ['serve', project, '--port', '0', '--lang', 'en', '--timings'], {}, /(http:\/\/127\.0\.0\.1:\d+\/)/),
  };
}

/**
 * An edit of a catalog: a term of the glossary, which stands in the catalog once and on the glossary's page. Words of other pages
 * can come from elsewhere: pages and contents that are translated whole.
 */
function catalog(read, write, name) {
  const path = `i18n/${name}`;
  const text = read(path);
  const once = (whole, part) => whole.split(part).length === 2;
  const said = [...text.matchAll(/^#: \S*glossary\.toml:\d+\nmsgid .*\nmsgstr "([^"\\]{12,})"$/gm)].map((match) => match[1]);
  return {
    at: `${name.replace('.po', '')}/thuat-ngu.html`,
    choose: (shown) => said.find((msgstr) => once(text, `msgstr "${msgstr}"`) && shown.includes(msgstr)),
    save: (word, old) => write(path, text.replace(`msgstr "${old}"`, `msgstr "${word} ${old}"`)),
  };
}
