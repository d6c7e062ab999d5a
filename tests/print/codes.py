"""Every QR code of printed PDFs is read from the page's image, and says what its words for those who cannot see it say.

Usage: codes.py FOLDER... (searched for A5 books and cards). Needs pdftoppm, and PyPI pikepdf, pillow and zxing-cpp.
"""

import pathlib
import re
import subprocess
import sys
import tempfile

import pikepdf
import zxingcpp
from PIL import Image

# Printers have more; what is read from so few dots is read from paper.
DPI = 150


def alternatives(element):
    """The words of pictures, in the order of the tags."""
    if "/Alt" in element:
        yield str(element["/Alt"])
    inner = element.get("/K", [])
    for child in inner if isinstance(inner, pikepdf.Array) else [inner]:
        if isinstance(child, pikepdf.Dictionary) and "/S" in child:
            yield from alternatives(child)


def read(path):
    """What the codes of all pages say, in no order."""
    found = []
    with tempfile.TemporaryDirectory() as folder:
        subprocess.run(["pdftoppm", "-r", str(DPI), "-gray", path, f"{folder}/page"], check=True)
        for page in sorted(pathlib.Path(folder).iterdir()):
            with Image.open(page) as image:
                found += [code.text for code in zxingcpp.read_barcodes(image, formats=zxingcpp.BarcodeFormat.QRCode)]
    return sorted(found)


def said(path):
    """What the codes of a book should say: the address that ends the words of its picture."""
    with pikepdf.open(path) as pdf:
        ends = (re.search(r"https?://\S+$", words) for words in alternatives(pdf.Root.StructTreeRoot))
        return sorted(end[0] for end in ends if end)


def main():
    books = [path for folder in sys.argv[1:] for path in sorted(pathlib.Path(folder).glob("**/book-a5.pdf"))]
    decks = [path for folder in sys.argv[1:] for path in sorted(pathlib.Path(folder).glob("**/cards-a6.pdf"))]
    faults, codes = 0, 0
    pairs = [(path, read(path), said(path)) for path in books]
    # Sheets have no tags: both sizes of a card say the same.
    pairs += [(path, read(path), read(path.with_name("cards-85x54.pdf"))) for path in decks]
    for path, found, wanted in pairs:
        codes += len(found)
        if found != wanted:
            faults += 1
            print(f"{path}: read {found}, not {wanted}")
    print(f"{len(books)} books, {len(decks)} decks: {codes} codes read, {faults} faults")
    sys.exit(faults > 0 or codes == 0)


main()
