//! The page of search results, and the words that the search script shows.
//!
//! Owns what a page tells the script: where it is, where the index is, in which words to speak. The index itself
//! is another renderer's work; without JavaScript the page leads to the index from A to Z.

use std::cmp::Reverse;
use std::collections::{BTreeMap, BTreeSet};

use percent_encoding::{NON_ALPHANUMERIC, utf8_percent_encode};

use super::frame::Frame;
use super::head::about;
use super::links::Links;
use super::view::{Line, View};
use crate::base::{Artifact, ArtifactKind, RelPath};
use crate::i18n::ui::Value;

/// Words offered to be searched for.
const OFFERED: usize = 12;

/// What the script says, without variables.
const WORDS: [&str; 25] = [
    "search-close",
    "search-failed",
    "search-more",
    "search-part",
    "search-kind",
    "search-any",
    "search-kind-chapter",
    "search-kind-document",
    "search-kind-element",
    "search-kind-start",
    "search-recent",
    "search-forget",
    "search-suggestions",
    "search-tips",
    "search-tip-fewer",
    "search-tip-marks",
    "search-tip-numbers",
    "search-keys",
    "search-results",
    "marks-label",
    "marks-none",
    "marks-previous",
    "marks-next",
    "marks-close",
    "index-title",
];

/// What it says with variables, which it fills in itself.
const SENTENCES: [(&str, &[&str]); 4] = [
    ("search-count", &["count"]),
    ("search-none", &["query"]),
    ("search-all", &["count"]),
    ("marks-count", &["at", "count"]),
];

/// The page's path and view.
pub fn view(frame: &Frame<'_>) -> (RelPath, View) {
    let path = frame.facts.search.clone();
    let links = Links::From(path.clone());
    let mut view = frame.view(&links);
    let title = frame.strings.text("search", &[]);
    view.head.title = format!("{title} · {}", frame.book.locale.title);
    view.head.description = about(frame, &frame.strings.text("search-field", &[]));
    view.languages = frame.languages(&links, |_, facts| facts.search.clone());
    view.head.sheets = super::head::sheet(frame, &links, "search").into_iter().collect();
    view.terms = terms(frame);
    view.contents = super::start::parts(frame, &links);
    (path, view)
}

/// What to search for, offered before anybody has typed: words of the index that most pages have, then terms of the
/// glossary; in the book's language.
fn terms(frame: &Frame<'_>) -> Vec<Line> {
    let locale = &frame.book.locale.locale;
    let mut pages: BTreeMap<&str, usize> = BTreeMap::new();
    for page in &frame.book.pages {
        let own = |lang: Option<&str>| lang.unwrap_or(page.text_locale.as_str()) == locale.as_str();
        let marked = page.index_terms.iter().filter(|term| own(term.lang.as_deref()));
        for word in marked.map(|term| term.entry.as_str()).collect::<BTreeSet<_>>() {
            *pages.entry(word).or_default() += 1;
        }
    }
    let mut marked: Vec<(&str, usize)> = pages.into_iter().collect();
    marked.sort_by_key(|(_, pages)| Reverse(*pages));
    let glossary = frame.book.glossary.iter().filter(|term| term.term.lang == locale.as_str());
    let mut words: Vec<&str> = Vec::new();
    for word in marked.into_iter().map(|(word, _)| word).chain(glossary.map(|term| term.term.as_str())) {
        if !words.iter().any(|known| known.to_lowercase() == word.to_lowercase()) {
            words.push(word);
        }
        if words.len() == OFFERED {
            break;
        }
    }
    let encoded = |word: &str| utf8_percent_encode(word, NON_ALPHANUMERIC).to_string();
    let line = |word: &str| Line { title: word.to_owned(), href: format!("#q={}", encoded(word)), ..Line::default() };
    words.into_iter().map(line).collect()
}

/// The folder of a book's search data.
pub fn folder(frame: &Frame<'_>) -> RelPath {
    RelPath::new(&format!("{}/search", frame.book.locale.locale)).unwrap_or_default()
}

/// The script's words in the book's language, as a script, because `file://` forbids reading anything else.
pub fn words(frame: &Frame<'_>) -> Option<Artifact> {
    let path = folder(frame).join("words.js").ok()?;
    let mut words: BTreeMap<&str, String> = WORDS.iter().map(|key| (*key, frame.strings.text(key, &[]))).collect();
    for (key, names) in SENTENCES {
        let marked: Vec<(&str, String)> = names.iter().map(|name| (*name, format!("{{{name}}}"))).collect();
        let args: Vec<(&str, Value<'_>)> = marked.iter().map(|(name, mark)| (*name, Value::Text(mark))).collect();
        words.insert(key, frame.strings.text(key, &args));
    }
    words.insert("index-page", frame.facts.index.name().to_owned());
    let json = serde_json::to_string(&words).ok()?;
    let script = format!("camnang.search.take(\"words\",{json})\n");
    Some(Artifact::new(path, ArtifactKind::Asset, script.into_bytes()))
}
