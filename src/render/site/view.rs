//! What templates see. Every address in here is ready to be written into the page at hand.
//!
//! Owns names only: designers rely on them, so a field may be added but not renamed.

use std::collections::BTreeMap;

use serde::Serialize;

use crate::theme::Shared;

/// Everything a template may use.
#[derive(Debug, Hash, Serialize)]
pub struct View {
    /// Language of the page's frame.
    pub lang: String,
    /// `ltr` or `rtl`.
    pub dir: &'static str,
    /// The whole handbook in this language.
    pub site: Shared<Site>,
    /// What belongs into `<head>`.
    pub head: Head,
    /// The languages, the current one included.
    pub languages: Vec<Language>,
    /// Navigation, on pages that stand in the book.
    pub nav: Option<Nav>,
    /// The page, on pages that stand in the book.
    pub page: Option<Page>,
    /// The start page's sections.
    pub start: Option<Start>,
    /// Every part with every chapter, on the page of all contents; without chapters on that of search.
    pub contents: Vec<Part>,
    /// The index from A to Z, or the part of it at hand.
    pub index: Option<Index>,
    /// Words to search for, on the page of search: each leads to its results.
    pub terms: Vec<Line>,
    /// How far each language has got, on the page that tells it.
    pub translation: Option<Translation>,
    /// Where a redirect leads.
    pub target: Option<Line>,
}

/// The handbook in one language.
#[derive(Clone, Debug, Default, Hash, Serialize)]
pub struct Site {
    /// Its title.
    pub title: String,
    /// Language tag of the title where nobody translated it; else empty.
    pub title_lang: String,
    /// One sentence; may be empty.
    pub description: String,
    /// Language tag of that sentence where nobody translated it; else empty.
    pub description_lang: String,
    /// Its start page.
    pub home: String,
    /// The page of all contents.
    pub contents: String,
    /// The language choice.
    pub choice: String,
    /// Search.
    pub search: Search,
    /// The page about translations; empty where it is not published.
    pub translation: String,
    /// The pages of sources and terms, when the book has them.
    pub extras: Vec<Line>,
    /// Keeping the handbook on the device; `None` on pages that know no address.
    pub offline: Option<Offline>,
    /// Edition; may be empty.
    pub edition: String,
    /// Language tag of the edition's words where it is not the frame's; else empty.
    pub edition_lang: String,
    /// Its date in words; may be empty.
    pub edition_date: String,
    /// Where readers write to; may be empty.
    pub feedback: String,
    /// Addresses of scripts that pages load when they need them, by folder (`share`).
    pub scripts: BTreeMap<String, String>,
    /// Addresses of the theme's images by name (`img/icon.svg`).
    pub files: BTreeMap<String, String>,
}

/// Search, as pages point at it.
#[derive(Clone, Debug, Default, Hash, Serialize)]
pub struct Search {
    /// The page of results.
    pub href: String,
    /// The index from A to Z.
    pub index: String,
    /// Its script; empty where the theme has none.
    pub script: String,
    /// The style sheet that is loaded with it.
    pub style: String,
    /// The folder of its data, with a slash at the end.
    pub data: String,
}

/// How far each language has got.
#[derive(Clone, Debug, Default, Hash, Serialize)]
pub struct Translation {
    /// The languages that are translated to.
    pub languages: Vec<TranslationLanguage>,
}

/// How far a language has got.
#[derive(Clone, Debug, Default, Hash, Serialize)]
pub struct TranslationLanguage {
    /// Its tag; also names its anchor.
    pub lang: String,
    /// Its direction.
    pub dir: &'static str,
    /// Its name in itself.
    pub name: String,
    /// All of it.
    pub counts: TranslationCounts,
    /// Pages that are translated as a whole, and those of them whose source has changed.
    pub whole: String,
    /// Pages whose source has changed since.
    pub stale: String,
    /// Its pages in reading order.
    pub pages: Vec<TranslationPage>,
    /// Words outside of pages.
    pub elsewhere: Option<TranslationCounts>,
}

/// Counts, as they are written in the reader's language.
#[derive(Clone, Debug, Default, Hash, Serialize)]
pub struct TranslationCounts {
    /// Percent of texts translated.
    pub percent: usize,
    /// Texts translated.
    pub translated: String,
    /// Texts with a guess that nobody has confirmed.
    pub fuzzy: String,
    /// Texts without a translation.
    pub missing: String,
    /// Words of the source.
    pub words: String,
    /// Words of the source that wait for a translation.
    pub words_left: String,
}

