//! The index in memory: for each word and each pair of neighbours, the documents that hold it and how well
//! it describes them.
//!
//! Owns ranking as far as it is known at build: BM25 with a share for title and headings, rounded to a level
//! from 0 to 15, so that a reader's device needs neither lengths nor counts. Pairs are kept only of words
//! that are frequent: a rare word finds its few documents alone.

use std::collections::{BTreeMap, HashMap};

use super::analysis::{Vocabulary, Word};
use super::count::{Counts, Tally};
use super::synonyms::{Synonym, is_verbatim};
use crate::i18n::fold::{fold, lower};

/// What a level is worth. The lower half is running text, the upper half headings and titles.
pub const LEVELS: [f32; 16] = [0.3, 0.6, 0.9, 1.2, 1.5, 1.8, 2.1, 2.4, 2.8, 3.2, 3.7, 4.2, 4.8, 5.4, 6.0, 6.6];

/// A document that holds a word.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Posting {
    /// Index of the document.
    pub document: u32,
    /// Index into [`LEVELS`].
    pub level: u8,
}

/// A word or a pair and where it stands.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Entry {
    /// Without marks, in lower case: what it is found by. A pair's words are parted by a space.
    pub fold: String,
    /// As a reader would write it: in lower case, but for abbreviations.
    pub surface: String,
    /// The documents, in order.
    pub postings: Vec<Posting>,
    /// Only holds sentences together.
    pub stop: bool,
    /// Folds of other forms of the word.
    pub kin: Vec<String>,
    /// A name of a glossary entry, with what may stand for it in texts; its documents are those of all names.
    pub names: Vec<String>,
}

/// An index.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Index {
    /// Words, sorted by fold, then surface.
    pub words: Vec<Entry>,
    /// Pairs, sorted alike.
    pub pairs: Vec<Entry>,
    /// Words whose fold stands in more documents than this have pairs.
    pub frequent: usize,
}

/// Documents that were counted with one vocabulary.
pub struct Batch {
    /// The vocabulary.
    pub vocabulary: Vocabulary,
    /// The documents, in order.
    pub counts: Vec<Counts>,
}

/// Makes the index of documents that were counted in batches, in order.
#[must_use]
pub fn index(batches: Vec<Batch>, synonyms: &[Synonym]) -> Index {
    let total: u64 = batches.iter().flat_map(|b| &b.counts).map(|c| u64::from(c.length)).sum();
    let documents = batches.iter().map(|b| b.counts.len()).sum::<usize>();
    let average = total as f32 / documents.max(1) as f32;
    let mut gathered = Gathered { synonyms: vec![Vec::new(); synonyms.len()], ..Gathered::default() };
    for batch in batches {
        gathered.add(batch, average);
    }
    gathered.finish(documents, synonyms)
}

/// Up to this many documents a word is rare. Below a hundred documents all pairs are kept: they cost little.
fn frequent(documents: usize) -> usize {
    documents / 100
}

/// What a word is worth to a document.
fn level(tally: Tally, counts: &Counts, average: f32) -> u8 {
    let length = counts.length as f32 / average.max(1.0);
    let times = [tally.text, tally.heading, tally.subject, tally.title].map(f32::from).iter().sum::<f32>();
    let mut worth = 2.2 * times / (times + 1.2 * (0.4 + 0.6 * length));
    if tally.subject > 0 {
        worth += 0.2 + 2.6 / f32::from(tally.subject_length.max(1)).sqrt();
    } else if tally.heading > 0 {
        worth += 0.8;
    }
    if tally.title > 0 {
        worth += 1.0 + 2.5 / (counts.title_length.max(1) as f32).sqrt();
    }
    let above = LEVELS.iter().position(|level| *level >= worth).unwrap_or(LEVELS.len() - 1);
    let nearer_below = above > 0 && worth - LEVELS[above - 1] < LEVELS[above] - worth;
    u8::try_from(if nearer_below { above - 1 } else { above }).unwrap_or_default()
}

#[derive(Default)]
struct Gathered {
    documents: u32,
    known: HashMap<String, usize>,
    words: Vec<(Word, Vec<Posting>)>,
    pairs: HashMap<(usize, usize), Vec<Posting>>,
    synonyms: Vec<Vec<Posting>>,
}

