//! Writes a finished site so that readers always find a whole one.
//!
//! Owns the output folder: what in it is ours (the manifest), staging, the journal, pruning.
//! Never deletes or overwrites a file it did not write. Imports `base` only.
//!
//! 1. lock the folder; finish or undo what a killed run left (`journal::recover`)
//! 2. compare artifacts with what is on disk (`plan`), and write what changed into `.camnang/staging`, as they are made
//!    (`Publication`): a kill here leaves the last good site
//! 3. refuse the whole when one artifact must not be written
//! 4. write the journal in one rename: from here on the new site is decided
//! 5. move into place: assets, pages, entries, then prune: a kill here leaves every page whole,
//!    old or new, with the assets it names; the next run completes the rest
//!
//! This holds for a killed process; after a power cut the file system decides what of it was kept.

mod disk;
mod journal;
mod kept;
mod notes;
mod plan;
mod publication;
mod seal;

use std::fs::{File, TryLockError};
use std::path::Path;

use disk::Disk;
use journal::Manifest;

use crate::base::{Artifact, Diagnostic, Hash, RelPath, codes};
use crate::words;

/// The folder inside the output folder that holds our own records.
pub const RECORDS: &str = ".camnang";

/// What publishing did.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Published {
    /// Files written.
    pub written: usize,
    /// Files that were the same already.
    pub unchanged: usize,
    /// Stale files of ours removed.
    pub removed: usize,
}

/// Makes the output folder hold exactly `artifacts`, beside whatever files are not ours.
///
/// # Errors
/// All reasons found: two artifacts at one path, a foreign file in the way, a link inside the folder,
/// another run at work, the system's refusal to write. In all of them the last good site stays.
pub fn publish(out: &Path, artifacts: &[Artifact]) -> Result<Published, Vec<Diagnostic>> {
    publish_on(Disk::new(out), artifacts, &|_| false)
}

/// The same, but files of ours that are not among `artifacts` stay when `keep` says so.
///
/// # Errors
/// As [`publish`].
pub fn publish_beside(
    out: &Path,
    artifacts: &[Artifact],
    keep: &dyn Fn(&RelPath) -> bool,
) -> Result<Published, Vec<Diagnostic>> {
    publish_on(Disk::new(out), artifacts, keep)
}

/// Writes artifacts over files of the same paths in a folder that is as it was `sealed`. `None`, and nothing is done,
/// where another run has been at work since.
///
/// # Errors
/// As [`publish`].
pub fn replace(out: &Path, sealed: &Seal, artifacts: &[Artifact]) -> Result<Option<Published>, Vec<Diagnostic>> {
    let disk = Disk::new(out);
    let lock = lock(&disk)?;
    let manifest = std::fs::read(disk.records().join(Manifest::FILE)).ok().map(|bytes| Hash::of(&bytes));
    if manifest.is_none() || manifest != sealed.manifest() || journal::is_under_way(&disk) {
        return Ok(None);
    }
    let mut publication = Publication::locked(disk, lock, false)?;
    publication.add(artifacts);
    publication.finish(&|_| true).map(|(published, _)| Some(published))
}

/// Finishes or undoes what a killed run left in the output folder, if there is one.
///
/// # Errors
/// The system's refusal, or another run at work.
pub fn recover(out: &Path) -> Result<(), Vec<Diagnostic>> {
    let disk = Disk::new(out);
    if !disk.records().is_dir() {
        return Ok(());
    }
    let _lock = lock(&disk)?;
    journal::recover(&disk).map_err(|e| vec![refusal(&disk, &e)])
}

fn publish_on(
    disk: Disk,
    artifacts: &[Artifact],
    keep: &dyn Fn(&RelPath) -> bool,
) -> Result<Published, Vec<Diagnostic>> {
    let mut publication = Publication::on(disk)?;
    publication.add(artifacts);
    publication.finish(keep).map(|(published, _)| published)
}

/// Two runs at once would take each other's staging for their own. The lock ends with the process.
fn lock(disk: &Disk) -> Result<File, Vec<Diagnostic>> {
    let file = File::create(disk.records().join("lock")).map_err(|e| vec![refusal(disk, &e)])?;
    match file.try_lock() {
        Ok(()) => Ok(file),
        // Some network file systems cannot lock; building there is still better than not.
        Err(TryLockError::Error(e)) if e.kind() == std::io::ErrorKind::Unsupported => Ok(file),
        Err(TryLockError::Error(e)) => Err(vec![refusal(disk, &e)]),
        Err(TryLockError::WouldBlock) => Err(vec![busy(disk)]),
    }
}

fn busy(disk: &Disk) -> Diagnostic {
    let folder = disk.root().display();
    Diagnostic::error(
        codes::OUTPUT_BUSY,
        words!("another camnang is writing to “{folder}”", "một tiến trình camnang khác đang ghi vào “{folder}”"),
    )
    .help(words!(
        "wait until it has finished, or choose another folder with --out",
        "hãy đợi tiến trình đó xong, hoặc chọn thư mục khác bằng --out"
    ))
}

fn refusal(disk: &Disk, error: &std::io::Error) -> Diagnostic {
    if error.kind() == std::io::ErrorKind::InvalidData {
        return unreadable_records(disk, error);
    }
    let folder = disk.root().display();
    Diagnostic::error(
        codes::OUTPUT_REFUSED,
        words!(
            "cannot write to the output folder “{folder}”: {error}",
            "không ghi được vào thư mục xuất “{folder}”: {error}"
        ),
    )
    .help(words!(
        "check that the disk has room and that you may write there; the last good site was left as it was",
        "hãy kiểm tra đĩa còn chỗ và bạn có quyền ghi; bản tốt gần nhất vẫn được giữ nguyên"
    ))
}

fn unreadable_records(disk: &Disk, error: &std::io::Error) -> Diagnostic {
    let records = disk.records();
    let records = records.display();
    Diagnostic::error(
        codes::OUTPUT_RECORDS,
        words!(
            "camnang's own records of the output folder cannot be read: {error}",
            "không đọc được sổ ghi của camnang về thư mục xuất: {error}"
        ),
    )
    .help(words!(
        "delete the folder “{records}” and build again; pages that are the same are kept",
        "hãy xóa thư mục “{records}” rồi dựng lại; các trang không đổi được giữ nguyên"
    ))
}

pub use kept::Kept;
pub use notes::Notes;
pub use publication::Publication;
pub use seal::{Found, Seal};

#[cfg(test)]
mod tests;
