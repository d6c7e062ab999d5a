//! What the languages of a book say of its words: which only hold sentences together, which are forms of one.
//!
//! Owns the choice that forms are told by the index: a reader's device needs no stemmer of any language, and
//! index and query cannot disagree on one. A form that stands nowhere in the book is found by its beginning.

use std::collections::{BTreeMap, BTreeSet};

use super::languages::Stemmer;
use super::postings::Entry;

/// More forms of a word than this say little.
const MOST_KIN: usize = 6;

/// Marks stop words and kin. `languages`: of each document; an entry is judged by those it stands in.
pub fn tell(words: &mut [Entry], languages: &[&str]) {
    let distinct: BTreeSet<&str> = languages.iter().copied().collect();
    let mut kin: BTreeMap<String, BTreeSet<String>> = BTreeMap::new();
    for code in distinct {
        let stemmer = Stemmer::new(code);
        let mut stems: BTreeMap<String, BTreeSet<&str>> = BTreeMap::new();
        for entry in words.iter_mut() {
            let inside = entry.postings.iter().any(|p| languages.get(p.document() as usize) == Some(&code));
            if !inside || !entry.names.is_empty() || !is_word(&entry.fold) {
                continue;
            }
            // English stems are cut from letters without marks only.
            let form = if code == "en" { &entry.fold } else { &entry.surface };
            match stemmer.stem(form) {
                Some(stem) => _ = stems.entry(stem).or_default().insert(&entry.fold),
                None => entry.stop = true,
            }
        }
        for forms in stems.values().filter(|forms| forms.len() > 1) {
            for form in forms {
                let others = forms.iter().filter(|other| *other != form).map(|other| (*other).to_owned());
                kin.entry((*form).to_owned()).or_default().extend(others);
            }
        }
    }
    let mut before = String::new();
    for entry in words.iter_mut() {
        if entry.fold != before {
            entry.kin = kin.get(&entry.fold).into_iter().flatten().take(MOST_KIN).cloned().collect();
            before.clone_from(&entry.fold);
        }
    }
}

/// Whether it may have forms.
pub fn is_word(fold: &str) -> bool {
    fold.chars().count() > 1 && !fold.contains(|c: char| c.is_ascii_digit() || matches!(c, ' ' | '/'))
}
