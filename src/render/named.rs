//! Which shared files go along with some others: those that they name, and those that these name in turn.
//!
//! Shared files have names that nothing else has (a content hash is in each), so finding the name is enough.

use std::collections::BTreeSet;

use aho_corasick::AhoCorasick;

use crate::base::{Artifact, RelPath};

/// Folders of files that several locales may share.
const SHARED: [&str; 2] = ["assets", "media"];

/// Whether a file may be shared by locales.
#[must_use]
pub fn is_shared(path: &RelPath) -> bool {
    path.parts().next().is_some_and(|folder| SHARED.contains(&folder))
}

/// Finds the names of shared files in texts.
pub struct Names(AhoCorasick);

impl Names {
    /// A finder of those among `files` that may be shared. `None` for absurd amounts of them.
    #[must_use]
    pub fn new<'f>(files: impl Iterator<Item = &'f RelPath>) -> Option<Self> {
        let names: BTreeSet<&str> = files.filter(|path| is_shared(path)).map(RelPath::name).collect();
        AhoCorasick::new(names).ok().map(Self)
    }

    /// Which of them a text names.
    #[must_use]
    pub fn of(&self, text: &[u8]) -> BTreeSet<usize> {
        self.0.find_overlapping_iter(text).map(|found| found.pattern().as_usize()).collect()
    }
}

/// `own` with the shared files of `site` that belong to them, in the order of their paths.
#[must_use]
pub fn with_named<'s>(own: Vec<&'s Artifact>, site: &'s [Artifact]) -> Vec<&'s Artifact> {
    let shared: Vec<&Artifact> = site.iter().filter(|a| is_shared(&a.path) && !own.contains(a)).collect();
    let names: Vec<&str> = shared.iter().map(|a| a.path.name()).collect();
    let mut missing: BTreeSet<usize> = (0..shared.len()).collect();
    let mut kept = own;
    // Only absurd amounts of names make no finder; then nothing is left behind.
    let Ok(finder) = AhoCorasick::new(&names) else { return site.iter().collect() };
    let mut from = 0;
    while let Some(reader) = kept.get(from).copied() {
        from += 1;
        if !matches!(reader.path.extension().as_str(), "html" | "css" | "js" | "svg") {
            continue;
        }
        for found in finder.find_overlapping_iter(reader.bytes.as_ref()) {
            let index = found.pattern().as_usize();
            if missing.remove(&index) {
                kept.push(shared[index]);
            }
        }
    }
    kept.sort_by(|a, b| a.path.cmp(&b.path));
    kept
}
