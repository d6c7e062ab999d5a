//! Paths inside the project: relative, `/`-separated, never able to leave it.
//!
//! Owns the rule of what a path may be. Does no I/O: links on disk are `files`' concern.

use std::fmt;

use percent_encoding::{AsciiSet, CONTROLS, utf8_percent_encode};
use unicode_normalization::UnicodeNormalization;

use super::is_composed;

/// What the path of an address may not hold as it is (URL standard, path percent-encode set, and `%`).
const ESCAPED: &AsciiSet = &CONTROLS
    .add(b' ')
    .add(b'"')
    .add(b'#')
    .add(b'%')
    .add(b'<')
    .add(b'>')
    .add(b'?')
    .add(b'[')
    .add(b'\\')
    .add(b']')
    .add(b'^')
    .add(b'`')
    .add(b'{')
    .add(b'|')
    .add(b'}');

/// Why a path was refused.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum PathError {
    /// It starts at a root, a drive letter or a scheme.
    Absolute,
    /// `..` leads out of the project.
    Escapes,
    /// A part that some operating system cannot hold: the part.
    Unportable(String),
}

/// A path relative to a folder of the project: parts joined by `/`, in NFC, no `.`, `..` or empty part,
/// no drive letter, no control character, no name Windows reserves. The empty path is the folder itself.
#[derive(Clone, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct RelPath(String);

impl RelPath {
    /// Checks and normalises a path; `\` counts as `/`.
    ///
    /// # Errors
    /// [`PathError`] says what is not allowed.
    pub fn new(path: &str) -> Result<Self, PathError> {
        Self::default().join(path)
    }

    /// This folder's path joined with a relative one, `..` resolved.
    ///
    /// # Errors
    /// [`PathError`], as when `..` climbs above the project.
    pub fn join(&self, relative: &str) -> Result<Self, PathError> {
        if is_plain(relative) {
            return Ok(Self(if self.0.is_empty() { relative.to_owned() } else { [&self.0, relative].join("/") }));
        }
        self.join_any(relative)
    }

    /// [`RelPath::join`] for what may not be plain.
    fn join_any(&self, relative: &str) -> Result<Self, PathError> {
        let relative = relative.replace('\\', "/");
        let drive = relative.as_bytes().get(1) == Some(&b':');
        if relative.starts_with('/') || drive {
            return Err(PathError::Absolute);
        }
        let mut parts: Vec<&str> = self.parts().collect();
        for part in relative.split('/') {
            match part {
                "" | "." => {}
                ".." => {
                    parts.pop().ok_or(PathError::Escapes)?;
                }
                part => {
                    check_part(part)?;
                    parts.push(part);
                }
            }
        }
        let joined = parts.join("/");
        Ok(Self(if is_composed(&joined) { joined } else { joined.nfc().collect() }))
    }

    /// A link written in this file, resolved against this file's folder.
    ///
    /// # Errors
    /// As [`RelPath::join`].
    pub fn link(&self, relative: &str) -> Result<Self, PathError> {
        self.parent().join(relative)
    }

    /// The folder this path stands in; the empty path for a top-level one.
    #[must_use]
    pub fn parent(&self) -> Self {
        Self(self.0.rsplit_once('/').map_or(String::new(), |(parent, _)| parent.to_owned()))
    }

    /// The parts between the slashes.
    pub fn parts(&self) -> impl DoubleEndedIterator<Item = &str> {
        self.0.split('/').filter(|p| !p.is_empty())
    }

    /// The last part.
    #[must_use]
    pub fn name(&self) -> &str {
        self.0.rsplit('/').next().unwrap_or_default()
    }

    /// The last part without its extension.
    #[must_use]
    pub fn stem(&self) -> &str {
        self.name().rsplit_once('.').map_or(self.name(), |(stem, _)| stem)
    }

    /// The extension, in lower case, without its dot.
    #[must_use]
    pub fn extension(&self) -> String {
        self.name().rsplit_once('.').map_or(String::new(), |(_, e)| e.to_ascii_lowercase())
    }

    /// The same path with another extension (given without its dot).
    #[must_use]
    pub fn with_extension(&self, extension: &str) -> Self {
        let keep = self.0.len() - self.name().len() + self.stem().len();
        Self(format!("{}.{extension}", &self.0[..keep]))
    }

    /// The part below `folder`, if this path stands there.
    #[must_use]
    pub fn strip(&self, folder: &Self) -> Option<Self> {
        if folder.0.is_empty() {
            return Some(self.clone());
        }
        self.0.strip_prefix(&folder.0)?.strip_prefix('/').map(|rest| Self(rest.to_owned()))
    }

    /// Whether `other` is this folder or stands below it.
    #[must_use]
    pub fn holds(&self, other: &Self) -> bool {
        let rest = other.0.strip_prefix(&self.0);
        self.0.is_empty() || rest.is_some_and(|rest| rest.is_empty() || rest.starts_with('/'))
    }

