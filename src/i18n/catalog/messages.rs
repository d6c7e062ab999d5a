//! Every message of a handbook's source language, and where it is used.
//!
//! Owns what is a message outside of pages: titles of SUMMARY.md, words of drawings, tables and data files. A text
//! that a locale has itself (a page of its own, a SUMMARY.md, a file, a word in a data file) is no message there.

use std::collections::{BTreeMap, BTreeSet, HashSet};
use std::sync::Arc;

use foldhash::fast::FixedState;
use rayon::prelude::*;

use super::attached::{self, Word};
use super::units::{self, Units};
use super::{key, spell};
use crate::base::{Hash, Locale, Memo, Place, RelPath, Source, Span};
use crate::config::Config;
use crate::content::Content;
use crate::content::data::{Data, LocalText};
use crate::content::markdown::tree::{Block, BlockKind, Inline};
use crate::content::page::SourcePage;
use crate::content::summary::Summary;

/// The messages of a handbook, in reading order: table of contents, pages, data.
pub struct Messages<'c> {
    content: &'c Content,
    source: Locale,
    /// Titles of SUMMARY.md with their lines.
    titles: Arc<Titles>,
    pages: BTreeMap<RelPath, Arc<Units>>,
    attached: Vec<Word<'c>>,
}

/// Messages, each once.
pub type Ids<'m> = HashSet<&'m str, FixedState>;

/// The messages of a table of contents: a part's title, then its lines.
#[derive(Clone, Debug, Default, Hash)]
pub(super) struct Titles(pub Vec<(Option<String>, Vec<String>)>);

