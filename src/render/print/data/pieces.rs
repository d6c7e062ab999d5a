//! The chapters of a document, each written by itself.
//!
//! Owns what a chapter is made from, and so when one that was written before still holds: its page, where it stands, and
//! all that it looks at of the book around it. Chapters are written side by side; what they gathered is put together in
//! the order of the book.

use std::sync::Arc;

use serde_json::Value;

use super::ahead::Guess;
use super::chapter::{Stand, chapter};
use super::marks::Marks;
use super::parts::Division;
use super::settle::{self, Labels};
use super::{Book, Manuscript};
use crate::base::{Hash, Memo, RelPath};
use crate::book::model::Page;

/// The step that writes a chapter, as the memo counts it.
pub const CHAPTER: &str = "print-chapter";
/// The step that settles its links.
const TEXT: &str = "print-text";

/// A chapter as it was written, its links not yet settled.
pub(super) struct Piece {
    /// Hash of all it was made from.
    key: Hash,
    /// Its data, text included.
    pub chapter: Value,
    /// What was gathered on the way.
    pub out: Manuscript,
    /// What it tells of places where every guess is the same.
    pub guess: Guess,
    /// Where it leads to.
    targets: Vec<String>,
}

/// A chapter as templates are given it.
pub(super) struct Told {
    /// All but its text.
    pub head: Value,
    /// Where its text stands.
    pub path: RelPath,
    /// Its text.
    pub text: Arc<[u8]>,
}

/// Writes chapters, or finds them.
pub(super) struct Pieces<'a> {
    book: &'a Book<'a>,
    memo: &'a Memo,
    /// Hash of all that chapters look at beside their own page.
    around: Hash,
    /// Whether each block is labelled.
    marked: bool,
}

impl<'a> Pieces<'a> {
    pub(super) fn new(book: &'a Book<'a>, memo: &'a Memo, marked: bool) -> Self {
        let around = if memo.keeps() { around(book) } else { Hash::default() };
        Self { book, memo, around, marked }
    }

    /// A page as a chapter.
    pub(super) fn piece(&self, page: &'a Page, stand: Stand<'_>) -> Arc<Piece> {
        let key = if self.memo.keeps() {
            Hash::of_value(&(page.key, self.around, self.marked, stand))
        } else {
            Hash::default()
        };
        self.memo.get(CHAPTER, key, || self.written(key, page, stand))
    }

    fn written(&self, key: Hash, page: &'a Page, stand: Stand<'_>) -> Piece {
        let mut out = Manuscript { marking: self.marked.then(Marks::default), ..Manuscript::default() };
        let division = Division::Chapter(Box::new(chapter(self.book, page, stand, &mut out)));
        let chapter = serde_json::to_value(&division).unwrap_or_default();
        out.marks = Arc::new(out.marking.take().map(Marks::places).unwrap_or_default());
        let (mut guess, mut targets) = (Guess::default(), Vec::new());
        if self.memo.keeps() {
            guess.division(&chapter);
            settle::targets(&chapter, &mut targets);
            targets.sort();
            targets.dedup();
        }
        Piece { key, chapter, out, guess, targets }
    }

    /// A chapter with its links settled and its pages guessed.
    pub(super) fn told(&self, piece: Arc<Piece>, page: &RelPath, labels: &Labels, guess: &Guess) -> Arc<Told> {
        let key = if self.memo.keeps() {
            let open: Vec<(&String, bool)> = piece
                .targets
                .iter()
                .filter(|to| !(labels.contains(*to) && guess.knows(to)))
                .map(|to| (to, labels.contains(to)))
                .collect();
            Hash::of_value(&(piece.key, open))
        } else {
            Hash::default()
        };
        self.memo.get(TEXT, key, || {
            let mut head = Arc::try_unwrap(piece).map_or_else(|kept| kept.chapter.clone(), |piece| piece.chapter);
            settle::settle(&mut head, labels);
            guess.tell(&mut head);
            told(head, page)
        })
    }
}

/// Parts a chapter from its text.
fn told(mut head: Value, page: &RelPath) -> Told {
    let path = RelPath::new(&format!("text/{}", page.with_extension("json"))).unwrap_or_default();
    let blocks = head.as_object_mut().and_then(|node| {
        node.insert("path".to_owned(), format!("/{path}").into());
        node.shift_remove("b")
    });
    Told { head, path, text: serde_json::to_vec(&blocks.unwrap_or_default()).unwrap_or_default().into() }
}

/// Hash of what a chapter may look at of its book: other pages' numbers and sections, terms, sources, words, pictures.
fn around(book: &Book<'_>) -> Hash {
    let (config, own) = (&book.order.handbook.config, book.order.book);
    let section = |page: &&Page| -> Vec<_> { page.sections.iter().map(|s| (s.id.clone(), s.number.clone())).collect() };
    let pages: Vec<_> =
        book.pages.values().map(|page| (&page.path, &page.number, &page.title_id, section(page))).collect();
    let words: Vec<_> = book.order.strings.iter().map(|(locale, words)| (locale, words.key)).collect();
    // Their names hold the hash of their bytes.
    let assets: Vec<_> = book.assets.iter().map(|(path, bytes)| (*path, bytes.len())).collect();
    let form = (book.order.format.name(), config.print.links.name(), book.order.page);
    let settings = (&config.base_url, &config.source, &config.locales, &own.locale);
    Hash::of_value(&(form, settings, pages, &own.glossary, &own.sources, words, assets))
}
