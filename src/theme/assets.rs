//! The theme's static files under hashed names, so that a browser may keep them for ever.
//!
//! Owns where they stand in the output (`assets/`) and how style sheets and pages find them.

use std::collections::BTreeMap;

use super::{ThemeFiles, scripts, styles};
use crate::base::{Artifact, ArtifactKind, Diagnostic, Hash, Memo, RelPath};

/// Output paths of what pages refer to.
#[derive(Clone, Debug, Default)]
pub struct AssetPaths {
    /// The style sheet of every page.
    pub style: RelPath,
    /// Style sheets of some pages, by their names in the theme (`forms`).
    pub sheets: BTreeMap<String, RelPath>,
    /// The script that runs before the first paint (chosen appearance).
    pub early: Option<RelPath>,
    /// The script with all that only adds.
    pub main: Option<RelPath>,
    /// The script of the language choice alone.
    pub languages: Option<RelPath>,
    /// The script of redirects alone.
    pub redirect: Option<RelPath>,
    /// The script that is loaded when a reader searches.
    pub search: Option<RelPath>,
    /// Scripts of single pages, by their folder in the theme (`forms`).
    pub scripts: BTreeMap<String, RelPath>,
    /// Images and fonts, by their path in the theme (`img/icon.svg`).
    pub files: BTreeMap<String, RelPath>,
}

/// Makes every asset.
pub fn make(files: &ThemeFiles, memo: &Memo) -> (Vec<Artifact>, AssetPaths, Vec<Diagnostic>) {
    let mut artifacts = Vec::new();
    let mut paths = AssetPaths::default();
    for folder in ["fonts", "img"] {
        for (name, file) in files.below(folder).filter(|(name, _)| is_published(name)) {
            let path = hashed(name, &file.bytes);
            paths.files.insert(format!("{folder}/{name}"), path.clone());
            artifacts.push(Artifact::new(path, ArtifactKind::Asset, file.bytes.to_vec()));
        }
    }
    let (css, mut findings) = styles::bundle(files, &paths.files, memo);
    let (sheets, faults) = styles::of_pages(files, &paths.files, memo);
    findings.extend(faults);
    let mut publish = |name: &str, text: String| {
        let path = hashed(name, text.as_bytes());
        artifacts.push(Artifact::new(path.clone(), ArtifactKind::Asset, text.into_bytes()));
        path
    };
    paths.style = publish("style.css", css);
    for (name, css) in sheets {
        paths.sheets.insert(name.clone(), publish(&format!("{name}.css"), css));
    }
    paths.early = scripts::early(files).map(|text| publish("early.js", text));
    paths.languages = scripts::languages(files).map(|text| publish("languages.js", text));
    paths.redirect = scripts::redirect(files).map(|text| publish("redirect.js", text));
    paths.search = scripts::search(files).map(|text| publish("search.js", text));
    for (folder, text) in scripts::folders(files) {
        paths.scripts.insert(folder.clone(), publish(&format!("{folder}.js"), text));
    }
    paths.main = scripts::main(files).map(|text| publish("main.js", text));
    (artifacts, paths, findings)
}

/// Licences stay beside the sources; they are named in the program's own licence list. Fonts of the print edition
/// are embedded in its PDFs and no page asks for them.
fn is_published(name: &str) -> bool {
    !name.starts_with("print/") && !name.ends_with(".txt") && !name.ends_with(".md")
}

/// `fonts/a.woff2` → `assets/a.<hash>.woff2`.
fn hashed(name: &str, bytes: &[u8]) -> RelPath {
    let file = name.rsplit('/').next().unwrap_or(name);
    let (stem, extension) = file.rsplit_once('.').unwrap_or((file, "bin"));
    let hash = Hash::of(bytes).short();
    RelPath::new(&format!("assets/{stem}.{hash}.{extension}")).unwrap_or_default()
}
