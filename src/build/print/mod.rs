//! The print edition: which documents are made of a handbook, with which fonts, and where they are written.
//!
//! Owns the order of work, and the folder `print` of the output with records of its own, so that printing one book
//! neither touches the site nor the other books. Faults of the content stop everything, as for the site; what only
//! printing finds stops the document concerned, and the others still print.

#[cfg(feature = "print")]
mod covers;
#[cfg(feature = "print")]
mod documents;
#[cfg(feature = "print")]
mod press;
pub(super) mod preview;
#[cfg(feature = "print")]
mod shelf;

use std::path::{Path, PathBuf};
use std::sync::Arc;

use super::pictures;
use super::stages::{self, Assembled};
use super::timing::Timer;
use super::{Along, BuildOptions, Outcome, PrintOptions, Progress, Stage, Target, open};
use crate::base::{Artifact, Diagnostic, Hash, Locale, RelPath};
use crate::book::model::Handbook;
use crate::output::{self, Notes, Published};
use crate::render::epub::{CoverFonts, PageMark, PageMarks};
use crate::render::site::{Download, SiteOptions};

/// The folder of the output that PDF files stand in.
const FOLDER: &str = "print";

/// Prints the handbook in `root`: PDF files below `<out>/print/<locale>/`.
#[must_use]
pub fn print(
    root: &Path,
    locales: &[String],
    out: Option<PathBuf>,
    options: &PrintOptions,
    progress: &dyn Progress,
) -> Outcome {
    let mut timer = Timer::new(progress);
    let mut outcome = Outcome::default();
    let target = Target::Folder(out);
    let locales = locales.to_vec();
    let build = BuildOptions { target, locales, minify: false, print: None, along: Along::default(), external: None };
    match open(root) {
        Ok(project) => {
            if let Some(mut assembled) = stages::assemble(root, &project, &build, &mut timer, &mut outcome) {
                let out = stages::out(root, &assembled.config, &build.target);
                let obstacle = stages::obstacle(root, &assembled.config, &build.target);
                let keep = obstacle.is_none().then_some(out.as_path());
                pictures::prepare(&mut assembled, keep, &build.target, &mut outcome);
                match obstacle {
                    _ if outcome.has_errors() => {}
                    Some(obstacle) => outcome.findings.push(obstacle),
                    None => print_books(&out, &assembled, options, &mut timer, &mut outcome),
                }
            }
        }
        Err(finding) => outcome.findings.push(finding),
    }
    outcome.findings.sort();
    outcome.findings.dedup();
    outcome.timings = timer.finish();
    outcome
}

fn print_books(
    out: &Path,
    assembled: &Assembled,
    options: &PrintOptions,
    timer: &mut Timer<'_>,
    outcome: &mut Outcome,
) {
    outcome.findings.extend(unknown_page(assembled, options));
    timer.begins(Stage::Print, assembled.handbook.books.len());
    let printed = make(assembled, out, options, timer.progress());
    outcome.findings.extend(printed.findings.iter().cloned());
    timer.begins(Stage::Publish, 0);
    outcome.out = out.join(FOLDER);
    match printed.publish(out) {
        Ok(published) => outcome.published = Some(published),
        Err(faults) => outcome.findings.extend(faults),
    }
}

/// A page asked for that the book does not have.
fn unknown_page(assembled: &Assembled, options: &PrintOptions) -> Option<Diagnostic> {
    use crate::base::{codes, nearest};
    use crate::words;
    let asked = options.page.as_deref()?;
    let pages = &assembled.handbook.books.first()?.pages;
    if pages.iter().any(|page| page.source.as_str() == asked) {
        return None;
    }
    let message = words!("the book has no page `{asked}`", "sách không có trang `{asked}`");
    let finding = Diagnostic::error(codes::PRINT_PAGE, message);
    Some(match nearest(asked, pages.iter().map(|page| page.source.as_str())) {
        Some(near) => finding.help(words!("did you mean `{near}`?", "có phải bạn muốn viết `{near}`?")),
        None => {
            finding.help(words!("give its path below the content folder", "hãy ghi đường dẫn dưới thư mục nội dung"))
        }
    })
}

/// Finished documents.
#[derive(Debug, Default)]
pub(super) struct Printed {
    /// Paths are below the folder `print`.
    pub(super) artifacts: Vec<Artifact>,
    made_from: Vec<(RelPath, Hash)>,
    /// Locales of which every page was printed: what else stands there is stale.
    whole: Vec<String>,
    pub(super) findings: Vec<Diagnostic>,
}

impl Printed {
    /// Takes in a document; its pages are counted when it was made just now.
    #[cfg(feature = "print")]
    fn take(&mut self, path: RelPath, bytes: Arc<[u8]>, pages: Option<usize>, progress: &dyn Progress) {
        if let Some(pages) = pages {
            progress.printed(path.as_str(), pages);
        }
        self.artifacts.push(Artifact::new(path, crate::base::ArtifactKind::Asset, bytes));
    }

    /// Writes the documents. Those of an earlier run stay, but for pages that are no more.
    pub(super) fn publish(self, out: &Path) -> Result<Published, Vec<Diagnostic>> {
        let folder = out.join(FOLDER);
        let nested = |path: &RelPath| path.parts().count() > 2;
        let in_whole = |path: &RelPath| path.parts().next().is_some_and(|l| self.whole.iter().any(|w| w == l));
        let published = output::publish_beside(&folder, &self.artifacts, &|path| !(nested(path) && in_whole(path)))?;
        Notes::read(&folder).write(self.made_from);
        Ok(published)
    }

