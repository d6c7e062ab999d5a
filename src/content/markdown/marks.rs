//! Directive lines and blanks, swapped for stand-ins before the Markdown parser sees them.
//!
//! A line `:::name …` becomes a line of raw HTML that the Markdown rules place like any other block, so that
//! directives nest in lists and quotes and end a paragraph. Runs of four or more underscores become
//! characters that no emphasis rule acts on. Owns both stand-ins and the way back; builds no tree.

use std::borrow::Cow;
use std::ops::Range;

use memchr::memmem::{self, Finder};

use crate::base::{Hash, Span};

/// Characters of which one that the text lacks stands in for the inner underscores of a blank.
/// No control characters: those would end a link's address.
const FILLERS: [char; 3] = ['\u{f8f0}', '\u{f8f1}', '\u{f8f2}'];

/// A directive's line.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct DirectiveLine {
    /// How many colons it starts with.
    pub colons: usize,
    /// What follows them, trimmed; empty for a closing line.
    pub rest: String,
    /// Where it stands in the text as given.
    pub span: Span,
}

/// A text with its stand-ins.
pub(super) struct Marked<'t> {
    /// What the Markdown parser reads.
    pub text: Cow<'t, str>,
    /// The directive lines, in order; a marker names one by index.
    pub lines: Vec<DirectiveLine>,
    opening: String,
    places: Vec<Place>,
    filler: Option<char>,
}

/// A stand-in in the marked text and what it stands for in the text as given.
struct Place {
    marked: Range<usize>,
    original: Range<usize>,
}

const CLOSING: &str = "]]>";

impl<'t> Marked<'t> {
    /// A text in which nothing is swapped.
    pub fn plain(text: &'t str) -> Self {
        let text = Cow::Borrowed(text);
        Self { text, lines: Vec::new(), opening: String::new(), places: Vec::new(), filler: None }
    }

    /// Swaps directive lines and blanks of `text`.
    pub fn new(text: &'t str) -> Self {
        let finder = Finder::new(":::");
        let has = |finder: &Finder<'_>, text: &str| finder.find(text.as_bytes()).is_some();
        let (directives, blanks) = (has(&finder, text), memmem::find(text.as_bytes(), b"____").is_some());
        if !directives && !blanks {
            return Self::plain(text);
        }
        let mut marked = Marking { made: String::with_capacity(text.len()), marked: Self::plain("") };
        if directives {
            // A key made from the text itself cannot be written into that text by chance or by intent.
            marked.marked.opening = format!("<![CDATA[{}:", Hash::of(text.as_bytes()).hex());
        }
        marked.marked.filler = FILLERS.into_iter().find(|c| !text.contains(*c)).filter(|_| blanks);
        let mut at = 0;
        for line in text.split_inclusive('\n') {
            if !directives || !has(&finder, line) || !marked.directive(line, at) {
                marked.with_blanks(line, at);
            }
            at += line.len();
        }
        Self { text: Cow::Owned(marked.made), ..marked.marked }
    }

    /// A range of the marked text as a span of the text as given.
    pub fn span(&self, range: &Range<usize>) -> Span {
        Span::new(self.original(range.start, false), self.original(range.end, true))
    }

    fn original(&self, at: usize, end: bool) -> usize {
        let index = self.places.partition_point(|p| p.marked.start < at || (p.marked.start == at && !end));
        let Some(place) = index.checked_sub(1).and_then(|i| self.places.get(i)) else { return at };
        match at.checked_sub(place.marked.end) {
            Some(after) => place.original.end + after,
            None if end => place.original.end,
            None => place.original.start,
        }
    }

    /// The directive line that a line of HTML stands for.
    pub fn marker(&self, line: &str) -> Option<usize> {
        if self.lines.is_empty() {
            return None;
        }
        line.trim().strip_prefix(&self.opening)?.strip_suffix(CLOSING)?.parse().ok().filter(|i| *i < self.lines.len())
    }

    /// Whether nothing is swapped.
    pub fn is_plain(&self) -> bool {
        self.lines.is_empty() && self.filler.is_none()
    }

    /// Whether a piece of text holds a marker.
    pub fn has_marker(&self, text: &str) -> bool {
        !self.lines.is_empty() && text.contains(&self.opening)
    }

    /// A piece of marked text as the author wrote it.
    pub fn restore<'a>(&self, text: &'a str) -> Cow<'a, str> {
        let mut text = Cow::Borrowed(text);
        if self.has_marker(&text) {
            text = Cow::Owned(self.without_markers(&text));
        }
        match self.filler {
            Some(c) if text.contains(c) => {
                Cow::Owned(text.replace(&format!("%{c}"), "__").replace(&format!("{c}%"), "__").replace(c, "_"))
            }
            _ => text,
        }
    }

    fn without_markers(&self, text: &str) -> String {
        let mut pieces = text.split(self.opening.as_str());
        let mut whole = pieces.next().unwrap_or_default().to_owned();
        for piece in pieces {
            let (number, after) = piece.split_once(CLOSING).unwrap_or((piece, ""));
            if let Some(line) = number.parse().ok().and_then(|i: usize| self.lines.get(i)) {
                whole.push_str(&":".repeat(line.colons));
                whole.push_str(&line.rest);
            }
            whole.push_str(after);
        }
        whole
    }

    /// The next blank in a piece of marked text: where, and how many underscores it had.
    pub fn next_blank(&self, text: &str) -> Option<(Range<usize>, u16)> {
        let filler = self.filler?;
        let inner = text.find(filler)?;
        let length = text[inner..].chars().take_while(|c| *c == filler).count();
        let range = inner.checked_sub(1)?..(inner + length * filler.len_utf8() + 1).min(text.len());
        Some((range, u16::try_from(length + 2).unwrap_or(u16::MAX)))
    }
}

