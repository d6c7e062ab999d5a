"""The generators that camnang is measured beside: how each is installed without touching the machine, how it is given the
same chapters, and the command that builds them. Each builds with what it ships or its documentation recommends: its own
search where it has one, no dates from version control, no network."""
import json
import os
import re
import shutil
import subprocess
import sys
from pathlib import Path

TITLE = re.compile(r'^# (.*)\n', re.M)


class Missing(Exception):
    """A peer that cannot be installed here."""


def sh(*command, cwd=None, env=None):
    subprocess.run([str(part) for part in command], cwd=cwd, env=env, check=True, stdout=subprocess.DEVNULL)


def chapters(corpus):
    return sorted((corpus / 'src').glob('chuong-*.md'))


def copied(corpus, folder, front=False):
    """The chapters as other generators want them: with their title in front matter when `front`."""
    folder.mkdir(parents=True, exist_ok=True)
    for chapter in chapters(corpus):
        text = chapter.read_text()
        if front:
            title = TITLE.search(text).group(1)
            text = f'---\ntitle: {json.dumps(title, ensure_ascii=False)}\n---\n{TITLE.sub("", text, count=1)}'
        (folder / chapter.name).write_text(text)
    if (corpus / 'src/hinh').is_dir():
        shutil.copytree(corpus / 'src/hinh', folder / 'hinh', dirs_exist_ok=True)


class Peer:
    """A generator. `text`: the folder of its chapters below its site; `out`: what it writes; `cache`: what it keeps; `most`: the most
    pages it is measured at, because more would take it minutes."""
    text, out, cache, page, most = 'src', 'out', [], 'chuong-00002.html', 3000

    def __init__(self, tools):
        self.tools = tools

    def environment(self):
        return os.environ

    def node(self, name, **packages):
        folder = self.tools / name
        if not (folder / 'node_modules').is_dir():
            folder.mkdir(parents=True, exist_ok=True)
            (folder / 'package.json').write_text(json.dumps({'private': True, 'type': 'module', 'dependencies': packages}))
            sh('npm', 'install', '--no-audit', '--no-fund', '--silent', cwd=folder)
        return folder

    def python(self, name, *packages):
        folder = self.tools / name
        if not (folder / 'done').exists():
            sh(sys.executable, '-m', 'venv', folder)
            sh(folder / 'bin/pip', 'install', '--quiet', '--disable-pip-version-check', *packages)
            (folder / 'done').touch()
        return folder / 'bin'


class Camnang(Peer):
    name = 'camnang'
    page, most = 'vi/chuong-00002.html', 30000

    def __init__(self, tools, program):
        super().__init__(tools)
        self.program = program

    def prepare(self, corpus, site):
        shutil.copytree(corpus, site)

    def command(self, site):
        return [[self.program, 'build', site, '--out', site / 'out']]


class MdBook(Peer):
    name = 'mdBook 0.5'

    def prepare(self, corpus, site):
        self.program = os.environ.get('MDBOOK') or shutil.which('mdbook')
        if not self.program:
            sh('cargo', 'install', '--root', self.tools / 'mdbook', '--locked', '--version', '0.5.4', 'mdbook')
            self.program = self.tools / 'mdbook/bin/mdbook'
        shutil.copytree(corpus, site)

    def command(self, site):
        return [[self.program, 'build', '-d', site / 'out', site]]


class Hugo(Peer):
    name, text, page = 'Hugo, bare templates', 'content', 'chuong-00002/index.html'
    cache = ['resources']

    def program(self):
        found = shutil.which('hugo')
        if found:
            return found
        folder = self.tools / 'hugo'
        if not (folder / 'usr/bin/hugo').exists():
            if not shutil.which('apt-get'):
                raise Missing('no hugo on PATH, and no apt-get to fetch Debian\'s')
            folder.mkdir(parents=True, exist_ok=True)
            sh('apt-get', 'download', 'hugo', 'libsass1', cwd=folder)
            for package in folder.glob('*.deb'):
                sh('dpkg', '-x', package, folder)
        return folder / 'usr/bin/hugo'

    def environment(self):
        libraries = ':'.join(str(path) for path in (self.tools / 'hugo/usr/lib').glob('*'))
        return {**os.environ, 'LD_LIBRARY_PATH': libraries} if libraries else os.environ

    def prepare(self, corpus, site):
        self.hugo = self.program()
        copied(corpus, site / 'content', front=True)
        (site / 'config.toml').write_text('baseURL = "https://example.org/"\ntitle = "Tập mẫu"\nlanguageCode = "vi"\n')
        pages = site / 'layouts/_default'
        pages.mkdir(parents=True)
        shell = '<!doctype html><html lang="vi"><head><meta charset="utf-8"><title>{{ .Title }}</title></head><body><main data-pagefind-body>%s</main></body></html>'
        (pages / 'single.html').write_text(shell % '<h1>{{ .Title }}</h1>{{ .Content }}')
        (pages / 'list.html').write_text(shell % '<ul>{{ range .Pages }}<li><a href="{{ .RelPermalink }}">{{ .Title }}</a></li>{{ end }}</ul>')

    def command(self, site):
        return [[self.hugo, '--quiet', '-s', site, '-d', site / 'out']]


