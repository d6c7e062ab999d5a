//! How wide the columns of a table are, told from what stands in them.

use crate::content::markdown::text::plain;
use crate::content::markdown::tree::Inline;

/// Columns whose longest cell has no more letters than this are as wide as their text.
const NARROW: usize = 14;

/// One number a column: 0 for as narrow as its text, else its share of what is left.
pub(super) fn widths(head: &[Vec<Inline>], rows: &[Vec<Vec<Inline>>]) -> Vec<f64> {
    let columns = rows.iter().map(Vec::len).chain([head.len()]).max().unwrap_or_default();
    let narrow = |n: usize| longest(head, rows, n) <= NARROW;
    let all_narrow = (0..columns).all(narrow);
    (0..columns).map(|n| if narrow(n) && !all_narrow { 0.0 } else { share(head, rows, n) }).collect()
}

/// What each column must be wide enough for: its longest word; its longest cell where there is room for that.
pub(super) fn least_words(head: &[Vec<Inline>], rows: &[Vec<Vec<Inline>>]) -> Vec<String> {
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

/// Whether a table is so short that it would rather begin a page than be torn: about half a small page.
pub(super) fn is_short(head: &[Vec<Inline>], rows: &[Vec<Vec<Inline>>]) -> bool {
    const ROWS: usize = 9;
    const LETTERS: usize = 900;
    let columns = rows.iter().map(Vec::len).max().unwrap_or_default();
    let letters: usize = (0..columns).flat_map(|n| cells(head, rows, n)).map(|cell| cell.chars().count()).sum();
    rows.len() <= ROWS && letters <= LETTERS
}

fn cells<'a>(head: &'a [Vec<Inline>], rows: &'a [Vec<Vec<Inline>>], n: usize) -> impl Iterator<Item = String> + 'a {
    head.get(n).into_iter().chain(rows.iter().filter_map(move |row| row.get(n))).map(|cell| plain(cell))
}

fn longest(head: &[Vec<Inline>], rows: &[Vec<Vec<Inline>>], n: usize) -> usize {
    cells(head, rows, n).map(|cell| cell.chars().count()).max().unwrap_or_default()
}

/// Twice the text asks for less than twice the width, or short columns would starve.
fn share(head: &[Vec<Inline>], rows: &[Vec<Vec<Inline>>], n: usize) -> f64 {
    let (mut letters, mut count) = (0_u32, 0_u32);
    for cell in cells(head, rows, n) {
        letters = letters.saturating_add(u32::try_from(cell.chars().count()).unwrap_or(u32::MAX));
        count += 1;
    }
    let mean = f64::from(letters) / f64::from(count.max(1));
    (mean.max(4.0).sqrt() * 10.0).round() / 10.0
}
