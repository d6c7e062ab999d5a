//! The theme's files: what ships inside the program, and what a handbook puts in its place.
//!
//! Owns the rule that a file of the same name replaces, and that nothing else does. Reads no disk
//! itself: a handbook's files are handed in.

use std::borrow::Cow;
use std::collections::BTreeMap;
use std::sync::Arc;

use crate::base::{Diagnostic, RelPath, Source, Span, Words, codes, nearest};
use crate::words;

/// The default theme.
#[derive(rust_embed::Embed)]
#[folder = "themes/default/"]
struct Embedded;

/// Folders of a theme, and what their files are.
const FOLDERS: [&str; 10] = ["templates", "bundle", "css", "epub", "js", "offline", "search", "fonts", "img", "print"];

/// One file of the theme in use.
#[derive(Clone, Debug, Hash)]
pub struct ThemeFile {
    /// Its content.
    pub bytes: Cow<'static, [u8]>,
    /// The handbook's file, when it is not the theme's own.
    pub own: Option<RelPath>,
    /// Whether the default theme has a file of this name.
    pub replaces: bool,
}

/// Every file of the theme in use, by its path in the theme (`css/tokens.css`).
#[derive(Clone, Debug)]
pub struct ThemeFiles {
    files: BTreeMap<String, ThemeFile>,
}

impl ThemeFiles {
    /// The default theme under a handbook's own files (full project paths, all below `folder`).
    #[must_use]
    pub fn new(folder: &RelPath, own: BTreeMap<RelPath, Arc<[u8]>>) -> (Self, Vec<Diagnostic>) {
        let mut files: BTreeMap<String, ThemeFile> = Embedded::iter()
            .filter_map(|name| {
                let bytes = Embedded::get(&name)?.data;
                Some((name.into_owned(), ThemeFile { bytes, own: None, replaces: true }))
            })
            .collect();
        let mut findings = Vec::new();
        for (path, bytes) in own {
            let Some(name) = path.strip(folder) else { continue };
            if name.name().starts_with('.') {
                continue;
            }
            let replaces = files.contains_key(name.as_str());
            if !replaces && !may_be_added(&name) {
                findings.push(idle(&path, &name, files.keys().map(String::as_str)));
            }
            let file = ThemeFile { bytes: Cow::Owned(bytes.to_vec()), own: Some(path), replaces };
            files.insert(name.as_str().to_owned(), file);
        }
        let files = Self { files };
        findings.extend(files.unasked().into_iter().map(|(path, name)| files.unasked_finding(path, name)));
        (files, findings)
    }

    /// Templates of the handbook that stand in no other's place and that none of its templates names: mostly slips of
    /// the pen.
    fn unasked(&self) -> Vec<(&RelPath, &str)> {
        let own = || self.below("templates").filter(|(_, file)| file.own.is_some());
        let texts: Vec<String> = own().map(|(_, file)| String::from_utf8_lossy(&file.bytes).into_owned()).collect();
        let named = |name: &str| texts.iter().any(|text| text.contains(name));
        own()
            .filter(|(name, file)| !file.replaces && !named(name))
            .filter_map(|(n, f)| Some((f.own.as_ref()?, n)))
            .collect()
    }

    fn unasked_finding(&self, path: &RelPath, name: &str) -> Diagnostic {
        let message = words!(
            "no template asks for “{name}”: it is not used",
            "không khuôn mẫu nào gọi “{name}”: tệp này không được dùng"
        );
        let known = self.below("templates").filter(|(_, file)| file.replaces).map(|(name, _)| name);
        Diagnostic::warning(codes::THEME_UNKNOWN_FILE, message).help(names_shown(nearest(name, known))).in_file(path)
    }

    /// The files below a folder of the theme, sorted, with their path below it.
    pub fn below<'a>(&'a self, folder: &'a str) -> impl Iterator<Item = (&'a str, &'a ThemeFile)> {
        self.files.iter().filter_map(move |(name, file)| Some((name.strip_prefix(folder)?.strip_prefix('/')?, file)))
    }

    /// A file by its path in the theme.
    #[must_use]
    pub fn get(&self, name: &str) -> Option<&ThemeFile> {
        self.files.get(name)
    }

    /// A file as text, for findings that point into it.
    #[must_use]
    pub fn source(&self, name: &str) -> Option<Source> {
        let file = self.get(name)?;
        Some(Source::new(file.place(name), &String::from_utf8_lossy(&file.bytes)))
    }

    /// Every file, sorted.
    pub fn iter(&self) -> impl Iterator<Item = (&str, &ThemeFile)> {
        self.files.iter().map(|(name, file)| (name.as_str(), file))
    }
}

impl ThemeFile {
    /// Where a finding about the file points: the handbook's path, or the place in the default theme.
    #[must_use]
    pub fn place(&self, name: &str) -> RelPath {
        self.own.clone().unwrap_or_else(|| RelPath::new(&format!("themes/default/{name}")).unwrap_or_default())
    }
}

/// Styles, scripts, templates, fonts and images may be added, not only replaced.
fn may_be_added(name: &RelPath) -> bool {
    let folder = name.parts().next().unwrap_or_default();
    name.parts().count() > 1 && FOLDERS.contains(&folder)
}

fn idle<'a>(path: &RelPath, name: &RelPath, known: impl Iterator<Item = &'a str>) -> Diagnostic {
    let source = Source::new(path.clone(), "");
    let message = words!(
        "the theme has no place for “{name}”: it is not used",
        "giao diện không có chỗ cho “{name}”: tệp này không được dùng"
    );
    let finding = Diagnostic::warning(codes::THEME_UNKNOWN_FILE, message).at(&source, Span::default());
    finding.help(names_shown(nearest(name.as_str(), known)))
}

/// What may have been meant, and where all names are.
fn names_shown(near: Option<&str>) -> Words {
    match near {
        Some(near) => words!(
            "did you mean “{near}”? `camnang theme list` shows every name",
            "có phải “{near}”? `camnang theme list` cho xem mọi tên"
        ),
        None => words!("`camnang theme list` shows every name", "`camnang theme list` cho xem mọi tên"),
    }
}
