//! Words that are written in several ways (hoà, hòa), of which the index shows one.
//!
//! Owns when pages say nothing new of them: when they write each in the ways they wrote it before. What they wrote stands
//! in what was shown of them.

use std::collections::BTreeSet;

use super::Said;
use crate::render::search::analysis::Vocabulary;

/// Whether the pages write words of several ways as before; `None` where they do not. `shown`: the fragments of the
/// documents, before and now; `varied`: spellings that the book writes in several ways.
pub fn are_the_same(said: &Said, shown: [&mut dyn Iterator<Item = &str>; 2], varied: &[String]) -> Option<()> {
    let own = said.words.iter().filter(|word| word.varied).map(|word| word.spelling.as_str());
    let varied: BTreeSet<&str> = own.chain(varied.iter().map(String::as_str)).collect();
    if varied.is_empty() {
        return Some(());
    }
    let mut ways: [BTreeSet<String>; 2] = Default::default();
    for (ways, shown) in ways.iter_mut().zip(shown) {
        for fragment in shown {
            add(fragment, &varied, ways)?;
        }
    }
    let [before, now] = ways;
    (before == now).then_some(())
}

/// The ways in which a fragment writes some words.
fn add(fragment: &str, varied: &BTreeSet<&str>, ways: &mut BTreeSet<String>) -> Option<()> {
    let fragment: serde_json::Value = serde_json::from_str(fragment).ok()?;
    let sections = fragment.get("s")?.as_array()?.iter();
    let texts = sections.flat_map(|section| [section.get(1), section.get(2)]).chain([fragment.get("t")]).flatten();
    // Each line by a vocabulary of its own, so that none is hidden by another.
    for line in texts.filter_map(serde_json::Value::as_str).flat_map(str::lines) {
        for text in line.split_inclusive(' ') {
            let mut vocabulary = Vocabulary::default();
            vocabulary.tokens(text);
            let words = vocabulary.words.into_iter().filter(|word| varied.contains(word.spelling.as_str()));
            ways.extend(words.map(|word| word.surface));
        }
    }
    Some(())
}
