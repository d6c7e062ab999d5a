//! Text that was read, and where in it something stands.
//!
//! Owns: the normal form of a text (no byte order mark, `\n` line ends), spans, and the way back
//! from a text put together out of several files to the file, line and column an editor knows.

use std::sync::{Arc, OnceLock};

use super::{Hash, Place, RelPath};

/// A range of bytes in a [`SourceText`].
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct Span {
    /// First byte.
    pub start: u32,
    /// One past the last byte.
    pub end: u32,
}

impl Span {
    /// A span from two byte offsets; offsets past 4 GiB are clamped (files that large are refused when read).
    #[must_use]
    pub fn new(start: usize, end: usize) -> Self {
        let clamp = |n: usize| u32::try_from(n).unwrap_or(u32::MAX);
        Self { start: clamp(start), end: clamp(end.max(start)) }
    }

    /// The range, for slicing.
    #[must_use]
    pub fn range(self) -> std::ops::Range<usize> {
        self.start as usize..self.end as usize
    }
}

impl From<std::ops::Range<usize>> for Span {
    fn from(range: std::ops::Range<usize>) -> Self {
        Self::new(range.start, range.end)
    }
}

/// One file's text in its normal form: byte order mark gone, line ends `\n`.
#[derive(Debug)]
pub struct Source {
    /// The file, relative to the project.
    pub path: RelPath,
    /// Its text.
    pub text: String,
    /// The file had letters and marks apart (NFD) in places and together (NFC) in others.
    pub recomposed: bool,
    /// Hash of the text.
    pub hash: Hash,
    /// Put together when a place is asked for, which of most files none is.
    line_starts: OnceLock<Vec<u32>>,
}

impl Source {
    /// Normalises `raw`.
    #[must_use]
    pub fn new(path: RelPath, raw: &str) -> Self {
        Self::of(path, raw.to_owned(), None)
    }

    /// The same of a text that is handed over, and its hash where it is known.
    #[must_use]
    pub fn of(path: RelPath, raw: String, hash: Option<Hash>) -> Self {
        let normal = !raw.starts_with('\u{feff}') && memchr::memchr(b'\r', raw.as_bytes()).is_none();
        let text = if normal {
            raw
        } else {
            raw.strip_prefix('\u{feff}').unwrap_or(&raw).replace("\r\n", "\n").replace('\r', "\n")
        };
        let hash = hash.filter(|_| normal).unwrap_or_else(|| Hash::of(text.as_bytes()));
        Self { path, text, recomposed: false, hash, line_starts: OnceLock::new() }
    }

    /// Where lines start.
    fn lines(&self) -> &[u32] {
        let starts = memchr::memchr_iter(b'\n', self.text.as_bytes()).map(|at| Span::new(at + 1, at + 1).start);
        self.line_starts.get_or_init(|| std::iter::once(0).chain(starts).collect())
    }

    /// The place of `span`: its line, column and the whole line's text, for a diagnostic.
    #[must_use]
    pub fn place(&self, span: Span) -> Place {
        let mut start = (span.start as usize).min(self.text.len());
        while !self.text.is_char_boundary(start) {
            start -= 1;
        }
        let line = self.lines().partition_point(|s| *s as usize <= start).max(1);
        let line_start = self.lines().get(line - 1).map_or(0, |s| *s as usize);
        let line_text = self.text[line_start..].split('\n').next().unwrap_or_default();
        let column = self.text[line_start..start].chars().count() + 1;
        let end = (span.end as usize).min(line_start + line_text.len()).max(start);
        let width = self.text.get(start..end).map_or(1, |s| s.chars().count()).max(1);
        Place {
            path: self.path.clone(),
            line: Span::new(line, line).start,
            column: Span::new(column, column).start,
            width: Span::new(width, width).start,
            excerpt: line_text.to_owned(),
        }
    }
}

/// Where a stretch of a [`SourceText`] came from.
#[derive(Clone, Debug)]
pub struct Piece {
    /// Byte offset in the assembled text at which this piece starts.
    pub start: u32,
    /// The file it was taken from.
    pub source: Arc<Source>,
    /// Byte offset in that file that corresponds to `start`.
    pub offset: u32,
    /// True when the piece stands in for other text (a directive's marker): every byte of it maps to `offset`.
    pub fixed: bool,
}

/// A text put together from pieces of files (`{{#include}}`, rewritten directive lines), able to say
/// for any byte which file and line it came from.
#[derive(Clone, Debug)]
pub struct SourceText {
    /// The assembled text; empty where it is the rest of one file, which holds it.
    own: String,
    whole: bool,
    pieces: Vec<Piece>,
}

impl std::hash::Hash for SourceText {
    fn hash<H: std::hash::Hasher>(&self, state: &mut H) {
        self.text().hash(state);
        for Piece { start, source, offset, fixed } in &self.pieces {
            (start, &source.path, source.hash, offset, fixed).hash(state);
        }
    }
}

impl SourceText {
    /// An empty text to push pieces onto.
    #[must_use]
    pub fn empty() -> Self {
        Self { own: String::new(), whole: false, pieces: Vec::new() }
    }

    /// A whole file from byte `offset` on (after its front matter, say).
    #[must_use]
    pub fn whole(source: &Arc<Source>, offset: usize) -> Self {
        let mut text = Self::empty();
        if source.text.is_char_boundary(offset) {
            text.add_piece(source, offset, false);
            text.pieces.shrink_to_fit();
            text.whole = true;
        }
        text
    }

