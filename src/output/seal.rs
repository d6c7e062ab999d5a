//! What the output folder was like right after it was published to, so that the next run sees whether it still is.
//!
//! Owns when a published file counts as untouched: when the system says of it what it said then; where it was written
//! so shortly before that a change might not show, when its bytes are the same. Reads the folder, changes nothing.

use std::collections::BTreeMap;
use std::fs;
use std::path::Path;
use std::sync::OnceLock;

use rayon::prelude::*;

use super::disk::Disk;
use super::journal::{self, Manifest};
use super::{RECORDS, lock};
use crate::base::stamp::now;
use crate::base::{Artifact, Hash, Listed, RelPath, Stamp, Stored, Unread};

/// The state of all files that were published, and of the record of which are ours.
#[derive(Debug)]
pub struct Seal {
    /// When it was looked, in nanoseconds since 1970.
    looked: u64,
    files: Vec<Sealed>,
    /// The places of files by their paths, put in order when one is asked for.
    by_path: OnceLock<Vec<u32>>,
}

#[derive(Debug)]
struct Sealed {
    path: RelPath,
    stamp: Stamp,
    hash: Hash,
}

/// How a folder was found.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Found {
    /// Untouched, as all times tell.
    Untouched,
    /// Untouched, but some files had to be read: a seal made anew spares the next run that.
    Read,
    /// Something is not as it was, or another run is at work or was killed.
    Touched,
}

impl Seal {
    /// Seals what has been published: `files`, in their order. `None` when something is not as it should be.
    #[must_use]
    pub fn new(out: &Path, files: &[Listed]) -> Option<Self> {
        let disk = Disk::new(out);
        let looked = now();
        let seal = |file: &Listed| {
            let stamp = stamp(&disk, &file.path).filter(|stamp| stamp.length == file.length)?;
            Some(Sealed { path: file.path.clone(), stamp, hash: file.hash })
        };
        let mut files: Vec<Sealed> = files.par_iter().map(seal).collect::<Option<_>>()?;
        let manifest = RelPath::new(&format!("{RECORDS}/{}", Manifest::FILE)).ok()?;
        let stamp = stamp(&disk, &manifest)?;
        let hash = Hash::of(&fs::read(disk.place(&manifest)).ok()?);
        files.push(Sealed { path: manifest, stamp, hash });
        Some(Self { looked, files, by_path: OnceLock::new() })
    }

    /// Looks whether the folder is still so.
    #[must_use]
    pub fn look(&mut self, out: &Path) -> Found {
        let disk = Disk::new(out);
        let Some(_lock) = disk.records().is_dir().then(|| lock(&disk).ok()).flatten() else { return Found::Touched };
        if journal::is_under_way(&disk) {
            return Found::Touched;
        }
        let looked = now();
        let untouched = |file: &Sealed| match stamp(&disk, &file.path) {
            Some(stamp) if stamp != file.stamp => Found::Touched,
            Some(stamp) if stamp.settled_fine(self.looked) => Found::Untouched,
            Some(_) if is_hashed(&disk, file) => Found::Read,
            _ => Found::Touched,
        };
        let worst = |a: Found, b: Found| match (a, b) {
            (Found::Touched, _) | (_, Found::Touched) => Found::Touched,
            (Found::Read, _) | (_, Found::Read) => Found::Read,
            _ => Found::Untouched,
        };
        let found = self.files.par_iter().map(untouched).reduce(|| Found::Untouched, worst);
        if found == Found::Read {
            self.looked = looked;
        }
        found
    }

    /// The seal after some of its files were published anew. `None` when something is not as it should be.
    #[must_use]
    pub fn with(mut self, out: &Path, changed: &[Artifact]) -> Option<Self> {
        let changed: Vec<Listed> = changed.iter().map(Listed::of).collect();
        let Self { files, looked, .. } = Self::new(out, &changed)?;
        let mut anew: BTreeMap<RelPath, Sealed> = files.into_iter().map(|file| (file.path.clone(), file)).collect();
        for file in &mut self.files {
            if let Some(new) = anew.remove(&file.path) {
                *file = new;
            }
        }
        // The others were found untouched just now: whatever is done to one since then gives it a later time.
        (self.looked, self.by_path) = (looked, OnceLock::new());
        anew.is_empty().then_some(self)
    }

    /// The hash of a published file.
    #[must_use]
    pub fn hash(&self, path: &RelPath) -> Option<Hash> {
        let (_, files) = self.files.split_last()?;
        let of = |place: &u32| &files[*place as usize].path;
        let sorted = || {
            let mut places: Vec<u32> = (0..u32::try_from(files.len()).unwrap_or_default()).collect();
            places.sort_unstable_by_key(of);
            places
        };
        let by_path = self.by_path.get_or_init(sorted);
        let at = by_path.binary_search_by_key(&path, of).ok()?;
        Some(files[by_path[at] as usize].hash)
    }

