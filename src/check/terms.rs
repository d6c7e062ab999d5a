//! Terms of the glossary that are spelt with other marks: “thông tin đối ngoài”.
//!
//! Owns which words are meant as a term. Words typed without any mark are left alone: that is how readers
//! search, and pages show it.

use std::collections::{BTreeMap, BTreeSet};

use super::prose::{self, Passage};
use crate::base::{Diagnostic, Locale, codes};
use crate::content::data::TermRecord;
use crate::i18n::fold::{fold, lower, spelling};
use crate::words;

/// Shorter terms of two words have too many neighbours: “hệ thống từ” is no slip of “thông tư”.
const LEAST_LETTERS: usize = 11;

/// The terms of one language by their words without marks.
pub(super) struct Terms {
    /// Words without marks → (the term, its right spellings).
    known: BTreeMap<String, (String, BTreeSet<String>)>,
    /// Numbers of words that terms have.
    lengths: BTreeSet<usize>,
}

impl Terms {
    pub(super) fn new(glossary: &[TermRecord], locale: &Locale) -> Self {
        let mut terms = Self { known: BTreeMap::new(), lengths: BTreeSet::new() };
        for record in glossary {
            let own = record.term.0.get(locale.as_str());
            let aliases = record.aliases.get(locale.as_str()).into_iter().flatten();
            for term in own.into_iter().chain(aliases) {
                let words: Vec<_> = prose::words(term).map(|(_, word)| lower(word)).collect();
                let written = words.join(" ");
                if words.len() < 2 || (words.len() == 2 && written.chars().count() < LEAST_LETTERS) {
                    continue;
                }
                terms.lengths.insert(words.len());
                let entry = terms.known.entry(fold(&written)).or_insert_with(|| (term.clone(), BTreeSet::new()));
                entry.1.insert(spelling(&written));
            }
        }
        terms
    }

    /// Findings of one passage.
    pub(super) fn misspelt(&self, passage: &Passage<'_>) -> Vec<Diagnostic> {
        let words: Vec<_> = prose::words(&passage.words).collect();
        let mut findings = Vec::new();
        for (first, (start, _)) in words.iter().enumerate() {
            for length in &self.lengths {
                let Some((last, word)) = words.get(first + length - 1) else { continue };
                let range = *start..last + word.len();
                findings.extend(self.judge(passage, range));
            }
        }
        findings
    }

    fn judge(&self, passage: &Passage<'_>, range: std::ops::Range<usize>) -> Option<Diagnostic> {
        let shown = passage.words.get(range.clone())?;
        let written = lower(shown);
        let bare = fold(&written);
        let (term, spellings) = self.known.get(&bare)?;
        if spellings.contains(&spelling(&written)) || bare == written {
            return None;
        }
        let message =
            words!("“{shown}” is spelt otherwise than the term “{term}”", "“{shown}” viết khác thuật ngữ “{term}”");
        let help = words!(
            "write “{term}”, or add this spelling to its aliases",
            "hãy viết “{term}”, hoặc thêm cách viết này vào aliases"
        );
        Some(passage.finding(range, Diagnostic::warning(codes::TERM_SPELLING, message).help(help)))
    }
}
