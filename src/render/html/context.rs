//! What a renderer must be told besides the tree.

use super::highlight::Highlighter;
use crate::base::{Direction, RelPath, SourceText};
use crate::render::pictures::Pictures;

/// The words that the theme puts around an author's text, in the page's language.
pub trait Labels {
    /// The text of a label (`alert-note`, `footnotes`, `label-example`, …).
    fn label(&self, key: &str) -> String;

    /// A label that counts or names something (`footnote-number` with `number`, `copy-link` with `title`).
    fn label_with(&self, key: &str, name: &str, value: &str) -> String {
        format!("{}: {name} {value}", self.label(key))
    }

    /// The tag of the page's language; empty where nobody says.
    fn lang(&self) -> &str {
        ""
    }

    /// The direction of the page's language.
    fn direction(&self) -> Direction {
        Direction::Ltr
    }

    /// A date as it is written out: of `2023-03-10`, `2026-05` or `2023`.
    fn date(&self, iso: &str) -> String {
        iso.to_owned()
    }
}

/// What becomes of raw HTML.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum RawHtml {
    /// Only what cannot harm is kept.
    #[default]
    Sanitise,
    /// Everything is kept.
    Pass,
}

/// How links that leave the handbook look.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Links {
    /// As other links.
    #[default]
    Quiet,
    /// With a mark and a spoken word that say so.
    Marked,
}

/// What becomes of the blanks of worksheets.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Forms {
    /// Lines, as on paper.
    #[default]
    Lines,
    /// Fields that a reader fills in.
    Fields,
}

/// Everything around a tree.
#[derive(Clone, Copy)]
pub struct HtmlContext<'a> {
    /// Output path of the page (`vi/khung/index.html`), from which relative links are made.
    pub page: &'a RelPath,
    /// Words of the page's language.
    pub labels: &'a dyn Labels,
    /// Colours code. Shared by all pages, because reading the syntaxes takes long.
    pub highlighter: &'a Highlighter,
    /// Added to every heading's level.
    pub heading_offset: u8,
    /// What becomes of raw HTML.
    pub raw_html: RawHtml,
    /// How links that leave the handbook look.
    pub external_links: Links,
    /// What becomes of the blanks of worksheets.
    pub forms: Forms,
    /// The class of what is not translated, in the preview only: an editor sees at a glance what is left.
    pub untranslated: Option<&'a str>,
    /// The text that the tree was read from, in the preview only: each block then carries the name of what is written
    /// there (`data-at`), by which the preview finds it.
    pub marks: Option<&'a SourceText>,
    /// The language of what is not translated, on a page translated by a catalog.
    pub source: Option<&'a str>,
    /// Images that come in several sizes; in an edition that carries one file an image, none.
    pub pictures: Option<&'a Pictures>,
    /// Whether everything that a theme needs and Markdown's own specification lacks is left out: anchors,
    /// wrappers, labels. Tests against that specification use it.
    pub plain: bool,
}

impl<'a> HtmlContext<'a> {
    /// The usual context of a page.
    #[must_use]
    pub fn new(page: &'a RelPath, labels: &'a dyn Labels, highlighter: &'a Highlighter) -> Self {
        Self {
            page,
            labels,
            highlighter,
            heading_offset: 0,
            raw_html: RawHtml::Sanitise,
            external_links: Links::Quiet,
            forms: Forms::Lines,
            untranslated: None,
            marks: None,
            source: None,
            pictures: None,
            plain: false,
        }
    }
}
