//! What a catalog should hold: each message once, in reading order, with every place that uses it.

use std::collections::HashMap;

use crate::i18n::catalog::messages::{Occurrence, Scope};

/// A message that should be in a catalog.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Wanted {
    /// The message.
    pub id: String,
    /// `path:line` of every use, each once.
    pub references: Vec<String>,
    /// Comments for translators.
    pub comments: Vec<String>,
}

/// The messages of all uses whose place counts.
#[must_use]
pub fn wanted(occurrences: &[Occurrence<'_>], counts: impl Fn(Scope<'_>) -> bool) -> Vec<Wanted> {
    let mut list: Vec<Wanted> = Vec::new();
    let mut places: HashMap<&str, usize> = HashMap::new();
    for of in occurrences.iter().filter(|of| counts(of.scope)) {
        let index = *places.entry(of.id).or_insert_with(|| {
            list.push(Wanted { id: of.id.to_owned(), ..Wanted::default() });
            list.len() - 1
        });
        let Some(message) = list.get_mut(index) else { continue };
        let reference = format!("{}:{}", of.path, of.line);
        // Uses come in the order of files and lines: the same place twice follows itself.
        if message.references.last() != Some(&reference) {
            message.references.push(reference);
        }
        let new = of.comments.iter().filter(|comment| !message.comments.contains(comment));
        message.comments.extend(new.cloned().collect::<Vec<_>>());
    }
    list
}