class HugoPagefind(Hugo):
    name = 'Hugo and Pagefind'

    def prepare(self, corpus, site):
        super().prepare(corpus, site)
        self.pagefind = self.node('pagefind', pagefind='1.6.0') / 'node_modules/.bin/pagefind'

    def command(self, site):
        return [*super().command(site), [self.pagefind, '--site', site / 'out']]


class Eleventy(Peer):
    name, page = 'Eleventy, bare', 'chuong-00002/index.html'

    def prepare(self, corpus, site):
        self.program = self.node('eleventy', **{'@11ty/eleventy': '3.1.8'}) / 'node_modules/.bin/eleventy'
        copied(corpus, site / 'src')
        # What is measured lies below a folder that version control ignores.
        (site / 'eleventy.config.mjs').write_text('export default (settings) => settings.setUseGitIgnore(false);\n')

    def command(self, site):
        return [[self.program, '--quiet', '--config=eleventy.config.mjs', '--input=src', '--output=out']]


class Material(Peer):
    name, text, page, most = 'Material for MkDocs', 'docs', 'chuong-00002/index.html', 300

    def prepare(self, corpus, site):
        self.program = self.python('mkdocs', 'mkdocs-material==9.6.20') / 'mkdocs'
        copied(corpus, site / 'docs')
        (site / 'docs/index.md').write_text('# Tập mẫu\n')
        (site / 'mkdocs.yml').write_text('site_name: Tập mẫu\ntheme:\n  name: material\n  language: vi\n  font: false\nplugins: [search]\nmarkdown_extensions: [footnotes, tables, pymdownx.highlight, pymdownx.superfences]\n')

    def command(self, site):
        return [[self.program, 'build', '--quiet', '-f', site / 'mkdocs.yml', '-d', site / 'out']]


class Sphinx(Peer):
    name, most = 'Sphinx', 30
    cache = ['doctrees']

    def prepare(self, corpus, site):
        self.program = self.python('sphinx', 'sphinx==8.2.3', 'myst-parser==4.0.1', 'furo') / 'sphinx-build'
        copied(corpus, site / 'src')
        listed = '\n'.join(chapter.stem for chapter in chapters(corpus))
        (site / 'src/index.md').write_text(f'# Tập mẫu\n\n```{{toctree}}\n{listed}\n```\n')
        (site / 'src/conf.py').write_text('project = "Tập mẫu"\nextensions = ["myst_parser"]\nlanguage = "vi"\nhtml_theme = "furo"\n')

    def command(self, site):
        return [[self.program, '-q', '-j', 'auto', '-d', site / 'doctrees', site / 'src', site / 'out']]


class VitePress(Peer):
    name, most = 'VitePress', 300

    def prepare(self, corpus, site):
        self.folder = self.node('vitepress', vitepress='1.6.4')
        copied(corpus, site / 'src')
        links = [{'text': chapter.stem, 'link': f'/{chapter.stem}'} for chapter in chapters(corpus)]
        settings = {'title': 'Tập mẫu', 'lang': 'vi', 'outDir': '../out', 'ignoreDeadLinks': True,
                    'themeConfig': {'search': {'provider': 'local'}, 'sidebar': links}}
        (site / 'src/.vitepress').mkdir()
        (site / 'src/.vitepress/config.mjs').write_text(f'export default {json.dumps(settings)}\n')
        (site / 'node_modules').symlink_to(self.folder / 'node_modules')

    def command(self, site):
        return [[self.folder / 'node_modules/.bin/vitepress', 'build', site / 'src']]


class Starlight(Peer):
    name, text, page, most = 'Starlight', 'src/content/docs', 'chuong-00002/index.html', 300
    cache = ['.astro', 'node_modules/.astro']

    def prepare(self, corpus, site):
        self.folder = self.node('starlight', **{'astro': '5.13.7', '@astrojs/starlight': '0.35.3', 'sharp': '0.34.3'})
        copied(corpus, site / 'src/content/docs', front=True)
        (site / 'src/content/docs/index.md').write_text('---\ntitle: Tập mẫu\n---\n')
        (site / 'package.json').write_text('{"private": true, "type": "module"}')
        (site / 'astro.config.mjs').write_text("import { defineConfig } from 'astro/config';\nimport starlight from '@astrojs/starlight';\nexport default defineConfig({ outDir: './out', integrations: [starlight({ title: 'Tập mẫu', locales: { root: { label: 'Tiếng Việt', lang: 'vi' } } })] });\n")
        (site / 'src/content.config.ts').write_text("import { defineCollection } from 'astro:content';\nimport { docsLoader } from '@astrojs/starlight/loaders';\nimport { docsSchema } from '@astrojs/starlight/schema';\nexport const collections = { docs: defineCollection({ loader: docsLoader(), schema: docsSchema() }) };\n")
        (site / 'node_modules').symlink_to(self.folder / 'node_modules')

    def environment(self):
        return {**os.environ, 'ASTRO_TELEMETRY_DISABLED': '1'}

    def command(self, site):
        return [[self.folder / 'node_modules/.bin/astro', 'build', '--silent', '--root', site]]


PEERS = {'mdbook': MdBook, 'hugo': Hugo, 'pagefind': HugoPagefind, 'eleventy': Eleventy, 'mkdocs': Material,
         'sphinx': Sphinx, 'vitepress': VitePress, 'starlight': Starlight}