impl Gathered {
    fn add(&mut self, batch: Batch, average: f32) {
        let ids: Vec<usize> = batch.vocabulary.words.into_iter().map(|word| self.word(word)).collect();
        for counts in batch.counts {
            let document = self.documents;
            let posting = |tally: &Tally| Posting { document, level: level(*tally, &counts, average) };
            for (word, tally) in &counts.words {
                self.words[ids[*word as usize]].1.push(posting(tally));
            }
            for ((a, b), tally) in &counts.pairs {
                let pair = (ids[*a as usize], ids[*b as usize]);
                self.pairs.entry(pair).or_default().push(posting(tally));
            }
            for (entry, tally) in &counts.synonyms {
                self.synonyms[*entry].push(posting(tally));
            }
            self.documents += 1;
        }
    }

    fn word(&mut self, word: Word) -> usize {
        if let Some(id) = self.known.get(&word.spelling) {
            // Of several ways to write one spelling (hoà, hòa) the same one is shown in every build.
            let known = &mut self.words[*id].0.surface;
            if word.surface < *known {
                *known = word.surface;
            }
            return *id;
        }
        self.known.insert(word.spelling.clone(), self.words.len());
        self.words.push((word, Vec::new()));
        self.words.len() - 1
    }

    fn finish(self, documents: usize, synonyms: &[Synonym]) -> Index {
        let frequent = frequent(documents);
        let folds: Vec<String> = self.words.iter().map(|(word, _)| fold(&lower(&word.spelling))).collect();
        let is_frequent = frequent_words(&self.words, &folds, frequent);
        let pair = |((a, b), postings): ((usize, usize), Vec<Posting>)| Entry {
            fold: format!("{} {}", folds[a], folds[b]),
            surface: format!("{} {}", self.words[a].0.surface, self.words[b].0.surface),
            postings,
            ..Entry::default()
        };
        let kept = self.pairs.into_iter().filter(|((a, b), _)| is_frequent[*a] && is_frequent[*b]);
        let mut pairs: Vec<Entry> = kept.map(pair).collect();
        let named = self.synonyms.into_iter().zip(synonyms).flat_map(|(postings, synonym)| names(&postings, synonym));
        // What was only looked for, not met, has no documents.
        let met = self.words.into_iter().zip(folds).filter(|((_, postings), _)| !postings.is_empty());
        let mut words: Vec<Entry> = met
            .map(|((word, postings), fold)| Entry { fold, surface: word.surface, postings, ..Entry::default() })
            .chain(named)
            .collect();
        for list in [&mut words, &mut pairs] {
            list.sort_unstable_by(|a, b| (&a.fold, &a.surface, &a.names).cmp(&(&b.fold, &b.surface, &b.names)));
        }
        Index { words, pairs, frequent }
    }
}

/// Which words have a fold that stands in many documents.
fn frequent_words(words: &[(Word, Vec<Posting>)], folds: &[String], frequent: usize) -> Vec<bool> {
    let mut held: BTreeMap<&str, Vec<u32>> = BTreeMap::new();
    for ((_, postings), fold) in words.iter().zip(folds) {
        held.entry(fold).or_default().extend(postings.iter().map(|p| p.document));
    }
    for documents in held.values_mut() {
        documents.sort_unstable();
        documents.dedup();
    }
    folds.iter().map(|fold| held.get(fold.as_str()).is_some_and(|documents| documents.len() > frequent)).collect()
}

/// An entry for each name of a glossary entry that some document uses.
fn names(postings: &[Posting], synonym: &Synonym) -> Vec<Entry> {
    if postings.is_empty() {
        return Vec::new();
    }
    let mut vocabulary = Vocabulary::default();
    let mut entries: Vec<Entry> = Vec::new();
    for name in &synonym.names {
        let tokens = vocabulary.tokens(name);
        let plain = tokens.iter().filter(|token| token.role == super::analysis::Role::Word);
        let words: Vec<&str> =
            plain.filter_map(|token| vocabulary.words.get(token.word as usize)).map(|w| w.surface.as_str()).collect();
        let lowered = words.join(" ");
        let key = fold(&lowered);
        if key.is_empty() || entries.iter().any(|entry| entry.fold == key) {
            continue;
        }
        let surface = if is_verbatim(name) { name.clone() } else { lowered };
        let names = synonym.shown.clone();
        entries.push(Entry { fold: key, surface, postings: postings.to_vec(), names, ..Entry::default() });
    }
    entries
}
