//! Fonts of the system, found by the names of their files.
//!
//! Owns where systems keep fonts. The one place where files outside of the project are read: fonts have no other home,
//! and a book of Han letters cannot bring 26 MB of them along.

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};
use std::sync::Arc;

use super::LARGEST_FILE;

/// Weights and styles that books use; a family may have many more.
const STYLES: [&str; 4] = ["Regular", "Bold", "Italic", "BoldItalic"];
/// Folders nest no deeper than this.
const DEPTH: usize = 6;

/// The font files of the system, by name.
#[derive(Clone, Debug, Default)]
pub struct SystemFonts {
    files: BTreeMap<String, PathBuf>,
}

impl SystemFonts {
    /// The fonts in these folders, or in the system's own when none are given. Of two files of one name the one in
    /// the folder named first counts.
    #[must_use]
    pub fn find(folders: &[PathBuf]) -> Self {
        let mut found = Self::default();
        let own;
        let folders = if folders.is_empty() {
            own = usual_folders();
            &own
        } else {
            folders
        };
        folders.iter().for_each(|folder| found.walk(folder, DEPTH));
        found
    }

    /// The files of a family (`NotoSerifLao` of `NotoSerifLao-Regular.ttf`), in the order of their names.
    #[must_use]
    pub fn read(&self, family: &str) -> Vec<Arc<[u8]>> {
        let of_family = |name: &str| {
            let Some(rest) = name.strip_prefix(family) else { return false };
            let style = rest.split('.').next().unwrap_or_default();
            style.starts_with('[')
                || style.strip_prefix('-').is_some_and(|s| STYLES.contains(&s) || s.starts_with("VF"))
        };
        let files = self.files.iter().filter(|(name, _)| of_family(name));
        files.filter_map(|(_, path)| std::fs::read(path).ok()).map(Arc::from).collect()
    }

    fn walk(&mut self, folder: &Path, depth: usize) {
        let Ok(entries) = std::fs::read_dir(folder) else { return };
        for entry in entries.flatten() {
            let path = entry.path();
            let Ok(data) = path.metadata() else { continue };
            if data.is_dir() && depth > 0 {
                self.walk(&path, depth - 1);
            } else if let Some(name) = entry.file_name().to_str()
                && [".ttf", ".otf", ".ttc"].iter().any(|end| name.ends_with(end))
                && data.len() <= LARGEST_FILE
            {
                self.files.entry(name.to_owned()).or_insert(path);
            }
        }
    }
}

/// Where fonts are kept: the user's own first.
fn usual_folders() -> Vec<PathBuf> {
    let home = std::env::var_os("HOME").or_else(|| std::env::var_os("USERPROFILE")).map(PathBuf::from);
    let data = std::env::var_os("XDG_DATA_HOME").map(|folder| PathBuf::from(folder).join("fonts"));
    let below_home = [".local/share/fonts", ".fonts", "Library/Fonts", "AppData/Local/Microsoft/Windows/Fonts"];
    let own = home.into_iter().flat_map(|home| below_home.map(|folder| home.join(folder)));
    let all =
        ["/usr/local/share/fonts", "/usr/share/fonts", "/Library/Fonts", "/System/Library/Fonts", "C:/Windows/Fonts"];
    data.into_iter().chain(own).chain(all.map(PathBuf::from)).collect()
}
