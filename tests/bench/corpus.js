// Writes a handbook of generated Vietnamese chapters that both camnang and mdBook can build.
// Usage: node tests/bench/corpus.js PAGES DIR [LOCALES]. The same PAGES and the same shipped handbook always give the same
// text: links, tables, lists, footnotes, code, and a drawing in one chapter of ten. With LOCALES (1 when not said) there
// are so many languages: of every further one a tenth of the chapters has a page of its own, the rest shows the source.
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { vocabulary } from './vocabulary.js';

const [pages, folder, locales] = [Number(process.argv[2]), process.argv[3], Number(process.argv[4] ?? 1)];
const tags = ['vi', 'en', 'fr', 'ja', 'ko', 'ru', 'es', 'lo', 'km', 'th', 'ar', 'zh-Hans', 'de', 'it', 'pt', 'nl', 'sv', 'da',
  'fi', 'nb', 'pl', 'cs', 'sk', 'hu', 'ro', 'bg', 'el', 'tr', 'id', 'ms'];
if (!pages || !folder || !tags[locales - 1]) {
  console.error(`usage: node corpus.js PAGES DIR [LOCALES], at most ${tags.length} of them`);
  process.exit(2);
}

// A small generator of numbers (mulberry32): the corpus may not depend on the machine.
let state = 20260127;
const random = (below) => {
  state = (state + 0x6D2B79F5) | 0;
  let mixed = Math.imul(state ^ (state >>> 15), state | 1);
  mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
  return Math.floor((((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296) * below);
};

const { words, pick } = vocabulary(random);
const capital = (text) => `${text[0].toUpperCase()}${text.slice(1)}`;
const sentence = () => `${capital(words(8 + random(14)).join(' '))}.`;
const paragraph = () => Array.from({ length: 3 + random(3) }, sentence).join(' ');
const date = () => `${1 + random(28)}/${1 + random(12)}/${2020 + random(10)}`;
const document = () => `${1 + random(4000)}/${['BTTTT-TTĐN', 'QĐ-UBND', 'KH-UBND', 'BVHTTDL-TTCS', 'NĐ-CP'][random(5)]}`;

const section = (page, number) => {
  const parts = [`## Mục ${number}: ${words(3).join(' ')}\n`, paragraph(), ''];
  switch (number % 5) {
    case 0:
      parts.push('| Việc | Hạn | Kết quả |', '|:--|:-:|--:|');
      for (let row = 0; row < 6; row += 1) parts.push(`| ${words(2).join(' ')} | ${date()} | ${random(10000)} |`);
      break;
    case 1:
      for (let item = 0; item < 6; item += 1) parts.push(`- ${sentence()}`);
      break;
    case 2:
      parts.push(`Xem [chương trước](chuong-${String(Math.max(1, page - 1)).padStart(5, '0')}.md) và chú thích[^n${number}].`, '', `[^n${number}]: Công văn ${document()} ngày ${date()}: ${sentence()}`);
      break;
    case 3:
      parts.push('```toml', `title = "${pick()}"`, `number = ${random(100)}`, '```');
      break;
    default:
      parts.push(`> ${sentence()}`, '', `**${words(2).join(' ')}**: ${sentence()}`);
  }
  return `${parts.join('\n')}\n`;
};

const draw = (page) => `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 200 100"><title>${page}</title>${
  Array.from({ length: 10 }, (_, bar) => `<rect x="${bar * 20}" y="${(page * (bar + 3)) % 80}" width="15" height="20"/>`).join('')}</svg>\n`;

mkdirSync(join(folder, 'src/hinh'), { recursive: true });
const summary = ['# Tập mẫu', ''];
for (let page = 1; page <= pages; page += 1) {
  if (page % 30 === 1) summary.push('', `# Phần ${Math.ceil(page / 30)}`, '');
  const name = `chuong-${String(page).padStart(5, '0')}.md`;
  const title = `Chương ${page}: ${words(4).join(' ')}`;
  summary.push(`- [${title}](${name})`);
  const sections = Array.from({ length: 9 }, (_, index) => section(page, index + 1));
  const text = `# ${title}\n\n${paragraph()}\n\n${sections.join('\n')}`;
  const drawing = page % 10 === 3 ? `\n![${title}](hinh/${page}.svg)\n` : '';
  if (drawing) writeFileSync(join(folder, 'src/hinh', `${page}.svg`), draw(page));
  writeFileSync(join(folder, 'src', name), `${text}${drawing}`);
  for (const locale of tags.slice(1, page % 10 === 5 ? locales : 0)) {
    mkdirSync(join(folder, 'src', locale), { recursive: true });
    writeFileSync(join(folder, 'src', locale, name), text);
  }
}
writeFileSync(join(folder, 'src/SUMMARY.md'), `${summary.join('\n')}\n`);
writeFileSync(join(folder, 'book.toml'), '[book]\ntitle = "Tập mẫu"\nlanguage = "vi"\nsrc = "src"\n');
writeFileSync(join(folder, 'handbook.toml'), `title = "Tập mẫu"\nsource = "vi"\nlocales = ${JSON.stringify(tags.slice(0, locales))}\ncontent = "src"\n`);
