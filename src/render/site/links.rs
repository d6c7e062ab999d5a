//! How one page of the site points at another file of it.
//!
//! Owns the rule: relative everywhere, so that one build works under any address and from a disk;
//! absolute only where a relative address cannot work (404 page, canonical, sitemap).

use crate::base::RelPath;
use crate::render::html::escape;

/// Addresses as seen from one place.
#[derive(Clone, Debug)]
pub enum Links {
    /// From the file at this output path.
    From(RelPath),
    /// From anywhere below this path of the host, which ends in `/`.
    Rooted(String),
}

impl Links {
    /// The address of an output file.
    pub fn to(&self, target: &RelPath) -> String {
        match self {
            Self::From(here) => here.address_of(target),
            Self::Rooted(base) => format!("{base}{}", escape::escape_address(target.as_str())),
        }
    }
}

/// The public address of an output file; a folder's `index.html` keeps its name, as every link of the site does.
pub fn absolute(base_url: &str, target: &RelPath) -> String {
    format!("{base_url}{}", escape::escape_address(target.as_str()))
}

/// The path of a base address: `https://host/a/` → `/a/`.
pub fn path_of(base_url: &str) -> String {
    let rest = base_url.split_once("://").map_or(base_url, |(_, rest)| rest);
    rest.find('/').map_or_else(|| "/".to_owned(), |at| rest[at..].to_owned())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn addresses_fit_where_they_stand() {
        let path = |p: &str| RelPath::new(p).unwrap_or_default();
        let page = Links::From(path("vi/khung/a.html"));
        assert_eq!(page.to(&path("vi/index.html")), "../index.html");
        assert_eq!(page.to(&path("vi/khung/năm 1.html")), "n%C4%83m%201.html");
        assert_eq!(Links::Rooted("/b/".to_owned()).to(&path("vi/a.html")), "/b/vi/a.html");
        assert_eq!(path_of("https://host/a/"), "/a/");
        assert_eq!(path_of("https://host/"), "/");
    }
}
