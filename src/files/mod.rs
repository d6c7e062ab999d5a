//! The project's files: the only room that reads them.
//!
//! Owns reading (from disk, or from memory in tests), the rule that nothing outside the project is
//! ever read, and the record of what was read, which is what `serve` watches. A file read twice is
//! the same both times: one build sees one state of each file. May import `base` only; writes nothing.

mod answers;
mod disk;
pub mod fonts;
mod library;
mod memory;
mod trouble;

use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};
use std::time::SystemTime;

use unicode_normalization::{UnicodeNormalization, is_nfd};

use crate::base::{Diagnostic, Hash, Memo, RelPath, Source, Stamp, is_composed};
use answers::Question;
use disk::Disk;
use memory::Memory;
use trouble::Trouble;

pub use answers::Answers;
pub use library::Library;

/// The largest file that is read, in bytes.
pub const LARGEST_FILE: u64 = 64 * 1024 * 1024;

/// A project folder, read through one door.
#[derive(Debug)]
pub struct Project {
    store: Store,
    texts: Mutex<BTreeMap<RelPath, Arc<Source>>>,
    bytes: Mutex<BTreeMap<RelPath, Arc<[u8]>>>,
    reads: Mutex<BTreeSet<RelPath>>,
    /// What was asked and answered, when that is wanted.
    answers: Option<Mutex<Answers>>,
    library: Arc<Library>,
}

#[derive(Debug)]
enum Store {
    Disk(Disk),
    Memory(Memory),
}

impl Project {
    /// Opens a folder.
    ///
    /// # Errors
    /// When it is not there, or is not a folder.
    pub fn open(root: &Path) -> Result<Self, Diagnostic> {
        Self::open_with(root, Arc::default())
    }

    /// Opens a folder that was read before.
    ///
    /// # Errors
    /// As [`Project::open`].
    pub fn open_with(root: &Path, library: Arc<Library>) -> Result<Self, Diagnostic> {
        Disk::open(root).map(Store::Disk).map(|store| Self { library, ..Self::with(store) })
    }

    /// The same, writing down what it answers.
    #[must_use]
    pub fn answering(self) -> Self {
        Self { answers: Some(Mutex::default()), ..self }
    }

    /// What was made of files before, for those who make things of them.
    #[must_use]
    pub fn memo(&self) -> &Arc<Memo> {
        &self.library.memo
    }

    /// A project that exists in memory only.
    #[must_use]
    pub fn in_memory(files: BTreeMap<RelPath, Vec<u8>>) -> Self {
        Self::with(Store::Memory(Memory::new(files)))
    }

    fn with(store: Store) -> Self {
        Self {
            store,
            texts: Mutex::default(),
            bytes: Mutex::default(),
            reads: Mutex::default(),
            answers: None,
            library: Arc::default(),
        }
    }

    /// A file as text, in NFC: editors on some systems save letters and marks apart, and words, anchors and
    /// terms must be the same whoever typed them.
    ///
    /// # Errors
    /// When it is missing, outside the project, too large or not UTF-8.
    pub fn text(&self, path: &RelPath) -> Result<Arc<Source>, Diagnostic> {
        if let Some(known) = lock(&self.texts).get(path) {
            return Ok(Arc::clone(known));
        }
        self.note(path);
        let stamp = self.stamp(path);
        let source = match stamp.as_ref().and_then(|stamp| self.library.text(path, stamp)) {
            Some(kept) => kept,
            None => self.read_text(path, stamp)?,
        };
        Ok(Arc::clone(lock(&self.texts).entry(path.clone()).or_insert(source)))
    }

    fn read_text(&self, path: &RelPath, stamp: Option<Stamp>) -> Result<Arc<Source>, Diagnostic> {
        let now = SystemTime::now();
        let (raw, hash) = self.read(path)?;
        let text =
            String::from_utf8(raw).map_err(|e| trouble::not_utf8(path, e.as_bytes(), e.utf8_error().valid_up_to()))?;
        let source = Arc::new(if is_composed(&text) {
            Source::of(path.clone(), text, hash)
        } else {
            let mixed = text.chars().any(|c| !c.is_ascii() && !is_nfd(c.encode_utf8(&mut [0; 4])));
            let mut source = Source::of(path.clone(), text.nfc().collect(), None);
            source.recomposed = mixed;
            source
        });
        if let Some(stamp) = stamp {
            self.library.keep_text(path, stamp, now, &source);
        }
        Ok(source)
    }

