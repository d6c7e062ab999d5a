//! The glossary as a thesaurus: a page that uses one name of a thing is found by its others.
//!
//! Owns which names are one: a term, its abbreviations and other spellings, and its names in other languages. All
//! but the last are looked for in texts, abbreviations only as they are written (“AI” is a term, “ai” is
//! not). The work is done at build, so that a query loads one list and no dictionary.

use std::collections::HashMap;

use super::analysis::{Role, Token, Vocabulary};
use crate::book::model::Term;
use crate::i18n::fold::{fold, lower};

/// A glossary entry.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Synonym {
    /// Every name: as a query may have it.
    pub names: Vec<String>,
    /// Those of the book's own language: what is marked in texts.
    pub shown: Vec<String>,
}

/// Finds glossary entries in texts.
#[derive(Debug, Default)]
pub struct Finder {
    /// First word → names that begin with it, longest first.
    names: HashMap<u32, Vec<Name>>,
}

#[derive(Debug)]
struct Name {
    entry: usize,
    words: Vec<u32>,
    /// The abbreviation as a word of its own, and how it is written.
    verbatim: Option<(u32, String)>,
}

/// The entries of a glossary that have more than one name.
#[must_use]
pub fn synonyms(glossary: &[Term]) -> Vec<Synonym> {
    let entry = |term: &Term| {
        let own = std::iter::once(&term.term.text).chain(&term.abbreviations).chain(&term.aliases);
        let shown: Vec<String> = own.map(|name| bare(name)).filter(|name| !name.is_empty()).collect();
        let mut names = shown.clone();
        for name in term.translations.values().map(|name| bare(name)) {
            if !name.is_empty() && !names.contains(&name) {
                names.push(name);
            }
        }
        Synonym { names, shown }
    };
    glossary.iter().map(entry).filter(|entry| entry.names.len() > 1).collect()
}

/// A name without what stands in brackets.
fn bare(name: &str) -> String {
    name.split(['(', '（']).next().unwrap_or_default().trim().to_owned()
}

/// An abbreviation: capitals, none of which a sentence would begin with.
pub fn is_verbatim(name: &str) -> bool {
    let capitals = name.chars().filter(|c| c.is_uppercase()).count();
    capitals > 1 && name.chars().all(char::is_alphanumeric) && fold(&lower(name)) != name
}

impl Finder {
    /// A finder whose words are those of a vocabulary.
    pub fn new(entries: &[Synonym], vocabulary: &mut Vocabulary) -> Self {
        let mut finder = Self::default();
        for (entry, synonym) in entries.iter().enumerate() {
            for shown in &synonym.shown {
                let tokens = vocabulary.tokens(shown);
                let words: Vec<u32> = tokens.iter().filter(|t| t.role != Role::Whole).map(|t| t.word).collect();
                let verbatim = is_verbatim(shown).then(|| (vocabulary.verbatim(shown), shown.clone()));
                if let Some(first) = words.first() {
                    finder.names.entry(*first).or_default().push(Name { entry, words, verbatim });
                }
            }
        }
        for names in finder.names.values_mut() {
            names.sort_by_key(|name| std::cmp::Reverse(name.words.len()));
        }
        finder
    }

    /// The entries in a line of tokens. An abbreviation that stands there becomes a word of its own.
    pub fn find(&self, text: &str, tokens: &mut [Token]) -> Vec<usize> {
        let mut found = Vec::new();
        if self.names.is_empty() {
            return found;
        }
        let places: Vec<usize> = (0..tokens.len()).filter(|at| tokens[*at].role != Role::Whole).collect();
        for from in 0..places.len() {
            let Some(names) = self.names.get(&tokens[places[from]].word) else { continue };
            for name in names {
                let Some(run) = places.get(from..from + name.words.len()) else { continue };
                if !run.iter().zip(&name.words).all(|(at, word)| tokens[*at].word == *word) {
                    continue;
                }
                if let Some((word, written)) = &name.verbatim {
                    let token = &mut tokens[places[from]];
                    if text[token.place.0..token.place.1] != *written.as_str() {
                        continue;
                    }
                    if !token.part {
                        token.word = *word;
                    }
                }
                found.push(name.entry);
                break;
            }
        }
        found
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn found(text: &str) -> Vec<usize> {
        let term = |term: &str, abbreviations: &[&str], aliases: &[&str]| Term {
            id: String::new(),
            term: term.into(),
            definition: "".into(),
            abbreviations: abbreviations.iter().map(|a| (*a).to_owned()).collect(),
            aliases: aliases.iter().map(|a| (*a).to_owned()).collect(),
            aliases_lang: String::new(),
            translations: [("en".to_owned(), format!("{term} (en)"))].into(),
            link: true,
        };
        let glossary = [term("thông tin đối ngoại", &["TTĐN"], &[]), term("trí tuệ nhân tạo", &["AI"], &["máy học"])];
        let mut vocabulary = Vocabulary::default();
        let finder = Finder::new(&synonyms(&glossary), &mut vocabulary);
        let mut tokens = vocabulary.tokens(text);
        finder.find(text, &mut tokens)
    }

    #[test]
    fn every_name_is_found_and_abbreviations_only_as_written() {
        assert_eq!(found("Công tác Thông tin đối ngoại và TTĐN"), [0, 0]);
        assert_eq!(found("ai dùng AI, ai không"), [1]);
        assert_eq!(found("Máy học"), [1]);
        assert!(found("thông tin, ngoại").is_empty());
    }
}
