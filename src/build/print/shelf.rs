//! The faces at hand, each file read once for all documents.

use std::collections::BTreeMap;
use std::sync::{Mutex, PoisonError};

use crate::base::Locale;
use crate::files::fonts::SystemFonts;
use crate::render::print::{self, Faces, Fonts, Manuscript, Script, SystemFamily};
use crate::theme::Theme;

/// The theme's faces, and the system's as they are asked for.
pub(super) struct Shelf {
    theme: Faces,
    system: SystemFonts,
    read: Mutex<BTreeMap<&'static str, Faces>>,
}

impl Shelf {
    pub(super) fn new(theme: &Theme, system: SystemFonts) -> Self {
        Self { theme: Faces::of_theme(theme), system, read: Mutex::default() }
    }

    /// The faces a document needs, and the scripts they are of.
    pub(super) fn fonts(&self, manuscript: &Manuscript, locale: &Locale) -> (Fonts, Vec<Script>) {
        let scripts = print::needed(&manuscript.glyphs, &self.theme, locale);
        let families = scripts.iter().flat_map(|script| [script.text, script.head]);
        let faces: Vec<Faces> = families.map(|family| self.family(family)).collect();
        (Fonts::new(std::iter::once(&self.theme).chain(&faces)), scripts)
    }

    /// Read under the lock: two threads would read 26 MB twice.
    fn family(&self, family: SystemFamily) -> Faces {
        let mut read = self.read.lock().unwrap_or_else(PoisonError::into_inner);
        read.entry(family.name).or_insert_with(|| Faces::of(self.system.read(family.file)).family(family.name)).clone()
    }
}
