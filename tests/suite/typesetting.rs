//! What setting a book costs, counted: its layouts, whether one book waits for another, what is set again.

use std::path::Path;
use std::process::Command;
use std::sync::Mutex;

use camnang::base::codes;
use camnang::build::{self, Format, PrintOptions, Progress, Silent, Stage};
use tempfile::TempDir;

use crate::handbook::Handbook;

/// Two languages, and all that a book finds out of itself: contents of several pages, references in both directions,
/// running heads, an index, notes named twice, a list of figures.
fn site() -> Handbook {
    let config = "title = \"Sổ tay\"\nsource = \"vi\"\nlocales = [\"vi\", \"en\"]\nbase_url = \"https://so.vn/\"\n";
    let mut summary = "# Sổ tay\n\n# Phần một\n\n".to_owned();
    let mut site = Handbook::empty().with("handbook.toml", config).with(
        "content/hinh.svg",
        "<svg xmlns='http://www.w3.org/2000/svg' width='90' height='90'><rect width='90' height='90'/></svg>",
    );
    for chapter in 1..=24 {
        let (before, after) = ((chapter + 22) % 24 + 1, chapter % 24 + 1);
        let words: Vec<String> = (1..=200).map(|word| format!("chữ{word} dài ẳng")).collect();
        let page = format!(
            "+++\ntitle = \"Chương {chapter}\"\n+++\n\n## Mục {{#muc}}\n\nXem [chương kia](c{after}.md#muc) và \
             [chương trước](c{before}.md), [từ](index:mục chung)[^a]. {}. Lại[^a] và [luật](https://vbpl.vn/{chapter}).\n\n\
             ### Mục con\n\n{}.\n\n| Cột | Việc |\n|---|---|\n| Một | [kia](c{after}.md) |\n\n\
             ![Hình vuông](hinh.svg \"Hình của chương {chapter}\")\n\n[^a]: Ghi chú.\n",
            words.join(" "),
            words[..60].join(" "),
        );
        let indent = if chapter % 3 == 1 { "" } else { "  " };
        summary.push_str(&format!("{indent}- [Chương {chapter}](c{chapter}.md)\n"));
        site = site.with(&format!("content/c{chapter}.md"), &page);
    }
    site.with("content/SUMMARY.md", &summary)
}

/// What was told of finished books.
#[derive(Default)]
struct Told(Mutex<Vec<String>>);

impl Progress for Told {
    fn begins(&self, _: Stage, _: usize) {}

    fn printed(&self, name: &str, pages: usize) {
        assert!(pages > 8, "{name}: {pages}");
        self.0.lock().unwrap().push(name.to_owned());
    }
}

/// The typesetter's own record of its work is one for the whole process, so the run below has a process of its own.
#[test]
fn books_are_set_beside_each_other_and_each_is_laid_out_twice_and_once_only() {
    let this = std::env::current_exe().unwrap();
    let run = ["--exact", "typesetting::work_on_two_books", "--ignored", "--nocapture"];
    let output = Command::new(this).args(run).env("RAYON_NUM_THREADS", "2").output().unwrap();
    let text = [output.stdout, output.stderr].map(|said| String::from_utf8_lossy(&said).into_owned()).concat();
    assert!(output.status.success() && text.contains("1 passed"), "{text}");
}

#[test]
#[ignore = "run by the test above, alone"]
fn work_on_two_books() {
    let (out, site) = (TempDir::new().unwrap(), site());
    let options =
        PrintOptions { formats: vec![Format::BookA5], fonts: vec![out.path().to_owned()], ..PrintOptions::default() };
    let printed = || {
        let told = Told::default();
        let outcome = build::print(&site.path(""), &[], Some(out.path().to_owned()), &options, &told);
        assert_eq!(outcome.findings, []);
        let mut told = told.0.into_inner().unwrap();
        told.sort();
        told
    };
    typst_timing::enable();
    assert_eq!(printed(), ["en/book-a5.pdf", "vi/book-a5.pdf"]);
    let first = layouts();
    // Once to find the pages, once to print them.
    let count = |n: usize| first.iter().filter(|(name, phase)| *name == format!("iter ({n})") && phase == "B").count();
    assert_eq!((1..=5).map(count).collect::<Vec<_>>(), [2, 2, 0, 0, 0]);
    // The last layout of either book ends after the first of the other began.
    let position = |wanted: &str, nth: usize| {
        let mut all = first.iter().enumerate().filter(|(_, (name, phase))| format!("{name} {phase}") == wanted);
        all.nth(nth).map(|(at, _)| at)
    };
    assert!(position("iter (1) B", 1) < position("iter (2) E", 0), "one book waits for the other: {first:?}");

    // Nothing is set, or told of, a second time when nothing has changed.
    typst_timing::clear();
    assert_eq!(printed(), [""; 0]);
    assert_eq!(layouts(), []);
}

/// Beginnings (`B`) and ends (`E`) of layouts, as they followed each other.
fn layouts() -> Vec<(String, String)> {
    let mut record = Vec::new();
    typst_timing::export_json(&mut record, |_| (String::new(), 0)).unwrap();
    let events: Vec<serde_json::Value> = serde_json::from_slice(&record).unwrap();
    let text = |event: &serde_json::Value, key: &str| event[key].as_str().unwrap_or_default().to_owned();
    let layouts = events.iter().filter(|event| text(event, "name").starts_with("iter ("));
    layouts.map(|event| (text(event, "name"), text(event, "ph"))).collect()
}

/// Vietnamese and Russian are set in the theme's own faces; of seven other scripts no font is at hand.
#[test]
fn a_script_without_fonts_is_told_with_its_package_and_keeps_no_other_from_print() {
    let site = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/sites/scripts");
    let out = TempDir::new().unwrap();
    let options =
        PrintOptions { formats: vec![Format::BookA5], fonts: vec![out.path().to_owned()], ..PrintOptions::default() };
    let outcome = build::print(&site, &[], Some(out.path().to_owned()), &options, &Silent);
    let mut packages: Vec<(String, &str)> = Vec::new();
    for finding in outcome.findings.iter().filter(|finding| finding.code == codes::PRINT_FONT) {
        let help = &finding.help.as_ref().unwrap().en;
        let package = ["fonts-noto-core", "fonts-noto-cjk"].into_iter().find(|name| help.contains(name)).unwrap();
        let path = finding.place.as_ref().unwrap().path.to_string();
        packages.push((path.split('/').nth(1).unwrap().to_owned(), package));
    }
    packages.sort();
    packages.dedup();
    let all = [
        ("ar", "core"),
        ("ja", "cjk"),
        ("km", "core"),
        ("ko", "cjk"),
        ("lo", "core"),
        ("th", "core"),
        ("zh-Hans", "cjk"),
    ];
    let all = all.map(|(locale, package)| (locale.to_owned(), format!("fonts-noto-{package}")));
    let packages: Vec<(String, String)> = packages.into_iter().map(|(l, p)| (l, p.to_owned())).collect();
    assert_eq!(packages, all);
    let made = |locale: &str| out.path().join("print").join(locale).join("book-a5.pdf").is_file();
    assert_eq!(["ru", "vi"].map(made), [true, true]);
    assert!(!all.iter().any(|(locale, _)| made(locale)));
}
