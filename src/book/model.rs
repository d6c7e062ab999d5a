//! The handbook as plain data: what every renderer reads and none may change.

use std::collections::BTreeMap;
use std::sync::Arc;

use crate::base::{Artifact, Hash, Locale, RelPath, Said, SourceText};
use crate::config::{Config, LocaleConfig};
use crate::content::markdown::tree::Tree;
use crate::content::page::{DocumentRecord, ElementStatus, Entrance, PageKind};

/// All books of the project.
#[derive(Debug)]
pub struct Handbook {
    /// The configuration.
    pub config: Arc<Config>,
    /// One book a locale, in configured order.
    pub books: Vec<Book>,
    /// Files to copy (images, downloads), hashed names.
    pub assets: Vec<Artifact>,
}

/// The handbook in one locale.
#[derive(Clone, Debug)]
pub struct Book {
    /// Its locale.
    pub locale: LocaleConfig,
    /// Parts in reading order; pages outside any part stand in parts without title.
    pub parts: Vec<Part>,
    /// Pages in reading order.
    pub pages: Vec<Arc<Page>>,
    /// Source path → index into `pages`.
    pub index: BTreeMap<RelPath, usize>,
    /// The page with `:::glossary`.
    pub glossary_page: Option<usize>,
    /// The page with `:::sources`.
    pub sources_page: Option<usize>,
    /// Glossary, in the locale's collation.
    pub glossary: Vec<Term>,
    /// Sources that citations name.
    pub sources: BTreeMap<String, SourceRecord>,
    /// Statistics by id.
    pub statistics: BTreeMap<String, Statistic>,
}

impl Book {
    /// The same without its pages.
    #[must_use]
    pub fn without_pages(&self) -> Self {
        let Self { locale, parts, pages: _, index: _, glossary_page, sources_page, glossary, sources, statistics } =
            self;
        Self {
            locale: locale.clone(),
            parts: parts.clone(),
            pages: Vec::new(),
            index: BTreeMap::new(),
            glossary_page: *glossary_page,
            sources_page: *sources_page,
            glossary: glossary.clone(),
            sources: sources.clone(),
            statistics: statistics.clone(),
        }
    }

    /// Hash of all of it: the same key, the same book.
    #[must_use]
    pub fn key(&self) -> Hash {
        let Self { locale, parts, pages, index: _, glossary_page, sources_page, glossary, sources, statistics } = self;
        let pages: Vec<Hash> = pages.iter().map(|page| page.key).collect();
        Hash::of_value(&(locale, parts, pages, glossary_page, sources_page, glossary, sources, statistics))
    }
}

/// A part of the book and its table of contents.
#[derive(Clone, Debug, Default, Hash)]
pub struct Part {
    /// Title; empty for chapters before or after the parts.
    pub title: String,
    /// “I”, “II”, when parts are numbered.
    pub number: Option<String>,
    /// The title is in the book's language, not the source's.
    pub own: bool,
    /// Chapters, nested.
    pub entries: Vec<Entry>,
}

/// A line of the table of contents.
#[derive(Clone, Debug, Hash)]
pub struct Entry {
    /// Title shown.
    pub title: String,
    /// “2.1”, when chapters are numbered.
    pub number: Option<String>,
    /// The title is in the book's language, not the source's.
    pub own: bool,
    /// Index into [`Book::pages`]; `None` is a draft.
    pub page: Option<usize>,
    /// A line is drawn above it (`---` in SUMMARY.md).
    pub rule_above: bool,
    /// Nested chapters.
    pub children: Vec<Entry>,
}

/// Where a page's text comes from.
#[derive(Clone, Debug, PartialEq, Hash)]
pub enum TextOrigin {
    /// The page is in the source locale.
    Source,
    /// A whole translated file. `stale`: the source changed since.
    Whole {
        /// The source's hash is no longer the one the translation names.
        stale: bool,
        /// The day the translation was made (YYYY-MM-DD), when it says so.
        made: Option<String>,
    },
    /// Translated by catalog: percent of messages translated, and whether the notice is due.
    Catalog {
        /// 0 to 100.
        percent: u8,
        /// Below the configured share.
        notice: bool,
    },
    /// Not translated: the source text is shown.
    Fallback,
}

