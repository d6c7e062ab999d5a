//! The one tree every edition is rendered from.
//!
//! Owns the shape of a parsed page: blocks and inlines as plain data, each block with its span in the
//! page's [`SourceText`](crate::base::SourceText). Knows no HTML, no locale, no other page. `book` resolves links in place.
//! All pages of all books are held at once, so what few values need stands in a box: a test below holds the sizes.

use std::ops::{Deref, DerefMut};

use super::generated::Generated;
use crate::base::Span;

/// A parsed page body.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Tree {
    /// Top-level blocks in order.
    pub blocks: Vec<Block>,
    /// Footnotes in the order in which they are first referred to, then those nobody refers to.
    pub footnotes: Vec<Footnote>,
}

/// A footnote's text.
#[derive(Clone, Debug, PartialEq)]
pub struct Footnote {
    /// The label as written.
    pub label: String,
    /// Its text.
    pub blocks: Vec<Block>,
    /// Where it is defined.
    pub span: Span,
}

/// Attributes that an author may write: `{#id .class key=value}`. Those of most blocks are empty and take no room.
#[derive(Clone, Debug, Default)]
pub struct Attributes(Option<Box<Written>>);

/// The attributes that are there.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Written {
    /// The anchor, unique in its page. For headings always set once parsing is done.
    pub id: Option<String>,
    /// Further anchors that lead here (a translated heading keeps its source's).
    pub id_aliases: Vec<String>,
    /// Classes.
    pub classes: Vec<String>,
    /// Other pairs, in order.
    pub pairs: Vec<(String, String)>,
}

/// What a block without attributes has.
static NONE: Written = Written { id: None, id_aliases: Vec::new(), classes: Vec::new(), pairs: Vec::new() };

impl Deref for Attributes {
    type Target = Written;

    fn deref(&self) -> &Written {
        self.0.as_deref().unwrap_or(&NONE)
    }
}

impl DerefMut for Attributes {
    fn deref_mut(&mut self) -> &mut Written {
        self.0.get_or_insert_default()
    }
}

impl PartialEq for Attributes {
    fn eq(&self, other: &Self) -> bool {
        **self == **other
    }
}

impl From<Written> for Attributes {
    fn from(written: Written) -> Self {
        Self((written != NONE).then(|| Box::new(written)))
    }
}

/// A block and where it stands.
#[derive(Clone, Debug, PartialEq)]
pub struct Block {
    /// What it is.
    pub kind: BlockKind,
    /// Its attributes.
    pub attributes: Attributes,
    /// Where it was written.
    pub span: Span,
    /// The language of its text when it differs from the page's (an untranslated block): a BCP 47 tag.
    pub lang: Option<Box<str>>,
}

/// The kinds of block.
#[derive(Clone, Debug, PartialEq)]
pub enum BlockKind {
    /// A heading.
    Heading {
        /// 1 to 6.
        level: u8,
        /// Its text.
        content: Vec<Inline>,
        /// The number given to it ("2.3"), when numbering is on. Literal labels (“I.”) stay in `content`.
        number: Option<Box<str>>,
    },
    /// A paragraph.
    Paragraph(Vec<Inline>),
    /// Text of a tight list item or a table-like place: no paragraph of its own.
    Plain(Vec<Inline>),
    /// A bullet list, or an ordered list starting at a number.
    List {
        /// First number; `None` is a bullet list.
        start: Option<u64>,
        /// No blank lines between items.
        tight: bool,
        /// The items.
        items: Vec<ListItem>,
    },
    /// Clauses with the literal labels of Vietnamese official texts: a) b) c) d) đ) e) g) h), 1., -.
    Clauses(Vec<Clause>),
    /// Terms and their definitions.
    Definitions(Vec<Definition>),
    /// A quotation.
    Quote(Vec<Block>),
    /// `> [!NOTE]`.
    Alert {
        /// Which.
        kind: AlertKind,
        /// The text.
        blocks: Vec<Block>,
    },
    /// A code block.
    Code {
        /// The info string, whole (`rust,ignore`). Empty for indented code.
        info: String,
        /// The code.
        text: String,
    },
    /// A table.
    Table(Box<Table>),
    /// An image alone in its paragraph, with its caption.
    Figure {
        /// The image.
        image: Box<Image>,
        /// The caption, possibly empty.
        caption: Vec<Inline>,
    },
    /// A thematic break.
    Rule,
    /// Raw HTML as written. Sanitised when rendered, unless the project opts out.
    Html(String),
    /// `:::name argument {attributes}` … `:::`.
    Directive(Box<Directive>),
}

