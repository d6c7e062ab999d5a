//! How wide the columns of a table are, told from what is printed in them, references and their pages included.

use super::parts::{Inline, Inlines, Node};

/// Columns whose longest cell has no more letters than this are as wide as their text.
const NARROW: usize = 14;
/// What a reference adds to its words: as long as “(trang 148)”, which stays on one line.
const PAGE: &str = " (trang\u{a0}000)";

/// One number a column: 0 for as narrow as its text, else its share of what is left.
pub(super) fn widths(head: &[Inlines], rows: &[Vec<Inlines>]) -> Vec<f64> {
    let columns = rows.iter().map(Vec::len).chain([head.len()]).max().unwrap_or_default();
    let narrow = |n: usize| longest(head, rows, n) <= NARROW && !is_blank(rows, n);
    let all_narrow = (0..columns).all(narrow);
    (0..columns).map(|n| if narrow(n) && !all_narrow { 0.0 } else { share(head, rows, n) }).collect()
}

/// What each column must be wide enough for: its longest word; its longest cell where there is room for that. `hyphens`:
/// longer words are hyphenated in cells, though not in heads.
pub(super) fn least_words(head: &[Inlines], rows: &[Vec<Inlines>], hyphens: bool) -> Vec<String> {
    const FEW: usize = 5;
    const PIECE: usize = 9;
    let columns = rows.iter().map(Vec::len).chain([head.len()]).max().unwrap_or_default();
    let least = |n: usize| {
        let whole = columns <= FEW && longest(head, rows, n) <= NARROW && !is_blank(rows, n);
        let words = |cell: String| match whole {
            true => vec![cell],
            false => pieces(&cell).into_iter().map(|piece| unbroken(&piece)).collect(),
        };
        let broken = |word: &str| {
            hyphens && !whole && word.trim_end_matches([',', '.', ':', ';']).chars().all(char::is_alphabetic)
        };
        let short = |word: String| match broken(&word) {
            true => word.chars().take(PIECE).collect(),
            false => word,
        };
        let heads = cells(head, &[], n).flat_map(words);
        let texts = cells(&[], rows, n).flat_map(words).map(short).chain(heads);
        texts.max_by_key(|text| breadth(text)).unwrap_or_default()
    };
    (0..columns).map(least).collect()
}

/// About how wide a word is, in quarters of a letter: of two that have as many letters the one with points is narrower. Of
/// those as wide as each other the last is taken, which is a head's: that is bold.
fn breadth(word: &str) -> usize {
    let quarters = |c: char| match c {
        ' ' | '.' | ',' | ':' | ';' | '\'' | '’' | '|' | 'i' | 'l' | 'j' => 2,
        'm' | 'w' | 'M' | 'W' => 6,
        c if c.is_uppercase() => 5,
        _ => 4,
    };
    word.chars().map(quarters).sum()
}

/// A cell's words as lines can be broken between them: not at a fixed space, nor before a mark that closes.
fn pieces(cell: &str) -> Vec<String> {
    let mut pieces: Vec<String> = Vec::new();
    for word in cell.split(' ').filter(|word| !word.is_empty()) {
        match pieces.last_mut() {
            Some(last) if word.starts_with(['/', ')', ']', '!', '?', ',', '.', ':', ';']) => {
                last.push(' ');
                last.push_str(word);
            }
            _ => pieces.push(word.to_owned()),
        }
    }
    pieces
}

/// What of a word stays on one line: two signs of scripts that break anywhere, a word's length of those that break by
/// dictionaries, the longest part up to a hyphen between letters, else all of it.
fn unbroken(word: &str) -> String {
    let most = match word.chars().find(|c| !c.is_ascii()) {
        Some('\u{e00}'..='\u{eff}' | '\u{1000}'..='\u{109f}' | '\u{1780}'..='\u{17ff}') => 12,
        Some(
            '\u{2e80}'..='\u{a4cf}' | '\u{f900}'..='\u{faff}' | '\u{ff00}'..='\u{ff60}' | '\u{20000}'..='\u{3ffff}',
        ) => 2,
        _ => usize::MAX,
    };
    let parts = hyphenated(word).into_iter().map(|part| part.chars().take(most).collect::<String>());
    parts.max_by_key(|part| part.chars().count()).unwrap_or_default()
}

/// The parts of a word between which a line may end: a hyphen before a letter ends one.
fn hyphenated(word: &str) -> Vec<&str> {
    let ends = word.match_indices('-').map(|(at, _)| at + 1);
    let ends = ends.filter(|end| word.get(*end..).is_some_and(|rest| rest.starts_with(char::is_alphabetic)));
    let mut parts = Vec::new();
    let mut from = 0;
    for end in ends.chain([word.len()]) {
        parts.extend(word.get(from..end));
        from = end;
    }
    parts
}

