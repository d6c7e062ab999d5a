//! What a build knows of all pages, for the next one that makes some of them again.
//!
//! Owns what that is: of each page all but its text, where links to it can lead, what it shows of others. A page made
//! again that is alike in all of it changes no other page. Written in parts of some pages each, read in parallel.

mod page;

use std::collections::BTreeSet;
use std::sync::Arc;

use rayon::prelude::*;

use super::generated::{Shown, Uses};
use super::links::Place;
use super::model::Page;
use crate::base::{Hash, RelPath, Stored, Unread, restore_bytes, store_bytes};
use crate::content::page::FrontMatter;

/// Pages that are written as one part.
const PART: usize = 64;

/// What is known of the pages of all books.
pub struct Known {
    /// Former source paths, and which page has each.
    pub(super) former: Vec<(String, usize)>,
    /// In the order of the configuration.
    pub(super) books: Vec<KnownBook>,
}

/// What is known of a book.
pub(super) struct KnownBook {
    pub uses: Uses,
    /// In reading order.
    pub pages: Vec<KnownPage>,
}

/// What is known of a page.
pub(super) struct KnownPage {
    /// The page; once it was written and read, without its text.
    pub page: Arc<Page>,
    pub place: Arc<Place>,
    pub trace: Trace,
}

/// What a page took from its front matter and from others.
#[derive(Clone, Default)]
pub(super) struct Trace {
    /// Hash of the front matter.
    pub front: Hash,
    pub shown: Shown,
    /// Files that are published because of it.
    pub assets: BTreeSet<RelPath>,
    /// It shows no table of data.
    pub alone: bool,
    /// It may hold parts of other files.
    pub includes: bool,
}

impl Trace {
    /// Hash of all that front matter says, and where it stands.
    pub fn of_front(front: &FrontMatter) -> Hash {
        Hash::of(format!("{front:?}").as_bytes())
    }
}

impl Known {
    /// Source paths of the chapters, in reading order.
    pub fn chapters(&self) -> impl Iterator<Item = &RelPath> {
        self.books.first().into_iter().flat_map(|book| &book.pages).map(|known| &known.page.source)
    }

    /// A page's words are others now.
    pub fn count(&mut self, book: usize, page: usize, words: u32) {
        if let Some(known) = self.books.get_mut(book).and_then(|book| book.pages.get_mut(page)) {
            Arc::make_mut(&mut known.page).words = words;
        }
    }
}

impl Stored for Known {
    fn store(&self, to: &mut Vec<u8>) {
        self.former.store(to);
        self.books.len().store(to);
        for KnownBook { uses, pages } in &self.books {
            uses.store(to);
            let part = |pages: &[KnownPage]| {
                let mut bytes = Vec::new();
                pages.len().store(&mut bytes);
                pages.iter().for_each(|page| page.store(&mut bytes));
                bytes
            };
            let parts: Vec<Vec<u8>> = pages.par_chunks(PART).map(part).collect();
            parts.len().store(to);
            parts.iter().for_each(|part| store_bytes(part, to));
        }
    }

    fn restore(from: &mut Unread<'_>) -> Option<Self> {
        let former = Stored::restore(from)?;
        let mut books = Vec::new();
        for _ in 0..usize::restore(from)? {
            let uses = Stored::restore(from)?;
            let parts: Option<Vec<Unread<'_>>> = (0..usize::restore(from)?).map(|_| restore_bytes(from)).collect();
            let read: Option<Vec<Vec<KnownPage>>> =
                parts?.into_par_iter().map(|mut part| <Vec<KnownPage>>::restore(&mut part)).collect();
            books.push(KnownBook { uses, pages: read?.into_iter().flatten().collect() });
        }
        from.is_empty().then_some(Self { former, books })
    }
}

impl Stored for KnownPage {
    fn store(&self, to: &mut Vec<u8>) {
        let Trace { front, shown, assets, alone, includes } = &self.trace;
        self.page.store(to);
        self.place.store(to);
        (*front, (*alone, *includes)).store(to);
        shown.store(to);
        assets.store(to);
    }

    fn restore(from: &mut Unread<'_>) -> Option<Self> {
        let (page, place) = (Stored::restore(from)?, Stored::restore(from)?);
        let (front, (alone, includes)) = Stored::restore(from)?;
        let trace = Trace { front, shown: Stored::restore(from)?, assets: Stored::restore(from)?, alone, includes };
        Some(Self { page, place, trace })
    }
}
