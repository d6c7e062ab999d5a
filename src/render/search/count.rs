//! How often each word, pair of neighbours and glossary entry stands where in a document.

use std::collections::BTreeMap;

use super::analysis::{Role, Token, Vocabulary};
use super::document::Document;
use super::packed::Packed;
use super::synonyms::Finder;
use super::text::Weight;

/// How often something stands where.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Tally {
    /// In running text.
    pub text: u16,
    /// In headings and what names a text.
    pub heading: u16,
    /// As what a place is about.
    pub subject: u16,
    /// Words of the shortest line that says what a place is about and has it.
    pub subject_length: u16,
    /// In the page's title.
    pub title: u16,
}

/// The words of a document by their place in a [`Vocabulary`].
#[derive(Clone, Debug, Default)]
pub struct Counts {
    /// Words in all.
    pub length: u32,
    /// Words of the title.
    pub title_length: u32,
    /// Each word, once.
    pub words: Packed,
    /// Each pair of neighbours, once.
    pub pairs: Packed,
    /// Each glossary entry, under any of its names.
    pub synonyms: BTreeMap<usize, Tally>,
}

impl Tally {
    /// Counts once more, in a line of so many words.
    fn add(&mut self, field: Field, words: usize) {
        let count = field(self);
        *count = count.saturating_add(1);
        let words = u16::try_from(words).unwrap_or(u16::MAX);
        if self.subject > 0 && (self.subject_length == 0 || words < self.subject_length) {
            self.subject_length = words;
        }
    }
}

type Field = fn(&mut Tally) -> &mut u16;

/// Counts documents of one vocabulary, one after the other.
pub struct Counter<'a> {
    vocabulary: &'a mut Vocabulary,
    finder: &'a Finder,
    counts: Counts,
    /// The words of the document at hand.
    words: Vec<(u32, Tally)>,
    /// Where a word's tally is in `words`, plus one; 0: not met in this document.
    places: Vec<u32>,
    /// The lines of the document at hand: what their words count as, and how many they are.
    lines: Vec<(Field, usize)>,
    /// Pairs of neighbours as they are met, those of one first word chained.
    pairs: Vec<Met>,
    /// Where the last pair of a first word is in `pairs`, plus one; 0: none in this document.
    last: Vec<u32>,
    /// The first words of pairs.
    firsts: Vec<u32>,
}

/// A pair of neighbours that was met.
#[derive(Clone, Copy)]
struct Met {
    /// The second word, then the line, twice, one more where the word is part of a number: numbers in the order of the text.
    second: u64,
    /// The pair before it with the same first word, as in `last`.
    before: u32,
}

impl<'a> Counter<'a> {
    /// A counter whose words are those of a vocabulary.
    pub fn new(vocabulary: &'a mut Vocabulary, finder: &'a Finder) -> Self {
        let (counts, words, places, lines, pairs, last, firsts) = Default::default();
        Self { vocabulary, finder, counts, words, places, lines, pairs, last, firsts }
    }

    /// Counts a document.
    pub fn count(&mut self, document: &Document) -> Counts {
        self.add(&document.title, |tally| &mut tally.title);
        self.counts.title_length = self.counts.length;
        self.add(&document.code, |tally| &mut tally.heading);
        for section in &document.sections {
            self.add(&section.title, field(section.weight));
            for line in &section.lines {
                self.add(&line.text, field(line.weight));
            }
        }
        self.counts.pairs = Packed::pairs(&self.paired());
        self.counts.words = Packed::words(&self.words);
        for (word, _) in self.words.drain(..) {
            self.places[word as usize] = 0;
        }
        self.lines.clear();
        std::mem::take(&mut self.counts)
    }

    fn add(&mut self, text: &str, field: Field) {
        let mut tokens = self.vocabulary.tokens(text);
        self.places.resize(self.vocabulary.words.len(), 0);
        self.last.resize(self.vocabulary.words.len(), 0);
        let words = tokens.iter().filter(|token| token.role != Role::Whole).count();
        for entry in self.finder.find(text, &mut tokens) {
            self.counts.synonyms.entry(entry).or_default().add(field, words);
        }
        let line = u64::try_from(self.lines.len()).unwrap_or_default();
        self.lines.push((field, words));
        let mut before = None;
        for Token { word, role, joined, part, .. } in tokens {
            // The number as a whole names a document; its parts only stand in it.
            let field = if part { self::field(Weight::Text) } else { field };
            self.word(word).add(field, words);
            self.counts.length += u32::from(role != Role::Whole);
            if role == Role::Word {
                if let Some(before) = before.filter(|_| joined) {
                    self.pair(before, u64::from(word) << 32 | line << 1 | u64::from(part));
                }
                before = Some(word);
            }
        }
    }

    fn word(&mut self, word: u32) -> &mut Tally {
        let place = &mut self.places[word as usize];
        if *place == 0 {
            self.words.push((word, Tally::default()));
            *place = u32::try_from(self.words.len()).unwrap_or(u32::MAX);
        }
        let at = *place as usize - 1;
        &mut self.words[at].1
    }

    fn pair(&mut self, first: u32, second: u64) {
        let last = &mut self.last[first as usize];
        if *last == 0 {
            self.firsts.push(first);
        }
        self.pairs.push(Met { second, before: *last });
        *last = u32::try_from(self.pairs.len()).unwrap_or(u32::MAX);
    }

    /// Each pair once, in the order of the words.
    fn paired(&mut self) -> Vec<((u32, u32), Tally)> {
        let mut counted: Vec<((u32, u32), Tally)> = Vec::with_capacity(self.pairs.len());
        let mut seconds: Vec<u64> = Vec::new();
        self.firsts.sort_unstable();
        for first in self.firsts.drain(..) {
            let mut at = std::mem::take(&mut self.last[first as usize]);
            while let Some(met) = at.checked_sub(1).and_then(|at| self.pairs.get(at as usize)) {
                seconds.push(met.second);
                at = met.before;
            }
            seconds.sort_unstable();
            for met in seconds.drain(..) {
                let (pair, line) = ((first, (met >> 32) as u32), met as u32 >> 1);
                if counted.last().is_none_or(|(last, _)| *last != pair) {
                    counted.push((pair, Tally::default()));
                }
                if let (Some((_, tally)), Some((own, words))) = (counted.last_mut(), self.lines.get(line as usize)) {
                    tally.add(if met & 1 == 1 { field(Weight::Text) } else { *own }, *words);
                }
            }
        }
        self.pairs.clear();
        counted
    }
}

fn field(weight: Weight) -> Field {
    match weight {
        Weight::Subject => |tally| &mut tally.subject,
        Weight::Heading => |tally| &mut tally.heading,
        Weight::Text => |tally| &mut tally.text,
    }
}
