//! What the path of a link names: a page of the book, in whichever way it is written.
//!
//! Owns the forms in which a page may be named: its source path, the path it is published under, its folder,
//! `README.md` for `index.md`, its name without an extension, a former path. Every form is in one map.

use std::collections::HashMap;

use percent_encoding::percent_decode_str;

use crate::base::{Hash, PathError, RelPath};

/// A link's destination, taken apart.
#[derive(Clone, Debug, PartialEq)]
pub enum Destination<'a> {
    /// Another site, a mail address.
    External,
    /// `stat:id`.
    Statistic(&'a str),
    /// `date:`, `choice:`, with something behind it that no form understands.
    NoField,
    /// A path below the content folder (empty: the page itself) and an anchor.
    Inside {
        /// The path, in the form it was written in.
        path: Result<RelPath, PathError>,
        /// The anchor, decoded; `None` for the top of the page.
        anchor: Option<String>,
    },
}

/// Reads a destination written in the page at `page`.
#[must_use]
pub fn read<'a>(to: &'a str, page: &RelPath) -> Destination<'a> {
    if let Some(id) = to.strip_prefix("stat:") {
        return Destination::Statistic(id);
    }
    // What a form understands is no link by now.
    if to.starts_with("date:") || to.starts_with("choice:") {
        return Destination::NoField;
    }
    if to.starts_with("//") || has_scheme(to) {
        return Destination::External;
    }
    let (rest, anchor) = to.split_once('#').map_or((to, None), |(rest, anchor)| (rest, Some(anchor)));
    let path = rest.split('?').next().unwrap_or_default();
    let decoded = percent_decode_str(path).decode_utf8_lossy();
    let path = match decoded.strip_prefix('/') {
        _ if decoded.is_empty() => Ok(page.clone()),
        Some(from_top) => RelPath::new(from_top.trim_start_matches('/')),
        None => page.link(&decoded),
    };
    let anchor = anchor.map(|a| percent_decode_str(a).decode_utf8_lossy().into_owned());
    Destination::Inside { path, anchor: anchor.filter(|a| !a.is_empty() && a != "top") }
}

/// `https:`, `mailto:`; one letter is a Windows drive.
fn has_scheme(to: &str) -> bool {
    let Some((scheme, _)) = to.split_once(':') else { return false };
    scheme.len() > 1
        && scheme.starts_with(|c: char| c.is_ascii_alphabetic())
        && scheme.chars().all(|c| c.is_ascii_alphanumeric() || "+-.".contains(c))
}

/// All pages by all their names.
#[derive(Debug, Default)]
pub struct Addresses {
    pages: HashMap<String, usize>,
    /// Hash of all names and what they name.
    pub key: Hash,
}

impl Addresses {
    /// The pages at these source paths, and at their former paths. A real path always wins over a tolerated one.
    #[must_use]
    pub fn new<'a>(
        paths: impl Iterator<Item = &'a RelPath> + Clone,
        former: impl Iterator<Item = (&'a str, usize)>,
    ) -> Self {
        let former: Vec<(&str, usize)> = former.collect();
        let key = Self::key(paths.clone(), former.iter().copied());
        let mut pages = HashMap::new();
        for (index, path) in paths.clone().enumerate() {
            pages.entry(path.to_string()).or_insert(index);
        }
        // `a` is rather the folder than `a.md`, when both exist.
        for folders in [true, false] {
            for (index, path) in paths.clone().enumerate().filter(|(_, p)| is_index(p) == folders) {
                for name in other_names(path) {
                    pages.entry(name).or_insert(index);
                }
            }
        }
        for (path, index) in former {
            pages.entry(path.to_owned()).or_insert(index);
        }
        Self { pages, key }
    }

    /// The key of pages at these paths.
    #[must_use]
    pub fn key<'a>(paths: impl Iterator<Item = &'a RelPath>, former: impl Iterator<Item = (&'a str, usize)>) -> Hash {
        Hash::of_value(&(paths.collect::<Vec<_>>(), former.collect::<Vec<_>>()))
    }

    /// The page that a path below the content folder names.
    #[must_use]
    pub fn find(&self, path: &RelPath) -> Option<usize> {
        self.pages.get(path.as_str()).copied()
    }
}

fn is_index(path: &RelPath) -> bool {
    matches!(path.stem().to_ascii_lowercase().as_str(), "index" | "readme")
}

fn other_names(path: &RelPath) -> Vec<String> {
    let without =
        |p: &RelPath| p.as_str().strip_suffix(&format!(".{}", p.extension())).unwrap_or(p.as_str()).to_owned();
    let mut names = vec![path.with_extension("html").to_string(), without(path)];
    if is_index(path) {
        let folder = path.parent();
        names.push(folder.to_string());
        for name in ["index.md", "README.md", "readme.md", "index.html"] {
            names.extend(folder.join(name).map(|p| p.to_string()));
        }
    }
    names
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_page_is_found_by_each_of_its_names() {
        let path = |p: &str| RelPath::new(p).unwrap_or_default();
        let pages = [path("index.md"), path("a/README.md"), path("a/b c.md"), path("a.md")];
        let addresses = Addresses::new(pages.iter(), [("old/x.md", 2)].into_iter());
        for (from, to, page) in [
            ("a/b c.md", "../index.md", Some(0)),
            ("a/b c.md", "/index.html", Some(0)),
            ("a/b c.md", "..", Some(0)),
            ("a/b c.md", "README.md", Some(1)),
            ("a/b c.md", "index.html", Some(1)),
            ("index.md", "a/", Some(1)),
            ("index.md", "a/b%20c.md#x", Some(2)),
            ("index.md", "a/b%20c?q=1", Some(2)),
            ("index.md", "old/x.md", Some(2)),
            ("a/b c.md", "#x", Some(2)),
            ("index.md", "A.md", None),
        ] {
            let Destination::Inside { path: Ok(found), .. } = read(to, &path(from)) else { panic!("{to}") };
            assert_eq!(addresses.find(&found), page, "{to}");
        }
    }

    #[test]
    fn schemes_lead_outside() {
        let page = RelPath::default();
        for to in ["https://x.vn", "mailto:a@b.vn", "tel:113", "//x.vn/a.md"] {
            assert_eq!(read(to, &page), Destination::External, "{to}");
        }
        assert!(matches!(read("C:/x.md", &page), Destination::Inside { path: Err(_), .. }));
        assert!(matches!(read("../x.md", &page), Destination::Inside { path: Err(_), .. }));
    }
}
