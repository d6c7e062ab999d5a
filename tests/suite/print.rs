//! The print edition: what is made, what is told, what is left alone.

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};
use std::sync::Mutex;

use camnang::base::{Diagnostic, codes};
use camnang::build::{self, Along, BuildOptions, Format, Outcome, PrintOptions, Progress, Silent, Stage, Target};
use tempfile::TempDir;

fn site() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/sites/print")
}

/// A project of a few files on disk.
pub(super) fn project(files: &[(&str, &str)]) -> TempDir {
    let folder = TempDir::new().unwrap();
    for (path, text) in files {
        let path = folder.path().join(path);
        fs::create_dir_all(path.parent().unwrap()).unwrap();
        fs::write(path, text).unwrap();
    }
    folder
}

const CONFIG: &str = "title = \"Sổ tay\"\nsource = \"vi\"\nlocales = [\"vi\"]\n";
const SUMMARY: &str = "# Sổ tay\n\n- [Một](mot.md)\n";

pub(super) fn small(page: &str) -> TempDir {
    project(&[("handbook.toml", CONFIG), ("content/SUMMARY.md", SUMMARY), ("content/mot.md", page)])
}

/// A folder without fonts, so that what is tested does not depend on the machine.
pub(super) fn no_fonts() -> TempDir {
    TempDir::new().unwrap()
}

pub(super) fn print(root: &Path, options: &PrintOptions) -> Outcome {
    build::print(root, &[], None, options, &Silent)
}

pub(super) fn book(fonts: &Path) -> PrintOptions {
    PrintOptions { formats: vec![Format::BookA5], fonts: vec![fonts.to_owned()], ..PrintOptions::default() }
}

/// Writes down how many books are set side by side, and which were finished by then.
#[derive(Default)]
struct Desk(Mutex<Vec<(usize, Vec<String>)>>);

impl Progress for Desk {
    fn begins(&self, _: Stage, _: usize) {}

    fn sets(&self, books: usize) {
        self.0.lock().unwrap().push((books, Vec::new()));
    }

    fn printed(&self, name: &str, _: usize) {
        self.0.lock().unwrap().last_mut().unwrap().1.push(name.to_owned());
    }
}

#[test]
fn many_languages_are_not_held_at_once() {
    let config = "title = \"Sổ tay\"\nsource = \"vi\"\nlocales = [\"vi\", \"en\", \"fr\", \"es\", \"de\"]\n";
    let handbook =
        project(&[("handbook.toml", config), ("content/SUMMARY.md", SUMMARY), ("content/mot.md", "# Một\n\nChữ.\n")]);
    let (desk, fonts) = (Desk::default(), no_fonts());
    let two = rayon::ThreadPoolBuilder::new().num_threads(2).build().unwrap();
    let outcome = two.install(|| build::print(handbook.path(), &[], None, &book(fonts.path()), &desk));
    assert!(!outcome.has_errors(), "{:?}", outcome.findings);
    let groups = desk.0.into_inner().unwrap();
    assert_eq!(groups.iter().map(|(books, _)| *books).collect::<Vec<_>>(), [2, 2, 1]);
    for (books, printed) in groups {
        assert_eq!(books, printed.len(), "what a group begins it ends: {printed:?}");
    }
}

fn files(folder: &Path) -> BTreeMap<String, Vec<u8>> {
    let mut found = BTreeMap::new();
    let mut open = vec![folder.to_owned()];
    while let Some(next) = open.pop() {
        for entry in fs::read_dir(next).into_iter().flatten().flatten() {
            let path = entry.path();
            if path.is_dir() {
                if entry.file_name() != ".camnang" {
                    open.push(path);
                }
            } else {
                let name = path.strip_prefix(folder).unwrap().to_str().unwrap().to_owned();
                found.insert(name, fs::read(path).unwrap());
            }
        }
    }
    found
}

