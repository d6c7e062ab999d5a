//! The print edition of a handbook that is being written.
//!
//! Owns what is kept between two settings of one book: its pages as they were, and the fonts. Nothing is written to
//! disk. A program without the print edition says so.

use std::fmt;
use std::sync::Arc;

use super::super::{Format, Snapshot};
use crate::base::Diagnostic;
use crate::render::proof::{ProofPage, Stand};

#[cfg(feature = "print")]
use super::shelf::Shelf;
#[cfg(feature = "print")]
use crate::base::Memo;
#[cfg(feature = "print")]
use crate::files::fonts::SystemFonts;
#[cfg(feature = "print")]
use crate::render::print::{self, Order, Proofs};
#[cfg(feature = "print")]
use crate::theme::Theme;

/// Which book of a handbook is set, and in which form.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct ProofOrder {
    /// Its locale.
    pub locale: String,
    /// The form.
    pub format: Format,
}

/// The pages of a book as they were set last.
#[derive(Clone)]
pub struct Proof {
    /// The pages.
    pub pages: Vec<ProofPage>,
    /// Where blocks begin, page by page and from top to bottom.
    pub stands: Vec<Stand>,
    /// Nothing moves any more: this is what is printed. Else what a change moved on other pages is yet to come.
    pub settled: bool,
    draw: Arc<dyn Fn(usize) -> Option<String> + Send + Sync>,
}

impl Proof {
    /// A page as an SVG, counted from 0.
    #[must_use]
    pub fn draw(&self, page: usize) -> Option<String> {
        (self.draw)(page)
    }
}

impl fmt::Debug for Proof {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Proof")
            .field("pages", &self.pages.len())
            .field("settled", &self.settled)
            .finish_non_exhaustive()
    }
}

/// Sets one book again and again.
pub struct PrintPreview {
    order: ProofOrder,
    #[cfg(feature = "print")]
    kept: Option<Kept>,
}

#[cfg(feature = "print")]
struct Kept {
    theme: Arc<Theme>,
    shelf: Shelf,
    chapters: Memo,
    written: usize,
    proofs: Proofs,
}

impl fmt::Debug for PrintPreview {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("PrintPreview").field("order", &self.order).finish_non_exhaustive()
    }
}

impl PrintPreview {
    /// A book that has not been set yet.
    #[must_use]
    pub fn new(order: ProofOrder) -> Self {
        Self {
            order,
            #[cfg(feature = "print")]
            kept: None,
        }
    }

    /// Sets the book. `show` is given its pages, first with what a change moved elsewhere yet to come, then as they are
    /// printed; it says whether to go on. What printing finds is returned.
    #[cfg(feature = "print")]
    pub fn set(&mut self, snapshot: &Snapshot, show: &mut dyn FnMut(Proof) -> bool) -> Vec<Diagnostic> {
        let assembled = snapshot.assembled();
        let mut findings = Vec::new();
        let named = |book: &&crate::book::model::Book| book.locale.locale.as_str() == self.order.locale;
        let Some(book) = assembled.handbook.books.iter().find(named) else { return findings };
        let order = Order {
            handbook: &assembled.handbook,
            book,
            strings: &assembled.voices,
            format: self.order.format,
            page: None,
        };
        let kept = self.kept.get_or_insert_with(|| Kept::new(&assembled.theme));
        kept.dress(&assembled.theme);
        let begun = kept.chapters.begin();
        let manuscript = print::marked(&order, &kept.chapters);
        kept.chapters.end(begun);
        kept.written = kept.chapters.counts().get(print::CHAPTER).map_or(0, |count| count.made);
        let Some(mut manuscript) = manuscript else { return findings };
        let Some(fonts) = kept.shelf.ready(&mut manuscript, &book.locale.locale, &mut findings) else {
            return findings;
        };
        let mut shown = |proof: print::Proof, settled: bool| {
            let (pages, stands) = rayon::join(|| proof.pages(), || proof.stands());
            show(Proof { pages, stands, settled, draw: Arc::new(move |page| proof.draw(page)) })
        };
        let (Ok(told) | Err(told)) = kept.proofs.set("book.typ", &manuscript, &fonts, &mut shown);
        findings.extend(told);
        findings.sort();
        findings.dedup();
        findings
    }

    /// Lets go of what the latest settings had no use for. Takes a while: for when nobody waits.
    pub fn tidy(&mut self) {
        #[cfg(feature = "print")]
        if let Some(kept) = &mut self.kept {
            kept.proofs.tidy();
        }
    }

    /// How many chapters the latest setting wrote, rather than finding them as they were.
    #[must_use]
    pub fn chapters_written(&self) -> usize {
        #[cfg(feature = "print")]
        return self.kept.as_ref().map_or(0, |kept| kept.written);
        #[cfg(not(feature = "print"))]
        0
    }

    /// Says that nothing can be set.
    #[cfg(not(feature = "print"))]
    pub fn set(&mut self, _snapshot: &Snapshot, _show: &mut dyn FnMut(Proof) -> bool) -> Vec<Diagnostic> {
        vec![super::left_out()]
    }
}

#[cfg(feature = "print")]
impl Kept {
    fn new(theme: &Arc<Theme>) -> Self {
        let shelf = Shelf::new(theme, SystemFonts::find(&[]));
        Self { theme: Arc::clone(theme), shelf, chapters: Memo::new(), written: 0, proofs: Proofs::new(theme) }
    }

    /// Another theme may have other fonts.
    fn dress(&mut self, theme: &Arc<Theme>) {
        if !Arc::ptr_eq(&self.theme, theme) {
            self.shelf = Shelf::new(theme, SystemFonts::find(&[]));
            self.proofs.dress(theme);
            self.theme = Arc::clone(theme);
        }
    }
}

#[cfg(feature = "print")]
impl Drop for Kept {
    /// What the typesetter remembers of a book that nobody looks at is let go.
    fn drop(&mut self) {
        print::forget();
    }
}

impl Snapshot {
    /// The books that can be set: locale and name of each language.
    #[must_use]
    pub fn languages(&self) -> Vec<(String, String)> {
        let books = self.assembled().handbook.books.iter();
        books.map(|book| (book.locale.locale.to_string(), book.locale.name.clone())).collect()
    }

    /// Whether it is the very same.
    #[must_use]
    pub fn is(&self, other: &Self) -> bool {
        std::ptr::eq(self.assembled(), other.assembled())
    }
}
