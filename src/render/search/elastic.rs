//! The index in elasticlunr's own form, for other tools: `<locale>/search/elasticlunr.json`, written on request.
//!
//! Owns its fields. The pipeline is left empty: elasticlunr.js refuses an index that names a function it does
//! not know, and those that it does know are for English. Its tokeniser cuts a query at spaces and hyphens and
//! makes it small, so the index has every word as it is written, in small letters, and without marks.

use elasticlunr::IndexBuilder;

use super::document::Document;
use super::files::address;
use super::languages::Own;
use crate::base::{Artifact, ArtifactKind, RelPath};
use crate::book::model::Book;

/// The index of a book: a document a page, known by its address below the locale's folder.
pub fn file<'a>(book: &Book, documents: impl Iterator<Item = &'a Document>) -> Artifact {
    let documents: Vec<&Document> = documents.collect();
    let language = Own { code: book.locale.locale.language().to_owned(), filtered: false };
    let mut index =
        IndexBuilder::with_language(Box::new(language)).save_docs(false).add_fields(&["title", "body"]).build();
    for parts in documents.chunk_by(|a, b| a.page == b.page) {
        let Some(page) = book.pages.get(parts[0].page) else { continue };
        index.add_doc(&address(book, page), [page.title.as_str(), &text(parts)]);
    }
    let path = RelPath::new(&format!("{}/search/elasticlunr.json", book.locale.locale)).unwrap_or_default();
    Artifact::new(path, ArtifactKind::Asset, index.to_json().into_bytes())
}

fn text(parts: &[&Document]) -> String {
    let sections = parts.iter().flat_map(|part| &part.sections);
    let lines = sections.flat_map(|s| std::iter::once(&s.title).chain(s.lines.iter().map(|line| &line.text)));
    lines.map(String::as_str).collect::<Vec<_>>().join("\n")
}
