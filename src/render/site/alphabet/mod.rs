//! The index from A to Z: the way to a word without search, and without JavaScript.
//!
//! Owns how the index is cut into pages: a small book's is one page; of a large one every letter is a page, and
//! a long letter several, so that none is heavy. Letters keep their addresses while the book grows.

mod lines;

use std::collections::HashSet;

use super::frame::Frame;
use super::links::Links;
use super::view::{Index, IndexEntry, IndexGroup, IndexRun, Line, View};
use crate::base::RelPath;
use crate::book::entries;
use lines::Letter;

/// Lines up to which the whole index is one page (about 20 KB compressed).
const ONE_PAGE: usize = 800;

/// Lines of a page that holds a part of a letter.
const A_RUN: usize = 500;

/// Runs of a letter beside the one at hand that its page leads to, on each side.
const NEAR: usize = 4;

/// Further runs that it leads to, spread over the letter.
const FAR: usize = 24;

/// The index of a book.
pub struct Alphabet<'f, 'b> {
    frame: &'f Frame<'b>,
    letters: Vec<Letter>,
}

/// A page of it.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Place {
    /// The whole index.
    Whole,
    /// The letters alone.
    Overview,
    /// One run of one letter.
    Run(usize, usize),
}

impl<'f, 'b> Alphabet<'f, 'b> {
    /// What a book's index lists.
    pub fn of(frame: &'f Frame<'b>) -> Self {
        Self { frame, letters: lines::letters(frame) }
    }

    /// Its pages.
    pub fn places(&self) -> Vec<Place> {
        let total: usize = self.letters.iter().map(|letter| letter.lines.len()).sum();
        if total <= ONE_PAGE {
            return vec![Place::Whole];
        }
        let letters = self.letters.iter().map(|letter| letter.lines.len().div_ceil(A_RUN)).enumerate();
        let runs = letters.flat_map(|(at, runs)| (0..runs).map(move |run| Place::Run(at, run)));
        std::iter::once(Place::Overview).chain(runs).collect()
    }

    /// A page's path and view.
    pub fn view(&self, place: Place) -> (RelPath, View) {
        match place {
            Place::Whole => whole(self.frame, &self.letters),
            Place::Overview => overview(self.frame, &self.letters),
            Place::Run(at, run) => part(self.frame, &self.letters, at, run),
        }
    }
}

/// All letters on one page.
fn whole(frame: &Frame<'_>, letters: &[Letter]) -> (RelPath, View) {
    let links = Links::From(frame.facts.index.clone());
    let ways = letters.iter().map(|letter| Line {
        title: title(frame, letter),
        href: format!("#{}", anchor(letter)),
        ..Line::default()
    });
    let groups = letters.iter().map(|letter| group(frame, &links, letter, &letter.lines)).collect();
    let index = Index { letters: ways.collect(), runs: Vec::new(), groups };
    (frame.facts.index.clone(), view(frame, &links, "", index))
}

/// The letters alone.
fn overview(frame: &Frame<'_>, letters: &[Letter]) -> (RelPath, View) {
    let links = Links::From(frame.facts.index.clone());
    let index = Index { letters: ways(frame, &links, letters, None), ..Index::default() };
    (frame.facts.index.clone(), view(frame, &links, "", index))
}

/// One run of one letter.
fn part(frame: &Frame<'_>, letters: &[Letter], at: usize, run: usize) -> (RelPath, View) {
    let letter = &letters[at];
    let path = address(frame, letter, run);
    let links = Links::From(path.clone());
    let runs: Vec<&[lines::Line]> = letter.lines.chunks(A_RUN).collect();
    let way = |other: usize| IndexRun {
        first: runs[other].first().map(|line| line.word.clone()).unwrap_or_default(),
        last: runs[other].last().map(|line| line.word.clone()).unwrap_or_default(),
        href: if other == run { String::new() } else { links.to(&address(frame, letter, other)) },
    };
    let index = Index {
        letters: ways(frame, &links, letters, Some(at)),
        runs: if runs.len() > 1 { shown(runs.len(), run).map(way).collect() } else { Vec::new() },
        groups: runs.get(run).map(|lines| group(frame, &links, letter, lines)).into_iter().collect(),
    };
    (path, view(frame, &links, &title(frame, letter), index))
}

