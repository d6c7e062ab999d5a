//! An entry as it stands in a shard.
//!
//! Owns what is read of it and written to it; its form is that of `files`.

use std::fmt::Write;

use crate::render::search::encode;
use crate::render::search::postings::Posting;

/// `surface|postings`, then what else is said, then where its pairs are.
#[derive(Clone, Debug, PartialEq)]
pub struct Line(String);

impl Line {
    /// An entry as it was published; `None` for what is none.
    pub fn read(text: &str) -> Option<Self> {
        text.contains('|').then(|| Self(text.to_owned()))
    }

    /// A new entry.
    pub fn new(surface: &str, postings: &[Posting], rest: &str) -> Self {
        let mut text = format!("{surface}|");
        encode::postings(postings.iter().copied(), &mut text);
        text.push_str(rest);
        Self(text)
    }

    /// The whole entry.
    pub fn text(&self) -> &str {
        &self.0
    }

    /// As a reader would write it.
    pub fn surface(&self) -> &str {
        self.parts().0
    }

    fn parts(&self) -> (&str, &str) {
        self.0.split_once('|').unwrap_or((&self.0, ""))
    }

    /// The documents, as text.
    pub fn postings(&self) -> &str {
        let (_, more) = self.parts();
        more.find('|').map_or(more, |end| &more[..end])
    }

    /// What else is said of it, and where its pairs are.
    fn rest(&self) -> (&str, &str) {
        let (_, more) = self.parts();
        let rest = more.find('|').map_or("", |at| &more[at..]);
        rest.rsplit_once("|>").unwrap_or((rest, ""))
    }

    /// The names of a glossary entry, where this is one.
    pub fn names(&self) -> Option<&str> {
        self.rest().0.split_once("|@").map(|(_, names)| names)
    }

    /// Whether it names other forms of the word.
    pub fn has_kin(&self) -> bool {
        self.rest().0.contains("|=")
    }

    /// Where its pairs are.
    pub fn pointer(&self) -> &str {
        self.rest().1
    }

    /// Tells it where its pairs are.
    pub fn point(&mut self, pointer: &str) {
        let (rest, old) = self.rest();
        if old != pointer {
            let length = self.0.len() - if old.is_empty() { 0 } else { 2 + old.len() };
            debug_assert!(self.0[..length].ends_with(rest));
            self.0.truncate(length);
            if !pointer.is_empty() {
                // Writing to a text does not fail.
                let _ = write!(self.0, "|>{pointer}");
            }
        }
    }

    /// Whether no document has it.
    pub fn is_empty(&self) -> bool {
        self.postings().is_empty()
    }

    /// Its postings in some documents, given by rising numbers.
    pub fn within(&self, numbers: &[u32]) -> Vec<Posting> {
        let Some(last) = numbers.last() else { return Vec::new() };
        let known = encode::read(self.postings()).take_while(|posting| posting.document() <= *last);
        known.filter(|posting| numbers.binary_search(&posting.document()).is_ok()).collect()
    }

    /// Gives it other postings in some documents.
    pub fn put(&mut self, numbers: &[u32], new: &[Posting]) {
        let others = encode::read(self.postings()).filter(|p| numbers.binary_search(&p.document()).is_err());
        let mut all: Vec<Posting> = others.chain(new.iter().copied()).collect();
        all.sort_unstable_by_key(|posting| posting.document());
        let surface = self.surface();
        let mut text = format!("{surface}|");
        encode::postings(all.into_iter(), &mut text);
        text.push_str(&self.0[surface.len() + 1 + self.postings().len()..]);
        self.0 = text;
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_entry_is_read_and_written() {
        let postings: Vec<Posting> = [2, 5, 9].map(|document| Posting::new(document, 3)).into();
        let mut line = Line::new("bờ", &postings, "|!|=ba;bo");
        line.point("7;n");
        let read = Line::read(line.text()).unwrap();
        assert_eq!((read.surface(), read.pointer(), read.names()), ("bờ", "7;n", None));
        assert!(read.has_kin());
        assert_eq!(read.within(&[5, 7]), [postings[1]]);
        line.put(&[5, 7], &[Posting::new(7, 1)]);
        assert_eq!(line.within(&[2, 5, 7, 9]), [postings[0], Posting::new(7, 1), postings[2]]);
        line.point("");
        assert!(line.text().ends_with("|!|=ba;bo"));
        line.point("8");
        assert!(line.text().ends_with("|!|=ba;bo|>8"));
        assert_eq!(Line::new("a b", &postings, "|@a b;c").names(), Some("a b;c"));
    }
}
