//! Press work, seen by tools that know nothing of camnang: qpdf, mutool, and poppler's pdfinfo, pdffonts, pdftotext,
//! pdftoppm.

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;
use std::sync::OnceLock;

use camnang::base::codes;
use camnang::build::{self, Along, BuildOptions, Format, Imposition, Outcome, PressWork, PrintOptions, Silent, Target};
use camnang::config::SheetStock;
use tempfile::TempDir;

use crate::handbook::Handbook;

/// Points a millimetre.
const POINTS: f64 = 72.0 / 25.4;
/// An A5 page.
const PAGE: (f64, f64) = (148.0, 210.0);
/// The cut of an A5 booklet on an SRA4 sheet: left and upper edge.
const CUT: (f64, f64) = (12.0, 7.5);
/// Thickness of a leaf as configured below.
const LEAF: f64 = 0.12;

/// Chapters of several pages, and two cards: one with an anchor of its own, one below a heading.
fn site(base_url: &str) -> Handbook {
    let config = format!(
        "title = \"Sổ tay\"\ndescription = \"Một dòng.\"\nsource = \"vi\"\nlocales = [\"vi\"]\nedition_date = 2026-05-31\n\
         {base_url}\n[print]\npaper_gsm = 100\npaper_bulk = 1.2\n"
    );
    let mut summary = "# Sổ tay\n\n- [Thẻ](the.md)\n".to_owned();
    let mut site = Handbook::empty().with("handbook.toml", &config).with(
        "content/the.md",
        "# Thẻ\n\n## Kiểm chứng {#kiem}\n\n:::card Năm câu tự hỏi\n1. Ai nói?\n2. Khi nào?\n\n**Chưa chắc: dừng.**\n:::\n\n\
         :::card Ở quầy hàng {#quay}\n- Giá viết rõ.\n- Cảm ơn khách.\n:::\n\n---\n\n\
         ::::example Một thẻ, chỉ để xem\n:::card Không in\nChữ.\n:::\n::::\n",
    );
    for chapter in 1..=9 {
        let text: Vec<String> = (1..=260).map(|word| format!("chữ{chapter}x{word} ẳng ễ Ự")).collect();
        summary.push_str(&format!("- [Chương {chapter}](c{chapter}.md)\n"));
        site = site.with(&format!("content/c{chapter}.md"), &format!("# Chương {chapter}\n\n{}.\n", text.join(" ")));
    }
    site.with("content/SUMMARY.md", &summary)
}

fn print(site: &Handbook, out: &Path, formats: Vec<Format>, press: PressWork) -> Outcome {
    // What is tested does not depend on the machine's fonts.
    let fonts = vec![out.to_owned()];
    let options = PrintOptions { formats, fonts, press, ..PrintOptions::default() };
    build::print(&site.path(""), &[], Some(out.to_owned()), &options, &Silent)
}

/// The book with everything the press can be asked for, made once for all tests.
fn printed() -> &'static Path {
    static OUT: OnceLock<TempDir> = OnceLock::new();
    let out = OUT.get_or_init(|| {
        let out = TempDir::new().unwrap();
        let outcome = print(&site("base_url = \"https://so.vn/\""), out.path(), vec![Format::BookA5], everything());
        assert_eq!(outcome.findings, []);
        out
    });
    out.path()
}

fn everything() -> PressWork {
    PressWork {
        imposition: Some(Imposition::Booklet),
        sheet: Some(SheetStock::Press),
        cards: true,
        cover: true,
        draft: false,
    }
}

fn file(name: &str) -> PathBuf {
    printed().join("print/vi").join(name)
}

fn tool(name: &str, arguments: &[&str]) -> Vec<u8> {
    let output = Command::new(name).args(arguments).output().unwrap_or_else(|e| panic!("{name}: {e}"));
    let told = String::from_utf8_lossy(&output.stderr);
    assert!(output.status.success(), "{name} {arguments:?}: {told}");
    output.stdout
}

fn said(name: &str, arguments: &[&str]) -> String {
    String::from_utf8(tool(name, arguments)).unwrap()
}

fn path(file: &Path) -> &str {
    file.to_str().unwrap()
}

fn pages(file: &Path) -> usize {
    let info = said("pdfinfo", &[path(file)]);
    info.lines().find_map(|line| line.strip_prefix("Pages:")).unwrap().trim().parse().unwrap()
}

