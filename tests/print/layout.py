"""Finds what a printer would mend, in the text positions of finished books. Usage: layout.py BOOK.pdf...

Widows and orphans (a paragraph's last or first line alone on its page), headings that stand last on a page, loose lines, and
rivers (gaps between words that run down through the lines of a paragraph). Read by mutool, which knows nothing of templates:
a row is what stands on one baseline, running text what has the size that most letters have.

Fails on any widow, orphan or heading left behind, on more than 1 loose line in 100 and on more than 1 river in 1,000
justified lines. For books in scripts that put spaces between words and are written from left to right.
"""

import collections
import concurrent.futures
import re
import statistics
import subprocess
import sys
import xml.etree.ElementTree as ElementTree

# In units of the text size: a gap that is seen as one, and the usual gap of a line that has come apart. A space is 0.26.
WIDE, LOOSE = 0.55, 0.6
# In the same units, how much lower a line may stand whose blank is higher than letters; paragraphs part by twice that.
LOWER = 0.25
# Lines that a river runs through at least.
RIVER = 4
MOST_LOOSE, MOST_RIVERS = 0.01, 0.001
# Share of a page's height above and below which running heads and page numbers stand.
HEAD, FOOT = 0.08, 0.92
ITEM = re.compile(r"^([•–☐☑]|\d+\.|[a-zđ]+\)|\(?\d+\))(\s|$)")
# Dots that lead to a page number.
LEADER = re.compile(r"\. ?\. ?\. ?\.")
ENDS = ".:;!?…”)]"


class Row:
    """What stands on one baseline."""

    def __init__(self, y, letters):
        letters.sort(key=lambda letter: letter[0])
        self.y = y
        self.text = "".join(letter[2] for letter in letters).strip()
        inked = [letter for letter in letters if letter[2].strip()]
        self.left, self.right = inked[0][0], max(letter[1] for letter in inked)
        self.sizes = collections.Counter(letter[3] for letter in inked)
        # Code in a line is smaller.
        self.size = max(self.sizes)
        self.code = all("Mono" in letter[4] for letter in inked)
        self.heads = all("Serif" not in letter[4] and "Mono" not in letter[4] for letter in inked)
        # Terms of a glossary begin so, with small letters.
        self.bold = "Bold" in inked[0][4]
        # Between words: from the end of one letter to the beginning of the next.
        self.gaps = []
        for before, after in zip(inked, inked[1:]):
            if after[0] - before[1] > 0.12 * self.size:
                self.gaps.append((before[1], after[0]))


def rows(page):
    found = collections.defaultdict(list)
    for font in page.iter("font"):
        size, name = round(float(font.get("size")), 1), font.get("name")
        for char in font.iter("char"):
            quad = [float(number) for number in char.get("quad").split()]
            found[round(float(char.get("y")))].append((quad[0], quad[2], char.get("c"), size, name))
    made = [Row(y, letters) for y, letters in sorted(found.items()) if any(letter[2].strip() for letter in letters)]
    height = float(page.get("height"))
    return [row for row in made if HEAD * height < row.y < FOOT * height]


