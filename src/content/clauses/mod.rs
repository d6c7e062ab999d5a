//! Clauses: lists with the literal labels of Vietnamese official texts, which Markdown has no lists for.
//!
//! Owns building them out of parsed blocks (lines that start with a label, ordered and bullet lists), their
//! nesting by kind of label (I. > 1. > a) > -), and their anchors. Knows neither lines of a file nor HTML.

pub mod label;
mod lines;
mod nest;

use super::markdown::tree::Block;
use crate::base::SourceText;

/// Turns what stands in a `:::clauses` block into clauses; what comes before the first label stays as it is.
#[must_use]
pub fn build(text: &SourceText, blocks: Vec<Block>) -> Vec<Block> {
    nest::nest(lines::pieces(text, blocks))
}

/// The path of a clause's anchor: that of what it stands under (a heading or a clause; may be empty) and its own
/// label. A dash adds nothing.
pub(super) fn anchor_path(label: &str, under: &str) -> String {
    match own_part(label, under) {
        Some(part) if under.is_empty() => part,
        Some(part) => format!("{under}-{part}"),
        None => under.to_owned(),
    }
}

/// `1.2.` under `…-1` adds only its `2`.
fn own_part(label: &str, under: &str) -> Option<String> {
    let anchor = label::anchor(label)?;
    let last = under.rsplit('-').next().unwrap_or_default();
    match anchor.rsplit_once('-') {
        Some((before, own)) if before == last || under.ends_with(&format!("-{before}")) || under == before => {
            Some(own.to_owned())
        }
        _ => Some(anchor),
    }
}

#[cfg(test)]
mod tests;
