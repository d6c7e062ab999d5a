//! How wide the columns of a table are, told from what is printed in them, references and their pages included.

use super::parts::{Inline, Inlines, Node};

/// Columns whose longest cell has no more letters than this are as wide as their text.
const NARROW: usize = 14;
/// What a reference adds to its words: as long as “(trang 148)”.
const PAGE: &str = " (trang 000)";

/// One number a column: 0 for as narrow as its text, else its share of what is left.
pub(super) fn widths(head: &[Inlines], rows: &[Vec<Inlines>]) -> Vec<f64> {
    let columns = rows.iter().map(Vec::len).chain([head.len()]).max().unwrap_or_default();
    let narrow = |n: usize| longest(head, rows, n) <= NARROW && !is_blank(rows, n);
    let all_narrow = (0..columns).all(narrow);
    (0..columns).map(|n| if narrow(n) && !all_narrow { 0.0 } else { share(head, rows, n) }).collect()
}

/// What each column must be wide enough for: its longest word; its longest cell where there is room for that.
pub(super) fn least_words(head: &[Inlines], rows: &[Vec<Inlines>]) -> Vec<String> {
    const FEW: usize = 5;
    let columns = rows.iter().map(Vec::len).chain([head.len()]).max().unwrap_or_default();
    let least = |n: usize| {
        let whole = columns <= FEW && longest(head, rows, n) <= NARROW;
        let texts = cells(head, rows, n).flat_map(|cell| match whole {
            true => vec![cell],
            false => cell.split_whitespace().map(str::to_owned).collect(),
        });
        texts.max_by_key(|text| text.chars().count()).unwrap_or_default()
    };
    (0..columns).map(least).collect()
}

/// Whether a table is so short that it would rather begin a page than be torn: a few lines.
pub(super) fn is_short(head: &[Inlines], rows: &[Vec<Inlines>]) -> bool {
    const ROWS: usize = 4;
    const LETTERS: usize = 320;
    let columns = rows.iter().map(Vec::len).max().unwrap_or_default();
    let letters: usize = (0..columns).flat_map(|n| cells(head, rows, n)).map(|cell| cell.chars().count()).sum();
    rows.len() <= ROWS && letters <= LETTERS
}

/// Whether a column is there to be written in: most of its cells are empty.
fn is_blank(rows: &[Vec<Inlines>], n: usize) -> bool {
    let empty = rows.iter().filter(|row| row.get(n).is_none_or(Vec::is_empty)).count();
    !rows.is_empty() && empty * 2 >= rows.len()
}

fn cells<'a>(head: &'a [Inlines], rows: &'a [Vec<Inlines>], n: usize) -> impl Iterator<Item = String> + 'a {
    head.get(n).into_iter().chain(rows.iter().filter_map(move |row| row.get(n))).map(|cell| printed(cell))
}

fn longest(head: &[Inlines], rows: &[Vec<Inlines>], n: usize) -> usize {
    cells(head, rows, n).map(|cell| cell.chars().count()).max().unwrap_or_default()
}

/// Twice the text asks for less than twice the width: so the rows together are lowest. Columns to write in take
/// together what a sentence would.
fn share(head: &[Inlines], rows: &[Vec<Inlines>], n: usize) -> f64 {
    const SENTENCE: usize = 36;
    let columns = rows.iter().map(Vec::len).max().unwrap_or_default();
    let blanks = (0..columns).filter(|n| is_blank(rows, *n)).count();
    let written = if is_blank(rows, n) { SENTENCE * rows.len() / blanks.max(1) } else { 0 };
    let letters: usize = cells(head, rows, n).map(|cell| cell.chars().count()).sum::<usize>().max(written);
    let letters = f64::from(u32::try_from(letters).unwrap_or(u32::MAX));
    (letters.max(4.0).sqrt() * 10.0).round() / 10.0
}

/// The words of a line as they are printed.
pub(super) fn printed(line: &[Inline]) -> String {
    let mut text = String::new();
    add(line, &mut text);
    text
}

fn add(line: &[Inline], text: &mut String) {
    for inline in line {
        match inline {
            Inline::Text(words) => text.push_str(words),
            Inline::Node(Node::Code { s }) => text.push_str(s),
            Inline::Node(Node::Br) => text.push(' '),
            Inline::Node(Node::Ref { c, quiet, .. }) => {
                add(c, text);
                text.push_str(if *quiet { "" } else { PAGE });
            }
            Inline::Node(Node::Choice { answers }) => text.push_str(&answers.join(" ")),
            Inline::Node(
                Node::Em { c }
                | Node::Strong { c }
                | Node::Strike { c }
                | Node::Link { c, .. }
                | Node::Lang { c, .. }
                | Node::Index { c, .. },
            ) => add(c, text),
            Inline::Node(_) => {}
        }
    }
}
