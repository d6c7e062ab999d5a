//! The website: every page of every book, and what leads to them.
//!
//! Owns which files the site has and what templates are given; how they look is the theme's affair.
//! The procedure: one `Frame` a book; each page is viewed, rendered and minified on its own, in
//! parallel; then redirects, contents, index, search, language choice, 404, sitemap. May do no I/O.

mod alphabet;
mod body;
mod contents;
mod document;
mod entry;
mod folders;
mod frame;
mod head;
mod html;
mod links;
mod minify;
mod nav;
pub mod offline;
mod page;
mod search;
mod start;
mod translation;
pub mod view;

use std::collections::{BTreeMap, BTreeSet};
use std::ops::Range;
use std::sync::Arc;

use rayon::prelude::*;

use crate::base::{Artifact, ArtifactKind, Diagnostic, Hash, Locale, Memo, RelPath, Stop};
use crate::book::model::{Book, Handbook};
use crate::i18n::translation::status::LocaleStatus;
use crate::i18n::ui::Strings;
use crate::render::html::Spoken;
use crate::render::html::highlight::Highlighter;
use crate::render::pictures::Pictures;
use crate::theme::{Theme, Voice};
use alphabet::Alphabet;
use frame::{BookFacts, Frame, Site};
use view::View;

pub use body::{FACTS, Facts};
pub use frame::minutes;
pub use html::{FILE, Made, STANDING};

/// What one build of the site may decide.
#[derive(Clone, Debug, Default)]
pub struct SiteOptions {
    /// Minify the HTML.
    pub minify: bool,
    /// Mark what is not translated with a class: for the preview.
    pub mark_untranslated: bool,
    /// There is a page that tells how far each language has got.
    pub translation_page: bool,
    /// How far each language has got: for that page alone.
    pub translation: Vec<LocaleStatus>,
    /// Files to take along, by locale.
    pub downloads: BTreeMap<Locale, Vec<Download>>,
    /// Images in their sizes.
    pub pictures: Pictures,
    /// Pages as files of their own: output path of the page → that of the file.
    pub page_files: BTreeMap<RelPath, RelPath>,
    /// What was rendered before.
    pub memo: Arc<Memo>,
    /// Whether to give up: what has been rendered by then is worth nothing but to the memo.
    pub stop: Stop,
}

/// A file to take along: made by another renderer, only named here.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Download {
    /// What it is, in the locale's words.
    pub title: String,
    /// `PDF`, `ZIP`, `EPUB`.
    pub format: String,
    /// Its size in bytes.
    pub bytes: u64,
    /// Its output path.
    pub path: RelPath,
}

/// Renders the whole site: the theme's assets, the handbook's, every page, and what leads to them.
#[must_use]
pub fn render(
    handbook: &Handbook,
    theme: &Theme,
    strings: &BTreeMap<Locale, Arc<Strings>>,
    options: &SiteOptions,
) -> (Vec<Artifact>, Vec<Diagnostic>) {
    let means = Means { theme, strings, options };
    let mut rendering = Rendering::new(handbook, means);
    for (index, book) in handbook.books.iter().enumerate() {
        let pages = rendering.pages(handbook, means, index, 0..book.pages.len());
        rendering.out.artifacts.extend(pages);
        rendering.rest(handbook, means, index);
    }
    let Rendered { artifacts, findings, .. } = rendering.finish(options);
    (artifacts, findings)
}

/// What a handbook is rendered with.
#[derive(Clone, Copy)]
pub struct Means<'a> {
    /// The look.
    pub theme: &'a Theme,
    /// Words in each language.
    pub strings: &'a BTreeMap<Locale, Arc<Strings>>,
    /// What one build may decide.
    pub options: &'a SiteOptions,
}

/// A site on its way, some pages at a time: the texts of pages that are rendered may be let go of in between.
pub struct Rendering {
    out: Output,
    highlighter: Arc<Highlighter>,
    pictures: Hash,
    /// What was found out of each book.
    facts: Vec<BookFacts>,
}

