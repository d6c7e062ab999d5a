//! Pairs of frequent words, with what the pages say of them now.
//!
//! Owns which words have to be told that their pairs stand elsewhere.

use std::collections::{BTreeMap, BTreeSet};

use super::shards::{Change, Kind, Shards};
use crate::render::search::files::{Edges, separator};

/// The pairs of an index.
pub struct Pairs<'p> {
    shards: Shards<'p>,
    /// Of the shards as they were.
    old: Edges,
}

/// Folds of the first words of a shard's pairs.
type Firsts = BTreeSet<String>;

impl<'p> Pairs<'p> {
    /// The pairs of shards.
    pub fn of(shards: Shards<'p>) -> Self {
        let old = shards.edges().clone();
        Self { shards, old }
    }

    /// Takes out what the pages said, and puts in what they say. Gives where the pairs of words stand, by the folds of those
    /// for which that is another place now.
    pub fn say(&mut self, changes: &[Change], numbers: &[u32]) -> Option<BTreeMap<String, String>> {
        for change in changes {
            self.shards.say(change, numbers, "")?;
        }
        for change in changes.iter().filter(|change| change.new.is_empty()) {
            self.shards.sweep(&Kind::Pairs.key(&change.surface))?;
        }
        let cut = self.shards.cut()?;
        let mut firsts: [BTreeMap<usize, Firsts>; 2] = Default::default();
        let mut may_differ = Firsts::new();
        for number in cut {
            let [before, now] = self.shards.read(number)?.map(|lines| first_folds(&lines));
            if self.old.get(number) == self.shards.edges().get(number) {
                may_differ.extend(before.symmetric_difference(&now).cloned());
            } else {
                may_differ.extend(before.union(&now).cloned());
            }
            firsts[0].insert(number, before);
            firsts[1].insert(number, now);
        }
        let pointers = may_differ.into_iter().filter_map(|first| {
            let (before, now) =
                (pointer(&self.old, &first, &firsts[0]), pointer(self.shards.edges(), &first, &firsts[1]));
            (before != now).then_some((first, now))
        });
        Some(pointers.collect())
    }

    /// The shards.
    pub fn shards(&self) -> &Shards<'p> {
        &self.shards
    }
}

/// The folds of first words; neighbours mostly share one.
fn first_folds(lines: &[&str]) -> Firsts {
    let mut before = "";
    let mut folds = Firsts::new();
    for line in lines {
        let first = line.split_once(' ').map_or(*line, |(first, _)| first);
        if first != before {
            folds.insert(Kind::Words.key(first));
            before = first;
        }
    }
    folds
}

/// Where the pairs of a first word begin: the number of their shard, then the second word from which on each further shard
/// goes on; nothing where there are none. `read`: the first words of the shards that may be others than before.
fn pointer(edges: &Edges, first: &str, read: &BTreeMap<usize, Firsts>) -> String {
    let from = format!("{first} ");
    let own = |key: &str| key.starts_with(&from);
    let holds = |number: usize| match (read.get(&number), edges.get(number)) {
        (Some(firsts), _) => firsts.contains(first),
        (None, Some((begin, end))) => own(begin) || own(end),
        (None, None) => false,
    };
    let begins = edges.partition_point(|(first, _)| first.as_str() < from.as_str());
    let Some(start) = [begins.checked_sub(1), Some(begins)].into_iter().flatten().find(|number| holds(*number)) else {
        return String::new();
    };
    let mut pointer = start.to_string();
    let further = edges.get(start..).unwrap_or_default().windows(2);
    for pair in further.take_while(|pair| own(&pair[1].0)) {
        let [last, next] = [&pair[0].1, &pair[1].0].map(|key| key.strip_prefix(&from).unwrap_or_default());
        pointer.push(';');
        pointer.push_str(&separator(last, next));
    }
    pointer
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_pointer_names_the_first_shard_and_where_others_go_on() {
        let edges = [("a b", "b x"), ("ba b", "ba m"), ("ba na", "ba y"), ("c d", "e f")];
        let edges: Edges = edges.map(|(first, last)| (first.to_owned(), last.to_owned())).into();
        let read = |number: usize, firsts: &[&str]| [(number, firsts.iter().map(|f| (*f).to_owned()).collect())].into();
        let none = BTreeMap::new();
        assert_eq!(pointer(&edges, "ba", &none), "1;n");
        assert_eq!(pointer(&edges, "ba", &read(0, &["a", "b", "ba"])), "0;ba;n".replace(";ba;", ";b;"));
        assert_eq!(pointer(&edges, "b", &none), "0");
        assert_eq!(pointer(&edges, "d", &none), "");
        assert_eq!(pointer(&edges, "d", &read(3, &["c", "d", "e"])), "3");
    }
}
