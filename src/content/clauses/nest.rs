//! Labelled pieces to nested clauses: a label of an inner kind hangs on the last one of an outer kind.

use super::label::LabelKind;
use crate::base::Span;
use crate::content::markdown::tree::{Attributes, Block, BlockKind, Clause};

/// A stretch of a clause list.
pub(super) enum Piece {
    /// A label with its text.
    Clause { label: String, kind: LabelKind, ordinal: u32, blocks: Vec<Block>, span: Span },
    /// What goes on with the clause before it.
    More(Box<Block>),
}

pub(super) fn nest(pieces: Vec<Piece>) -> Vec<Block> {
    let mut nesting = Nesting { done: Vec::new(), open: Vec::new() };
    for piece in pieces {
        match piece {
            Piece::More(block) => nesting.more(*block),
            Piece::Clause { label, kind, mut blocks, span, .. } => {
                nesting.close(kind);
                // The first text of a clause stands beside its label, however the lines were spaced.
                if let Some(first) = blocks.first_mut()
                    && let BlockKind::Paragraph(content) = &mut first.kind
                {
                    first.kind = BlockKind::Plain(std::mem::take(content));
                }
                nesting.open.push((kind, Clause { label, id: None, blocks, span }));
            }
        }
    }
    nesting.close(LabelKind::Upper);
    nesting.done
}

struct Nesting {
    done: Vec<Block>,
    /// Clauses not closed yet, kinds going strictly inwards.
    open: Vec<(LabelKind, Clause)>,
}

impl Nesting {
    fn more(&mut self, block: Block) {
        match self.open.last_mut() {
            Some((_, clause)) => {
                clause.span.end = clause.span.end.max(block.span.end);
                clause.blocks.push(block);
            }
            None => self.done.push(block),
        }
    }

    /// Closes all clauses that a label of `kind` cannot hang on.
    fn close(&mut self, kind: LabelKind) {
        while self.open.last().is_some_and(|(open, _)| *open >= kind) {
            let Some((_, clause)) = self.open.pop() else { return };
            let end = clause.span.end;
            let blocks = match self.open.last_mut() {
                Some((_, outer)) => {
                    outer.span.end = outer.span.end.max(end);
                    &mut outer.blocks
                }
                None => &mut self.done,
            };
            add(blocks, clause);
        }
    }
}

fn add(blocks: &mut Vec<Block>, clause: Clause) {
    let span = clause.span;
    if let Some(Block { kind: BlockKind::Clauses(clauses), span: whole, .. }) = blocks.last_mut() {
        whole.end = whole.end.max(span.end);
        clauses.push(clause);
        return;
    }
    let kind = BlockKind::Clauses(vec![clause]);
    blocks.push(Block { kind, attributes: Attributes::default(), span, lang: None });
}
