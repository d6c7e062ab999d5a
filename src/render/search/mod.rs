//! The index that a reader searches, one a book.
//!
//! Owns what is found by which words. The procedure: each page is read as text and cut into documents, whose
//! words are counted, in parallel; counts become postings, sorted by word; postings and excerpts are written as
//! small scripts, of which a query loads a few. The search script (`themes/default/search/`) is the other half:
//! it cuts a query into words by the same rules and reads these files. May do no I/O.

mod again;
mod analysis;
mod count;
mod dates;
mod document;
mod elastic;
mod encode;
mod files;
mod forms;
mod gather;
mod generated;
mod languages;
mod packed;
mod pairs;
mod postings;
mod synonyms;
mod text;

use std::collections::BTreeMap;
use std::ops::Range;
use std::sync::Arc;

use rayon::prelude::*;

use crate::base::{Artifact, Diagnostic, Hash, Locale, Memo, Stop};
use crate::book::model::{Book, Handbook, Page};
use crate::config::Config;
use crate::i18n::ui::Strings;
pub use again::{Figures, Published, again};
use analysis::Vocabulary;
use document::Document;
use postings::Batch;
use synonyms::{Finder, Synonym};

/// The step that makes a book's index.
const STEP: &str = "search index";

/// The step that keeps the figures of an index.
pub const FIGURES: &str = "search figures";

/// Pages that share a vocabulary while they are read.
pub const BATCH: usize = 64;

/// Renders the index of every book.
#[must_use]
pub fn render(
    handbook: &Handbook,
    strings: &BTreeMap<Locale, Arc<Strings>>,
    memo: &Memo,
    stop: &Stop,
) -> (Vec<Artifact>, Vec<Diagnostic>) {
    let mut reading = Reading::new(handbook, strings, memo);
    for (index, book) in handbook.books.iter().enumerate() {
        reading.pages(handbook, strings, (memo, stop), index, 0..book.pages.len());
    }
    (reading.index(handbook, memo, stop), Vec::new())
}

/// What has been read of the texts of all books, some pages at a time: the index is made of it without them.
#[derive(Debug)]
pub struct Reading(Vec<BookReading>);

#[derive(Debug)]
struct BookReading {
    /// Which of the handbook's books.
    book: usize,
    key: Hash,
    synonyms: Vec<Synonym>,
    /// The index is kept from a build before: nothing need be read.
    known: bool,
    read: Vec<(Vec<Excerpt>, Batch)>,
}

/// What is kept of a document beside its counts.
#[derive(Debug)]
struct Excerpt {
    /// Index of its page.
    page: usize,
    /// What is shown of it, as its script holds it.
    fragment: Box<str>,
    /// What its lines are worth.
    worths: Box<str>,
    /// Its text, where elasticlunr's form of the index is asked for.
    document: Option<Document>,
}

impl Reading {
    /// One that has read nothing yet.
    #[must_use]
    pub fn new(handbook: &Handbook, strings: &BTreeMap<Locale, Arc<Strings>>, memo: &Memo) -> Self {
        let spoken = handbook.books.iter().enumerate();
        let books = spoken.filter_map(|(at, book)| Some((at, book, strings.get(&book.locale.locale)?)));
        let reading = books.map(|(at, book, own)| {
            let spoken: Vec<Hash> =
                book.pages.iter().map(|page| strings.get(&page.text_locale).unwrap_or(own).key).collect();
            let config = &handbook.config;
            let key = Hash::of_value(&(book.key(), config.source.as_str(), spoken, config.elasticlunr));
            let (synonyms, known) =
                (synonyms::synonyms(&book.glossary), memo.find::<Vec<Artifact>>(STEP, key).is_some());
            BookReading { book: at, key, synonyms, known, read: Vec::new() }
        });
        Self(reading.collect())
    }

    /// Reads some pages of a book, which is named by its place in the handbook: each page once, in order, and all but the
    /// last time a multiple of [`BATCH`].
    pub fn pages(
        &mut self,
        handbook: &Handbook,
        strings: &BTreeMap<Locale, Arc<Strings>>,
        (memo, stop): (&Memo, &Stop),
        book: usize,
        pages: Range<usize>,
    ) {
        let Some(reading) = self.0.iter_mut().find(|reading| reading.book == book && !reading.known) else { return };
        let Some(book) = handbook.books.get(book) else { return };
        let Some(own) = strings.get(&book.locale.locale) else { return };
        let words = |page: &Page| strings.get(&page.text_locale).unwrap_or(own).as_ref();
        let indexes: Vec<usize> = pages.collect();
        let read = |pages: &[usize]| {
            let pages = if stop.is_wished() { &[] } else { pages };
            memo.timed("search text", || read_pages(book, &handbook.config, pages, &reading.synonyms, &words))
        };
        let read: Vec<_> = indexes.par_chunks(BATCH).map(read).collect();
        reading.read.extend(read);
    }

