//! The existing path nearest to one that does not exist: what a help line proposes.
//!
//! Owns the notion of nearness of paths: other case, a slip in the name, the right name in another folder.
//! Looks at few candidates, so that a book full of broken links is still reported in time.

use std::collections::{BTreeMap, HashMap};
use std::sync::OnceLock;

use super::diagnostic::nearest;

/// At most so many paths with one name are compared.
const MOST: usize = 200;

/// Paths that exist, put in order when one is searched for: in most books none is.
#[derive(Debug, Default)]
pub struct NearPaths<'a> {
    paths: Vec<&'a str>,
    known: OnceLock<Known>,
}

#[derive(Debug, Default)]
struct Known {
    /// Indexes of paths by their small letters, their names, their folders.
    by_case: HashMap<String, usize>,
    by_name: BTreeMap<String, Vec<usize>>,
    by_folder: HashMap<String, Vec<usize>>,
}

impl<'a> NearPaths<'a> {
    /// Takes the paths that exist, in the order in which equals are preferred.
    #[must_use]
    pub fn new(paths: impl IntoIterator<Item = &'a str>) -> Self {
        Self { paths: paths.into_iter().collect(), known: OnceLock::new() }
    }

    /// The path nearest to `path`, if one is near enough to be what was meant.
    #[must_use]
    pub fn find(&self, path: &str) -> Option<&'a str> {
        self.known.get_or_init(|| Known::new(&self.paths)).find(&self.paths, path)
    }
}

impl Known {
    fn new(paths: &[&str]) -> Self {
        let mut known = Self::default();
        for (index, path) in paths.iter().enumerate() {
            let (folder, name) = path.rsplit_once('/').unwrap_or(("", path));
            known.by_case.entry(path.to_lowercase()).or_insert(index);
            known.by_name.entry(name.to_owned()).or_default().push(index);
            known.by_folder.entry(folder.to_owned()).or_default().push(index);
        }
        known
    }

    fn find<'a>(&self, paths: &[&'a str], path: &str) -> Option<&'a str> {
        let at = |index: &usize| paths.get(*index).copied();
        if let Some(same) = self.by_case.get(&path.to_lowercase()).and_then(at) {
            return Some(same);
        }
        let (folder, name) = path.rsplit_once('/').unwrap_or(("", path));
        let siblings = self.by_folder.get(folder).into_iter().flatten().take(MOST).filter_map(at);
        let slip = nearest(path, siblings.filter(|s| near_name(name, s)));
        let namesakes = self.by_name.get(name).into_iter().flatten().take(MOST).filter_map(at);
        let index = matches!(name.to_ascii_lowercase().as_str(), "index.md" | "readme.md");
        let moved =
            if index { nearest(path, namesakes) } else { namesakes.min_by_key(|p| (strsim::levenshtein(path, p), *p)) };
        slip.or(moved)
    }
}

/// A slip of the pen in a file's name, whatever the length of its folder's.
fn near_name(name: &str, path: &str) -> bool {
    let other = path.rsplit('/').next().unwrap_or(path);
    strsim::damerau_levenshtein(name, other) <= (name.chars().count() / 3).max(2)
}

#[cfg(test)]
mod tests {
    use super::NearPaths;

    #[test]
    fn what_was_probably_meant_is_found() {
        let near = NearPaths::new(["ke-hoach/index.md", "ke-hoach/muc-tieu.md", "khung/index.md", "khung/nen-tang.md"]);
        for (wrong, right) in [
            ("ke-hoach/Muc-Tieu.md", Some("ke-hoach/muc-tieu.md")),
            ("ke-hoach/muc-tiu.md", Some("ke-hoach/muc-tieu.md")),
            ("muc-tieu.md", Some("ke-hoach/muc-tieu.md")),
            ("khug/index.md", Some("khung/index.md")),
            ("khung/x.md", None),
            ("something/else.md", None),
        ] {
            assert_eq!(near.find(wrong), right, "{wrong}");
        }
    }
}