pub(super) fn told(outcome: &Outcome) -> Vec<(&str, String, u32)> {
    let line = |f: &Diagnostic| f.place.as_ref().map_or((String::new(), 0), |p| (p.path.to_string(), p.line));
    outcome.findings.iter().map(|f| (f.code, line(f).0, line(f).1)).collect()
}

/// What a tool says of a file it finds no fault with.
pub(super) fn said(tool: &str, arguments: &[&str]) -> String {
    let output = std::process::Command::new(tool).args(arguments).output().unwrap();
    assert!(output.status.success(), "{tool}: {}", String::from_utf8_lossy(&output.stderr));
    String::from_utf8_lossy(&output.stdout).into_owned()
}

fn pages(pdf: &[u8]) -> usize {
    lopdf::Document::load_mem(pdf).unwrap().get_pages().len()
}

#[test]
fn two_runs_give_the_same_bytes_and_the_second_sets_nothing() {
    let fonts = no_fonts();
    let root = small("+++\ntitle = \"Một\"\n+++\n\n## Mục\n\nChữ có dấu: ẩ ẵ ỵ.\n");
    let options = PrintOptions { fonts: vec![fonts.path().to_owned()], ..PrintOptions::everything() };
    let counted = Counter::default();
    let first = build::print(root.path(), &[], None, &options, &counted);
    assert_eq!(told(&first), []);
    let out = root.path().join("public/print");
    let made = files(&out);
    let names: Vec<&str> = made.keys().map(String::as_str).collect();
    assert_eq!(names, ["vi/book-a4.pdf", "vi/book-a5.pdf", "vi/mot.pdf", "vi/reading-a4.pdf"]);
    assert_eq!(counted.count(), 4);

    let again = build::print(root.path(), &[], None, &options, &counted);
    assert_eq!((counted.count(), again.published.unwrap().written), (4, 0));

    fs::remove_dir_all(root.path().join("public")).unwrap();
    let _ = build::print(root.path(), &[], None, &options, &counted);
    assert_eq!(counted.count(), 8);
    assert!(files(&out) == made, "two runs differ");
}

#[derive(Default)]
struct Counter(std::sync::atomic::AtomicUsize);

impl Counter {
    fn count(&self) -> usize {
        self.0.load(std::sync::atomic::Ordering::SeqCst)
    }
}

impl build::Progress for Counter {
    fn begins(&self, _: build::Stage, _: usize) {}

    fn printed(&self, _: &str, pages: usize) {
        assert!(pages > 0);
        self.0.fetch_add(1, std::sync::atomic::Ordering::SeqCst);
    }
}

#[test]
fn a_changed_file_is_set_again_and_others_stay() {
    let fonts = no_fonts();
    let root = small("+++\ntitle = \"Một\"\n+++\n\nChữ.\n");
    let options = PrintOptions { fonts: vec![fonts.path().to_owned()], ..PrintOptions::everything() };
    let _ = print(root.path(), &options);
    let out = root.path().join("public/print");
    let before = files(&out);
    fs::write(root.path().join("content/mot.md"), "+++\ntitle = \"Một\"\n+++\n\nChữ khác.\n").unwrap();
    let _ = print(root.path(), &book(fonts.path()));
    let after = files(&out);
    assert_eq!(before.keys().collect::<Vec<_>>(), after.keys().collect::<Vec<_>>());
    assert!(before["vi/book-a5.pdf"] != after["vi/book-a5.pdf"]);
    assert!(before["vi/book-a4.pdf"] == after["vi/book-a4.pdf"]);

    // A file that somebody else changed is not taken for ours.
    fs::write(out.join("vi/book-a5.pdf"), "x").unwrap();
    let _ = print(root.path(), &book(fonts.path()));
    assert!(files(&out)["vi/book-a5.pdf"] == after["vi/book-a5.pdf"]);
}

