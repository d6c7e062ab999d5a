//! The theme's scripts: plain files, put one after the other.
//!
//! Owns which script runs when: files of `js/` on every page, those of a folder below it only on the pages
//! that ask for it. Pages must work without any of them.

use std::collections::BTreeMap;

use super::ThemeFiles;

/// Scripts that are not part of the main one.
const ALONE: [&str; 3] = ["early.js", "languages.js", "redirect.js"];

/// Runs before the first paint.
pub fn early(files: &ThemeFiles) -> Option<String> {
    one(files, ALONE[0])
}

/// Runs on the language choice only.
pub fn languages(files: &ThemeFiles) -> Option<String> {
    one(files, ALONE[1])
}

/// Runs on redirects only.
pub fn redirect(files: &ThemeFiles) -> Option<String> {
    one(files, ALONE[2])
}

/// Everything else, by name.
pub fn main(files: &ThemeFiles) -> Option<String> {
    together(files, "js")
}

/// All that searching needs, by name; loaded when a reader searches.
pub fn search(files: &ThemeFiles) -> Option<String> {
    together(files, "search")
}

fn together(files: &ThemeFiles, folder: &str) -> Option<String> {
    let texts: Vec<String> = files
        .below(folder)
        .filter(|(name, _)| name.ends_with(".js") && !name.contains('/') && !ALONE.contains(name))
        .map(|(_, file)| slim(&String::from_utf8_lossy(&file.bytes)))
        .collect();
    (!texts.is_empty()).then(|| texts.concat())
}

/// One script a folder (`js/forms/…` → `forms`): its files by name, in a scope of their own that they share.
pub fn folders(files: &ThemeFiles) -> BTreeMap<String, String> {
    let mut texts: BTreeMap<String, String> = BTreeMap::new();
    for (name, file) in files.below("js").filter(|(name, _)| name.ends_with(".js")) {
        if let Some((folder, _)) = name.split_once('/') {
            texts.entry(folder.to_owned()).or_default().push_str(&slim(&String::from_utf8_lossy(&file.bytes)));
        }
    }
    texts.into_iter().map(|(folder, text)| (folder, format!("(function () {{\n{text}}})();\n"))).collect()
}

fn one(files: &ThemeFiles, name: &str) -> Option<String> {
    files.get(&format!("js/{name}")).map(|file| slim(&String::from_utf8_lossy(&file.bytes)))
}

/// Drops lines that are only a comment, and indentation: most of what a minifier would save after
/// compression, with nothing that could change what a script means.
fn slim(script: &str) -> String {
    let mut text = String::with_capacity(script.len());
    let mut in_template = false;
    for line in script.lines() {
        let trimmed = if in_template { line } else { line.trim_start() };
        if !in_template && (trimmed.is_empty() || trimmed.starts_with("//")) {
            continue;
        }
        if !line.matches('`').count().is_multiple_of(2) {
            in_template = !in_template;
        }
        text.push_str(trimmed);
        text.push('\n');
    }
    text
}
