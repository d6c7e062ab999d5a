//! Bold that Markdown would leave as stars: `**số:**532`, `** chữ **`, `**a****b**`.
//!
//! Owns finding it and the smallest change that makes it bold; the words stay as they are.

use std::ops::Range;

/// A change: bytes of the text, and what stands there instead.
pub(super) type Edit = (Range<usize>, &'static str);

/// The changes that a stretch of text needs, in order.
pub(super) fn repairs(text: &str, range: Range<usize>) -> Vec<Edit> {
    let stretch = &text[range.clone()];
    if !stretch.contains("**") || stretch.contains(['`', '[', '\\']) {
        return Vec::new();
    }
    let mut edits: Vec<Edit> = Vec::new();
    let mut marks = Vec::new();
    for (at, length) in runs(stretch) {
        match length {
            2 => marks.push(range.start + at),
            // Bold ends and starts again: it goes on.
            4 if marks.len() % 2 == 1 => edits.push((range.start + at..range.start + at + 4, "")),
            _ => return Vec::new(),
        }
    }
    for pair in marks.chunks_exact(2) {
        if let [open, close] = *pair {
            repair(text, open, close, &mut edits);
        }
    }
    edits.sort_by_key(|(range, _)| (range.start, range.end));
    edits
}

/// Runs of stars: where, how many.
fn runs(text: &str) -> Vec<(usize, usize)> {
    let mut runs: Vec<(usize, usize)> = Vec::new();
    for (at, _) in text.match_indices('*') {
        match runs.last_mut() {
            Some((start, length)) if *start + *length == at => *length += 1,
            _ => runs.push((at, 1)),
        }
    }
    runs
}

/// Moves a mark that cannot open or close to the nearest place where it can.
fn repair(text: &str, open: usize, close: usize, edits: &mut Vec<Edit>) {
    let inner = &text[open + 2..close];
    let movable = |c: char| c.is_whitespace() || is_punctuation(c);
    let core = inner.trim_matches(movable);
    if core.is_empty() {
        return;
    }
    let before = text[..open].chars().next_back();
    let after = text[close + 2..].chars().next();
    let first = inner.chars().next();
    let last = inner.chars().next_back();
    let word = |c: Option<char>| c.is_some_and(|c| !movable(c));
    if first.is_some_and(char::is_whitespace) || (first.is_some_and(is_punctuation) && word(before)) {
        let at = open + 2 + (inner.len() - inner.trim_start_matches(movable).len());
        edits.push((open..open + 2, ""));
        edits.push((at..at, "**"));
    }
    if last.is_some_and(char::is_whitespace) || (last.is_some_and(is_punctuation) && word(after)) {
        let at = open + 2 + inner.trim_end_matches(movable).len();
        edits.push((at..at, "**"));
        edits.push((close..close + 2, ""));
    }
}

fn is_punctuation(c: char) -> bool {
    c.is_ascii_punctuation() || matches!(c, '“' | '”' | '‘' | '’' | '…' | '–' | '—' | '«' | '»')
}
