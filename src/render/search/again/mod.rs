//! The index of a book again, after a few of its pages have been given another text.
//!
//! Owns which of the published files of an index change with them. An index is its files: what the pages said before is
//! taken out of the shards, what they say now is put in, and the shards are cut again by the rules of `files`. `None`
//! where more has to be known than the shards tell (a word becomes frequent, a page longer by a document): then the
//! index is made of all texts.

mod lines;
mod pairs;
mod varied;
mod words;

use std::collections::{BTreeMap, HashMap};
use std::sync::Arc;

use super::analysis::Word;
use super::count::{Counts, Tally};
use super::files::{self, json, script};
use super::postings::{self, Batch, Posting};
use super::synonyms::{Synonym, synonyms};
use super::{Excerpt, FIGURES, read_pages};
use crate::base::{Artifact, Hash, Locale, RelPath, Stored, Unread};
use crate::book::model::{Book, Handbook, Page};
use crate::i18n::ui::Strings;
use lines::Shards;
use pairs::Pairs;
use words::Words;

/// What the files of an index do not tell of it.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Figures {
    /// Words of each document.
    pub lengths: Vec<u32>,
    /// Documents of each page.
    pub documents: Vec<u32>,
    /// Spellings that are written in several ways.
    pub varied: Vec<String>,
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
    }

    fn restore(from: &mut Unread<'_>) -> Option<Self> {
        Some(Self {
            lengths: Stored::restore(from)?,
            documents: Stored::restore(from)?,
            varied: Stored::restore(from)?,
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
    let source = handbook.config.source.as_str();
    let mut artifacts = Vec::new();
    for (at, (book, figures)) in handbook.books.iter().zip(figures).enumerate() {
        let changed: Vec<usize> = pages.iter().filter(|(book, _)| *book == at).map(|(_, page)| *page).collect();
        let own = strings.get(&book.locale.locale)?;
        let words = |page: &Page| strings.get(&page.text_locale).unwrap_or(own).as_ref();
        let synonyms = synonyms(&book.glossary);
        let (documents, batch) = read_pages(book, &handbook.config, &changed, &synonyms, &words);
        let mut said = Said::of(documents, batch, figures)?;
        artifacts.extend(index(book, source, &synonyms, &mut said, figures, published)?);
    }
    Some(artifacts)
}

/// What the pages say now.
struct Said {
    documents: Vec<Excerpt>,
    /// The number of each document, rising.
    numbers: Vec<u32>,
    counts: Vec<Counts>,
    words: Vec<Word>,
    average: f32,
}

impl Said {
    /// Brings the figures to what is said now.
    fn of(documents: Vec<Excerpt>, batch: Batch, figures: &mut Figures) -> Option<Self> {
        let (starts, average) = (figures.starts(), postings::average(&figures.lengths));
        let mut numbers = Vec::new();
        for parts in documents.chunk_by(|a, b| a.page == b.page) {
            let page = parts.first()?.page;
            let (from, to) = (*starts.get(page)?, *starts.get(page + 1)?);
            if parts.len() != (to - from) as usize {
                return None;
            }
            numbers.extend(from..to);
        }
        for (number, counts) in numbers.iter().zip(&batch.counts) {
            *figures.lengths.get_mut(*number as usize)? = counts.length;
        }
        let rising = numbers.is_sorted() && postings::average(&figures.lengths).to_bits() == average.to_bits();
        let word = |(spelling, surface, varied): (&str, &str, bool)| Word {
            spelling: spelling.to_owned(),
            surface: surface.to_owned(),
            varied,
        };
        let words = batch.words.iter().map(word).collect();
        rising.then_some(Self { documents, numbers, counts: batch.counts, words, average })
    }

    fn posting(&self, at: usize, tally: Tally) -> Posting {
        let (document, counts) = (self.numbers[at], &self.counts[at]);
        Posting::new(document, postings::level(tally, counts, self.average))
    }
}

fn index(
    book: &Book,
    source: &str,
    synonyms: &[Synonym],
    said: &mut Said,
    figures: &Figures,
    published: Published<'_>,
) -> Option<Vec<Artifact>> {
    let folder = format!("{}/search", book.locale.locale);
    let (old_words, old_pairs) =
        rayon::join(|| Shards::read(&folder, 'w', published), || Shards::read(&folder, 'p', published));
    let (old_words, old_pairs) = (old_words?, old_pairs?);
    let total = figures.lengths.len();
    let mut words = Words::of(&old_words, postings::frequent(total))?;
    let shown: Vec<String> = said.documents.iter().map(|document| document.fragment.to_string()).collect();
    varied::are_the_same(said, &shown, figures, &folder, published)?;
    words.spell(said, figures)?;
    let said = &*said;
    words.say(said, synonyms, &languages(book, figures))?;
    let (pair_texts, pointers) = {
        let pairs = Pairs::say(&old_pairs, said, &words.known())?;
        (pairs.texts(), pairs.pointers())
    };
    words.point(pointers);
    let (word_texts, firsts) = words.shards();
    let directory = files::directory(book, source, (total, long(figures)), postings::frequent(total), firsts);
    let mut files = vec![script(&folder, "index", directory), script(&folder, "v", json(&words.vocabulary()))];
    files.extend(old_words.changed(&folder, &word_texts)?);
    files.extend(old_pairs.changed(&folder, &pair_texts)?);
    for (number, fragment) in said.numbers.iter().zip(shown) {
        files.push(script(&folder, &format!("f{number}"), fragment));
    }
    let differs = |file: &Artifact| (published.hash)(&file.path) != Some(Hash::of(&file.bytes));
    files.retain(differs);
    let version =
        script(&folder, "version", json(&version(&folder, &old_words, &old_pairs, total, &files, published)?));
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
fn version(
    folder: &str,
    words: &Shards,
    pairs: &Shards,
    documents: usize,
    changed: &[Artifact],
    published: Published<'_>,
) -> Option<String> {
    let new: HashMap<&RelPath, &Artifact> = changed.iter().map(|file| (&file.path, file)).collect();
    let numbered = |letter: char, count: usize| (0..count).map(move |number| format!("{letter}{number}"));
    let names = std::iter::once("index".to_owned())
        .chain(numbered('w', words.len()))
        .chain(numbered('p', pairs.len()))
        .chain(std::iter::once("v".to_owned()))
        .chain(numbered('f', documents));
    let hash = |name: String| {
        let path = RelPath::new(&format!("{folder}/{name}.js")).ok()?;
        new.get(&path).map_or_else(|| (published.hash)(&path), |file| Some(Hash::of(&file.bytes)))
    };
    let hashes: Option<String> = names.map(|name| Some(hash(name)?.short())).collect();
    Some(Hash::of(hashes?.as_bytes()).short())
}
