//! Messages of drawings and tables.
//!
//! Owns their context: the file, for the same words may need another translation where room is scarce.

use std::collections::BTreeMap;
use std::sync::Arc;

use rayon::prelude::*;

use super::Catalog;
use super::messages::{Occurrence, Scope};
use crate::base::{Locale, Place, RelPath, Source, Span};
use crate::content::Content;
use crate::content::attached::is_drawing;
use crate::i18n::po::joined;

/// A word of a file.
pub(super) struct Word<'c> {
    /// The message, its context included.
    pub id: String,
    path: &'c RelPath,
    source: &'c Source,
    span: Span,
    comments: Vec<String>,
}

impl Word<'_> {
    pub(super) fn occurrence(&self) -> Occurrence<'_> {
        let Place { path, line, .. } = self.source.place(self.span);
        Occurrence { id: &self.id, path, line, comments: &self.comments, scope: Scope::Attached(self.path) }
    }
}

/// The words of every file that the source's pages use.
pub(super) fn of(content: &Content) -> Vec<Word<'_>> {
    let words = content.attached.iter().flat_map(|(path, file)| {
        // A drawing's lines do not wrap.
        let hint = is_drawing(path).then(|| "Words in a drawing: keep them about as short.".to_owned());
        let comments: Vec<String> = hint.into_iter().collect();
        file.words.iter().map(move |(text, span)| Word {
            id: joined(path.as_str(), text),
            path,
            source: &file.source,
            span: *span,
            comments: comments.clone(),
        })
    });
    words.collect()
}

/// What catalogs make of the words of each file that a locale has not itself.
pub(super) fn words(
    content: &Content,
    catalogs: &BTreeMap<Locale, Arc<Catalog>>,
) -> BTreeMap<Locale, BTreeMap<RelPath, BTreeMap<String, String>>> {
    let of = |locale: &Locale, catalog: &Catalog| {
        let files = content.attached.iter().filter(|(path, _)| !content.has_own(locale, path));
        let words = files.map(|(path, file)| {
            let found = file.words.iter().filter_map(|(text, _)| {
                let translation = catalog.find(&joined(path.as_str(), text))?;
                Some((text.clone(), translation.split_whitespace().collect::<Vec<_>>().join(" ")))
            });
            (path.clone(), found.collect::<BTreeMap<_, _>>())
        });
        words.filter(|(_, words)| !words.is_empty()).collect()
    };
    catalogs.par_iter().map(|(locale, catalog)| (locale.clone(), of(locale, catalog))).collect()
}