/// A box of a file's first page in millimetres, rounded to tenths.
fn page_box(file: &Path, name: &str) -> Vec<f64> {
    let info = said("pdfinfo", &["-box", "-f", "1", "-l", "1", path(file)]);
    let line = info.lines().find(|line| line.contains(name)).unwrap();
    let numbers = line.split_whitespace().filter_map(|word| word.parse::<f64>().ok());
    numbers.collect::<Vec<_>>()[1..].iter().map(|points| (points / POINTS * 10.0).round() / 10.0).collect()
}

/// Where a page lies, in millimetres from the upper left corner.
type Region = (f64, f64, f64, f64);

/// The words in a region of a page, in their order.
fn words(file: &Path, page: usize, region: Region) -> Vec<String> {
    let number = page.to_string();
    let [x, y, w, h] = [region.0, region.1, region.2, region.3].map(|mm| ((mm * POINTS).round() as i64).to_string());
    let arguments =
        ["-q", "-r", "72", "-f", &number, "-l", &number, "-x", &x, "-y", &y, "-W", &w, "-H", &h, path(file), "-"];
    said("pdftotext", &arguments).split_whitespace().map(str::to_owned).collect()
}

/// The grey values of a region of a page, row by row, and how many there are in a row.
fn grey(file: &Path, page: usize, region: Region) -> (usize, Vec<u8>) {
    const RESOLUTION: f64 = 100.0;
    let number = page.to_string();
    let [x, y, w, h] =
        [region.0, region.1, region.2, region.3].map(|mm| ((mm / 25.4 * RESOLUTION).round() as i64).to_string());
    let arguments =
        ["-q", "-r", "100", "-gray", "-f", &number, "-l", &number, "-x", &x, "-y", &y, "-W", &w, "-H", &h, path(file)];
    let image = tool("pdftoppm", &arguments);
    // P5, width and height, the highest value, then a byte a dot.
    let mut lines = image.splitn(4, |byte| *byte == b'\n');
    assert_eq!(lines.next(), Some(b"P5".as_slice()));
    let width = String::from_utf8_lossy(lines.next().unwrap()).split(' ').next().unwrap().parse().unwrap();
    (width, lines.nth(1).unwrap().to_vec())
}

/// How far two images are apart, 0 to 1: both as averages of squares of eight dots, so that half a dot's shift is not
/// a difference.
fn difference(a: &(usize, Vec<u8>), b: &(usize, Vec<u8>)) -> f64 {
    let squares = |(width, dots): &(usize, Vec<u8>)| {
        let mut sums: BTreeMap<(usize, usize), (f64, f64)> = BTreeMap::new();
        for (index, dot) in dots.iter().enumerate() {
            let sum = sums.entry((index / width / 8, index % width / 8)).or_default();
            *sum = (sum.0 + f64::from(*dot), sum.1 + 255.0);
        }
        sums.into_iter().map(|(at, (sum, most))| (at, sum / most)).collect::<BTreeMap<_, _>>()
    };
    let (a, b) = (squares(a), squares(b));
    let apart = a.iter().filter_map(|(at, value)| Some((value - b.get(at)?).abs()));
    apart.fold(0.0, f64::max)
}

/// The sides of a booklet's sheets as pages from 1: known from the order of folding, `None` is blank.
fn sides(pages: usize) -> Vec<[Option<usize>; 2]> {
    let last = pages.next_multiple_of(4);
    let page = |number: usize| (number <= pages).then_some(number);
    let sheet = |depth: usize| {
        let (low, high) = (1 + 2 * depth, last - 2 * depth);
        [[page(high), page(low)], [page(low + 1), page(high - 1)]]
    };
    (0..last / 4).flat_map(sheet).collect()
}

/// Where the left and right page of a side lie, with the creep of its sheet.
fn places(side: usize) -> [Region; 2] {
    let creep = LEAF * (side / 2) as f64;
    [(CUT.0 + creep, CUT.1, PAGE.0, PAGE.1), (CUT.0 + PAGE.0 - creep, CUT.1, PAGE.0, PAGE.1)]
}

#[test]
fn qpdf_finds_nothing_and_every_face_is_embedded_in_part() {
    for name in ["book-a5-booklet.pdf", "cover-a5.pdf", "cards-a6.pdf", "cards-85x54.pdf"] {
        let file = file(name);
        said("qpdf", &["--check", path(&file)]);
        let fonts = said("pdffonts", &[path(&file)]);
        for face in fonts.lines().skip(2) {
            let columns: Vec<&str> = face.split_whitespace().rev().take(5).collect();
            assert_eq!(columns[2..], ["yes", "yes", "yes"], "{name}: {face}");
        }
        assert!(fonts.lines().count() > 2, "{name}");
    }
}

