//! What readers read of a page, where it stands: its source without code, addresses and marks.
//!
//! Owns which bytes of a block are words. What is no word is replaced byte for byte, so that every place
//! in the text is still a place in the file.

use crate::base::{Diagnostic, Span};
use crate::content::markdown::tree::{Block, BlockKind};
use crate::content::markdown::walk::{self, Visitor};
use crate::content::page::SourcePage;

/// Stands for a byte that is no part of the words. Neither a letter nor a space.
const MASK: char = '\u{1}';

/// A paragraph, heading, table or line of a list, as its source has it.
pub(super) struct Passage<'a> {
    page: &'a SourcePage,
    start: usize,
    /// Its words, everything else masked.
    pub words: String,
    /// Its source as it is.
    pub raw: &'a str,
    /// It is a table: columns are padded with spaces.
    pub is_table: bool,
}

impl Passage<'_> {
    /// Puts a finding at some bytes of the passage.
    pub(super) fn finding(&self, range: std::ops::Range<usize>, finding: Diagnostic) -> Diagnostic {
        finding.at_text(&self.page.text, Span::new(self.start + range.start, self.start + range.end))
    }
}

/// All passages of a page in the order of its source.
pub(super) fn passages(page: &SourcePage) -> Vec<Passage<'_>> {
    let mut spans = Spans::default();
    walk::tree(&mut page.tree.clone(), &mut spans);
    let passage = |(span, is_table): (Span, bool)| {
        let raw = page.text.text().get(span.range())?;
        Some(Passage { page, start: span.range().start, words: masked(raw), raw, is_table })
    };
    spans.0.into_iter().filter_map(passage).collect()
}

#[derive(Default)]
struct Spans(Vec<(Span, bool)>);

impl Visitor for Spans {
    fn block(&mut self, block: &mut Block) {
        match &block.kind {
            BlockKind::Table(_) => self.0.push((block.span, true)),
            BlockKind::Heading { .. } | BlockKind::Paragraph(_) | BlockKind::Plain(_) => {
                self.0.push((block.span, false));
            }
            _ => {}
        }
    }
}

/// The text with code, HTML, addresses, attributes and references masked.
fn masked(raw: &str) -> String {
    let mut words = String::with_capacity(raw.len());
    let mut rest = raw;
    while let Some(c) = rest.chars().next() {
        let length = match no_words(rest) {
            0 => {
                words.push(c);
                c.len_utf8()
            }
            length => {
                words.extend(std::iter::repeat_n(MASK, length));
                length
            }
        };
        rest = rest.get(length..).unwrap_or_default();
    }
    words
}

/// How many bytes at the start of `text` are no words; 0 when it begins with some.
fn no_words(text: &str) -> usize {
    let until = |close: &str, from: usize| {
        text.get(from..).and_then(|rest| rest.find(close)).map_or(0, |at| from + at + close.len())
    };
    match text.as_bytes() {
        [b'`', ..] => {
            let ticks = text.len() - text.trim_start_matches('`').len();
            until(&text[..ticks], ticks).max(ticks)
        }
        [b'\\', ..] => 1,
        [b'<', b'!' | b'/' | b'a'..=b'z' | b'A'..=b'Z', ..] => until(">", 1),
        [b']', b'(', ..] => closing(text, 1),
        [b'{', b'#' | b'.', ..] => until("}", 1),
        [b'[', b'^' | b'@', ..] => until("]", 1),
        [b'h', b't', b't', b'p', ..] if text.starts_with("http://") || text.starts_with("https://") => {
            text.find(|c: char| c.is_whitespace() || c == ')' || c == '>').unwrap_or(text.len())
        }
        _ => 0,
    }
}

/// The end of the address that begins with the bracket at `open`.
fn closing(text: &str, open: usize) -> usize {
    let mut depth = 0_usize;
    for (at, byte) in text.bytes().enumerate().skip(open) {
        match byte {
            b'(' => depth += 1,
            b')' if depth == 1 => return at + 1,
            b')' => depth -= 1,
            _ => {}
        }
    }
    0
}

/// The words of a text and where they stand: runs of letters, digits and combining marks.
pub(super) fn words(text: &str) -> impl Iterator<Item = (usize, &str)> {
    let part = |c: char| c.is_alphanumeric() || matches!(c, '\u{300}'..='\u{36f}');
    text.split(move |c| !part(c)).filter(|w| !w.is_empty()).map(move |word| {
        // A piece of `text`, so its address tells where.
        (word.as_ptr() as usize - text.as_ptr() as usize, word)
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_no_word_keeps_its_place() {
        let raw = "Xem `a  b`, [tên](x (1).md){.y} và <b>c</b>[^n] ở https://a.vn/b.";
        let masked = masked(raw);
        assert_eq!(masked.len(), raw.len());
        let shown: Vec<_> = words(&masked).collect();
        let expected = ["Xem", "tên", "và", "c", "ở"].map(|word| (raw.find(word).unwrap(), word));
        assert_eq!(shown, expected);
    }
}
