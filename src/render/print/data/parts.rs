//! What a print template is given: the shape of `/data.json`.
//!
//! Owns names only: designers rely on them, so a field may be added but not renamed. All of it is text and numbers;
//! nothing here is markup. `k` says what a node is.

use serde::Serialize;
use std::collections::BTreeMap;

/// A line of text.
pub type Inlines = Vec<Inline>;

/// Text, or something in it.
#[derive(Clone, Debug, Serialize)]
#[serde(untagged)]
pub enum Inline {
    /// Text, printed as it is.
    Text(String),
    /// Anything else.
    Node(Node),
}

impl Inline {
    /// The same, as a place that cites the source it leads to.
    pub(super) fn citing(mut self) -> Self {
        if let Self::Node(Node::Ref { cited, .. }) = &mut self {
            *cited = true;
        }
        self
    }
}

/// What stands in a line besides text.
#[derive(Clone, Debug, Serialize)]
#[serde(tag = "k", rename_all = "kebab-case")]
pub enum Node {
    /// Emphasis.
    Em { c: Inlines },
    /// Strong emphasis.
    Strong { c: Inlines },
    /// Struck out.
    Strike { c: Inlines },
    /// Code.
    Code { s: String },
    /// Text that no line parts.
    Whole { s: String },
    /// A line end that counts.
    Br,
    /// A link out of the book. `form` says where its address is printed: `shown` (it is in the words, or nowhere),
    /// `after` the words, in a `note`, or as the chapter's `n`th code (`qr`).
    Link { to: String, c: Inlines, form: &'static str, n: usize },
    /// A link to a label of this document. `number`: of the section it leads to; empty when it has none. `quiet`: no
    /// page is printed after it. `cited`: the label is a source's, which is told on which pages it is cited.
    Ref { to: String, c: Inlines, number: String, quiet: bool, cited: bool },
    /// A picture in the line.
    Image(Picture),
    /// A footnote where it is first referred to; `id` is its label.
    Note { id: String, b: Vec<Block> },
    /// A footnote where none can stand.
    Aside { b: Vec<Block> },
    /// A further reference to the footnote of that label.
    NoteAgain { to: String },
    /// A blank to write on, so many characters wide; `fill`: to the end of the line; 2 wide, it takes what there is. `with`: the
    /// word before it, on the same line.
    Blank {
        n: u16,
        fill: bool,
        #[serde(skip_serializing_if = "String::is_empty")]
        with: String,
    },
    /// The pages on which the source `of` that label is cited; where nothing cites it, those of the chapters that rest
    /// on it.
    Pages { of: String, places: Vec<Chaptered> },
    /// Answers of which one is to be ticked.
    Choice { answers: Vec<String> },
    /// Text in another language.
    Lang { lang: String, dir: &'static str, c: Inlines },
    /// Something with labels that lead to it.
    Group { ids: Vec<String>, c: Inlines },
    /// Text that the index lists under an entry.
    Index { entry: String, c: Inlines },
}

/// A picture.
#[derive(Clone, Debug, Serialize)]
pub struct Picture {
    /// Its path in the document's world.
    pub path: String,
    /// What it shows; empty: decoration.
    pub alt: String,
    /// Width in CSS pixels; 0 when unknown.
    pub w: u32,
    /// Height in CSS pixels; 0 when unknown.
    pub h: u32,
}

/// A block.
#[derive(Clone, Debug, Serialize)]
pub struct Block {
    /// Labels that lead here.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub ids: Vec<String>,
    /// Language, where it is not the one around it; empty else.
    #[serde(skip_serializing_if = "String::is_empty")]
    pub lang: String,
    /// Classes an author gave it, and those of letters.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub classes: Vec<String>,
    /// What it is.
    #[serde(flatten)]
    pub kind: Kind,
}

/// The kinds of block.
#[derive(Clone, Debug, Serialize)]
#[serde(tag = "k", rename_all = "kebab-case")]
pub enum Kind {
    /// A heading within a chapter. `level` is its level in the whole document, `depth` below the chapter's title
    /// (from 1). `plain` is its text without notes, for outlines and running heads.
    Heading { level: u8, depth: u8, number: String, c: Inlines, plain: String },
    /// A paragraph; `lead`: it stays with what follows.
    P { c: Inlines, lead: bool },
    /// Text that is no paragraph of its own.
    Plain { c: Inlines },
    /// A list; `start` is 0 for bullets.
    List { start: u64, tight: bool, items: Vec<Item> },
    /// Clauses with literal labels.
    Clauses { items: Vec<Clause> },
    /// Terms and definitions.
    Definitions { items: Vec<Definition> },
    /// A quotation; `short`: of so few lines that it is not broken.
    Quote { b: Vec<Block>, short: bool },
    /// A note, tip, warning…; `label` is its name in words; `short`: of so few lines that it is not broken.
    Alert { kind: &'static str, label: String, b: Vec<Block>, short: bool },
    /// Code, line by line.
    Source { lang: String, lines: Vec<String> },
    /// A table.
    Table(Table),
    /// A picture with its caption; `float`: it may leave its place for the foot of a page, and text goes on meanwhile.
    Figure { picture: Picture, caption: Inlines, float: bool },
    /// A thematic break.
    Rule,
    /// A framed block: `example`, `checklist`, `worksheet`, `card`, or another directive without a frame. `closing`: a
    /// letter's addressees and its signature. `short`: of so few lines that it is not broken. `room`: of one that is, so
    /// many lines stand on its first page.
    Frame { name: String, label: String, title: Inlines, b: Vec<Block>, short: bool, room: f64 },
    /// Documents over time.
    Documents { items: Vec<Record> },
    /// Sources.
    Sources { items: Vec<Record> },
    /// Glossary, letter by letter.
    Glossary { groups: Vec<Letter> },
    /// A figure that stands out.
    Statistic { facts: Vec<Facts> },
    /// A wide table with what leads to it, to be turned when its columns (`words`) need more than an upright page.
    Turned { words: Vec<String>, b: Vec<Block> },
}

/// A chapter that may be in the document: its label, and its title for when it is not.
#[derive(Clone, Debug, Serialize)]
pub struct Chaptered {
    pub to: String,
    pub title: String,
}

/// A list item. `task`: `none` in ordinary lists, else `open` or `done`. `below`: so many lines of the next item stand on
/// its page.
#[derive(Clone, Debug, Serialize)]
pub struct Item {
    pub task: &'static str,
    pub below: f64,
    pub b: Vec<Block>,
}

/// A clause; `lead`: it stays with the next one.
#[derive(Clone, Debug, Serialize)]
pub struct Clause {
    pub label: String,
    pub lead: bool,
    pub ids: Vec<String>,
    pub b: Vec<Block>,
}

/// Terms with their definitions.
#[derive(Clone, Debug, Serialize)]
pub struct Definition {
    pub terms: Vec<Inlines>,
    pub definitions: Vec<Vec<Block>>,
}

/// A table. `columns` are their widths: 0 as narrow as its text, else its share.
#[derive(Clone, Debug, Serialize)]
pub struct Table {
    pub columns: Vec<f64>,
    /// What each column must be wide enough for.
    pub words: Vec<String>,
    /// `start`, `center`, `end` a column.
    pub align: Vec<&'static str>,
    pub head: Vec<Inlines>,
    pub rows: Vec<Vec<Inlines>>,
    pub caption: Inlines,
    /// The first column names its rows.
    pub named_rows: bool,
    /// Of so few lines that it is not broken.
    pub short: bool,
    /// No row is so high that it must be broken.
    pub low: bool,
    /// Its first two rows are so low that they stay together.
    pub paired: bool,
    /// To be filled in: some cells are empty, to be written in.
    pub form: bool,
}

/// A document or source: its facts in words, each empty when unknown.
#[derive(Clone, Debug, Serialize)]
pub struct Record {
    pub ids: Vec<String>,
    pub date: String,
    pub title: Inlines,
    pub facts: Inlines,
    pub status: String,
    pub more: Vec<Inlines>,
}

/// The terms under one letter.
#[derive(Clone, Debug, Serialize)]
pub struct Letter {
    pub letter: String,
    pub terms: Vec<Entry>,
}

/// A term.
#[derive(Clone, Debug, Serialize)]
pub struct Entry {
    pub ids: Vec<String>,
    pub term: Inline,
    pub others: Vec<String>,
    pub definition: Inlines,
    pub translations: Vec<Translation>,
    /// Its entry of the index.
    pub entry: String,
}

/// A term in another language.
#[derive(Clone, Debug, Serialize)]
pub struct Translation {
    pub lang: String,
    pub dir: &'static str,
    pub term: String,
}

/// A statistic in words; `label` empty for the first, else what it is beside that.
#[derive(Clone, Debug, Serialize)]
pub struct Facts {
    pub remark: String,
    pub value: String,
    pub unit: Inline,
    pub label: Inline,
    pub as_of: String,
    /// “Source”, in the language of the text.
    pub source_label: String,
    pub source: Inlines,
    pub note: Inline,
}

/// A division of the book, in reading order.
#[derive(Clone, Debug, Serialize)]
#[serde(tag = "k", rename_all = "kebab-case")]
pub enum Division {
    /// A part's opening page.
    Part { label: String, title: String, lang: String },
    /// A chapter.
    Chapter(Box<Chapter>),
}

/// A chapter.
#[derive(Clone, Debug, Serialize)]
pub struct Chapter {
    /// Labels that lead to its title.
    pub ids: Vec<String>,
    /// Its level among the document's headings, from 1.
    pub level: u8,
    /// 0 for a chapter, 1 for one below a chapter, …
    pub depth: u8,
    /// `chapter`, `start`, `document`, `element`.
    pub kind: &'static str,
    pub number: String,
    pub title: String,
    /// What the contents call it.
    pub listed: String,
    pub description: String,
    /// The part's title; may be empty.
    pub part: String,
    pub lang: String,
    pub dir: &'static str,
    /// Facts beside the title: what it is, whom it is for, when it was changed.
    pub facts: Vec<Fact>,
    /// Why the text is not what a reader expects; may be empty.
    pub notice: String,
    /// Permanent address; empty without a base address.
    pub url: String,
    /// The address as a QR code: an SVG; empty without a base address.
    pub qr: String,
    /// Addresses of its links, to be printed as QR codes at its end.
    pub links: Vec<Address>,
    /// Its text. It has a file of its own: there are these blocks, here its `path`.
    pub b: Vec<Block>,
}

/// A fact about a chapter.
#[derive(Clone, Debug, Serialize)]
pub struct Fact {
    pub label: String,
    pub value: Inline,
}

/// An address with its QR code (an SVG).
#[derive(Clone, Debug, Serialize)]
pub struct Address {
    pub url: String,
    pub qr: String,
}

/// A letter of the index.
#[derive(Clone, Debug, Serialize)]
pub struct IndexLetter {
    pub letter: String,
    pub entries: Vec<IndexEntry>,
}

/// A line of the index: its pages are found by its key.
#[derive(Clone, Debug, Serialize)]
pub struct IndexEntry {
    pub key: String,
    pub text: String,
    /// Its language, where it is not the book's; empty else.
    pub lang: String,
}

/// Faces by use: family names in the order in which they are tried.
#[derive(Clone, Debug, Default, Serialize)]
pub struct Families {
    pub text: Vec<Family>,
    pub head: Vec<Family>,
    pub code: Vec<Family>,
}

/// A family, and whether it leaves what CJK writing shares with others (quotation marks, dashes) to the next one.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Family {
    pub name: String,
    pub latin_only: bool,
}

/// The whole document.
#[derive(Clone, Debug, Serialize)]
pub struct Document {
    /// `book-a5`, `book-a4`, `reading-a4`, `page-a4`.
    pub format: &'static str,
    pub lang: String,
    pub region: Option<String>,
    pub script: Option<String>,
    pub dir: &'static str,
    pub hyphenate: bool,
    pub title: String,
    pub description: String,
    pub edition: String,
    pub edition_date: String,
    /// Year of the edition; may be empty.
    pub year: String,
    pub publisher: String,
    pub imprint: Vec<String>,
    /// What the imprint page says of an edition that lacks its facts; empty when it has them.
    pub pending: Vec<String>,
    pub isbn: String,
    /// `footnotes`, `qr`, `none`.
    pub links: &'static str,
    pub url: String,
    /// The address as a QR code: an SVG; empty without an address.
    pub qr: String,
    pub families: Families,
    /// Words of the interface by key.
    pub words: BTreeMap<String, String>,
    /// Words of several syllables that titles do not part, in small letters.
    pub terms: Vec<String>,
    /// [`Division`]s.
    pub divisions: Vec<serde_json::Value>,
    pub index: Vec<IndexLetter>,
    /// Whether there are figures or tables with captions, to list.
    pub figures: bool,
    pub tables: bool,
}
