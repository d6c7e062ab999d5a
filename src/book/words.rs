//! How much there is to read.
//!
//! Owns what of a page is counted; what a word is, `i18n::words` says.

use crate::base::Span;
use crate::content::markdown::text;
use crate::content::markdown::tree::{Inline, Tree};
use crate::content::markdown::walk::{self, Line, Visitor};
use crate::i18n::words::words;

/// Words of running text, headings included; code is not read as text.
pub fn count(tree: &mut Tree) -> u32 {
    let mut counter = Counter::default();
    walk::tree(tree, &mut counter);
    u32::try_from(counter.words).unwrap_or(u32::MAX)
}

#[derive(Default)]
struct Counter {
    words: usize,
    /// Of the line at hand.
    text: String,
}

impl Visitor for Counter {
    fn line(&mut self, _: Line, content: &mut Vec<Inline>, _: Span) {
        self.text.clear();
        text::add(content, &mut self.text);
        self.words += words(&self.text);
    }
}
