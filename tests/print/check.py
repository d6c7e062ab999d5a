"""Checks finished PDF files with tools that are not ours. Usage: check.py SITE... (folders made by `camnang build --print`).

Every book: qpdf, mutool and pikepdf (a reader of its own on qpdf's parser) find no fault, every font is embedded and subset,
the structure tree is there, PDF/UA-1 and PDF/A-2a are claimed, outloud finds no error, nothing leaves the pages. Every page's text is whole: its words on the website stand in its own PDF in their order.
"""

import concurrent.futures
import html.parser
import json
import pathlib
import re
import subprocess
import sys
import unicodedata

import pikepdf

# Scripts whose letters are joined or reordered when they are set: readers of PDF lose some of them.
JOINED = re.compile("[\u0600-\u08ff\u0e00-\u0eff\u1780-\u17ff\ufb50-\ufeff]")


# What a website says around a text and paper does not.
MOST_LOST = 0.005


def run(*command):
    done = subprocess.run([str(part) for part in command], capture_output=True, text=True, errors="replace")
    return done.returncode, done.stdout, done.stderr


class Prose(html.parser.HTMLParser):
    """The words of a page's text, without what only a screen needs."""

    SKIP = ("visually-hidden", "heading-number", "footnotes", "footnote-reference", "self-link", "clause-label", "table-scroll-label")
    VOID = {"br", "img", "hr", "input", "wbr", "source", "col"}

    def __init__(self):
        super().__init__()
        self.depth = self.prose = self.skipped = 0
        self.text = []

    def handle_starttag(self, tag, attributes):
        classes = (dict(attributes).get("class") or "").split()
        if tag in self.VOID:
            self.text.append(" ")
            return
        self.depth += 1
        if "prose" in classes and not self.prose:
            self.prose = self.depth
        if not self.skipped and (any(c in self.SKIP for c in classes) or tag in ("button", "output", "option", "svg", "template")):
            self.skipped = self.depth
        self.text.append(" ")

    def handle_endtag(self, tag):
        if tag in self.VOID:
            return
        if self.skipped == self.depth:
            self.skipped = 0
        if self.prose == self.depth:
            self.prose = 0
        self.depth -= 1
        self.text.append(" ")

    def handle_data(self, data):
        if self.prose and not self.skipped:
            self.text.append(data)


def letters(text):
    """Letters and digits alone: white space, hyphens at line ends and marks of lists are the typesetter's."""
    text = unicodedata.normalize("NFC", text).lower()
    return re.sub(r"[\W_]+", "", JOINED.sub("", text))


def missing_words(page, pdf):
    """The share of eight-letter pieces of a page's text that its PDF does not have."""
    parser = Prose()
    parser.feed(page.read_text(encoding="utf-8"))
    code, text, _ = run("pdftotext", "-layout", "-nopgbrk", pdf, "-")
    if code:
        return 1.0, "pdftotext failed"
    _, raw, _ = run("pdftotext", "-raw", "-nopgbrk", pdf, "-")
    have = letters(text) + " " + letters(raw)
    lost, count, example = 0, 0, ""
    for word in re.findall(r"\w+", unicodedata.normalize("NFC", " ".join(parser.text)).lower()):
        word = letters(word)
        if len(word) < 2:
            continue
        count += 1
        if word not in have:
            lost += 1
            example = example or word
    return lost / max(count, 1), example


def is_repeated_head(pdf, finding):
    """A table's head that is repeated on its next pages, and the running head that repeats a chapter's title, must not be
    read a second time; outloud takes a long one for prose that is skipped. It is no fault when a table's words are read on
    the pages before, or a box's title up to the “(continued)” behind it, or when the words are a heading's in the outline."""
    if finding["rule"] != "TAG-002":
        return False
    with pikepdf.open(pdf) as document, document.open_outline() as outline:
        waiting, titles = list(outline.root), set()
        while waiting:
            entry = waiting.pop()
            titles.add(re.sub(r"^[\d.]+ ", "", entry.title))
            waiting += entry.children
    if any(title.startswith(finding["evidence"]) for title in titles):
        return True
    first, last = str(max(1, finding["page"] - 3)), str(finding["page"] - 1)
    text = run("pdftotext", "-layout", "-f", first, "-l", last, pdf, "-")[1]
    # A word at a line's end may be divided in one of them.
    repeated = re.sub(r" \([^()]*\)$", "", finding["evidence"])
    return all(letters(word) in letters(text) for word in repeated.split())


