//! The index in memory: for each word and each pair of neighbours, the documents that hold it and how well
//! it describes them.
//!
//! Owns ranking as far as it is known at build: BM25 with a share for title and headings, rounded to a level
//! from 0 to 15, so that a reader's device needs neither lengths nor counts. Pairs are kept only of words
//! that are frequent: a rare word finds its few documents alone.

use std::collections::HashMap;

use rayon::prelude::*;

use super::analysis::{Vocabulary, Word};
use super::count::{Counts, Tally};
use super::synonyms::{Synonym, is_verbatim};
use crate::base::Stop;
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
    /// Words of each document.
    pub lengths: Vec<u32>,
    /// Spellings that are written in several ways, sorted.
    pub varied: Vec<String>,
}

/// Documents that were counted with one vocabulary.
#[derive(Debug)]
pub struct Batch {
    /// The vocabulary.
    pub vocabulary: Vocabulary,
    /// The documents, in order.
    pub counts: Vec<Counts>,
}

/// Makes the index of documents that were counted in batches, in order; of some of them once a stop is wished.
#[must_use]
pub fn index(batches: Vec<Batch>, synonyms: &[Synonym], stop: &Stop) -> Index {
    let lengths: Vec<u32> = batches.iter().flat_map(|b| &b.counts).map(|c| c.length).collect();
    let (documents, average) = (lengths.len(), average(&lengths));
    let mut gathered = Gathered { synonyms: vec![Vec::new(); synonyms.len()], ..Gathered::default() };
    for batch in batches.iter().take_while(|_| !stop.is_wished()) {
        gathered.add(batch, average);
    }
    if stop.is_wished() {
        return Index::default();
    }
    let frequent = frequent(documents);
    let ranks = Ranks::new(&gathered.words, frequent);
    let pairs = pairs(&batches, &gathered, &ranks, average);
    drop(batches);
    let varied = gathered.words.iter().map(|(word, _)| word).filter(|word| word.varied);
    let mut varied: Vec<String> = varied.map(|word| word.spelling.clone()).collect();
    varied.sort_unstable();
    Index { words: words(gathered, ranks, synonyms), pairs, frequent, lengths, varied }
}

/// What a quarter of an octave is, and two, and three.
const STEPS: [f32; 4] = [1.0, 1.189_207, 1.414_213_6, 1.681_792_8];

/// How long documents are on average, in steps of a quarter of an octave: a word more in one of many moves the worth of
/// no other.
pub fn average(lengths: &[u32]) -> f32 {
    let total: u64 = lengths.iter().map(|length| u64::from(*length)).sum();
    let average = total as f32 / lengths.len().max(1) as f32;
    let mut octave = 1.0;
    while octave * 2.0 <= average {
        octave *= 2.0;
    }
    STEPS.iter().rev().map(|step| step * octave).find(|step| *step <= average).unwrap_or(octave)
}

/// Up to this many documents a word is rare. Below a hundred documents all pairs are kept: they cost little.
pub fn frequent(documents: usize) -> usize {
    documents / 100
}

/// What a word is worth to a document.
pub fn level(tally: Tally, counts: &Counts, average: f32) -> u8 {
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
    known: HashMap<String, u32>,
    words: Vec<(Word, Vec<Posting>)>,
    synonyms: Vec<Vec<Posting>>,
    /// Of each batch, the words of its vocabulary among all `words`.
    ids: Vec<Vec<u32>>,
}

impl Gathered {
    fn add(&mut self, batch: &Batch, average: f32) {
        let ids: Vec<u32> = batch.vocabulary.words.iter().map(|word| self.word(word)).collect();
        for counts in &batch.counts {
            let document = self.documents;
            let posting = |tally: &Tally| Posting { document, level: level(*tally, counts, average) };
            for (word, tally) in &counts.words {
                self.words[ids[*word as usize] as usize].1.push(posting(tally));
            }
            for (entry, tally) in &counts.synonyms {
                self.synonyms[*entry].push(posting(tally));
            }
            self.documents += 1;
        }
        self.ids.push(ids);
    }

    fn word(&mut self, word: &Word) -> u32 {
        if let Some(id) = self.known.get(&word.spelling) {
            // Of several ways to write one spelling (hoà, hòa) the same one is shown in every build.
            let known = &mut self.words[*id as usize].0;
            known.varied |= word.varied || word.surface != known.surface;
            if word.surface < known.surface {
                known.surface.clone_from(&word.surface);
            }
            return *id;
        }
        let id = u32::try_from(self.words.len()).unwrap_or(u32::MAX);
        self.known.insert(word.spelling.clone(), id);
        self.words.push((word.clone(), Vec::new()));
        id
    }
}

/// All words in the order of the index: by fold, then surface.
struct Ranks {
    /// Of each word, its fold.
    folds: Vec<String>,
    /// The words in order.
    order: Vec<u32>,
    /// Of each word, its place in `order`.
    place: Vec<u32>,
    /// Of each word, the place of the first word with its fold.
    group: Vec<u32>,
    /// Of each word, whether its fold stands in many documents.
    frequent: Vec<bool>,
}

