//! The print preview: what is set again after a save is what a printer would get, and is found again in the source.

use std::fs;
use std::path::Path;
use std::sync::{Arc, Mutex};

use camnang::base::Severity;
use camnang::build::{self, BuildOptions, Format, Library, PrintPreview, Progress, Proof, ProofOrder, Snapshot, Stage};
use tempfile::TempDir;

const CONFIG: &str = "title = \"Sổ tay\"\nsource = \"vi\"\nlocales = [\"vi\"]\n";
const CHAPTERS: usize = 6;

/// Takes what a build hands to other previews.
#[derive(Default)]
struct Taker(Mutex<Option<Snapshot>>);

impl Progress for Taker {
    fn begins(&self, _stage: Stage, _pages: usize) {}

    fn assembled(&self, handbook: &Snapshot) {
        *self.0.lock().unwrap() = Some(handbook.clone());
    }
}

/// A handbook on disk, and the preview of its book.
struct Desk {
    folder: TempDir,
    library: Arc<Library>,
    preview: PrintPreview,
}

/// The rounds of a setting, and what it found.
type Set = (Vec<Proof>, Vec<camnang::base::Diagnostic>);

fn order() -> ProofOrder {
    ProofOrder { locale: "vi".to_owned(), format: Format::BookA5 }
}

fn chapter(at: usize) -> String {
    let paragraph = |n: usize| {
        let words = format!("Đoạn {n} của chương {at}, viết cho dài thêm. ");
        format!("{}Xem [chương sau](c{}.md).\n", words.repeat(9), (at + 1) % CHAPTERS)
    };
    let paragraphs: Vec<String> = (0..7).map(paragraph).collect();
    format!(
        "# Chương {at}\n\n{}\n## Mục\n\n| Tên | Nghĩa |\n|---|---|\n| a{at} | một |\n| b{at} | hai |\n",
        paragraphs.join("\n")
    )
}

impl Desk {
    fn new() -> Self {
        let folder = TempDir::new().unwrap();
        let desk = Self { folder, library: Arc::new(Library::new()), preview: PrintPreview::new(order()) };
        desk.write("handbook.toml", CONFIG);
        let list: String = (0..CHAPTERS).map(|at| format!("- [Chương {at}](c{at}.md)\n")).collect();
        desk.write("content/SUMMARY.md", &format!("# Sổ tay\n\n{list}"));
        (0..CHAPTERS).for_each(|at| desk.write(&format!("content/c{at}.md"), &chapter(at)));
        desk
    }

    fn write(&self, path: &str, text: &str) {
        let path = self.folder.path().join(path);
        fs::create_dir_all(path.parent().unwrap()).unwrap();
        fs::write(path, text).unwrap();
    }

    fn snapshot(&self) -> Snapshot {
        let taker = Taker::default();
        let options = BuildOptions::preview();
        let outcome = build::run_with(Path::new(self.folder.path()), &options, &taker, &self.library);
        assert!(!outcome.has_errors(), "{:?}", outcome.findings);
        taker.0.into_inner().unwrap().unwrap()
    }

    fn set(&mut self) -> Set {
        let snapshot = self.snapshot();
        set(&mut self.preview, &snapshot)
    }

    /// The book as one who has never seen it sets it.
    fn afresh(&self) -> Proof {
        set(&mut PrintPreview::new(order()), &self.snapshot()).0.pop().unwrap()
    }
}

fn set(preview: &mut PrintPreview, snapshot: &Snapshot) -> Set {
    let mut rounds = Vec::new();
    let findings = preview.set(snapshot, &mut |proof| {
        rounds.push(proof);
        true
    });
    (rounds, findings)
}

fn looks(proof: &Proof) -> Vec<(String, String)> {
    proof.pages.iter().map(|page| (page.number.clone(), page.look.clone())).collect()
}

#[test]
fn an_edited_book_is_the_book_that_is_printed() {
    let mut desk = Desk::new();
    desk.set();
    let long = "Một đoạn mới rất dài, nhiều câu. ".repeat(80);
    for (file, text) in [
        ("content/c2.md", chapter(2).replace("Đoạn 3", "Đoạn ba")),
        ("content/c2.md", format!("{}\n{long}\n\n{long}\n\n{long}\n", chapter(2))),
        ("content/c0.md", format!("{}\n## Thêm một mục\n\n{long}[^a]\n\n[^a]: Ghi chú.\n", chapter(0))),
        ("content/c5.md", "# Chương 5\n\nNgắn, xem [mục](c0.md#thêm-một-mục).\n".to_owned()),
        ("content/c2.md", chapter(2)),
    ] {
        desk.write(file, &text);
        let (rounds, findings) = desk.set();
        let last = rounds.last().unwrap();
        assert!(last.settled && rounds.iter().rev().skip(1).all(|round| !round.settled));
        assert_eq!(looks(last), looks(&desk.afresh()), "{file}");
        assert!(findings.iter().all(|found| found.severity != Severity::Error), "{findings:?}");
    }
}

