//! The records in `.camnang/`: which files are ours, and a publication under way.
//!
//! Owns staging and the two-step commit; decides nothing about what changes (`plan` does).

use std::collections::BTreeMap;
use std::io;
use std::path::PathBuf;

use serde::{Deserialize, Serialize, de::DeserializeOwned};

use super::disk::Disk;
use super::plan::Plan;
use crate::base::{Artifact, ArtifactKind, RelPath};

/// The files in the output folder that we wrote: path → kind and content hash.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(transparent)]
pub(super) struct Manifest(pub(super) BTreeMap<String, (ArtifactKind, String)>);

impl Manifest {
    pub(super) const FILE: &str = "manifest.json";

    pub(super) fn read(disk: &Disk) -> io::Result<Self> {
        Ok(read(disk, Self::FILE)?.unwrap_or_default())
    }

    pub(super) fn owns(&self, path: &RelPath) -> bool {
        self.0.contains_key(path.as_str())
    }
}

/// A publication that is decided: whoever finds it carries it out.
#[derive(Debug, Serialize, Deserialize)]
pub(super) struct Journal {
    remove_first: Vec<String>,
    /// Files of the staging folder, by their path in it and in the output folder.
    write: Vec<String>,
    remove: Vec<String>,
    manifest: Manifest,
}

impl Journal {
    const FILE: &str = "journal.json";

    pub(super) fn of(plan: Plan) -> Self {
        let names = |paths: &[RelPath]| paths.iter().map(ToString::to_string).collect();
        Self {
            remove_first: names(&plan.remove_first),
            write: names(&plan.write),
            remove: names(&plan.remove),
            manifest: plan.manifest,
        }
    }

    /// Writes the journal, then carries it out.
    pub(super) fn commit(&self, disk: &Disk) -> io::Result<()> {
        write(disk, Self::FILE, self)?;
        self.carry_out(disk)
    }

    /// Every step may be done already, by a run that was killed right after it. Assets are there before pages that name them.
    fn carry_out(&self, disk: &Disk) -> io::Result<()> {
        self.remove_all(disk, &self.remove_first)?;
        let (new, others) = self.new_folders(disk);
        let (assets, rest): (Vec<&str>, Vec<&str>) = others.into_iter().partition(|name| self.is_asset(name));
        self.move_files(disk, &assets)?;
        for folder in new {
            disk.rename(&disk.staging().join(folder), &disk.root().join(folder))?;
        }
        self.move_files(disk, &rest)?;
        self.remove_all(disk, &self.remove)?;
        write(disk, Manifest::FILE, &self.manifest)?;
        disk.remove(&disk.records().join(Self::FILE))?;
        disk.remove_staging()
    }

    /// The folders at the top that the output folder does not have yet, those of assets alone first, and the files of all
    /// others. Moving a folder takes one step, whatever it holds.
    fn new_folders(&self, disk: &Disk) -> (Vec<&str>, Vec<&str>) {
        let mut folders: BTreeMap<&str, (bool, bool)> = BTreeMap::new();
        let top = |name: &'_ str| name.split_once('/').map(|(folder, _)| folder.len());
        let mut others = Vec::new();
        for name in &self.write {
            let Some(folder) = top(name).map(|length| &name[..length]) else {
                others.push(name.as_str());
                continue;
            };
            let is = |folder: PathBuf| folder.symlink_metadata().is_ok();
            let (whole, pages) = folders
                .entry(folder)
                .or_insert_with(|| (!is(disk.root().join(folder)) && is(disk.staging().join(folder)), false));
            *pages |= !self.is_asset(name);
            if !*whole {
                others.push(name);
            }
        }
        let mut new: Vec<(bool, &str)> =
            folders.into_iter().filter(|(_, (whole, _))| *whole).map(|(folder, (_, pages))| (pages, folder)).collect();
        new.sort_unstable();
        (new.into_iter().map(|(_, folder)| folder).collect(), others)
    }

    fn is_asset(&self, name: &str) -> bool {
        self.manifest.0.get(name).is_some_and(|(kind, _)| *kind == ArtifactKind::Asset)
    }

    fn move_files(&self, disk: &Disk, names: &[&str]) -> io::Result<()> {
        for name in names {
            let path = path_of(name)?;
            let (staged, place) = (disk.staged(&path), disk.place(&path));
            match disk.rename(&staged, &place) {
                // Moved already.
                Err(e) if e.kind() == io::ErrorKind::NotFound && !staged.exists() => {}
                Err(e) if e.kind() == io::ErrorKind::NotFound => {
                    disk.create_folder(&disk.place(&path.parent()))?;
                    disk.rename(&staged, &place)?;
                }
                result => result?,
            }
        }
        Ok(())
    }

    fn remove_all(&self, disk: &Disk, names: &[String]) -> io::Result<()> {
        for name in names {
            let path = path_of(name)?;
            // A later write may have put a folder where the stale file stood.
            if !disk.place(&path).is_dir() {
                disk.remove(&disk.place(&path))?;
            }
            disk.remove_empty_folders(&path)?;
        }
        Ok(())
    }
}

/// Whether a publication was begun and not ended.
pub(super) fn is_under_way(disk: &Disk) -> bool {
    disk.records().join(Journal::FILE).exists() || disk.staging().exists()
}

/// Completes a decided publication, throws an undecided one away.
pub(super) fn recover(disk: &Disk) -> io::Result<()> {
    match read::<Journal>(disk, Journal::FILE)? {
        Some(journal) => journal.carry_out(disk),
        None if disk.staging().exists() => disk.remove_staging(),
        None => Ok(()),
    }
}

/// Writes a changed file aside, in the folder in which it is to stand.
pub(super) fn stage(disk: &Disk, artifact: &Artifact) -> io::Result<()> {
    let aside = disk.staged(&artifact.path);
    match disk.write(&aside, &artifact.bytes) {
        Err(e) if e.kind() == io::ErrorKind::NotFound => {
            disk.create_folder(&disk.staged(&artifact.path.parent()))?;
            disk.write(&aside, &artifact.bytes)
        }
        result => result,
    }
}

/// Records may have been tampered with: their paths are checked like any other input.
fn path_of(name: &str) -> io::Result<RelPath> {
    let wrong = |_| io::Error::new(io::ErrorKind::InvalidData, format!("{name}: not a path inside the output folder"));
    RelPath::new(name).map_err(wrong)
}

pub(super) fn read<T: DeserializeOwned>(disk: &Disk, file: &str) -> io::Result<Option<T>> {
    match std::fs::read(disk.records().join(file)) {
        Ok(bytes) => serde_json::from_slice(&bytes).map(Some).map_err(|e| {
            let place = disk.records().join(file);
            io::Error::new(io::ErrorKind::InvalidData, format!("{}: {e}", place.display()))
        }),
        Err(e) if e.kind() == io::ErrorKind::NotFound => Ok(None),
        Err(e) => Err(e),
    }
}

pub(super) fn write<T: Serialize>(disk: &Disk, file: &str, record: &T) -> io::Result<()> {
    let bytes = serde_json::to_vec_pretty(record).map_err(io::Error::other)?;
    let aside = disk.records().join(format!("{file}.new"));
    disk.write(&aside, &bytes)?;
    disk.rename(&aside, &disk.records().join(file))
}