    /// The hash of the record of which files are ours.
    pub(super) fn manifest(&self) -> Option<Hash> {
        self.files.last().map(|file| file.hash)
    }

    /// The hashes of the published files, in the order they were given.
    pub fn hashes(&self) -> impl Iterator<Item = Hash> {
        self.files.iter().map(|file| file.hash)
    }

    /// The same of a seal that nobody needs any more.
    #[must_use]
    pub fn into_files(mut self) -> Vec<(RelPath, u64)> {
        self.files.pop();
        self.files.into_iter().map(|file| (file.path, file.stamp.length)).collect()
    }

    /// The published files and their lengths, in the order they were given.
    pub fn files(&self) -> impl Iterator<Item = (&RelPath, u64)> {
        let (_, files) = self.files.split_last().unzip();
        files.unwrap_or_default().iter().map(|file| (&file.path, file.stamp.length))
    }
}

/// `None` for what is no file.
fn stamp(disk: &Disk, path: &RelPath) -> Option<Stamp> {
    let metadata = fs::symlink_metadata(disk.place(path)).ok()?;
    metadata.is_file().then(|| Stamp::of(&metadata))
}

fn is_hashed(disk: &Disk, file: &Sealed) -> bool {
    fs::read(disk.place(&file.path)).is_ok_and(|bytes| Hash::of(&bytes) == file.hash)
}

impl Stored for Seal {
    fn store(&self, to: &mut Vec<u8>) {
        (self.looked, self.files.len()).store(to);
        for Sealed { path, stamp, hash } in &self.files {
            path.store(to);
            stamp.store(to);
            hash.store(to);
        }
    }

    fn restore(from: &mut Unread<'_>) -> Option<Self> {
        let (looked, length): (u64, usize) = Stored::restore(from)?;
        let mut files = Vec::with_capacity(length.min(from.len()));
        for _ in 0..length {
            let (path, (stamp, hash)) = Stored::restore(from)?;
            files.push(Sealed { path, stamp, hash });
        }
        Some(Self { looked, files, by_path: OnceLock::new() })
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::base::ArtifactKind;
    use crate::output::publish;

    fn sealed() -> (tempfile::TempDir, Seal) {
        let folder = tempfile::tempdir().unwrap();
        let artifact = |name: &str| Artifact::new(RelPath::new(name).unwrap(), ArtifactKind::Page, b"text".as_slice());
        let artifacts = [artifact("a.html"), artifact("b/c.html")];
        publish(folder.path(), &artifacts).unwrap();
        let seal = Seal::new(folder.path(), &artifacts.each_ref().map(Listed::of)).unwrap();
        (folder, seal)
    }

    #[test]
    fn an_untouched_folder_is_known_again() {
        let (folder, mut seal) = sealed();
        assert_ne!(seal.look(folder.path()), Found::Touched);
        let files: Vec<_> = seal.files().map(|(path, length)| (path.as_str(), length)).collect();
        assert_eq!(files, [("a.html", 4), ("b/c.html", 4)]);
        let mut bytes = Vec::new();
        seal.store(&mut bytes);
        let mut again = Seal::restore(&mut bytes.as_slice()).unwrap();
        assert_ne!(again.look(folder.path()), Found::Touched);
    }

    #[test]
    fn whatever_is_done_to_a_file_shows() {
        type Deed = fn(&Path);
        let deeds: [(&str, Deed); 7] = [
            ("deleted", |out| fs::remove_file(out.join("a.html")).unwrap()),
            ("same length", |out| fs::write(out.join("a.html"), "txet").unwrap()),
            ("folder gone", |out| fs::remove_dir_all(out.join("b")).unwrap()),
            ("a folder instead", |out| {
                fs::remove_file(out.join("a.html")).unwrap();
                fs::create_dir(out.join("a.html")).unwrap();
            }),
            ("records gone", |out| fs::remove_dir_all(out.join(RECORDS)).unwrap()),
            ("manifest of others", |out| fs::write(out.join(RECORDS).join("manifest.json"), "{}").unwrap()),
            ("killed before", |out| fs::create_dir(out.join(RECORDS).join("staging")).unwrap()),
        ];
        for (what, deed) in deeds {
            let (folder, mut seal) = sealed();
            deed(folder.path());
            assert_eq!(seal.look(folder.path()), Found::Touched, "{what}");
        }
    }
}
