//! What builds before read: a file is read again when it may have changed, which its [`Stamp`] tells.

use std::collections::HashMap;
use std::sync::{Arc, Mutex};
use std::time::SystemTime;

use super::lock;
use crate::base::{Memo, RelPath, Source, Stamp};

/// Files and things made of them, for as many builds as it lives.
#[derive(Debug, Default)]
pub struct Library {
    /// Things made of files.
    pub memo: Arc<Memo>,
    /// Files are kept too.
    shelves: bool,
    texts: Shelf<Arc<Source>>,
    bytes: Shelf<Arc<[u8]>>,
}

/// Files of one kind by path.
#[derive(Debug)]
struct Shelf<T>(Mutex<HashMap<RelPath, (Stamp, T)>>);

impl<T> Default for Shelf<T> {
    fn default() -> Self {
        Self(Mutex::default())
    }
}

impl<T: Clone> Shelf<T> {
    fn find(&self, path: &RelPath, stamp: &Stamp) -> Option<T> {
        lock(&self.0).get(path).filter(|(known, _)| known == stamp).map(|(_, file)| file.clone())
    }

    fn keep(&self, path: &RelPath, stamp: Stamp, read: SystemTime, file: &T) {
        if stamp.settled(read) {
            lock(&self.0).insert(path.clone(), (stamp, file.clone()));
        } else {
            lock(&self.0).remove(path);
        }
    }
}

impl Library {
    /// One that keeps what is read and made.
    #[must_use]
    pub fn new() -> Self {
        Self { memo: Arc::new(Memo::new()), shelves: true, ..Self::default() }
    }

    /// One that keeps things made of files, but no file.
    #[must_use]
    pub fn of(memo: Memo) -> Self {
        Self { memo: Arc::new(memo), ..Self::default() }
    }

    /// Whether files are kept: only then is it of use to ask the system for their state.
    pub(super) fn shelves(&self) -> bool {
        self.shelves
    }

    pub(super) fn text(&self, path: &RelPath, stamp: &Stamp) -> Option<Arc<Source>> {
        self.texts.find(path, stamp)
    }

    pub(super) fn bytes(&self, path: &RelPath, stamp: &Stamp) -> Option<Arc<[u8]>> {
        self.bytes.find(path, stamp)
    }

    pub(super) fn keep_text(&self, path: &RelPath, stamp: Stamp, read: SystemTime, file: &Arc<Source>) {
        if self.shelves {
            self.texts.keep(path, stamp, read, file);
        }
    }

    pub(super) fn keep_bytes(&self, path: &RelPath, stamp: Stamp, read: SystemTime, file: &Arc<[u8]>) {
        if self.shelves {
            self.bytes.keep(path, stamp, read, file);
        }
    }
}