#[test]
fn boxes_say_where_sheets_are_cut_and_how_far_they_bleed() {
    let booklet = file("book-a5-booklet.pdf");
    assert_eq!(page_box(&booklet, "MediaBox"), [0.0, 0.0, 320.0, 225.0]);
    assert_eq!(page_box(&booklet, "TrimBox"), [12.0, 7.5, 308.0, 217.5]);
    assert_eq!(page_box(&booklet, "BleedBox"), [9.0, 4.5, 311.0, 220.5]);

    // Stapled: the cover has no spine.
    let cover = page_box(&file("cover-a5.pdf"), "TrimBox");
    let bleed = page_box(&file("cover-a5.pdf"), "BleedBox");
    assert!(((cover[2] - cover[0]) - 296.0).abs() < 0.11 && ((cover[0] - bleed[0]) - 3.0).abs() < 0.11, "{cover:?}");
}

#[test]
fn every_word_of_every_page_is_at_its_place_on_the_sheet() {
    let (book, booklet) = (file("book-a5.pdf"), file("book-a5-booklet.pdf"));
    let sides = sides(pages(&book));
    assert_eq!(pages(&booklet), sides.len());
    let mut seen = 0;
    for (side, numbers) in sides.iter().enumerate() {
        for (number, place) in numbers.iter().zip(places(side)) {
            let found = words(&booklet, side + 1, place);
            let expected = number.map(|n| words(&book, n, (0.0, 0.0, PAGE.0, PAGE.1))).unwrap_or_default();
            assert_eq!(found, expected, "side {}, page {number:?}", side + 1);
            seen += expected.len();
        }
        let label = words(&booklet, side + 1, (0.0, 218.0, 320.0, 7.0)).join(" ");
        let (sheet, face) = (side / 2 + 1, if side % 2 == 0 { "mặt trước" } else { "mặt sau" });
        assert_eq!(label, format!("Sổ tay · tờ {sheet}/{}, {face}", sides.len() / 2));
    }
    assert!(seen > 9 * 260 * 4, "{seen} words");
}

#[test]
fn a_page_looks_on_its_sheet_as_it_does_alone() {
    let (book, booklet) = (file("book-a5.pdf"), file("book-a5-booklet.pdf"));
    let sides = sides(pages(&book));
    // The margins are left out: the neighbour's bleed begins there.
    let inner = |(x, y, w, h): Region| (x + 5.0, y + 5.0, w - 10.0, h - 10.0);
    let mut compared = 0;
    for side in [0, 1, sides.len() - 1] {
        for (number, place) in sides[side].iter().zip(places(side)).filter_map(|(n, place)| Some(((*n)?, place))) {
            let on_sheet = grey(&booklet, side + 1, inner(place));
            let alone = |number: usize| grey(&book, number, inner((0.0, 0.0, PAGE.0, PAGE.1)));
            let same = difference(&on_sheet, &alone(number));
            assert!(same < 0.15, "side {}, page {number}: {same}", side + 1);
            let other = difference(&on_sheet, &alone(if number > 12 { number - 3 } else { number + 3 }));
            assert!(other > 0.2, "side {}, page {number} looks like another: {other}", side + 1);
            compared += 1;
        }
    }
    assert!(compared >= 4);
}

#[test]
fn registration_marks_are_on_every_plate() {
    let document = lopdf::Document::load(file("book-a5-booklet.pdf")).unwrap();
    for (_, page) in document.get_pages() {
        let (own, shared) = document.get_page_resources(page).unwrap();
        let resources = own.unwrap_or_else(|| document.get_dictionary(shared[0]).unwrap());
        let spaces = document.get_dict_in_dict(resources, b"ColorSpace").unwrap();
        let all = spaces.get(b"All").and_then(lopdf::Object::as_array).unwrap();
        assert_eq!((all[0].as_name().unwrap(), all[1].as_name().unwrap()), (&b"Separation"[..], &b"All"[..]));
        let content = document.get_and_decode_page_content(page).unwrap();
        let used = |operator: &str| content.operations.iter().filter(|o| o.operator == operator).count();
        assert_eq!((used("SCN"), used("CS")), (1, 1));
        let four =
            |o: &lopdf::content::Operation| o.operator == "K" && o.operands.iter().all(|i| i.as_float().unwrap() > 0.9);
        assert!(!content.operations.iter().any(four), "marks in four inks");
    }
}