/// A text while it is marked.
struct Marking<'t> {
    made: String,
    marked: Marked<'t>,
}

impl Marking<'_> {
    /// Adds a line as a directive's; false, and nothing is added, when it is none.
    fn directive(&mut self, line: &str, at: usize) -> bool {
        let text = line.trim_end_matches('\n');
        let prefix = prefix_length(text);
        let Some((colons, rest)) = directive(&text[prefix..]) else { return false };
        let Marked { opening, lines, places, .. } = &mut self.marked;
        self.made.push_str(&text[..prefix]);
        let start = self.made.len();
        self.made.push_str(&format!("{opening}{}{CLOSING}", lines.len()));
        let original = at + prefix..at + text.len();
        lines.push(DirectiveLine { colons, rest: rest.to_owned(), span: original.clone().into() });
        places.push(Place { marked: start..self.made.len(), original });
        self.made.push_str(&line[text.len()..]);
        true
    }

    /// A line made of nothing but underscores is a thematic break and stays.
    fn with_blanks(&mut self, line: &str, start: usize) {
        let Some(filler) = self.marked.filler.filter(|_| line.contains("____")) else {
            return self.made.push_str(line);
        };
        if line.trim_start_matches([' ', '\t', '>']).chars().all(|c| c == '_' || c.is_whitespace()) {
            return self.made.push_str(line);
        }
        let mut rest = line;
        while let Some(at) = rest.find("____") {
            let escaped = usize::from(rest[..at].ends_with('\\'));
            let run = rest[at..].len() - rest[at..].trim_start_matches('_').len();
            self.made.push_str(&rest[..at + escaped]);
            if run - escaped >= 4 {
                let (marked, original) = (self.made.len(), start + line.len() - rest.len() + at);
                self.made.push('%');
                self.made.extend(std::iter::repeat_n(filler, run - escaped - 2));
                self.made.push('%');
                self.marked
                    .places
                    .push(Place { marked: marked..self.made.len(), original: original + escaped..original + run });
            } else {
                self.made.push_str(&rest[at + escaped..at + run]);
            }
            rest = &rest[at + run..];
        }
        self.made.push_str(rest);
    }
}

/// How much of a line is indentation, quote marks and list markers.
fn prefix_length(line: &str) -> usize {
    let bytes = line.as_bytes();
    let mut at = 0;
    loop {
        let digits = bytes[at..].iter().take(9).take_while(|b| b.is_ascii_digit()).count();
        let after = |n: usize| bytes.get(at + n).is_some_and(|b| matches!(b, b' ' | b'\t'));
        match bytes.get(at) {
            Some(b' ' | b'\t' | b'>') => at += 1,
            Some(b'-' | b'*' | b'+') if after(1) => at += 2,
            Some(_) if digits > 0 && matches!(bytes.get(at + digits), Some(b'.' | b')')) && after(digits + 1) => {
                at += digits + 2;
            }
            _ => return at,
        }
    }
}

/// Colons and the rest of a directive's line; `None` when the line is none.
fn directive(line: &str) -> Option<(usize, &str)> {
    let colons = line.len() - line.trim_start_matches(':').len();
    let rest = line[colons..].trim();
    let named = rest.is_empty() || rest.starts_with(|c: char| c.is_ascii_alphabetic());
    (colons >= 3 && named).then_some((colons, rest))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lines_are_swapped_and_spans_lead_back() {
        let text = "a\n> :::card Tên\nb\n:::\nc ____ d\n";
        let marked = Marked::new(text);
        assert_eq!(marked.lines.len(), 2);
        assert_eq!(marked.lines[0].rest, "card Tên");
        let at = marked.text.find("\nc ").map(|i| i + 1).unwrap_or_default();
        let here = text.find("\nc ").map(|i| i + 1).unwrap_or_default();
        assert_eq!(marked.span(&(at..at + 1)), Span::new(here, here + 1));
        assert_eq!(marked.restore(&marked.text), text);
    }

    #[test]
    fn what_is_no_directive_stays() {
        for text in [":: a", "::: )", "a ::: b", "::::::1"] {
            assert_eq!(Marked::new(text).text, text);
        }
    }

    #[test]
    fn blanks_of_any_length_come_back() {
        for n in 4..12 {
            let text = format!("a {} b/{}\n", "_".repeat(n), "_".repeat(n));
            let marked = Marked::new(&text);
            assert_ne!(marked.text, text);
            assert_eq!(marked.next_blank(&marked.text).map(|b| b.1 as usize), Some(n));
            assert_eq!(marked.restore(&marked.text), text);
        }
    }
}
