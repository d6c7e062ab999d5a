//! Which shared files go along with some others: those that they name, and those that these name in turn.
//!
//! Shared files have names that nothing else has (a content hash is in each), so finding the name is enough.

use std::collections::{BTreeMap, BTreeSet};

use aho_corasick::AhoCorasick;
use rayon::prelude::*;

use crate::base::{Artifact, RelPath};

/// Folders of files that several locales may share.
const SHARED: [&str; 2] = ["assets", "media"];

/// Files that may name others.
const READERS: [&str; 4] = ["html", "css", "js", "svg"];

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

/// What the files of a site name, gathered while they are made.
pub struct Named {
    /// Shared files, in the order of their names; those of one name are one.
    shared: BTreeMap<String, Vec<RelPath>>,
    /// Only absurd amounts of names make no finder; then nothing is left behind.
    names: Option<Names>,
    /// What is named, by groups of the files that name it.
    by_group: BTreeMap<String, BTreeSet<usize>>,
    /// What shared files name, by their own places.
    by_shared: BTreeMap<usize, BTreeSet<usize>>,
}

impl Named {
    /// For a site with these files among its own.
    #[must_use]
    pub fn new<'f>(files: impl Iterator<Item = &'f RelPath>) -> Self {
        let mut shared: BTreeMap<String, Vec<RelPath>> = BTreeMap::new();
        for path in files.filter(|path| is_shared(path)) {
            shared.entry(path.name().to_owned()).or_default().push(path.clone());
        }
        let names = Names::new(shared.values().flatten());
        Self { shared, names, by_group: BTreeMap::new(), by_shared: BTreeMap::new() }
    }

    /// Reads files that are in memory yet; those that are not shared belong to the folder at the top.
    pub fn read(&mut self, files: &[Artifact]) {
        let files: Vec<&Artifact> = files.iter().collect();
        self.read_as(&files, |path| if is_shared(path) { None } else { path.parts().next() });
    }

    /// `group`: of a file that is read. `None`: a shared one.
    fn read_as<'f>(&mut self, files: &[&'f Artifact], group: impl Fn(&'f RelPath) -> Option<&'f str>) {
        let Some(names) = &self.names else { return };
        let readers = files.par_iter().filter(|file| READERS.contains(&file.path.extension().as_str()));
        let read: Vec<(&RelPath, BTreeSet<usize>)> = readers.map(|file| (&file.path, names.of(&file.bytes))).collect();
        for (path, named) in read {
            let known = match group(path) {
                Some(group) => self.by_group.entry(group.to_owned()).or_default(),
                None => {
                    let at = self.shared.keys().position(|name| name == path.name());
                    self.by_shared.entry(at.unwrap_or(usize::MAX)).or_default()
                }
            };
            known.extend(named);
        }
    }

    /// The shared files that go along with a group.
    #[must_use]
    pub fn by(&self, group: &str) -> BTreeSet<&RelPath> {
        if self.names.is_none() {
            return self.shared.values().flatten().collect();
        }
        let mut named = self.by_group.get(group).cloned().unwrap_or_default();
        let mut new: Vec<usize> = named.iter().copied().collect();
        while let Some(at) = new.pop() {
            let further = self.by_shared.get(&at).into_iter().flatten();
            new.extend(further.filter(|at| named.insert(**at)));
        }
        self.shared.values().enumerate().filter(|(at, _)| named.contains(at)).flat_map(|(_, paths)| paths).collect()
    }

    /// Whether any file names a shared one.
    #[must_use]
    pub fn is_named(&self, path: &RelPath) -> bool {
        let Some(at) = self.shared.keys().position(|name| name == path.name()) else { return false };
        self.names.is_none() || self.by_group.values().chain(self.by_shared.values()).any(|named| named.contains(&at))
    }
}

/// `own` with the shared files of `site` that belong to them, in the order of their paths.
#[must_use]
pub fn with_named<'s>(own: Vec<&'s Artifact>, site: &'s [Artifact]) -> Vec<&'s Artifact> {
    let shared: Vec<&Artifact> = site.iter().filter(|a| is_shared(&a.path) && !own.contains(a)).collect();
    let mut named = Named::new(shared.iter().map(|a| &a.path));
    named.read_as(&own, |_| Some(""));
    named.read_as(&shared, |_| None);
    let named = named.by("");
    let mut kept = own;
    kept.extend(shared.into_iter().filter(|a| named.contains(&a.path)));
    kept.sort_by(|a, b| a.path.cmp(&b.path));
    kept
}
