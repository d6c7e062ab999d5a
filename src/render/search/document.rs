//! What the index knows a page by: one document, several when the page is long.
//!
//! Owns where a long page is cut, so that no reader loads a whole chapter for one excerpt and no chapter
//! outweighs others by its length; and how often each word stands where in a document.

use std::collections::HashMap;

use super::analysis::{Role, Vocabulary};
use super::text::{Section, Weight};

/// A document's text in bytes, about; 900 words of Vietnamese, 3 KB when compressed.
const LENGTH: usize = 8_000;

/// Sections of one page that are found together.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Document {
    /// Index of its page.
    pub page: usize,
    /// The title of the page when this is its beginning; else empty.
    pub title: String,
    /// Its text.
    pub sections: Vec<Section>,
}

/// How often a word stands where.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Tally {
    /// In running text.
    pub text: u16,
    /// In headings and what names a text.
    pub heading: u16,
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
}

/// The documents of a page.
#[must_use]
pub fn documents(page: usize, title: &str, sections: Vec<Section>) -> Vec<Document> {
    let total: usize = sections.iter().map(size).sum();
    // Parts of about one length: a short rest would be weighed as if it said all it has to say in few words.
    let most = total / (total / LENGTH).max(1) + 1;
    let mut documents = vec![Document { page, title: title.to_owned(), sections: Vec::new() }];
    let mut filled = 0;
    for section in sections {
        for piece in pieces(section, most) {
            let size = size(&piece);
            if filled > 0 && filled + size / 2 > most {
                documents.push(Document { page, ..Document::default() });
                filled = 0;
            }
            filled += size;
            if let Some(document) = documents.last_mut() {
                document.sections.push(piece);
            }
        }
    }
    documents
}

fn size(section: &Section) -> usize {
    section.title.len() + section.lines.iter().map(|(_, line)| line.len()).sum::<usize>()
}

/// A section that is longer than a document may be, in pieces below one anchor.
fn pieces(section: Section, most: usize) -> Vec<Section> {
    if size(&section) <= most {
        return vec![section];
    }
    let Section { anchor, title, lines } = section;
    let empty = || Section { anchor: anchor.clone(), title: title.clone(), lines: Vec::new() };
    let mut pieces = vec![empty()];
    let mut filled = 0;
    for line in lines {
        if filled > 0 && filled + line.1.len() > most {
            pieces.push(empty());
            filled = 0;
        }
        filled += line.1.len();
        if let Some(piece) = pieces.last_mut() {
            piece.lines.push(line);
        }
    }
    pieces
}

/// Counts the words of a document.
pub fn count(document: &Document, vocabulary: &mut Vocabulary) -> Counts {
    let mut counts = Counts::default();
    add(&mut counts, vocabulary, &document.title, |tally| &mut tally.title);
    counts.title_length = counts.length;
    for section in &document.sections {
        add(&mut counts, vocabulary, &section.title, |tally| &mut tally.heading);
        for (weight, line) in &section.lines {
            match weight {
                Weight::Heading => add(&mut counts, vocabulary, line, |tally| &mut tally.heading),
                Weight::Text => add(&mut counts, vocabulary, line, |tally| &mut tally.text),
            }
        }
    }
    counts
}

fn add(counts: &mut Counts, vocabulary: &mut Vocabulary, text: &str, field: fn(&mut Tally) -> &mut u16) {
    let one = |tally: &mut Tally| {
        let count = field(tally);
        *count = count.saturating_add(1);
    };
    let mut before = None;
    for token in vocabulary.tokens(text) {
        one(counts.words.entry(token.word).or_default());
        if token.role == Role::Word {
            counts.length += 1;
            if let Some(before) = before.filter(|_| token.joined) {
                one(counts.pairs.entry((before, token.word)).or_default());
            }
            before = Some(token.word);
        } else if token.role == Role::Gram {
            counts.length += 1;
        }
    }
}