#[test]
fn sheets_that_nothing_changed_are_not_set_again() {
    #[derive(Default)]
    struct Told(std::sync::Mutex<Vec<String>>);
    impl build::Progress for Told {
        fn begins(&self, _: build::Stage, _: usize) {}
        fn printed(&self, name: &str, _: usize) {
            self.0.lock().unwrap().push(name.to_owned());
        }
    }
    let out = TempDir::new().unwrap();
    let site = site("base_url = \"https://so.vn/\"");
    let run = |press: PressWork| {
        let told = Told::default();
        let fonts = vec![out.path().to_owned()];
        let options = PrintOptions { formats: vec![Format::BookA5], fonts, press, ..PrintOptions::default() };
        let outcome = build::print(&site.path(""), &[], Some(out.path().to_owned()), &options, &told);
        assert_eq!(outcome.findings, []);
        let mut names = told.0.into_inner().unwrap();
        names.sort();
        names
    };
    let all = ["vi/book-a5-booklet.pdf", "vi/book-a5.pdf", "vi/cards-85x54.pdf", "vi/cards-a6.pdf", "vi/cover-a5.pdf"];
    assert_eq!(run(everything()), all);
    assert_eq!(run(everything()), [""; 0]);
    // Other sheets are made of the same pages.
    let office = PressWork { sheet: Some(SheetStock::Office), ..everything() };
    assert_eq!(run(office), ["vi/book-a5-booklet.pdf", "vi/cover-a5.pdf"]);
}

#[test]
fn two_runs_give_the_same_sheets() {
    let again = TempDir::new().unwrap();
    let _ = print(&site("base_url = \"https://so.vn/\""), again.path(), vec![Format::BookA5], everything());
    for name in ["book-a5-booklet.pdf", "cover-a5.pdf", "cards-a6.pdf", "cards-85x54.pdf"] {
        assert!(fs::read(file(name)).unwrap() == fs::read(again.path().join("print/vi").join(name)).unwrap(), "{name}");
    }
}

#[test]
fn handouts_keep_every_word_in_reading_order() {
    let out = TempDir::new().unwrap();
    let site = site("");
    for (imposition, name, each) in [(Imposition::TwoUp, "2up", 2), (Imposition::FourUp, "4up", 4)] {
        let press = PressWork { imposition: Some(imposition), ..PressWork::default() };
        let outcome = print(&site, out.path(), vec![Format::BookA5], press);
        assert_eq!(outcome.findings, []);
        let book = out.path().join("print/vi/book-a5.pdf");
        let handout = out.path().join(format!("print/vi/book-a5-{name}.pdf"));
        said("qpdf", &["--check", path(&handout)]);
        assert_eq!(pages(&handout), pages(&book).div_ceil(each));
        let all = |file: &Path| {
            let mut words: Vec<String> =
                said("pdftotext", &["-q", path(file), "-"]).split_whitespace().map(str::to_owned).collect();
            words.sort();
            words
        };
        let (found, expected) = (all(&handout), all(&book));
        let labels = pages(&handout) * "Sổ tay · tờ 1/9".split(' ').count();
        assert_eq!(found.len(), expected.len() + labels);
        let mut rest = found.into_iter();
        assert!(expected.iter().all(|word| rest.any(|other| other == *word)), "{name}: a word is lost");
    }
}

#[test]
fn cards_are_laid_side_by_side_with_their_words_and_code() {
    let (large, small) = (file("cards-a6.pdf"), file("cards-85x54.pdf"));
    assert_eq!((pages(&large), pages(&small)), (1, 1));
    assert_eq!(page_box(&small, "TrimBox"), [20.0, 13.5, 190.0, 283.5]);
    // The first card is at the upper left, the second to its right.
    let first = "Năm câu tự hỏi 1. Ai nói? 2. Khi nào? Chưa chắc: dừng. Sổ tay";
    let second = "Ở quầy hàng • Giá viết rõ. • Cảm ơn khách. Sổ tay";
    for (file, size, left, top) in [(&large, (105.0, 148.0), 0.0, 0.5), (&small, (85.0, 54.0), 20.0, 13.5)] {
        assert_eq!(words(file, 1, (left, top, size.0, size.1)).join(" "), first);
        assert_eq!(words(file, 1, (left + size.0, top, size.0, size.1)).join(" "), second);
    }
}

