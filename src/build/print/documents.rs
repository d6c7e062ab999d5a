//! The documents of a handbook, each set on its own, in parallel.

use std::sync::Arc;

use rayon::prelude::*;

use super::super::stages::Assembled;
use super::super::{Format, Imposition, PressWork, PrintOptions, Progress};
use super::Printed;
use super::shelf::Shelf;
use crate::base::{Diagnostic, Hash, RelPath};
use crate::book::model::Book;
use crate::files::fonts::SystemFonts;
use crate::output::Notes;
use crate::render::print::{self, Job, Manuscript, Order, Typeset, Typesetter, Written};

/// One document to be made.
#[derive(Clone, Copy)]
pub(super) struct Task<'a> {
    pub book: &'a Book,
    pub format: Format,
    pub page: Option<usize>,
}

/// See [`super::make`].
pub(super) fn make(assembled: &Assembled, notes: &Notes, options: &PrintOptions, progress: &dyn Progress) -> Printed {
    let bench = Bench {
        assembled,
        press: PressWork { draft: options.press.draft || assembled.config.print.press.draft, ..options.press },
        booklet: options.pages && assembled.config.print.press.booklet,
        typesetter: Typesetter::new(&assembled.theme),
        shelf: Shelf::new(&assembled.theme, SystemFonts::find(&options.fonts)),
        notes,
    };
    let mut printed = Printed::default();
    for books in assembled.handbook.books.chunks(rayon::current_num_threads()) {
        // What the typesetter remembers of a book weighs many times the book, and the next one has no use for it.
        if !printed.artifacts.is_empty() {
            print::forget();
        }
        progress.sets(books.len());
        bench.books(books, options, progress, &mut printed);
    }
    if options.pages {
        printed.whole = assembled.handbook.books.iter().map(|book| book.locale.locale.to_string()).collect();
    }
    printed
}

fn tasks<'a>(book: &'a Book, options: &PrintOptions) -> Vec<Task<'a>> {
    let books = options.formats.iter().map(|format| Task { book, format: *format, page: None });
    let wanted = |index: &usize| {
        let source = book.pages.get(*index).map(|page| page.source.as_str());
        options.pages || options.page.as_deref().is_some_and(|page| Some(page) == source)
    };
    let pages = (0..book.pages.len()).filter(wanted);
    books.chain(pages.map(|index| Task { book, format: Format::PageA4, page: Some(index) })).collect()
}

/// A document to be set: by which template, from what, and where it is published.
pub(super) struct Set<'a> {
    pub template: &'a str,
    pub manuscript: &'a mut Manuscript,
    pub path: &'a RelPath,
    pub book: &'a Book,
    /// What is done with its pages afterwards, in words that differ when the result does.
    pub work: &'a str,
}

/// What all documents share.
pub(super) struct Bench<'a> {
    pub assembled: &'a Assembled,
    pub press: PressWork,
    /// Whether the A5 book is also made a booklet, without being ordered as one.
    booklet: bool,
    typesetter: Typesetter<'a>,
    shelf: Shelf,
    notes: &'a Notes,
}

impl Bench<'_> {
    /// All documents of some books, side by side.
    fn books(&self, books: &[Book], options: &PrintOptions, progress: &dyn Progress, printed: &mut Printed) {
        let tasks: Vec<Task<'_>> = books.iter().flat_map(|book| tasks(book, options)).collect();
        let with_cards = if options.press.cards { books } else { &[] };
        let (documents, decks): (Vec<Printed>, Vec<Printed>) = rayon::join(
            || tasks.par_iter().map(|task| self.document(task, progress)).collect(),
            || with_cards.par_iter().map(|book| self.cards(book, progress)).collect(),
        );
        for made in documents.into_iter().chain(decks) {
            printed.findings.extend(made.findings);
            printed.artifacts.extend(made.artifacts);
            printed.made_from.extend(made.made_from);
        }
    }

    fn document(&self, task: &Task<'_>, progress: &dyn Progress) -> Printed {
        let mut printed = Printed::default();
        let Some(path) = path(task) else { return printed };
        let Some(mut manuscript) = print::manuscript(&self.order(task)) else { return printed };
        let template = if task.page.is_some() { "page.typ" } else { "book.typ" };
        if self.press.draft {
            manuscript.data["draft"] = self.draft(&task.book.locale.locale).into();
        }
        let order = Set { template, manuscript: &mut manuscript, path: &path, book: task.book, work: "" };
        let done = self.finished(order, &mut printed, |typeset, _| Some((typeset.pdf.into(), typeset.pages)));
        let Some((bytes, pages)) = done else { return printed };
        printed.take(path, bytes, pages, progress);
        let booklet = self.booklet && task.format == Format::BookA5;
        let imposition = self.press.imposition.or(booklet.then_some(Imposition::Booklet));
        if task.page.is_none() && (self.press.cover || imposition.is_some()) {
            let counted = || print::pages(&printed.artifacts.last()?.bytes);
            if let Some(pages) = pages.or_else(counted) {
                self.press_work(task, &mut manuscript, (pages, imposition), progress, &mut printed);
            }
        }
        printed
    }

    /// A document that is published: as it was when nothing it is made from has changed, else set, and its pages made
    /// into what is wanted of them; with the number of its pages when it was made now.
    pub(super) fn finished(
        &self,
        order: Set<'_>,
        printed: &mut Printed,
        make: impl FnOnce(Typeset, &mut Printed) -> Option<(Arc<[u8]>, usize)>,
    ) -> Option<(Arc<[u8]>, Option<usize>)> {
        let Set { template, manuscript, path, book, work } = order;
        let fonts = self.shelf.ready(manuscript, &book.locale.locale, &mut printed.findings)?;
        let date = &self.assembled.handbook.config.edition_date;
        let job = Job { fonts: &fonts, images: &manuscript.images, identifier: path.as_str(), date };
        let data = Written::new(manuscript);
        let set_from = self.typesetter.made_from(template, &data, &job);
        let made_from =
            if work.is_empty() { set_from } else { Hash::of(format!("{}{work}", set_from.hex()).as_bytes()) };
        if let Some(bytes) = self.notes.file(path, &made_from) {
            return Some((bytes, None));
        }
        let before = printed.findings.len();
        let typeset = self.typeset(template, &data, &job, &mut printed.findings)?;
        let (bytes, pages) = make(typeset, printed)?;
        // What was warned of is not noted: the next run warns again.
        if printed.findings.len() == before {
            printed.made_from.push((path.clone(), made_from));
        }
        Some((bytes, Some(pages)))
    }

    pub(super) fn order<'a>(&'a self, task: &Task<'a>) -> Order<'a> {
        let Assembled { handbook, voices, .. } = self.assembled;
        Order { handbook, book: task.book, strings: voices, format: task.format, page: task.page }
    }

    fn typeset(
        &self,
        template: &str,
        data: &Written,
        job: &Job<'_>,
        findings: &mut Vec<Diagnostic>,
    ) -> Option<Typeset> {
        match self.typesetter.typeset(template, data, job) {
            Ok(mut typeset) => {
                findings.append(&mut typeset.warnings);
                Some(typeset)
            }
            Err(faults) => {
                findings.extend(faults);
                None
            }
        }
    }
}

/// Where a document is written, below the print folder.
fn path(task: &Task<'_>) -> Option<RelPath> {
    match task.page.and_then(|index| task.book.pages.get(index)) {
        Some(page) => Some(page.path.with_extension("pdf")),
        None => RelPath::new(&format!("{}/{}.pdf", task.book.locale.locale, task.format.name())).ok(),
    }
}
