//! Words and names of glossary entries, with what the pages say of them now.
//!
//! Owns when a word says something of others, so that one page is not enough to know it by: when it is a form of others,
//! is written in several ways, becomes frequent or ceases to be.

use std::collections::{BTreeMap, BTreeSet};

use super::lines::Line;
use super::said::Said;
use super::shards::{Change, Kind, Shards};
use crate::i18n::fold::spelling;
use crate::render::search::analysis::Word;
use crate::render::search::files::separator;
use crate::render::search::languages::Stemmer;
use crate::render::search::postings::{self, Posting};
use crate::render::search::synonyms::Synonym;
use crate::render::search::{encode, forms};

/// The words of an index.
pub struct Words<'p> {
    shards: Shards<'p>,
    /// Words that stand in more documents are frequent.
    frequent: usize,
    /// Folds that have become frequent, or ceased to be: whether they were, and are.
    crossed: BTreeMap<String, [bool; 2]>,
    /// Of folds that have come to documents or gone from them: in how many each word stands, summed up.
    counted: BTreeMap<String, usize>,
    /// Documents of other pages, whose pairs are others now because a word that they have has crossed.
    missing: BTreeSet<u32>,
}

fn key(surface: &str) -> String {
    Kind::Words.key(surface)
}

fn is_plain(line: &&Line) -> bool {
    line.names().is_none()
}

impl<'p> Words<'p> {
    /// The words of shards, of an index in which a word is frequent that stands in more than so many documents.
    pub fn of(shards: Shards<'p>, frequent: usize) -> Self {
        Self { shards, frequent, crossed: BTreeMap::new(), counted: BTreeMap::new(), missing: BTreeSet::new() }
    }

    /// Writes words of several ways in the one that the index shows. `varied`: spellings that have several, sorted.
    pub fn spell(&mut self, words: &mut [Word], varied: &[String]) -> Option<()> {
        for word in words {
            if varied.binary_search(&word.spelling).is_err() {
                if word.varied {
                    return None;
                }
                continue;
            }
            let group = self.shards.of(&key(&word.spelling))?;
            if let Some(line) = group.iter().filter(is_plain).find(|line| spelling(line.surface()) == word.spelling) {
                line.surface().clone_into(&mut word.surface);
            }
        }
        Some(())
    }

    /// Takes out what the pages said, and puts in what they say. `languages`: of each document.
    pub fn say(&mut self, said: &Said, changes: &[Change], languages: &[&str]) -> Option<()> {
        let numbers = said.numbers.as_slice();
        let mut groups: BTreeMap<String, BTreeSet<u32>> = BTreeMap::new();
        for change in changes {
            let key = key(&change.surface);
            let group = &*self.shards.of(&key)?;
            let known = group.iter().filter(is_plain).find(|line| line.surface() == change.surface);
            let mut rest = "";
            if change.is_of_documents() {
                let told = match known {
                    Some(line) => is_no_form(line, &key, change, numbers, languages),
                    None => is_written_alone(group, &change.surface),
                };
                if !told {
                    return None;
                }
                if known.is_none() && is_stop(&change.surface, &key, &change.new, languages)? {
                    rest = "|!";
                }
                groups.entry(key).or_insert_with(|| documents(group));
            }
            self.shards.say(change, numbers, rest)?;
        }
        groups.into_iter().try_for_each(|(key, before)| self.settle(key, &before, numbers))
    }

    /// Brings the entries of a fold to what is said of them; `before`: the documents they stood in.
    fn settle(&mut self, key: String, before: &BTreeSet<u32>, numbers: &[u32]) -> Option<()> {
        let group = &*self.shards.of(&key)?;
        // Kin stands with the first word of its fold.
        if group.iter().any(Line::is_empty) && group.iter().any(Line::has_kin) {
            return None;
        }
        let pointer =
            group.iter().map(Line::pointer).find(|pointer| !pointer.is_empty()).unwrap_or_default().to_owned();
        self.shards.sweep(&key)?;
        self.point(&key, &pointer)?;
        let group = &*self.shards.of(&key)?;
        let now = documents(group);
        let often = [before.len(), now.len()].map(|count| count > self.frequent);
        if often[0] != often[1] {
            self.missing.extend(before.iter().filter(|document| numbers.binary_search(document).is_err()));
            self.crossed.insert(key.clone(), often);
        }
        let count = group.iter().filter(is_plain).map(|line| encode::count(line.postings())).sum();
        self.counted.insert(key, count);
        Some(())
    }

    /// The documents that have to be known too, because a word has become frequent, or has ceased to be.
    pub fn missing(&self) -> &BTreeSet<u32> {
        &self.missing
    }

