//! The flow of blocks while a tree is being built: tight text, loose lists, thematic breaks, task marks.

use std::ops::Range;

use pulldown_cmark::{self as parser, BlockQuoteKind, TagEnd};

use super::build::Builder;
use super::frame::{Frame, Kind};
use super::tree::{AlertKind, Alignment, Attributes, Block, BlockKind, Image, Inline};
use super::{Dialect, inlines, parse_line};
use crate::base::Span;

impl Builder<'_> {
    /// The innermost open element.
    pub(super) fn top(&mut self) -> Option<&mut Kind> {
        self.stack.last_mut().map(|f| &mut f.kind)
    }

    /// Text as the author wrote it.
    pub(super) fn own(&self, text: &str) -> String {
        self.marked.restore(text).into_owned()
    }

    /// Ends the tight text of the container on top.
    pub(super) fn flush(&mut self) {
        let Some(frame) = self.stack.last_mut().filter(|f| f.holds_blocks() && !f.inlines.is_empty()) else { return };
        let content = inlines::finish(std::mem::take(&mut frame.inlines), self.marked, self.dialect, false);
        let span = frame.line.take().unwrap_or_default();
        // A directive's text is a paragraph, even where the list around it is tight.
        let directive = matches!(frame.kind, Kind::Directive { .. });
        let kind = if directive { paragraph(content, self.dialect) } else { BlockKind::Plain(content) };
        frame.blocks.push(block(kind, span));
    }

    /// Adds a block without attributes.
    pub(super) fn block(&mut self, kind: BlockKind, span: Span) {
        self.push(block(kind, span));
    }

    /// Adds a block to the container on top.
    pub(super) fn push(&mut self, block: Block) {
        self.flush();
        if let Some(frame) = self.stack.last_mut() {
            frame.blocks.push(block);
        }
    }

    /// A paragraph directly in an item tells that its list is loose.
    pub(super) fn loosen(&mut self) {
        if self.flattened == 0
            && let [.., Frame { kind: Kind::List { tight, .. }, .. }, Frame { kind: Kind::Item { .. }, .. }] =
                self.stack.as_mut_slice()
        {
            *tight = false;
        }
    }

    /// The box of a task stands in its item, or in the item's first paragraph.
    pub(super) fn task(&mut self, done: bool) {
        if let Some(Kind::Item { task }) = self.stack.iter_mut().rev().take(2).map(|f| &mut f.kind).find(|k| is_item(k))
        {
            *task = Some(done);
        }
    }

    /// A thematic break; in a form, a line of underscores is a blank instead.
    pub(super) fn rule(&mut self, range: &Range<usize>) {
        let span = self.marked.span(range);
        let line = self.text.text().get(span.range()).unwrap_or_default().trim();
        let form =
            self.stack.iter().any(|f| matches!(f.kind, Kind::Directive { rule: Some(rule), .. } if rule.fill_in));
        if !form || !line.contains("____") {
            return self.block(BlockKind::Rule, span);
        }
        let mut content = Vec::new();
        for run in line.split_whitespace().filter(|run| run.len() >= 4) {
            if !content.is_empty() {
                content.push(Inline::Text(" ".to_owned()));
            }
            content.push(Inline::Blank(u16::try_from(run.len()).unwrap_or(u16::MAX)));
        }
        self.block(BlockKind::Paragraph(content), span);
    }
}

fn block(kind: BlockKind, span: Span) -> Block {
    Block { kind, attributes: Attributes::default(), span, lang: None }
}

fn is_item(kind: &Kind) -> bool {
    matches!(kind, Kind::Item { .. })
}

/// A paragraph, or the figure it is.
pub(super) fn paragraph(mut content: Vec<Inline>, dialect: Dialect) -> BlockKind {
    match content.as_slice() {
        [Inline::Image(_)] if dialect == Dialect::Handbook => match content.pop() {
            Some(Inline::Image(image)) => figure(image),
            _ => BlockKind::Paragraph(content),
        },
        _ => BlockKind::Paragraph(content),
    }
}

fn figure(image: Box<Image>) -> BlockKind {
    let caption = parse_line(&image.title);
    BlockKind::Figure { image, caption }
}

/// Elements that hold blocks and count as nesting.
pub(super) fn is_container(tag: TagEnd) -> bool {
    matches!(
        tag,
        TagEnd::BlockQuote(_)
            | TagEnd::List(_)
            | TagEnd::Item
            | TagEnd::DefinitionList
            | TagEnd::DefinitionListTitle
            | TagEnd::DefinitionListDefinition
    )
}

/// Elements inside a line that hold others.
pub(super) fn is_mark(tag: TagEnd) -> bool {
    matches!(
        tag,
        TagEnd::Emphasis
            | TagEnd::Strong
            | TagEnd::Strikethrough
            | TagEnd::Superscript
            | TagEnd::Subscript
            | TagEnd::Link
            | TagEnd::Image
    )
}

pub(super) fn alert(kind: BlockQuoteKind) -> AlertKind {
    match kind {
        BlockQuoteKind::Note => AlertKind::Note,
        BlockQuoteKind::Tip => AlertKind::Tip,
        BlockQuoteKind::Important => AlertKind::Important,
        BlockQuoteKind::Warning => AlertKind::Warning,
        BlockQuoteKind::Caution => AlertKind::Caution,
    }
}

pub(super) fn alignment(alignment: parser::Alignment) -> Alignment {
    match alignment {
        parser::Alignment::None => Alignment::None,
        parser::Alignment::Left => Alignment::Left,
        parser::Alignment::Center => Alignment::Center,
        parser::Alignment::Right => Alignment::Right,
    }
}
