//! The index of a book again, after a few of its pages have been given another text.
//!
//! Owns which of the published files of an index change with them. An index is its files: what the pages said before is
//! read out of what is shown of them, and where they say something else now, the entry is changed in its shard; the
//! shards are cut again by the rules of `files`. No other file is read. `None` where more has to be known than that
//! tells (a page becomes longer by a document, a word the form of another): then the index is made of all texts.

mod lines;
mod pairs;
mod said;
mod shards;
mod varied;
mod words;

use std::collections::{BTreeMap, BTreeSet, HashMap};
use std::sync::Arc;

use rayon::prelude::*;

use super::analysis::Vocabulary;
use super::count::{Counter, Counts};
use super::document::Document;
use super::files::{self, Layout, json, script};
use super::postings;
use super::synonyms::{Finder, synonyms};
use super::{Excerpt, FIGURES, excerpts};
use crate::base::{Artifact, Hash, Locale, RelPath, Stored, Unread};
use crate::book::model::{Book, Handbook, Page};
use crate::i18n::ui::Strings;
use pairs::Pairs;
use said::{Before, Said};
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
        let book = handbook.books.get(at)?;
        let own = strings.get(&book.locale.locale)?;
        let spoken = |page: &Page| strings.get(&page.text_locale).unwrap_or(own).as_ref();
        let mut changed: Vec<usize> = pages.iter().filter(|(book, _)| *book == at).map(|(_, page)| *page).collect();
        changed.sort_unstable();
        let mut now = Vec::new();
        let excerpts = excerpts(book, &handbook.config, &changed, &spoken, |document| now.push(document.clone()));
        let (folder, source) = (format!("{}/search", book.locale.locale), handbook.config.source.as_str());
        Index { book, source, folder: &folder, published }.files(excerpts, &now, &changed, figures)
    };
    let files: Option<Vec<Vec<Artifact>>> = books.into_par_iter().map(index).collect();
    Some(files?.concat())
}

/// An index as it was published.
struct Index<'a> {
    book: &'a Book,
    source: &'a str,
    folder: &'a str,
    published: Published<'a>,
}

/// What came of an attempt.
enum Attempt {
    /// The files that may be others.
    Made(Vec<Artifact>),
    /// What has to be looked at too: these documents.
    Misses(BTreeSet<u32>),
}