    /// Does the same with the names of glossary entries. `None` where one comes or goes: all names of an entry do together.
    pub fn name(&mut self, said: &Said, synonyms: &[Synonym]) -> Option<()> {
        let told = said.names();
        let mut distinct: BTreeSet<String> = BTreeSet::new();
        for (entry, synonym) in synonyms.iter().enumerate() {
            let names = synonym.shown.join(";");
            if let Some([old, new]) = told.get(&entry).filter(|[old, new]| old != new) {
                let any = if new.is_empty() { old } else { new };
                for name in postings::names(any, synonym) {
                    let group = self.shards.change(&name.fold)?;
                    let own = |line: &&mut Line| line.names() == Some(names.as_str()) && line.surface() == name.surface;
                    let line = group.iter_mut().find(own).filter(|line| line.within(&said.numbers) == *old)?;
                    line.put(&said.numbers, new);
                    if line.is_empty() {
                        return None;
                    }
                }
            }
            if !distinct.insert(names) {
                return None;
            }
        }
        Some(())
    }

    /// Whether the fold of a word was frequent, and is.
    pub fn often(&mut self, surface: &str) -> Option<[bool; 2]> {
        let key = key(surface);
        if let Some(often) = self.crossed.get(&key) {
            return Some(*often);
        }
        let frequent = self.frequent;
        let group = &*self.shards.of(&key)?;
        let most: usize = group.iter().filter(is_plain).map(|line| encode::count(line.postings())).sum();
        let often = most > frequent && (group.len() == 1 || documents(group).len() > frequent);
        Some([often; 2])
    }

    /// Whether a word's fold has become frequent, or ceased to be.
    pub fn has_crossed(&self, surface: &str) -> bool {
        !self.crossed.is_empty() && self.crossed.contains_key(&key(surface))
    }

    /// Tells the first word of a fold where its pairs are.
    pub fn point(&mut self, fold: &str, pointer: &str) -> Option<()> {
        let mut pointer = pointer;
        for line in self.shards.change(fold)? {
            line.point(std::mem::take(&mut pointer));
        }
        Some(())
    }

    /// Cuts the shards anew, when all has been said.
    pub fn cut(&mut self) -> Option<()> {
        self.shards.cut().map(|_| ())
    }

    /// The shards.
    pub fn shards(&self) -> &Shards<'p> {
        &self.shards
    }

    /// The first folds of the shards, as the directory names them.
    pub fn firsts(&self) -> String {
        let mut before = "";
        let mut list = Vec::new();
        for (first, last) in self.shards.edges() {
            list.push(separator(before, first));
            before = last;
        }
        list.join("|")
    }

    /// Of folds that have come to documents or gone from them: in how many each word stands, summed up.
    pub fn counted(&self) -> &BTreeMap<String, usize> {
        &self.counted
    }
}

/// The documents that hold any word of a group.
fn documents(group: &[Line]) -> BTreeSet<u32> {
    let lines = group.iter().filter(is_plain);
    lines.flat_map(|line| encode::read(line.postings())).map(|posting| posting.document()).collect()
}

/// Whether a new word is no other way to write one that is known, and does not stand before words that are its forms.
fn is_written_alone(group: &[Line], surface: &str) -> bool {
    let spelt = spelling(surface);
    group.iter().filter(is_plain).all(|line| spelling(line.surface()) != spelt) && !group.iter().any(Line::has_kin)
}

/// The languages of documents.
fn languages_of<'l>(postings: &[Posting], languages: &[&'l str]) -> BTreeSet<&'l str> {
    postings.iter().filter_map(|posting| languages.get(posting.document() as usize).copied()).collect()
}

/// Whether a language that knows forms or stop words still has a word, or still has it not.
fn is_no_form(line: &Line, fold: &str, change: &Change, numbers: &[u32], languages: &[&str]) -> bool {
    if !forms::is_word(fold) {
        return true;
    }
    let [old, new] = [&change.old, &change.new].map(|postings| languages_of(postings, languages));
    old.symmetric_difference(&new).all(|language| {
        encode::read(line.postings()).any(|posting| {
            let document = posting.document();
            numbers.binary_search(&document).is_err() && languages.get(document as usize) == Some(language)
        }) || (!Stemmer::has_forms(language) && Stemmer::new(language).stem(line.surface()).is_some())
    })
}

/// Whether a new word only holds sentences together; `None` where it may be a form of others.
fn is_stop(surface: &str, fold: &str, postings: &[Posting], languages: &[&str]) -> Option<bool> {
    if !forms::is_word(fold) {
        return Some(false);
    }
    let own = languages_of(postings, languages);
    let formless = own.iter().all(|language| !Stemmer::has_forms(language));
    formless.then(|| own.iter().any(|language| Stemmer::new(language).stem(surface).is_none()))
}