/// How far a page has got in a language.
#[derive(Clone, Debug, Default, Hash, Serialize)]
pub struct TranslationPage {
    /// Its title and address there.
    pub page: Line,
    /// `whole`, `stale`, `unstamped` or `catalog`.
    pub way: &'static str,
    /// The day of a whole translation in words; may be empty.
    pub date: String,
    /// Its texts, when the catalog translates it.
    pub counts: Option<TranslationCounts>,
}

/// The index from A to Z.
#[derive(Clone, Debug, Default, Hash, Serialize)]
pub struct Index {
    /// The way to each letter; no address: the one at hand.
    pub letters: Vec<Line>,
    /// The pages of a long letter; empty where one page holds it.
    pub runs: Vec<IndexRun>,
    /// The letters shown here.
    pub groups: Vec<IndexGroup>,
}

/// A page of a long letter.
#[derive(Clone, Debug, Default, Hash, Serialize)]
pub struct IndexRun {
    /// Its first word.
    pub first: String,
    /// Its last word.
    pub last: String,
    /// Its address; empty for the page at hand.
    pub href: String,
}

/// A letter and its words.
#[derive(Clone, Debug, Default, Hash, Serialize)]
pub struct IndexGroup {
    /// The letter.
    pub title: String,
    /// Its anchor.
    pub id: String,
    /// Its words.
    pub entries: Vec<IndexEntry>,
}

/// A word of the index.
#[derive(Clone, Debug, Default, Hash, Serialize)]
pub struct IndexEntry {
    /// The word.
    pub word: String,
    /// Language tag of the word where it is not the frame's; else empty.
    pub lang: String,
    /// Where the word itself leads; empty when it has several places.
    pub href: String,
    /// Name of that place; empty where the word names it.
    pub place: String,
    /// Language tag of that name where it is not the frame's; else empty.
    pub place_lang: String,
    /// Its places, or its further places.
    pub places: Vec<Line>,
}

/// What keeping the handbook on the device needs.
#[derive(Clone, Debug, Default, Hash, Serialize)]
pub struct Offline {
    /// The list of what is kept.
    pub list: String,
    /// The service worker.
    pub worker: String,
    /// The web app manifest.
    pub manifest: String,
    /// The script that keeps.
    pub script: String,
}

/// `<head>`.
#[derive(Clone, Debug, Default, Hash, Serialize)]
pub struct Head {
    /// Page and handbook.
    pub title: String,
    /// One sentence; may be empty.
    pub description: String,
    /// Content-Security-Policy.
    pub policy: &'static str,
    /// The style sheet; empty where none can be reached.
    pub style: String,
    /// Style sheets that this kind of page alone needs.
    pub sheets: Vec<String>,
    /// Script before the first paint; may be empty.
    pub early: String,
    /// Main script; may be empty.
    pub script: String,
    /// Scripts that this page alone needs.
    pub scripts: Vec<String>,
    /// Icon; may be empty.
    pub icon: String,
    /// Absolute address; empty without a base address.
    pub canonical: String,
    /// The page in every language, absolute; empty without a base address.
    pub alternates: Vec<Alternate>,
    /// `article` or `website`.
    pub og_type: &'static str,
    /// `vi_VN`-like tag of the text.
    pub og_locale: String,
    /// Day until which the text was to be reviewed, YYYY-MM-DD; may be empty.
    pub review_by: String,
    /// Whether search engines should leave it out.
    pub noindex: bool,
}

/// `hreflang`.
#[derive(Clone, Debug, Hash, Serialize)]
pub struct Alternate {
    /// Tag, or `x-default`.
    pub lang: String,
    /// Absolute address.
    pub href: String,
}

/// A language of the switch.
#[derive(Clone, Debug, Hash, Serialize)]
pub struct Language {
    /// Tag.
    pub lang: String,
    /// `ltr` or `rtl`.
    pub dir: &'static str,
    /// Name in itself.
    pub name: String,
    /// The same page in it.
    pub href: String,
    /// Whether it is the one at hand.
    pub current: bool,
    /// The handbook's title in it.
    pub title: String,
    /// The handbook's description in it.
    pub description: String,
}