#[test]
fn pages_that_are_no_more_lose_their_files() {
    let fonts = no_fonts();
    let root = small("+++\ntitle = \"Một\"\n+++\n\nChữ.\n");
    fs::create_dir_all(root.path().join("content/a")).unwrap();
    fs::write(root.path().join("content/a/hai.md"), "+++\ntitle = \"Hai\"\n+++\n\nChữ.\n").unwrap();
    fs::write(root.path().join("content/SUMMARY.md"), format!("{SUMMARY}- [Hai](a/hai.md)\n")).unwrap();
    let options = PrintOptions { pages: true, fonts: vec![fonts.path().to_owned()], ..PrintOptions::default() };
    let _ = print(root.path(), &options);
    let out = root.path().join("public/print");
    assert!(files(&out).contains_key("vi/a/hai.pdf"));
    fs::write(root.path().join("content/SUMMARY.md"), SUMMARY).unwrap();
    fs::remove_dir_all(root.path().join("content/a")).unwrap();
    let _ = print(root.path(), &options);
    assert_eq!(files(&out).keys().collect::<Vec<_>>(), ["vi/mot.pdf"]);
}

#[test]
fn what_would_spoil_a_print_is_told_at_the_line_of_its_author() {
    let fonts = no_fonts();
    let page = "+++\ntitle = \"Một\"\n+++\n\n## Mục\n\n#### Hụt bậc\n\n![](hinh.svg)\n\nChữ Lào: [ພາສາ](lang:lo).\n";
    let root = small(page);
    let svg = "<svg xmlns='http://www.w3.org/2000/svg' width='9' height='9'><rect width='9' height='9'/></svg>";
    fs::write(root.path().join("content/hinh.svg"), svg).unwrap();
    let outcome = print(root.path(), &book(fonts.path()));
    let page = |code, line| (code, "content/mot.md".to_owned(), line);
    let all = told(&outcome);
    for expected in [page(codes::PRINT_LEVEL, 7), page(codes::PRINT_ALT, 9), page(codes::PRINT_STAND_IN, 11)] {
        assert!(all.contains(&expected), "{expected:?} not in {all:?}");
    }
    let font = outcome.findings.iter().find(|f| f.code == codes::PRINT_STAND_IN).unwrap();
    assert!(font.help.as_ref().unwrap().vi.contains("apt install fonts-noto-core"));
    // Four letters of another script keep no book from being printed: a sign stands for each, and the file is whole.
    let book = root.path().join("public/print/vi/book-a5.pdf");
    let text = said("pdftotext", &[book.to_str().unwrap(), "-"]);
    assert!(text.contains("Chữ Lào: ◊◊◊◊."), "{text}");
    said("qpdf", &["--check", book.to_str().unwrap()]);
}

#[test]
fn a_language_without_fonts_keeps_no_other_from_print() {
    let fonts = no_fonts();
    let root = project(&[
        (
            "handbook.toml",
            "title = \"Sổ tay\"\nsource = \"vi\"\nlocales = [\"vi\", \"lo\"]\n[locale.lo]\ntitle = \"ປຶ້ມ\"\n",
        ),
        ("content/SUMMARY.md", SUMMARY),
        ("content/mot.md", "+++\ntitle = \"Một\"\n+++\n\nChữ.\n"),
        ("content/lo/mot.md", "+++\ntitle = \"ໜຶ່ງ\"\n+++\n\nຂໍ້ຄວາມ.\n"),
    ]);
    let outcome = print(root.path(), &book(fonts.path()));
    assert!(outcome.findings.iter().any(|f| f.code == codes::PRINT_FONT));
    assert_eq!(files(&root.path().join("public/print")).keys().collect::<Vec<_>>(), ["vi/book-a5.pdf"]);
}

