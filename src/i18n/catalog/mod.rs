//! Gettext catalogs: `<i18n folder>/<locale>.po`, applied to trees.
//!
//! Owns which texts of a handbook are messages (`texts`, `code`, `units`, `attached`, `messages`), how a message is spelt
//! (`spell`) and when two texts are the same one (`key`), and putting translations into pages (`apply`).
//! The file format is `po`'s; what a catalog lacks is `translation`'s to tell.

mod apply;
mod attached;
mod code;
mod index;
mod key;
pub mod messages;
mod pieces;
mod said;
mod spell;
mod texts;
mod units;

use std::collections::BTreeMap;
use std::sync::Arc;

use rayon::prelude::*;
use unicode_normalization::UnicodeNormalization;

use super::po::{self, File};
use crate::base::{Diagnostic, Hash, Locale, Memo, RelPath, codes};
use crate::config::Config;
use crate::content::Content;
use crate::content::summary::Summary;
use crate::files::Project;
use crate::words;
use messages::{Messages, Titles};
use pieces::{Before, Told};
use said::{Base, Said, Texts};

pub use index::Index;
pub use key::{Key, inlines, plain_text};

/// One locale's translations.
#[derive(Clone, Debug, Default)]
pub struct Catalog {
    said: Said,
}

impl Catalog {
    /// The translations of a file. Messages that are fuzzy, obsolete or empty translate nothing.
    #[must_use]
    pub fn of(file: &File) -> Self {
        let mut texts = Texts::default();
        for message in file.items.iter().map(po::Item::message).filter(|message| message.is_live()) {
            if let Some(text) = Self::text_of(message) {
                texts.entry(message.key().into()).or_insert(Some(text.into()));
            }
        }
        Self { said: Said::new(Arc::new(Base { key: file.source.hash, texts }), Texts::default()) }
    }

    /// What translates a message; nothing where it is a guess or empty.
    fn text_of(message: &po::Message) -> Option<String> {
        let text = message.texts.first().filter(|text| !message.is_fuzzy() && !text.trim().is_empty());
        text.map(|text| text.nfc().collect())
    }

    /// The translation of a message.
    fn find(&self, id: &str) -> Option<&str> {
        self.said.find(id)
    }

    /// The translation of a title or sentence as plain text.
    fn plain(&self, id: &str) -> Option<String> {
        self.find(id).map(key::plain_text)
    }
}

/// The file of a locale's catalog, read. `None` when there is none.
#[must_use]
pub fn file(project: &Project, config: &Config, locale: &Locale) -> Option<(File, Vec<Diagnostic>)> {
    let path = path_of(project, config, locale)?;
    Some(read(project, &path))
}

/// Reads a catalog file.
#[must_use]
pub fn read(project: &Project, path: &RelPath) -> (File, Vec<Diagnostic>) {
    let unread = |finding| {
        let mut file = File::empty(std::sync::Arc::new(crate::base::Source::new(path.clone(), "")));
        file.sound = false;
        (file, vec![finding])
    };
    let bytes = match project.bytes(path) {
        Ok(bytes) => bytes,
        Err(finding) => return unread(finding),
    };
    match std::str::from_utf8(&bytes) {
        Ok(text) => po::read(path, text),
        Err(_) => {
            let message = words!("`{path}` is not UTF-8 text", "`{path}` không phải văn bản UTF-8");
            let help = words!(
                "convert it: msgconv --to-code=UTF-8 -o {path} {path}",
                "hãy chuyển mã: msgconv --to-code=UTF-8 -o {path} {path}"
            );
            unread(Diagnostic::error(codes::FILE_UNREADABLE, message).help(help).in_file(path))
        }
    }
}

/// The catalogs of all locales that have one. A locale without a file has no entry.
#[must_use]
pub fn load(project: &Project, config: &Config) -> (BTreeMap<Locale, Arc<Catalog>>, Vec<Diagnostic>) {
    let targets: Vec<&Locale> = targets(config).collect();
    let read: Vec<_> =
        targets.par_iter().filter_map(|locale| Some(((*locale).clone(), kept(project, config, locale)?))).collect();
    let (mut catalogs, mut findings) = (BTreeMap::new(), Vec::new());
    for (locale, read) in read {
        findings.extend(read.1.iter().cloned());
        catalogs.insert(locale, Arc::clone(&read.0));
    }
    (catalogs, findings)
}

