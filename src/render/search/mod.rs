//! The index that a reader searches, one a book.
//!
//! Owns what is found by which words. The procedure: each page is read as text and cut into documents, whose
//! words are counted, in parallel; counts become postings, sorted by word; postings and excerpts are written as
//! small scripts, of which a query loads a few. The search script (`themes/default/search/`) is the other half:
//! it cuts a query into words by the same rules and reads these files. May do no I/O.

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
mod postings;
mod synonyms;
mod text;

use std::collections::BTreeMap;
use std::sync::Arc;

use rayon::prelude::*;

use crate::base::{Artifact, Diagnostic, Hash, Locale, Memo, Stop};
use crate::book::model::{Book, Handbook, Page};
use crate::i18n::ui::Strings;
use analysis::Vocabulary;
use document::Document;
use postings::Batch;
use synonyms::{Finder, Synonym};

/// The step that makes a book's index.
const STEP: &str = "search index";

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
    let books = handbook.books.iter().filter_map(|book| Some((book, strings.get(&book.locale.locale)?)));
    let source = handbook.config.source.as_str();
    let artifacts = books.filter(|_| !stop.is_wished()).flat_map(|(book, own)| {
        let words = |page: &Page| strings.get(&page.text_locale).unwrap_or(own).as_ref();
        let standard = handbook.config.elasticlunr;
        let spoken: Vec<Hash> = book.pages.iter().map(|page| words(page).key).collect();
        let key = Hash::of_value(&(book.key(), source, spoken, standard));
        if let Some(known) = memo.find::<Vec<Artifact>>(STEP, key) {
            return memo.get_found(STEP, known).as_ref().clone();
        }
        let made = render_book(book, source, &words, standard, stop);
        // What was given up is no index, and is not kept for one.
        if stop.is_wished() { Vec::new() } else { memo.get(STEP, key, || made).as_ref().clone() }
    });
    (artifacts.collect(), Vec::new())
}

/// `words`: the interface in the language of a page's text. `standard`: elasticlunr's form of the index as well.
fn render_book<'a>(
    book: &Book,
    source: &str,
    words: &(impl Fn(&Page) -> &'a Strings + Sync),
    standard: bool,
    stop: &Stop,
) -> Vec<Artifact> {
    let indexes: Vec<usize> = (0..book.pages.len()).collect();
    let synonyms = synonyms::synonyms(&book.glossary);
    let read = |pages: &[usize]| {
        let pages = if stop.is_wished() { &[] } else { pages };
        read(book, pages, &synonyms, words)
    };
    let read: Vec<(Vec<Document>, Batch)> = indexes.par_chunks(BATCH).map(read).collect();
    let (documents, batches): (Vec<_>, Vec<_>) = read.into_iter().unzip();
    let documents = documents.concat();
    let mut index = postings::index(batches, &synonyms, stop);
    if stop.is_wished() {
        return Vec::new();
    }
    let language = |document: &Document| book.pages.get(document.page).map_or("", |page| page.text_locale.language());
    forms::tell(&mut index.words, &documents.iter().map(language).collect::<Vec<_>>());
    let mut files = files::files(book, source, &documents, &index);
    files.extend(standard.then(|| elastic::file(book, &documents)));
    files
}

fn read<'a>(
    book: &Book,
    pages: &[usize],
    synonyms: &[Synonym],
    words: &impl Fn(&Page) -> &'a Strings,
) -> (Vec<Document>, Batch) {
    let mut vocabulary = Vocabulary::default();
    let finder = Finder::new(synonyms, &mut vocabulary);
    let mut counter = count::Counter::new(&mut vocabulary, &finder);
    let (mut documents, mut counts) = (Vec::new(), Vec::new());
    for (index, page) in pages.iter().filter_map(|index| Some((*index, book.pages.get(*index)?))) {
        let sections = text::sections(page, &book.sources, words(page));
        for document in document::documents(index, &page.title, page.source.stem(), sections) {
            counts.push(counter.count(&document));
            documents.push(document);
        }
    }
    (documents, Batch { vocabulary, counts })
}