impl Rendering {
    /// A site that has only the assets yet.
    #[must_use]
    pub fn new(handbook: &Handbook, means: Means<'_>) -> Self {
        let pictures = Hash::of(format!("{:?}", means.options.pictures).as_bytes());
        let facts = handbook.books.par_iter().map(BookFacts::of).collect();
        Self { out: Output::new(handbook, means.theme), highlighter: highlighter(means.options), pictures, facts }
    }

    /// Renders some pages of a book, which is named by its place in the handbook. They are not among the others at the end.
    pub fn pages(&mut self, handbook: &Handbook, means: Means<'_>, book: usize, pages: Range<usize>) -> Vec<Artifact> {
        let mut rendered = Vec::new();
        self.within(handbook, means, book, |frame, out| rendered = render_some(frame, pages.collect(), out));
        rendered
    }

    /// Renders what else a book has. Of its pages no text is needed any more.
    pub fn rest(&mut self, handbook: &Handbook, means: Means<'_>, book: usize) {
        self.within(handbook, means, book, |frame, out| {
            render_rest(frame, out);
            if frame.source_book().is_some_and(|lead| std::ptr::eq(lead, frame.book)) {
                means.options.memo.timed("entries", || render_entries(frame, out));
            }
        });
    }

    /// The files that were not handed over yet, what all were made from, and what was found.
    #[must_use]
    pub fn finish(self, options: &SiteOptions) -> Rendered {
        options.memo.spend("highlighting", self.highlighter.spent());
        self.out.finish()
    }

    fn within(
        &mut self,
        handbook: &Handbook,
        means: Means<'_>,
        book: usize,
        work: impl FnOnce(&Frame<'_>, &mut Output),
    ) {
        let Means { theme, strings, options } = means;
        let Self { out, highlighter, pictures, facts } = self;
        let site = Site { handbook, theme, all_strings: strings, highlighter, options, pictures: *pictures, facts };
        if let Some(frame) = Frame::new(&site, book) {
            work(&frame, out);
        }
    }
}

/// Renders some pages of books alone, by their output paths, and the assets: what is looked at is wanted first.
#[must_use]
pub fn render_pages(
    handbook: &Handbook,
    theme: &Theme,
    strings: &BTreeMap<Locale, Arc<Strings>>,
    options: &SiteOptions,
    wanted: &BTreeSet<RelPath>,
) -> (Vec<Artifact>, Vec<Diagnostic>) {
    let means = Means { theme, strings, options };
    let mut rendering = Rendering::new(handbook, means);
    for (place, book) in handbook.books.iter().enumerate() {
        let indexes: Vec<usize> = (0..book.pages.len()).filter(|i| wanted.contains(&book.pages[*i].path)).collect();
        if !indexes.is_empty() {
            rendering.within(handbook, means, place, |frame, out| {
                let pages = render_some(frame, indexes, out);
                out.artifacts.extend(pages);
            });
        }
    }
    let Rendered { artifacts, findings, .. } = rendering.out.finish();
    (artifacts, findings)
}

/// Reading the syntaxes takes long.
fn highlighter(options: &SiteOptions) -> Arc<Highlighter> {
    options.memo.get("highlighter", Hash::default(), Highlighter::new)
}

fn voice(frame: &Frame<'_>) -> Arc<Voice> {
    let key = Hash::of_value(&(frame.theme.key, frame.strings.key));
    frame.options.memo.get("voice", key, || frame.theme.voice(Arc::new(Spoken(Arc::clone(frame.strings)))))
}

fn render_entries(frame: &Frame<'_>, out: &mut Output) {
    let voice = voice(frame);
    for (path, template, view) in entry::views(frame) {
        out.add(frame, &voice, path, ArtifactKind::Entry, template, view);
    }
    out.artifacts.extend(entry::machine_readable(frame));
}

/// What a site became.
#[derive(Debug, Default)]
pub struct Rendered {
    /// Its files.
    pub artifacts: Vec<Artifact>,
    /// The hash of what a file was made from → the file, where anything is kept.
    pub made_from: Vec<(Hash, RelPath)>,
    /// What was found.
    pub findings: Vec<Diagnostic>,
}

/// What has been rendered so far.
struct Output {
    artifacts: Vec<Artifact>,
    made_from: Vec<(Hash, RelPath)>,
    findings: Vec<Diagnostic>,
    tags: minify::Tags,
}

impl Output {
    fn new(handbook: &Handbook, theme: &Theme) -> Self {
        let artifacts = theme.assets.iter().chain(&handbook.assets).cloned().collect();
        Self { artifacts, made_from: Vec::new(), findings: Vec::new(), tags: minify::Tags::default() }
    }

