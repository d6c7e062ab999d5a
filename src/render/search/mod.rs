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
mod generated;
mod languages;
mod packed;
mod postings;
mod synonyms;
mod text;

use std::collections::BTreeMap;
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
const BATCH: usize = 64;

/// Renders the index of every book.
#[must_use]
pub fn render(
    handbook: &Handbook,
    strings: &BTreeMap<Locale, Arc<Strings>>,
    memo: &Memo,
    stop: &Stop,
) -> (Vec<Artifact>, Vec<Diagnostic>) {
    (read(handbook, strings, memo, stop).index(handbook, memo, stop), Vec::new())
}

/// What has been read of the texts of all books: the index is made of it without them.
#[derive(Debug)]
pub struct Reading(Vec<BookReading>);

#[derive(Debug)]
struct BookReading {
    /// Which of the handbook's books.
    book: usize,
    key: Hash,
    synonyms: Vec<Synonym>,
    /// Nothing where the index is known.
    read: Vec<(Vec<Excerpt>, Batch)>,
}

/// What is kept of a document beside its counts.
#[derive(Debug)]
struct Excerpt {
    /// Index of its page.
    page: usize,
    /// What is shown of it, as its script holds it.
    fragment: String,
    /// Its text, where elasticlunr's form of the index is asked for.
    document: Option<Document>,
}

/// Reads every book.
#[must_use]
pub fn read(handbook: &Handbook, strings: &BTreeMap<Locale, Arc<Strings>>, memo: &Memo, stop: &Stop) -> Reading {
    let spoken = handbook.books.iter().enumerate();
    let books = spoken.filter_map(|(at, book)| Some((at, book, strings.get(&book.locale.locale)?)));
    let reading = books.map(|(at, book, own)| {
        let words = |page: &Page| strings.get(&page.text_locale).unwrap_or(own).as_ref();
        let spoken: Vec<Hash> = book.pages.iter().map(|page| words(page).key).collect();
        let config = &handbook.config;
        let key = Hash::of_value(&(book.key(), config.source.as_str(), spoken, config.elasticlunr));
        let synonyms = synonyms::synonyms(&book.glossary);
        let read = match memo.find::<Vec<Artifact>>(STEP, key) {
            Some(_) => Vec::new(),
            None => read_book(book, config, &synonyms, &words, (memo, stop)),
        };
        BookReading { book: at, key, synonyms, read }
    });
    Reading(reading.collect())
}

impl Reading {
    /// The index of every book. Of `handbook` no text is needed any more.
    #[must_use]
    pub fn index(self, handbook: &Handbook, memo: &Memo, stop: &Stop) -> Vec<Artifact> {
        let Self(books) = self;
        let artifacts = books.into_iter().filter(|_| !stop.is_wished()).flat_map(|reading| {
            let BookReading { book, key, synonyms, read } = reading;
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

/// `words`: the interface in the language of a page's text.
fn read_book<'a>(
    book: &Book,
    config: &Config,
    synonyms: &[Synonym],
    words: &(impl Fn(&Page) -> &'a Strings + Sync),
    (memo, stop): (&Memo, &Stop),
) -> Vec<(Vec<Excerpt>, Batch)> {
    let indexes: Vec<usize> = (0..book.pages.len()).collect();
    let read = |pages: &[usize]| {
        let pages = if stop.is_wished() { &[] } else { pages };
        memo.timed("search text", || read_pages(book, config, pages, synonyms, words))
    };
    indexes.par_chunks(BATCH).map(read).collect()
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
    let mut files = files::files(book, handbook.config.source.as_str(), documents, index);
    files.extend(elastic);
    (files, figures)
}

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
    let (mut documents, mut counts) = (Vec::new(), Vec::new());
    for (index, page) in pages.iter().filter_map(|index| Some((*index, book.pages.get(*index)?))) {
        let sections = text::sections(page, &book.sources, words(page));
        for document in document::documents(index, &page.title, page.source.stem(), sections) {
            counts.push(counter.count(&document));
            let fragment = files::fragment(book, config.source.as_str(), page, &document);
            documents.push(Excerpt { page: index, fragment, document: config.elasticlunr.then_some(document) });
        }
    }
    (documents, Batch { words: vocabulary.into(), counts })
}
