//! What the index from A to Z lists, in order: titles, headings, terms, the words that authors marked.
//!
//! Owns the choice, the order and the grouping; knows no page of the index.

use rayon::prelude::*;

use super::super::frame::Frame;
use crate::base::{RelPath, Said};
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
    lines.par_extend(frame.book.pages.par_iter().flat_map_iter(|page| of_page(frame, page)));
    // The sort is stable: places of one word stay in reading order.
    lines.par_sort_by_cached_key(|line| collator.key(&line.word));
    let mut letters: Vec<Letter> = Vec::new();
    let (mut word, mut title) = (String::new(), String::new());
    for line in lines {
        if line.word != word {
            (word, title) = (line.word.clone(), collator.heading(&line.word));
        }
        // Scripts of one letter may stand apart in the order (阿 and APEC): they are listed together.
        match letters.iter_mut().find(|letter| letter.title == title) {
            Some(letter) => letter.lines.push(line),
            None => letters.push(Letter { title: title.clone(), lines: vec![line] }),
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
    let title = Said::new(page.title.as_str(), &page.title_lang);
    let own = glossary.iter().map(|term| line(frame, page, &term.term, &term.id, &title));
    let others = glossary.iter().flat_map(|term| {
        let aliases = term.aliases.iter().map(|word| Said::new(word.as_str(), &term.aliases_lang));
        let words = term.abbreviations.iter().map(|word| word.as_str().into()).chain(aliases);
        words.map(|word: Said| line(frame, page, &word, &term.id, &term.term))
    });
    own.chain(others).collect()
}

/// A page's title, its headings, its marked words.
fn of_page(frame: &Frame<'_>, page: &Page) -> Vec<Line> {
    let said = |word: &str, lang: Option<&String>| match lang {
        Some(lang) => Said::new(word, lang),
        None => Said::new(word, &page.text_locale),
    };
    let title = Said::new(page.title.as_str(), &page.title_lang);
    let mut lines = vec![line(frame, page, &title, "", &Said::default())];
    let sections = page.sections.iter().filter(|section| section.level <= DEEPEST && !section.title.is_empty());
    let headings = sections.map(|section| (unlabelled(&section.title), section.lang.as_ref(), &section.id));
    let marked = page.index_terms.iter().map(|term| (term.entry.as_str(), term.lang.as_ref(), &term.section));
    lines.extend(headings.chain(marked).map(|(word, lang, id)| line(frame, page, &said(word, lang), id, &title)));
    lines
}

/// A line that leads to an anchor of a page; what is in the book's language need not say so.
fn line(frame: &Frame<'_>, page: &Page, word: &Said, anchor: &str, place: &Said) -> Line {
    let among = |said: &Said| {
        let mut said = said.clone();
        said.among(frame.book.locale.locale.as_str());
        said
    };
    let (word, place) = (among(word), among(place));
    Line {
        word: word.text,
        lang: word.lang,
        path: page.path.clone(),
        anchor: anchor.to_owned(),
        place: place.text,
        place_lang: place.lang,
    }
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
