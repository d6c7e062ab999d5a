// Lighthouse on one page of each kind: accessibility, best practices and SEO at 100, bytes within their budgets.
// Usage: node lighthouse.js, after the sites are built.
import { kinds, open } from './lib/lighthouse.js';

const CATEGORIES = ['accessibility', 'best-practices', 'seo'];
/** Compressed bodies with headers, in bytes: the text of a page (HTML, CSS, JavaScript), and its fonts. */
const TEXT = 30 * 1024;
const FONTS = 60 * 1024;

const sum = (requests, types) => requests.filter(({ resourceType }) => types.includes(resourceType)).reduce((total, { transferSize }) => total + transferSize, 0);

const { audit, close } = await open();
let failed = false;
try {
  for (const [kind, page] of Object.entries(kinds)) {
    const { scores, faults, requests } = await audit(page, CATEGORIES);
    const text = sum(requests, ['Document', 'Stylesheet', 'Script']);
    const fonts = sum(requests, ['Font']);
    const wrong = [
      ...faults,
      ...CATEGORIES.filter((name) => scores[name] !== 100).map((name) => `${name}: ${scores[name]}, not 100`),
      ...(text > TEXT ? [`HTML, CSS and JavaScript: ${text} bytes, past ${TEXT}`] : []),
      ...(fonts > FONTS ? [`fonts: ${fonts} bytes, past ${FONTS}`] : []),
      // Without the list of requests the budgets would hold of nothing.
      ...(text === 0 ? ['Lighthouse lists no request'] : []),
    ];
    console.log(`${kind.padEnd(9)}${page.join('/')}: ${CATEGORIES.map((name) => `${name} ${scores[name]}`).join(', ')}; text ${text} B, fonts ${fonts} B`);
    wrong.forEach((line) => console.error(`  ${line}`));
    failed ||= wrong.length > 0;
  }
} finally {
  await close();
}
process.exit(failed ? 1 : 0);