class Book:
    def __init__(self, pdf):
        text = subprocess.run(["mutool", "draw", "-q", "-F", "stext", "-o", "-", pdf], capture_output=True, check=True).stdout
        pages = ElementTree.fromstring(text).iter("page")
        self.pages = [rows(page) for page in pages]
        every = [row for page in self.pages for row in page]
        letters = collections.Counter()
        for row in every:
            letters.update(row.sizes)
        self.size = letters.most_common(1)[0][0]
        steps = collections.Counter(
            below.y - above.y for page in self.pages for above, below in zip(page, page[1:]) if self.body(above) and self.body(below))
        self.pitch = max(steps, key=steps.get, default=0)
        edges = collections.Counter(round(row.right) for row in every if self.body(row))
        self.edges = {edge for edge, count in edges.items() if count > len(every) / 400}

    def body(self, row):
        return row.size == self.size and not row.heads

    def follow(self, above, below):
        """Lines of one paragraph, as far as distance tells: one that has a blank to write on stands a little lower."""
        return -1 <= below.y - above.y - self.pitch <= LOWER * self.size and self.body(above) and self.body(below)

    def filled(self, row):
        return round(row.right) in self.edges

    def goes_on(self, last, first):
        """Whether a paragraph goes over the page."""
        return (self.body(last) and self.body(first) and self.filled(last) and last.text[-1] not in ENDS
                and first.text[0].islower() and not first.bold and not ITEM.match(first.text))

    def faults(self):
        """Page, what, words."""
        # Notes at the foot are smaller than other text; so is code, which has a face of its own.
        texts = [[row for row in page if row.heads or row.code or row.size > 0.81 * self.size] for page in self.pages]
        for number, (page, following) in enumerate(zip(texts, texts[1:] + [[]]), 1):
            if not page:
                continue
            last = page[-1]
            if last.heads and last.size >= self.size and any(self.body(row) for row in page):
                yield number, "heading left behind", last.text
            if not following or not self.goes_on(last, following[0]):
                continue
            first = following[0]
            # An item's lines hang: what only begins like one, “a) to e)”, does not. Left and right pages have other margins.
            inset = lambda row, rows: row.left - min(other.left for other in rows)
            begins = ITEM.match(last.text) and inset(first, following) > inset(last, page) + 1
            if len(page) > 1 and (not self.follow(page[-2], last) or begins):
                yield number, "orphan", last.text
            if len(following) > 1 and (not self.follow(first, following[1]) or ITEM.match(following[1].text)):
                yield number + 1, "widow", first.text

    def justified(self):
        """Paragraphs' lines that fill their measure, in runs that follow each other."""
        for number, page in enumerate(self.pages, 1):
            run = []
            for row in page:
                if run and not self.follow(run[-1], row):
                    yield number, run
                    run = []
                if self.body(row) and self.filled(row) and row.gaps and not LEADER.search(row.text):
                    run.append(row)
                elif run:
                    yield number, run
                    run = []
            if run:
                yield number, run

    def spacing(self):
        """Justified lines, loose ones, rivers: each of the last two with its page and words."""
        count, loose, rivers = 0, [], []
        for number, run in self.justified():
            count += len(run)
            for row in run:
                # The middle one: a line to write on is a gap of its own.
                if statistics.median_low(end - begin for begin, end in row.gaps) > LOOSE * self.size:
                    loose.append((number, row.text))
            # How many lines up each wide gap has one above it.
            above = []
            for row in run:
                wide = [gap for gap in row.gaps if gap[1] - gap[0] > WIDE * self.size]
                chains = []
                for gap in wide:
                    under = [length for other, length in above if min(gap[1], other[1]) - max(gap[0], other[0]) > 0.1 * self.size]
                    chains.append((gap, 1 + max(under, default=0)))
                rivers += [(number, row.text) for _, length in chains if length == RIVER]
                above = chains
        return count, loose, rivers


def check(pdf):
    book = Book(pdf)
    faults = list(book.faults())
    count, loose, rivers = book.spacing()
    lines = [f"{pdf}: {len(book.pages)} pages, {count} justified lines, {len(faults)} widows, orphans or headings left behind, "
             f"{len(loose)} loose lines, {len(rivers)} rivers"]
    lines += [f"  page {page}: {what}: {text}" for page, what, text in faults]
    lines += [f"  page {page}: loose: {text}" for page, text in loose]
    lines += [f"  page {page}: river: {text}" for page, text in rivers]
    return not faults and len(loose) <= MOST_LOOSE * count and len(rivers) <= MOST_RIVERS * count, lines


def main():
    with concurrent.futures.ProcessPoolExecutor(2) as pool:
        results = list(pool.map(check, sys.argv[1:]))
    for _, lines in results:
        print("\n".join(lines))
    sys.exit(not all(good for good, _ in results))


if __name__ == "__main__":
    main()
