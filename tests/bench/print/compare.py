"""How long the Vietnamese A5 book takes beside an equivalent document written by hand for `typst compile`, and beside
WeasyPrint and Chromium on the same text.

Usage: compare.py CAMNANG [HANDBOOK] [--rounds N]. Needs PyPI lxml, pikepdf, typst (the compiler of `typst compile`, same
version line) and weasyprint; Chromium if it is there. Whoever else is at work on the machine slows down what runs at that
moment, so the peers run in turn, round after round, and the best and the median of each are told: wall time, and processor
time (user and system, of the program and what it starts). What is compared:

- camnang: `camnang print`, the book from its Markdown files;
- reading: the same command with a page that holds no text, which is what reading the project costs;
- by hand: the same text, notes, tables, references with pages, index, running heads and lists as Typst markup (by_hand.py),
  through the Typst compiler from PyPI with the same faces and PDF standards; and through the same program (as its theme's
  book.typ), where the compiler is built alike.
"""

import argparse
import json
import pathlib
import re
import resource
import shutil
import statistics
import subprocess
import sys
import tempfile
import time

import pikepdf
from lxml import html

from by_hand import Hand

FONTS = pathlib.Path(__file__).resolve().parents[3] / "themes/default/fonts/print"
# Slow peers run in so many of the rounds.
SLOW_ROUNDS = 2
# A book whose template shows nothing but what it is given, as the words of pictures: where the compared document comes from.
DATA = """#set document(title: "B")
#set text(lang: "vi")
= B
#let dot = bytes("<svg xmlns='http://www.w3.org/2000/svg' width='1' height='1'><rect width='1' height='1'/></svg>")
#let data = json("/data.json")
#let whole = data.divisions.map(d => if "path" in d { d + (b: json(d.path)) } else { d })
#for piece in json.encode(data + (divisions: whole)).codepoints().chunks(8000) { image(dot, format: "svg", width: 1pt, alt: piece.join()) }
"""
EMPTY = '#set document(title: "B")\n#set text(lang: "vi")\n= B\n'
COMPILE = """
import sys, typst
typst.Compiler(sys.argv[1], root=sys.argv[2], font_paths=[sys.argv[3]], ignore_system_fonts=True).compile(
    output=sys.argv[4], pdf_standards=["ua-1", "a-2a"], timestamp=0)
"""


class Peer:
    """A command and how long it took each time."""

    def __init__(self, label, command, pdf, rounds=None):
        self.label, self.command, self.pdf, self.rounds = label, [str(part) for part in command], pdf, rounds
        self.wall, self.processor = [], []

    def run(self):
        before, begun = resource.getrusage(resource.RUSAGE_CHILDREN), time.perf_counter()
        done = subprocess.run(self.command, capture_output=True, text=True, errors="replace")
        self.wall.append(time.perf_counter() - begun)
        after = resource.getrusage(resource.RUSAGE_CHILDREN)
        self.processor.append(after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime)
        if done.returncode:
            sys.exit(f"{self.label}: {done.stderr}")

    def tell(self):
        info = subprocess.run(["pdfinfo", self.pdf], capture_output=True, text=True, errors="replace").stdout
        times = "; ".join(f"{name} {min(all):.2f} best, {statistics.median(all):.2f} median"
                          for name, all in (("wall", self.wall), ("processor", self.processor)))
        pages = re.search(r"Pages: *([0-9]+)", info)[1]
        print(f"{self.label}: {times} ({len(self.wall)} runs); {pages} pages, {self.pdf.stat().st_size // 1000} kB", flush=True)


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

    def project(self, name, template=None):
        """The handbook, with another template for its books or with that of the theme."""
        copy = self.folder / name
        copy.mkdir()
        for part in ("content", "i18n", "handbook.toml"):
            (shutil.copytree if (self.root / part).is_dir() else shutil.copy)(self.root / part, copy / part)
        if template is not None:
            (copy / "theme/print").mkdir(parents=True)
            (copy / "theme/print/book.typ").write_text(template)
        return copy

    def printed(self, label, name, template=None):
        """The book of a project, each time as if for the first time."""
        project, out = self.project(name, template), self.folder / f"{name}-out"
        script = f'rm -rf "{out}"; exec "{self.camnang}" print "{project}" --locale vi --format book-a5 --out "{out}"'
        return Peer(label, ["sh", "-c", script], out / "print/vi/book-a5.pdf")

    def data(self):
        """What print templates are given."""
        peer = self.printed("data", "data", DATA)
        peer.run()
        with pikepdf.open(peer.pdf) as pdf:
            return json.loads("".join(alternatives(pdf.Root.StructTreeRoot)))

    def by_typst(self, label, text, name):
        """A document through the compiler from PyPI."""
        world = self.folder / "world"
        world.mkdir(exist_ok=True)
        (world / name).write_text(text)
        pdf = self.folder / f"{name}.pdf"
        return Peer(label, [sys.executable, "-c", COMPILE, world / name, world, FONTS, pdf], pdf)

    def site(self, text):
        """The website; pictures of the document by hand are put where its paths say."""
        site = self.folder / "site"
        subprocess.run([self.camnang, "build", self.folder / "data", "--locale", "vi", "--out", site], capture_output=True)
        for path in set(re.findall(r'image\("(/[^"]+)"', text)):
            target = self.folder / "world" / path[1:]
            target.parent.mkdir(parents=True, exist_ok=True)
            shutil.copy(site / path[1:], target)
        return site

    def whole(self, site):
        """The text of all pages as one page of HTML, on paper of the same size in the same letters."""
        whole = self.folder / "whole.html"
        pages = sorted((site / "vi").glob("**/*.html"))
        articles = [article for page in pages for article in html.parse(str(page)).getroot().xpath("//article")]
        bodies = "".join(html.tostring(article, encoding="unicode") for article in articles)
        whole.write_text('<!doctype html><html lang="vi"><meta charset="utf-8"><title>B</title><style>@page{size:A5}'
                         f'body{{font:10.2pt/14.2pt "Source Serif 4",serif}}</style>{bodies}')
        return whole