    /// The index of every book. Of `handbook` no text is needed any more.
    #[must_use]
    pub fn index(self, handbook: &Handbook, memo: &Memo, stop: &Stop) -> Vec<Artifact> {
        let Self(books) = self;
        let artifacts = books.into_iter().filter(|_| !stop.is_wished()).flat_map(|reading| {
            let BookReading { book, key, synonyms, read, known: _ } = reading;
            let Some(book) = handbook.books.get(book) else { return Vec::new() };
            if let Some(known) = memo.find::<Vec<Artifact>>(STEP, key) {
                return memo.get_found(STEP, known).as_ref().clone();
            }
            let (made, figures) = memo.timed(STEP, || index_book(book, handbook, &synonyms, read, stop));
            let (step, place) = Figures::kept_as(&book.locale.locale);
            memo.keep(step, place, Arc::new(figures));
            // What was given up is no index, and is not kept for one.
            if stop.is_wished() { Vec::new() } else { memo.get(STEP, key, || made).as_ref().clone() }
        });
        artifacts.collect()
    }
}

fn index_book(
    book: &Book,
    handbook: &Handbook,
    synonyms: &[Synonym],
    read: Vec<(Vec<Excerpt>, Batch)>,
    stop: &Stop,
) -> (Vec<Artifact>, Figures) {
    let (documents, batches): (Vec<_>, Vec<_>) = read.into_iter().unzip();
    let documents: Vec<Excerpt> = documents.into_iter().flatten().collect();
    let mut index = postings::index(batches, synonyms, stop);
    if stop.is_wished() {
        return Default::default();
    }
    let language = |document: &Excerpt| book.pages.get(document.page).map_or("", |page| page.text_locale.language());
    forms::tell(&mut index.words, &documents.iter().map(language).collect::<Vec<_>>());
    // elasticlunr's form of the index as well.
    let elastic =
        handbook.config.elasticlunr.then(|| elastic::file(book, documents.iter().filter_map(|d| d.document.as_ref())));
    let mut figures = Figures { documents: vec![0; book.pages.len()], ..Figures::default() };
    for document in &documents {
        if let Some(count) = figures.documents.get_mut(document.page) {
            *count += 1;
        }
    }
    (figures.lengths, figures.varied) = (std::mem::take(&mut index.lengths), std::mem::take(&mut index.varied));
    figures.worths = documents.iter().map(|document| document.worths.clone()).collect();
    let (mut files, layout) = files::files(book, handbook.config.source.as_str(), documents, index);
    files.extend(elastic);
    figures.layout = layout;
    (files, figures)
}

/// `words`: the interface in the language of a page's text.
fn read_pages<'a>(
    book: &Book,
    config: &Config,
    pages: &[usize],
    synonyms: &[Synonym],
    words: &impl Fn(&Page) -> &'a Strings,
) -> (Vec<Excerpt>, Batch) {
    let mut vocabulary = Vocabulary::default();
    let finder = Finder::new(synonyms, &mut vocabulary);
    let mut counter = count::Counter::new(&mut vocabulary, &finder);
    let mut counts = Vec::new();
    let documents = excerpts(book, config, pages, words, |document| counts.push(counter.count(document)));
    (documents, Batch { words: vocabulary.into(), counts })
}

/// The documents of some pages, which are counted on the way. `words`: as [`read_pages`].
fn excerpts<'a>(
    book: &Book,
    config: &Config,
    pages: &[usize],
    words: &impl Fn(&Page) -> &'a Strings,
    mut count: impl FnMut(&Document),
) -> Vec<Excerpt> {
    let mut documents = Vec::new();
    for (index, page) in pages.iter().filter_map(|index| Some((*index, book.pages.get(*index)?))) {
        let sections = text::sections(page, &book.sources, words(page));
        for document in document::documents(index, &page.title, page.source.stem(), sections) {
            count(&document);
            let fragment = files::fragment(book, config.source.as_str(), page, &document).into();
            let worths = document::worths(&document);
            let document = config.elasticlunr.then_some(document);
            documents.push(Excerpt { page: index, fragment, worths, document });
        }
    }
    documents
}
