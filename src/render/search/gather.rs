//! Where the words of all documents stand, read from what was counted in each.
//!
//! Owns how the documents are shared out among processors: each reads its share, and what it found is put behind what the
//! one before it found, so that the order is that of the documents.

use std::collections::HashMap;

use foldhash::fast::FixedState;
use rayon::prelude::*;

use super::analysis::Word;
use super::count::Counts;
use super::postings::{Batch, Posting, level};
use crate::base::Stop;

/// Documents that follow each other, with the number of the first of each batch and its words among those of all batches: what
/// one processor reads while others read other shares.
pub type Share<'b> = Vec<(u32, &'b Batch, &'b [u32])>;

/// A share for each processor. `ids`: of each batch, its words among those of all.
pub fn shares<'b>(batches: &'b [Batch], ids: &'b [Vec<u32>]) -> Vec<Share<'b>> {
    let mut next = 0;
    let batches = batches.iter().zip(ids).map(|(batch, ids)| {
        let first = next;
        next += batch.counts.len() as u32;
        (first, batch, ids.as_slice())
    });
    let all: Share<'_> = batches.collect();
    let length = all.len().div_ceil(rayon::current_num_threads()).max(1);
    all.chunks(length).map(<[_]>::to_vec).collect()
}

/// The documents of a batch, with their numbers.
pub fn numbered(first: u32, batch: &Batch) -> impl Iterator<Item = (u32, &Counts)> {
    (first..).zip(&batch.counts)
}

/// The words of all batches.
#[derive(Default)]
pub struct Known {
    known: HashMap<String, u32, FixedState>,
    words: Vec<Word>,
}

/// All words, and where they stand.
pub struct Gathered {
    pub words: Vec<(Word, Vec<Posting>)>,
    /// The same of the names of glossary entries.
    pub synonyms: Vec<Vec<Posting>>,
}

impl Known {
    /// The words of batches; and of each batch, its words among them.
    pub fn of(batches: &[Batch]) -> (Self, Vec<Vec<u32>>) {
        let mut all = Self::default();
        let ids = batches.iter().map(|batch| batch.words.iter().map(|word| all.word(word)).collect()).collect();
        (all, ids)
    }

    fn word(&mut self, (spelling, surface, varied): (&str, &str, bool)) -> u32 {
        if let Some(id) = self.known.get(spelling) {
            // Of several ways to write one spelling (hoà, hòa) the same one is shown in every build.
            let known = &mut self.words[*id as usize];
            known.varied |= varied || surface != known.surface;
            if surface < known.surface.as_str() {
                surface.clone_into(&mut known.surface);
            }
            return *id;
        }
        let id = u32::try_from(self.words.len()).unwrap_or(u32::MAX);
        self.known.insert(spelling.to_owned(), id);
        self.words.push(Word { spelling: spelling.to_owned(), surface: surface.to_owned(), varied });
        id
    }

    /// Where the words stand, and so many names.
    pub fn gather(self, shares: &[Share<'_>], (names, average): (usize, f32), stop: &Stop) -> Gathered {
        let count = self.words.len();
        let read = |share: &Share<'_>| {
            let (mut words, mut synonyms) = (vec![Vec::new(); count], vec![Vec::new(); names]);
            for (first, batch, ids) in share.iter().take_while(|_| !stop.is_wished()) {
                for (document, counts) in numbered(*first, batch) {
                    let posting = |tally| Posting::new(document, level(tally, counts, average));
                    for (word, tally) in counts.words.each_word() {
                        words[ids[word as usize] as usize].push(posting(tally));
                    }
                    for (entry, tally) in &counts.synonyms {
                        synonyms[*entry].push(posting(*tally));
                    }
                }
            }
            (words, synonyms)
        };
        let (words, synonyms): (Vec<_>, Vec<_>) = shares.par_iter().map(read).collect::<Vec<_>>().into_iter().unzip();
        Gathered {
            words: self.words.into_iter().zip(joined(words, count)).collect(),
            synonyms: joined(synonyms, names),
        }
    }
}

/// The lists of each thing one behind the other, for so many things.
fn joined(mut parts: Vec<Vec<Vec<Posting>>>, things: usize) -> Vec<Vec<Posting>> {
    if parts.len() == 1 {
        return parts.pop().unwrap_or_default();
    }
    let join = |thing: usize| parts.iter().map(|part| part[thing].as_slice()).collect::<Vec<_>>().concat();
    (0..things).into_par_iter().map(join).collect()
}
