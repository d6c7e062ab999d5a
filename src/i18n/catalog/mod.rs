//! Gettext catalogs: `<i18n folder>/<locale>.po`, read and applied to trees.
//!
//! Owns the file format (`po`), what makes two texts the same message (`key`) and putting translations
//! into a page (`apply`). Writing catalogs is not done here.

mod apply;
mod key;
mod po;

use std::collections::{BTreeMap, HashMap};

use rayon::prelude::*;

use crate::base::{Diagnostic, Locale, RelPath, Source};
use crate::config::Config;
use crate::content::Content;
use crate::content::markdown::tree::Inline;
use crate::content::summary::Summary;
use crate::files::Project;

pub use apply::apply;
use key::Key;

/// One locale's translations, found by what a text says, not by how its Markdown is spelt.
#[derive(Debug, Default)]
pub struct Catalog {
    translations: HashMap<Key, String>,
}

impl Catalog {
    /// Reads a catalog. Entries that are fuzzy, obsolete or empty translate nothing.
    #[must_use]
    pub fn read(source: &Source) -> (Self, Vec<Diagnostic>) {
        let (entries, findings) = po::parse(source);
        let mut translations = HashMap::new();
        for entry in entries.into_iter().filter(|e| !e.fuzzy && !e.id.is_empty() && !e.text.is_empty()) {
            translations.entry(Key::of_text(&entry.id)).or_insert(entry.text);
        }
        (Self { translations }, findings)
    }

    /// The translation of a plain title or sentence.
    #[must_use]
    pub fn title(&self, text: &str) -> Option<String> {
        let found = self.translations.get(&Key::of_text(text))?;
        Some(key::plain_text(found))
    }

    fn find(&self, content: &[Inline]) -> Option<&str> {
        self.translations.get(&Key::of(content)).map(String::as_str)
    }
}

/// The catalogs of all locales that have one. A locale without a file has no entry.
#[must_use]
pub fn load(project: &Project, config: &Config) -> (BTreeMap<Locale, Catalog>, Vec<Diagnostic>) {
    let mut catalogs = BTreeMap::new();
    let mut findings = Vec::new();
    for locale in config.locales.iter().map(|l| &l.locale).filter(|l| **l != config.source) {
        let Some(path) = path_of(project, config, locale) else { continue };
        match project.text(&path) {
            Ok(source) => {
                let (catalog, found) = Catalog::read(&source);
                catalogs.insert(locale.clone(), catalog);
                findings.extend(found);
            }
            Err(finding) => findings.push(finding),
        }
    }
    (catalogs, findings)
}

/// Translates what a locale has no file of its own for: pages, and the table of contents.
pub fn translate(content: &mut Content, config: &Config, catalogs: &BTreeMap<Locale, Catalog>) {
    let Some(source) = content.pages.get(&config.source) else { return };
    let mut catalogued = BTreeMap::new();
    for (locale, catalog) in catalogs {
        let own = content.pages.get(locale);
        let missing = source.iter().filter(|(path, _)| own.is_none_or(|own| !own.contains_key(*path)));
        let missing: Vec<_> = missing.collect();
        let pages = missing.par_iter().map(|(path, page)| ((*path).clone(), apply(catalog, &config.source, page)));
        catalogued.insert(locale.clone(), pages.collect::<BTreeMap<_, _>>());
        if let Some(summary) = content.summaries.get(&config.source).filter(|_| !content.summaries.contains_key(locale))
        {
            let summary = translate_summary(summary.clone(), catalog);
            content.summaries.insert(locale.clone(), summary);
        }
    }
    content.catalogued = catalogued;
}

fn translate_summary(mut summary: Summary, catalog: &Catalog) -> Summary {
    for part in &mut summary.parts {
        if let Some(title) = part.title.as_deref().and_then(|t| catalog.title(t)) {
            part.title = Some(title);
        }
        for line in &mut part.lines {
            line.title = catalog.title(&line.title).unwrap_or_default();
        }
    }
    summary
}

/// `zh-Hans.po`, or `zh_Hans.po` as gettext tools spell it.
fn path_of(project: &Project, config: &Config, locale: &Locale) -> Option<RelPath> {
    let tag = locale.as_str();
    let names = [format!("{tag}.po"), format!("{}.po", tag.replace('-', "_"))];
    names.iter().filter_map(|name| config.i18n.join(name).ok()).find(|path| project.exists(path))
}

#[cfg(test)]
mod tests;
