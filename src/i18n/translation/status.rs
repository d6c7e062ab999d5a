//! How far each language has got: per page and in all, in messages and in words.
//!
//! Owns the counting. Each message counts once for a page and once for its language, as msgfmt counts a
//! catalog. A page that a language has as a whole file asks nothing of the catalog: its messages are not counted.

use std::collections::{BTreeMap, BTreeSet};

use rayon::prelude::*;
use serde::Serialize;

use crate::base::{Locale, Memo, RelPath};
use crate::config::Config;
use crate::content::Content;
use crate::content::page::SourcePage;
use crate::i18n::catalog::messages::{Ids, Messages, Occurrence, Scope};
use crate::i18n::catalog::{Index, inlines, targets};
use crate::i18n::po::{File, Item, parted};
use crate::i18n::words::words;

/// Messages by how far they are.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize)]
pub struct Counts {
    /// Translated, and no guess.
    pub translated: usize,
    /// Guesses that wait for a translator.
    pub fuzzy: usize,
    /// Without a translation.
    pub missing: usize,
    /// Words of the source in all of them.
    pub words: usize,
    /// Words of the source in what is not translated.
    pub words_left: usize,
}

/// Where a page's translation comes from.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "lowercase")]
pub enum Way {
    /// A file of its own, made from the present source.
    Whole,
    /// A file of its own; the source has changed since.
    Stale,
    /// A file of its own that does not say which source it was made from.
    Unstamped,
    /// The catalog.
    Catalog,
}

/// A page in one language.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct PageStatus {
    /// Its path below the content folder.
    pub path: String,
    /// Where its translation comes from.
    pub way: Way,
    /// The day the translation was made, when it says so.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub date: Option<String>,
    /// Its messages; none for a page that has a file of its own.
    #[serde(flatten)]
    pub counts: Counts,
}

/// One language.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct LocaleStatus {
    /// Its tag.
    pub locale: String,
    /// Messages of its catalog, each once.
    #[serde(flatten)]
    pub counts: Counts,
    /// Pages with a file of their own.
    pub whole: usize,
    /// Those of them whose source has changed.
    pub stale: usize,
    /// Those that do not say which source they were made from.
    pub unstamped: usize,
    /// Messages of the table of contents and of data files.
    pub elsewhere: Counts,
    /// Its pages in reading order.
    pub pages: Vec<PageStatus>,
}

impl Counts {
    /// All messages.
    #[must_use]
    pub fn all(&self) -> usize {
        self.translated + self.fuzzy + self.missing
    }

    /// Percent of messages translated, rounded down; 100 when there are none.
    #[must_use]
    pub fn percent(&self) -> usize {
        (self.translated * 100).checked_div(self.all()).unwrap_or(100)
    }
}

/// How far a message is.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
enum State {
    Translated,
    Fuzzy,
    #[default]
    Missing,
}

/// Counts every target language; `files` are the catalogs there are.
#[must_use]
pub fn of(config: &Config, content: &Content, files: &BTreeMap<Locale, File>) -> Vec<LocaleStatus> {
    let messages = Messages::of(content, config, &Memo::default());
    let occurrences = messages.occurrences();
    let ids: BTreeSet<&str> = occurrences.iter().map(|of| of.id).collect();
    let lengths: BTreeMap<&str, usize> = ids.par_iter().map(|id| (*id, length(id))).collect();
    let known: Ids<'_> = ids.into_iter().collect();
    let targets: Vec<&Locale> = targets(config).collect();
    targets
        .par_iter()
        .map(|locale| {
            let mut index = files.get(locale).map(states).unwrap_or_default();
            index.settle(&known);
            let needed = occurrences.iter().filter(|of| messages.needs(locale, of.scope)).collect();
            Counting { index, lengths: &lengths }.locale(config, content, locale, needed)
        })
        .collect()
}

fn states(file: &File) -> Index<State> {
    let mut index = Index::default();
    for message in file.items.iter().map(Item::message).filter(|m| m.is_live()) {
        let state = match (message.is_filled(), message.is_fuzzy()) {
            (false, _) => State::Missing,
            (true, true) => State::Fuzzy,
            (true, false) => State::Translated,
        };
        index.add(message.key(), state);
    }
    index
}

/// Words of a message, its marks not counted.
fn length(id: &str) -> usize {
    words(&crate::content::markdown::text::plain(&inlines(parted(id).1)))
}

struct Counting<'a> {
    index: Index<State>,
    lengths: &'a BTreeMap<&'a str, usize>,
}

impl Counting<'_> {
    fn locale(
        &self,
        config: &Config,
        content: &Content,
        locale: &Locale,
        needed: Vec<&Occurrence<'_>>,
    ) -> LocaleStatus {
        let mut by_page: BTreeMap<&RelPath, BTreeSet<&str>> = BTreeMap::new();
        let (mut all, mut elsewhere) = (BTreeSet::new(), BTreeSet::new());
        for of in needed {
            all.insert(of.id);
            match of.scope {
                Scope::Page(path) => _ = by_page.entry(path).or_default().insert(of.id),
                Scope::Summary | Scope::Attached(_) | Scope::Data(_) => _ = elsewhere.insert(of.id),
            }
        }
        let none = BTreeSet::new();
        let counts = |path: &RelPath| self.count(by_page.get(path).unwrap_or(&none));
        let listed = content.summaries.get(&config.source).into_iter().flat_map(|summary| summary.lines());
        let paths = listed.filter_map(|line| line.path.as_ref());
        let pages: Vec<PageStatus> =
            paths.filter_map(|path| page(config, content, locale, path, || counts(path))).collect();
        let way = |way: &Way| pages.iter().filter(|page| page.way == *way).count();
        let (stale, unstamped) = (way(&Way::Stale), way(&Way::Unstamped));
        LocaleStatus {
            locale: locale.to_string(),
            counts: self.count(&all),
            whole: way(&Way::Whole) + stale + unstamped,
            stale,
            unstamped,
            elsewhere: self.count(&elsewhere),
            pages,
        }
    }

    fn count(&self, ids: &BTreeSet<&str>) -> Counts {
        let mut counts = Counts::default();
        for id in ids {
            let length = self.lengths.get(id).copied().unwrap_or_default();
            counts.words += length;
            match self.index.get(id).copied().unwrap_or_default() {
                State::Translated => counts.translated += 1,
                State::Fuzzy => counts.fuzzy += 1,
                State::Missing => counts.missing += 1,
            }
            if self.index.get(id) != Some(&State::Translated) {
                counts.words_left += length;
            }
        }
        counts
    }
}

/// How a translated page stands to its source.
#[must_use]
pub fn way(own: &SourcePage, source: &SourcePage) -> Way {
    match own.front.made_from(source.hash) {
        None => Way::Unstamped,
        Some(true) => Way::Whole,
        Some(false) => Way::Stale,
    }
}

fn page(
    config: &Config,
    content: &Content,
    locale: &Locale,
    path: &RelPath,
    counts: impl Fn() -> Counts,
) -> Option<PageStatus> {
    let source = content.pages.get(&config.source)?.get(path)?;
    let own = content.pages.get(locale).and_then(|pages| pages.get(path));
    let status = |way, date, counts| PageStatus { path: path.to_string(), way, date, counts };
    Some(match own {
        None => status(Way::Catalog, None, counts()),
        Some(own) => status(way(own, source), own.front.translated.clone(), Counts::default()),
    })
}
