//! Pairs of frequent words, with what the pages say of them now.

use std::cmp::Ordering;
use std::collections::HashMap;
use std::ops::Range;

use rayon::prelude::*;

use super::Said;
use super::lines::{self, Line, Shards};
use crate::render::search::files::{PAIRS, separator};
use crate::render::search::postings::Posting;

/// Each word's fold, and whether that is frequent.
type Known<'w> = HashMap<&'w str, (&'w str, bool)>;

/// The pairs of an index.
pub struct Pairs<'s, 'w> {
    lines: Vec<Line<'s>>,
    /// The folds of both words of each.
    folds: Vec<[&'w str; 2]>,
    shards: Vec<Range<usize>>,
}

impl<'s, 'w> Pairs<'s, 'w> {
    /// The pairs of shards, without what the pages said, and with what they say.
    pub fn say(old: &'s Shards, said: &Said, known: &Known<'w>) -> Option<Self> {
        let mut lines = old.lines()?;
        let wanted = wanted(said, known)?;
        let change = |(at, line): (usize, &Line<'_>)| {
            let (old, new) = (line.within(&said.numbers), wanted.get(line.surface.as_ref()));
            let differs = new.map_or(!old.is_empty(), |new| *new != old);
            (differs || new.is_some()).then(|| (at, differs, new.cloned().unwrap_or_default()))
        };
        let changes: Vec<(usize, bool, Vec<Posting>)> = lines.par_iter().enumerate().filter_map(change).collect();
        let mut met = wanted.clone();
        for (at, differs, new) in changes {
            met.remove(lines[at].surface.as_ref());
            if differs {
                lines[at].put(&said.numbers, &new);
            }
        }
        // A pair whose words are gone is gone itself by now.
        lines.retain(|line| !line.postings.is_empty());
        let mut new: Vec<(usize, Line<'s>)> = Vec::new();
        for (surface, postings) in &met {
            let place = lines.partition_point(|line| order(&line.surface, surface, known) == Ordering::Less);
            new.push((place, Line::new(surface, postings, "")));
        }
        new.sort_by(|(_, a), (_, b)| order(&a.surface, &b.surface, known));
        let lines = lines::merged(lines, new);
        let folds: Vec<[&'w str; 2]> =
            lines.par_iter().map(|line| folds(&line.surface, known)).collect::<Option<_>>()?;
        let cut = lines::cut(&lines, PAIRS, |at| at > 0 && folds[at] == folds[at - 1]);
        Some(Self { lines, folds, shards: cut })
    }

    /// The texts of the shards.
    pub fn texts(&self) -> Vec<String> {
        lines::texts(&self.lines, &self.shards)
    }

    /// Where the pairs of each first word begin: the number of their shard, then the second word from which on each
    /// further shard goes on.
    pub fn pointers(&self) -> HashMap<String, String> {
        let mut pointers: HashMap<String, String> = HashMap::new();
        for (number, shard) in self.shards.iter().enumerate() {
            let mut before = shard.start.checked_sub(1).map(|at| self.folds[at]);
            for (at, [first, second]) in shard.clone().zip(&self.folds[shard.clone()]) {
                if before.is_none_or(|[other, _]| other != *first) {
                    pointers.insert((*first).to_owned(), number.to_string());
                } else if at == shard.start
                    && let (Some([_, last]), Some(pointer)) = (before, pointers.get_mut(*first))
                {
                    pointer.push(';');
                    pointer.push_str(&separator(last, second));
                }
                before = Some([first, second]);
            }
        }
        pointers
    }
}

/// What the pages say of each pair of frequent words.
fn wanted(said: &Said, known: &Known<'_>) -> Option<HashMap<String, Vec<Posting>>> {
    let mut wanted: HashMap<String, Vec<Posting>> = HashMap::new();
    let often: Vec<bool> =
        said.words.iter().map(|word| known.get(word.surface.as_str()).is_some_and(|(_, often)| *often)).collect();
    for (at, counts) in said.counts.iter().enumerate() {
        for ((a, b), tally) in counts.pairs.each_pair() {
            let (a, b) = (a as usize, b as usize);
            if often[a] && often[b] {
                let surface = format!("{} {}", said.words[a].surface, said.words[b].surface);
                wanted.entry(surface).or_default().push(said.posting(at, tally));
            }
        }
    }
    Some(wanted)
}

/// The order of pairs: by the folds of both words, then by the words.
fn order(one: &str, other: &str, known: &Known<'_>) -> Ordering {
    let key = |surface: &str| folds(surface, known).map(|[a, b]| (a, b));
    let parts = |surface: &str| surface.split_once(' ').map(|(a, b)| (a.to_owned(), b.to_owned()));
    key(one).cmp(&key(other)).then_with(|| parts(one).cmp(&parts(other)))
}

fn folds<'w>(surface: &str, known: &Known<'w>) -> Option<[&'w str; 2]> {
    let (a, b) = surface.split_once(' ')?;
    Some([known.get(a)?.0, known.get(b)?.0])
}
