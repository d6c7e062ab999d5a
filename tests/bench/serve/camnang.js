// camnang's own preview, and what is edited in a handbook while it runs.
import { cpSync, existsSync, readFileSync, readdirSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { files, started } from './lib.js';

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
  for (const name of catalogs.slice(0, 1)) edits.catalog = catalog(read, write, name, source, at, existsSync(join(project, content, name.replace('.po', ''), page)));
  return {
    name: 'camnang',
    edits,
    patience: 20_000,
    start: () => started(program, ['serve', project, '--port', '0', '--lang', 'en', '--timings'], {}, /(http:\/\/127\.0\.0\.1:\d+\/)/),
  };
}

/** An edit of a catalog: a message that stands in it once and is seen once on the page that it translates. */
function catalog(read, write, name, source, at, whole) {
  if (whole) return { skip: `the page is translated whole in ${name.replace('.po', '')}` };
  const path = `i18n/${name}`;
  const text = read(path);
  const once = (long, part) => long.split(part).length === 2;
  const said = [...text.matchAll(/^msgstr "([^"\\]{12,})"$/gm)].map((match) => match[1]).filter((msgstr) => once(text, `msgstr "${msgstr}"`));
  return {
    at: at.replace(source, name.replace('.po', '')),
    choose: (shown) => said.find((msgstr) => once(shown, msgstr)),
    save: (word, old) => write(path, text.replace(`msgstr "${old}"`, `msgstr "${word} ${old}"`)),
  };
}
