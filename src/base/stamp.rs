//! What the system says of a file's state without reading it.
//!
//! Owns when that is enough to know a file by: when it was written so long before somebody looked that a later save
//! must show. Two saves within one tick of the file system's clock look alike.

use std::fs::Metadata;
use std::time::{Duration, SystemTime, UNIX_EPOCH};

/// The coarsest clock of a file system that is still in use (FAT) ticks every two seconds.
const COARSE: Duration = Duration::from_secs(3);
/// Where times have a fraction of a millisecond, the clock is the system's own: it ticks at least every 10 ms.
const FINE: Duration = Duration::from_millis(50);

/// A file's state as the system tells it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Stamp {
    /// Nanoseconds since 1970; `None` where the system does not know.
    pub(super) modified: Option<u64>,
    /// Length in bytes.
    pub length: u64,
    /// Changes of anything at all, and which file it is: saving by renaming gives a new one.
    pub(super) identity: (i64, i64, u64),
}

impl Stamp {
    /// What the system has said.
    #[must_use]
    pub fn of(metadata: &Metadata) -> Self {
        Self {
            modified: metadata.modified().ok().map(since_1970),
            length: metadata.len(),
            identity: identity(metadata),
        }
    }

    /// Whether the file was written so long before it was `read` that a later save must show, whatever the file
    /// system's clock.
    #[must_use]
    pub fn settled(&self, read: SystemTime) -> bool {
        self.older(since_1970(read), COARSE)
    }

    /// The same where the file system's clock may be known by the time itself. `read`: as [`now`] tells it.
    #[must_use]
    pub fn settled_fine(&self, read: u64) -> bool {
        let fine = self.modified.is_some_and(|modified| modified % 1_000_000 != 0);
        self.older(read, if fine { FINE } else { COARSE })
    }

    fn older(&self, read: u64, tick: Duration) -> bool {
        let age = self.modified.and_then(|modified| read.checked_sub(modified));
        age.is_some_and(|age| Duration::from_nanos(age) > tick)
    }
}

/// Nanoseconds since 1970: told to nobody, only compared with what the system says of files.
#[must_use]
pub fn now() -> u64 {
    since_1970(SystemTime::now())
}

fn since_1970(time: SystemTime) -> u64 {
    time.duration_since(UNIX_EPOCH).map_or(0, |since| u64::try_from(since.as_nanos()).unwrap_or(u64::MAX))
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