/// A line that leads somewhere.
#[derive(Clone, Debug, Default, Hash, Serialize)]
pub struct Line {
    /// Words.
    pub title: String,
    /// Address; empty where it leads nowhere (a draft, the page itself).
    pub href: String,
    /// Number; may be empty.
    pub number: String,
    /// Language tag of the title where it is not the frame's; else empty.
    pub lang: String,
}

/// A line of a table of contents.
#[derive(Clone, Debug, Hash, Serialize)]
pub struct Entry {
    /// Words.
    pub title: String,
    /// Address; empty for a draft.
    pub href: String,
    /// Number; may be empty.
    pub number: String,
    /// The page at hand.
    pub current: bool,
    /// The page at hand is below it.
    pub within: bool,
    /// Entries were left out above, because there are very many.
    pub cut_above: bool,
    /// Entries were left out below.
    pub cut_below: bool,
    /// A line is drawn above it.
    pub rule_above: bool,
    /// One sentence about the page; only on the page of all contents.
    pub description: String,
    /// Nested entries.
    pub children: Vec<Shared<Entry>>,
    /// Language tag of the title where it is not the frame's; else empty.
    pub lang: String,
    /// Language tag of the description where it is not the frame's; else empty.
    pub description_lang: String,
}

/// A part.
#[derive(Clone, Debug, Default, Hash, Serialize)]
pub struct Part {
    /// Title; empty for pages outside the parts.
    pub title: String,
    /// Number; may be empty.
    pub number: String,
    /// Its first page; empty when there is none.
    pub href: String,
    /// One sentence about it, from its first page.
    pub description: String,
    /// Minutes to read.
    pub minutes: u32,
    /// Pages in it.
    pub pages: u32,
    /// The page at hand is in it.
    pub current: bool,
    /// Its chapters, where they are shown.
    pub entries: Vec<Shared<Entry>>,
    /// Language tag of the title where it is not the frame's; else empty.
    pub lang: String,
    /// Language tag of the description where it is not the frame's; else empty.
    pub description_lang: String,
    /// “Part II”; of a chapter shown as a part, its number; may be empty.
    pub label: String,
}

/// Navigation of a page.
#[derive(Clone, Debug, Hash, Serialize)]
pub struct Nav {
    /// The part at hand with its chapters.
    pub part: Part,
    /// All titled parts, without chapters.
    pub parts: Vec<Shared<Part>>,
    /// From the start page down to the page above.
    pub breadcrumbs: Vec<Line>,
    /// Previous page in reading order.
    pub previous: Option<Line>,
    /// Next page.
    pub next: Option<Line>,
}

/// The page.
#[derive(Clone, Debug, Hash, Serialize)]
pub struct Page {
    /// `chapter`, `start`, `document`, `element`.
    pub kind: &'static str,
    /// Output path: the same wherever the site stands.
    pub path: String,
    /// Title.
    pub title: String,
    /// Language tag of the title where it is not the text's; else empty.
    pub title_lang: String,
    /// Anchor of the heading the title came from; may be empty.
    pub title_id: String,
    /// Number; may be empty.
    pub number: String,
    /// One sentence; may be empty.
    pub description: String,
    /// Language tag of that sentence where it is not the text's; else empty.
    pub description_lang: String,
    /// Language of the text.
    pub lang: String,
    /// Its direction.
    pub dir: &'static str,
    /// Whether the text's language is not the frame's.
    pub foreign: bool,
    /// The part's title; may be empty.
    pub part: String,
    /// The part's number; may be empty.
    pub part_number: String,
    /// Body, as HTML.
    pub body: String,
    /// On-page contents.
    pub sections: Vec<Section>,
    /// Minutes to read; 0 when there is nothing to read.
    pub minutes: u32,
    /// Date of the last change in words; may be empty.
    pub updated: String,
    /// The same, YYYY-MM-DD.
    pub updated_iso: String,
    /// Date of review in words; may be empty.
    pub review_by: String,
    /// The same, YYYY-MM-DD.
    pub review_by_iso: String,
    /// Roles, in words.
    pub audience: Vec<String>,
    /// A prepared e-mail about the page; empty without an address to write to.
    pub feedback: String,
    /// Whether there is something to fill in or tick.
    pub forms: bool,
    /// Why the text may not be what the reader expects.
    pub notice: Option<Notice>,
    /// The document the page describes.
    pub document: Option<Document>,
    /// The framework element it is.
    pub element: Option<Element>,
    /// The page as a PDF; empty when it was not printed.
    pub pdf: String,
    /// `[extra]` of its front matter.
    pub extra: BTreeMap<String, serde_json::Value>,
}