    /// The assembled text, what the Markdown parser sees.
    #[must_use]
    pub fn text(&self) -> &str {
        match self.pieces.first() {
            Some(piece) if self.whole => piece.source.text.get(piece.offset as usize..).unwrap_or_default(),
            _ => &self.own,
        }
    }

    /// The text to be added to, which no file holds.
    fn own(&mut self) -> &mut String {
        if self.whole {
            self.own = self.text().to_owned();
            self.whole = false;
        }
        &mut self.own
    }

    /// Appends a stretch of a file as it stands.
    pub fn push(&mut self, source: &Arc<Source>, range: std::ops::Range<usize>) {
        let Some(stretch) = source.text.get(range.clone()) else { return };
        self.add_piece(source, range.start, false);
        self.own().push_str(stretch);
    }

    /// Appends text that stands in for what is at `offset` of a file.
    pub fn push_instead(&mut self, source: &Arc<Source>, offset: usize, stand_in: &str) {
        self.add_piece(source, offset, true);
        self.own().push_str(stand_in);
    }

    /// Appends a stretch of another assembled text, keeping its origins.
    pub fn push_from(&mut self, other: &Self, range: std::ops::Range<usize>) {
        let Some(stretch) = other.text().get(range.clone()) else { return };
        let first = other.pieces.partition_point(|p| p.start as usize <= range.start).saturating_sub(1);
        for piece in other.pieces.iter().skip(first).take_while(|p| (p.start as usize) < range.end.max(1)) {
            let skipped = range.start.saturating_sub(piece.start as usize);
            let offset = if piece.fixed { piece.offset as usize } else { piece.offset as usize + skipped };
            let at = self.text().len() + (piece.start as usize).saturating_sub(range.start);
            self.pieces.push(Piece {
                start: Span::new(at, at).start,
                source: Arc::clone(&piece.source),
                offset: Span::new(offset, offset).start,
                fixed: piece.fixed,
            });
        }
        self.own().push_str(stretch);
    }

    /// Appends text that stands in for what is at byte `at` of another assembled text.
    pub fn push_instead_from(&mut self, other: &Self, at: usize, stand_in: &str) {
        if let Some((source, offset)) = other.origin(at) {
            self.push_instead(&Arc::clone(source), offset, stand_in);
        } else {
            self.own().push_str(stand_in);
        }
    }

    /// The file and byte offset that byte `at` of the assembled text came from.
    #[must_use]
    pub fn origin(&self, at: usize) -> Option<(&Arc<Source>, usize)> {
        let index = self.pieces.partition_point(|p| p.start as usize <= at).checked_sub(1)?;
        let piece = self.pieces.get(index)?;
        let moved = if piece.fixed { 0 } else { at - piece.start as usize };
        Some((&piece.source, piece.offset as usize + moved))
    }

    /// The files it was put together from; one that came in twice is told twice.
    pub fn files(&self) -> impl Iterator<Item = &RelPath> {
        self.pieces.iter().map(|piece| &piece.source.path)
    }

    /// A name for a block by what is written there: the same text has the same name, wherever it moves to. `None`
    /// for a block that nobody wrote.
    #[must_use]
    pub fn mark(&self, span: Span) -> Option<String> {
        let written = self.text().get(span.range())?.trim();
        (!written.is_empty()).then(|| Hash::of(written.as_bytes()).short())
    }

    /// The place of a span of the assembled text in its file.
    #[must_use]
    pub fn place(&self, span: Span) -> Option<Place> {
        let (source, offset) = self.origin(span.start as usize)?;
        Some(source.place(Span::new(offset, offset + (span.end - span.start) as usize)))
    }

    fn add_piece(&mut self, source: &Arc<Source>, offset: usize, fixed: bool) {
        let start = Span::new(self.text().len(), self.text().len()).start;
        self.pieces.push(Piece { start, source: Arc::clone(source), offset: Span::new(offset, offset).start, fixed });
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn source(text: &str) -> Arc<Source> {
        Arc::new(Source::new(RelPath::new("a.md").unwrap_or_default(), text))
    }

    #[test]
    fn place_counts_characters_not_bytes() {
        let s = source("một\nhai ba\n");
        let at = s.text.find("ba").unwrap_or_default();
        let place = s.place(Span::new(at, at + 2));
        assert_eq!((place.line, place.column, place.width, place.excerpt.as_str()), (2, 5, 2, "hai ba"));
    }

    #[test]
    fn windows_line_ends_and_mark_are_normalised() {
        assert_eq!(source("\u{feff}a\r\nb\rc").text, "a\nb\nc");
    }

    #[test]
    fn assembled_text_leads_back_to_its_files() {
        let (a, b) = (source("one\ntwo\n"), source("inner\n"));
        let mut t = SourceText::empty();
        t.push(&a, 0..4);
        t.push(&b, 0..6);
        t.push_instead(&a, 4, "<!--x-->\n");
        t.push(&a, 4..8);
        assert_eq!(t.origin(5).map(|o| o.1), Some(1));
        assert_eq!(t.origin(15).map(|o| o.1), Some(4));
        let mut u = SourceText::empty();
        u.push_from(&t, 2..12);
        assert_eq!(u.text(), "e\ninner\n<!");
        assert_eq!(u.origin(0).map(|o| o.1), Some(2));
        assert_eq!(u.origin(3).map(|o| o.1), Some(1));
    }
}
