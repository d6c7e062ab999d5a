//! The letters of a document, and where each is first met: what its fonts must show.

use std::collections::BTreeMap;

use crate::base::Place;

/// Letters beyond ASCII, which every font has.
#[derive(Clone, Debug, Default)]
pub struct Glyphs(BTreeMap<char, Option<Place>>);

impl Glyphs {
    /// Notes the letters of a text that stands at `place`.
    pub fn note(&mut self, text: &str, place: impl Fn() -> Option<Place>) {
        for c in text.chars().filter(|c| !c.is_ascii() && !is_invisible(*c)) {
            self.0.entry(c).or_insert_with(&place);
        }
    }

    /// Notes the letters of what stands after all that is noted.
    pub(super) fn extend(&mut self, other: &Self) {
        for (c, place) in &other.0 {
            self.0.entry(*c).or_insert_with(|| place.clone());
        }
    }

    /// All letters in their order.
    pub fn iter(&self) -> impl Iterator<Item = (char, Option<&Place>)> {
        self.0.iter().map(|(c, place)| (*c, place.as_ref()))
    }
}

/// Spaces and marks that no font need have.
fn is_invisible(c: char) -> bool {
    c.is_whitespace()
        || matches!(c, '\u{ad}' | '\u{200b}'..='\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2060}'..='\u{2069}' | '\u{fe00}'..='\u{fe0f}')
}
