//! The words that authors put into the index: `[…](index:)`, `[…](index:entry)`.
//!
//! Owns under which entry a word is listed and to which section its entry leads. Notes have no place of their
//! own in an index: what they say is looked up from the text they belong to.

use super::model::IndexTerm;
use crate::base::Span;
use crate::content::markdown::text::{self, plain};
use crate::content::markdown::tree::{Block, BlockKind, Inline, Tree};
use crate::content::markdown::walk::{self, Line, Visitor};

/// The index words of a page in reading order; one a section and entry.
pub fn of(tree: &mut Tree) -> Vec<IndexTerm> {
    let mut collector = Collector::default();
    walk::blocks(&mut tree.blocks, &mut collector);
    collector.terms
}

#[derive(Default)]
struct Collector {
    terms: Vec<IndexTerm>,
    section: String,
    /// Of the block at hand.
    lang: Option<Box<str>>,
}

impl Visitor for Collector {
    fn block(&mut self, block: &mut Block) {
        self.lang.clone_from(&block.lang);
        if let (BlockKind::Heading { .. }, Some(id)) = (&block.kind, &block.attributes.id) {
            self.section.clone_from(id);
        }
    }

    fn line(&mut self, _: Line, content: &mut Vec<Inline>, _: Span) {
        let lang = text::language(content).or(self.lang.as_deref()).map(str::to_owned);
        walk::inlines(content, &mut |inline| {
            let Inline::IndexTerm { key, content } = inline else { return };
            let words = if key.trim().is_empty() { plain(content) } else { key.clone() };
            let entry = words.split_whitespace().collect::<Vec<_>>().join(" ");
            let term = IndexTerm { entry, section: self.section.clone(), lang: lang.clone() };
            if !term.entry.is_empty() && !self.terms.contains(&term) {
                self.terms.push(term);
            }
        });
    }
}
