//! Official letters: from the plain text of a Vietnamese letter to marked-up text, and the order within
//! letter blocks.
//!
//! Owns what makes a letter's text more than Markdown: letterhead, headings told from items, clauses, joined
//! page breaks, recipients, signature. Writes the same directives an author may write; parses no Markdown.

mod arrange;
mod emit;
mod emphasis;
mod heads;
mod lines;
mod lint;
mod plan;
mod words;

pub use arrange::arrange;
pub use lint::lint;

use crate::base::SourceText;

/// Rewrites the plain text of a letter (`kind = "document"`) with the directives and headings that a
/// handbook's Markdown has for it. Every word stays, in order; every byte knows where it came from.
#[must_use]
pub fn rewrite(text: &SourceText) -> SourceText {
    let paras = lines::paragraphs(text.text());
    let letter = plan::Letter::new(text.text(), &paras);
    let parts = plan::plan(&letter);
    emit::emit(text, &letter, &parts)
}

#[cfg(test)]
mod tests;
