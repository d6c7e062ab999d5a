//! Which files of a website go into a ZIP, and what they weigh.

use std::collections::{BTreeMap, BTreeSet};

use aho_corasick::AhoCorasick;

use crate::base::{Artifact, RelPath};

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
const SERVER_ONLY: [&str; 6] = ["404.html", "index.html", "robots.txt", "sitemap.xml", "sw.js", "site.webmanifest"];

/// Folders whose files go along only when a page that goes along names them.
const ON_DEMAND: [&str; 2] = ["assets", "media"];

/// The files that go along, in the order of their paths.
pub fn kept(site: &[Artifact]) -> Vec<&Artifact> {
    let folder = |a: &Artifact| a.path.parts().next().unwrap_or_default().to_owned();
    let (shared, own): (Vec<&Artifact>, Vec<&Artifact>) =
        site.iter().partition(|a| ON_DEMAND.contains(&folder(a).as_str()));
    let own = own.into_iter().filter(|a| !SERVER_ONLY.contains(&a.path.as_str()) && folder(a) != "download");
    let mut kept: Vec<&Artifact> = own.filter(|a| a.path.name() != "offline.js").collect();
    // What a page names, what that names in turn, until nothing new is named.
    let names: Vec<&str> = shared.iter().map(|a| a.path.name()).collect();
    let mut missing: BTreeSet<usize> = (0..shared.len()).collect();
    let Ok(finder) = AhoCorasick::new(&names) else { return site.iter().collect() };
    let mut from = 0;
    while from < kept.len() {
        let reader = kept[from];
        from += 1;
        if !is_text(&reader.path) {
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

fn is_text(path: &RelPath) -> bool {
    matches!(path.extension().as_str(), "html" | "css" | "js" | "svg")
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
            file("vi/index.html", "../assets/a.1.css ../media/hinh.4.svg"),
            file("vi/search/index.js", ""),
        ];
        let paths: Vec<_> = kept(&site).iter().map(|a| a.path.as_str()).collect();
        assert_eq!(
            paths,
            ["assets/a.1.css", "assets/b.2.woff2", "media/hinh.4.svg", "vi/index.html", "vi/search/index.js"]
        );
    }
}
