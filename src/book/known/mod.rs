//! What a build knows of all pages, for the next one that makes some of them again.
//!
//! Owns what that is: of each page all but its text, where links to it can lead, what it shows of others. A page made
//! again that is alike in all of it changes no other page. Kept in parts of some pages each: of many pages few are others.

mod page;

use std::collections::BTreeSet;
use std::sync::Arc;

use rayon::prelude::*;

use super::generated::{Shown, Uses};
use super::links::Place;
use super::model::Page;
use crate::base::{Hash, RelPath, Stored, Unread};
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
    /// The hash of each part that is kept as it is.
    pub kept: Vec<Option<Hash>>,
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
        let Some(KnownBook { pages, kept, .. }) = self.books.get_mut(book) else { return };
        if let Some(known) = pages.get_mut(page).filter(|known| known.page.words != words) {
            Arc::make_mut(&mut known.page).words = words;
            kept.iter_mut().skip(page / PART).take(1).for_each(|part| *part = None);
        }
    }
}

/// What is known, as bytes that are kept apart.
#[derive(Clone, Debug, Default)]
pub struct Pack {
    /// What tells the parts.
    pub head: Vec<u8>,
    /// The hash of each part, and its bytes where they have not been kept yet.
    pub parts: Vec<(Hash, Option<Vec<u8>>)>,
}

impl Known {
    /// All of it as bytes.
    #[must_use]
    pub fn pack(&self) -> Pack {
        let Self { former, books } = self;
        let (mut head, mut parts) = (Vec::new(), Vec::new());
        former.store(&mut head);
        books.len().store(&mut head);
        for KnownBook { uses, pages, kept } in books {
            uses.store(&mut head);
            let part = |(number, pages): (usize, &[KnownPage])| match kept.get(number) {
                Some(Some(hash)) => (*hash, None),
                _ => {
                    let bytes = part(pages);
                    (Hash::of(&bytes), Some(bytes))
                }
            };
            let own: Vec<(Hash, Option<Vec<u8>>)> = pages.par_chunks(PART).enumerate().map(part).collect();
            own.iter().map(|(hash, _)| *hash).collect::<Vec<_>>().store(&mut head);
            parts.extend(own);
        }
        Pack { head, parts }
    }

    /// Out of its bytes. `part`: those of a part, by their hash.
    #[must_use]
    pub fn unpack(mut head: Unread<'_>, part: &(dyn Fn(&Hash) -> Option<Vec<u8>> + Sync)) -> Option<Self> {
        let from = &mut head;
        let former = Stored::restore(from)?;
        let mut books = Vec::new();
        for _ in 0..usize::restore(from)? {
            let (uses, hashes): (Uses, Vec<Hash>) = (Stored::restore(from)?, Stored::restore(from)?);
            let read = |hash: &Hash| <Vec<KnownPage>>::restore(&mut part(hash)?.as_slice());
            let parts: Vec<Vec<KnownPage>> = hashes.par_iter().map(read).collect::<Option<_>>()?;
            let kept = hashes.into_iter().map(Some).collect();
            books.push(KnownBook { uses, pages: parts.into_iter().flatten().collect(), kept });
        }
        from.is_empty().then_some(Self { former, books })
    }
}

fn part(pages: &[KnownPage]) -> Vec<u8> {
    let mut bytes = Vec::new();
    pages.len().store(&mut bytes);
    pages.iter().for_each(|page| page.store(&mut bytes));
    bytes
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
