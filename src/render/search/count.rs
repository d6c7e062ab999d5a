//! How often each word, pair of neighbours and glossary entry stands where in a document.

use std::collections::HashMap;

use super::analysis::{Role, Token, Vocabulary};
use super::document::Document;
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
    /// Each word.
    pub words: HashMap<u32, Tally>,
    /// Each pair of neighbours.
    pub pairs: HashMap<(u32, u32), Tally>,
    /// Each glossary entry, under any of its names.
    pub synonyms: HashMap<usize, Tally>,
}

impl Tally {
    /// Takes note of the length of a line, once one that says what a place is about was counted.
    fn shorten(&mut self, words: usize) {
        let words = u16::try_from(words).unwrap_or(u16::MAX);
        if self.subject > 0 && (self.subject_length == 0 || words < self.subject_length) {
            self.subject_length = words;
        }
    }
}

type Field = fn(&mut Tally) -> &mut u16;

/// Counts a document.
pub fn count(document: &Document, vocabulary: &mut Vocabulary, finder: &Finder) -> Counts {
    let mut counter = Counter { counts: Counts::default(), vocabulary, finder };
    counter.add(&document.title, |tally| &mut tally.title);
    counter.counts.title_length = counter.counts.length;
    counter.add(&document.code, |tally| &mut tally.heading);
    for section in &document.sections {
        counter.add(&section.title, field(section.weight));
        for (weight, line) in &section.lines {
            counter.add(line, field(*weight));
        }
    }
    counter.counts
}

fn field(weight: Weight) -> Field {
    match weight {
        Weight::Subject => |tally| &mut tally.subject,
        Weight::Heading => |tally| &mut tally.heading,
        Weight::Text => |tally| &mut tally.text,
    }
}

fn one(tally: &mut Tally, field: Field) {
    let count = field(tally);
    *count = count.saturating_add(1);
}

struct Counter<'a> {
    counts: Counts,
    vocabulary: &'a mut Vocabulary,
    finder: &'a Finder,
}

impl Counter<'_> {
    fn add(&mut self, text: &str, field: Field) {
        let mut tokens = self.vocabulary.tokens(text);
        let words = tokens.iter().filter(|token| token.role != Role::Whole).count();
        for entry in self.finder.find(text, &mut tokens) {
            let tally = self.counts.synonyms.entry(entry).or_default();
            one(tally, field);
            tally.shorten(words);
        }
        let mut before = None;
        for Token { word, role, joined, part, .. } in tokens {
            // The number as a whole names a document; its parts only stand in it.
            let field = if part { self::field(Weight::Text) } else { field };
            let tally = self.counts.words.entry(word).or_default();
            one(tally, field);
            tally.shorten(words);
            self.counts.length += u32::from(role != Role::Whole);
            if role == Role::Word {
                if let Some(before) = before.filter(|_| joined) {
                    let tally = self.counts.pairs.entry((before, word)).or_default();
                    one(tally, field);
                    tally.shorten(words);
                }
                before = Some(word);
            }
        }
    }
}
