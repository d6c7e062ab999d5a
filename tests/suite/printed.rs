//! What a reader of paper finds where: order of the book, margins, heads, numbers, references, notes, tables, code.

use std::fs;
use std::path::Path;

use camnang::build::{self, PrintOptions, Silent};
use tempfile::TempDir;

use super::print::{book, no_fonts, print, project, said, told};

const CONFIG: &str = r#"title = "Sổ tay"
description = "Sách thử."
source = "vi"
locales = ["vi"]
base_url = "https://so.vn/"
edition = "Bản in lần 1"
edition_date = 2026-05-31

[numbering]
parts = true
chapters = true
sections = true

[print]
publisher = "Nhà in"
isbn = "978-0-00-000000-2"
"#;
const SUMMARY: &str =
    "# Sổ tay\n\n# Phần đầu\n\n- [Một](mot.md)\n  - [Một rưỡi](ruoi.md)\n\n# Phần sau\n\n- [Hai](hai.md)\n";

/// A book with one of everything, and its pages from the half title on, each a list of lines.
fn set() -> (TempDir, Vec<Vec<String>>) {
    let rows = (1..=60).map(|row| format!("| Hàng{row} | Một việc phải làm |\n")).collect::<String>();
    let code = format!("```\nlet x = \"{}kết\";\n```\n", "rất dài và dài hơn nữa ".repeat(9));
    let words = "Câu này có đủ chữ để dài hơn một dòng của trang sách khổ nhỏ, và còn thêm nữa. ".repeat(3);
    let one = format!(
        "# Một\n\n## Mởđầu\n\nXem [phần bảng](hai.md#phần-bảng) và [báo](https://vnanet.vn/bao). [Chú mục](index:)\n\n:::clauses\na) {words}\nb) Khoản sau.\n:::\n\n{words}\n"
    );
    let two = format!(
        "# Hai\n\n## Phần bảng\n\n| Cột tên | Cột việc |\n|---|---|\n{rows}\n{code}\n\n![Hình vuông](hinh.svg \"Một hình\")\n"
    );
    let svg = "<svg xmlns='http://www.w3.org/2000/svg' width='90' height='90'><rect width='90' height='90'/></svg>";
    let root = project(&[
        ("handbook.toml", CONFIG),
        ("content/SUMMARY.md", SUMMARY),
        ("content/mot.md", &one),
        ("content/ruoi.md", "# Một rưỡi\n\nChữ.\n"),
        ("content/hai.md", &two),
        ("content/hinh.svg", svg),
    ]);
    let fonts = no_fonts();
    let outcome = print(root.path(), &book(fonts.path()));
    assert_eq!(told(&outcome), []);
    let text = said("pdftotext", &["-layout", path(root.path()).as_str(), "-"]);
    let lines = |page: &str| page.lines().map(|line| line.trim().to_owned()).filter(|line| !line.is_empty()).collect();
    (root, text.split('\u{c}').map(lines).collect())
}

fn path(root: &Path) -> String {
    root.join("public/print/vi/book-a5.pdf").to_str().unwrap().to_owned()
}

/// The last page that has a line with these words, counted from 0.
fn page_with(pages: &[Vec<String>], words: &str) -> usize {
    let found = pages.iter().rposition(|page| page.iter().any(|line| line.contains(words)));
    found.unwrap_or_else(|| panic!("{words} is not printed: {pages:#?}"))
}

#[test]
fn a_book_holds_its_pages_in_the_order_of_a_book() {
    let (root, pages) = set();
    let has = |at: usize, words: &str| pages[at].iter().any(|line| line.contains(words));
    // Half title, blank, title, imprint, contents on a right-hand page.
    assert!(pages[0] == ["Sổ tay"] && pages[1].is_empty(), "{:?}", &pages[..2]);
    for words in ["Sổ tay", "Sách thử.", "Nhà in", "Bản in lần 1", "ngày 31/5/2026"] {
        assert!(has(2, words), "{words}: {:?}", pages[2]);
    }
    for words in ["ISBN 978-0-00-000000-2", "Bản in lần 1, ngày 31/5/2026", "https://so.vn/"] {
        assert!(has(3, words), "{words}: {:?}", pages[3]);
    }
    assert!(has(4, "Mục lục") && pages[4].last().unwrap() == "v", "{:?}", pages[4]);
    let figures = page_with(&pages, "Danh mục hình");
    // Parts and chapters open right-hand pages, which have even places here; a chapter below a chapter goes on.
    let (part, chapter, below) =
        (page_with(&pages, "Phần đầu"), page_with(&pages, "Mởđầu"), page_with(&pages, "Một rưỡi"));
    let (second, index) = (page_with(&pages, "Phần bảng"), page_with(&pages, "Bảng tra"));
    assert!(figures < chapter && chapter <= below && below < second && second < index);
    for opening in [4, figures, chapter, index] {
        assert!(opening.is_multiple_of(2), "{opening}: {:?}", pages[opening]);
    }
    assert!(pages.iter().any(|page| page.first().is_some_and(|line| line == "Phần I")), "{part}");
    // The back is the last left-hand page.
    let back = pages.len() - 2;
    assert!(!back.is_multiple_of(2) && has(back, "978-0-00"), "{:?}", pages[back]);
    // Readers of the file turn to the numbers that are printed.
    let file = lopdf::Document::load(path(root.path())).unwrap();
    let style = |object: &lopdf::Object| object.as_dict().ok()?.get(b"S").ok()?.as_name().ok().map(<[u8]>::to_vec);
    let labels: Vec<Vec<u8>> = file.objects.values().filter_map(style).collect();
    assert!(labels.contains(&b"r".to_vec()) && labels.contains(&b"D".to_vec()));
}

