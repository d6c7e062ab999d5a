//! What pages said, and what they say now.
//!
//! Owns reading what was said out of what was shown: the text of a document stands in its script, what its lines are worth in
//! the figures.

use std::collections::{BTreeMap, HashMap};
use std::ops::Range;

use foldhash::fast::FixedState;
use rayon::prelude::*;

use super::shards::{Change, payload};
use super::words::Words;
use super::{Figures, Published};
use crate::base::RelPath;
use crate::book::model::Book;
use crate::render::search::analysis::Word;
use crate::render::search::count::{Counts, Tally};
use crate::render::search::document::{self, Document, Worths};
use crate::render::search::postings::{self, Posting};
use crate::render::search::text::{Line, Section, Weight};

/// What pages said and say.
pub struct Said {
    /// The number of each document, rising.
    pub numbers: Vec<u32>,
    /// What was counted in each, before and now.
    counts: [Vec<Counts>; 2],
    /// The words of both.
    pub words: Vec<Word>,
    average: f32,
}

/// What was said, and what is said.
type Postings = [Vec<Posting>; 2];

impl Said {
    /// What some documents said and say. `None` where others are worth more or less with them.
    pub fn of(numbers: Vec<u32>, counts: [Vec<Counts>; 2], words: Vec<Word>, figures: &Figures) -> Option<Self> {
        let [before, now] = &counts;
        if before.len() != numbers.len() || now.len() != numbers.len() {
            return None;
        }
        let mut lengths = figures.lengths.clone();
        for (number, (before, now)) in numbers.iter().zip(before.iter().zip(now)) {
            if std::mem::replace(lengths.get_mut(*number as usize)?, now.length) != before.length {
                return None;
            }
        }
        let average = postings::average(&lengths);
        let same = average.to_bits() == postings::average(&figures.lengths).to_bits();
        same.then_some(Self { numbers, counts, words, average })
    }

    /// How long the documents are now.
    pub fn lengths(&self) -> impl Iterator<Item = (u32, u32)> {
        let [_, now] = &self.counts;
        self.numbers.iter().copied().zip(now.iter().map(|counts| counts.length))
    }

    fn posting(&self, side: usize, at: usize, tally: Tally) -> Posting {
        let (document, counts) = (self.numbers[at], &self.counts[side][at]);
        Posting::new(document, postings::level(tally, counts, self.average))
    }

    /// What was and is said of each thing that documents have, where that differs or `also` says so; sorted.
    fn gather<K, T>(&self, each: impl Fn(&Counts) -> T, also: impl Fn(&K) -> bool) -> BTreeMap<K, Postings>
    where
        K: Ord + std::hash::Hash,
        T: Iterator<Item = (K, Tally)>,
    {
        let mut gathered: HashMap<K, Postings, FixedState> = HashMap::default();
        for (side, counts) in self.counts.iter().enumerate() {
            for (at, counts) in counts.iter().enumerate() {
                for (thing, tally) in each(counts) {
                    gathered.entry(thing).or_default()[side].push(self.posting(side, at, tally));
                }
            }
        }
        gathered.retain(|thing, [old, new]| old != new || also(thing));
        gathered.into_iter().collect()
    }

    fn surface(&self, word: u32) -> &str {
        self.words.get(word as usize).map_or("", |word| word.surface.as_str())
    }

    /// The words of which something else is said.
    pub fn words(&self) -> Vec<Change> {
        let words = self.gather(|counts| counts.words.each_word().collect::<Vec<_>>().into_iter(), |_: &u32| false);
        let change = |(word, [old, new]): (u32, Postings)| Change { surface: self.surface(word).to_owned(), old, new };
        words.into_iter().map(change).collect()
    }

    /// The pairs of frequent words of which something else is said.
    pub fn pairs(&self, words: &mut Words<'_>) -> Option<Vec<Change>> {
        let crosses = |word: u32| words.has_crossed(self.surface(word));
        let pairs = self.gather(
            |counts| counts.pairs.each_pair().collect::<Vec<_>>().into_iter(),
            |(a, b)| crosses(*a) || crosses(*b),
        );
        let mut changes = Vec::new();
        for ((a, b), [old, new]) in pairs {
            let [first, second] = [self.surface(a), self.surface(b)];
            let ([before_a, now_a], [before_b, now_b]) = (words.often(first)?, words.often(second)?);
            let old = if before_a && before_b { old } else { Vec::new() };
            let new = if now_a && now_b { new } else { Vec::new() };
            if old != new {
                changes.push(Change { surface: format!("{first} {second}"), old, new });
            }
        }
        Some(changes)
    }

    /// What was and is said of glossary entries.
    pub fn names(&self) -> BTreeMap<usize, Postings> {
        self.gather(|counts| counts.synonyms.clone().into_iter(), |_| false)
    }
}

/// The numbers of the documents of some pages, rising.
pub fn numbers(pages: &[usize], figures: &Figures) -> Option<Vec<u32>> {
    let starts = figures.starts();
    let of = |page: &usize| Some(*starts.get(*page)?..*starts.get(page + 1)?);
    let ranges: Vec<Range<u32>> = pages.iter().map(of).collect::<Option<_>>()?;
    Some(ranges.into_iter().flatten().collect())
}

/// A document as it was published.
pub struct Before {
    /// What its script hands on.
    pub shown: String,
    /// What it said.
    pub document: Document,
}

impl Before {
    /// The documents of some numbers.
    pub fn all(
        book: &Book,
        numbers: &[u32],
        figures: &Figures,
        folder: &str,
        published: Published<'_>,
    ) -> Option<Vec<Self>> {
        let starts = figures.starts();
        let read = |number: &u32| {
            let index = starts.partition_point(|start| start <= number).checked_sub(1)?;
            let page = book.pages.get(index)?;
            let path = RelPath::new(&format!("{folder}/f{number}.js")).ok()?;
            let script = String::from_utf8((published.read)(&path)?).ok()?;
            let shown = payload(&script, &format!("f{number}"))?.to_owned();
            let sections = sections(&shown, figures.worths.get(*number as usize)?)?;
            let mut document = Document { page: index, sections, ..Document::default() };
            if starts.get(index) == Some(number) {
                (document.title, document.code) = (page.title.clone(), document::code(page.source.stem()));
            }
            Some(Self { shown, document })
        };
        numbers.par_iter().map(read).collect()
    }
}

/// The sections that a fragment shows. `worths`: what its lines are worth.
fn sections(shown: &str, worths: &str) -> Option<Vec<Section>> {
    let shown: serde_json::Value = serde_json::from_str(shown).ok()?;
    let mut weights = Worths::of(worths);
    let mut sections = Vec::new();
    for section in shown.get("s")?.as_array()? {
        let text = |at: usize| section.get(at).and_then(serde_json::Value::as_str);
        let mut own = Section::new(text(0)?, text(1)?.to_owned(), weights.next(Weight::Heading)?);
        for line in text(2)?.split('\n').filter(|line| !line.is_empty()) {
            own.lines.push(Line { weight: weights.next(Weight::Text)?, text: line.to_owned(), lang: String::new() });
        }
        sections.push(own);
    }
    Some(sections)
}
