//! A page in two languages, text by text, as a translator looks at it.
//!
//! Owns which text stands beside which, and how far each is. A page translated by a catalog has the source's texts, one
//! to one. A page with a file of its own is laid beside its source heading by heading, the texts below a heading in
//! their order: what has nothing beside it is missing, or added.

use std::collections::BTreeMap;

use super::status::{self, Way};
use crate::base::{Locale, Memo, RelPath, Span};
use crate::config::Config;
use crate::content::Content;
use crate::content::markdown::tree::{Block, BlockKind, Inline};
use crate::content::markdown::walk::{self, Visitor};
use crate::content::page::SourcePage;
use crate::i18n::catalog::messages::{Messages, PageText, texts_of};
use crate::i18n::catalog::{Index, inlines};
use crate::i18n::po::{File, Item};

/// How far a text is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Stand {
    /// Translated.
    Done,
    /// A guess that waits for a translator.
    Fuzzy,
    /// In a page of its own whose source has changed since.
    Stale,
    /// Without a translation.
    Missing,
    /// In a page of its own, without a source.
    Added,
}

/// A text in one language.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Side {
    /// Its words.
    pub words: Vec<Run>,
    /// The file it is written in, relative to the project.
    pub path: RelPath,
    /// Line, from 1.
    pub line: u32,
}

/// Words that look alike.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Run {
    /// The words.
    pub text: String,
    /// Emphasised strongly.
    pub strong: bool,
    /// Emphasised.
    pub emphasis: bool,
    /// A link, a citation, a note's mark.
    pub link: bool,
    /// Code.
    pub code: bool,
}

/// A text beside its source.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Pair {
    /// Level of a heading; 0 for other text.
    pub heading: u8,
    /// The source.
    pub source: Option<Side>,
    /// The translation, or where it is to be written.
    pub target: Option<Side>,
    /// How far it is.
    pub stand: Stand,
    /// What a guess was made for, when the catalog says so.
    pub was: Option<String>,
}

/// A page in two languages.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Beside {
    /// Its title in the source language.
    pub title: String,
    /// Where the translation comes from.
    pub way: Way,
    /// The day the translation was made, when it says so.
    pub date: Option<String>,
    /// The texts in reading order.
    pub pairs: Vec<Pair>,
}

impl Beside {
    /// How many texts are so far.
    #[must_use]
    pub fn count(&self, stand: Stand) -> usize {
        self.pairs.iter().filter(|pair| pair.stand == stand).count()
    }
}

/// Lays a page beside its source; `path` is the source's below the content folder, `file` the locale's catalog.
/// `None` when there is no such page.
#[must_use]
pub fn of(
    config: &Config,
    content: &Content,
    locale: &Locale,
    path: &RelPath,
    file: Option<&File>,
    memo: &Memo,
) -> Option<Beside> {
    let source = content.pages.get(&config.source)?.get(path)?;
    let title = source.front.title.clone().unwrap_or_else(|| path.to_string());
    let texts = Texts::of(source, &config.source);
    let own = content.pages.get(locale).and_then(|pages| pages.get(path));
    let Some(own) = own else {
        let pairs = by_catalog(config, content, texts, file, memo);
        return Some(Beside { title, way: Way::Catalog, date: None, pairs });
    };
    let way = status::way(own, source);
    let pairs = by_file(texts, Texts::of(own, locale), way == Way::Stale);
    Some(Beside { title, way, date: own.front.translated.clone(), pairs })
}

/// A page's texts, and what of its blocks they are.
struct Texts {
    texts: Vec<PageText>,
    blocks: BTreeMap<Span, Kind>,
}

/// What a text is, as far as laying side by side needs it.
#[derive(Clone, Debug, PartialEq, Eq)]
enum Kind {
    Heading(u8, Option<String>),
    Code,
    Other,
}

impl Texts {
    fn of(page: &SourcePage, locale: &Locale) -> Self {
        let mut kinds = Kinds::default();
        walk::tree(&mut page.tree.clone(), &mut kinds);
        Self { texts: texts_of(page, locale), blocks: kinds.0 }
    }

