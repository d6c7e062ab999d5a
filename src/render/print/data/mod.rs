//! From a book to what the print templates are given.
//!
//! Owns what a printed document holds and in which order; how it looks is the templates'. The procedure: every page's
//! tree is written by itself (`writer`, `inlines`, `generated`), then what surrounds the pages (`document`, `index`), then
//! links to places that turned out not to be in the document are let go (`settle`), and pages are guessed (`ahead`).
//! What is written of a page is found again while neither it nor anything it looks at changes (`pieces`).

mod ahead;
mod cards;
mod chapter;
mod columns;
mod cover;
mod document;
mod generated;
mod glyphs;
mod heights;
mod index;
mod inlines;
mod keep;
mod marks;
mod parts;
mod pieces;
mod qr;
mod settle;
mod text;
mod words;
mod writer;

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use crate::base::{Diagnostic, Locale, RelPath, Said};
use crate::book::model::{self, Handbook, Page};
use crate::content::markdown::tree::Target;
use crate::i18n::ui::Strings;
use crate::render::Format;
use crate::render::proof::Mark;

pub use cards::{Deck, deck, too_long};
pub use cover::{CoverForm, cover};
pub use document::{manuscript, marked};
pub use glyphs::Glyphs;
use marks::Marks;
pub use pieces::CHAPTER;

/// Where the addresses of links that leave the book are printed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Links {
    /// As footnotes.
    Footnotes,
    /// As codes at the chapter's end.
    Qr,
    /// Nowhere.
    None,
}

/// What is printed, of which book.
#[derive(Clone, Copy)]
pub struct Order<'a> {
    /// All books.
    pub handbook: &'a Handbook,
    /// The one to print.
    pub book: &'a model::Book,
    /// The words of each locale.
    pub strings: &'a BTreeMap<Locale, Arc<Strings>>,
    /// In which form.
    pub format: Format,
    /// Only this page, by its index.
    pub page: Option<usize>,
}

/// A document ready to be set, once fonts are found for it.
#[derive(Debug, Default)]
pub struct Manuscript {
    /// The data of the template; its `families` are still empty.
    pub data: serde_json::Value,
    /// The texts of its chapters as JSON, by the path at which its data name them.
    pub texts: BTreeMap<RelPath, Arc<[u8]>>,
    /// The images it shows.
    pub images: BTreeMap<RelPath, Arc<[u8]>>,
    /// The letters it shows, and where each is first met.
    pub glyphs: Glyphs,
    /// What is wrong with its pages.
    pub findings: Vec<Diagnostic>,
    /// Where each marked block was written, by its label; empty unless marks were asked for.
    pub marks: Arc<BTreeMap<String, Mark>>,
    marking: Option<Marks>,
    labels: BTreeSet<String>,
    index: index::Index,
    figures: bool,
    tables: bool,
}

impl Manuscript {
    /// Takes in what was gathered of a page that stands after all that is here.
    fn extend(&mut self, other: &Self) {
        self.images.extend(other.images.iter().map(|(path, bytes)| (path.clone(), Arc::clone(bytes))));
        self.glyphs.extend(&other.glyphs);
        self.findings.extend(other.findings.iter().cloned());
        self.labels.extend(other.labels.iter().cloned());
        self.index.extend(&other.index);
        self.figures |= other.figures;
        self.tables |= other.tables;
    }
}

/// The book as links and generated blocks see it.
struct Book<'a> {
    order: Order<'a>,
    strings: &'a Arc<Strings>,
    assets: BTreeMap<&'a RelPath, &'a Arc<[u8]>>,
    pages: BTreeMap<&'a RelPath, &'a Page>,
    terms: BTreeMap<&'a str, &'a Said>,
    links: Links,
}

/// Where words can lead.
enum Destination {
    /// A label of this document, and the number of the section there; empty when it has none.
    Here { label: String, number: String },
    /// The website.
    Web(String),
    /// Nowhere.
    Nowhere,
}

/// The label of a page, or of an anchor on it.
fn label(page: &RelPath, anchor: Option<&str>) -> String {
    match anchor {
        Some(anchor) => format!("{page}#{anchor}"),
        None => page.to_string(),
    }
}

impl<'a> Book<'a> {
    fn destination(&self, target: &Target) -> Destination {
        let (path, anchor) = match target {
            Target::Page { path, anchor } => (path, anchor.as_deref()),
            Target::Statistic { path: Some(path), anchor, .. } => (path, anchor.as_deref()),
            Target::Asset(path) => return self.web(path, None),
            _ => return Destination::Nowhere,
        };
        let Some(page) = self.pages.get(path) else { return self.web(path, anchor) };
        let section = anchor.and_then(|id| page.sections.iter().find(|s| s.id == id));
        let number = section.map_or(page.number.clone(), |s| s.number.clone()).unwrap_or_default();
        let anchor = anchor.filter(|id| Some(*id) != page.title_id.as_deref());
        Destination::Here { label: label(path, anchor), number }
    }

    fn web(&self, path: &RelPath, anchor: Option<&str>) -> Destination {
        let Some(base) = &self.order.handbook.config.base_url else { return Destination::Nowhere };
        let anchor = anchor.map(|a| format!("#{}", crate::base::escape_address(a))).unwrap_or_default();
        Destination::Web(format!("{base}{}{anchor}", crate::base::escape_address(path.as_str())))
    }

    /// A glossary term's own words.
    fn term(&self, id: &str) -> Option<Said> {
        self.terms.get(id).map(|term| (*term).clone())
    }
}
