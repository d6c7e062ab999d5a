// Generated chapters in two languages, the second by a catalog that translates every message: what an edit of a catalog costs.
import { execFileSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { camnang } from './camnang.js';
import { files } from './lib.js';

/** The corpus in `folder` with a catalog; `page`: the chapter whose translation is edited. */
export function bilingual(program, folder, page, project) {
  const config = join(folder, 'handbook.toml');
  const settings = readFileSync(config, 'utf8').replace(/^locales = .*\n/m, '').replace(/^source = "(.*)"\n/m, 'source = "$1"\nlocales = ["$1", "en"]\n');
  writeFileSync(config, settings);
  const subject = camnang(program, folder, page, project);
  execFileSync(program, ['translate', 'extract', project], { stdio: 'ignore' });
  const { read, write } = files(project);
  // Each message is its own translation: as long as a real one, and no fault.
  const translated = read('i18n/en.po').replace(/^msgid ((?:".*"\n)+)msgstr ""\n/gm, (_, id) => `msgid ${id}msgstr ${id}`);
  write('i18n/en.po', translated);
  const said = translated.match(new RegExp(`^#: \\S*${page}:\\d+\\n(?:#.*\\n)*msgid .*\\nmsgstr "([^"\\\\]{40,})"$`, 'm'))[1];
  const catalog = {
    at: `en/${page.replace(/\.md$/, '.html')}`,
    save: (word) => write('i18n/en.po', translated.replace(`msgstr "${said}"`, `msgstr "${word} ${said}"`)),
  };
  return { ...subject, name: 'camnang, two languages', edits: { catalog } };
}