    /// The relative way from this **file** to another path of the same root, as an unescaped URL path.
    #[must_use]
    pub fn relative_to(&self, target: &Self) -> String {
        let here = self.parent();
        let from: Vec<&str> = here.parts().collect();
        let to: Vec<&str> = target.parts().collect();
        let folders = to.len().saturating_sub(1);
        let shared = from.iter().zip(&to[..folders]).take_while(|(a, b)| a == b).count();
        let mut way = "../".repeat(from.len() - shared);
        way.push_str(&to[shared..].join("/"));
        way
    }

    /// [`RelPath::relative_to`] as an address: what a URL path may not hold is escaped.
    #[must_use]
    pub fn address_of(&self, target: &Self) -> String {
        escape_address(&self.relative_to(target))
    }

    /// The path as text.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

/// A path or anchor as part of an address: what a URL may not hold is escaped.
#[must_use]
pub fn escape_address(text: &str) -> String {
    utf8_percent_encode(text, ESCAPED).to_string()
}

impl fmt::Display for RelPath {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

/// Whether a path is as it should be at first sight, as those of most files are: of small ASCII letters and digits, without
/// a part that could have a meaning of its own.
fn is_plain(path: &str) -> bool {
    let bytes = path.as_bytes();
    // Of the part that is read: its start, and its first dot.
    let (mut start, mut dot) = (0, None);
    for at in 0..=bytes.len() {
        match bytes.get(at).unwrap_or(&b'/') {
            b'a'..=b'z' | b'0'..=b'9' | b'-' | b'_' => {}
            b'.' => dot = dot.or(Some(at)),
            b'/' => {
                let part = &bytes[start..at];
                let stem = dot.take().unwrap_or(at) - start;
                // What Windows reserves has three or four letters, and begins with one of these.
                let reserved = matches!(stem, 3 | 4) && part.first().is_some_and(|first| b"cpanl".contains(first));
                if stem == 0 || reserved || part.ends_with(b".") {
                    return false;
                }
                start = at + 1;
            }
            _ => return false,
        }
    }
    true
}

/// Names and characters that Windows cannot hold, so that a book written on one system builds on all
/// (Microsoft, "Naming Files, Paths, and Namespaces").
fn check_part(part: &str) -> Result<(), PathError> {
    const RESERVED: [&str; 4] = ["CON", "PRN", "AUX", "NUL"];
    let stem = part.split('.').next().unwrap_or_default().to_ascii_uppercase();
    let numbered = (stem.starts_with("COM") || stem.starts_with("LPT"))
        && stem.len() == 4
        && stem.ends_with(|c: char| c.is_ascii_digit() && c != '0');
    let bad_char = part.chars().any(|c| c.is_control() || "<>:\"|?*".contains(c));
    let bad_end = part.ends_with(['.', ' ']);
    if RESERVED.contains(&stem.as_str()) || numbered || bad_char || bad_end {
        return Err(PathError::Unportable(part.to_owned()));
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn paths_cannot_leave() {
        for path in [
            "a/b-c.html",
            "vi/search/p12.js",
            "con.html",
            "a/aux",
            "lpt1.md",
            "a//b",
            "a/./b",
            "a./b",
            "",
            ".a/b",
            "a/",
            "../b",
            "a/com1/b.c",
            "A/b",
        ] {
            let long = |path: &str| RelPath::default().join_any(path);
            assert_eq!(RelPath::new(path), long(path), "{path}");
            let folder = RelPath::new("x/y").unwrap();
            assert_eq!(folder.join(path), folder.join_any(path), "{path}");
        }
        assert_eq!(RelPath::new("../a"), Err(PathError::Escapes));
        assert_eq!(RelPath::new("a/../../b"), Err(PathError::Escapes));
        assert_eq!(RelPath::new("/etc/passwd"), Err(PathError::Absolute));
        assert_eq!(RelPath::new("C:\\x"), Err(PathError::Absolute));
        assert!(matches!(RelPath::new("a/con.md"), Err(PathError::Unportable(_))));
        assert!(matches!(RelPath::new("a/b?.md"), Err(PathError::Unportable(_))));
    }

    #[test]
    fn links_resolve_and_relate() {
        let file = RelPath::new("vi/khung/tong-quan.html").unwrap_or_default();
        let link = |to: &str| RelPath::new(to).map(|t| file.relative_to(&t));
        assert_eq!(link("vi/khung/a.html").as_deref(), Ok("a.html"));
        assert_eq!(link("vi/a.html").as_deref(), Ok("../a.html"));
        assert_eq!(link("assets/x.css").as_deref(), Ok("../../assets/x.css"));
        assert_eq!(file.link("../a.md").map(|p| p.to_string()).as_deref(), Ok("vi/a.md"));
        assert_eq!(RelPath::new("a\\b//./c.md").map(|p| p.to_string()).as_deref(), Ok("a/b/c.md"));
    }

    #[test]
    fn decomposed_names_are_composed() {
        assert_eq!(RelPath::new("a\u{0300}.md").map(|p| p.to_string()).as_deref(), Ok("à.md"));
    }
}