#[test]
fn heads_and_numbers_stand_at_the_outer_edge_and_the_inner_margin_is_the_same_on_both_sides() {
    let (root, pages) = set();
    let second = page_with(&pages, "Hàng60");
    let bbox = said("pdftotext", &["-bbox", path(root.path()).as_str(), "-"]);
    let by_page: Vec<&str> = bbox.split("<page ").skip(1).collect();
    let place = |at: usize, word: &str, side: &str| -> f64 {
        let line = by_page[at].lines().rfind(|line| line.contains(&format!(">{word}</word>"))).expect(word);
        line.split(&format!("{side}=\"")).nth(1).unwrap().split('"').next().unwrap().parse().unwrap()
    };
    let (mut recto, mut verso) = (0, 0);
    for at in page_with(&pages, "Hàng1 ") + 1..second {
        let number = (at + 1 - page_with(&pages, "Mởđầu") + 2).to_string();
        let printed = pages[at].last().unwrap();
        let head = place(at, "tên", "xMin");
        if at.is_multiple_of(2) {
            // Right-hand: the chapter above, the number at the right; 18 mm (51.02 pt) inside, at the left.
            assert_eq!(pages[at][0], "Hai");
            assert!(place(at, printed, "xMax") > 360.0 && head > 51.0, "{number}");
            recto += 1;
        } else {
            // Left-hand: the part above, the number at the left; 19 mm (53.86 pt) outside.
            assert_eq!(pages[at][0], "Phần sau");
            assert!(place(at, printed, "xMin") < 56.0, "{number}");
            verso += 1;
        }
        // The head of the table is repeated.
        assert!(pages[at][1].contains("Cột tên"), "{:?}", pages[at]);
    }
    assert!(recto + verso > 0, "the table ends on the page it begins on: {pages:#?}");
}

#[test]
fn references_name_the_section_and_the_page_and_addresses_are_notes() {
    let (_root, pages) = set();
    let text = pages[page_with(&pages, "Mởđầu")].join("\n");
    let number = pages[page_with(&pages, "Phần bảng")].last().unwrap();
    assert!(text.contains(&format!("Xem phần bảng (mục 2.1, trang {number})")), "{text}");
    // The words have a mark, the foot of the page has the address.
    let note = text.lines().rev().nth(1).unwrap();
    assert!(text.contains("và báo1") && note.contains("https://vnanet.vn/bao"), "{text}");
    // So does the index name a page.
    let index = &pages[page_with(&pages, "Bảng tra")];
    let page = pages[page_with(&pages, "Mởđầu")].last().unwrap();
    assert!(index.iter().any(|line| line.contains(&format!("Chú mục, {page}"))), "{index:?}");
}

#[test]
fn clauses_hang_and_long_code_goes_on_below() {
    let (root, pages) = set();
    let bbox = said("pdftotext", &["-bbox", path(root.path()).as_str(), "-"]);
    let page = bbox.split("<page ").nth(page_with(&pages, "Khoản sau.") + 1).unwrap();
    let words: Vec<(f64, f64, &str)> = page
        .lines()
        .filter_map(|line| {
            let number = |name: &str| line.split(&format!("{name}=\"")).nth(1)?.split('"').next()?.parse().ok();
            let word = line.split('>').nth(1)?.strip_suffix("</word")?;
            Some((number("xMin")?, number("yMin")?, word))
        })
        .collect();
    let label = words.iter().find(|word| word.2 == "a)").unwrap();
    let inside = words.iter().filter(|word| word.1 > label.1 + 5.0 && word.1 < label.1 + 20.0);
    let next = inside.map(|word| word.0).fold(f64::MAX, f64::min);
    assert!(next > label.0 + 10.0, "the second line of a clause stands under its label: {label:?}, {next}");

    // Each line that goes on says so, and no letter is lost.
    let text: String = pages[page_with(&pages, "kết\";")].join("\n");
    let code: String =
        text.lines().skip_while(|line| !line.contains("let x")).take_while(|line| !line.contains("Hình")).collect();
    assert!(code.matches('→').count() > 2, "{text}");
    assert_eq!(code.matches("rất").count(), 9, "{text}");
}

