//! What the pages of one folder show alike, made once for all of them: as seen from one folder, every address is the same.
//!
//! Owns no rule of what is shown: whoever asks says how it is made, and that it does not depend on the page at hand.

use std::collections::HashMap;
use std::sync::{Arc, Mutex, OnceLock, PoisonError};

use super::links::Links;
use super::view::{Entry, Part, Site};
use crate::base::RelPath;
use crate::book::model;
use crate::theme::Shared;

/// The folders of a book's pages.
#[derive(Default)]
pub struct Folders(Mutex<HashMap<RelPath, Arc<Folder>>>);

/// One folder.
#[derive(Default)]
pub struct Folder {
    site: OnceLock<Shared<Site>>,
    parts: Table<usize, Part>,
    /// By the places of the book's own lines in memory, which stay where they are while pages are rendered.
    lines: Table<usize, Entry>,
}

type Table<K, T> = Mutex<HashMap<K, Shared<T>>>;

impl Folders {
    /// The folder that addresses are seen from; one of its own where they are the same everywhere.
    pub fn of(&self, links: &Links) -> Arc<Folder> {
        let Links::From(here) = links else { return Arc::default() };
        let mut folders = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        Arc::clone(folders.entry(here.parent()).or_default())
    }
}

impl Folder {
    /// The handbook.
    pub fn site(&self, make: impl FnOnce() -> Site) -> Shared<Site> {
        self.site.get_or_init(|| Shared::new(&make())).clone()
    }

    /// A part in which the page at hand is not, by its place in the book.
    pub fn part(&self, place: usize, make: impl FnOnce() -> Part) -> Shared<Part> {
        get(&self.parts, place, make)
    }

    /// A line of a table of contents that has nothing of the page at hand.
    pub fn line(&self, line: &model::Entry, make: impl FnOnce() -> Entry) -> Shared<Entry> {
        get(&self.lines, std::ptr::from_ref(line).addr(), make)
    }
}

/// Two may make the same at once, which is the same.
fn get<K: std::hash::Hash + Eq, T: serde::Serialize + std::hash::Hash>(
    table: &Table<K, T>,
    key: K,
    make: impl FnOnce() -> T,
) -> Shared<T> {
    let lock = || table.lock().unwrap_or_else(PoisonError::into_inner);
    if let Some(known) = lock().get(&key) {
        return known.clone();
    }
    let made = Shared::new(&make());
    lock().insert(key, made.clone());
    made
}