#[test]
fn cards_without_an_address_have_no_code_and_one_that_is_too_long_is_told_at_its_line() {
    let out = TempDir::new().unwrap();
    let site = site("");
    let long = "Rất dài, dài thêm, dài nữa. ".repeat(60);
    site.write("content/the.md", &format!("# Thẻ\n\n:::card Vừa\nMột câu.\n:::\n\n:::card Dài\n{long}\n:::\n"));
    let press = PressWork { cards: true, ..PressWork::default() };
    let outcome = print(&site, out.path(), Vec::new(), press);
    let told: Vec<(&str, Option<u32>)> =
        outcome.findings.iter().map(|f| (f.code, f.place.as_ref().map(|place| place.line))).collect();
    assert_eq!(told, [(codes::CARD_ADDRESS, None), (codes::CARD_TOO_LONG, Some(7)), (codes::CARD_TOO_LONG, Some(7))]);
    for (name, size, left, top) in [("cards-a6", (105.0, 148.0), 0.0, 0.5), ("cards-85x54", (85.0, 54.0), 20.0, 13.5)] {
        let sheet = out.path().join(format!("print/vi/{name}.pdf"));
        assert_eq!(words(&sheet, 1, (left, top, size.0, size.1)).join(" "), "Vừa Một câu. Sổ tay");
        assert!(!said("pdftotext", &["-q", path(&sheet), "-"]).contains("dài"), "{name}: a card is cut");
    }
}

#[test]
fn drafts_say_so_on_every_page() {
    let out = TempDir::new().unwrap();
    let press = PressWork { imposition: Some(Imposition::FourUp), draft: true, ..PressWork::default() };
    let outcome = print(&site(""), out.path(), vec![Format::BookA5], press);
    assert_eq!(outcome.findings, []);
    let count = |name: &str| {
        // poppler takes letters on a slope for lines of their own.
        let text = said("mutool", &["draw", "-q", "-F", "txt", path(&out.path().join("print/vi").join(name))]);
        text.replace('\u{a0}', " ").matches("BẢN THẢO").count()
    };
    let pages = pages(&out.path().join("print/vi/book-a5.pdf"));
    assert_eq!((count("book-a5.pdf"), count("book-a5-4up.pdf")), (pages, pages));
}

#[test]
fn a_booklet_that_the_handbook_asks_for_is_offered_by_its_site() {
    let site = Handbook::small();
    let config = fs::read_to_string(site.path("handbook.toml")).unwrap();
    let out = TempDir::new().unwrap();
    let offered = |text: &str| {
        site.write("handbook.toml", &format!("{config}{text}"));
        let fonts = vec![out.path().to_owned()];
        let print = Some(PrintOptions { fonts, ..PrintOptions::everything() });
        let target = Target::Folder(Some(out.path().to_owned()));
        let options =
            BuildOptions { target, locales: Vec::new(), minify: false, print, external: None, along: Along::default() };
        let outcome = build::run(&site.path(""), &options, &Silent);
        assert!(!outcome.has_errors(), "{:?}", outcome.findings);
        let start = fs::read_to_string(out.path().join("vi/index.html")).unwrap();
        let names = ["book-a5.pdf", "book-a5-booklet.pdf", "book-a4-booklet.pdf"];
        names.map(|name| start.contains(&format!("href=\"../print/vi/{name}\"")) && file_in(&out, name))
    };
    assert_eq!(offered("\n[print]\nbooklet = true\n"), [true, true, false]);
    assert_eq!(offered(""), [true, false, false]);
}

fn file_in(out: &TempDir, name: &str) -> bool {
    out.path().join("print/vi").join(name).is_file()
}

#[test]
fn what_cannot_be_ordered_together_is_misuse() {
    let site = Handbook::small();
    let wrong: [&[&str]; 6] = [
        &["--cover", "--format", "reading-a4"],
        &["--cards", "--sheet", "press"],
        &["--imposition", "3up"],
        &["--imposition", "booklet", "--page", "mot.md"],
        &["--cards", "--page", "mot.md"],
        &["--sheet", "a4"],
    ];
    for arguments in wrong {
        let output = site.run("print", arguments).output().unwrap();
        assert_eq!(output.status.code(), Some(2), "{arguments:?}");
    }
    assert!(!site.path("public").exists());
}
