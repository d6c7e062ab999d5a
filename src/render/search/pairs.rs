//! Pairs of frequent words that stand side by side.
//!
//! Owns which pairs the index has, in which order. A rare word finds its few documents alone.

use rayon::prelude::*;

use super::count::{Counts, Tally};
use super::encode;
use super::gather::{Share, numbered};
use super::postings::{Posting, Ranks, level};

/// The pairs whose first words have one fold, in order.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Pairs {
    list: Vec<Pair>,
    /// The postings of all of them.
    text: String,
}

/// A pair of neighbours.
#[derive(Clone, Debug, PartialEq)]
struct Pair {
    words: [u32; 2],
    /// Where its postings end in the text.
    end: usize,
}

impl Pairs {
    /// The words of each pair, by their place in the index, and its postings as text.
    pub fn iter(&self) -> impl Iterator<Item = ([usize; 2], &str)> {
        let mut begin = 0;
        self.list.iter().map(move |pair| {
            let text = &self.text[begin..pair.end];
            begin = pair.end;
            (pair.words.map(|word| word as usize), text)
        })
    }
}

/// A pair of frequent words that stands in a document: the place of the first word with the second's fold, the places of
/// both words, the posting. As numbers they are in the order of the index.
type Met = u128;

/// The pairs of frequent words that stand in a share of the documents, by the first word's fold.
pub struct Meetings {
    met: Vec<Met>,
    /// Where those of the fold at each place begin, and where all end.
    bounds: Vec<usize>,
}

impl Meetings {
    /// Reads a share.
    pub fn of(share: &Share<'_>, ranks: &Ranks, average: f32) -> Self {
        // Where the pairs of each first fold stand, found out first: no list has to grow.
        let mut bounds = vec![0_usize; ranks.group.len() + 1];
        each_pair(share, ranks, |first, _, _| bounds[ranks.folds_place(first) + 1] += 1);
        (1..bounds.len()).for_each(|at| bounds[at] += bounds[at - 1]);
        let mut met: Vec<Met> = vec![0; bounds.last().copied().unwrap_or_default()];
        let mut next = bounds.clone();
        each_pair(share, ranks, |first, second, (document, tally, counts)| {
            let at = &mut next[ranks.folds_place(first)];
            let posting = Posting::new(document, level(tally, counts, average)).0;
            let parts = [ranks.group[second], ranks.place[first], ranks.place[second], posting];
            met[*at] = parts.into_iter().fold(0, |met, part| met << 32 | Met::from(part));
            *at += 1;
        });
        Self { met, bounds }
    }

    /// Those of the fold at a place.
    fn at(&self, place: usize) -> &[Met] {
        &self.met[self.bounds[place]..self.bounds[place + 1]]
    }
}

/// Goes through the pairs of frequent words: their words, and the document with what was counted.
fn each_pair<'b>(share: &Share<'b>, ranks: &Ranks, mut each: impl FnMut(usize, usize, (u32, Tally, &'b Counts))) {
    for (first, batch, ids) in share {
        for (document, counts) in numbered(*first, batch) {
            for ((a, b), tally) in counts.pairs.each_pair() {
                let [a, b] = [a, b].map(|word| ids[word as usize] as usize);
                if ranks.frequent[a] && ranks.frequent[b] {
                    each(a, b, (document, tally, counts));
                }
            }
        }
    }
}

/// The pairs of frequent words, sorted by fold, then surface. A space sorts before all that words are made of, so that
/// pairs are in the order of their words; numbers are compared in place of texts. `entries`: of each place, the word's
/// place in the index.
pub fn pairs(shares: &[Meetings], entries: &[u32]) -> Vec<Pairs> {
    let folds = shares.first().map_or(0, |share| share.bounds.len() - 1);
    let groups = (0..folds).into_par_iter().filter_map(|place| {
        let met = shares.iter().map(|share| share.at(place)).collect::<Vec<_>>().concat();
        (!met.is_empty()).then(|| group(met, entries))
    });
    groups.collect()
}

/// The pairs of one first fold.
fn group(mut met: Vec<Met>, entries: &[u32]) -> Pairs {
    met.sort_unstable();
    let mut pairs = Pairs::default();
    for same in met.chunk_by(|a, b| a >> 32 == b >> 32) {
        encode::postings(same.iter().map(|met| Posting(*met as u32)), &mut pairs.text);
        let places = [(same[0] >> 64) as u32, (same[0] >> 32) as u32];
        pairs.list.push(Pair { words: places.map(|place| entries[place as usize]), end: pairs.text.len() });
    }
    pairs.list.shrink_to_fit();
    pairs.text.shrink_to_fit();
    pairs
}