/// Which runs of so many the page of one leads to: all of a few, else those near it and some on the way to both ends.
fn shown(runs: usize, at: usize) -> impl Iterator<Item = usize> {
    let step = if runs <= 2 * NEAR + FAR { 1 } else { runs.div_ceil(FAR) };
    (0..runs).filter(move |run| run % step == 0 || run.abs_diff(at) <= NEAR || run + 1 == runs)
}

fn view(frame: &Frame<'_>, links: &Links, letter: &str, index: Index) -> View {
    let mut view = frame.view(links);
    let title = frame.strings.text("index-title", &[]);
    let letter = if letter.is_empty() { String::new() } else { format!(": {letter}") };
    view.head.title = format!("{title}{letter} · {}", frame.book.locale.title);
    view.head.description = super::head::about(frame, &format!("{title}{letter}"));
    view.languages = frame.languages(links, |_, facts| facts.index.clone());
    view.index = Some(index);
    view
}

/// The way to each letter's first page; the one at hand leads nowhere.
fn ways(frame: &Frame<'_>, links: &Links, letters: &[Letter], current: Option<usize>) -> Vec<Line> {
    let way = |(at, letter): (usize, &Letter)| Line {
        title: title(frame, letter),
        href: if current == Some(at) { String::new() } else { links.to(&address(frame, letter, 0)) },
        ..Line::default()
    };
    letters.iter().enumerate().map(way).collect()
}

fn group(frame: &Frame<'_>, links: &Links, letter: &Letter, lines: &[lines::Line]) -> IndexGroup {
    IndexGroup {
        title: title(frame, letter),
        id: anchor(letter),
        entries: lines::entries(lines).map(|lines| entry(links, lines)).collect(),
    }
}

/// A word and its places, each once. The word itself is the link where there is one place only.
fn entry(links: &Links, lines: &[lines::Line]) -> IndexEntry {
    let mut entry = IndexEntry::default();
    let mut places: Vec<Line> = Vec::new();
    let mut known = HashSet::new();
    for line in lines {
        let page = links.to(&line.path);
        let anchor = crate::render::html::escape::escape_address(&line.anchor);
        let href = if anchor.is_empty() { page } else { format!("{page}#{anchor}") };
        if entry.word.is_empty() {
            entry.word.clone_from(&line.word);
            entry.lang.clone_from(&line.lang);
        }
        if line.place.is_empty() && entry.href.is_empty() {
            entry.href = href;
        } else if known.insert(href.clone()) {
            let title = if line.place.is_empty() { &line.word } else { &line.place };
            places.push(Line { title: title.clone(), href, lang: line.place_lang.clone(), ..Line::default() });
        }
    }
    if entry.href.is_empty()
        && let [place] = places.as_slice()
    {
        entry.href.clone_from(&place.href);
        entry.place.clone_from(&place.title);
        entry.place_lang.clone_from(&place.lang);
        places.clear();
    }
    IndexEntry { places, ..entry }
}

fn title(frame: &Frame<'_>, letter: &Letter) -> String {
    if letter.title.is_empty() { frame.strings.text("index-other", &[]) } else { letter.title.clone() }
}

fn anchor(letter: &Letter) -> String {
    format!("_{}", name(letter))
}

/// `a-z/t.html`, `a-z/t-2.html`.
fn address(frame: &Frame<'_>, letter: &Letter, run: usize) -> RelPath {
    let number = if run == 0 { String::new() } else { format!("-{}", run + 1) };
    let file = format!("{}{number}.html", name(letter));
    entries::folder(&frame.facts.index).join(&file).unwrap_or_default()
}

/// A name for a letter that any file system and address can hold: `t`, `u111` for Đ.
fn name(letter: &Letter) -> String {
    match letter.title.to_lowercase().as_str() {
        "" => "other".to_owned(),
        "0–9" => "0-9".to_owned(),
        title if title.chars().all(|c| c.is_ascii_alphabetic()) => title.to_owned(),
        title => title.chars().map(|c| format!("u{:x}", u32::from(c))).collect(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_page_leads_to_all_runs_of_a_few_and_to_some_of_many() {
        assert!(shown(32, 5).eq(0..32));
        for (runs, at) in [(33, 0), (540, 0), (540, 271), (540, 539)] {
            let all: Vec<usize> = shown(runs, at).collect();
            assert!(all.len() <= FAR + 2 * NEAR + 2, "{all:?}");
            assert!(all.contains(&0) && all.contains(&at) && all.contains(&(runs - 1)));
            assert!([at.saturating_sub(1), (at + 1).min(runs - 1)].iter().all(|near| all.contains(near)));
        }
    }
}