    /// Lets go of texts that nobody is going to ask for again, but those that `keep` names: of a large handbook they are
    /// much of what a build holds. One that is asked for all the same is read again; what was answered first counts.
    pub fn let_go(&self, keep: impl Fn(&RelPath) -> bool) {
        lock(&self.texts).retain(|path, _| keep(path));
    }

    /// A file's bytes.
    ///
    /// # Errors
    /// As [`Project::text`], but any bytes are well.
    pub fn bytes(&self, path: &RelPath) -> Result<Arc<[u8]>, Diagnostic> {
        if let Some(known) = lock(&self.bytes).get(path) {
            return Ok(Arc::clone(known));
        }
        self.note(path);
        let (now, stamp) = (SystemTime::now(), self.stamp(path));
        let read = match stamp.as_ref().and_then(|stamp| self.library.bytes(path, stamp)) {
            Some(kept) => kept,
            None => self.read(path)?.0.into(),
        };
        if let Some(stamp) = stamp {
            self.library.keep_bytes(path, stamp, now, &read);
        }
        Ok(Arc::clone(lock(&self.bytes).entry(path.clone()).or_insert(read)))
    }

    /// Whether a file (not a folder) stands at `path`, inside the project.
    #[must_use]
    pub fn exists(&self, path: &RelPath) -> bool {
        self.note(path);
        let is = self.look(path, Disk::is_file, Memory::is_file);
        self.answered(Question::File, path, || Hash::of_value(&is));
        is
    }

    /// Whether a folder stands at `path`, inside the project.
    #[must_use]
    pub fn is_folder(&self, path: &RelPath) -> bool {
        self.note(path);
        let is = self.look(path, Disk::is_folder, Memory::is_folder);
        self.answered(Question::Folder, path, || Hash::of_value(&is));
        is
    }

    /// All files at any depth below `folder`, sorted, as paths of the project; names that begin with a
    /// dot are left out. A folder that is not there holds nothing.
    #[must_use]
    pub fn list(&self, folder: &RelPath) -> (Vec<RelPath>, Vec<Diagnostic>) {
        self.note(folder);
        let listed = self.look(folder, Disk::list, |memory, folder| (memory.list(folder), Vec::new()));
        self.answered(Question::Below, folder, || Hash::of_value(&listed));
        listed
    }

    /// Every file and folder asked for so far, there or not, sorted.
    #[must_use]
    pub fn reads(&self) -> Vec<RelPath> {
        lock(&self.reads).iter().cloned().collect()
    }

    /// A file's bytes, and their hash where it was needed.
    fn read(&self, path: &RelPath) -> Result<(Vec<u8>, Option<Hash>), Diagnostic> {
        if let Some(known) = lock(&self.bytes).get(path) {
            return Ok((known.to_vec(), None));
        }
        let read = self.fetch(path);
        let hash = self.answered(Question::Content, path, || answers::of(&read));
        read.map(|bytes| (bytes, hash))
    }

    /// A file as it is now.
    fn fetch(&self, path: &RelPath) -> Result<Vec<u8>, Diagnostic> {
        self.look(path, Disk::read, Memory::read).map_err(|trouble| trouble.at(path, &self.siblings(path)))
    }

    fn look<T>(
        &self,
        path: &RelPath,
        on_disk: impl Fn(&Disk, &RelPath) -> T,
        in_memory: impl Fn(&Memory, &RelPath) -> T,
    ) -> T {
        match &self.store {
            Store::Disk(disk) => on_disk(disk, path),
            Store::Memory(memory) => in_memory(memory, path),
        }
    }

    /// What the system says of a file before it is read; asked only where it is of use.
    fn stamp(&self, path: &RelPath) -> Option<Stamp> {
        match &self.store {
            Store::Disk(disk) if self.library.shelves() => disk.stamp(path),
            _ => None,
        }
    }

    fn siblings(&self, path: &RelPath) -> Vec<String> {
        match &self.store {
            Store::Disk(disk) => disk.names(&path.parent()),
            Store::Memory(memory) => memory.names(&path.parent()),
        }
    }

    fn note(&self, path: &RelPath) {
        let mut reads = lock(&self.reads);
        if !reads.contains(path) {
            reads.insert(path.clone());
        }
    }
}

/// Locks even after a panic elsewhere: what is guarded here is always whole.
fn lock<T>(mutex: &Mutex<T>) -> MutexGuard<'_, T> {
    mutex.lock().unwrap_or_else(PoisonError::into_inner)
}

#[cfg(test)]
mod tests;