#[test]
fn a_fault_in_a_template_is_told_at_its_line() {
    let fonts = no_fonts();
    let root = small("+++\ntitle = \"Một\"\n+++\n\nChữ.\n");
    fs::create_dir_all(root.path().join("theme/print")).unwrap();
    fs::write(root.path().join("theme/print/book.typ"), "#let a = 1\n#b\n").unwrap();
    let outcome = print(root.path(), &book(fonts.path()));
    assert_eq!(told(&outcome), [(codes::PRINT_FAILED, "theme/print/book.typ".to_owned(), 2)]);

    // A template sees its data and the theme, nothing of the machine.
    for reach in ["#read(\"/etc/passwd\")", "#read(\"../handbook.toml\")", "#import \"@preview/cetz:0.3.0\": *"] {
        fs::write(root.path().join("theme/print/book.typ"), reach).unwrap();
        let outcome = print(root.path(), &book(fonts.path()));
        assert_eq!(told(&outcome), [(codes::PRINT_FAILED, "theme/print/book.typ".to_owned(), 1)], "{reach}");
    }
}

#[test]
fn a_template_of_the_handbook_replaces_the_theme_s() {
    let fonts = no_fonts();
    let root = small("+++\ntitle = \"Một\"\n+++\n\nChữ.\n");
    fs::create_dir_all(root.path().join("theme/print")).unwrap();
    let own = "#set document(title: \"T\")\n#set text(lang: \"vi\")\n= Một\n#pagebreak()\nHai\n#pagebreak()\nBa\n";
    fs::write(root.path().join("theme/print/book.typ"), own).unwrap();
    let outcome = print(root.path(), &book(fonts.path()));
    assert_eq!(told(&outcome), []);
    assert_eq!(pages(&files(&root.path().join("public/print"))["vi/book-a5.pdf"]), 3);
}

#[test]
fn a_page_the_book_does_not_have_is_misuse() {
    let root = small("+++\ntitle = \"Một\"\n+++\n\nChữ.\n");
    let mut command = assert_cmd::Command::cargo_bin("camnang").unwrap();
    let run = command.args(["--lang", "en", "print", "--page", "mott.md"]).arg(root.path()).assert().code(2);
    let text = String::from_utf8(run.get_output().stderr.clone()).unwrap();
    assert!(text.contains("did you mean `mot.md`?"), "{text}");
}

#[test]
fn the_site_leads_to_what_is_printed_and_to_nothing_else() {
    let fonts = no_fonts();
    let root = small("+++\ntitle = \"Một\"\n+++\n\nChữ.\n");
    let print = PrintOptions { fonts: vec![fonts.path().to_owned()], ..PrintOptions::everything() };
    let options = BuildOptions {
        target: Target::Folder(None),
        locales: Vec::new(),
        minify: false,
        print: Some(print),
        along: Along::default(),
        external: None,
    };
    let outcome = build::run(root.path(), &options, &Silent);
    assert_eq!(told(&outcome), []);
    let public = root.path().join("public");
    let page = fs::read_to_string(public.join("vi/mot.html")).unwrap();
    assert!(page.contains("href=\"../print/vi/mot.pdf\""), "{page}");
    let start = fs::read_to_string(public.join("vi/index.html")).unwrap();
    for name in ["book-a5", "book-a4", "reading-a4"] {
        assert!(start.contains(&format!("href=\"../print/vi/{name}.pdf\"")), "{name}");
        assert!(public.join(format!("print/vi/{name}.pdf")).is_file());
    }

    let without = BuildOptions { print: None, ..options };
    let _ = build::run(root.path(), &without, &Silent);
    assert!(!fs::read_to_string(public.join("vi/mot.html")).unwrap().contains(".pdf"));
}

#[test]
fn text_that_looks_like_markup_is_text() {
    let fonts = no_fonts();
    let page =
        "+++\ntitle = \"Một\"\n+++\n\n\\#read(\"/etc/passwd\") #panic(\"x\") $ x^2 $ @nhan <nhan> \\*sao\\* ~ = a\n";
    let root = small(page);
    let outcome = print(root.path(), &book(fonts.path()));
    assert_eq!(told(&outcome), []);
    assert!(pages(&files(&root.path().join("public/print"))["vi/book-a5.pdf"]) > 5);
}