/// Where a message stands, in a form that knows whether a locale needs it.
#[derive(Clone, Copy, Debug)]
pub enum Scope<'c> {
    /// The table of contents.
    Summary,
    /// A page.
    Page(&'c RelPath),
    /// A word of a drawing or a table, by the file's path below the content folder.
    Attached(&'c RelPath),
    /// A word of a data file.
    Data(&'c LocalText),
}

/// One use of a message.
#[derive(Clone, Debug)]
pub struct Occurrence<'c> {
    /// The message; one with a context as [`crate::i18n::po::joined`] writes it.
    pub id: &'c str,
    /// The file, relative to the project.
    pub path: RelPath,
    /// Line, from 1.
    pub line: u32,
    /// Comments for translators.
    pub comments: &'c [String],
    /// What it belongs to.
    pub scope: Scope<'c>,
}

impl<'c> Messages<'c> {
    /// Reads the messages of all source pages, once for all languages.
    #[must_use]
    pub fn of(content: &'c Content, config: &Config, memo: &Memo) -> Self {
        let source = config.source.clone();
        let pages = content.pages.get(&source);
        let pages = pages.into_iter().flatten().collect::<Vec<_>>();
        let units =
            |page: &SourcePage| memo.get("messages", Hash::of_value(&(page.key, &source)), || units::of(page, &source));
        let pages = pages.par_iter().map(|(path, page)| ((*path).clone(), units(page))).collect();
        let titles = content.summaries.get(&source).map(|summary| Titles::kept(summary, memo)).unwrap_or_default();
        Self { content, source, titles, pages, attached: attached::of(content) }
    }

    /// Every use, in reading order.
    #[must_use]
    pub fn occurrences(&'c self) -> Vec<Occurrence<'c>> {
        let mut all = self.titles();
        let pages = self.reading_order();
        let pages = pages.par_iter().filter_map(|path| self.page(path));
        all.extend(pages.flatten().collect::<Vec<_>>());
        all.extend(self.attached.iter().map(Word::occurrence));
        all.extend(self.data());
        all
    }

    /// Whether `locale` reads this text from its catalog.
    #[must_use]
    pub fn needs(&self, locale: &Locale, scope: Scope<'_>) -> bool {
        match scope {
            Scope::Summary => !self.content.summaries.contains_key(locale),
            Scope::Page(path) => !self.content.pages.get(locale).is_some_and(|pages| pages.contains_key(path)),
            Scope::Attached(path) => !self.content.has_own(locale, path),
            Scope::Data(text) => lacks(text, locale),
        }
    }

    /// All messages, each once.
    #[must_use]
    pub fn ids(&self) -> Ids<'_> {
        let titles = self.titles.0.iter().flat_map(|(part, lines)| part.iter().chain(lines));
        let pages = self.pages.values().flat_map(|units| units.uses.iter().map(|u| &u.id));
        let data = texts(&self.content.data).into_iter().filter_map(|(text, _)| text.0.get(self.source.as_str()));
        let attached = self.attached.iter().map(|word| &word.id);
        titles.chain(pages).chain(attached).map(String::as_str).chain(data.map(|text| text.trim())).collect()
    }

    /// Hash of all that the messages are read from.
    pub(super) fn key(&self) -> Hash {
        let pages = self.content.pages.get(&self.source).into_iter().flat_map(BTreeMap::values);
        let data = texts(&self.content.data).into_iter().filter_map(|(text, _)| text.0.get(self.source.as_str()));
        let attached = self.attached.iter().map(|word| &word.id);
        let lists = (data.collect::<Vec<_>>(), attached.collect::<Vec<_>>());
        Hash::of_value(&(&self.source, pages.map(|page| page.key).collect::<Vec<_>>(), self.titles.as_ref(), lists))
    }

    pub(super) fn units(&self, path: &RelPath) -> Option<&Units> {
        self.pages.get(path).map(AsRef::as_ref)
    }

    pub(super) fn summary(&self) -> &Titles {
        &self.titles
    }

    /// Pages in the order of the table of contents.
    fn reading_order(&self) -> Vec<&'c RelPath> {
        let listed = self.content.summaries.get(&self.source).into_iter().flat_map(Summary::lines);
        let mut seen = BTreeSet::new();
        listed.filter_map(|line| line.path.as_ref()).filter(|path| seen.insert(*path)).collect()
    }

    fn titles(&'c self) -> Vec<Occurrence<'c>> {
        let Some(summary) = self.content.summaries.get(&self.source) else { return Vec::new() };
        let mut all = Vec::new();
        for (part, (title, lines)) in summary.parts.iter().zip(&self.titles.0) {
            let lines = lines.iter().zip(&part.lines).map(|(id, line)| (id, line.span));
            for (id, span) in title.iter().map(|id| (id, part.span)).chain(lines).filter(|(id, _)| !id.is_empty()) {
                let Place { path, line, .. } = summary.source.place(span);
                all.push(Occurrence { id, path, line, comments: &[], scope: Scope::Summary });
            }
        }
        all
    }

    fn page(&'c self, path: &'c RelPath) -> Option<Vec<Occurrence<'c>>> {
        let page = self.content.pages.get(&self.source)?.get(path)?;
        let uses = self.pages.get(path)?.uses.iter();
        Some(
            uses.map(|of| {
                let (path_of, line) = place(page, of);
                Occurrence { id: &of.id, path: path_of, line, comments: &of.comments, scope: Scope::Page(path) }
            })
            .collect(),
        )
    }

    fn data(&'c self) -> Vec<Occurrence<'c>> {
        texts(&self.content.data)
            .into_iter()
            .filter_map(|(text, place)| {
                let id = text.0.get(self.source.as_str())?.trim();
                let (path, line) = (place.path.clone(), place.line);
                (!id.is_empty()).then_some(Occurrence { id, path, line, comments: &[], scope: Scope::Data(text) })
            })
            .collect()
    }
}

/// The data files' words in a locale that has none of its own: `found` translates a message.
pub(super) fn translate_data(
    data: &mut Data,
    locale: &Locale,
    source: &Locale,
    found: impl Fn(&str) -> Option<String>,
) {
    for text in texts_mut(data) {
        let own = text.0.get(source.as_str()).filter(|_| lacks(text, locale));
        if let Some(translation) = own.and_then(|id| found(id.trim())) {
            text.0.insert(locale.to_string(), translation);
        }
    }
}

/// Whether nothing in the data file serves the locale.
fn lacks(text: &LocalText, locale: &Locale) -> bool {
    ["", locale.as_str(), locale.language()].iter().all(|tag| !text.0.contains_key(*tag))
}

fn texts(data: &Data) -> Vec<(&LocalText, &Place)> {
    let terms = data.glossary.iter().flat_map(|t| [(&t.term, &t.place), (&t.definition, &t.place)]);
    let figures = data.statistics.iter().flat_map(|s| [&s.unit, &s.label, &s.note].map(|text| (text, &s.place)));
    let sources = data.sources.iter().flat_map(|s| [&s.short, &s.issuer, &s.title].map(|text| (text, &s.place)));
    terms.chain(figures).chain(sources).collect()
}

fn texts_mut(data: &mut Data) -> impl Iterator<Item = &mut LocalText> {
    let terms = data.glossary.iter_mut().flat_map(|t| [&mut t.term, &mut t.definition]);
    let figures = data.statistics.iter_mut().flat_map(|s| [&mut s.unit, &mut s.label, &mut s.note]);
    let sources = data.sources.iter_mut().flat_map(|s| [&mut s.short, &mut s.issuer, &mut s.title]);
    terms.chain(figures).chain(sources)
}

/// A text of a page, for whoever shows it.
#[derive(Clone, Debug)]
pub struct PageText {
    /// The text as a message spells it.
    pub id: String,
    /// Where its block stands in the page's text; `None` is the front matter.
    pub span: Option<Span>,
    /// The file it is written in, relative to the project.
    pub path: RelPath,
    /// Line, from 1.
    pub line: u32,
}

/// The texts of a page in any language, in the order in which they are messages.
#[must_use]
pub fn texts_of(page: &SourcePage, locale: &Locale) -> Vec<PageText> {
    let text = |of: units::Use| {
        let (path, line) = place(page, &of);
        PageText { id: of.id, span: of.span, path, line }
    };
    units::of(page, locale).uses.into_iter().map(text).collect()
}

/// The file and the line that a text is written in.
fn place(page: &SourcePage, of: &units::Use) -> (RelPath, u32) {
    let (path, line) = match of.span {
        Some(span) => body_line(page, span),
        None => front_line(page, &of.id),
    };
    (path, line + u32::try_from(of.below).unwrap_or_default())
}

fn body_line(page: &SourcePage, span: Span) -> (RelPath, u32) {
    let place = page.text.origin(span.start as usize).map(|(source, at)| source.place(Span::new(at, at)));
    place.map_or_else(|| (page.source.path.clone(), 1), |place| (place.path, place.line))
}

/// The line of the front matter that holds a text.
fn front_line(page: &SourcePage, id: &str) -> (RelPath, u32) {
    let range = page.front.span.range();
    let first = id.lines().next().unwrap_or_default();
    let at = page.source.text.get(range.clone()).and_then(|front| front.find(first)).unwrap_or_default();
    let at = range.start + at;
    (page.source.path.clone(), page.source.place(Span::new(at, at)).line)
}

impl Titles {
    /// The same as [`Titles::of`], found where it was made before.
    fn kept(summary: &Summary, memo: &Memo) -> Arc<Self> {
        let key = Hash::of_value(&(&summary.source.path, summary.source.hash));
        memo.get("titles", key, || Self::of(summary))
    }

    fn of(summary: &Summary) -> Self {
        let parts = summary.parts.iter().map(|part| {
            let title = part.title.as_ref().map(|title| titled(&summary.source, part.span, title));
            (title, part.lines.iter().map(|line| titled(&summary.source, line.span, &line.title)).collect())
        });
        Self(parts.collect())
    }
}

/// A title with its marks, which the table of contents itself does not keep.
fn titled(source: &Source, span: Span, plain: &str) -> String {
    let marked = source.text.get(span.range()).and_then(|markdown| title_of(&key::blocks(markdown)));
    let title = marked.map(|content| spell::message(&content, false)).filter(|_| !plain.is_empty());
    title.unwrap_or_else(|| plain.to_owned())
}

fn title_of(blocks: &[Block]) -> Option<Vec<Inline>> {
    match &blocks.first()?.kind {
        BlockKind::Heading { content, .. } => Some(content.clone()),
        BlockKind::Paragraph(content) => match content.as_slice() {
            [Inline::Link(link)] => Some(link.content.clone()),
            _ => None,
        },
        _ => None,
    }
}
