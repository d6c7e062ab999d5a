//! A project held in memory, for tests and for embedded folders.

use std::collections::BTreeMap;

use super::{LARGEST_FILE, Trouble};
use crate::base::RelPath;

#[derive(Debug)]
pub(super) struct Memory {
    files: BTreeMap<RelPath, Vec<u8>>,
}

impl Memory {
    pub(super) fn new(files: BTreeMap<RelPath, Vec<u8>>) -> Self {
        Self { files }
    }

    pub(super) fn read(&self, path: &RelPath) -> Result<Vec<u8>, Trouble> {
        match self.files.get(path) {
            Some(bytes) if bytes.len() as u64 > LARGEST_FILE => Err(Trouble::TooLarge),
            Some(bytes) => Ok(bytes.clone()),
            None if self.is_folder(path) => Err(Trouble::NotAFile),
            None => Err(Trouble::Missing),
        }
    }

    pub(super) fn is_file(&self, path: &RelPath) -> bool {
        self.files.contains_key(path)
    }

    pub(super) fn is_folder(&self, path: &RelPath) -> bool {
        self.files.keys().any(|file| file != path && file.strip(path).is_some())
    }

    pub(super) fn list(&self, folder: &RelPath) -> Vec<RelPath> {
        let shown =
            |file: &&RelPath| file.strip(folder).is_some_and(|below| !below.parts().any(|part| part.starts_with('.')));
        self.files.keys().filter(shown).cloned().collect()
    }

    pub(super) fn names(&self, folder: &RelPath) -> Vec<String> {
        let first = |file: &RelPath| file.strip(folder)?.parts().next().map(str::to_owned);
        let mut names: Vec<String> = self.files.keys().filter_map(first).collect();
        names.dedup();
        names
    }
}
