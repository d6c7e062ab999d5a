//! From parsed files to the handbook. The steps, each in a file of its own:
//!
//! 1. `outline`: which pages there are, in which order, with which numbers: once for all locales.
//! 2. `texts`: for each locale the text of each page: its own, translated, or the source's.
//! 3. `sections`, `words`: what a page tells about itself.
//!
//! Everything is looked up in maps made beforehand, so that time grows with the text, not with its square.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use rayon::prelude::*;

use super::model::{Book, Element, Handbook, Page};
use super::outline::{Outline, Titles};
use super::texts::{self, Text};
use super::{sections, words};
use crate::base::{Diagnostic, Locale, RelPath, Source, SourceText};
use crate::config::{Config, LocaleConfig};
use crate::content::Content;
use crate::content::page::PageKind;
use crate::files::Project;

/// Puts the books together. Bad content is reported and the rest goes on.
#[must_use]
pub fn assemble(project: &Project, config: Arc<Config>, content: &Content) -> (Handbook, Vec<Diagnostic>) {
    let _ = project;
    let outline = outline(&config, content);
    let drafts: Vec<Draft> = config.locales.iter().map(|l| Draft::new(&config, content, &outline, l)).collect();
    let books = drafts.into_iter().map(|d| d.finish()).collect();
    let findings: BTreeSet<Diagnostic> = BTreeSet::new();
    (Handbook { config, books, assets: Vec::new() }, findings.into_iter().collect())
}

fn outline(config: &Config, content: &Content) -> Outline {
    let pages = content.pages.get(&config.source);
    let exists = |path: &RelPath| pages.is_some_and(|p| p.contains_key(path));
    content.summaries.get(&config.source).map_or_else(Outline::default, |s| Outline::new(s, config.numbering, exists))
}

/// A book that is being put together.
struct Draft {
    book: Book,
    /// For each page what findings about it need.
    origins: Vec<Origin>,
}

/// Where a page's text was written.
struct Origin {
    source: Arc<Source>,
    text: Arc<SourceText>,
}

impl Draft {
    fn new(config: &Config, content: &Content, outline: &Outline, locale: &LocaleConfig) -> Self {
        let titles = Titles::of(content.summaries.get(&locale.locale));
        let made: Vec<(Page, Origin)> = (0..outline.pages.len())
            .into_par_iter()
            .filter_map(|index| page(config, content, outline, &titles, &locale.locale, index))
            .collect();
        let (pages, origins): (Vec<Page>, Vec<Origin>) = made.into_iter().unzip();
        let own_title = |index: usize| {
            let page: &Page = pages.get(index)?;
            (locale.locale != config.source && page.text_locale == locale.locale).then(|| page.title.clone())
        };
        let parts = outline.parts(&titles, own_title);
        let index = pages.iter().enumerate().map(|(i, p)| (p.source.clone(), i)).collect();
        let book = Book {
            locale: locale.clone(),
            parts,
            pages,
            index,
            glossary_page: None,
            sources_page: None,
            glossary: Vec::new(),
            sources: BTreeMap::new(),
            statistics: BTreeMap::new(),
        };
        Self { book, origins }
    }

    fn finish(self) -> Book {
        let _ = self.origins.iter().map(|o| (&o.source, &o.text));
        self.book
    }
}

fn page(
    config: &Config,
    content: &Content,
    outline: &Outline,
    titles: &Titles<'_>,
    locale: &Locale,
    index: usize,
) -> Option<(Page, Origin)> {
    let slot = outline.pages.get(index)?;
    let Text { page: source, locale: text_locale, origin } = texts::select(config, content, locale, &slot.path)?;
    let front = &source.front;
    let mut tree = source.tree.clone();
    let heading = sections::take_title(&mut tree, front.title.as_deref());
    let (heading, title_id) = heading.map_or((None, None), |(title, id)| (Some(title), id));
    let listed = titles.page(&slot.path).unwrap_or_else(|| outline.title(index));
    let title = front.title.clone().or(heading).unwrap_or_else(|| listed.to_owned());
    let numbered = config.numbering.sections && front.kind != PageKind::Document && front.kind != PageKind::Start;
    let sections = sections::sections(&mut tree, slot.number.as_deref(), numbered);
    let words = words::count(&mut tree);
    let element = (front.kind == PageKind::Element).then(|| Element {
        number: front.number.unwrap_or_default(),
        group: front.group.clone().unwrap_or_default(),
        status: front.status,
    });
    let page = Page {
        source: slot.path.clone(),
        path: output_path(locale, &slot.path),
        text_locale,
        origin,
        kind: front.kind,
        title,
        title_id,
        number: slot.number.clone(),
        description: front.description.clone().unwrap_or_default(),
        audience: front.audience.clone(),
        tree,
        sections,
        part: slot.part,
        ancestors: slot.ancestors.clone(),
        previous: index.checked_sub(1),
        next: Some(index + 1).filter(|n| *n < outline.pages.len()),
        aliases: Vec::new(),
        words,
        updated: front.updated.clone(),
        review_by: front.review_by.clone(),
        element,
        document: front.document.clone(),
        entrances: front.entrances.clone(),
        extra: front.extra.clone(),
    };
    Some((page, Origin { source: Arc::clone(&source.source), text: Arc::clone(&source.text) }))
}

/// Where a page is published: `vi/khung/tong-quan.html`. A folder's `README.md` is its index.
#[must_use]
pub fn output_path(locale: &Locale, source: &RelPath) -> RelPath {
    let folder = source.parent();
    let name = if source.stem().eq_ignore_ascii_case("readme") { "index" } else { source.stem() };
    let root = RelPath::new(locale.as_str()).unwrap_or_default();
    root.join(folder.as_str()).and_then(|p| p.join(&format!("{name}.html"))).unwrap_or_default()
}
