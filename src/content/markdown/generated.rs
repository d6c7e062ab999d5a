//! What `book` puts into the directives that have no body of their own: lists made from other pages
//! and from `data/`.
//!
//! Owns the shape of those lists as plain data, in one locale's words. Knows no HTML and no labels:
//! the words around the data (“as of”, “awaiting source”) belong to the renderer.

use super::tree::{Inline, Target};
use crate::base::{RelPath, Said};
use crate::content::page::ElementStatus;

/// The content of a generated block.
#[derive(Clone, Debug, PartialEq)]
pub enum Generated {
    /// `:::documents`: the pages that describe a document, oldest first.
    Documents(Vec<DocumentLine>),
    /// `:::elements group`: the framework's slots.
    Elements(ElementTable),
    /// `:::sources`: all sources.
    Sources(Vec<SourceLine>),
    /// `:::glossary`: all terms, in the locale's collation.
    Glossary(Vec<GlossaryLine>),
    /// `:::statistic id`.
    Statistic(Box<StatisticCard>),
}

/// A page that a generated block points at.
#[derive(Clone, Debug, PartialEq, Hash)]
pub struct PageLink {
    /// Its output path.
    pub path: RelPath,
    /// Its title.
    pub title: Said,
    /// Its chapter number, when chapters are numbered.
    pub number: Option<String>,
}

/// A document and the page that describes it.
#[derive(Clone, Debug, PartialEq)]
pub struct DocumentLine {
    /// The document's source record.
    pub source: SourceLine,
    /// The page that describes it.
    pub page: PageLink,
    /// `in-force`, `replaced`, `done`, `draft`, `unknown`.
    pub status: String,
    /// What replaced it.
    pub replaced_by: Option<SourceRef>,
}

/// A source named in passing: enough to cite it.
#[derive(Clone, Debug, PartialEq)]
pub struct SourceRef {
    /// Id in `data/sources.toml`.
    pub id: String,
    /// Short name: its number, else its title.
    pub label: Said,
    /// Where it is listed or described.
    pub target: Target,
}

/// A line of the list of sources.
#[derive(Clone, Debug, PartialEq)]
pub struct SourceLine {
    /// Id, also the line's anchor.
    pub id: String,
    /// Number as printed; may be empty.
    pub number: String,
    /// Date as known: `2023-03-10`, `2026-05`, `2023` or empty.
    pub date: String,
    /// letter, decision, decree, circular, conclusion, press, law.
    pub kind: String,
    /// read, cited, press.
    pub status: String,
    /// For `cited`: the source that names it.
    pub via: Option<SourceRef>,
    /// Issuer; may be empty.
    pub issuer: Said,
    /// Title.
    pub title: Said,
    /// Address; may be empty.
    pub url: String,
    /// The pages that rest on it, in reading order.
    pub pages: Vec<PageLink>,
}

/// The framework's elements, or one group of them.
#[derive(Clone, Debug, PartialEq)]
pub struct ElementTable {
    /// The group shown; empty: all.
    pub group: String,
    /// How many elements the framework has.
    pub expected: u32,
    /// How many of the slots shown have an official source.
    pub official: u32,
    /// The slots in order of their number; without a group, also those that no page fills yet.
    pub slots: Vec<ElementSlot>,
}

/// One slot of the framework.
#[derive(Clone, Debug, PartialEq)]
pub struct ElementSlot {
    /// From 1.
    pub number: u32,
    /// Group id; empty while unknown.
    pub group: String,
    /// Whether its wording has an official source.
    pub status: ElementStatus,
    /// Its page, if there is one.
    pub page: Option<PageLink>,
}

/// A glossary entry.
#[derive(Clone, Debug, PartialEq)]
pub struct GlossaryLine {
    /// Id, also the line's anchor.
    pub id: String,
    /// The heading it stands under: a letter, or empty for scripts without an alphabet.
    pub letter: String,
    /// The term.
    pub term: Said,
    /// What it means, other terms in it linked.
    pub definition: Vec<Inline>,
    /// Abbreviations.
    pub abbreviations: Vec<String>,
    /// Other spellings.
    pub aliases: Vec<String>,
    /// Their language; empty: that of the text around them.
    pub aliases_lang: String,
    /// The term in the other locales: tag and term, in configured order.
    pub translations: Vec<(String, String)>,
}

/// A statistic, ready to be shown.
#[derive(Clone, Debug, PartialEq)]
pub struct StatisticCard {
    /// Id, also the block's anchor.
    pub id: String,
    /// The value as written.
    pub value: String,
    /// What is counted.
    pub unit: Said,
    /// What it says.
    pub label: Said,
    /// As of when: `2020-06`.
    pub as_of: String,
    /// Where it comes from.
    pub source: SourceRef,
    /// Statistics that contradict it (their own `conflicts` left out).
    pub conflicts: Vec<StatisticCard>,
    /// A remark; may be empty.
    pub note: Said,
}

impl Generated {
    /// As it stands in a text in `lang`: only words in another language say theirs.
    #[must_use]
    pub fn among(mut self, lang: &str) -> Self {
        match &mut self {
            Self::Documents(lines) => lines.iter_mut().for_each(|line| line.among(lang)),
            Self::Elements(table) => {
                table.slots.iter_mut().filter_map(|slot| slot.page.as_mut()).for_each(|page| page.title.among(lang));
            }
            Self::Sources(lines) => lines.iter_mut().for_each(|line| line.among(lang)),
            Self::Glossary(lines) => lines.iter_mut().for_each(|line| line.among(lang)),
            Self::Statistic(card) => card.among(lang),
        }
        self
    }
}

impl DocumentLine {
    fn among(&mut self, lang: &str) {
        self.source.among(lang);
        self.page.title.among(lang);
        self.replaced_by.iter_mut().for_each(|source| source.label.among(lang));
    }
}

impl SourceLine {
    fn among(&mut self, lang: &str) {
        self.issuer.among(lang);
        self.title.among(lang);
        self.via.iter_mut().for_each(|source| source.label.among(lang));
        self.pages.iter_mut().for_each(|page| page.title.among(lang));
    }
}

impl GlossaryLine {
    fn among(&mut self, lang: &str) {
        self.term.among(lang);
        if self.aliases_lang == lang {
            self.aliases_lang.clear();
        }
        if let [Inline::Foreign { lang: own, content }] = self.definition.as_mut_slice()
            && *own == lang
        {
            self.definition = std::mem::take(content);
        }
    }
}

impl StatisticCard {
    fn among(&mut self, lang: &str) {
        [&mut self.unit, &mut self.label, &mut self.note, &mut self.source.label]
            .into_iter()
            .for_each(|said| said.among(lang));
        self.conflicts.iter_mut().for_each(|other| other.among(lang));
    }
}
