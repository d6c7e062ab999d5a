//! The procedures of `camnang translate`: each reads the handbook, works on catalogs, and writes back what changed.
//!
//! Owns which files they write (catalogs below the i18n folder, front matter of translations) and that each is
//! written in one step. What is written, `i18n::translation` and `content::front_matter` decide.

use std::collections::BTreeMap;
use std::path::Path;

use rayon::prelude::*;
use serde::Serialize;

use super::{config_path, open};
use crate::base::{Diagnostic, Locale, RelPath, Severity, codes};
use crate::config::{self, Config};
use crate::content::{self, Content};
use crate::files::Project;
use crate::i18n::catalog::{self, messages::Messages};
use crate::i18n::po::File;
use crate::i18n::translation::header;
use crate::i18n::translation::merge::{Changes, merge};
use crate::i18n::translation::status::{self, LocaleStatus};
use crate::i18n::translation::wanted::{Wanted, wanted};
use crate::words;

/// The template's file name.
const TEMPLATE: &str = "handbook.pot";

/// What `extract` did to one file.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Extracted {
    /// The file, relative to the project.
    pub path: String,
    /// Messages in it.
    pub messages: usize,
    /// Messages it did not have before.
    pub new: usize,
    /// Those of them that were given a guess.
    pub guessed: usize,
    /// Messages that are no longer in the source.
    pub obsolete: usize,
    /// Whether its bytes changed.
    pub written: bool,
}

/// A handbook opened for translating.
struct Desk {
    project: Project,
    config: Config,
    content: Content,
}

impl Desk {
    /// Opens a handbook. Only errors of its content are told: warnings are `check`'s.
    fn open(root: &Path, findings: &mut Vec<Diagnostic>) -> Option<Self> {
        let mut read = || {
            let project = open(root)?;
            let source = project.text(&config_path())?;
            let (config, mut found) = config::load(&source);
            let content = config.as_ref().map(|config| content::load(&project, config));
            let content = content.map(|(content, faults)| {
                found.extend(faults);
                content
            });
            findings.extend(found.into_iter().filter(|f| f.severity == Severity::Error));
            Ok(config.zip(content).map(|(config, content)| Self { project, config, content }))
        };
        match read() {
            Ok(desk) => desk,
            Err(finding) => {
                findings.push(finding);
                None
            }
        }
    }

    fn catalogs(&self, findings: &mut Vec<Diagnostic>) -> BTreeMap<Locale, File> {
        let mut files = BTreeMap::new();
        for locale in catalog::targets(&self.config) {
            if let Some((file, found)) = catalog::file(&self.project, &self.config, locale) {
                findings.extend(found);
                files.insert(locale.clone(), file);
            }
        }
        files
    }
}

/// Writes the template and brings every language's catalog up to the source. A catalog with faults is left alone.
#[must_use]
pub fn extract(root: &Path) -> (Vec<Extracted>, Vec<Diagnostic>) {
    let mut findings = Vec::new();
    let Some(desk) = Desk::open(root, &mut findings) else { return (Vec::new(), findings) };
    // A page that cannot be read would be taken for one that is gone.
    if findings.iter().any(|f| f.severity == Severity::Error) {
        return (Vec::new(), findings);
    }
    let files = desk.catalogs(&mut findings);
    let messages = Messages::of(&desk.content, &desk.config);
    let occurrences = messages.occurrences();
    let mut jobs: Vec<(Option<&Locale>, Vec<Wanted>)> = vec![(None, wanted(&occurrences, |_| true))];
    for locale in catalog::targets(&desk.config) {
        jobs.push((Some(locale), wanted(&occurrences, |scope| messages.needs(locale, scope))));
    }
    let done: Vec<_> =
        jobs.par_iter().filter_map(|(locale, wanted)| one(root, &desk, &files, *locale, wanted)).collect();
    let mut extracted = Vec::new();
    for result in done {
        match result {
            Ok(file) => extracted.push(file),
            Err(finding) => findings.push(*finding),
        }
    }
    findings.sort();
    (extracted, findings)
}

/// One catalog, or the template. `None` when it has faults, or would be empty.
fn one(
    root: &Path,
    desk: &Desk,
    files: &BTreeMap<Locale, File>,
    locale: Option<&Locale>,
    wanted: &[Wanted],
) -> Option<Result<Extracted, Box<Diagnostic>>> {
    let config = &desk.config;
    let (read, title) = match locale {
        Some(locale) => (files.get(locale).cloned(), config.locale(locale).map(|l| l.title.as_str())),
        None => (template(desk), config.locale(&config.source).map(|l| l.title.as_str())),
    };
    let first = || match locale {
        Some(locale) => catalog::paths(config, locale).into_iter().next(),
        None => config.i18n.join(TEMPLATE).ok(),
    };
    let path = read.as_ref().map(|file| file.source.path.clone()).or_else(first)?;
    let old = read.unwrap_or_else(|| File::empty(std::sync::Arc::new(crate::base::Source::new(path.clone(), ""))));
    if !old.sound || (wanted.is_empty() && old.items.is_empty()) {
        return None;
    }
    let head = header::new(title.unwrap_or_default(), &config.edition_date, locale);
    let (merged, changes) = match locale {
        Some(_) => merge(&old, wanted, &head, &config.edition_date),
        None => {
            (crate::i18n::translation::merge::template(&old, wanted, &head, &config.edition_date), Changes::default())
        }
    };
    let (before, after) = (old.to_text(), merged.to_text());
    let written = before != after;
    if written && let Err(finding) = write(root, &path, &after) {
        return Some(Err(Box::new(finding)));
    }
    let Changes { new, guessed, obsolete } = changes;
    Some(Ok(Extracted { path: path.to_string(), messages: wanted.len(), new, guessed, obsolete, written }))
}

fn template(desk: &Desk) -> Option<File> {
    let path = desk.config.i18n.join(TEMPLATE).ok().filter(|path| desk.project.exists(path))?;
    // It holds nobody's work: one that cannot be read is made anew.
    Some(catalog::read(&desk.project, &path).0).filter(|file| file.sound)
}

/// How far each language has got.
#[must_use]
pub fn status(root: &Path) -> (Vec<LocaleStatus>, Vec<Diagnostic>) {
    let mut findings = Vec::new();
    let Some(desk) = Desk::open(root, &mut findings) else { return (Vec::new(), findings) };
    let files = desk.catalogs(&mut findings);
    let locales = status::of(&desk.config, &desk.content, &files);
    findings.sort();
    (locales, findings)
}

/// Writes a file of the project in one step: a killed run leaves the old one whole.
fn write(root: &Path, path: &RelPath, text: &str) -> Result<(), Diagnostic> {
    let file = root.join(path.as_str());
    let new = root.join(format!("{path}.new"));
    let folder = file.parent().unwrap_or(root);
    let done = std::fs::create_dir_all(folder)
        .and_then(|()| std::fs::write(&new, text))
        .and_then(|()| std::fs::rename(&new, &file));
    done.map_err(|error| {
        let message = words!("`{path}` cannot be written: {error}", "không ghi được `{path}`: {error}");
        Diagnostic::error(codes::TRANSLATION_WRITE, message)
    })
}
