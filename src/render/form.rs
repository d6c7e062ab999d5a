//! The forms in which the print edition appears. Owns their names, which stand in file names and on the command line.

/// A form in which a book, or a page of it, is printed.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Format {
    /// A5, two-sided, to be bound.
    BookA5,
    /// A4, two-sided, to be bound.
    BookA4,
    /// A4, one-sided, to be read on a screen or printed at home.
    ReadingA4,
    /// One page of the website, A4, one-sided.
    PageA4,
}

impl Format {
    /// The forms of a whole book.
    pub const BOOKS: [Self; 3] = [Self::BookA5, Self::BookA4, Self::ReadingA4];

    /// Whether it is bound, and so has a cover.
    #[must_use]
    pub fn is_bound(self) -> bool {
        matches!(self, Self::BookA5 | Self::BookA4)
    }

    /// Its name, also that of its file.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Self::BookA5 => "book-a5",
            Self::BookA4 => "book-a4",
            Self::ReadingA4 => "reading-a4",
            Self::PageA4 => "page-a4",
        }
    }
}
