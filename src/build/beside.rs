//! A page of the preview beside its source, for translators.
//!
//! Owns which page and which language is meant by an address; what stands beside what is `i18n::translation::beside`'s.
//! The catalog is read as it is on the disk, so that lines are those an editor shows.

use std::path::Path;

use super::{Snapshot, open};
use crate::base::{Locale, RelPath};
use crate::book::model::{Book, Page};
use crate::config;
use crate::i18n::catalog;
use crate::i18n::translation::beside;

pub use crate::i18n::translation::beside::{Beside, Pair, Run, Side, Stand};
pub use crate::i18n::translation::status::Way;

/// A page in two languages, and where it stands.
#[derive(Clone, Debug)]
pub struct SideBySide {
    /// The texts.
    pub beside: Beside,
    /// The source language.
    pub source: Language,
    /// The other.
    pub target: Language,
    /// All languages that the handbook is translated to.
    pub languages: Vec<Language>,
    /// All pages in reading order, the one at hand among them.
    pub pages: Vec<Leaf>,
    /// Which of them it is.
    pub at: usize,
}

/// A language of the handbook.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Language {
    /// Its tag.
    pub tag: String,
    /// Its own name.
    pub name: String,
    /// `ltr` or `rtl`.
    pub dir: &'static str,
}

/// A page, by its addresses.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Leaf {
    /// Its path below the content folder.
    pub path: String,
    /// Its title in the source language.
    pub title: String,
    /// Its output path in the target language.
    pub address: String,
}

impl Snapshot {
    /// Lays a page beside its source. `page`: its output path in any language, or its path below the content folder;
    /// nothing: the first one. `locale`: a language's tag; nothing: that of the output path, else the first.
    /// `None` when the handbook has no such page or language, or no translation.
    #[must_use]
    pub fn beside(&self, root: &Path, page: &str, locale: &str) -> Option<SideBySide> {
        let assembled = self.assembled();
        let (config, content) = (&assembled.whole, assembled.content.as_ref()?);
        let books = &assembled.handbook.books;
        let page = page.trim_start_matches('/');
        let found = books.iter().find_map(|book| Some((book, at(book, |leaf| leaf.path.as_str() == page)?)));
        let source = books.iter().find(|book| book.locale.locale == config.source)?;
        let index = match &found {
            Some((_, index)) => *index,
            None if page.is_empty() => 0,
            None => at(source, |leaf| leaf.source.as_str() == page)?,
        };
        let own = found.map(|(book, _)| &book.locale.locale).filter(|locale| **locale != config.source);
        let wanted = match locale.parse::<Locale>() {
            Ok(locale) => locale,
            Err(_) => own.or_else(|| catalog::targets(config).next())?.clone(),
        };
        let target = books.iter().find(|book| book.locale.locale == wanted && wanted != config.source)?;
        let path: RelPath = source.pages.get(index)?.source.clone();
        let project = open(root).ok()?;
        let file = catalog::file(&project, config, &wanted).map(|(file, _)| file);
        let beside = beside::of(config, content, &wanted, &path, file.as_ref(), self.memo())?;
        let translated = books.iter().filter(|book| book.locale.locale != config.source);
        Some(SideBySide {
            beside,
            source: language(source),
            target: language(target),
            languages: translated.map(language).collect(),
            pages: source.pages.iter().zip(&target.pages).map(|(page, own)| leaf(page, own)).collect(),
            at: index,
        })
    }

    /// Whether the handbook is translated at all.
    #[must_use]
    pub fn is_translated(&self) -> bool {
        catalog::targets(&self.assembled().whole).next().is_some()
    }
}

/// Whether a handbook is translated at all.
#[must_use]
pub fn is_translated(root: &Path) -> bool {
    let config = open(root).and_then(|project| project.text(&super::config_path()));
    config
        .ok()
        .and_then(|source| config::load(&source).0)
        .is_some_and(|config| catalog::targets(&config).next().is_some())
}

fn at(book: &Book, is: impl Fn(&Page) -> bool) -> Option<usize> {
    book.pages.iter().position(|page| is(page))
}

fn language(book: &Book) -> Language {
    let locale = &book.locale;
    Language { tag: locale.locale.to_string(), name: locale.name.clone(), dir: locale.direction.as_str() }
}

fn leaf(page: &Page, own: &Page) -> Leaf {
    Leaf { path: page.source.to_string(), title: page.title.clone(), address: own.path.to_string() }
}
