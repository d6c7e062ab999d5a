//! What the index from A to Z lists, in order: titles, headings, terms, the words that authors marked.
//!
//! Owns the choice, the order and the grouping; knows no page of the index.

use super::super::frame::Frame;
use crate::base::RelPath;
use crate::book::model::Page;
use crate::content::clauses::label;
use crate::i18n::collate::Collator;

/// Headings deeper than this name parts of a thought, not things one looks up.
const DEEPEST: u8 = 3;

/// A word of the index and one place where it is found.
#[derive(Clone, Debug, PartialEq)]
pub struct Line {
    /// The word.
    pub word: String,
    /// Language tag of the word where it is not the book's; else empty.
    pub lang: String,
    /// The page.
    pub path: RelPath,
    /// The anchor; empty for the whole page.
    pub anchor: String,
    /// Name of the place; empty where the word names it.
    pub place: String,
    /// Language tag of that name where it is not the book's; else empty.
    pub place_lang: String,
}

/// Lines under one letter.
#[derive(Clone, Debug, PartialEq)]
pub struct Letter {
    /// `Đ`, `0–9`; empty for what the language's order has no letter for.
    pub title: String,
    /// Its lines, sorted.
    pub lines: Vec<Line>,
}

/// The whole index: letters in the language's order, digits first, what has no letter last.
pub fn letters(frame: &Frame<'_>) -> Vec<Letter> {
    let collator = Collator::new(&frame.book.locale.locale);
    let mut lines = terms(frame);
    lines.extend(frame.book.pages.iter().flat_map(|page| of_page(frame, page)));
    // The sort is stable: places of one word stay in reading order.
    lines.sort_by(|a, b| collator.compare(&a.word, &b.word));
    let mut letters: Vec<Letter> = Vec::new();
    for line in lines {
        let title = collator.heading(&line.word);
        // Scripts of one letter may stand apart in the order (阿 and APEC): they are listed together.
        match letters.iter_mut().find(|letter| letter.title == title) {
            Some(letter) => letter.lines.push(line),
            None => letters.push(Letter { title, lines: vec![line] }),
        }
    }
    letters
        .sort_by(|a, b| a.title.is_empty().cmp(&b.title.is_empty()).then_with(|| collator.compare(&a.title, &b.title)));
    letters
}

/// Terms and their abbreviations and other spellings, when a page explains them.
fn terms(frame: &Frame<'_>) -> Vec<Line> {
    let Some(page) = frame.book.glossary_page.and_then(|index| frame.page(index)) else { return Vec::new() };
    let glossary = &frame.book.glossary;
    let line = |word: &String, id: &String, place: &str| Line {
        word: word.clone(),
        lang: String::new(),
        path: page.path.clone(),
        anchor: id.clone(),
        place: place.to_owned(),
        place_lang: String::new(),
    };
    let own = glossary.iter().map(|term| line(&term.term, &term.id, &page.title));
    let others = glossary
        .iter()
        .flat_map(|term| term.abbreviations.iter().chain(&term.aliases).map(|word| line(word, &term.id, &term.term)));
    own.chain(others).collect()
}

/// A page's title, its headings, its marked words.
fn of_page(frame: &Frame<'_>, page: &Page) -> Vec<Line> {
    let lang = frame.lang(page);
    let line = |word: &str, anchor: &str, place: &str| Line {
        word: word.to_owned(),
        lang: lang.clone(),
        path: page.path.clone(),
        anchor: anchor.to_owned(),
        place: place.to_owned(),
        place_lang: lang.clone(),
    };
    let mut lines = vec![line(&page.title, "", "")];
    let sections = page.sections.iter().filter(|section| section.level <= DEEPEST && !section.title.is_empty());
    lines.extend(sections.map(|section| line(unlabelled(&section.title), &section.id, &page.title)));
    lines.extend(page.index_terms.iter().map(|term| line(&term.entry, &term.section, &page.title)));
    lines
}

/// “II. Mục tiêu” is looked up under M.
fn unlabelled(title: &str) -> &str {
    let rest = label::parse(title).and_then(|label| title.get(label.rest..)).map_or("", str::trim);
    if rest.is_empty() { title } else { rest }
}

/// Lines of the same word, whatever its case, one after the other.
pub fn entries(lines: &[Line]) -> impl Iterator<Item = &[Line]> {
    lines.chunk_by(|a, b| a.word.to_lowercase() == b.word.to_lowercase())
}
