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
    /// Pairs of neighbours in the order they are met.
    pairs: Vec<((u32, u32), Field, usize)>,
}

impl<'a> Counter<'a> {
    /// A counter whose words are those of a vocabulary.
    pub fn new(vocabulary: &'a mut Vocabulary, finder: &'a Finder) -> Self {
        let (counts, words, places, pairs) = Default::default();
        Self { vocabulary, finder, counts, words, places, pairs }
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
        std::mem::take(&mut self.counts)
    }

    fn add(&mut self, text: &str, field: Field) {
        let mut tokens = self.vocabulary.tokens(text);
        self.places.resize(self.vocabulary.words.len(), 0);
        let words = tokens.iter().filter(|token| token.role != Role::Whole).count();
        for entry in self.finder.find(text, &mut tokens) {
            self.counts.synonyms.entry(entry).or_default().add(field, words);
        }
        let mut before = None;
        for Token { word, role, joined, part, .. } in tokens {
            // The number as a whole names a document; its parts only stand in it.
            let field = if part { self::field(Weight::Text) } else { field };
            self.word(word).add(field, words);
            self.counts.length += u32::from(role != Role::Whole);
            if role == Role::Word {
                if let Some(before) = before.filter(|_| joined) {
                    self.pairs.push(((before, word), field, words));
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

    fn paired(&mut self) -> Vec<((u32, u32), Tally)> {
        self.pairs.sort_unstable_by_key(|(pair, _, _)| *pair);
        let mut counted: Vec<((u32, u32), Tally)> = Vec::with_capacity(self.pairs.len());
        for (pair, field, words) in self.pairs.drain(..) {
            if counted.last().is_none_or(|(last, _)| *last != pair) {
                counted.push((pair, Tally::default()));
            }
            if let Some((_, tally)) = counted.last_mut() {
                tally.add(field, words);
            }
        }
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
