"""Compares pages with the images that were looked at and found good. Usage: golden.py SITE [--accept]

Only pages set in the theme's own faces: system fonts differ. Small and grey: letters may move by a hair, blocks may not.
"""

import pathlib
import subprocess
import sys

from PIL import Image, ImageChops, ImageFilter, ImageStat

HERE = pathlib.Path(__file__).parent / "golden"
# Pages of the Vietnamese A5 book of tests/sites/print, and what each shows.
PAGES = {3: "title", 5: "contents", 11: "part", 15: "clauses", 20: "long-table", 23: "figure"}
# Mean difference of grey, 0 to 255, after a slight blur.
TOLERANCE = 1.0


def render(pdf, page):
    target = pathlib.Path("target/golden")
    target.mkdir(parents=True, exist_ok=True)
    root = target / f"page-{page}"
    subprocess.run(["pdftoppm", "-r", "40", "-gray", "-png", "-singlefile", "-f", str(page), "-l", str(page), pdf, root], check=True, capture_output=True)
    return Image.open(f"{root}.png").convert("L")


def main():
    pdf = pathlib.Path(sys.argv[1]) / "print/vi/book-a5.pdf"
    failed = 0
    for page, name in PAGES.items():
        made, golden = render(pdf, page), HERE / f"{name}.png"
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
