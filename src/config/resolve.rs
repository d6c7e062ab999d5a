//! The configuration as every other room sees it: validated, with defaults filled in.

use super::check::CheckConfig;
use super::press::PressConfig;
use crate::base::{Direction, Locale, RelPath};

/// One language of the handbook.
#[derive(Clone, Debug, PartialEq, Hash)]
pub struct LocaleConfig {
    /// The tag.
    pub locale: Locale,
    /// The language's name in itself: “Tiếng Việt”.
    pub name: String,
    /// Direction of writing.
    pub direction: Direction,
    /// The handbook's title in this language.
    pub title: String,
    /// One sentence about the handbook in this language; may be empty.
    pub description: String,
    /// Edition name (“Bản in lần 1”), may be empty.
    pub edition: String,
    /// Which of them nobody wrote for this language: they stand there in the source's.
    pub inherited: Inherited,
}

/// What a language has from the source.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub struct Inherited {
    /// The title.
    pub title: bool,
    /// The description.
    pub description: bool,
    /// The edition's name.
    pub edition: bool,
}

/// How headings and chapters are numbered.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub struct Numbering {
    /// Parts: “Phần I”.
    pub parts: bool,
    /// Chapters: 1, 2, 2.1 (nested).
    pub chapters: bool,
    /// Sections within chapters: 2.1.3.
    pub sections: bool,
}

/// What may be listed in `[elements]`.
#[derive(Clone, Debug, Default, PartialEq, Hash)]
pub struct ElementsConfig {
    /// How many the framework has; 0 when the handbook has no framework.
    pub expected: u32,
    /// Group ids in order.
    pub groups: Vec<String>,
}

/// Where the addresses of links that leave a printed book stand.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum PrintLinks {
    /// As footnotes.
    #[default]
    Footnotes,
    /// As QR codes at the end of the chapter.
    Qr,
    /// Nowhere.
    None,
}

impl PrintLinks {
    /// All of them.
    pub const ALL: [Self; 3] = [Self::Footnotes, Self::Qr, Self::None];

    /// Its name in `handbook.toml`.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Self::Footnotes => "footnotes",
            Self::Qr => "qr",
            Self::None => "none",
        }
    }
}

/// `[print]`: what the printed book says of itself.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct PrintConfig {
    /// Who publishes it; may be empty.
    pub publisher: String,
    /// Lines of the imprint page, as they are.
    pub imprint: Vec<String>,
    /// ISBN; may be empty.
    pub isbn: String,
    /// Where addresses stand.
    pub links: PrintLinks,
    /// Paper and sheets.
    pub press: PressConfig,
}

/// `handbook.toml`, resolved.
#[derive(Clone, Debug, PartialEq)]
pub struct Config {
    /// Locale the content is written in. Always among `locales`.
    pub source: Locale,
    /// All locales, in the order given.
    pub locales: Vec<LocaleConfig>,
    /// Folder of the Markdown files.
    pub content: RelPath,
    /// Folder of catalogs and strings.
    pub i18n: RelPath,
    /// Folder of theme overrides.
    pub theme: RelPath,
    /// Folder the site is written to.
    pub output: RelPath,
    /// `https://host/base/`, always ending in `/`, when set.
    pub base_url: Option<String>,
    /// Numbering.
    pub numbering: Numbering,
    /// Pass raw HTML through unsanitised.
    pub raw_html: bool,
    /// The framework.
    pub elements: ElementsConfig,
    /// Edition date YYYY-MM-DD, may be empty. The only date a build may print.
    pub edition_date: String,
    /// Also write each book's index in elasticlunr's own form, for other tools.
    pub elasticlunr: bool,
    /// Share (0–100) of translated messages below which a page shows the notice.
    pub translation_notice_below: u8,
    /// Publish a page that tells how far each language has got.
    pub translation_status_page: bool,
    /// The print edition.
    pub print: PrintConfig,
    /// What the handbook's checks are told.
    pub check: CheckConfig,
    /// Where readers write to, when set.
    pub feedback: Option<String>,
    /// The address that opens a place in an editor, with `{path}`, `{line}` and `{column}` to be filled in.
    pub editor: Option<String>,
}

impl Config {
    /// The configuration of one locale.
    #[must_use]
    pub fn locale(&self, locale: &Locale) -> Option<&LocaleConfig> {
        self.locales.iter().find(|l| &l.locale == locale)
    }
}