/// The catalog of a locale: the one that was read before, as long as the file says the same.
fn kept(project: &Project, config: &Config, locale: &Locale) -> Option<Told> {
    let (path, memo) = (path_of(project, config, locale)?, project.memo());
    let whole = || {
        let (file, findings) = read(project, &path);
        Arc::new((Arc::new(Catalog::of(&file)), findings))
    };
    // One that cannot be read is told of anew each time.
    let Some(bytes) = project.bytes(&path).ok().filter(|_| memo.keeps()) else { return Some(whole()) };
    let before = memo.get("catalog file", Hash::of_value(&path), Before::default);
    Some(before.unless_same(&bytes, || match pieces::read(&bytes, &before, memo) {
        Some(catalog) => Arc::new((Arc::new(catalog), Vec::new())),
        None => whole(),
    }))
}

/// The locales that the source is translated to.
pub fn targets(config: &Config) -> impl Iterator<Item = &Locale> {
    config.locales.iter().map(|l| &l.locale).filter(|l| **l != config.source)
}

/// Translates what a locale has no file of its own for: pages, the table of contents, words of data files.
pub fn translate(content: &mut Content, config: &Config, mut catalogs: BTreeMap<Locale, Arc<Catalog>>, memo: &Memo) {
    if catalogs.is_empty() {
        return;
    }
    let (pages, summaries) = {
        let messages = Messages::of(content, config, memo);
        let settled =
            |catalog: &mut Arc<Catalog>| *catalog = Arc::new(Catalog { said: catalog.said.settled(&messages, memo) });
        catalogs.par_iter_mut().for_each(|(_, catalog)| settled(catalog));
        let pages = pages(content, config, &catalogs, &messages, memo);
        (pages, summaries(content, config, &catalogs, messages.summary()))
    };
    content.catalogued = pages;
    content.summaries.extend(summaries);
    content.attached_words = attached::words(content, &catalogs);
    for (locale, catalog) in &catalogs {
        let plain = |id: &str| {
            let found = catalog.find(id)?;
            Some(memo.get("plain text", Hash::of(found.as_bytes()), || key::plain_text(found)).as_ref().clone())
        };
        messages::translate_data(&mut content.data, locale, &config.source, plain);
    }
}

type Pages = BTreeMap<Locale, BTreeMap<RelPath, Arc<crate::content::CataloguedPage>>>;

fn pages(
    content: &Content,
    config: &Config,
    catalogs: &BTreeMap<Locale, Arc<Catalog>>,
    messages: &Messages<'_>,
    memo: &Memo,
) -> Pages {
    let Some(source) = content.pages.get(&config.source) else { return Pages::new() };
    let wanted: Vec<_> = catalogs
        .iter()
        .flat_map(|(locale, catalog)| {
            let own = content.pages.get(locale);
            let missing = source.iter().filter(move |(path, _)| own.is_none_or(|own| !own.contains_key(*path)));
            missing.map(move |(path, page)| (locale, catalog, path, page))
        })
        .collect();
    let made: Vec<_> = wanted
        .par_iter()
        .filter_map(|(locale, catalog, path, page)| {
            let units = messages.units(path)?;
            Some((*locale, *path, apply::kept(catalog, &config.source, page, units, memo)))
        })
        .collect();
    let mut pages = Pages::new();
    for (locale, path, page) in made {
        pages.entry(locale.clone()).or_default().insert(path.clone(), page);
    }
    pages
}

fn summaries(
    content: &Content,
    config: &Config,
    catalogs: &BTreeMap<Locale, Arc<Catalog>>,
    titles: &Titles,
) -> BTreeMap<Locale, Summary> {
    let Some(source) = content.summaries.get(&config.source) else { return BTreeMap::new() };
    let without = catalogs.iter().filter(|(locale, _)| !content.summaries.contains_key(locale));
    without.map(|(locale, catalog)| (locale.clone(), translate_summary(source.clone(), catalog, titles))).collect()
}

/// A title without a translation is left out: the source's then stands there, and says so.
fn translate_summary(mut summary: Summary, catalog: &Catalog, titles: &Titles) -> Summary {
    for (part, (title, lines)) in summary.parts.iter_mut().zip(&titles.0) {
        part.title = title.as_deref().and_then(|id| catalog.plain(id));
        for (line, id) in part.lines.iter_mut().zip(lines) {
            line.title = catalog.plain(id).unwrap_or_default();
        }
    }
    summary
}

/// `zh-Hans.po`, or `zh_Hans.po` as gettext tools spell it.
fn path_of(project: &Project, config: &Config, locale: &Locale) -> Option<RelPath> {
    paths(config, locale).into_iter().find(|path| project.exists(path))
}

/// Where a locale's catalog may stand; a new one stands at the first.
#[must_use]
pub fn paths(config: &Config, locale: &Locale) -> Vec<RelPath> {
    let tag = locale.as_str();
    let names = [format!("{tag}.po"), format!("{}.po", tag.replace('-', "_"))];
    names.iter().filter_map(|name| config.i18n.join(name).ok()).collect()
}

#[cfg(test)]
mod tests;
