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

pub use data::{CHAPTER, CoverForm, Deck, Glyphs, Manuscript, Order, cover, deck, manuscript, marked, too_long};
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
