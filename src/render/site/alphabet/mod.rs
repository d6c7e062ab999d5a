//! The index from A to Z: the way to a word without search, and without JavaScript.
//!
//! Owns how the index is cut into pages: a small book's is one page; of a large one every letter is a page, and
//! a long letter several, so that none is heavy. Letters keep their addresses while the book grows.

mod lines;

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

/// The pages of the index.
pub fn views(frame: &Frame<'_>) -> Vec<(RelPath, View)> {
    let letters = lines::letters(frame);
    let total: usize = letters.iter().map(|letter| letter.lines.len()).sum();
    if total <= ONE_PAGE {
        return vec![whole(frame, &letters)];
    }
    let mut views = vec![overview(frame, &letters)];
    for (at, letter) in letters.iter().enumerate() {
        let runs: Vec<&[lines::Line]> = letter.lines.chunks(A_RUN).collect();
        views.extend((0..runs.len()).map(|run| part(frame, &letters, at, &runs, run)));
    }
    views
}

/// All letters on one page.
fn whole(frame: &Frame<'_>, letters: &[Letter]) -> (RelPath, View) {
    let links = Links::From(frame.index.clone());
    let ways = letters.iter().map(|letter| Line {
        title: title(frame, letter),
        href: format!("#{}", anchor(letter)),
        ..Line::default()
    });
    let groups = letters.iter().map(|letter| group(frame, &links, letter, &letter.lines)).collect();
    let index = Index { letters: ways.collect(), runs: Vec::new(), groups };
    (frame.index.clone(), view(frame, &links, "", index))
}

/// The letters alone.
fn overview(frame: &Frame<'_>, letters: &[Letter]) -> (RelPath, View) {
    let links = Links::From(frame.index.clone());
    let index = Index { letters: ways(frame, &links, letters, None), ..Index::default() };
    (frame.index.clone(), view(frame, &links, "", index))
}

/// One run of one letter.
fn part(frame: &Frame<'_>, letters: &[Letter], at: usize, runs: &[&[lines::Line]], run: usize) -> (RelPath, View) {
    let letter = &letters[at];
    let path = address(frame, letter, run);
    let links = Links::From(path.clone());
    let way = |(other, lines): (usize, &&[lines::Line])| IndexRun {
        first: lines.first().map(|line| line.word.clone()).unwrap_or_default(),
        last: lines.last().map(|line| line.word.clone()).unwrap_or_default(),
        href: if other == run { String::new() } else { links.to(&address(frame, letter, other)) },
    };
    let index = Index {
        letters: ways(frame, &links, letters, Some(at)),
        runs: if runs.len() > 1 { runs.iter().enumerate().map(way).collect() } else { Vec::new() },
        groups: runs.get(run).map(|lines| group(frame, &links, letter, lines)).into_iter().collect(),
    };
    (path, view(frame, &links, &title(frame, letter), index))
}

fn view(frame: &Frame<'_>, links: &Links, letter: &str, index: Index) -> View {
    let mut view = frame.view(links);
    let title = frame.strings.text("index-title", &[]);
    let letter = if letter.is_empty() { String::new() } else { format!(": {letter}") };
    view.head.title = format!("{title}{letter} · {}", frame.book.locale.title);
    view.head.description = super::head::about(frame, &format!("{title}{letter}"));
    view.languages = frame.languages(links, |book| entries::index(&book.locale.locale, &book.pages));
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
        } else if !places.iter().any(|place| place.href == href) {
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
    entries::folder(&frame.index).join(&file).unwrap_or_default()
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