#[test]
fn only_the_chapters_that_an_edit_touches_are_written() {
    let mut desk = Desk::new();
    let steps = [
        ("content/c2.md", chapter(2), CHAPTERS),
        ("content/c2.md", chapter(2).replace("Đoạn 3", "Đoạn ba"), 1),
        // A place that others may lead to.
        ("content/c0.md", format!("{}\n## Thêm một mục\n\nChữ.\n", chapter(0)), CHAPTERS),
    ];
    for (file, text, written) in steps {
        desk.write(file, &text);
        desk.set();
        assert_eq!(desk.preview.chapters_written(), written, "{file}");
    }
    desk.set();
    assert_eq!(desk.preview.chapters_written(), 0, "nothing was edited");
}

#[test]
fn the_first_pages_shown_after_an_edit_have_it_and_leave_the_other_chapters() {
    let mut desk = Desk::new();
    let before = desk.set().0.pop().unwrap();
    // Longer by pages: everything after it moves.
    let long = "Một đoạn mới rất dài, nhiều câu. ".repeat(100);
    desk.write("content/c2.md", &format!("{}\n{long}\n\n{long}\n\n{long}\n", chapter(2)));
    let (rounds, _) = desk.set();
    let first = rounds.first().unwrap();
    assert!(!first.settled && first.pages.len() > before.pages.len(), "{}", first.pages.len());
    let new = first.pages.iter().filter(|page| !before.pages.iter().any(|old| old.look == page.look)).count();
    assert!(new > 0 && new < 10, "{new} of {}", first.pages.len());
}

#[test]
fn every_block_is_found_on_paper_at_the_line_it_was_written() {
    let mut desk = Desk::new();
    let proof = desk.set().0.pop().unwrap();
    let text = chapter(3);
    let of_chapter: Vec<_> = proof.stands.iter().filter(|stand| stand.mark.file.as_str() == "content/c3.md").collect();
    let line_of = |words: &str| u32::try_from(text.lines().position(|line| line.contains(words)).unwrap() + 1).unwrap();
    for words in ["Đoạn 0", "Đoạn 6", "## Mục", "| Tên", "| a3", "| b3"] {
        let line = line_of(words);
        assert!(of_chapter.iter().any(|stand| stand.mark.line == line), "{words} (line {line}) in {of_chapter:#?}");
    }
    let down: Vec<_> = of_chapter.iter().map(|stand| stand.mark.line).collect();
    assert!(down.is_sorted(), "in the order they were written: {down:?}");
    assert!(of_chapter.iter().all(|stand| stand.mark.page.as_str() == "vi/c3.html" && stand.y > 0.0));
    assert!(proof.draw(of_chapter[0].page).unwrap().starts_with("<svg"));
    assert!(proof.draw(proof.pages.len()).is_none());
}

#[test]
fn marks_leave_the_pages_as_they_are_printed() {
    let mut desk = Desk::new();
    let proof = desk.set().0.pop().unwrap();
    let fonts = TempDir::new().unwrap();
    let options =
        build::PrintOptions { formats: vec![Format::BookA5], fonts: vec![fonts.path().into()], ..Default::default() };
    let printed = build::print(desk.folder.path(), &[], None, &options, &build::Silent);
    assert!(!printed.has_errors(), "{:?}", printed.findings);
    let pdf = fs::read(desk.folder.path().join("public/print/vi/book-a5.pdf")).unwrap();
    assert_eq!(camnang::render::print::pages(&pdf), Some(proof.pages.len()));
}

#[test]
fn a_template_with_a_fault_is_told_and_mended() {
    let mut desk = Desk::new();
    let good = desk.set().0.pop().unwrap();
    desk.write("theme/print/book.typ", "#import \"data.typ\": nothing-of-this-name\n");
    let (rounds, findings) = desk.set();
    assert!(rounds.is_empty());
    let error = findings.iter().find(|found| found.severity == Severity::Error).unwrap();
    assert_eq!(error.place.as_ref().unwrap().path.as_str(), "theme/print/book.typ");
    fs::remove_file(desk.folder.path().join("theme/print/book.typ")).unwrap();
    let (rounds, findings) = desk.set();
    assert!(findings.iter().all(|found| found.severity != Severity::Error), "{findings:?}");
    assert_eq!(looks(rounds.last().unwrap()), looks(&good));
}

#[test]
fn a_setting_that_is_overtaken_ends_with_its_first_pages() {
    let mut desk = Desk::new();
    desk.set();
    desk.write("content/c1.md", &format!("{}\n{}\n", chapter(1), "Thêm nhiều chữ. ".repeat(400)));
    let snapshot = desk.snapshot();
    let mut rounds = 0;
    desk.preview.set(&snapshot, &mut |_| {
        rounds += 1;
        false
    });
    assert_eq!(rounds, 1);
    let (rounds, _) = desk.set();
    assert_eq!(looks(rounds.last().unwrap()), looks(&desk.afresh()));
}
