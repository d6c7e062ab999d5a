"""Compares pages with the images that were looked at and found good. Usage: golden.py SITE [RTL_SITE] [--accept]

SITE is made from tests/sites/print, RTL_SITE from tests/print/rtl. Pages are set in the theme's own faces, but for the one
that is read from right to left (Debian's fonts-noto-core). Small and grey: letters may move by a hair, blocks may not.
"""

import pathlib
import subprocess
import sys

from PIL import Image, ImageChops, ImageFilter, ImageStat

HERE = pathlib.Path(__file__).parent / "golden"
# What each image shows, and its page or by which words it is found: the last page of the book that has them all.
PAGES = {
    "title": 3,
    "imprint": ["ISBN", "Bản in lần 1", "ngày 31/5/2026", "Dàn trang bằng"],
    "contents": ["Mục lục"],
    "part": ["Phần II", "Phần bảng"],
    "clauses": ["Khoản c;"],
    "long-table": ["Việc số 30 cần"],
    "figure": ["Chữ sau hình"],
    "letterhead": ["CỘNG HÒA XÃ HỘI"],
    "worksheet": ["Phiếu giao việc"],
    "box-begins": ["Một câu chuyện dài", "Đoạn một."],
    "box-ends": ["Đoạn mười.", "(tiếp theo)"],
    "turned-table": ["Truyềnthôngsố"],
    "index": ["Bảng tra", "đại sứ"],
    "back": ["ISBN", "Bản in lần 1", "Đọc trên mạng"],
}
RTL_PAGE = 7
# Mean difference of grey, 0 to 255, after a slight blur.
TOLERANCE = 1.0


def render(pdf, page, name):
    target = pathlib.Path("target/golden")
    target.mkdir(parents=True, exist_ok=True)
    root = target / name
    subprocess.run(["pdftoppm", "-r", "40", "-gray", "-png", "-singlefile", "-f", str(page), "-l", str(page), pdf, root], check=True, capture_output=True)
    return Image.open(f"{root}.png").convert("L")


def text_of_pages(pdf):
    text = subprocess.run(["pdftotext", "-layout", pdf, "-"], check=True, capture_output=True, text=True).stdout
    return [" ".join(page.split()) for page in text.split("\f")]


def pages(sites):
    book = sites[0] / "print/vi/book-a5.pdf"
    texts = text_of_pages(book)
    for name, words in PAGES.items():
        if isinstance(words, int):
            yield name, book, words
            continue
        found = [at for at, text in enumerate(texts, 1) if all(word in text for word in words)]
        yield name, book, found[-1] if found else None
    for site in sites[1:]:
        yield "right-to-left", site / "print/ar/book-a5.pdf", RTL_PAGE


def main():
    sites = [pathlib.Path(argument) for argument in sys.argv[1:] if argument != "--accept"]
    failed = 0
    for name, pdf, page in pages(sites):
        if page is None:
            print(f"{name}: no page of {pdf} has its words")
            failed += 1
            continue
        made, golden = render(pdf, page, name), HERE / f"{name}.png"
        if "--accept" in sys.argv:
            HERE.mkdir(exist_ok=True)
            made.save(golden, optimize=True)
            continue
        known = Image.open(golden).convert("L")
        soft = [image.filter(ImageFilter.GaussianBlur(1)) for image in (made, known)]
        same = made.size == known.size
        difference = ImageStat.Stat(ImageChops.difference(*soft)).mean[0] if same else 255.0
        print(f"{name}: page {page} differs by {difference:.2f}")
        failed += difference > TOLERANCE
    sys.exit(bool(failed))


main()
