//! The old message that a new one most resembles.
//!
//! Owns the measure of likeness and keeps the search linear: candidates are those that share a rare word, and
//! only the best few of them are compared letter by letter.

use std::collections::{BTreeMap, HashMap};

use crate::i18n::words::has_spaces;

/// Likeness from which a translation is worth offering, as msgmerge has it.
const ENOUGH: f64 = 0.6;
/// A word that so many messages hold tells nothing.
const COMMON: usize = 64;
/// So many candidates are compared letter by letter.
const COMPARED: usize = 4;
/// Longer texts are compared by words alone.
const LONGEST: usize = 2000;

/// Old messages, ready to be searched.
pub(super) struct Similar<'m> {
    messages: Vec<(&'m str, Vec<String>)>,
    by_word: HashMap<String, Vec<usize>>,
}

impl<'m> Similar<'m> {
    pub(super) fn new(messages: impl Iterator<Item = &'m str>) -> Self {
        let messages: Vec<_> = messages.map(|text| (text, words(text))).collect();
        let mut by_word: HashMap<String, Vec<usize>> = HashMap::new();
        for (index, (_, words)) in messages.iter().enumerate() {
            for word in words {
                let places = by_word.entry(word.clone()).or_default();
                if places.last() != Some(&index) {
                    places.push(index);
                }
            }
        }
        Self { messages, by_word }
    }

    /// The index of the nearest, if one is near enough.
    pub(super) fn nearest(&self, text: &str) -> Option<usize> {
        let own = words(text);
        let mut shared: BTreeMap<usize, usize> = BTreeMap::new();
        let places = own.iter().filter_map(|word| self.by_word.get(word)).filter(|places| places.len() <= COMMON);
        for index in places.flatten() {
            *shared.entry(*index).or_default() += 1;
        }
        let mut candidates: Vec<(usize, usize)> = shared.into_iter().map(|(index, count)| (count, index)).collect();
        // Most words first; of equals, the first of the file.
        candidates.sort_by(|a, b| b.0.cmp(&a.0).then(a.1.cmp(&b.1)));
        let measured = candidates.into_iter().take(COMPARED).filter_map(|(_, index)| {
            let (old, old_words) = self.messages.get(index)?;
            Some((likeness(text, &own, old, old_words), index))
        });
        let best = measured.fold(None, |best: Option<(f64, usize)>, now| match best {
            Some(best) if best.0 >= now.0 => Some(best),
            _ => Some(now),
        });
        best.filter(|(likeness, _)| *likeness >= ENOUGH).map(|(_, index)| index)
    }
}

fn likeness(text: &str, words: &[String], old: &str, old_words: &[String]) -> f64 {
    if text.len().max(old.len()) > LONGEST {
        return dice(words, old_words);
    }
    strsim::normalized_levenshtein(text, old).max(dice(words, old_words))
}

/// Shared words, counted with their repetitions, against all.
fn dice(a: &[String], b: &[String]) -> f64 {
    let mut counts: HashMap<&str, usize> = HashMap::new();
    for word in a {
        *counts.entry(word).or_default() += 1;
    }
    let shared = b.iter().filter(|word| match counts.get_mut(word.as_str()) {
        Some(left) if *left > 0 => {
            *left -= 1;
            true
        }
        _ => false,
    });
    let all = a.len() + b.len();
    if all == 0 { 0.0 } else { 2.0 * shared.count() as f64 / all as f64 }
}

/// Words in lower case; pairs of letters where a script writes no spaces.
fn words(text: &str) -> Vec<String> {
    let mut words = Vec::new();
    for word in text.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty()) {
        if word.chars().all(has_spaces) {
            words.push(word.to_lowercase());
            continue;
        }
        let letters: Vec<char> = word.chars().collect();
        words.extend(letters.windows(2).map(|pair| pair.iter().collect()));
    }
    words
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_nearest_is_found_and_the_merely_related_is_not() {
        let old = [
            "Kế hoạch gửi trước ngày 15/11/2025.",
            "Mỗi người dân là một đại sứ.",
            "越南国家形象推广手册的使用方法",
            "Danh sách",
        ];
        let similar = Similar::new(old.into_iter());
        for (text, expected) in [
            ("Kế hoạch gửi trước ngày 15/11/2026.", Some(0)),
            ("Mỗi người dân đều là một đại sứ!", Some(1)),
            ("越南国家形象推广手册的新使用方法", Some(2)),
            ("Danh sách các tỉnh đã gửi kế hoạch trong năm nay", None),
            ("Người khác, chuyện khác hẳn.", None),
        ] {
            assert_eq!(similar.nearest(text), expected, "{text}");
        }
    }
}