/// A list item.
#[derive(Clone, Debug, PartialEq)]
pub struct ListItem {
    /// `Some` in a task list: whether it is ticked.
    pub task: Option<bool>,
    /// Its blocks.
    pub blocks: Vec<Block>,
    /// Where it stands.
    pub span: Span,
}

/// One clause: its literal label and what hangs on it.
#[derive(Clone, Debug, PartialEq)]
pub struct Clause {
    /// The label exactly as written: `đ)`, `1.`, `-`.
    pub label: String,
    /// Its anchor, unique in the page; `d` and `đ` never share one (`d`, `dd`). Dashes have none.
    pub id: Option<String>,
    /// Text and nested clauses.
    pub blocks: Vec<Block>,
    /// Where it stands.
    pub span: Span,
}

/// One or more terms with one or more definitions.
#[derive(Clone, Debug, PartialEq)]
pub struct Definition {
    /// The terms.
    pub terms: Vec<Vec<Inline>>,
    /// The definitions.
    pub definitions: Vec<Vec<Block>>,
    /// Where it stands.
    pub span: Span,
}

/// GitHub's five alerts.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum AlertKind {
    /// NOTE
    Note,
    /// TIP
    Tip,
    /// IMPORTANT
    Important,
    /// WARNING
    Warning,
    /// CAUTION
    Caution,
}

impl AlertKind {
    /// All of them.
    pub const ALL: [Self; 5] = [Self::Note, Self::Tip, Self::Important, Self::Warning, Self::Caution];

    /// Lower-case English name, for classes and message keys.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Self::Note => "note",
            Self::Tip => "tip",
            Self::Important => "important",
            Self::Warning => "warning",
            Self::Caution => "caution",
        }
    }
}

/// How a table column is aligned.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub enum Alignment {
    /// As the page.
    #[default]
    None,
    /// `:--`
    Left,
    /// `:-:`
    Center,
    /// `--:`
    Right,
}

/// A table.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Table {
    /// Column alignments.
    pub alignments: Vec<Alignment>,
    /// Header cells.
    pub head: Vec<Vec<Inline>>,
    /// Body rows.
    pub rows: Vec<Vec<Vec<Inline>>>,
    /// Caption, for tables made from data.
    pub caption: Vec<Inline>,
}

/// A container directive. `name` is one of the known ones (`content::directives`).
#[derive(Clone, Debug, PartialEq)]
pub struct Directive {
    /// Its name: `example`, `checklist`, …
    pub name: String,
    /// What follows the name on the line, without attributes.
    pub argument: String,
    /// The argument as text with marks, but of a path with a caption.
    pub title: Vec<Inline>,
    /// Its body. `data` has none until `book` puts its table here.
    pub blocks: Vec<Block>,
    /// What `book` made for `documents`, `elements`, `sources`, `glossary` and `statistic`.
    pub generated: Option<Generated>,
}

/// What stands in a line of text.
#[derive(Clone, Debug, PartialEq)]
pub enum Inline {
    /// Text.
    Text(String),
    /// Code.
    Code(String),
    /// Emphasis.
    Emphasis(Vec<Inline>),
    /// Strong emphasis.
    Strong(Vec<Inline>),
    /// Struck out.
    Strikethrough(Vec<Inline>),
    /// A link.
    Link(Box<Link>),
    /// An image inside a line.
    Image(Box<Image>),
    /// A line end in the source.
    SoftBreak,
    /// A line end that counts.
    HardBreak,
    /// Raw inline HTML as written.
    Html(String),
    /// A reference to a footnote, by label.
    FootnoteReference(String),
    /// A blank to be filled in by hand: `____`, `……`. The width in characters.
    Blank(u16),
    /// `[@id, where]`: a citation of a source of `data/sources.toml`.
    Citation(Box<Citation>),
    /// Text in another language: `[…](lang:en)`.
    Foreign {
        /// BCP 47 tag.
        lang: String,
        /// Text.
        content: Vec<Inline>,
    },
    /// A term of the printed index: `[…](index:)`, `[…](index:key)`.
    IndexTerm {
        /// The entry it is listed under; empty: its own text.
        key: String,
        /// Text.
        content: Vec<Inline>,
    },
    /// What a form or a calendar can use: `[15/11](date:11-15)`, `[____](date:)`, `[yes / no](choice:)`.
    Field(Box<Field>),
    /// A glossary term's first use, linked by `book`.
    Term {
        /// Term id.
        id: Box<str>,
        /// The term's place in the glossary, if the book shows one.
        target: Box<Target>,
        /// The words as written.
        content: Vec<Inline>,
    },
}