#[test]
fn every_kind_of_block_can_be_printed() {
    // Vietnamese and English need no font but the theme's, but for the page with five scripts: it is left out here.
    let fonts = no_fonts();
    let root = TempDir::new().unwrap();
    copy(&site(), root.path());
    let text = fs::read_to_string(root.path().join("content/chu.md")).unwrap();
    let plain: String = text.lines().filter(|l| !l.starts_with("Chữ lạ")).flat_map(|l| [l, "\n"]).collect();
    fs::write(root.path().join("content/chu.md"), plain).unwrap();
    let options = PrintOptions { fonts: vec![fonts.path().to_owned()], ..PrintOptions::everything() };
    let outcome = print(root.path(), &options);
    assert_eq!(told(&outcome), []);
    let made = files(&root.path().join("public/print"));
    assert_eq!(made.len(), 2 * (3 + 7));
    let book = &made["vi/book-a5.pdf"];
    assert!(pages(book) > 20 && pages(book).is_multiple_of(2), "{} pages", pages(book));
}

fn copy(from: &Path, to: &Path) {
    for entry in fs::read_dir(from).unwrap().flatten() {
        let (path, to) = (entry.path(), to.join(entry.file_name()));
        if path.is_dir() {
            fs::create_dir_all(&to).unwrap();
            copy(&path, &to);
        } else {
            fs::copy(path, to).unwrap();
        }
    }
}

/// The words of a book with their places: page width and height, the word's left, top, right and lower edge, in points.
fn placed(root: &Path) -> Vec<(String, [f64; 6])> {
    let book = root.join("public/print/vi/book-a5.pdf");
    let (mut found, mut page) = (Vec::new(), [0.0; 2]);
    for line in said("pdftotext", &["-bbox", book.to_str().unwrap(), "-"]).lines() {
        let number = |name: &str| -> f64 {
            line.split(&format!("{name}=\""))
                .nth(1)
                .and_then(|rest| rest.split('"').next()?.parse().ok())
                .unwrap_or_default()
        };
        if line.contains("<page ") {
            page = [number("width"), number("height")];
        } else if let Some(word) = line.split('>').nth(1).and_then(|rest| rest.strip_suffix("</word")) {
            let word = word.to_owned();
            found.push((word, [page[0], page[1], number("xMin"), number("yMin"), number("xMax"), number("yMax")]));
        }
    }
    found
}

#[test]
fn addresses_are_printed_as_codes_where_the_handbook_says_so() {
    let fonts = no_fonts();
    let links = "Xem [luật](https://vbpl.vn/a) và [tin](https://vnanet.vn/b) và [luật](https://vbpl.vn/a).";
    let root = small(&format!("+++\ntitle = \"Một\"\n+++\n\n{links}\n"));
    let config = format!("{CONFIG}base_url = \"https://so.vn/\"\n[print]\nlinks = \"qr\"\n");
    fs::write(root.path().join("handbook.toml"), config).unwrap();
    let outcome = print(root.path(), &book(fonts.path()));
    assert_eq!(told(&outcome), []);
    let pdf = root.path().join("public/print/vi/book-a5.pdf");
    let text = said("pdftotext", &["-raw", pdf.to_str().unwrap(), "-"]);
    // Each address has one number, and stands once as words beside its code.
    assert!(text.contains("Xem luật[1] và tin[2] và luật[1]."), "{text}");
    for url in ["https://vbpl.vn/a", "https://vnanet.vn/b"] {
        assert_eq!(text.matches(url).count(), 1, "{text}");
    }
    // Two codes, that of the chapter itself and that of the book on its back.
    let structure = said("pdfinfo", &["-struct", pdf.to_str().unwrap()]);
    assert_eq!(structure.lines().filter(|line| line.trim().starts_with("Figure")).count(), 4, "{structure}");
    said("qpdf", &["--check", pdf.to_str().unwrap()]);
}