/// One page of one book.
#[derive(Clone, Debug)]
pub struct Page {
    /// Path of the source file below the content folder: the page's identity in all locales.
    pub source: RelPath,
    /// Output path: `vi/khung/index.html`.
    pub path: RelPath,
    /// Language of the text (differs from the book's on a fallback page).
    pub text_locale: Locale,
    /// Where the text comes from.
    pub origin: TextOrigin,
    /// Kind.
    pub kind: PageKind,
    /// Title, as text.
    pub title: String,
    /// The language the title is in: that of the text, but where a catalog leaves one untranslated.
    pub title_lang: Locale,
    /// The anchor of the level-1 heading that the title was taken from, when the body had one.
    pub title_id: Option<String>,
    /// Chapter number.
    pub number: Option<String>,
    /// One sentence; may be empty.
    pub description: String,
    /// The language that sentence is in.
    pub description_lang: Locale,
    /// Roles.
    pub audience: Vec<String>,
    /// Body, links resolved.
    pub tree: Tree,
    /// The text that spans of the tree point into, for findings of those who render it.
    pub text: Arc<SourceText>,
    /// On-page contents.
    pub sections: Vec<Section>,
    /// Words that authors put into the index, in reading order.
    pub index_terms: Vec<IndexTerm>,
    /// Anchors that may be printed or linked to, sorted: all but those of footnotes.
    pub anchors: Vec<String>,
    /// Index of the part it belongs to.
    pub part: usize,
    /// Pages above it in the nesting, outermost first.
    pub ancestors: Vec<usize>,
    /// Previous page in reading order.
    pub previous: Option<usize>,
    /// Next page in reading order.
    pub next: Option<usize>,
    /// Former output paths (`vi/old/name.html`) that must lead here.
    pub aliases: Vec<RelPath>,
    /// Words of running text, for the reading time.
    pub words: u32,
    /// YYYY-MM-DD.
    pub updated: Option<String>,
    /// YYYY-MM-DD.
    pub review_by: Option<String>,
    /// Framework element.
    pub element: Option<Element>,
    /// The document the page describes.
    pub document: Option<DocumentRecord>,
    /// Start page entrances; `steps` checked.
    pub entrances: Vec<Entrance>,
    /// Free fields.
    pub extra: BTreeMap<String, serde_json::Value>,
    /// Hash of all that the page was made from: the same key, the same page.
    pub key: Hash,
}

/// A heading of a page, for the on-page contents.
#[derive(Clone, Debug, PartialEq)]
pub struct Section {
    /// Heading level.
    pub level: u8,
    /// Anchor.
    pub id: String,
    /// Text.
    pub title: String,
    /// Number, when numbered.
    pub number: Option<String>,
    /// The language of the text where it is not the page's: a BCP 47 tag.
    pub lang: Option<String>,
}

/// A word of the index and the section it stands in.
#[derive(Clone, Debug, PartialEq)]
pub struct IndexTerm {
    /// The entry it is listed under.
    pub entry: String,
    /// Anchor of the section's heading; empty before the first one.
    pub section: String,
    /// The language of the entry where it is not the page's: a BCP 47 tag.
    pub lang: Option<String>,
}

/// One of the framework's elements.
#[derive(Clone, Debug, PartialEq, Hash)]
pub struct Element {
    /// From 1.
    pub number: u32,
    /// Group id.
    pub group: String,
    /// Whether its wording has an official source.
    pub status: ElementStatus,
}

/// A glossary entry in one locale.
#[derive(Clone, Debug, PartialEq, Hash, serde::Serialize)]
pub struct Term {
    /// Id, also its anchor on the glossary page.
    pub id: String,
    /// The term.
    pub term: Said,
    /// What it means.
    pub definition: Said,
    /// Abbreviations.
    pub abbreviations: Vec<String>,
    /// Other spellings.
    pub aliases: Vec<String>,
    /// The language of those spellings: a BCP 47 tag.
    pub aliases_lang: String,
    /// The term in the other locales: tag → term.
    pub translations: BTreeMap<String, String>,
    /// Whether its words are linked in texts.
    pub link: bool,
}

/// A source of facts, in one locale's words.
#[derive(Clone, Debug, PartialEq, Hash, serde::Serialize)]
pub struct SourceRecord {
    /// Id.
    pub id: String,
    /// What citations print; may be empty.
    pub short: Said,
    /// Number as printed; may be empty.
    pub number: String,
    /// Date as known: `2023-03-10`, `2026-05`, `2023` or empty.
    pub date: String,
    /// letter, decision, decree, circular, conclusion, press, law.
    pub kind: String,
    /// read, cited, press.
    pub status: String,
    /// For `cited`: the source that names it.
    pub via: String,
    /// Issuer.
    pub issuer: Said,
    /// Title.
    pub title: Said,
    /// Address; may be empty.
    pub url: String,
}

/// A statistic, in one locale's words.
#[derive(Clone, Debug, PartialEq, Hash, serde::Serialize)]
pub struct Statistic {
    /// Id.
    pub id: String,
    /// The value in the locale's form; text as written.
    pub value: String,
    /// What is counted.
    pub unit: Said,
    /// What it says.
    pub label: Said,
    /// As of when: `2020-06`.
    pub as_of: String,
    /// Source id.
    pub source: String,
    /// Statistics that contradict it.
    pub conflicts: Vec<String>,
    /// A remark; may be empty.
    pub note: Said,
}
