"""Finds figures and tables that the lists at a book's beginning lead to the wrong page of. Usage: lists.py BOOK.pdf...

Read by pdftotext and by the pages' own labels: a caption begins with the word and the number that its entry begins with. Fails
when an entry names another page than one with that caption, and when a book that has captions lists none.
"""

import re
import subprocess
import sys

import pikepdf

ENTRY = re.compile(r"^ *(Hình|Bảng|Figure|Table) (\d+)\.(.*?)[ .](\d+) *$", re.MULTILINE | re.DOTALL)
CAPTION = re.compile(r"(Hình|Bảng|Figure|Table)\s(\d+)\. ")


def wrong(path):
    """What is wrong with a book, and how many entries were looked at."""
    with pikepdf.open(path) as pdf:
        labels = [page.label for page in pdf.pages]
    text = subprocess.run(["pdftotext", "-layout", path, "-"], capture_output=True, text=True, check=True).stdout.split("\f")
    first = labels.index("1")
    listed = {(word, number): page for word, number, _, page in ENTRY.findall("".join(text[:first]))}
    stands = {}
    for label, page in zip(labels[first:], text[first:]):
        for caption in CAPTION.findall(page):
            stands.setdefault(caption, []).append(label)
    faults = [f"{' '.join(what)}: listed on {page}, stands on {stands.get(what)}" for what, page in listed.items() if page not in stands.get(what, [])]
    if stands and not listed:
        faults.append("its captions are in no list")
    return faults, len(listed)


def main(paths):
    failed = False
    for path in paths:
        faults, looked = wrong(path)
        failed |= bool(faults)
        print(f"{path}: {looked} entries, {len(faults)} wrong")
        print("".join(f"  {fault}\n" for fault in faults), end="")
    return failed


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
