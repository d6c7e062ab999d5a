//! The index of a book again, after a few of its pages have been given another text.
//!
//! Owns which of the published files of an index change with them. An index is its files: what the pages said before is
//! read out of what is shown of them, and where they say something else now, the entry is changed in its shard; the
//! shards are cut again by the rules of `files`. No other file is read. `None` where more has to be known than that
//! tells (a word becomes frequent, a page longer by a document): then the index is made of all texts.

mod lines;
mod pairs;
mod said;
mod shards;
mod varied;
mod words;

use std::collections::{BTreeMap, HashMap};
use std::sync::Arc;

use rayon::prelude::*;

use super::analysis::Vocabulary;
use super::files::{self, Layout, json, script};
use super::postings;
use super::synonyms::{Finder, synonyms};
use super::{FIGURES, count, excerpts};
use crate::base::{Artifact, Hash, Locale, RelPath, Stored, Unread};
use crate::book::model::{Book, Handbook, Page};
use crate::i18n::ui::Strings;
use pairs::Pairs;
use said::Said;
use shards::{Kind, Shards};
use words::Words;

/// What the files of an index do not tell of it.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Figures {
    /// Words of each document.
    pub lengths: Vec<u32>,
    /// Documents of each page.
    pub documents: Vec<u32>,
    /// Spellings that are written in several ways, sorted.
    pub varied: Vec<String>,
    /// What the lines of each document are worth.
    pub(super) worths: Vec<Box<str>>,
    /// How the shards are cut, and what slips are corrected by.
    pub(super) layout: Layout,
}

impl Figures {
    /// The step that keeps them, and under which key those of a locale.
    #[must_use]
    pub fn kept_as(locale: &Locale) -> (&'static str, Hash) {
        (FIGURES, Hash::of_value(locale))
    }

    /// The number of the first document of each page, and of all.
    fn starts(&self) -> Vec<u32> {
        let mut next = 0;
        let ends = self.documents.iter().map(|count| {
            next += count;
            next
        });
        std::iter::once(0).chain(ends).collect()
    }
}

impl Stored for Figures {
    fn store(&self, to: &mut Vec<u8>) {
        self.lengths.store(to);
        self.documents.store(to);
        self.varied.store(to);
        self.worths.store(to);
        self.layout.store(to);
    }

    fn restore(from: &mut Unread<'_>) -> Option<Self> {
        Some(Self {
            lengths: Stored::restore(from)?,
            documents: Stored::restore(from)?,
            varied: Stored::restore(from)?,
            worths: Stored::restore(from)?,
            layout: Stored::restore(from)?,
        })
    }
}

/// The files of an index as they were published.
#[derive(Clone, Copy)]
pub struct Published<'a> {
    /// What stands in a file.
    pub read: &'a (dyn Fn(&RelPath) -> Option<Vec<u8>> + Sync),
    /// Its hash; `None` where there is no such file.
    pub hash: &'a (dyn Fn(&RelPath) -> Option<Hash> + Sync),
}

/// The files of all indexes that are others now. `pages`: book, and page in it; `figures`: of each book.
#[must_use]
pub fn again(
    handbook: &Handbook,
    strings: &BTreeMap<Locale, Arc<Strings>>,
    pages: &[(usize, usize)],
    figures: &mut [Figures],
    published: Published<'_>,
) -> Option<Vec<Artifact>> {
    if handbook.config.elasticlunr || figures.len() != handbook.books.len() {
        return None;
    }
    let books: Vec<(usize, &mut Figures)> = figures.iter_mut().enumerate().collect();
    let index = |(at, figures): (usize, &mut Figures)| {
        let mut changed: Vec<usize> = pages.iter().filter(|(book, _)| *book == at).map(|(_, page)| *page).collect();
        changed.sort_unstable();
        index(handbook, handbook.books.get(at)?, strings, &changed, figures, published)
    };
    let files: Option<Vec<Vec<Artifact>>> = books.into_par_iter().map(index).collect();
    Some(files?.concat())
}