    fn kind(&self, text: &PageText) -> Kind {
        text.span.and_then(|span| self.blocks.get(&span)).cloned().unwrap_or(Kind::Other)
    }

    fn side(&self, text: &PageText) -> Side {
        let words = match self.kind(text) {
            Kind::Code => vec![Run { text: text.id.clone(), code: true, ..Run::default() }],
            _ => runs(&text.id),
        };
        Side { words, path: text.path.clone(), line: text.line }
    }

    fn level(&self, text: &PageText) -> u8 {
        match self.kind(text) {
            Kind::Heading(level, _) => level,
            _ => 0,
        }
    }
}

#[derive(Default)]
struct Kinds(BTreeMap<Span, Kind>);

impl Visitor for Kinds {
    fn block(&mut self, block: &mut Block) {
        let kind = match &block.kind {
            BlockKind::Heading { level, .. } => Kind::Heading(*level, block.attributes.id.clone()),
            BlockKind::Code { .. } => Kind::Code,
            _ => return,
        };
        self.0.insert(block.span, kind);
    }
}

#[derive(Clone)]
struct Found<'f> {
    stand: Stand,
    item: &'f Item,
}

fn by_catalog(config: &Config, content: &Content, texts: Texts, file: Option<&File>, memo: &Memo) -> Vec<Pair> {
    let mut known: Index<Found<'_>> = Index::default();
    for item in file.iter().flat_map(|file| &file.items).filter(|item| item.message().is_live()) {
        let stand = match (item.message().is_filled(), item.message().is_fuzzy()) {
            (false, _) => Stand::Missing,
            (true, true) => Stand::Fuzzy,
            (true, false) => Stand::Done,
        };
        known.add(item.message().key(), Found { stand, item });
    }
    if known.lacks_some(texts.texts.iter().map(|text| text.id.as_str())) {
        known.settle(&Messages::of(content, config, memo).ids());
    }
    let pair = |text: &PageText| {
        let found = known.get(&text.id);
        let target = found.zip(file).map(|(found, file)| {
            let place = file.source.place(found.item.text_span);
            let words = found.item.message().texts.first().map(String::as_str).unwrap_or_default();
            let words = match texts.kind(text) {
                Kind::Code => vec![Run { text: words.to_owned(), code: true, ..Run::default() }],
                _ => runs(words),
            };
            Side { words, path: place.path, line: place.line }
        });
        let stand = found.map_or(Stand::Missing, |found| found.stand);
        let was = found.filter(|_| stand == Stand::Fuzzy).and_then(|found| found.item.message().previous.id.clone());
        Pair { heading: texts.level(text), source: Some(texts.side(text)), target, stand, was }
    };
    texts.texts.iter().map(pair).collect()
}

fn by_file(source: Texts, own: Texts, stale: bool) -> Vec<Pair> {
    let (theirs, ours) = (sections(&source), sections(&own));
    let mut pairs = Vec::new();
    for (section, beside) in matched(&theirs, &ours) {
        let (section, beside) = (section.map_or(&[][..], |s| s.texts), beside.map_or(&[][..], |s| s.texts));
        for at in 0..section.len().max(beside.len()) {
            let (text, translation) = (section.get(at), beside.get(at));
            let stand = match (text, translation) {
                (Some(_), Some(_)) if stale => Stand::Stale,
                (Some(_), Some(_)) => Stand::Done,
                (Some(_), None) => Stand::Missing,
                _ => Stand::Added,
            };
            let heading = text.map(|text| source.level(text)).or_else(|| translation.map(|text| own.level(text)));
            pairs.push(Pair {
                heading: heading.unwrap_or_default(),
                source: text.map(|text| source.side(text)),
                target: translation.map(|text| own.side(text)),
                stand,
                was: None,
            });
        }
    }
    pairs
}

/// A heading and the texts below it, up to the next.
struct Section<'t> {
    heading: Kind,
    texts: &'t [PageText],
}