impl Ranks {
    fn new(words: &[(Word, Vec<Posting>)], frequent: usize) -> Self {
        let folds: Vec<String> = words.par_iter().map(|(word, _)| fold(&lower(&word.spelling))).collect();
        let mut order: Vec<u32> = (0..words.len() as u32).collect();
        let key = |id: &u32| (folds[*id as usize].as_str(), words[*id as usize].0.surface.as_str());
        order.par_sort_unstable_by(|a, b| key(a).cmp(&key(b)));
        let mut ranks = Self {
            place: vec![0; words.len()],
            group: vec![0; words.len()],
            frequent: vec![false; words.len()],
            order: Vec::new(),
            folds: Vec::new(),
        };
        let mut at = 0;
        for alike in order.chunk_by(|a, b| folds[*a as usize] == folds[*b as usize]) {
            let often = alike.iter().map(|id| words[*id as usize].1.len()).sum::<usize>() > frequent
                && (alike.len() == 1 || documents(alike.iter().map(|id| &words[*id as usize].1)) > frequent);
            for (next, id) in alike.iter().enumerate() {
                ranks.place[*id as usize] = at + next as u32;
                ranks.group[*id as usize] = at;
                ranks.frequent[*id as usize] = often;
            }
            at += alike.len() as u32;
        }
        (ranks.folds, ranks.order) = (folds, order);
        ranks
    }
}

/// How many documents any of some words stands in.
fn documents<'a>(lists: impl Iterator<Item = &'a Vec<Posting>>) -> usize {
    let mut all: Vec<u32> = lists.flatten().map(|posting| posting.document).collect();
    all.sort_unstable();
    all.dedup();
    all.len()
}

/// A pair that stands in a document: the fold of its second word and the places of both, in the order of the index.
type Met = ([u32; 3], Posting);

/// The pairs of frequent words, sorted by fold, then surface. A space sorts before all that words are made of, so that
/// pairs are in the order of their words; numbers are compared in place of texts.
fn pairs(batches: &[Batch], gathered: &Gathered, ranks: &Ranks, average: f32) -> Vec<Entry> {
    let mut met: Vec<Vec<Met>> = vec![Vec::new(); ranks.order.len()];
    let mut document = 0;
    for (batch, ids) in batches.iter().zip(&gathered.ids) {
        for counts in &batch.counts {
            for ((a, b), tally) in &counts.pairs {
                let (a, b) = (ids[*a as usize] as usize, ids[*b as usize] as usize);
                if ranks.frequent[a] && ranks.frequent[b] {
                    let key = [ranks.group[b], ranks.place[a], ranks.place[b]];
                    let posting = Posting { document, level: level(*tally, counts, average) };
                    met[ranks.group[a] as usize].push((key, posting));
                }
            }
            document += 1;
        }
    }
    let entries = |mut met: Vec<Met>| {
        met.sort_unstable_by_key(|(key, posting)| (*key, posting.document));
        met.chunk_by(|a, b| a.0 == b.0).map(|same| pair(same, &gathered.words, ranks)).collect::<Vec<_>>()
    };
    met.into_par_iter().flat_map_iter(entries).collect()
}

fn pair(same: &[Met], words: &[(Word, Vec<Posting>)], ranks: &Ranks) -> Entry {
    let [a, b] = [1, 2].map(|part| ranks.order[same[0].0[part] as usize] as usize);
    Entry {
        fold: format!("{} {}", ranks.folds[a], ranks.folds[b]),
        surface: format!("{} {}", words[a].0.surface, words[b].0.surface),
        postings: same.iter().map(|(_, posting)| *posting).collect(),
        ..Entry::default()
    }
}

/// The words that were met, and the names of glossary entries among them, sorted by fold, then surface.
fn words(mut gathered: Gathered, mut ranks: Ranks, synonyms: &[Synonym]) -> Vec<Entry> {
    let named = gathered.synonyms.iter().zip(synonyms).flat_map(|(postings, synonym)| names(postings, synonym));
    let mut named: Vec<Entry> = named.collect();
    let mut entries = Vec::with_capacity(ranks.order.len() + named.len());
    for id in ranks.order {
        let (word, postings) = std::mem::take(&mut gathered.words[id as usize]);
        // What was only looked for, not met, has no documents.
        if !postings.is_empty() {
            let fold = std::mem::take(&mut ranks.folds[id as usize]);
            entries.push(Entry { fold, surface: word.surface, postings, ..Entry::default() });
        }
    }
    if !named.is_empty() {
        entries.append(&mut named);
        // Stable: nearly all is in order already.
        entries.sort_by(|a, b| (&a.fold, &a.surface, &a.names).cmp(&(&b.fold, &b.surface, &b.names)));
    }
    entries
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