#[test]
fn a_form_is_printed_to_be_written_in() {
    let fonts = no_fonts();
    let form = ":::worksheet Phiếu\n| Tên | Việc |\n|---|---|\n| Lan | ____ |\n\nNơi: ____ Ngày: ____\n:::\n";
    let root = small(&format!("+++\ntitle = \"Một\"\n+++\n\n{form}"));
    let outcome = print(root.path(), &book(fonts.path()));
    assert_eq!(told(&outcome), []);
    let words = placed(root.path());
    let place = |word: &str| words.iter().find(|(w, _)| w == word).unwrap_or_else(|| panic!("{word}: {words:?}")).1;
    // The row of the blank is 9 mm high (25.5 pt), and the two blanks of a line share it.
    let (row, line, second) = (place("Lan"), place("Nơi:"), place("Ngày:"));
    assert!(line[3] - row[3] > 25.5, "{row:?} {line:?}");
    assert!(second[2] - line[2] > 100.0, "{line:?} {second:?}");
}

#[test]
fn a_table_too_wide_for_a_page_is_turned_with_its_heading_and_loses_nothing() {
    let fonts = no_fonts();
    let cells = |word: &str| (0..10).map(|n| format!("{word}{n} ")).collect::<Vec<_>>().join("|");
    let rows = format!("|{}|\n", cells("Chữdàihơn")).repeat(40);
    let table = format!("|{}|\n|{}\n{rows}", cells("Cột"), "---|".repeat(10));
    let root = small(&format!("+++\ntitle = \"Một\"\n+++\n\nChữ.\n\n## Bảngrộng\n\nDẫn vào.\n\n{table}"));
    let outcome = print(root.path(), &book(fonts.path()));
    assert_eq!(told(&outcome), []);
    let words = placed(root.path());
    let inside: Vec<_> = words.iter().filter(|(word, _)| word.starts_with("Chữdàihơn")).collect();
    assert_eq!(inside.len(), 400, "cells are lost");
    for (word, [width, height, left, _, right, bottom]) in inside {
        assert!(width > height, "the page is not turned");
        assert!(*left > 0.0 && right < width && *bottom < height - 20.0, "{word} leaves its page");
    }
    let heading = words.iter().rfind(|(word, _)| word == "Bảngrộng").unwrap();
    assert!(heading.1[0] > heading.1[1], "the heading is left behind");
}

/// How many parts of a PDF's pages and of its structure say they are in a language.
fn parts_in(pdf: &[u8], lang: &str) -> usize {
    let pdf = lopdf::Document::load_mem(pdf).unwrap();
    let says = |o: &lopdf::Object| {
        o.as_dict().and_then(|d| d.get(b"Lang")).and_then(lopdf::Object::as_str).is_ok_and(|l| l == lang.as_bytes())
    };
    let structure = pdf.objects.values().filter(|o| says(o)).count();
    let marked = |page: &lopdf::ObjectId| {
        let content = pdf.get_and_decode_page_content(*page).unwrap();
        content.operations.iter().filter(|o| o.operator == "BDC" && o.operands.iter().any(says)).count()
    };
    structure + pdf.get_pages().values().map(marked).sum::<usize>()
}