    fn finish(mut self) -> Rendered {
        self.findings.sort();
        self.findings.dedup();
        let Self { artifacts, made_from, findings, tags: _ } = self;
        Rendered { artifacts, made_from, findings }
    }

    fn add(&mut self, frame: &Frame<'_>, voice: &Voice, path: RelPath, kind: ArtifactKind, template: &str, view: View) {
        let made = html::of(frame, voice, template, view, None, &mut self.tags);
        let file = self.take(path, kind, made);
        self.artifacts.extend(file);
    }

    /// A file that was made, or else what was found.
    fn take(&mut self, path: RelPath, kind: ArtifactKind, (made, key): (Made, Option<Hash>)) -> Option<Artifact> {
        match made {
            Ok(bytes) => {
                self.made_from.extend(key.map(|key| (key, path.clone())));
                Some(Artifact::new(path, kind, bytes))
            }
            Err(findings) => {
                self.findings.extend(findings);
                None
            }
        }
    }
}

fn render_some(frame: &Frame<'_>, indexes: Vec<usize>, out: &mut Output) -> Vec<Artifact> {
    let voice = voice(frame);
    let rendered: Vec<_> = indexes
        .into_par_iter()
        .filter(|_| !frame.options.stop.is_wished())
        .map_init(minify::Tags::default, |tags, index| {
            let body = body::of(frame, &frame.book.pages[index]);
            let (template, view) = page::view(frame, index, &body);
            let kind = if view.start.is_some() { ArtifactKind::Entry } else { ArtifactKind::Page };
            (index, kind, html::of(frame, &voice, template, view, Some(&body), tags))
        })
        .collect();
    let path = |index: usize| frame.book.pages[index].path.clone();
    rendered.into_iter().filter_map(|(index, kind, made)| out.take(path(index), kind, made)).collect()
}

fn render_rest(frame: &Frame<'_>, out: &mut Output) {
    if frame.options.stop.is_wished() {
        return;
    }
    let voice = voice(frame);
    if let Some((path, view)) = start::stand_in(frame) {
        out.add(frame, &voice, path, ArtifactKind::Entry, "start.html", view);
    }
    if let Some((path, view)) = contents::view(frame) {
        out.add(frame, &voice, path, ArtifactKind::Entry, "contents.html", view);
    }
    let alphabet = Alphabet::of(frame);
    let made: Vec<_> = alphabet
        .places()
        .into_par_iter()
        .map_init(minify::Tags::default, |tags, place| {
            let (path, view) = alphabet.view(place);
            (path, html::of(frame, &voice, "index.html", view, None, tags))
        })
        .collect();
    for (path, made) in made {
        let file = out.take(path, ArtifactKind::Entry, made);
        out.artifacts.extend(file);
    }
    if let Some((path, view)) = translation::view(frame) {
        out.add(frame, &voice, path, ArtifactKind::Entry, "translation.html", view);
    }
    let (path, view) = search::view(frame);
    out.add(frame, &voice, path, ArtifactKind::Entry, "search.html", view);
    out.artifacts.extend(search::words(frame));
    for (path, view) in entry::redirects(frame) {
        out.add(frame, &voice, path, ArtifactKind::Page, "redirect.html", view);
    }
}

/// The page of `book` with the same source as a page of another.
fn same_page<'a>(book: &'a Book, source: &RelPath) -> Option<&'a crate::book::model::Page> {
    book.index.get(source).and_then(|index| book.pages.get(*index)).map(AsRef::as_ref)
}
