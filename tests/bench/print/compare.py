"""How long the Vietnamese A5 book takes beside an equivalent document written by hand for `typst compile`, and beside
WeasyPrint and Chromium on the same text.

Usage: compare.py CAMNANG [HANDBOOK]. Needs PyPI lxml, pikepdf, typst (the compiler of `typst compile`, same version line) and
weasyprint; Chromium if it is there. Processor time is compared (user and system, of the program and what it starts): wall
time depends on who else is at work. What is compared:

- camnang: `camnang print`, the book from its Markdown files, less the same command with a page that holds no text, which
  is what reading the project costs;
- by hand: the same text, notes, tables, references with pages, index, running heads and lists as Typst markup (by_hand.py),
  through the Typst compiler from PyPI with the same faces and PDF standards, less an empty document; and through the same
  program (as its theme's book.typ), where the compiler is built alike.
"""

import json
import pathlib
import re
import resource
import shutil
import subprocess
import sys
import tempfile

import pikepdf
from lxml import html

from by_hand import Hand

RUNS = 5
# A book whose template shows nothing but what it is given, as the words of pictures: where the compared document comes from.
DATA = """#set document(title: "B")
#set text(lang: "vi")
= B
#let dot = bytes("<svg xmlns='http://www.w3.org/2000/svg' width='1' height='1'><rect width='1' height='1'/></svg>")
#for piece in read("/data.json").codepoints().chunks(8000) { image(dot, format: "svg", width: 1pt, alt: piece.join()) }
"""
EMPTY = '#set document(title: "B")\n#set text(lang: "vi")\n= B\n'
COMPILE = """
import sys, typst
typst.Compiler(sys.argv[1], root=sys.argv[2], font_paths=[sys.argv[3]], ignore_system_fonts=True).compile(
    output=sys.argv[4], pdf_standards=["ua-1", "a-2a"], timestamp=0)
"""


def seconds(command, runs=RUNS):
    """The best of some runs."""
    best = float("inf")
    for _ in range(runs):
        before = resource.getrusage(resource.RUSAGE_CHILDREN)
        done = subprocess.run([str(part) for part in command], capture_output=True, text=True)
        after = resource.getrusage(resource.RUSAGE_CHILDREN)
        if done.returncode:
            sys.exit(done.stderr)
        best = min(best, after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime)
    return best


def described(label, time, pdf):
    info = subprocess.run(["pdfinfo", pdf], capture_output=True, text=True, errors="replace").stdout
    print(f"{label}: {time:.2f} s, {re.search(r'Pages: *([0-9]+)', info)[1]} pages, {pdf.stat().st_size // 1000} kB", flush=True)
    return time


def alternatives(element):
    """The words of pictures, in the order of the tags."""
    if "/Alt" in element:
        yield str(element["/Alt"])
    inner = element.get("/K", [])
    for child in inner if isinstance(inner, pikepdf.Array) else [inner]:
        if isinstance(child, pikepdf.Dictionary) and "/S" in child:
            yield from alternatives(child)


class Bench:
    def __init__(self, camnang, root, folder):
        self.camnang, self.root, self.folder = camnang, root, folder
        for name in ("content", "i18n", "handbook.toml"):
            (shutil.copytree if (root / name).is_dir() else shutil.copy)(root / name, folder / name)

    def printed(self, label, template=None, runs=RUNS):
        """The book, or what another template makes of it."""
        theme, out = self.folder / "theme/print", self.folder / "out"
        shutil.rmtree(self.folder / "theme", ignore_errors=True)
        if template is not None:
            theme.mkdir(parents=True)
            (theme / "book.typ").write_text(template)
        # Nothing is taken from an earlier run.
        script = f'rm -rf "{out}"; exec "{self.camnang}" print "{self.folder}" --locale vi --format book-a5 --out "{out}"'
        time = seconds(["sh", "-c", script], runs)
        return described(label, time, out / "print/vi/book-a5.pdf")

    def data(self):
        """What print templates are given."""
        self.printed("data", DATA, 1)
        with pikepdf.open(self.folder / "out/print/vi/book-a5.pdf") as pdf:
            return json.loads("".join(alternatives(pdf.Root.StructTreeRoot)))

    def by_typst(self, label, text, name):
        """A document through the compiler from PyPI."""
        world = self.folder / "world"
        world.mkdir(exist_ok=True)
        (world / name).write_text(text)
        pdf = self.folder / f"{name}.pdf"
        fonts = pathlib.Path(__file__).resolve().parents[3] / "themes/default/fonts/print"
        return described(label, seconds([sys.executable, "-c", COMPILE, world / name, world, fonts, pdf]), pdf)


def main():
    camnang, root = pathlib.Path(sys.argv[1]).resolve(), pathlib.Path(sys.argv[2] if len(sys.argv) > 2 else ".").resolve()
    with tempfile.TemporaryDirectory() as folder:
        bench = Bench(camnang, root, pathlib.Path(folder))
        data = bench.data()
        text = Hand(data).document()
        site = bench.folder / "site"
        subprocess.run([camnang, "build", bench.folder, "--locale", "vi", "--out", site], check=True, capture_output=True)
        # Pictures of the document, where its paths say.
        for path in set(re.findall(r'image\("(/[^"]+)"', text)):
            target = bench.folder / "world" / path[1:]
            target.parent.mkdir(parents=True, exist_ok=True)
            shutil.copy(site / path[1:], target)

        empty = bench.printed("reading alone (a page without text)", EMPTY)
        ours = bench.printed("camnang") - empty
        start = bench.by_typst("Typst, an empty document", EMPTY, "empty.typ")
        hand = bench.by_typst("Typst, by hand", text, "hand.typ") - start
        alike = bench.printed("by hand, through the same program", text) - empty
        print(f"setting alone: camnang {ours:.2f} s; typst compile {hand:.2f} s: {ours / hand:.2f} times; "
              f"the same compiler {alike:.2f} s: {ours / alike:.2f} times", flush=True)

        whole = bench.folder / "whole.html"
        pages = sorted((site / "vi").glob("**/*.html"))
        articles = [article for page in pages for article in html.parse(str(page)).getroot().xpath("//article")]
        bodies = "".join(html.tostring(article, encoding="unicode") for article in articles)
        whole.write_text('<!doctype html><html lang="vi"><meta charset="utf-8"><title>B</title><style>@page{size:A5}'
                         f'body{{font:10.2pt/14.2pt "Source Serif 4",serif}}</style>{bodies}')
        pdf = bench.folder / "weasy.pdf"
        weasy = described("WeasyPrint", seconds([sys.executable, "-m", "weasyprint", whole, pdf], 2), pdf)
        print(f"camnang takes {(ours + empty) / weasy:.3f} of WeasyPrint's time, {ours / weasy:.3f} without reading", flush=True)
        if shutil.which("chromium"):
            pdf = bench.folder / "chromium.pdf"
            described("Chromium", seconds(["chromium", "--headless", "--no-sandbox", f"--print-to-pdf={pdf}", whole], 1), pdf)


main()
