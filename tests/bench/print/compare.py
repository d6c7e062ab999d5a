"""How long the Vietnamese A5 book takes beside the same text written by hand for Typst, and beside WeasyPrint and Chromium.

Usage: compare.py CAMNANG [HANDBOOK]. Needs PyPI lxml and weasyprint; Chromium if it is there. Processor time is compared
(user and system, of the program and what it starts): wall time depends on who else is at work. Typst by hand goes through
the same program: its book.typ is replaced by a document with all the text in it.
"""

import pathlib
import re
import resource
import shutil
import subprocess
import sys
import tempfile

from lxml import html

RUNS = 3


def seconds(command):
    """The best of some runs."""
    best = float("inf")
    for _ in range(RUNS):
        before = resource.getrusage(resource.RUSAGE_CHILDREN)
        subprocess.run([str(c) for c in command], check=True, capture_output=True)
        after = resource.getrusage(resource.RUSAGE_CHILDREN)
        best = min(best, after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime)
    return best


def escaped(text):
    return re.sub(r"([\\#$*_`<>@\[\]~=\-+/\"'])", r"\\\1", re.sub(r"\s+", " ", text.replace("↩", "")))


def by_hand(pages):
    """The text of the pages as Typst markup: headings, paragraphs, lists, tables."""
    out = ['#set document(title: "B")', '#set page(width: 148mm, height: 210mm, numbering: "1")',
           '#set text(font: "Source Serif 4", size: 10.2pt, lang: "vi")', "#set par(justify: true)", "#outline()"]
    for page in pages:
        tree = html.parse(str(page)).getroot()
        title = tree.find(".//h1")
        out.append("#pagebreak(weak: true)\n= " + escaped(title.text_content()))
        for block in tree.xpath("//*[contains(concat(' ', @class, ' '), ' prose ')]//*[self::h2 or self::h3 or self::p or self::li or self::table]"):
            if block.xpath("ancestor::table | ancestor::li"):
                continue
            text = escaped(block.text_content().strip())
            if block.tag == "table":
                rows = [[escaped(c.text_content().strip()) for c in row.xpath("./th|./td")] for row in block.iter("tr")]
                width = max(map(len, rows))
                cells = ", ".join(f"[{c}]" for row in rows for c in row + [""] * (width - len(row)))
                out.append(f"#table(columns: ({'1fr, ' * width}), {cells})")
            elif block.tag in ("h2", "h3"):
                out.append("=" * int(block.tag[1]) + " " + text)
            else:
                out.append(("- " if block.tag == "li" else "") + text)
    return "\n\n".join(out)


def main():
    camnang, root = pathlib.Path(sys.argv[1]).resolve(), pathlib.Path(sys.argv[2] if len(sys.argv) > 2 else ".").resolve()
    with tempfile.TemporaryDirectory() as folder:
        folder = pathlib.Path(folder)
        for name in ("content", "i18n", "handbook.toml"):
            (shutil.copytree if (root / name).is_dir() else shutil.copy)(root / name, folder / name)
        site = folder / "site"
        subprocess.run([camnang, "build", folder, "--locale", "vi", "--out", site], check=True, capture_output=True)
        pages = sorted(p for p in (site / "vi").glob("**/*.html") if 'class="prose"' in p.read_text() or "prose" in p.read_text())
        pages = [p for p in pages if html.parse(str(p)).getroot().find(".//h1") is not None]

        def printed(label, book=None):
            theme = folder / "theme/print"
            shutil.rmtree(folder / "theme", ignore_errors=True)
            if book is not None:
                theme.mkdir(parents=True)
                (theme / "book.typ").write_text(book)
            def command():
                shutil.rmtree(folder / "out", ignore_errors=True)
                return [camnang, "print", folder, "--locale", "vi", "--format", "book-a5", "--out", folder / "out"]
            time = min(seconds_once(command) for _ in range(RUNS))
            pdf = folder / "out/print/vi/book-a5.pdf"
            count = subprocess.run(["pdfinfo", pdf], capture_output=True, text=True, errors="replace").stdout
            print(f"{label}: {time:.2f} s, {re.search(r'Pages: *([0-9]+)', count)[1]} pages, {pdf.stat().st_size // 1000} kB")
            return time

        empty = printed("reading alone (a page without text)", '#set document(title: "B")\n#set text(lang: "vi")\n= B\n')
        ours = printed("camnang") - empty
        hand = printed("Typst by hand", by_hand(pages)) - empty
        print(f"setting alone: {ours:.2f} s against {hand:.2f} s by hand: {ours / hand:.2f} times")

        whole = folder / "whole.html"
        bodies = [html.tostring(html.parse(str(p)).getroot().xpath("//article")[0], encoding="unicode") for p in pages if html.parse(str(p)).getroot().xpath("//article")]
        whole.write_text('<!doctype html><html lang="vi"><meta charset="utf-8"><title>B</title><style>@page{size:A5}body{font:10.2pt/14.2pt "Source Serif 4",serif}</style>' + "".join(bodies))
        weasy = seconds([sys.executable, "-m", "weasyprint", whole, folder / "weasy.pdf"])
        print(f"WeasyPrint: {weasy:.2f} s; camnang takes {(ours + empty) / weasy:.2f} of it, {ours / weasy:.2f} without reading")
        if shutil.which("chromium"):
            chromium = seconds(["chromium", "--headless", "--no-sandbox", f"--print-to-pdf={folder}/chromium.pdf", whole])
            print(f"Chromium: {chromium:.2f} s")


def seconds_once(command):
    parts = [str(c) for c in command()]
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    done = subprocess.run(parts, capture_output=True, text=True)
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    if done.returncode:
        sys.exit(done.stderr)
    return after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime


main()
