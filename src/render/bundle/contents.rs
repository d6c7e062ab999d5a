//! Which files of a website go into a ZIP, and what they weigh.

use std::collections::BTreeMap;

use crate::base::{Artifact, RelPath};
use crate::render::named::{is_shared, with_named};

/// What a file of the bundle is for.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Kind {
    /// What readers read.
    Pages,
    /// The index and the script that reads it.
    Search,
    /// Images and files of the handbook.
    Media,
    /// Printed editions.
    Print,
    /// Style sheet, scripts, fonts.
    Look,
}

/// How much of a bundle is of one kind, before packing.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Share {
    /// Which kind.
    pub kind: Kind,
    /// How many files.
    pub files: usize,
    /// Their bytes.
    pub bytes: u64,
}

/// Files that make sense on a web server only.
const SERVER_ONLY: [&str; 5] = ["404.html", "index.html", "robots.txt", "sitemap.xml", "sw.js"];

/// The same, in any folder.
const ON_SERVER: [&str; 2] = ["app.webmanifest", "offline.json"];

/// The files that go along, in the order of their paths; `needed` among them.
pub fn kept<'s>(site: &'s [Artifact], needed: &[&RelPath]) -> Vec<&'s Artifact> {
    let goes = |a: &&Artifact| {
        let server_only = SERVER_ONLY.contains(&a.path.as_str()) || ON_SERVER.contains(&a.path.name());
        let own = !is_shared(&a.path) && a.path.parts().next() != Some("download");
        needed.contains(&&a.path) || (own && !server_only)
    };
    with_named(site.iter().filter(goes).collect(), site)
}

/// What the kept files weigh, by kind.
pub fn shares(kept: &[&Artifact]) -> Vec<Share> {
    let mut sums: BTreeMap<Kind, (usize, u64)> = BTreeMap::new();
    for artifact in kept {
        let sum = sums.entry(kind(&artifact.path)).or_default();
        *sum = (sum.0 + 1, sum.1 + artifact.bytes.len() as u64);
    }
    sums.into_iter().map(|(kind, (files, bytes))| Share { kind, files, bytes }).collect()
}

fn kind(path: &RelPath) -> Kind {
    let mut parts = path.parts();
    match (parts.next().unwrap_or_default(), parts.next().unwrap_or_default()) {
        ("assets", name) if name.starts_with("search.") => Kind::Search,
        ("assets", _) => Kind::Look,
        ("media", _) => Kind::Media,
        ("print", _) => Kind::Print,
        (_, "search") => Kind::Search,
        _ => Kind::Pages,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::base::ArtifactKind;

    #[test]
    fn only_what_pages_name_goes_along() {
        let file = |path: &str, text: &str| {
            Artifact::new(RelPath::new(path).unwrap(), ArtifactKind::Asset, text.as_bytes().to_vec())
        };
        let site = [
            file("404.html", ""),
            file("assets/a.1.css", "url(b.2.woff2)"),
            file("assets/b.2.woff2", ""),
            file("assets/languages.3.js", ""),
            file("download/handbook-vi.epub", ""),
            file("index.html", "assets/languages.3.js"),
            file("media/hinh.4.svg", ""),
            file("media/khac.5.svg", ""),
            file("vi/index.html", "../media/hinh.4.svg"),
            file("vi/search/index.js", ""),
        ];
        let paths: Vec<_> = kept(&site, &[&site[1].path]).iter().map(|a| a.path.as_str()).collect();
        assert_eq!(
            paths,
            ["assets/a.1.css", "assets/b.2.woff2", "media/hinh.4.svg", "vi/index.html", "vi/search/index.js"]
        );
    }
}
