//! The look: embedded theme, single-file overrides, templates, styles, scripts, fonts.
//!
//! May import `base`, `files`, `config`. Knows no book: a renderer hands it data and gets text.

mod assets;
mod files;
mod scripts;
mod shared;
mod styles;
mod templates;

use std::collections::BTreeMap;
use std::sync::Arc;

use crate::base::{Artifact, Diagnostic, Hash, Memo, RelPath};
use crate::config::Config;
use crate::files::Project;

pub use assets::AssetPaths;
pub use files::{ThemeFile, ThemeFiles};
pub use shared::Shared;
pub use styles::{SHEET, Sheet};
pub use templates::{Argument, Voice, Wording};

/// A theme, ready to render with.
pub struct Theme {
    files: Arc<ThemeFiles>,
    templates: Arc<templates::Templates>,
    /// Style sheet, scripts, fonts, images, under hashed names.
    pub assets: Vec<Artifact>,
    /// Where pages find them.
    pub paths: AssetPaths,
    /// Hash of the templates.
    pub key: Hash,
}

/// One line of `camnang theme list`.
#[derive(Clone, Debug, PartialEq, Eq, serde::Serialize)]
pub struct ThemeEntry {
    /// Path in the theme; the same path in the handbook's theme folder replaces it.
    pub name: String,
    /// Whether the handbook has its own.
    pub own: bool,
    /// Whether the default theme has one.
    pub built_in: bool,
}

impl Theme {
    /// The default theme with the project's own theme folder laid over it.
    #[must_use]
    pub fn load(project: &Project, config: &Config) -> (Arc<Self>, Vec<Diagnostic>) {
        let (paths, mut findings) = project.list(&config.theme);
        let mut own = BTreeMap::new();
        for path in paths {
            match project.bytes(&path) {
                Ok(bytes) => drop(own.insert(path, bytes)),
                Err(fault) => findings.push(fault),
            }
        }
        let memo = project.memo();
        let made = memo.get("theme", Hash::of_value(&(&config.theme, &own)), || {
            let (theme, faults) = Self::made(&config.theme, own, memo);
            (Arc::new(theme), faults)
        });
        findings.extend(made.1.iter().cloned());
        (Arc::clone(&made.0), findings)
    }

    /// The default theme with a handbook's own files laid over it (full project paths below `folder`).
    #[must_use]
    pub fn new(folder: &RelPath, own: BTreeMap<RelPath, Arc<[u8]>>) -> (Self, Vec<Diagnostic>) {
        Self::made(folder, own, &Memo::default())
    }

    fn made(folder: &RelPath, own: BTreeMap<RelPath, Arc<[u8]>>, memo: &Memo) -> (Self, Vec<Diagnostic>) {
        let (files, mut findings) = ThemeFiles::new(folder, own);
        let key = Hash::of_value(&files.below("templates").collect::<Vec<_>>());
        let templates = memo.get("templates", key, || {
            let (templates, faults) = templates::Templates::new(&files);
            (Arc::new(templates), faults)
        });
        findings.extend(templates.1.iter().cloned());
        let (assets, paths, faults) = assets::make(&files, memo);
        findings.extend(faults);
        (Self { files: Arc::new(files), templates: Arc::clone(&templates.0), assets, paths, key }, findings)
    }

    /// The templates, speaking one locale.
    #[must_use]
    pub fn voice(&self, words: Arc<dyn Wording>) -> Voice {
        self.templates.voice(Arc::clone(&self.files), words)
    }

    /// Every file of the theme, for renderers that bring templates of their own.
    #[must_use]
    pub fn files(&self) -> &ThemeFiles {
        &self.files
    }

    /// Whether the theme has a template of this name.
    #[must_use]
    pub fn has_template(&self, name: &str) -> bool {
        self.files.get(&format!("templates/{name}")).is_some()
    }

    /// What can be replaced and what is, sorted.
    #[must_use]
    pub fn list(&self) -> Vec<ThemeEntry> {
        let entry = |(name, file): (&str, &ThemeFile)| ThemeEntry {
            name: name.to_owned(),
            own: file.own.is_some(),
            built_in: file.replaces,
        };
        self.files.iter().map(entry).collect()
    }
}

impl std::fmt::Debug for Theme {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Theme").field("paths", &self.paths).finish_non_exhaustive()
    }
}
