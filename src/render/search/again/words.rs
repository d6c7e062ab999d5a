//! Words and names of glossary entries, with what the pages say of them now.
//!
//! Owns when a word says something of others, so that one page is not enough to know it by: when it is a form of others,
//! is written in several ways, becomes frequent or ceases to be.

use std::collections::{BTreeSet, HashMap, HashSet};
use std::ops::Range;

use rayon::prelude::*;

use super::lines::{self, Line, Shards};
use super::{Figures, Said};
use crate::i18n::fold::{fold, lower, spelling};
use crate::render::search::files::{self, WORDS, separator};
use crate::render::search::languages::Stemmer;
use crate::render::search::postings::Posting;
use crate::render::search::synonyms::Synonym;
use crate::render::search::{encode, forms};

/// The words of an index.
pub struct Words<'s> {
    lines: Vec<Line<'s>>,
    /// Of each line.
    folds: Vec<String>,
    /// Words that stand in more documents are frequent.
    frequent: usize,
}

/// A line that has to do with the pages: its place, what it held of their documents, what it is to hold.
struct Change {
    at: usize,
    old: Vec<Posting>,
    new: Vec<Posting>,
}

impl Change {
    /// Whether a document comes or goes.
    fn is_of_documents(&self) -> bool {
        !documents(&self.old).eq(documents(&self.new))
    }
}

fn documents(postings: &[Posting]) -> impl Iterator<Item = u32> {
    postings.iter().map(|posting| posting.document())
}