/// An English book whose data is Vietnamese yet: one word of it after the other is translated, and says so no more.
#[test]
fn words_of_data_and_titles_say_their_language_in_the_tags() {
    let glossary = "[[term]]\nid = \"dai-su\"\nvi = { term = \"đại sứ\", definition = \"Người kể chuyện.\" }\n";
    let sources = "[[source]]\nid = \"luat-1\"\nnumber = \"1/2026\"\ndate = \"2026-01-15\"\nkind = \"law\"\nstatus = \"cited\"\nvia = \"luat-2\"\nissuer.vi = \"Cơ quan\"\ntitle.vi = \"Luật thử\"\nshort.vi = \"Luật\"\n\n[[source]]\nid = \"luat-2\"\nnumber = \"2/2026\"\ndate = \"2026-01-15\"\nkind = \"law\"\nstatus = \"read\"\nissuer.en = \"Body\"\nissuer.vi = \"Cơ quan hai\"\ntitle.en = \"Act\"\ntitle.vi = \"Luật hai\"\nshort.vi = \"Luật hai\"\n";
    let statistics = "[[statistic]]\nid = \"dan\"\nvalue = 1234\nunit.vi = \"người\"\nlabel.vi = \"sống ở xã\"\nnote.vi = \"Ghi chú\"\nas_of = \"2026-01\"\nsource = \"luat-1\"\n";
    let english = "# One\n\n:::statistic dan\n:::\n\n:::sources\n:::\n\n:::glossary\n:::\n";
    let root = project(&[
        ("handbook.toml", "title = \"B\"\nsource = \"vi\"\nlocales = [\"vi\", \"en\"]\n"),
        ("content/SUMMARY.md", "# B\n\n- [Một](mot.md)\n- [Hai](hai.md)\n"),
        ("content/mot.md", "# Một\n\n:::statistic dan\n:::\n\n:::sources\n:::\n\n:::glossary\n:::\n"),
        ("content/hai.md", "# Trang hai\n\nChưa dịch.\n"),
        ("content/en/mot.md", english),
        ("content/en/hai.md", "# Page two\n\nWords.\n"),
        ("content/data/glossary.toml", glossary),
        ("content/data/sources.toml", sources),
        ("content/data/statistics.toml", statistics),
    ]);
    let fonts = no_fonts();
    let vietnamese = || {
        let outcome = build::print(root.path(), &["en".to_owned()], None, &book(fonts.path()), &Silent);
        assert!(!outcome.has_errors(), "{:?}", outcome.findings);
        parts_in(&fs::read(root.path().join("public/print/en/book-a5.pdf")).unwrap(), "vi")
    };
    let mut before = vietnamese();
    let steps = [
        ("data/glossary.toml", " }\n", " }\nen = { term = \"ambassador\", definition = \"Người kể chuyện.\" }\n"),
        ("data/sources.toml", "issuer.vi = \"Cơ quan\"\n", "issuer.vi = \"Cơ quan\"\nissuer.en = \"Agency\"\n"),
        ("data/sources.toml", "title.vi = \"Luật thử\"\n", "title.vi = \"Luật thử\"\ntitle.en = \"Trial act\"\n"),
        ("data/sources.toml", "short.vi = \"Luật\"\n", "short.vi = \"Luật\"\nshort.en = \"Act\"\n"),
        ("data/sources.toml", "short.vi = \"Luật hai\"\n", "short.vi = \"Luật hai\"\nshort.en = \"Second act\"\n"),
        ("data/statistics.toml", "unit.vi", "unit.en = \"people\"\nunit.vi"),
        ("data/statistics.toml", "label.vi", "label.en = \"live there\"\nlabel.vi"),
        ("data/statistics.toml", "note.vi", "note.en = \"Remark\"\nnote.vi"),
    ];
    // The definition said its language before; the term and its line of the index do too.
    for (path, from, to) in steps {
        let file = root.path().join("content").join(path);
        let text = fs::read_to_string(&file).unwrap();
        assert!(text.contains(from), "{path}: {from}");
        fs::write(&file, text.replace(from, to)).unwrap();
        let after = vietnamese();
        assert!(after < before, "{to}: {before} parts said vi before, {after} do now");
        before = after;
    }
    assert_eq!(before, 0, "all is English now");
    // A page that is not translated: its title in the contents, and its text.
    fs::remove_file(root.path().join("content/en/hai.md")).unwrap();
    assert!(vietnamese() >= 2);
}
