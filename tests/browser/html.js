// Runs the Nu checker over every built page of the sites given. Errors fail; warnings are printed.
import { execFileSync } from 'node:child_process';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { pages } from './lib/site.js';

const jar = createRequire(import.meta.url)('vnu-jar');
let files = 0;
let errors = 0;
for (const site of process.argv.slice(2)) {
  const all = pages(site).map((page) => join(site, page));
  files += all.length;
  for (let at = 0; at < all.length; at += 200) {
    const batch = all.slice(at, at + 200);
    let report;
    try {
      report = execFileSync('java', ['-Xss8m', '-jar', jar, '--format', 'json', '--stdout', '--exit-zero-always', ...batch], { maxBuffer: 1 << 28 });
    } catch (failure) {
      console.log(`the checker did not run: ${failure.message}`);
      process.exit(1);
    }
    for (const { type, url, lastLine, message, extract } of JSON.parse(report).messages) {
      // Newer than the checker, known to browsers; seen only where the style sheet stands in the page.
      if (/^CSS: .*Property “field-sizing” doesn't exist/.test(message)) continue;
      if (type === 'error' || type === 'non-document-error') errors += 1;
      if (type !== 'info') console.log(`${type}: ${url}:${lastLine ?? ''} ${message} | ${(extract ?? '').trim().slice(0, 120)}`);
    }
  }
}
console.log(`html: ${files} pages checked, ${errors} errors`);
process.exit(errors || !files ? 1 : 0);
