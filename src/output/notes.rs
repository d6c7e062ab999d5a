//! What each published file was made from, so that it need not be made again.
//!
//! Notes may be lost: then the work is done once more. A note counts only while its file is as it was written.

use std::collections::BTreeMap;
use std::path::Path;
use std::sync::Arc;

use super::disk::Disk;
use super::journal::{self, Manifest};
use crate::base::{Hash, RelPath};

const FILE: &str = "notes.json";

/// The notes of an output folder: path → what its file was made from.
#[derive(Debug)]
pub struct Notes {
    disk: Disk,
    manifest: Manifest,
    made_from: BTreeMap<String, String>,
}

impl Notes {
    /// Reads the notes of `out`; none when there are none to be read.
    #[must_use]
    pub fn read(out: &Path) -> Self {
        let disk = Disk::new(out);
        let manifest = Manifest::read(&disk).unwrap_or_default();
        let made_from = journal::read(&disk, FILE).ok().flatten().unwrap_or_default();
        Self { disk, manifest, made_from }
    }

    /// The file published at `path`, when it was made from just this and is still as it was written.
    #[must_use]
    pub fn file(&self, path: &RelPath, made_from: &Hash) -> Option<Arc<[u8]>> {
        let noted = self.made_from.get(path.as_str()).is_some_and(|noted| *noted == made_from.hex());
        let (_, hash) = self.manifest.0.get(path.as_str()).filter(|_| noted)?;
        let bytes = std::fs::read(self.disk.place(path)).ok()?;
        (Hash::of(&bytes).hex() == *hash).then(|| bytes.into())
    }

    /// Writes down what files were made from. Failing to is no fault: the work is done again.
    pub fn write(mut self, made: impl IntoIterator<Item = (RelPath, Hash)>) {
        self.made_from.extend(made.into_iter().map(|(path, hash)| (path.to_string(), hash.hex())));
        let _ = journal::write(&self.disk, FILE, &self.made_from);
    }
}
