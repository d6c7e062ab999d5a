//! What is open while a tree is being built.
//!
//! Owns the stack's entries; `build` pushes and pops them.

use super::tree::{AlertKind, Alignment, Attributes, Block, Definition, Inline, ListItem};
use crate::base::Span;
use crate::content::directives::Rule;

/// Something that was opened and not closed yet.
pub(super) struct Frame {
    /// What it is, with what only it collects.
    pub kind: Kind,
    /// Where it starts, in the marked text.
    pub start: usize,
    /// Blocks inside it.
    pub blocks: Vec<Block>,
    /// Inlines inside it. In a container of blocks these are the tight text since its last block.
    pub inlines: Vec<Inline>,
    /// Where `inlines` stand.
    pub line: Option<Span>,
}

/// Kinds of [`Frame`].
pub(super) enum Kind {
    Root,
    Quote(Option<AlertKind>),
    List {
        start: Option<u64>,
        tight: bool,
        items: Vec<ListItem>,
    },
    Item {
        task: Option<bool>,
    },
    Footnote {
        label: String,
    },
    Definitions(Vec<Definition>),
    Term,
    Meaning,
    /// A directive and the index of its line; an unknown one only hands its blocks on.
    Directive {
        line: usize,
        rule: Option<&'static Rule>,
        argument: String,
        attributes: Attributes,
    },
    Table {
        alignments: Vec<Alignment>,
        head: Vec<Vec<Inline>>,
        rows: Vec<Vec<Vec<Inline>>>,
    },
    Row {
        head: bool,
        cells: Vec<Vec<Inline>>,
    },
    Cell,
    Paragraph,
    Heading {
        level: u8,
        attributes: Attributes,
    },
    Code {
        info: String,
        text: String,
    },
    Html(String),
    Emphasis,
    Strong,
    Strikethrough,
    Link {
        to: String,
        title: String,
    },
    /// `[@id, where]`, or `[text][@id]` when it has a text of its own.
    Citation {
        reference: String,
        text: bool,
        image: bool,
    },
    Image {
        source: String,
        title: String,
    },
}

impl Frame {
    /// An empty frame.
    pub fn new(kind: Kind, start: usize) -> Self {
        Self { kind, start, blocks: Vec::new(), inlines: Vec::new(), line: None }
    }

    /// Whether blocks may stand in it.
    pub fn holds_blocks(&self) -> bool {
        matches!(
            self.kind,
            Kind::Root
                | Kind::Quote(_)
                | Kind::Item { .. }
                | Kind::Footnote { .. }
                | Kind::Meaning
                | Kind::Directive { .. }
        )
    }
}
