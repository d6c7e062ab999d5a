//! The documents of a handbook, each set on its own, in parallel.

use std::path::{Path, PathBuf};

use rayon::prelude::*;

use super::super::stages::{self, Assembled};
use super::super::timing::Timer;
use super::super::{BuildOptions, Format, Outcome, PressWork, PrintOptions, Progress, Stage, Target, open};
use crate::base::{Artifact, ArtifactKind, Diagnostic, Locale, RelPath};
use crate::book::model::Book;
use crate::files::fonts::SystemFonts;
use crate::output;
use crate::render::print::{self, Faces, Fonts, Job, Manuscript, Order, Script, Typeset, Typesetter};

/// See [`super::print`].
pub(super) fn print(
    root: &Path,
    locales: &[String],
    out: Option<PathBuf>,
    options: &PrintOptions,
    progress: &dyn Progress,
) -> Outcome {
    let mut timer = Timer::new(progress);
    let mut outcome = Outcome::default();
    let build = BuildOptions { target: Target::Memory, locales: locales.to_vec(), minify: false };
    match open(root) {
        Ok(project) => {
            if let Some(assembled) = stages::assemble(&project, &build, &mut timer, &mut outcome)
                && !outcome.has_errors()
            {
                timer.begins(Stage::Print, 0);
                let made = make(&assembled, options, progress);
                outcome.findings.extend(made.findings);
                outcome.out = out.unwrap_or_else(|| root.join(assembled.config.output.as_str())).join("print");
                timer.begins(Stage::Publish, 0);
                match output::publish(&outcome.out, &made.artifacts) {
                    Ok(published) => outcome.published = Some(published),
                    Err(faults) => outcome.findings.extend(faults),
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

/// Finished documents.
#[derive(Debug, Default)]
pub(super) struct Printed {
    pub artifacts: Vec<Artifact>,
    pub findings: Vec<Diagnostic>,
}

/// One document to be made.
#[derive(Clone, Copy)]
pub(super) struct Task<'a> {
    pub book: &'a Book,
    pub format: print::Format,
    pub page: Option<usize>,
}

fn make(assembled: &Assembled, options: &PrintOptions, progress: &dyn Progress) -> Printed {
    let bench = Bench {
        assembled,
        press: PressWork { draft: options.press.draft || assembled.config.print.press.draft, ..options.press },
        typesetter: Typesetter::new(&assembled.theme),
        faces: Faces::of_theme(&assembled.theme),
        system: SystemFonts::find(&options.fonts),
    };
    let tasks: Vec<Task<'_>> = assembled.handbook.books.iter().flat_map(|book| tasks(book, options)).collect();
    let mut printed = Printed::default();
    let books = if options.press.cards { assembled.handbook.books.as_slice() } else { &[] };
    let (documents, decks): (Vec<Printed>, Vec<Printed>) = rayon::join(
        || tasks.par_iter().map(|task| bench.document(task, progress)).collect(),
        || books.par_iter().map(|book| bench.cards(book, progress)).collect(),
    );
    for made in documents.into_iter().chain(decks) {
        printed.findings.extend(made.findings);
        printed.artifacts.extend(made.artifacts);
    }
    printed
}

fn tasks<'a>(book: &'a Book, options: &PrintOptions) -> Vec<Task<'a>> {
    let format = |format: &Format| match format {
        Format::BookA5 => print::Format::BookA5,
        Format::BookA4 => print::Format::BookA4,
        Format::ReadingA4 => print::Format::ReadingA4,
    };
    let books = options.formats.iter().map(|f| Task { book, format: format(f), page: None });
    let wanted = |index: &usize| {
        let source = book.pages.get(*index).map(|page| page.source.as_str());
        options.pages || options.page.as_deref() == source
    };
    let pages = (0..book.pages.len()).filter(wanted);
    books.chain(pages.map(|index| Task { book, format: print::Format::PageA4, page: Some(index) })).collect()
}

/// What all documents share.
pub(super) struct Bench<'a> {
    pub assembled: &'a Assembled,
    pub press: PressWork,
    typesetter: Typesetter<'a>,
    faces: Faces,
    system: SystemFonts,
}

impl Bench<'_> {
    fn document(&self, task: &Task<'_>, progress: &dyn Progress) -> Printed {
        let mut printed = Printed::default();
        let Some(path) = path(task) else { return printed };
        let Some(mut manuscript) = print::manuscript(&self.order(task)) else { return printed };
        let template = if task.page.is_some() { "page.typ" } else { "book.typ" };
        if self.press.draft {
            manuscript.data["draft"] = self.draft(&task.book.locale.locale).into();
        }
        if let Some(typeset) = self.set(&mut manuscript, template, &path, task.book, &mut printed) {
            let pages = typeset.pages;
            progress.printed(path.as_str(), pages);
            printed.artifacts.push(Artifact::new(path, ArtifactKind::Asset, typeset.pdf));
            if task.page.is_none() {
                self.press_work(task, &mut manuscript, pages, progress, &mut printed);
            }
        }
        printed
    }

    pub(super) fn order<'a>(&'a self, task: &Task<'a>) -> Order<'a> {
        let Assembled { handbook, voices, .. } = self.assembled;
        Order { handbook, book: task.book, strings: voices, format: task.format, page: task.page }
    }

    /// Sets a manuscript with a template of the theme; what is wrong with it is among the findings.
    pub(super) fn set(
        &self,
        manuscript: &mut Manuscript,
        template: &str,
        path: &RelPath,
        book: &Book,
        printed: &mut Printed,
    ) -> Option<Typeset> {
        let locale = &book.locale.locale;
        let (fonts, scripts) = self.fonts(manuscript, locale);
        printed.findings.append(&mut manuscript.findings);
        let missing = print::missing(manuscript, &fonts, locale);
        if !missing.is_empty() {
            printed.findings.extend(missing);
            return None;
        }
        print::families(&mut manuscript.data, &scripts, &fonts, locale);
        let date = &self.assembled.handbook.config.edition_date;
        let job = Job { fonts: &fonts, images: &manuscript.images, identifier: path.as_str(), date };
        match self.typesetter.typeset(template, &manuscript.data, &job) {
            Ok(mut typeset) => {
                printed.findings.append(&mut typeset.warnings);
                Some(typeset)
            }
            Err(faults) => {
                printed.findings.extend(faults);
                None
            }
        }
    }

    /// The faces a document needs, and the scripts they are of.
    fn fonts(&self, manuscript: &Manuscript, locale: &Locale) -> (Fonts, Vec<Script>) {
        let scripts = print::needed(&manuscript.glyphs, &self.faces, locale);
        let faces: Vec<Faces> = scripts
            .iter()
            .flat_map(|script| [script.text, script.head])
            .map(|family| Faces::of(self.system.read(family.file)).family(family.name))
            .collect();
        (Fonts::new(std::iter::once(&self.faces).chain(&faces)), scripts)
    }
}

/// Where a document is written, below the print folder.
fn path(task: &Task<'_>) -> Option<RelPath> {
    match task.page.and_then(|index| task.book.pages.get(index)) {
        Some(page) => Some(page.path.with_extension("pdf")),
        None => RelPath::new(&format!("{}/{}.pdf", task.book.locale.locale, task.format.name())).ok(),
    }
}