/// Whether no row is so high that it must be broken: text of this many letters a cell is lower than half a small page
/// in so many columns of one width.
pub(super) fn has_low_rows(head: &[Inlines], rows: &[Vec<Inlines>]) -> bool {
    const LETTERS: usize = 1200;
    let columns = rows.iter().map(Vec::len).max().unwrap_or_default();
    (0..columns).all(|n| longest(head, rows, n) * columns <= LETTERS)
}

/// Whether a column is there to be written in: most of its cells are empty, or hold blanks and marks alone.
fn is_blank(rows: &[Vec<Inlines>], n: usize) -> bool {
    let empty = rows.iter().filter(|row| row.get(n).is_none_or(|cell| super::keep::has_no_words(cell))).count();
    !rows.is_empty() && empty * 2 >= rows.len()
}

fn cells<'a>(head: &'a [Inlines], rows: &'a [Vec<Inlines>], n: usize) -> impl Iterator<Item = String> + 'a {
    head.get(n).into_iter().chain(rows.iter().filter_map(move |row| row.get(n))).map(|cell| printed(cell))
}

/// Letters of a column's longest cell.
pub(super) fn longest(head: &[Inlines], rows: &[Vec<Inlines>], n: usize) -> usize {
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
            // A line may be broken before code, even where it begins with a mark that closes.
            Inline::Node(Node::Code { s }) => {
                text.push('\u{200b}');
                text.push_str(s);
            }
            Inline::Node(Node::Whole { s }) => text.push_str(s),
            Inline::Node(Node::Br) => text.push(' '),
            Inline::Node(Node::Blank { n: super::keep::NARROW, .. }) => text.push_str("__"),
            Inline::Node(Node::Blank { with, .. }) => {
                text.push_str(with);
                text.push_str(if with.is_empty() { "____" } else { " ____" });
            }
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

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_are_what_stays_on_one_line() {
        for (text, expected) in [
            ("kế hoạch truyền", "truyền"),
            ("本书说明每个省、每个乡和每位公民如何讲述", "本书"),
            ("ທຸກແຂວງທຸກບ້ານແລະພົນລະເມືອງ", "ທຸກແຂວງທຸກບ້"),
            ("public information policies", "information"),
            ("Time (from / to)", "(from /"),
            ("Korean-speaking group", "speaking"),
            ("TL-2027", "TL-2027"),
        ] {
            let row = vec![vec![Inline::Text(text.to_owned())]];
            assert_eq!(least_words(&[], &[row], false), [expected]);
        }
        // Code that begins like what closes is a word of its own.
        let code = |s: &str| Inline::Node(Node::Code { s: s.to_owned() });
        let cell = vec![code(":::documents"), Inline::Text(", ".to_owned()), code(":::glossary")];
        assert_eq!(
            least_words(&[], &[vec![cell.clone(), cell]], false)[0].trim_start_matches('\u{200b}'),
            ":::documents,"
        );
        // A reference brings its page along.
        let c = vec![Inline::Text("a)".to_owned())];
        let cell =
            vec![Inline::Node(Node::Ref { to: "x".to_owned(), c, number: String::new(), quiet: false, cited: false })];
        assert_eq!(least_words(&[], &[vec![cell.clone(), cell]], false), ["a) (trang\u{a0}000)"; 2]);
    }

    #[test]
    fn long_words_are_hyphenated_but_not_in_heads() {
        let row = |text: &str| vec![vec![Inline::Text(text.to_owned())]];
        assert_eq!(least_words(&[], &[row("the cooperative")], true), ["cooperati"]);
        assert_eq!(least_words(&row("Responsibility"), &[row("the cooperative")], true), ["Responsibility"]);
        // Nor is what is no word.
        assert_eq!(least_words(&[], &[row("the cooperative’s")], true), ["cooperative’s"]);
    }

    #[test]
    fn columns_to_write_in_leave_room_for_their_names() {
        let named = |name: &str| vec![vec![Inline::Text(name.to_owned())], Vec::new(), Vec::new(), Vec::new()];
        let rows = ["Câu hỏi thứ nhất của phiếu", "Câu hỏi thứ hai của phiếu"].map(named);
        let shares = widths(&[], &rows);
        assert!(shares[0] > shares[1] && shares[1] > 0.0 && shares[1] == shares[3], "{shares:?}");
    }
}
