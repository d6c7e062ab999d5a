//! The print edition: books and single pages as PDF, set by Typst from data.
//!
//! Owns what the printed book holds and in which order (`data`), what must be right before it is set
//! (`preflight`), and the door to the typesetter (`typeset`). How pages look is the theme's affair
//! (`themes/default/print/*.typ`). Reads and writes no file: font bytes come in as data.

mod data;
mod families;
mod faults;
mod fonts;
mod places;
mod preflight;
mod proof;
mod scripts;
mod typeset;
mod world;

pub use data::{CoverForm, Deck, Glyphs, Manuscript, Order, cover, deck, manuscript, marked, too_long};
pub use families::families;
pub use fonts::{Faces, Fonts};
pub use places::{BLOCK, Placed, first_places};
pub use proof::{Proof, Proofs};
pub use scripts::{Gaps, Script, SystemFamily, needed};
pub use typeset::{Job, Typeset, Typesetter, Written, forget};

/// The pages of a finished PDF; `None` when it cannot be read.
#[must_use]
pub fn pages(pdf: &[u8]) -> Option<usize> {
    lopdf::Document::load_mem(pdf).ok().map(|document| document.get_pages().len())
}

/// A form in which a book is printed.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Format {
    /// A5, two-sided.
    BookA5,
    /// A4, two-sided.
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