impl Index<'_> {
    /// The files that are others now. `now`: what the documents of `pages` say, and what is shown of them.
    fn files(
        &self,
        excerpts: Vec<Excerpt>,
        now: &[Document],
        pages: &[usize],
        figures: &mut Figures,
    ) -> Option<Vec<Artifact>> {
        // Where a page has more documents or fewer, those after it have other numbers.
        let counted = excerpts.chunk_by(|a, b| a.page == b.page).map(|own| own.len());
        if !counted.eq(pages.iter().map(|page| figures.documents.get(*page).map_or(0, |count| *count as usize))) {
            return None;
        }
        let numbers = said::numbers(pages, figures)?;
        let mut also = BTreeSet::new();
        let mut files = loop {
            match self.attempt(&numbers, (&excerpts, now), &also, figures)? {
                Attempt::Made(files) => break files,
                Attempt::Misses(documents) if also.is_empty() => also = documents,
                Attempt::Misses(_) => return None,
            }
        };
        for (number, excerpt) in numbers.iter().zip(excerpts) {
            figures.worths.get_mut(*number as usize)?.clone_from(&excerpt.worths);
            files.push(script(self.folder, &format!("f{number}"), excerpt.fragment.into()));
        }
        let differs = |file: &Artifact| (self.published.hash)(&file.path) != Some(Hash::of(&file.bytes));
        files.retain(differs);
        let version = script(self.folder, "version", json(&self.version(figures, &files)?));
        files.extend(Some(version).filter(differs));
        Some(files)
    }

    /// Changes what the documents `numbers` have changed. `also`: documents that are as they were, but that have words
    /// which others make frequent. Leaves `figures` alone unless all is made.
    fn attempt(
        &self,
        numbers: &[u32],
        (excerpts, now): (&[Excerpt], &[Document]),
        also: &BTreeSet<u32>,
        figures: &mut Figures,
    ) -> Option<Attempt> {
        let Self { book, folder, published, .. } = *self;
        let synonyms = synonyms(&book.glossary);
        // What was said and what is said, by one vocabulary.
        let mut vocabulary = Vocabulary::default();
        let finder = Finder::new(&synonyms, &mut vocabulary);
        let mut counter = Counter::new(&mut vocabulary, &finder);
        let all: Vec<u32> = also.iter().chain(numbers).copied().collect::<BTreeSet<u32>>().into_iter().collect();
        let before = Before::all(book, &all, figures, folder, published)?;
        let own = |number: &u32| numbers.binary_search(number).ok();
        let counts_before: Vec<Counts> = before.iter().map(|before| counter.count(&before.document)).collect();
        let count = |(number, before): (&u32, &Counts)| match own(number) {
            Some(at) => now.get(at).map(|document| counter.count(document)),
            None => Some(before.clone()),
        };
        let counts_now: Vec<Counts> = all.iter().zip(&counts_before).map(count).collect::<Option<_>>()?;
        let mut said = Said::of(all, [counts_before, counts_now], vocabulary.words, figures)?;
        let shown = said.numbers.iter().zip(&before).filter(|(number, _)| own(number).is_some());
        let mut shown = shown.map(|(_, before)| before.shown.as_str());
        let mut shows = excerpts.iter().map(|excerpt| &*excerpt.fragment);
        varied::are_the_same(&said, [&mut shown, &mut shows], &figures.varied)?;

        let (total, long, languages) = (figures.lengths.len(), long(figures), languages(book, figures));
        let frequent = postings::frequent(total);
        let Layout { words, pairs, slips } = &mut figures.layout;
        let mut words = Words::of(Shards::new(folder, Kind::Words, words, published), frequent);
        words.spell(&mut said.words, &figures.varied)?;
        words.say(&said, &said.words(), &languages)?;
        words.name(&said, &synonyms)?;
        if !words.missing().is_empty() {
            return Some(Attempt::Misses(words.missing().clone()));
        }
        let mut pairs = Pairs::of(Shards::new(folder, Kind::Pairs, pairs, published));
        let changes = said.pairs(&mut words)?;
        for (fold, pointer) in pairs.say(&changes, &said.numbers)? {
            words.point(&fold, &pointer)?;
        }
        words.cut()?;
        let directory = files::directory(book, self.source, (total, long), frequent, words.firsts());
        let mut files = words.shards().files();
        files.extend(pairs.shards().files());
        files.extend(files::recount(slips, words.counted()).map(|text| script(folder, "v", json(&text))));
        files.push(script(folder, "index", directory));
        for (number, length) in said.lengths() {
            *figures.lengths.get_mut(number as usize)? = length;
        }
        Some(Attempt::Made(files))
    }

    /// As `files` tells the state of all of them.
    fn version(&self, figures: &Figures, changed: &[Artifact]) -> Option<String> {
        let new: HashMap<&RelPath, &Artifact> = changed.iter().map(|file| (&file.path, file)).collect();
        let numbered = |letter: char, count: usize| (0..count).map(move |number| format!("{letter}{number}"));
        let names = std::iter::once("index".to_owned())
            .chain(numbered('w', figures.layout.words.len()))
            .chain(numbered('p', figures.layout.pairs.len()))
            .chain(std::iter::once("v".to_owned()))
            .chain(numbered('f', figures.lengths.len()));
        let hash = |name: String| {
            let path = RelPath::new(&format!("{}/{name}.js", self.folder)).ok()?;
            new.get(&path).map_or_else(|| (self.published.hash)(&path), |file| Some(Hash::of(&file.bytes)))
        };
        let hashes: Option<String> = names.map(|name| Some(hash(name)?.short())).collect();
        Some(Hash::of(hashes?.as_bytes()).short())
    }
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
