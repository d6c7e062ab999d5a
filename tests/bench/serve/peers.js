// Other generators with the same chapters, each as its own manual starts it: what they cost an author between saving and seeing.
import { cpSync, mkdirSync, readFileSync, readdirSync } from 'node:fs';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { files } from './lib.js';
import { started } from '../../browser/lib/started.js';

const port = () => new Promise((done) => {
  const probe = createServer().listen(0, '127.0.0.1', () => {
    const { port: free } = probe.address();
    probe.close(() => done(free));
  });
});
const chapters = (corpus) => readdirSync(join(corpus, 'src')).filter((name) => name.startsWith('chuong-')).sort();

/** mdBook builds the corpus as it is. */
function mdbook(program, corpus, page, project) {
  cpSync(corpus, project, { recursive: true });
  const { read, write } = files(project);
  const book = `${read('book.toml')}\n[output.html]\nadditional-css = ["bench.css"]\n`;
  write('bench.css', ':root{--bench:none}');
  write('book.toml', book);
  const [chapter, summary, at] = [read(`src/${page}`), read('src/SUMMARY.md'), page.replace('.md', '.html')];
  return {
    name: 'mdBook',
    edits: {
      chapter: { at, save: (word) => write(`src/${page}`, `${chapter}\n${word}\n`) },
      heading: { at, save: (word) => write(`src/${page}`, `${chapter}\n## ${word}\n`) },
      template: { at, save: (word) => write('theme/header.hbs', `<p>${word}</p>`) },
      stylesheet: { at, byStyle: true, save: (word) => write('bench.css', `:root{--bench:${word}}`) },
      SUMMARY: { at, save: (word) => write('src/SUMMARY.md', summary.replace(`](${page})`, ` ${word}](${page})`)) },
      configuration: { at, save: (word) => write('book.toml', book.replace('title = "', `title = "${word} `)) },
    },
    start: async () => {
      const free = await port();
      const server = await started(program, ['serve', project, '-p', String(free), '-n', '127.0.0.1'], {}, /Serving on: (http\S+)/);
      return { ...server, address: `http://127.0.0.1:${free}/` };
    },
  };
}

/** Hugo with the barest templates that give each page a table of contents of the book. */
function hugo(program, corpus, page, project) {
  const { read, write } = files(project);
  const config = 'baseURL = "http://localhost/"\ntitle = "Tập mẫu"\nlanguageCode = "vi"\ndisableKinds = ["taxonomy", "term", "RSS"]\n';
  write('config.toml', config);
  chapters(corpus).forEach((name, index) => {
    const text = readFileSync(join(corpus, 'src', name), 'utf8').replace(/\]\((chuong-\d+)\.md\)/g, '](../$1/)');
    const title = text.match(/^# (.*)/)[1];
    write(`content/${name}`, `---\ntitle: ${JSON.stringify(title)}\nweight: ${index + 1}\n---\n${text}`);
  });
  const single = '<!doctype html><html lang="vi"><head><meta charset="utf-8"><title>{{ .Title }} · {{ .Site.Title }}</title><link rel="stylesheet" href="/bench.css"></head>'
    + '<body><nav><ol>{{ range .Site.RegularPages.ByWeight }}<li><a href="{{ .RelPermalink }}">{{ .Title }}</a></li>{{ end }}</ol></nav><main>{{ .Content }}</main></body></html>';
  write('layouts/_default/single.html', single);
  write('layouts/_default/list.html', single);
  write('layouts/index.html', single);
  write('static/bench.css', ':root{--bench:none}');
  const [chapter, at] = [read(`content/${page}`), page.replace('.md', '/')];
  return {
    name: 'Hugo',
    edits: {
      chapter: { at, save: (word) => write(`content/${page}`, `${chapter}\n${word}\n`) },
      heading: { at, save: (word) => write(`content/${page}`, `${chapter}\n## ${word}\n`) },
      template: { at, save: (word) => write('layouts/_default/single.html', single.replace('</body>', `<p>${word}</p></body>`)) },
      stylesheet: { at, byStyle: true, save: (word) => write('static/bench.css', `:root{--bench:${word}}`) },
      configuration: { at, save: (word) => write('config.toml', config.replace('title = "', `title = "${word} `)) },
    },
    start: async () => {
      const free = await port();
      const server = await started(program, ['server', '--port', String(free), '--bind', '127.0.0.1'], { cwd: project }, /(Web Server is available)/);
      return { ...server, address: `http://127.0.0.1:${free}/` };
    },
  };
}

/** Material for MkDocs, told to watch its templates too. */
function mkdocs(program, corpus, page, project) {
  const { read, write } = files(project);
  mkdirSync(join(project, 'docs'), { recursive: true });
  for (const name of chapters(corpus)) cpSync(join(corpus, 'src', name), join(project, 'docs', name));
  write('docs/index.md', '# Tập mẫu\n');
  const config = 'site_name: "Tập mẫu"\ntheme:\n  name: material\n  custom_dir: overrides\n  language: vi\nextra_css: [bench.css]\nmarkdown_extensions: [footnotes]\n';
  write('mkdocs.yml', config);
  write('overrides/main.html', '{% extends "base.html" %}');
  write('docs/bench.css', ':root{--bench:none}');
  const [chapter, at] = [read(`docs/${page}`), page.replace('.md', '/')];
  return {
    name: 'Material for MkDocs',
    edits: {
      chapter: { at, save: (word) => write(`docs/${page}`, `${chapter}\n${word}\n`) },
      heading: { at, save: (word) => write(`docs/${page}`, `${chapter}\n## ${word}\n`) },
      template: { at, save: (word) => write('overrides/main.html', `{% extends "base.html" %}{% block announce %}${word}{% endblock %}`) },
      stylesheet: { at, byStyle: true, save: (word) => write('docs/bench.css', `:root{--bench:${word}}`) },
      configuration: { at, save: (word) => write('mkdocs.yml', config.replace('site_name: "', `site_name: "${word} `)) },
    },
    start: async () => {
      const free = await port();
      const server = await started(program, ['serve', '-a', `127.0.0.1:${free}`, '-w', 'overrides'], { cwd: project }, /(Serving on)/);
      return { ...server, address: `http://127.0.0.1:${free}/` };
    },
  };
}

/** By the name of the variable that holds the program. */
export const peers = { MDBOOK: mdbook, HUGO: hugo, MKDOCS: mkdocs };
