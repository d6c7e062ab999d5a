//! The alphabetical index: which words it lists, under which letters, in the locale's order.
//!
//! Owns keys and order. The pages of each entry are found while the document is set.

use std::collections::BTreeMap;

use super::parts::{IndexEntry, IndexLetter};
use crate::base::{Hash, Locale, Said};
use crate::i18n::collate::Collator;

/// Entries by their words.
#[derive(Debug, Default)]
pub(super) struct Index {
    /// By their words as they are compared: their key, and their words as they are printed.
    keys: BTreeMap<String, (String, Said)>,
}

impl Index {
    /// The key of an entry: it tells its words and not how many were there before, so that chapters can be written apart.
    /// Quotation marks and a capital at the beginning make no other entry.
    pub(super) fn entry(&mut self, words: Said) -> String {
        let compared = bare(&words).to_lowercase();
        let key = || format!("i{}", Hash::of(compared.as_bytes()).short());
        let (key, shown) = self.keys.entry(compared.clone()).or_insert_with(|| (key(), words.clone()));
        if small(&words) && !small(shown) {
            *shown = words;
        }
        key.clone()
    }

    /// Takes in the entries of what stands after all that is here.
    pub(super) fn extend(&mut self, other: &Self) {
        other.keys.values().for_each(|(_, words)| drop(self.entry(words.clone())));
    }

    /// The entries in the locale's order, under its letters.
    pub(super) fn letters(self, locale: &Locale) -> Vec<IndexLetter> {
        let collator = Collator::new(locale);
        let entry = |(key, mut words): (String, Said)| {
            words.among(locale.as_str());
            IndexEntry { key, text: words.text, lang: words.lang }
        };
        let mut entries: Vec<IndexEntry> = self.keys.into_values().map(entry).collect();
        collator.sort_by_key(&mut entries, |entry| (bare(&entry.text), &entry.key));
        let mut letters: Vec<IndexLetter> = Vec::new();
        for entry in entries {
            let letter = collator.heading(&entry.text);
            match letters.last_mut() {
                Some(last) if last.letter == letter => last.entries.push(entry),
                _ => letters.push(IndexLetter { letter, entries: vec![entry] }),
            }
        }
        letters
    }
}

/// Words without the quotation marks and other signs around them.
fn bare(words: &str) -> &str {
    let bare = words.trim_matches(|c: char| !c.is_alphanumeric() && !unicode_normalization::char::is_combining_mark(c));
    if bare.is_empty() { words } else { bare }
}

/// Whether words begin with a small letter.
fn small(words: &str) -> bool {
    bare(words).chars().next().is_some_and(char::is_lowercase)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn entries_stand_in_the_order_of_the_language() {
        let mut index = Index::default();
        for word in ["đại sứ", "dân", "ấn phẩm", "an ninh", "đại sứ"] {
            index.entry(word.into());
        }
        let letters = index.letters(&"vi".parse().unwrap());
        let all: Vec<_> =
            letters.iter().flat_map(|l| l.entries.iter().map(|e| (l.letter.as_str(), e.text.as_str()))).collect();
        assert_eq!(all, [("A", "an ninh"), ("Â", "ấn phẩm"), ("D", "dân"), ("Đ", "đại sứ")]);
    }

    #[test]
    fn marks_and_capitals_make_no_other_entry_and_do_not_count_in_the_order() {
        let mut index = Index::default();
        for word in ["Bộ nhận diện", "“sáu rõ”", "bộ nhận diện", "22 yếu tố", "sáu rõ", "tuần"]
        {
            index.entry(word.into());
        }
        let letters = index.letters(&"vi".parse().unwrap());
        let all: Vec<_> =
            letters.iter().flat_map(|l| l.entries.iter().map(|e| (l.letter.as_str(), e.text.as_str()))).collect();
        assert_eq!(all, [("0–9", "22 yếu tố"), ("B", "bộ nhận diện"), ("S", "“sáu rõ”"), ("T", "tuần")]);
    }
}
