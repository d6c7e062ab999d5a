"""Checks sheets for the press. Usage: sheets.py FOLDER... (`print` folders with books, their booklets, and cards).

Every booklet: qpdf finds no fault, fonts are embedded and subset, every letter of every page of the book is on its sheets, and
nothing else but the sheets' labels. Cards: the same of the file, and each says something.
"""

import collections
import pathlib
import re
import subprocess
import sys

# Letters of a sheet's label at most.
LABEL = 80


def run(*command):
    return subprocess.run([str(part) for part in command], capture_output=True, text=True, errors="replace")


def letters(pdf):
    text = run("pdftotext", "-raw", pdf, "-").stdout
    return collections.Counter(re.sub(r"\s+", "", text))


def pages(pdf):
    return int(re.search(r"Pages:\s+(\d+)", run("pdfinfo", pdf).stdout)[1])


def check(pdf):
    faults = []
    if run("qpdf", "--check", pdf).returncode:
        faults.append("qpdf finds faults")
    for line in run("pdffonts", pdf).stdout.splitlines()[2:]:
        if line[-45:].split()[-5:-3] != ["yes", "yes"]:
            faults.append(f"font neither embedded nor subset: {line}")
    text = letters(pdf)
    if "booklet" not in pdf.name:
        return faults if text.total() > 20 else [*faults, "says nothing"]
    book = letters(pdf.with_name(pdf.name.replace("-booklet", "")))
    sides = pages(pdf)
    if lost := book - text:
        faults.append(f"letters are lost: {dict(lost)}")
    if (more := (text - book).total()) > LABEL * sides:
        faults.append(f"{more} letters that are not the book's on {sides} sides")
    if sides != -(-pages(pdf.with_name(pdf.name.replace("-booklet", ""))) // 4) * 2:
        faults.append(f"{sides} sides")
    return faults


def main():
    failed = 0
    for folder in map(pathlib.Path, sys.argv[1:]):
        sheets = sorted([*folder.glob("**/*-booklet.pdf"), *folder.glob("**/cards-*.pdf")])
        assert sheets, f"{folder}: no sheets"
        for pdf in sheets:
            for fault in check(pdf):
                failed += 1
                print(f"{pdf.relative_to(folder)}: {fault}")
        print(f"{folder}: {len(sheets)} sheets, {failed} faults so far")
    sys.exit(bool(failed))


if __name__ == "__main__":
    main()
