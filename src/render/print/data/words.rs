//! Words of several syllables that the titles of a book do not part, told from its own glossary.
//!
//! Languages that write a space between syllables leave open where a word ends. Terms tell it: a short one is a word, and
//! of longer ones so are the pairs that come again in others.

use std::collections::{BTreeMap, BTreeSet};

/// A longer term is several words.
const SHORT: usize = 3;
/// A pair is no chance when it is met so often.
const AGAIN: usize = 2;

type Pair<'a> = (&'a str, &'a str);

/// The words, in small letters, the longest first: of words of which one is in the other the longer is met first.
pub(super) fn of_terms<'a>(terms: impl Iterator<Item = &'a str>) -> Vec<String> {
    let terms: Vec<String> = terms.filter(|term| term.chars().all(is_plain)).map(str::to_lowercase).collect();
    let terms: Vec<Vec<&str>> = terms.iter().map(|term| term.split_whitespace().collect()).collect();
    let mut met: BTreeMap<Pair<'_>, usize> = BTreeMap::new();
    for (_, pair) in terms.iter().flat_map(|term| pairs(term)) {
        *met.entry(pair).or_default() += 1;
    }
    let mut words: BTreeSet<(usize, String)> = BTreeSet::new();
    for term in &terms {
        if (2..=SHORT).contains(&term.len()) {
            words.insert((usize::MAX - term.len(), term.join(" ")));
        }
        words.extend(parted(term, &met).into_iter().map(|(a, b)| (usize::MAX - 2, format!("{a} {b}"))));
    }
    words.into_iter().map(|(_, word)| word).collect()
}

/// Terms with signs are no words.
fn is_plain(c: char) -> bool {
    c.is_alphabetic() || c == ' '
}

/// Syllables that follow each other, with the place of the first.
fn pairs<'a>(term: &[&'a str]) -> Vec<(usize, Pair<'a>)> {
    term.iter().zip(term.iter().skip(1)).map(|(a, b)| (*a, *b)).enumerate().collect()
}

/// The pairs of a term that are words: what is met most often is one, and takes its syllables from its neighbours.
fn parted<'a>(term: &[&'a str], met: &BTreeMap<Pair<'_>, usize>) -> Vec<Pair<'a>> {
    let count = |pair: &Pair<'_>| met.get(pair).copied().unwrap_or_default();
    let mut often: Vec<(usize, Pair<'a>)> = pairs(term).into_iter().filter(|(_, pair)| count(pair) >= AGAIN).collect();
    often.sort_by_key(|(at, pair)| (usize::MAX - count(pair), *at));
    let mut taken: Vec<(usize, Pair<'a>)> = Vec::new();
    for (at, pair) in often {
        if taken.iter().all(|(other, _)| other.abs_diff(at) > 1) {
            taken.push((at, pair));
        }
    }
    taken.into_iter().map(|(_, pair)| pair).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn short_terms_and_pairs_that_come_again_are_words() {
        let terms =
            ["thông tin đối ngoại", "cục thông tin đối ngoại", "Đại sứ", "chỉ số đánh giá", "cách làm mới", "6 rõ"];
        assert_eq!(of_terms(terms.into_iter()), ["cách làm mới", "thông tin", "đại sứ", "đối ngoại"]);
    }
}
