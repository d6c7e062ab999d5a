// Writes a handbook of generated Vietnamese chapters that both camnang and mdBook can build.
// Usage: node tests/bench/corpus.js PAGES DIR. The same PAGES always gives the same text.
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

const [pages, folder] = [Number(process.argv[2]), process.argv[3]];
if (!pages || !folder) {
  console.error('usage: node corpus.js PAGES DIR');
  process.exit(2);
}

// A small linear congruential generator: the corpus may not depend on the machine.
let state = 20260127;
const random = (below) => (state = (state * 1103515245 + 12345) % 2147483648) % below;

const words = ('địa phương xã phường tỉnh thành phố hình ảnh truyền thông quảng bá thông tin đối ngoại kế hoạch mục tiêu '
  + 'nội dung thông điệp nhiệm vụ giải pháp nguồn lực chỉ số công chúng thị trường trụ cột văn hoá con người di sản '
  + 'du lịch sản phẩm làng nghề lễ hội biển rừng sông núi cà phê gốm lụa cán bộ người dân bạn bè quốc tế phóng viên '
  + 'doanh nghiệp hợp tác phát triển bền vững sáng tạo đổi mới chuyển đổi số dữ liệu báo cáo hằng năm đường dương').split(' ');
const pick = () => words[random(words.length)];
const sentence = () => {
  const text = Array.from({ length: 8 + random(14) }, pick).join(' ');
  return `${text[0].toUpperCase()}${text.slice(1)}.`;
};
const paragraph = () => Array.from({ length: 3 + random(3) }, sentence).join(' ');

const section = (page, number) => {
  const parts = [`## Mục ${number}: ${pick()} ${pick()} ${pick()}\n`, paragraph(), ''];
  switch (number % 5) {
    case 0:
      parts.push('| Việc | Hạn | Kết quả |', '|:--|:-:|--:|');
      for (let row = 0; row < 6; row += 1) parts.push(`| ${pick()} ${pick()} | ${1 + random(28)}/${1 + random(12)} | ${random(10000)} |`);
      break;
    case 1:
      for (let item = 0; item < 6; item += 1) parts.push(`- ${sentence()}`);
      break;
    case 2:
      parts.push(`Xem [chương trước](chuong-${String(Math.max(1, page - 1)).padStart(5, '0')}.md) và chú thích[^n${number}].`, '', `[^n${number}]: ${sentence()}`);
      break;
    case 3:
      parts.push('```toml', `title = "${pick()}"`, `number = ${random(100)}`, '```');
      break;
    default:
      parts.push(`> ${sentence()}`, '', `**${pick()} ${pick()}**: ${sentence()}`);
  }
  return `${parts.join('\n')}\n`;
};

mkdirSync(join(folder, 'src'), { recursive: true });
const summary = ['# Tập mẫu', ''];
for (let page = 1; page <= pages; page += 1) {
  if (page % 30 === 1) summary.push('', `# Phần ${Math.ceil(page / 30)}`, '');
  const name = `chuong-${String(page).padStart(5, '0')}.md`;
  const title = `Chương ${page}: ${pick()} ${pick()}`;
  summary.push(`- [${title}](${name})`);
  const sections = Array.from({ length: 9 }, (_, index) => section(page, index + 1));
  writeFileSync(join(folder, 'src', name), `# ${title}\n\n${paragraph()}\n\n${sections.join('\n')}`);
}
writeFileSync(join(folder, 'src/SUMMARY.md'), `${summary.join('\n')}\n`);
writeFileSync(join(folder, 'book.toml'), '[book]\ntitle = "Tập mẫu"\nlanguage = "vi"\nsrc = "src"\n');
writeFileSync(join(folder, 'handbook.toml'), 'title = "Tập mẫu"\nsource = "vi"\nlocales = ["vi"]\ncontent = "src"\n');