def read_by_pikepdf(pdf):
    """What the catalogue promises: language, title shown, marked content, an outline, a page label each; tab order by tags."""
    faults = []
    with pikepdf.open(pdf) as document:
        faults += [f"pikepdf: {problem}" for problem in document.check_pdf_syntax()]
        root = document.Root
        if not str(root.get("/Lang", "")):
            faults.append("pikepdf: no language")
        if not root.get("/MarkInfo", {}).get("/Marked", False) or "/StructTreeRoot" not in root:
            faults.append("pikepdf: not marked")
        if not root.get("/ViewerPreferences", {}).get("/DisplayDocTitle", False):
            faults.append("pikepdf: the title is not shown")
        with document.open_outline() as outline:
            if not outline.root:
                faults.append("pikepdf: no outline")
        for number, page in enumerate(document.pages, 1):
            if "/Annots" in page and page.get("/Tabs") != "/S":
                faults.append(f"pikepdf: page {number} is not tabbed through in the order of its tags")
    return faults


def outside(pdf):
    """Words that leave their page, or stand below the text area where the page's number is: text that is lost in print."""
    faults, page, size = [], 0, (0.0, 0.0)
    for line in run("pdftotext", "-bbox", pdf, "-")[1].splitlines():
        number = {name: float(value) for name, value in re.findall(r'(\w+)="([\d.-]+)"', line)}
        if "<page " in line:
            page, size = page + 1, (number["width"], number["height"])
        elif "<word " in line and len(number) == 4:
            if number["xMin"] < 0 or number["xMax"] > size[0] + 0.5 or number["yMax"] > size[1] - 20:
                faults.append(f"page {page}: {line.strip()} leaves the page")
    return faults


def check_book(pdf):
    faults = []
    code, out, err = run("qpdf", "--check", pdf)
    if code:
        faults.append(f"qpdf: {out}{err}")
    # It draws every page, and says on standard error what it had to guess.
    code, _, err = run("mutool", "draw", "-q", "-F", "txt", "-o", "/dev/null", pdf)
    said = [line for line in err.splitlines() if line.strip() and "ICC support" not in line]
    if code or said:
        faults.append(f"mutool: {said}")
    faults += read_by_pikepdf(pdf)
    faults += outside(pdf)
    for line in run("pdffonts", pdf)[1].splitlines()[2:]:
        embedded, subset = line[-45:].split()[-5:-3]
        if (embedded, subset) != ("yes", "yes"):
            faults.append(f"font neither embedded nor subset: {line}")
    info = run("pdfinfo", pdf)[1]
    if not re.search(r"Tagged:\s+yes", info) or not re.search(r"Title:\s+\S", info):
        faults.append("no tags or no title")
    meta = run("pdfinfo", "-meta", pdf)[1]
    for claim in ("<pdfuaid:part>1<", "<pdfaid:part>2<", "<pdfaid:conformance>A<"):
        if claim not in meta:
            faults.append(f"the file does not claim {claim}")
    structure = run("pdfinfo", "-struct", pdf)[1]
    for element in ("Document", "H1", "P ", "TOC", "TH"):
        if element not in structure and "book" in pdf.name:
            faults.append(f"no {element} in the structure tree")
    # The same tags stand in every form of a book: the slowest of the checks reads one of them.
    if pdf.name != "book-a5.pdf":
        return faults
    report = json.loads(run("outloud", "--no-info", "--json", "-", pdf)[1])
    for finding in report["results"][0]["findings"]:
        if finding["severity"] == "error" and not is_repeated_head(pdf, finding):
            faults.append(f"outloud: {finding['rule']} page {finding.get('page')}: {finding['message']} ({finding.get('evidence')})")
    return faults


def check_site(site, pool):
    books = sorted(p for p in site.glob("print/*/*.pdf") if re.match(r"(book|reading)-a[45]\.pdf$", p.name))
    pages = [(page, site / "print" / page.relative_to(site).with_suffix(".pdf")) for page in sorted(site.glob("*/**/*.html"))]
    pages = [(page, pdf) for page, pdf in pages if pdf.is_file()]
    assert books and pages, f"{site}: nothing was printed"
    failed = 0
    for pdf, faults in zip(books, pool.map(check_book, books)):
        count = re.search(r"Pages:\s+(\d+)", run("pdfinfo", pdf)[1])
        print(f"{pdf.relative_to(site)}: {count and count[1]} pages, {pdf.stat().st_size // 1000} kB, {len(faults)} faults")
        failed += len(faults)
        for fault in faults:
            print(f"  {fault}")
    for (page, pdf), (share, example) in zip(pages, pool.map(lambda pair: missing_words(*pair), pages)):
        if share > MOST_LOST:
            failed += 1
            print(f"{pdf.relative_to(site)}: {share:.1%} of its words cannot be copied out, such as “{example}”")
    print(f"{site}: {len(books)} books, {len(pages)} pages, {failed} faults")
    return failed


def main():
    with concurrent.futures.ThreadPoolExecutor(2) as pool:
        failed = sum(check_site(pathlib.Path(site), pool) for site in sys.argv[1:])
    sys.exit(bool(failed))


main()
