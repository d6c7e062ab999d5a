// Writes a handbook of generated Vietnamese chapters that both camnang and mdBook can build.
// Usage: node tests/bench/corpus.js PAGES DIR. The same PAGES and the same shipped handbook always give the same text.
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { vocabulary } from './vocabulary.js';

const [pages, folder] = [Number(process.argv[2]), process.argv[3]];
if (!pages || !folder) {
  console.error('usage: node corpus.js PAGES DIR');
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

mkdirSync(join(folder, 'src'), { recursive: true });
const summary = ['# Tập mẫu', ''];
for (let page = 1; page <= pages; page += 1) {
  if (page % 30 === 1) summary.push('', `# Phần ${Math.ceil(page / 30)}`, '');
  const name = `chuong-${String(page).padStart(5, '0')}.md`;
  const title = `Chương ${page}: ${words(4).join(' ')}`;
  summary.push(`- [${title}](${name})`);
  const sections = Array.from({ length: 9 }, (_, index) => section(page, index + 1));
  writeFileSync(join(folder, 'src', name), `# ${title}\n\n${paragraph()}\n\n${sections.join('\n')}`);
}
writeFileSync(join(folder, 'src/SUMMARY.md'), `${summary.join('\n')}\n`);
writeFileSync(join(folder, 'book.toml'), '[book]\ntitle = "Tập mẫu"\nlanguage = "vi"\nsrc = "src"\n');
writeFileSync(join(folder, 'handbook.toml'), 'title = "Tập mẫu"\nsource = "vi"\nlocales = ["vi"]\ncontent = "src"\n');