fn folds(lines: &[Line<'_>]) -> Vec<String> {
    lines.par_iter().map(|line| fold(&lower(&line.surface))).collect()
}

impl<'s> Words<'s> {
    /// The words of shards, of an index in which a word is frequent that stands in more than so many documents.
    pub fn of(shards: &'s Shards, frequent: usize) -> Option<Self> {
        let lines = shards.lines()?;
        let folds = folds(&lines);
        folds.is_sorted().then_some(Self { lines, folds, frequent })
    }

    /// Writes words of several ways in the one that the index shows.
    pub fn spell(&self, said: &mut Said, figures: &Figures) -> Option<()> {
        let varied: HashSet<&str> = figures.varied.iter().map(String::as_str).collect();
        for word in &mut said.words {
            if !varied.contains(word.spelling.as_str()) {
                if word.varied {
                    return None;
                }
                continue;
            }
            let group = self.group(&fold(&lower(&word.spelling)));
            let own = |line: &&Line<'_>| line.names().is_none() && spelling(&line.surface) == word.spelling;
            if let Some(line) = self.lines[group].iter().find(own) {
                word.surface = line.surface.to_string();
            }
        }
        Some(())
    }

    /// Takes out what the pages said, and puts in what they say. `languages`: of each document.
    pub fn say(&mut self, said: &Said, synonyms: &[Synonym], languages: &[&str]) -> Option<()> {
        let (plain, named) = (wanted(said), named(said, synonyms)?);
        let changes = self.changes(said, &plain, &named);
        let met = self.met(&plain, &named)?;
        let told = self.are_written_alike(&met)
            && self.cross_alone(said, &changes, &met)
            && changes.iter().all(|change| self.is_no_form(change, said, languages));
        if !told {
            return None;
        }
        let mut new = Vec::new();
        for (surface, postings) in met {
            let rest = if self.is_stop(surface, postings, languages)? { "|!" } else { "" };
            new.push((self.place(surface), Line::new(surface, postings, rest)));
        }
        new.sort_by(|(a, one), (b, other)| {
            (a, fold(&lower(&one.surface)), &one.surface).cmp(&(b, fold(&lower(&other.surface)), &other.surface))
        });
        for Change { at, new, .. } in changes.into_iter().filter(|change| change.old != change.new) {
            let line = &mut self.lines[at];
            line.put(&said.numbers, &new);
            let gone = line.postings.is_empty();
            // All names of an entry go together; kin stands with the first word of its fold.
            if gone && (line.names().is_some() || self.has_kin(&self.folds[at])) {
                return None;
            }
        }
        self.lines = lines::merged(std::mem::take(&mut self.lines), new);
        self.folds = folds(&self.lines);
        self.folds.is_sorted().then_some(())
    }

    /// The lines that hold, or are to hold, any of the pages' documents.
    fn changes(
        &self,
        said: &Said,
        plain: &HashMap<&str, Vec<Posting>>,
        named: &HashMap<String, Vec<Posting>>,
    ) -> Vec<Change> {
        let change = |(at, line): (usize, &Line<'_>)| {
            let new = match line.names() {
                Some(names) => named.get(names),
                None => plain.get(line.surface.as_ref()),
            };
            let (old, new) = (line.within(&said.numbers), new.cloned().unwrap_or_default());
            (!old.is_empty() || !new.is_empty()).then_some(Change { at, old, new })
        };
        self.lines.par_iter().enumerate().filter_map(change).collect()
    }

    /// Words that stand nowhere yet, sorted. `None` where a name does.
    fn met<'w>(
        &self,
        plain: &'w HashMap<&str, Vec<Posting>>,
        named: &HashMap<String, Vec<Posting>>,
    ) -> Option<Vec<(&'w str, &'w [Posting])>> {
        let mut known: (HashSet<&str>, HashSet<&str>) = Default::default();
        for line in &self.lines {
            match line.names() {
                Some(names) => known.1.insert(names),
                None => known.0.insert(&line.surface),
            };
        }
        let new = plain.iter().filter(|(surface, _)| !known.0.contains(*surface));
        let mut met: Vec<(&str, &[Posting])> = new.map(|(surface, postings)| (*surface, postings.as_slice())).collect();
        met.sort_unstable_by_key(|(surface, _)| *surface);
        named.keys().all(|names| known.1.contains(names.as_str())).then_some(met)
    }

    /// Whether no new word is another way to write one that is known, nor stands before words that are its forms.
    fn are_written_alike(&self, met: &[(&str, &[Posting])]) -> bool {
        met.iter().all(|(surface, _)| {
            let (group, spelt) = (self.group(&fold(&lower(surface))), spelling(surface));
            group.clone().all(|at| self.lines[at].names().is_some() || spelling(&self.lines[at].surface) != spelt)
                && !self.lines[group].iter().any(|line| line.rest.contains("|="))
        })
    }

    /// Whether words become frequent, or cease to be, in the pages alone: other pages have no pairs of them.
    fn cross_alone(&self, said: &Said, changes: &[Change], met: &[(&str, &[Posting])]) -> bool {
        let mut groups: HashMap<String, [BTreeSet<u32>; 2]> = HashMap::new();
        let plain = changes.iter().filter(|change| self.lines[change.at].names().is_none());
        for change in plain {
            let [before, after] = groups.entry(self.folds[change.at].clone()).or_default();
            before.extend(documents(&change.old));
            after.extend(documents(&change.new));
        }
        for (surface, postings) in met {
            let [_, after] = groups.entry(fold(&lower(surface))).or_default();
            after.extend(documents(postings));
        }
        groups.retain(|_, [before, after]| before != after);
        groups.par_iter().all(|(fold, [before, after])| {
            let mut others = self.documents(fold);
            others.retain(|document| said.numbers.binary_search(document).is_err());
            let often = |own: &BTreeSet<u32>| others.len() + own.len() > self.frequent;
            others.is_empty() || often(before) == often(after)
        })
    }

    /// The lines of a fold.
    fn group(&self, fold: &str) -> Range<usize> {
        let from = self.folds.partition_point(|other| other.as_str() < fold);
        let to = self.folds.partition_point(|other| other.as_str() <= fold);
        from..to
    }

    /// The documents that hold any word of a fold.
    fn documents(&self, fold: &str) -> BTreeSet<u32> {
        let lines = self.lines[self.group(fold)].iter().filter(|line| line.names().is_none());
        lines.flat_map(|line| encode::read(&line.postings)).map(|posting| posting.document()).collect()
    }

    fn has_kin(&self, fold: &str) -> bool {
        self.lines[self.group(fold)].iter().any(|line| line.rest.contains("|="))
    }

    /// Where a new word has its place.
    fn place(&self, surface: &str) -> usize {
        let group = self.group(&fold(&lower(surface)));
        let within = self.lines[group.clone()].partition_point(|line| line.surface.as_ref() < surface);
        group.start + within
    }

    /// Whether a language that knows forms or stop words still has a word, or still has it not.
    fn is_no_form(&self, change: &Change, said: &Said, languages: &[&str]) -> bool {
        let line = &self.lines[change.at];
        if line.names().is_some() || !change.is_of_documents() || !forms::is_word(&self.folds[change.at]) {
            return true;
        }
        let of = |document: u32| languages.get(document as usize).copied().unwrap_or_default();
        let own: BTreeSet<&str> = documents(&change.old).chain(documents(&change.new)).map(of).collect();
        own.into_iter().all(|language| {
            let others = encode::read(&line.postings)
                .any(|p| of(p.document()) == language && said.numbers.binary_search(&p.document()).is_err());
            let in_it = |postings: &[Posting]| others || documents(postings).any(|document| of(document) == language);
            in_it(&change.old) == in_it(&change.new)
                || (!Stemmer::has_forms(language) && Stemmer::new(language).stem(&line.surface).is_some())
        })
    }

    /// Whether a new word only holds sentences together; `None` where it may be a form of others.
    fn is_stop(&self, surface: &str, postings: &[Posting], languages: &[&str]) -> Option<bool> {
        if !forms::is_word(&fold(&lower(surface))) {
            return Some(false);
        }
        let own: BTreeSet<&str> =
            documents(postings).filter_map(|document| languages.get(document as usize).copied()).collect();
        let formless = own.iter().all(|language| !Stemmer::has_forms(language));
        formless.then(|| own.iter().any(|language| Stemmer::new(language).stem(surface).is_none()))
    }

    /// Each word with its fold, and whether that is frequent; but the names.
    pub fn known(&self) -> HashMap<&str, (&str, bool)> {
        let mut known = HashMap::with_capacity(self.lines.len());
        let mut from = 0;
        for alike in self.folds.chunk_by(|a, b| a == b) {
            let lines = &self.lines[from..from + alike.len()];
            from += alike.len();
            let plain = || lines.iter().filter(|line| line.names().is_none());
            let most: usize = plain().map(|line| encode::count(&line.postings)).sum();
            let one = plain().count() == 1;
            let often = most > self.frequent && (one || self.documents(&alike[0]).len() > self.frequent);
            known.extend(plain().map(|line| (line.surface.as_ref(), (alike[0].as_str(), often))));
        }
        known
    }

    /// Tells the first word of each fold where its pairs are.
    pub fn point(&mut self, mut pointers: HashMap<String, String>) {
        let mut before: Option<&String> = None;
        for (line, fold) in self.lines.iter_mut().zip(&self.folds) {
            let pointer = if before == Some(fold) { None } else { pointers.remove(fold) };
            line.pointer = pointer.unwrap_or_default().into();
            before = Some(fold);
        }
    }

    /// The texts of the shards, and their first folds as the directory names them.
    pub fn shards(&self) -> (Vec<String>, String) {
        let cut = lines::cut(&self.lines, WORDS, |at| at > 0 && self.folds[at] == self.folds[at - 1]);
        let first = |shard: &Range<usize>| {
            let before = shard.start.checked_sub(1).map_or("", |at| self.folds[at].as_str());
            separator(before, &self.folds[shard.start])
        };
        (lines::texts(&self.lines, &cut), cut.iter().map(first).collect::<Vec<_>>().join("|"))
    }

    /// What slips are corrected by.
    pub fn vocabulary(&self) -> String {
        let plain = self.lines.iter().zip(&self.folds).filter(|(line, _)| line.names().is_none());
        files::vocabulary(plain.map(|(line, fold)| (fold.as_str(), encode::count(&line.postings))))
    }
}

/// What the pages say of each word.
fn wanted(said: &Said) -> HashMap<&str, Vec<Posting>> {
    let mut wanted: HashMap<&str, Vec<Posting>> = HashMap::new();
    for (at, counts) in said.counts.iter().enumerate() {
        for (word, tally) in counts.words.each_word() {
            let surface = said.words[word as usize].surface.as_str();
            wanted.entry(surface).or_default().push(said.posting(at, tally));
        }
    }
    wanted
}

/// What they say of each glossary entry, by its names. `None` where two entries have the same.
fn named(said: &Said, synonyms: &[Synonym]) -> Option<HashMap<String, Vec<Posting>>> {
    let names: Vec<String> = synonyms.iter().map(|synonym| synonym.shown.join(";")).collect();
    let distinct: HashSet<&String> = names.iter().collect();
    let mut wanted: HashMap<String, Vec<Posting>> = HashMap::new();
    for (at, counts) in said.counts.iter().enumerate() {
        for (entry, tally) in &counts.synonyms {
            wanted.entry(names.get(*entry)?.clone()).or_default().push(said.posting(at, *tally));
        }
    }
    (distinct.len() == names.len()).then_some(wanted)
}
