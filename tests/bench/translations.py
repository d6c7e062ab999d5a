#!/usr/bin/env python3
"""Makes a handbook of N pages and M languages with full catalogs, to time how catalogs are applied.

    tests/bench/translations.py FOLDER 600 20
    camnang build FOLDER --locale vi --out /tmp/site --timings

    tests/bench/translations.py --measure CAMNANG 150,300,600 5,10,20

Only one language is rendered, but all catalogs are read and applied: the time is that of the stages
“preparing the theme” (which reads catalogs, beside the chapters) and “assembling the book”. What is measured is a row
for each size: processor time tells whether work grows with the text, also on a machine that does other things.
"""

import pathlib
import resource
import subprocess
import sys
import tempfile
import time

LOCALES = "en fr es ru ja ko lo km th ar de pt it nl pl cs id ms tr uk sv fi da nb".split()
WORDS = "kế hoạch địa phương thông tin đối ngoại nhiệm vụ nguồn lực người dân câu chuyện hình ảnh sản phẩm".split()


def sentence(page, number):
    words = " ".join(WORDS[(page * 7 + number * 3 + i) % len(WORDS)] for i in range(12))
    return f"Câu {number} của trang {page}: *{words}* và [một liên kết](trang-{page}.md)."


def main(folder, pages, languages):
    root = pathlib.Path(folder)
    content, i18n = root / "content", root / "i18n"
    content.mkdir(parents=True, exist_ok=True)
    i18n.mkdir(exist_ok=True)
    locales = LOCALES[:languages]
    listed = ", ".join(f'"{tag}"' for tag in ["vi", *locales])
    (root / "handbook.toml").write_text(f'title = "T"\nsource = "vi"\nlocales = [{listed}]\n')
    (content / "SUMMARY.md").write_text("".join(f"- [Trang {p}](trang-{p}.md)\n" for p in range(pages)))
    ids = []
    for page in range(pages):
        own = [f"Trang {page}", *(sentence(page, number) for number in range(40))]
        ids += own
        (content / f"trang-{page}.md").write_text("# " + "\n\n".join(own) + "\n")
    for tag in locales:
        entries = "".join(f'msgid "{i}"\nmsgstr "{i.replace("Câu", "N").replace("Trang", "P")}"\n\n' for i in ids)
        (i18n / f"{tag}.po").write_text(f'msgid ""\nmsgstr "Language: {tag}\\n"\n\n{entries}')


def measure(camnang, pages, languages):
    print("| pages | catalogs | MB of catalogs | processor s | s per MB | wall s |\n|---|---|---|---|---|---|")
    for count in pages:
        for catalogs in languages:
            with tempfile.TemporaryDirectory() as folder:
                root = pathlib.Path(folder) / "book"
                main(root, count, catalogs)
                size = sum(path.stat().st_size for path in (root / "i18n").glob("*.po")) / 1e6
                before, began = resource.getrusage(resource.RUSAGE_CHILDREN), time.monotonic()
                command = [camnang, "build", root, "--locale", "vi", "--out", pathlib.Path(folder) / "site"]
                subprocess.run(command, check=True, capture_output=True)
                after, wall = resource.getrusage(resource.RUSAGE_CHILDREN), time.monotonic() - began
                used = after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime
                print(f"| {count} | {catalogs} | {size:.1f} | {used:.2f} | {used / size:.3f} | {wall:.1f} |", flush=True)


if __name__ == "__main__":
    if sys.argv[1] == "--measure":
        measure(sys.argv[2], *(list(map(int, numbers.split(","))) for numbers in sys.argv[3:5]))
    else:
        main(sys.argv[1], int(sys.argv[2]), int(sys.argv[3]))
