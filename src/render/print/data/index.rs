//! The alphabetical index: which words it lists, under which letters, in the locale's order.
//!
//! Owns keys and order. The pages of each entry are found while the document is set.

use std::collections::BTreeMap;

use super::parts::{IndexEntry, IndexLetter};
use crate::base::Locale;
use crate::i18n::collate::Collator;

/// Entries by their words.
#[derive(Debug, Default)]
pub(super) struct Index {
    keys: BTreeMap<String, String>,
}

impl Index {
    /// The key of an entry, made when it is new.
    pub(super) fn entry(&mut self, words: String) -> String {
        let next = format!("i{}", self.keys.len() + 1);
        self.keys.entry(words).or_insert(next).clone()
    }

    /// The entries in the locale's order, under its letters.
    pub(super) fn letters(self, locale: &Locale) -> Vec<IndexLetter> {
        let collator = Collator::new(locale);
        let mut entries: Vec<IndexEntry> = self.keys.into_iter().map(|(text, key)| IndexEntry { key, text }).collect();
        collator.sort_by_key(&mut entries, |entry| (&entry.text, &entry.key));
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

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn entries_stand_in_the_order_of_the_language() {
        let mut index = Index::default();
        for word in ["đại sứ", "dân", "ấn phẩm", "an ninh", "đại sứ"] {
            index.entry(word.to_owned());
        }
        let letters = index.letters(&"vi".parse().unwrap());
        let all: Vec<_> =
            letters.iter().flat_map(|l| l.entries.iter().map(|e| (l.letter.as_str(), e.text.as_str()))).collect();
        assert_eq!(all, [("A", "an ninh"), ("Â", "ấn phẩm"), ("D", "dân"), ("Đ", "đại sứ")]);
    }
}
