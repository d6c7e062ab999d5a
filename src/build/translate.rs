//! The procedures of `camnang translate`: each reads the handbook, works on catalogs, and writes back what changed.
//!
//! Owns which files they write (catalogs below the i18n folder, front matter of translations) and that each is
//! written in one step. What is written, `i18n::translation` and `content::front_matter` decide.

use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;

use rayon::prelude::*;
use serde::Serialize;

use super::{config_path, open};
use crate::base::{Diagnostic, Locale, Memo, RelPath, Severity, codes};
use crate::config::{self, Config};
use crate::content::front_matter::{self, Field};
use crate::content::page::SourcePage;
use crate::content::{self, Content};
use crate::files::Project;
use crate::i18n::catalog::{self, messages::Messages};
use crate::i18n::po::File;
use crate::i18n::translation::merge::{self, Changes, merge};
use crate::i18n::translation::status::{self, LocaleStatus, Way};
use crate::i18n::translation::wanted::{Wanted, wanted};
use crate::i18n::translation::{faults, gettext, header};
use crate::words;

/// So many digits of a hash tell two revisions of a page apart.
const HASH: usize = 16;
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
    let messages = Messages::of(&desk.content, &desk.config, &Memo::default());
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
        None => (merge::template(&old, wanted, &head, &config.edition_date), Changes::default()),
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

/// Everything probably wrong in the catalogs, and every line of them that cannot be read.
#[must_use]
pub fn check(root: &Path) -> Vec<Diagnostic> {
    let mut findings = Vec::new();
    let Some(desk) = Desk::open(root, &mut findings) else { return findings };
    for (locale, file) in desk.catalogs(&mut findings) {
        findings.extend(header::faults(&file));
        findings.extend(gettext::faults(&file));
        findings.extend(faults::of(&file, &locale));
    }
    findings.sort();
    findings
}

/// Which translated pages are stamped.
#[derive(Clone, Debug, Default)]
pub struct StampOptions {
    /// Also those whose source has changed since they were stamped.
    pub all: bool,
    /// These only, by their path below the project or the content folder; stale ones too.
    pub pages: Vec<String>,
    /// The day to write down, YYYY-MM-DD.
    pub date: String,
}

/// A translated page and what became of its stamp.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Stamped {
    /// The file, relative to the project.
    pub path: String,
    /// What it was before.
    pub way: Way,
    /// Whether its stamp was written.
    pub written: bool,
}

/// Writes into translated pages which revision of the source they were made from. A stale page is stamped only when
/// asked for: a stamp says that somebody has looked.
#[must_use]
pub fn stamp(root: &Path, options: &StampOptions) -> (Vec<Stamped>, Vec<Diagnostic>) {
    let mut findings = Vec::new();
    let Some(desk) = Desk::open(root, &mut findings) else { return (Vec::new(), findings) };
    let mut stamped = Vec::new();
    let mut asked: BTreeSet<&str> = options.pages.iter().map(|page| page.trim_start_matches("./")).collect();
    let source = desk.content.pages.get(&desk.config.source);
    for locale in catalog::targets(&desk.config) {
        for (path, own) in desk.content.pages.get(locale).into_iter().flatten() {
            let Some(source) = source.and_then(|pages| pages.get(path)) else { continue };
            let file = &own.source.path;
            let names = [
                file.as_str(),
                file.strip(&desk.config.content)
                    .map_or("", |_| &file.as_str()[desk.config.content.as_str().len()..])
                    .trim_start_matches('/'),
            ];
            let named = names.iter().any(|name| asked.remove(name));
            let way = status::way(own, source);
            let wanted = if options.pages.is_empty() {
                way == Way::Unstamped || (options.all && way == Way::Stale)
            } else {
                named && way != Way::Whole
            };
            let written = wanted
                && match put(root, &desk.project, file, source, &options.date) {
                    Ok(()) => true,
                    Err(finding) => {
                        findings.push(*finding);
                        false
                    }
                };
            stamped.push(Stamped { path: file.to_string(), way, written });
        }
    }
    findings.extend(asked.into_iter().map(no_page));
    findings.sort();
    (stamped, findings)
}

fn no_page(page: &str) -> Diagnostic {
    let message =
        words!("`{page}` is no translated page of the handbook", "`{page}` không phải trang dịch nào của cẩm nang");
    let help = words!(
        "name its file, such as content/en/index.md; it must stand in SUMMARY.md",
        "hãy ghi tên tệp, ví dụ content/en/index.md; trang phải có trong SUMMARY.md"
    );
    Diagnostic::error(codes::TRANSLATION_NO_PAGE, message).help(help)
}

/// Stamps one file; nothing else of it changes.
fn put(root: &Path, project: &Project, file: &RelPath, source: &SourcePage, date: &str) -> Result<(), Box<Diagnostic>> {
    let bytes = project.bytes(file)?;
    let hash: String = source.hash.hex().chars().take(HASH).collect();
    let fields = [
        Field { key: "source_hash", value: format!("\"{hash}\"") },
        Field { key: "translated", value: date.to_owned() },
    ];
    let text = std::str::from_utf8(&bytes).ok().and_then(|text| front_matter::stamp(text, &fields));
    // Front matter that cannot be read has been told of with the page.
    text.map_or(Ok(()), |text| write(root, file, &text).map_err(Box::new))
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