    /// The documents of a locale, at their places in the site.
    pub(super) fn published(&self, locale: &Locale) -> impl Iterator<Item = Artifact> {
        let own = self.artifacts.iter().filter(|a| a.path.parts().next() == Some(locale.as_str()));
        own.filter_map(|a| {
            let path = RelPath::new(&format!("{FOLDER}/{}", a.path)).ok()?;
            Some(Artifact::new(path, a.kind, Arc::clone(&a.bytes)))
        })
    }

    /// Where on the pages of the site the pages of each printed A5 book begin.
    pub(super) fn marks(&self, handbook: &Handbook) -> PageMarks {
        let locales = handbook.books.iter().map(|book| &book.locale.locale);
        locales.map(|locale| (locale.clone(), self.marks_of(locale))).filter(|(_, marks)| !marks.is_empty()).collect()
    }

    #[cfg(feature = "print")]
    fn marks_of(&self, locale: &Locale) -> Vec<PageMark> {
        use crate::render::Format;
        use crate::render::epub::Begins;
        use crate::render::print::{BLOCK, first_places};
        let path = format!("{locale}/{}.pdf", Format::BookA5.name());
        let book = self.artifacts.iter().find(|artifact| artifact.path.as_str() == path);
        let mark = |label: String, name: &str| {
            let (page, begins) = match (name.strip_prefix(BLOCK), name.split_once('#')) {
                (Some(block), _) => {
                    let mut parts = block.rsplitn(3, ':');
                    let (nth, row) = parts.next().map(|nth| nth.split_once('.').unwrap_or((nth, "")))?;
                    let name = parts.next()?.to_owned();
                    (parts.next()?, Begins::Block(name, nth.parse().ok()?, row.parse().ok()))
                }
                (None, Some((page, anchor))) => (page, Begins::Anchor(anchor.to_owned())),
                (None, None) => (name, Begins::Page),
            };
            Some(PageMark { label, page: RelPath::new(page).ok()?, begins })
        };
        let placed = book.map(|book| first_places(&book.bytes)).unwrap_or_default();
        placed.into_iter().filter_map(|placed| mark(placed.page, &placed.name)).collect()
    }

    #[cfg(not(feature = "print"))]
    fn marks_of(&self, _: &Locale) -> Vec<PageMark> {
        Vec::new()
    }

    /// Lets the site lead to the documents.
    pub(super) fn offer(&self, assembled: &Assembled, site: &mut SiteOptions) {
        for artifact in &self.artifacts {
            let Ok(path) = RelPath::new(&format!("{FOLDER}/{}", artifact.path)) else { continue };
            match page_of(&assembled.handbook, &artifact.path) {
                Some(page) => drop(site.page_files.insert(page, path)),
                None => offer_book(assembled, artifact, path, site),
            }
        }
    }
}

fn offer_book(assembled: &Assembled, artifact: &Artifact, path: RelPath, site: &mut SiteOptions) {
    let tag = artifact.path.parts().next().unwrap_or_default();
    let Some((locale, words)) = assembled.voices.iter().find(|(locale, _)| locale.as_str() == tag) else { return };
    let key = format!("print-{}", artifact.path.stem());
    // Sheets for the press are no reader's.
    if !words.has(&key) {
        return;
    }
    let title = words.text(&key, &[]);
    let bytes = u64::try_from(artifact.bytes.len()).unwrap_or(u64::MAX);
    let download = Download { title, format: "PDF".to_owned(), bytes, path };
    site.downloads.entry(locale.clone()).or_default().push(download);
}

/// The output path of the page that a document prints alone.
fn page_of(handbook: &Handbook, path: &RelPath) -> Option<RelPath> {
    let html = path.with_extension("html");
    let found = handbook.books.iter().flat_map(|book| &book.pages).find(|page| page.path == html);
    found.map(|page| page.path.clone())
}

/// Makes the documents, or takes them as they are where nothing they are made from has changed.
pub(super) fn make(assembled: &Assembled, out: &Path, options: &PrintOptions, progress: &dyn Progress) -> Printed {
    #[cfg(feature = "print")]
    return documents::make(assembled, &Notes::read(&out.join(FOLDER)), options, progress);
    #[cfg(not(feature = "print"))]
    {
        let _ = (assembled, out, options, progress);
        Printed { findings: vec![left_out()], ..Printed::default() }
    }
}

/// Lets go of what was kept to set books quickly: a program that goes on has other use for the memory.
pub(super) fn forget() {
    #[cfg(feature = "print")]
    crate::render::print::forget();
}

/// The faces in which the covers of e-books are drawn.
pub(super) fn cover_fonts(assembled: &Assembled) -> CoverFonts {
    #[cfg(feature = "print")]
    return covers::fonts(assembled);
    #[cfg(not(feature = "print"))]
    {
        let _ = assembled;
        CoverFonts::new()
    }
}

/// This program was made without the print edition.
#[cfg(not(feature = "print"))]
fn left_out() -> Diagnostic {
    use crate::base::codes;
    use crate::words;
    let message =
        words!("this camnang was built without the print edition", "bản camnang này được dựng không kèm phần in");
    Diagnostic::error(codes::PRINT_LEFT_OUT, message)
        .help(words!("build it with its default features", "hãy dựng camnang với các tính năng mặc định"))
}
