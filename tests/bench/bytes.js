// What one chapter weighs beside the same text by mdBook, Material for MkDocs and Starlight: everything that Chromium
// loads to show it the first time, compressed by gzip, before the reader does anything.
// Usage: node tests/bench/bytes.js [CHAPTER], after the handbook is built; mdBook 0.5 on PATH or in MDBOOK.
// Installs the others from PyPI and npm below target/bench/bytes.
import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { launch } from '../browser/lib/chromium.js';
import { repository, sites } from '../browser/lib/site.js';
import { kinds, weigh } from './weigh.js';

const chapter = process.argv[2] ?? 'ke-hoach/muc-tieu';
const work = join(repository, 'target/bench/bytes');
const run = (command, args, cwd) => execFileSync(command, args, { cwd, stdio: ['ignore', 'ignore', 'inherit'] });
const fresh = (name) => {
  rmSync(join(work, name), { recursive: true, force: true });
  mkdirSync(join(work, name), { recursive: true });
  return join(work, name);
};

/** The chapter as Markdown that all of them read: no front matter, no blocks of camnang's own, links as words. */
const source = readFileSync(join(repository, 'content', `${chapter}.md`), 'utf8');
const title = /^title = "(.*)"/m.exec(source)?.[1] ?? chapter;
const body = source.replace(/^\+\+\+[^]*?\n\+\+\+\n/, '').replace(/^:::.*$/gm, '').replace(/ ?\[@[^\]]*\]/g, '')
  .replace(/\[([^\]]*)\]\([^)]*\)/g, '$1').replace(/ ?\{#[^}]*\}/g, '');
const markdown = `# ${title}\n\n${body}`;

const peers = {
  mdBook() {
    const folder = fresh('mdbook');
    mkdirSync(join(folder, 'src'));
    writeFileSync(join(folder, 'book.toml'), '[book]\ntitle = "Cẩm nang"\nlanguage = "vi"\n');
    writeFileSync(join(folder, 'src/SUMMARY.md'), '# Cẩm nang\n\n- [Mở đầu](index.md)\n- [Chương](chuong.md)\n');
    writeFileSync(join(folder, 'src/index.md'), '# Mở đầu\n');
    writeFileSync(join(folder, 'src/chuong.md'), markdown);
    run(process.env.MDBOOK ?? 'mdbook', ['build'], folder);
    return [join(folder, 'book'), 'chuong.html'];
  },
  'Material for MkDocs'() {
    const folder = fresh('mkdocs');
    const tools = join(work, 'python');
    if (!existsSync(join(tools, 'bin/mkdocs'))) {
      run('python3', ['-m', 'venv', tools], work);
      run(join(tools, 'bin/pip'), ['install', '--quiet', '--disable-pip-version-check', 'mkdocs-material==9.6.20'], work);
    }
    mkdirSync(join(folder, 'docs'));
    // Its fonts come from another host unless told not to; then the browser's own serve.
    writeFileSync(join(folder, 'mkdocs.yml'), 'site_name: Cẩm nang\ntheme:\n  name: material\n  language: vi\n  font: false\n');
    writeFileSync(join(folder, 'docs/index.md'), '# Mở đầu\n');
    writeFileSync(join(folder, 'docs/chuong.md'), markdown);
    run(join(tools, 'bin/mkdocs'), ['build', '--quiet'], folder);
    return [join(folder, 'site'), 'chuong/'];
  },
  Starlight() {
    const folder = join(work, 'starlight');
    mkdirSync(join(folder, 'src/content/docs'), { recursive: true });
    writeFileSync(join(folder, 'package.json'), JSON.stringify({ name: 'bytes', private: true, type: 'module', dependencies: { astro: '5.13.7', '@astrojs/starlight': '0.35.3', sharp: '0.34.3' } }));
    writeFileSync(join(folder, 'astro.config.mjs'), "import { defineConfig } from 'astro/config';\nimport starlight from '@astrojs/starlight';\nexport default defineConfig({ telemetry: false, integrations: [starlight({ title: 'Cẩm nang', locales: { root: { label: 'Tiếng Việt', lang: 'vi' } } })] });\n");
    writeFileSync(join(folder, 'src/content.config.ts'), "import { defineCollection } from 'astro:content';\nimport { docsLoader } from '@astrojs/starlight/loaders';\nimport { docsSchema } from '@astrojs/starlight/schema';\nexport const collections = { docs: defineCollection({ loader: docsLoader(), schema: docsSchema() }) };\n");
    writeFileSync(join(folder, 'src/content/docs/index.md'), '---\ntitle: Mở đầu\n---\n');
    writeFileSync(join(folder, 'src/content/docs/chuong.md'), `---\ntitle: ${title}\n---\n${body}`);
    if (!existsSync(join(folder, 'node_modules/astro'))) run('npm', ['install', '--no-audit', '--no-fund', '--silent'], folder);
    execFileSync('npx', ['astro', 'build'], { cwd: folder, stdio: ['ignore', 'ignore', 'inherit'], env: { ...process.env, ASTRO_TELEMETRY_DISABLED: '1' } });
    return [join(folder, 'dist'), 'chuong/'];
  },
};

/** camnang, given just the same text, as the others are. */
function camnang() {
  const folder = fresh('camnang');
  mkdirSync(join(folder, 'content'));
  writeFileSync(join(folder, 'handbook.toml'), 'title = "Cẩm nang"\nsource = "vi"\nlocales = ["vi"]\n');
  writeFileSync(join(folder, 'content/SUMMARY.md'), '# Cẩm nang\n\n- [Mở đầu](index.md)\n- [Chương](chuong.md)\n');
  writeFileSync(join(folder, 'content/index.md'), '# Mở đầu\n');
  writeFileSync(join(folder, 'content/chuong.md'), markdown);
  run(process.env.CAMNANG ?? join(repository, 'target/debug/camnang'), ['build'], folder);
  return [join(folder, 'public'), 'vi/chuong.html'];
}

const browser = await launch();
const rows = { 'camnang, in the handbook': [sites.handbook, `vi/${chapter}.html`], 'camnang, the same text': camnang() };
for (const [name, build] of Object.entries(peers)) {
  try {
    rows[name] = build();
  } catch (failure) {
    console.error(`${name} was not built: ${failure.message}`);
  }
}
console.log(['kB', ...kinds.map((kind) => kind.toLowerCase()), 'sum', 'without fonts', 'requests', 'from elsewhere'].join(' | '));
for (const [name, place] of Object.entries(rows)) {
  const sums = await weigh(browser, place);
  const total = kinds.reduce((sum, kind) => sum + (sums[kind] ?? 0), 0);
  const kb = (bytes = 0) => (bytes / 1024).toFixed(1);
  console.log([name, ...kinds.map((kind) => kb(sums[kind])), kb(total), kb(total - (sums.Font ?? 0)), sums.requests, sums.elsewhere].join(' | '));
}
await browser.close();
