//! Going through a tree, block by block and line by line, in reading order.
//!
//! Owns where lines of text stand in each kind of block, so that what looks at every link, word or anchor
//! need not know. Recursion is bounded by the depth to which the parser nests.

use super::generated::{Generated, GlossaryLine};
use super::tree::{Block, BlockKind, Image, Inline, Tree};
use crate::base::Span;

/// What a line of text is in its block.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Line {
    /// A heading, the title of a directive, a term that is being defined: what names a text.
    Heading,
    /// Running text.
    Text,
    /// The caption of a figure or table.
    Caption,
    /// A generated glossary's definition.
    Definition,
}

/// What is done on the way. Everything is visited before what it holds.
pub trait Visitor {
    /// A block, before its lines and blocks.
    fn block(&mut self, _block: &mut Block) {}
    /// A line of text of a block that stands at `span`; unless it is taken whole, the images in it.
    fn line(&mut self, _line: Line, content: &mut Vec<Inline>, _span: Span) {
        inlines(content, &mut |inline| {
            if let Inline::Image(image) = inline {
                self.image(image);
            }
        });
    }
    /// A figure's image. Images in lines are in their lines.
    fn figure(&mut self, image: &mut Image) {
        self.image(image);
    }
    /// An image, wherever it stands, for those that take neither lines nor figures whole.
    fn image(&mut self, _image: &mut Image) {}
    /// A generated glossary line, whole; its definition is then visited as a line.
    fn term(&mut self, _line: &mut GlossaryLine) {}
}

/// Walks the body, then the footnotes.
pub fn tree(tree: &mut Tree, visitor: &mut impl Visitor) {
    blocks(&mut tree.blocks, visitor);
    for note in &mut tree.footnotes {
        blocks(&mut note.blocks, visitor);
    }
}

/// Walks blocks.
pub fn blocks(list: &mut [Block], visitor: &mut impl Visitor) {
    for block in list {
        visitor.block(block);
        lines(block, visitor);
    }
}

fn lines(block: &mut Block, visitor: &mut impl Visitor) {
    let span = block.span;
    match &mut block.kind {
        BlockKind::Heading { content, .. } => visitor.line(Line::Heading, content, span),
        BlockKind::Paragraph(content) | BlockKind::Plain(content) => visitor.line(Line::Text, content, span),
        BlockKind::List { items, .. } => items.iter_mut().for_each(|i| blocks(&mut i.blocks, visitor)),
        BlockKind::Clauses(clauses) => clauses.iter_mut().for_each(|c| blocks(&mut c.blocks, visitor)),
        BlockKind::Definitions(list) => {
            for definition in list {
                definition.terms.iter_mut().for_each(|t| visitor.line(Line::Heading, t, definition.span));
                definition.definitions.iter_mut().for_each(|d| blocks(d, visitor));
            }
        }
        BlockKind::Quote(inner) | BlockKind::Alert { blocks: inner, .. } => blocks(inner, visitor),
        BlockKind::Table(table) => {
            visitor.line(Line::Caption, &mut table.caption, span);
            table.head.iter_mut().for_each(|c| visitor.line(Line::Heading, c, span));
            table.rows.iter_mut().flatten().for_each(|c| visitor.line(Line::Text, c, span));
        }
        BlockKind::Figure { image, caption } => {
            visitor.figure(image);
            visitor.line(Line::Caption, caption, span);
        }
        BlockKind::Directive(directive) => {
            visitor.line(Line::Heading, &mut directive.title, span);
            blocks(&mut directive.blocks, visitor);
            if let Some(Generated::Glossary(terms)) = &mut directive.generated {
                for term in terms {
                    visitor.term(term);
                    visitor.line(Line::Definition, &mut term.definition, span);
                }
            }
        }
        BlockKind::Code { .. } | BlockKind::Rule | BlockKind::Html(_) => {}
    }
}

/// Calls `act` on every inline of a line, outer before inner.
pub fn inlines(content: &mut [Inline], act: &mut impl FnMut(&mut Inline)) {
    for inline in content {
        act(inline);
        if let Some(inner) = inside(inline) {
            inlines(inner, act);
        }
    }
}

/// The line inside an inline, if it holds one.
pub fn inside(inline: &mut Inline) -> Option<&mut Vec<Inline>> {
    match inline {
        Inline::Emphasis(content)
        | Inline::Strong(content)
        | Inline::Strikethrough(content)
        | Inline::Foreign { content, .. }
        | Inline::IndexTerm { content, .. }
        | Inline::Term { content, .. } => Some(content),
        Inline::Link(link) => Some(&mut link.content),
        Inline::Image(image) => Some(&mut image.alt),
        Inline::Field(field) => Some(&mut field.content),
        Inline::Text(_)
        | Inline::Code(_)
        | Inline::SoftBreak
        | Inline::HardBreak
        | Inline::Html(_)
        | Inline::FootnoteReference(_)
        | Inline::Blank(_)
        | Inline::Citation(_) => None,
    }
}
