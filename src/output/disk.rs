//! Every change of the output folder goes through here, one method an operation.
//!
//! Owns nothing but the root path, and in tests a fuse: after so many operations all further ones fail,
//! which is what a killed process looks like to the next run.

use std::fs;
use std::io;
use std::path::{Path, PathBuf};
#[cfg(test)]
use std::sync::atomic::{AtomicUsize, Ordering};

use super::RECORDS;
use crate::base::RelPath;

/// The output folder.
#[derive(Debug)]
pub(super) struct Disk {
    root: PathBuf,
    #[cfg(test)]
    fuse: AtomicUsize,
}

impl Disk {
    pub(super) fn new(root: &Path) -> Self {
        Self {
            root: root.to_owned(),
            #[cfg(test)]
            fuse: AtomicUsize::new(usize::MAX),
        }
    }

    /// A disk that stops working after `operations` changes.
    #[cfg(test)]
    pub(super) fn failing_after(root: &Path, operations: usize) -> Self {
        Self { root: root.to_owned(), fuse: AtomicUsize::new(operations) }
    }

    pub(super) fn root(&self) -> &Path {
        &self.root
    }

    pub(super) fn records(&self) -> PathBuf {
        self.root.join(RECORDS)
    }

    pub(super) fn staging(&self) -> PathBuf {
        self.records().join("staging")
    }

    /// Where a file is put aside.
    pub(super) fn staged(&self, path: &RelPath) -> PathBuf {
        beneath(&self.staging(), path)
    }

    pub(super) fn place(&self, path: &RelPath) -> PathBuf {
        beneath(&self.root, path)
    }

    pub(super) fn create_folder(&self, folder: &Path) -> io::Result<()> {
        self.burn()?;
        fs::create_dir_all(folder)
    }

    pub(super) fn write(&self, file: &Path, bytes: &[u8]) -> io::Result<()> {
        self.burn()?;
        fs::write(file, bytes)
    }

    /// Replaces `to` in one step. Windows refuses for a moment while a reader or scanner has it open.
    pub(super) fn rename(&self, from: &Path, to: &Path) -> io::Result<()> {
        self.burn()?;
        let mut tries = 0;
        loop {
            match fs::rename(from, to) {
                Err(e) if e.kind() == io::ErrorKind::PermissionDenied && cfg!(windows) && tries < 20 => {
                    tries += 1;
                    std::thread::sleep(std::time::Duration::from_millis(10));
                }
                result => return result,
            }
        }
    }

    pub(super) fn remove(&self, file: &Path) -> io::Result<()> {
        self.burn()?;
        match fs::remove_file(file) {
            Err(e) if is_gone(&e) => Ok(()),
            result => result,
        }
    }

    /// Removes the folders above a removed file that are empty now; those with foreign files stay.
    pub(super) fn remove_empty_folders(&self, path: &RelPath) -> io::Result<()> {
        let mut folder = path.parent();
        while !folder.as_str().is_empty() {
            self.burn()?;
            // Gone already, by a run that was killed right after: the folder above may still wait.
            match fs::remove_dir(self.place(&folder)) {
                Err(e) if !is_gone(&e) => break,
                _ => {}
            }
            folder = folder.parent();
        }
        Ok(())
    }

    pub(super) fn remove_staging(&self) -> io::Result<()> {
        self.burn()?;
        match fs::remove_dir_all(self.staging()) {
            Err(e) if e.kind() == io::ErrorKind::NotFound => Ok(()),
            result => result,
        }
    }

    /// Removes the records' folder, and the output folder, as far as nothing but the lock is in them.
    pub(super) fn remove_records(&self) -> io::Result<()> {
        self.remove(&self.records().join("lock"))?;
        fs::remove_dir(self.records())?;
        fs::remove_dir(&self.root)
    }

    #[cfg(test)]
    fn burn(&self) -> io::Result<()> {
        let spend = |left: usize| if left == usize::MAX { Some(left) } else { left.checked_sub(1) };
        let left = self.fuse.fetch_update(Ordering::Relaxed, Ordering::Relaxed, spend);
        left.map(|_| ()).map_err(|_| io::Error::other("killed"))
    }

    #[cfg(not(test))]
    #[expect(clippy::unused_self, clippy::unnecessary_wraps, reason = "the fuse exists in tests only")]
    fn burn(&self) -> io::Result<()> {
        Ok(())
    }
}

/// The path is not there, or a file stands where one of its folders was.
fn is_gone(error: &io::Error) -> bool {
    matches!(error.kind(), io::ErrorKind::NotFound | io::ErrorKind::NotADirectory)
}

/// A file's place below a folder.
fn beneath(folder: &Path, path: &RelPath) -> PathBuf {
    // Elsewhere a path is put together part by part, so that it has the system's separators throughout.
    if std::path::MAIN_SEPARATOR == '/' {
        folder.join(path.as_str())
    } else {
        folder.join(path.parts().collect::<PathBuf>())
    }
}
