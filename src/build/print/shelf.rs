//! The faces at hand, each file read once for all documents.

use std::collections::BTreeMap;
use std::sync::{Mutex, PoisonError};

use crate::base::{Diagnostic, Locale};
use crate::files::fonts::SystemFonts;
use crate::render::print::{self, Faces, Fonts, Gaps, Manuscript, Script, SystemFamily};
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

    /// Finds a manuscript's fonts and names them in its data; `None` when the language cannot be printed with them.
    pub(super) fn ready(
        &self,
        manuscript: &mut Manuscript,
        locale: &Locale,
        findings: &mut Vec<Diagnostic>,
    ) -> Option<Fonts> {
        let (fonts, scripts) = self.fonts(manuscript, locale);
        findings.append(&mut manuscript.findings);
        let mut gaps = Gaps::of(manuscript, &fonts, locale);
        findings.append(&mut gaps.findings);
        if gaps.unprintable {
            return None;
        }
        gaps.fill(manuscript);
        print::families(&mut manuscript.data, &scripts, &fonts, locale);
        Some(fonts)
    }

    /// The faces a document needs, and the scripts they are of.
    fn fonts(&self, manuscript: &Manuscript, locale: &Locale) -> (Fonts, Vec<Script>) {
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