#[test]
fn one_chapter_is_printed_alone() {
    let (root, _) = set();
    fs::remove_dir_all(root.path().join("public")).unwrap();
    let fonts = no_fonts();
    let options = PrintOptions {
        page: Some("ruoi.md".to_owned()),
        fonts: vec![fonts.path().to_owned()],
        ..PrintOptions::default()
    };
    let outcome = build::print(root.path(), &[], None, &options, &Silent);
    assert_eq!(told(&outcome), []);
    let file = root.path().join("public/print/vi/ruoi.pdf");
    let made = fs::read_dir(root.path().join("public/print/vi")).unwrap().count();
    let text = said("pdftotext", &["-layout", file.to_str().unwrap(), "-"]);
    assert!(made == 1 && text.contains("Một rưỡi") && !text.contains("Mởđầu"), "{made}: {text}");
    assert!(said("pdfinfo", &[file.to_str().unwrap()]).contains("A4"));
}

#[test]
fn a_file_claims_to_be_accessible_and_archival_and_has_its_tags() {
    let (root, _) = set();
    let file = path(root.path());
    let meta = said("pdfinfo", &["-meta", &file]);
    for claim in ["<pdfuaid:part>1<", "<pdfaid:part>2<", "<pdfaid:conformance>A<"] {
        assert!(meta.contains(claim), "{claim}: {meta}");
    }
    let tags = said("pdfinfo", &["-struct-text", &file]);
    for tag in ["TOC", "H1", "THead", "TH ", "Figure", "Caption", "Note", "Link"] {
        assert!(tags.contains(tag), "{tag}: {tags}");
    }
    let fonts = said("pdffonts", &[&file]);
    assert!(fonts.lines().skip(2).all(|line| line.contains("yes yes yes")), "{fonts}");
    said("qpdf", &["--check", &file]);
}

/// Sentences that fill about `lines` lines.
fn filler(lines: usize) -> String {
    "Câu đủ chữ cho gần một dòng của trang sách khổ nhỏ.\n\n".repeat(lines)
}

#[test]
fn lists_name_the_page_that_a_figure_went_to_and_those_that_cite_a_source() {
    let chapter = |at: usize| {
        let figure = format!("![Hình](hinh.svg \"Tranh số {at}\")");
        format!("# Chương {at}\n\n{}{figure}\n\n{}Theo [@qd].\n", filler(12 + 2 * at), filler(30))
    };
    let chapters: Vec<(String, String)> = (1..=3).map(|at| (format!("content/c{at}.md"), chapter(at))).collect();
    let listed = (1..=3).map(|at| format!("- [Chương {at}](c{at}.md)\n")).collect::<String>();
    let summary = format!("# Sổ tay\n\n{listed}- [Nguồn](nguon.md)\n");
    let svg = "<svg xmlns='http://www.w3.org/2000/svg' width='300' height='420'><rect width='300' height='420'/></svg>";
    let source = "[[source]]\nid = \"qd\"\nnumber = \"1/QĐ\"\ndate = \"2023-05-01\"\nkind = \"decision\"\nstatus = \"read\"\nshort.vi = \"Quyết định 1\"\ntitle.vi = \"Quyết định thử\"\nissuer.vi = \"Bộ\"\n";
    let mut files = vec![
        ("handbook.toml", CONFIG),
        ("content/SUMMARY.md", summary.as_str()),
        ("content/nguon.md", "# Nguồn\n\n:::sources\n:::\n"),
        ("content/hinh.svg", svg),
        ("content/data/sources.toml", source),
    ];
    files.extend(chapters.iter().map(|(path, text)| (path.as_str(), text.as_str())));
    let root = project(&files);
    let fonts = no_fonts();
    assert_eq!(told(&print(root.path(), &book(fonts.path()))), []);
    let text = said("pdftotext", &["-layout", path(root.path()).as_str(), "-"]);
    let pages: Vec<&str> = text.split('\u{c}').collect();
    let number = |page: &str| page.trim_end().lines().next_back().unwrap_or_default().trim().to_owned();
    let on =
        |words: &str| pages.iter().filter(|page| page.contains(words)).map(|page| number(page)).collect::<Vec<_>>();

    let moved = (1..=3).filter(|at| {
        let [list, own] = on(&format!("Tranh số {at}")).try_into().unwrap();
        let line = pages.iter().find(|page| number(page) == list).unwrap().lines();
        let line = line.into_iter().find(|line| line.contains(&format!("Tranh số {at}"))).unwrap();
        assert!(line.ends_with(&format!(" {own}")), "{line}: {own}");
        let before = pages.iter().position(|page| number(page) == own).unwrap() - 1;
        !pages[before].contains(&format!("Chương {at}\n\n")) && pages[before].contains("Câu đủ chữ")
    });
    assert!(moved.count() > 0, "no figure went to another page: the test says nothing");
    let citing: Vec<String> = on("Theo [Quyết định 1]").into_iter().collect();
    let used = pages.iter().flat_map(|page| page.lines()).find(|line| line.contains("Dùng ở các trang")).unwrap();
    assert!(used.trim().ends_with(&format!(": {}", citing.join(", "))), "{used}: {citing:?}");
}
