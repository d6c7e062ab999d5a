//! Which shared files go along with some others: those that they name, and those that these name in turn.
//!
//! Shared files have names that nothing else has (a content hash is in each), so finding the name is enough.

use std::collections::{BTreeMap, BTreeSet, HashMap};

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
pub struct Names {
    /// Names with a content hash: by the hash, what stands before and behind it.
    hashed: HashMap<Vec<u8>, Vec<(usize, String, String)>>,
    /// All others, and their places among all.
    others: AhoCorasick,
    places: Vec<usize>,
}

impl Names {
    /// A finder of those among `files` that may be shared. `None` for absurd amounts of them.
    #[must_use]
    pub fn new<'f>(files: impl Iterator<Item = &'f RelPath>) -> Option<Self> {
        let names: BTreeSet<&str> = files.filter(|path| is_shared(path)).map(RelPath::name).collect();
        let (mut hashed, mut others, mut places) = (HashMap::<_, Vec<_>>::new(), Vec::new(), Vec::new());
        for (place, name) in names.into_iter().enumerate() {
            match hashes(name.as_bytes()).next() {
                Some((at, hash)) => {
                    let (before, after) = (name[..at].to_owned(), name[at + hash.len()..].to_owned());
                    hashed.entry(hash.to_vec()).or_default().push((place, before, after));
                }
                None => {
                    others.push(name);
                    places.push(place);
                }
            }
        }
        Some(Self { hashed, others: AhoCorasick::new(others).ok()?, places })
    }

    /// Which of them a text names.
    #[must_use]
    pub fn of(&self, text: &[u8]) -> BTreeSet<usize> {
        let mut named = BTreeSet::new();
        for (at, hash) in hashes(text) {
            let known = self.hashed.get(hash).into_iter().flatten();
            let (before, after) = (&text[..at], &text[at + hash.len()..]);
            let whole =
                known.filter(|name| before.ends_with(name.1.as_bytes()) && after.starts_with(name.2.as_bytes()));
            named.extend(whole.map(|(place, ..)| *place));
        }
        if !self.places.is_empty() {
            let found = self.others.find_overlapping_iter(text);
            named.extend(found.filter_map(|found| self.places.get(found.pattern().as_usize())));
        }
        named
    }
}

/// What looks like a content hash in a name: ten digits between two points, with where it begins.
fn hashes(text: &[u8]) -> impl Iterator<Item = (usize, &[u8])> {
    const DIGITS: usize = 10;
    memchr::memchr_iter(b'.', text).filter_map(|point| {
        let hash = text.get(point + 1..=point + DIGITS).filter(|_| text.get(point + 1 + DIGITS) == Some(&b'.'))?;
        hash.iter().all(u8::is_ascii_hexdigit).then_some((point + 1, hash))
    })
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

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_are_found_with_a_hash_and_without() {
        let names =
            ["main.0123456789.js", "a.0123456789.js", "x.abcdef0123.0123456789.css", "icon.svg", "n.0123456789.js"];
        let paths = names.map(|name| RelPath::new(&format!("assets/{name}")).unwrap_or_default());
        let finder = Names::new(paths.iter()).expect("names");
        let sorted = BTreeSet::from(names).into_iter().collect::<Vec<_>>();
        let found = |text: &str| finder.of(text.as_bytes()).into_iter().map(|at| sorted[at]).collect::<Vec<_>>();
        assert_eq!(found("src=\"../assets/main.0123456789.js\""), ["main.0123456789.js", "n.0123456789.js"]);
        assert_eq!(found("x.abcdef0123.0123456789.css, 'icon.svg'"), ["icon.svg", "x.abcdef0123.0123456789.css"]);
        assert_eq!(found("main.0123456789.j .0123456789.js 0123456789."), [""; 0]);
    }
}