/// A heading of the page.
#[derive(Clone, Debug, Hash, Serialize)]
pub struct Section {
    /// Level, 2 or 3.
    pub level: u8,
    /// Anchor, with `#`.
    pub href: String,
    /// Text.
    pub title: String,
    /// Number; may be empty.
    pub number: String,
    /// Language tag of the title where it is not the text's; else empty.
    pub lang: String,
}

/// A notice about the translation.
#[derive(Clone, Debug, Hash, Serialize)]
pub struct Notice {
    /// The sentence.
    pub text: String,
    /// The page in the source language; empty when this is it.
    pub href: String,
    /// “Read it in …”.
    pub link: String,
    /// Language of that page.
    pub lang: String,
}

/// An official document.
#[derive(Clone, Debug, Hash, Serialize)]
pub struct Document {
    /// Title.
    pub title: String,
    /// Page that describes it; empty on that page itself.
    pub href: String,
    /// Number as printed; may be empty.
    pub number: String,
    /// Date in words; may be empty.
    pub date: String,
    /// Date as known, for `<time>`; may be empty.
    pub date_iso: String,
    /// Issuer; may be empty.
    pub issuer: String,
    /// Its language where it is not the page's; else empty.
    pub issuer_lang: String,
    /// `in-force`, `replaced`, …
    pub status: String,
    /// The same in words.
    pub status_text: String,
    /// What replaced it.
    pub replaced_by: Option<Line>,
    /// Language tag of the title where it is not the frame's; else empty.
    pub lang: String,
}

/// A framework element.
#[derive(Clone, Debug, Hash, Serialize)]
pub struct Element {
    /// From 1.
    pub number: u32,
    /// `official` or `awaiting-source`.
    pub status: &'static str,
    /// The same in words.
    pub status_text: String,
    /// Group in words; may be empty.
    pub group: String,
    /// Title.
    pub title: String,
    /// Its page; empty when there is none or it is the page at hand.
    pub href: String,
    /// Language tag of the title where it is not the frame's; else empty.
    pub lang: String,
}

/// The start page's sections.
#[derive(Clone, Debug, Default, Hash, Serialize)]
pub struct Start {
    /// Entrances by role.
    pub entrances: Vec<Entrance>,
    /// Parts as cards.
    pub parts: Vec<Part>,
    /// The framework as a map.
    pub framework: Option<Framework>,
    /// Documents, newest first.
    pub documents: Vec<Document>,
    /// Files to take along.
    pub downloads: Vec<Download>,
}

/// An entrance.
#[derive(Clone, Debug, Hash, Serialize)]
pub struct Entrance {
    /// Role.
    pub role: String,
    /// Title.
    pub title: String,
    /// Language tag of the title where it is not the page's; else empty.
    pub title_lang: String,
    /// One line.
    pub promise: String,
    /// Language tag of that line where it is not the page's; else empty.
    pub promise_lang: String,
    /// Pages to begin with.
    pub steps: Vec<Line>,
}

/// The framework as a map.
#[derive(Clone, Debug, Hash, Serialize)]
pub struct Framework {
    /// How many elements it has.
    pub expected: u32,
    /// How many have a source.
    pub official: u32,
    /// Groups in order.
    pub groups: Vec<Group>,
}

/// A group of elements.
#[derive(Clone, Debug, Hash, Serialize)]
pub struct Group {
    /// Title.
    pub title: String,
    /// Slots whose group nobody knows yet.
    pub open: bool,
    /// Page about the group; may be empty.
    pub href: String,
    /// Its elements.
    pub elements: Vec<Element>,
}

/// A file to take along.
#[derive(Clone, Debug, Hash, Serialize)]
pub struct Download {
    /// Words.
    pub title: String,
    /// What kind: `PDF`, `ZIP`.
    pub format: String,
    /// Size in words.
    pub size: String,
    /// Address.
    pub href: String,
}