fn sections(page: &Texts) -> Vec<Section<'_>> {
    let is_heading = |text: &PageText| matches!(page.kind(text), Kind::Heading(..));
    let parts = page.texts.chunk_by(|_, next| !is_heading(next));
    parts.map(|texts| Section { heading: texts.first().map_or(Kind::Other, |text| page.kind(text)), texts }).collect()
}

/// Sections beside each other: those of one id, between them those of one level in their order.
fn matched<'s, 't>(
    source: &'s [Section<'t>],
    own: &'s [Section<'t>],
) -> Vec<(Option<&'s Section<'t>>, Option<&'s Section<'t>>)> {
    let same_id = |a: &Section<'_>, b: &Section<'_>| match (&a.heading, &b.heading) {
        (Kind::Heading(_, Some(a)), Kind::Heading(_, Some(b))) => a == b,
        _ => false,
    };
    let same_level = |a: &Section<'_>, b: &Section<'_>| match (&a.heading, &b.heading) {
        (Kind::Heading(a, _), Kind::Heading(b, _)) => a == b,
        (a, b) => a == b,
    };
    let mut pairs = Vec::new();
    let mut next = 0;
    for (at, section) in source.iter().enumerate() {
        let rest = own.get(next..).unwrap_or_default();
        let by_id = rest.iter().position(|other| same_id(section, other));
        // One that has its own source further down is not taken.
        let later = source.get(at + 1..).unwrap_or_default();
        let free = |other: &Section<'_>| !later.iter().any(|section| same_id(section, other));
        let found = by_id.or_else(|| rest.first().filter(|other| same_level(section, other) && free(other)).map(|_| 0));
        match found {
            Some(skipped) => {
                pairs.extend(rest.iter().take(skipped).map(|added| (None, Some(added))));
                pairs.push((Some(section), rest.get(skipped)));
                next += skipped + 1;
            }
            None => pairs.push((Some(section), None)),
        }
    }
    pairs.extend(own.get(next..).unwrap_or_default().iter().map(|added| (None, Some(added))));
    pairs
}

/// The words of a message, with how they look.
fn runs(message: &str) -> Vec<Run> {
    let mut out = Vec::new();
    line(&inlines(message), &Run::default(), &mut out);
    out
}

fn line(content: &[Inline], look: &Run, out: &mut Vec<Run>) {
    let link = || Run { link: true, ..look.clone() };
    for inline in content {
        match inline {
            Inline::Text(text) => add(out, text, look.clone()),
            Inline::Code(code) => add(out, code, Run { code: true, ..look.clone() }),
            Inline::SoftBreak | Inline::HardBreak => add(out, " ", look.clone()),
            Inline::FootnoteReference(label) => add(out, &format!("[{label}]"), link()),
            Inline::Citation(citation) => add(out, &format!("[{}]", citation.id), link()),
            Inline::Blank(_) => add(out, "____", look.clone()),
            Inline::Html(_) => {}
            Inline::Emphasis(inner) => line(inner, &Run { emphasis: true, ..look.clone() }, out),
            Inline::Strong(inner) => line(inner, &Run { strong: true, ..look.clone() }, out),
            Inline::Link(to) => line(&to.content, &link(), out),
            Inline::Image(image) => line(&image.alt, &Run { emphasis: true, ..look.clone() }, out),
            Inline::Field(field) => line(&field.content, look, out),
            Inline::Strikethrough(inner)
            | Inline::Foreign { content: inner, .. }
            | Inline::IndexTerm { content: inner, .. }
            | Inline::Term { content: inner, .. } => line(inner, look, out),
        }
    }
}

/// Adds words to those before where both look alike.
fn add(out: &mut Vec<Run>, text: &str, look: Run) {
    match out.last_mut() {
        Some(last) if (Run { text: String::new(), ..last.clone() }) == look => last.text.push_str(text),
        _ => out.push(Run { text: text.to_owned(), ..look }),
    }
}