/// A place of a form, or a day. Where no form can be filled in, its content is all there is to show.
#[derive(Clone, Debug, PartialEq)]
pub struct Field {
    /// What it takes.
    pub kind: FieldKind,
    /// What stands there on paper.
    pub content: Vec<Inline>,
}

impl Field {
    /// The answers of a choice, as text.
    #[must_use]
    pub fn choices(&self) -> Vec<String> {
        let text = super::text::plain(&self.content);
        text.split(" / ").map(|answer| answer.trim().to_owned()).filter(|answer| !answer.is_empty()).collect()
    }
}

/// What a field takes.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum FieldKind {
    /// A day: `2026-11-15`, of every year `11-15`, to be filled in when empty.
    Day(String),
    /// One of the answers that stand there, parted by ` / `.
    Choice,
}

impl FieldKind {
    /// What an author writes as the link's destination.
    #[must_use]
    pub fn role(&self) -> String {
        match self {
            Self::Day(day) => format!("date:{day}"),
            Self::Choice => "choice:".to_owned(),
        }
    }
}

/// A citation.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Citation {
    /// Source id.
    pub id: String,
    /// “đoạn 2”, “mục II.1.a”; may be empty.
    pub locator: String,
    /// The source's short name (its number, else its title); set by `book`, empty when the id is unknown.
    pub label: String,
    /// The language of that name: a BCP 47 tag; empty where it is in none (a number).
    pub lang: String,
    /// The source's place in the list of sources; set by `book`.
    pub target: Target,
    /// Where it is written.
    pub span: Span,
}

/// A link.
#[derive(Clone, Debug, PartialEq)]
pub struct Link {
    /// Destination as written.
    pub to: String,
    /// What `book` found it to be.
    pub target: Target,
    /// Title.
    pub title: String,
    /// Text.
    pub content: Vec<Inline>,
    /// Where it is written.
    pub span: Span,
}

/// What a link's destination is.
#[derive(Clone, Debug, Default, PartialEq, Hash)]
pub enum Target {
    /// Not resolved yet.
    #[default]
    Unresolved,
    /// Outside the handbook: the address as written.
    External,
    /// A page of the same book: its output path (`vi/khung/index.html`) and anchor.
    Page {
        /// Output path.
        path: crate::base::RelPath,
        /// Anchor, without `#`.
        anchor: Option<String>,
    },
    /// A file that is copied to the output: its output path.
    Asset(crate::base::RelPath),
    /// `stat:id`, a known statistic: the page that shows it, or the list of sources.
    Statistic {
        /// Statistic id.
        id: String,
        /// Output path, if any page shows it.
        path: Option<crate::base::RelPath>,
        /// Anchor on that page.
        anchor: Option<String>,
    },
    /// Nothing; reported as a fault, rendered as plain text.
    Broken,
}

/// An image.
#[derive(Clone, Debug, PartialEq)]
pub struct Image {
    /// Source as written.
    pub source: String,
    /// What `book` found it to be.
    pub target: Target,
    /// Width and height in CSS pixels, read at build.
    pub size: Option<(u32, u32)>,
    /// Title.
    pub title: String,
    /// Alternative text.
    pub alt: Vec<Inline>,
    /// Where it is written.
    pub span: Span,
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn values_that_there_are_many_of_are_small() {
        assert!(size_of::<Inline>() <= 56, "{}", size_of::<Inline>());
        assert!(size_of::<Block>() <= 88, "{}", size_of::<Block>());
        assert!(size_of::<ListItem>() <= 40, "{}", size_of::<ListItem>());
    }

    #[test]
    fn attributes_that_are_empty_are_none() {
        let mut asked = Attributes::default();
        assert_eq!(asked.id.take(), None);
        assert_eq!((&asked, &Attributes::default()), (&Attributes::default(), &Written::default().into()));
    }
}
