//! What builds before read: a file is read again when it may have changed.
//!
//! Owns when a file may have changed: when what the system says of it differs, and for a while after it was written,
//! for two saves within one tick of the file system's clock look alike.

use std::collections::HashMap;
use std::fs::Metadata;
use std::sync::{Arc, Mutex};
use std::time::{Duration, SystemTime};

use super::lock;
use crate::base::{Memo, RelPath, Source};

/// The coarsest clock of a file system that is still in use (FAT) ticks every two seconds.
const TICK: Duration = Duration::from_secs(3);

/// Files and things made of them, for as many builds as it lives.
#[derive(Debug, Default)]
pub struct Library {
    /// Things made of files.
    pub memo: Arc<Memo>,
    texts: Shelf<Arc<Source>>,
    bytes: Shelf<Arc<[u8]>>,
}

/// What the system says of a file's state.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Stamp {
    modified: Option<SystemTime>,
    length: u64,
    /// Changes of anything at all, and which file it is: saving by renaming gives a new one.
    identity: (i64, i64, u64),
}

impl Stamp {
    pub(super) fn of(metadata: &Metadata) -> Self {
        Self { modified: metadata.modified().ok(), length: metadata.len(), identity: identity(metadata) }
    }

    /// Whether the file was written so long before it was read that a later save must show.
    fn settled(&self, read: SystemTime) -> bool {
        self.modified.and_then(|modified| read.duration_since(modified).ok()).is_some_and(|age| age > TICK)
    }
}

#[cfg(unix)]
fn identity(metadata: &Metadata) -> (i64, i64, u64) {
    use std::os::unix::fs::MetadataExt;
    (metadata.ctime(), metadata.ctime_nsec(), metadata.ino())
}

#[cfg(not(unix))]
fn identity(_: &Metadata) -> (i64, i64, u64) {
    (0, 0, 0)
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
        Self { memo: Arc::new(Memo::new()), ..Self::default() }
    }

    pub(super) fn text(&self, path: &RelPath, stamp: &Stamp) -> Option<Arc<Source>> {
        self.texts.find(path, stamp)
    }

    pub(super) fn bytes(&self, path: &RelPath, stamp: &Stamp) -> Option<Arc<[u8]>> {
        self.bytes.find(path, stamp)
    }

    pub(super) fn keep_text(&self, path: &RelPath, stamp: Stamp, read: SystemTime, file: &Arc<Source>) {
        if self.memo.keeps() {
            self.texts.keep(path, stamp, read, file);
        }
    }

    pub(super) fn keep_bytes(&self, path: &RelPath, stamp: Stamp, read: SystemTime, file: &Arc<[u8]>) {
        if self.memo.keeps() {
            self.bytes.keep(path, stamp, read, file);
        }
    }
}