fn index(
    handbook: &Handbook,
    book: &Book,
    strings: &BTreeMap<Locale, Arc<Strings>>,
    pages: &[usize],
    figures: &mut Figures,
    published: Published<'_>,
) -> Option<Vec<Artifact>> {
    let (source, folder) = (handbook.config.source.as_str(), format!("{}/search", book.locale.locale));
    let own = strings.get(&book.locale.locale)?;
    let spoken = |page: &Page| strings.get(&page.text_locale).unwrap_or(own).as_ref();
    let synonyms = synonyms(&book.glossary);
    // What was said and what is said, by one vocabulary.
    let mut vocabulary = Vocabulary::default();
    let finder = Finder::new(&synonyms, &mut vocabulary);
    let mut counter = count::Counter::new(&mut vocabulary, &finder);
    let before = said::before(book, pages, figures, &folder, published)?;
    let counted_before = before.iter().map(|(_, document)| counter.count(document)).collect();
    let mut counted_now = Vec::new();
    let documents =
        excerpts(book, &handbook.config, pages, &spoken, |document| counted_now.push(counter.count(document)));
    let mut said = Said::of(&documents, [counted_before, counted_now], vocabulary.words, figures)?;
    let mut shown = before.iter().map(|(shown, _)| shown.as_str());
    let mut shows = documents.iter().map(|document| &*document.fragment);
    varied::are_the_same(&said, [&mut shown, &mut shows], &figures.varied)?;

    let languages = languages(book, figures);
    let (total, long) = (figures.lengths.len(), long(figures));
    let frequent = postings::frequent(total);
    let Layout { words, pairs, slips } = &mut figures.layout;
    let mut words = Words::of(Shards::new(&folder, Kind::Words, words, published), frequent);
    let mut pairs = Pairs::of(Shards::new(&folder, Kind::Pairs, pairs, published));
    words.spell(&mut said.words, &figures.varied)?;
    words.say(&said, &said.words(), &languages)?;
    words.name(&said, &synonyms)?;
    let changes = said.pairs(&mut words)?;
    for (fold, pointer) in pairs.say(&changes, &said.numbers)? {
        words.point(&fold, &pointer)?;
    }
    words.cut()?;
    let directory = files::directory(book, source, (total, long), frequent, words.firsts());
    let mut files = words.shards().files();
    files.extend(pairs.shards().files());
    let vocabulary = files::recount(slips, words.counted());
    files.extend(vocabulary.map(|text| script(&folder, "v", json(&text))));
    files.push(script(&folder, "index", directory));
    for (number, document) in said.numbers.iter().zip(documents) {
        files.push(script(&folder, &format!("f{number}"), document.fragment.into()));
    }
    let differs = |file: &Artifact| (published.hash)(&file.path) != Some(Hash::of(&file.bytes));
    files.retain(differs);
    let version = script(&folder, "version", json(&version(&folder, figures, &files, published)?));
    files.extend(Some(version).filter(differs));
    Some(files)
}

/// The language of each document.
fn languages<'b>(book: &'b Book, figures: &Figures) -> Vec<&'b str> {
    let pages = book.pages.iter().zip(&figures.documents);
    pages.flat_map(|(page, count)| std::iter::repeat_n(page.text_locale.language(), *count as usize)).collect()
}

/// Pages of several documents, and of how many.
fn long(figures: &Figures) -> Vec<[usize; 2]> {
    let pages = figures.documents.iter().enumerate().filter(|(_, count)| **count > 1);
    pages.map(|(page, count)| [page, *count as usize]).collect()
}

/// As `files` tells the state of all of them.
fn version(folder: &str, figures: &Figures, changed: &[Artifact], published: Published<'_>) -> Option<String> {
    let new: HashMap<&RelPath, &Artifact> = changed.iter().map(|file| (&file.path, file)).collect();
    let numbered = |letter: char, count: usize| (0..count).map(move |number| format!("{letter}{number}"));
    let names = std::iter::once("index".to_owned())
        .chain(numbered('w', figures.layout.words.len()))
        .chain(numbered('p', figures.layout.pairs.len()))
        .chain(std::iter::once("v".to_owned()))
        .chain(numbered('f', figures.lengths.len()));
    let hash = |name: String| {
        let path = RelPath::new(&format!("{folder}/{name}.js")).ok()?;
        new.get(&path).map_or_else(|| (published.hash)(&path), |file| Some(Hash::of(&file.bytes)))
    };
    let hashes: Option<String> = names.map(|name| Some(hash(name)?.short())).collect();
    Some(Hash::of(hashes?.as_bytes()).short())
}
