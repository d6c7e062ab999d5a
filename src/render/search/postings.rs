//! The index in memory: for each word and each pair of neighbours, the documents that hold it and how well
//! it describes them.
//!
//! Owns ranking as far as it is known at build: BM25 with a share for title and headings, rounded to a level
//! from 0 to 15, so that a reader's device needs neither lengths nor counts. Pairs are kept only of words
//! that are frequent: a rare word finds its few documents alone.

use rayon::prelude::*;

use super::analysis::{Vocabulary, Word, Words};
use super::count::{Counts, Tally};
use super::gather::{Gathered, Known, shares};
use super::pairs::{Meetings, Pairs, pairs};
use super::synonyms::{Synonym, is_verbatim};
use crate::base::Stop;
use crate::i18n::fold::{fold, lower};

/// What a level is worth. The lower half is running text, the upper half headings and titles.
pub const LEVELS: [f32; 16] = [0.3, 0.6, 0.9, 1.2, 1.5, 1.8, 2.1, 2.4, 2.8, 3.2, 3.7, 4.2, 4.8, 5.4, 6.0, 6.6];

/// A document that holds a word, and how well it says what the word means: an index into [`LEVELS`].
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Posting(pub(super) u32);

impl Posting {
    /// A posting; the level is below 16.
    pub fn new(document: u32, level: u8) -> Self {
        Self(document << 4 | u32::from(level & 15))
    }

    /// Index of the document.
    pub fn document(self) -> u32 {
        self.0 >> 4
    }

    /// Index into [`LEVELS`].
    pub fn level(self) -> u32 {
        self.0 & 15
    }
}

/// A word and where it stands.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Entry {
    /// Without marks, in lower case: what it is found by. The words of a glossary entry's name are parted by a space.
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
    pub pairs: Vec<Pairs>,
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
    /// The words.
    pub words: Words,
    /// The documents, in order.
    pub counts: Vec<Counts>,
}

/// Makes the index of documents that were counted in batches, in order; of some of them once a stop is wished.
#[must_use]
pub fn index(batches: Vec<Batch>, synonyms: &[Synonym], stop: &Stop) -> Index {
    let lengths: Vec<u32> = batches.iter().flat_map(|b| &b.counts).map(|c| c.length).collect();
    let (documents, average) = (lengths.len(), average(&lengths));
    let (known, ids) = Known::of(&batches);
    let shares = shares(&batches, &ids);
    let gathered = known.gather(&shares, (synonyms.len(), average), stop);
    if stop.is_wished() {
        return Index::default();
    }
    let frequent = frequent(documents);
    let mut ranks = Ranks::new(&gathered.words, frequent);
    let varied = gathered.words.iter().map(|(word, _)| word).filter(|word| word.varied);
    let mut varied: Vec<String> = varied.map(|word| word.spelling.clone()).collect();
    varied.sort_unstable();
    let (words, entries) = words(gathered, &mut ranks, synonyms);
    let met: Vec<Meetings> = shares.par_iter().map(|share| Meetings::of(share, &ranks, average)).collect();
    drop(shares);
    drop(batches);
    Index { pairs: pairs(&met, &entries), words, frequent, lengths, varied }
}

/// What a quarter of an octave is, and two, and three.
const STEPS: [f32; 4] = [1.0, 1.189_207, std::f32::consts::SQRT_2, 1.681_792_8];

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

/// All words in the order of the index: by fold, then surface.
pub struct Ranks {
    /// Of each word, its fold.
    folds: Vec<String>,
    /// The words in order.
    order: Vec<u32>,
    /// Of each word, its place in `order`.
    pub place: Vec<u32>,
    /// Of each word, the place of the first word with its fold.
    pub group: Vec<u32>,
    /// Of each word, whether its fold stands in many documents.
    pub frequent: Vec<bool>,
}

impl Ranks {
    /// The place of the first word with the fold of a word.
    pub fn folds_place(&self, word: usize) -> usize {
        self.group[word] as usize
    }

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
            let lists = || alike.iter().map(|id| &words[*id as usize].1);
            let often = lists().any(|list| list.len() > frequent)
                || (lists().map(Vec::len).sum::<usize>() > frequent && documents(lists()) > frequent);
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
    let mut all: Vec<u32> = lists.flatten().map(|posting| posting.document()).collect();
    all.sort_unstable();
    all.dedup();
    all.len()
}

/// The words that were met, and the names of glossary entries among them, sorted by fold, then surface; of each word in
/// the order of the ranks, its place among them.
fn words(mut gathered: Gathered, ranks: &mut Ranks, synonyms: &[Synonym]) -> (Vec<Entry>, Vec<u32>) {
    let named = gathered.synonyms.iter().zip(synonyms).flat_map(|(postings, synonym)| names(postings, synonym));
    let mut named: Vec<Entry> = named.collect();
    named.sort_by(|a, b| (&a.fold, &a.surface, &a.names).cmp(&(&b.fold, &b.surface, &b.names)));
    let mut named = named.into_iter().peekable();
    let mut entries = Vec::with_capacity(ranks.order.len() + named.len());
    let mut places = Vec::with_capacity(ranks.order.len());
    for id in &ranks.order {
        let (word, postings) = std::mem::take(&mut gathered.words[*id as usize]);
        let fold = std::mem::take(&mut ranks.folds[*id as usize]);
        let entry = Entry { fold, surface: word.surface, postings, ..Entry::default() };
        while let Some(name) = named.next_if(|name| (&name.fold, &name.surface) < (&entry.fold, &entry.surface)) {
            entries.push(name);
        }
        places.push(u32::try_from(entries.len()).unwrap_or(u32::MAX));
        // What was only looked for, not met, has no documents.
        if !entry.postings.is_empty() {
            entries.push(entry);
        }
    }
    entries.extend(named);
    (entries, places)
}

/// An entry for each name of a glossary entry that some document uses.
pub fn names(postings: &[Posting], synonym: &Synonym) -> Vec<Entry> {
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