def compared(name, of):
    """Ratios by one kind of time, each peer at its best."""
    camnang, reading, hand, alike, empty = (min(of(peer)) for peer in ("camnang", "reading", "hand", "alike", "empty"))
    setting, by_hand = camnang - reading, hand - empty
    told = [f"whole command {camnang / hand:.2f} of `typst compile`", f"setting alone {setting / by_hand:.2f}",
            f"by the same compiler {setting / (alike - reading):.2f}"]
    weasy = of("weasyprint")
    if weasy:
        told.append(f"WeasyPrint: whole command {camnang / min(weasy):.3f}, setting alone {setting / min(weasy):.3f}")
    print(f"{name}: " + "; ".join(told), flush=True)


def main():
    asked = argparse.ArgumentParser()
    asked.add_argument("camnang", type=pathlib.Path)
    asked.add_argument("handbook", type=pathlib.Path, nargs="?", default=pathlib.Path("."))
    asked.add_argument("--rounds", type=int, default=7)
    asked = asked.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        bench = Bench(asked.camnang.resolve(), asked.handbook.resolve(), pathlib.Path(folder))
        text = Hand(bench.data()).document()
        peers = {
            "camnang": bench.printed("camnang", "book"),
            "hand": bench.by_typst("Typst, by hand", text, "hand.typ"),
            "reading": bench.printed("camnang, reading alone (a page without text)", "reading", EMPTY),
            "alike": bench.printed("by hand, through the same program", "alike", text),
            "empty": bench.by_typst("Typst, an empty document", EMPTY, "empty.typ"),
        }
        whole = bench.whole(bench.site(text))
        pdf = bench.folder / "weasy.pdf"
        peers["weasyprint"] = Peer("WeasyPrint", [sys.executable, "-m", "weasyprint", whole, pdf], pdf, SLOW_ROUNDS)
        if shutil.which("chromium"):
            pdf = bench.folder / "chromium.pdf"
            command = ["chromium", "--headless", "--no-sandbox", f"--print-to-pdf={pdf}", whole]
            peers["chromium"] = Peer("Chromium", command, pdf, SLOW_ROUNDS)
        for turn in range(asked.rounds):
            for peer in peers.values():
                if peer.rounds is None or turn < peer.rounds:
                    peer.run()
        for peer in peers.values():
            peer.tell()
        compared("wall time", lambda name: peers[name].wall)
        compared("processor time", lambda name: peers[name].processor)


main()
