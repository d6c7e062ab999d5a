//! What took long to make, kept in the output folder's records for the next build.
//!
//! Owns the form of such a file: a hash of the rest in its first line, so that one cut short counts as not there.
//! The folder may be deleted at any time: then the work is done once more. Each file appears in one rename.

use std::path::{Path, PathBuf};
use std::{fs, process};

use super::RECORDS;
use crate::base::Hash;

/// A folder of kept work.
#[derive(Debug)]
pub struct Kept {
    folder: PathBuf,
}

impl Kept {
    /// The folder `kind` of the records of `out`.
    #[must_use]
    pub fn new(out: &Path, kind: &str) -> Self {
        Self { folder: out.join(RECORDS).join(kind) }
    }

    /// What was kept under `key`, if it is there and whole.
    #[must_use]
    pub fn get(&self, key: &Hash) -> Option<Vec<u8>> {
        self.whole(key).map(|(bytes, _)| bytes)
    }

    /// What was kept under the hash of its bytes.
    #[must_use]
    pub fn get_own(&self, key: &Hash) -> Option<Vec<u8>> {
        self.whole(key).filter(|(_, hash)| hash == key).map(|(bytes, _)| bytes)
    }

    fn whole(&self, key: &Hash) -> Option<(Vec<u8>, Hash)> {
        let mut bytes = fs::read(self.folder.join(key.hex())).ok()?;
        let (told, rest) = bytes.split_at_checked(64)?;
        let hash = Hash::of(rest);
        (hash.hex().as_bytes() == told).then_some(())?;
        bytes.drain(..64);
        Some((bytes, hash))
    }

    /// Keeps bytes under their hash.
    pub fn put_own(&self, bytes: &[u8]) -> Hash {
        let hash = Hash::of(bytes);
        self.write(&hash, &hash, bytes);
        hash
    }

    /// Keeps `bytes` under `key`. Failing to is no fault.
    pub fn put(&self, key: &Hash, bytes: &[u8]) {
        self.write(key, &Hash::of(bytes), bytes);
    }

    fn write(&self, key: &Hash, hash: &Hash, bytes: &[u8]) {
        let place = self.folder.join(key.hex());
        // Two runs may make the same at once: each writes a file of its own.
        let aside = self.folder.join(format!("{}.{}", key.hex(), process::id()));
        let whole = [hash.hex().as_bytes(), bytes].concat();
        let written = fs::create_dir_all(&self.folder).and_then(|()| fs::write(&aside, whole));
        if written.and_then(|()| fs::rename(&aside, place)).is_err() {
            let _ = fs::remove_file(aside);
        }
    }

    /// Removes what none of `keys` names: work for images that are no more, and what a killed run left.
    pub fn only(&self, keys: &[Hash]) {
        let wanted: Vec<String> = keys.iter().map(Hash::hex).collect();
        for entry in fs::read_dir(&self.folder).into_iter().flatten().flatten() {
            if !wanted.iter().any(|key| entry.file_name() == key.as_str()) {
                let _ = fs::remove_file(entry.path());
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_kept_is_whole_or_not_there() {
        let folder = tempfile::tempdir().unwrap();
        let kept = Kept::new(folder.path(), "images");
        let (key, other) = (Hash::of(b"a"), Hash::of(b"b"));
        assert_eq!(kept.get(&key), None);
        kept.put(&key, b"long work");
        kept.put(&other, b"more");
        assert_eq!(kept.get(&key).as_deref(), Some(b"long work".as_slice()));
        let place = folder.path().join(RECORDS).join("images").join(key.hex());
        let bytes = fs::read(&place).unwrap();
        fs::write(&place, &bytes[..bytes.len() - 1]).unwrap();
        assert_eq!(kept.get(&key), None, "cut short");
        kept.only(&[key]);
        assert_eq!(kept.get(&other), None);
    }
}
