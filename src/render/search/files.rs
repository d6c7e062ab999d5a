//! The index as files: scripts that hand their text to the search script, because a page on a disk may load
//! scripts and nothing else.
//!
//! Owns the folder `<locale>/search/` and its names. `index.js` tells which shard holds a word, by the first
//! fold of each; `w0.js`, `w1.js`, … hold words, `p0.js`, … pairs, `f0.js`, … what is shown of a document.
//! Names are stable, so that a rebuilt site differs in few files.

use serde::Serialize;

use super::document::Document;
use super::encode;
use super::postings::{Entry, Index, LEVELS};
use crate::base::{Artifact, ArtifactKind, RelPath};
use crate::book::model::{Book, Page};
use crate::content::page::PageKind;

/// Length of a shard's text; about 2.5 KB when compressed.
const SHARD: usize = 5_000;

/// What is handed to the search script first.
#[derive(Serialize)]
struct Directory<'a> {
    locale: &'a str,
    /// Number of documents.
    documents: usize,
    /// What a level is worth.
    levels: &'a [f32],
    /// Words in more documents than this have pairs.
    frequent: usize,
    /// First folds of the shards of words, shortened.
    words: String,
    /// The same of pairs.
    pairs: String,
    parts: Vec<Part<'a>>,
    kinds: Vec<&'static str>,
    /// Runs of pages of one part and kind: `[pages, part, kind]`, indexes into the two lists above.
    runs: Vec<[usize; 3]>,
    /// Pages of several documents: `[page, documents]`.
    long: Vec<[usize; 2]>,
}

#[derive(Serialize)]
struct Part<'a> {
    id: String,
    title: &'a str,
    #[serde(skip_serializing_if = "str::is_empty")]
    lang: &'a str,
}

/// What is shown of a document.
#[derive(Serialize)]
struct Fragment<'a> {
    /// Address of the page below the locale's folder.
    h: String,
    /// Title.
    t: &'a str,
    /// Language of the text and its direction, where they are not the book's.
    #[serde(skip_serializing_if = "Option::is_none")]
    l: Option<[&'a str; 2]>,
    /// Number.
    #[serde(skip_serializing_if = "Option::is_none")]
    n: Option<&'a str>,
    /// Titles above it: part, chapters.
    r: Vec<&'a str>,
    /// Anchor, title and text of each section.
    s: Vec<[String; 3]>,
}

/// All files of a book's index.
pub fn files(book: &Book, source: &str, documents: &[Document], index: &Index) -> Vec<Artifact> {
    let folder = format!("{}/search", book.locale.locale);
    let script = |name: &str, payload: String| {
        let path = RelPath::new(&format!("{folder}/{name}.js")).unwrap_or_default();
        let text = format!("camnang.search.take(\"{name}\",{payload});\n");
        Artifact::new(path, ArtifactKind::Asset, text.into_bytes())
    };
    let (words, pairs) = (shards(&index.words), shards(&index.pairs));
    let mut files = vec![script("index", directory(book, source, documents, index, &words, &pairs))];
    for (letter, shards) in [("w", &words), ("p", &pairs)] {
        let named = shards.iter().enumerate();
        files.extend(named.map(|(number, shard)| script(&format!("{letter}{number}"), json(&shard.text))));
    }
    for (number, document) in documents.iter().enumerate() {
        if let Some(page) = book.pages.get(document.page) {
            files.push(script(&format!("f{number}"), json(&fragment(book, page, document))));
        }
    }
    files
}

fn json(value: &impl Serialize) -> String {
    // Maps with keys that are no text are all that cannot be written, and there are none.
    serde_json::to_string(value).unwrap_or_default()
}

struct Shard {
    /// The shortest text that comes after all folds of the shard before it.
    first: String,
    text: String,
}

/// Entries as lines, cut into shards between folds.
fn shards(entries: &[Entry]) -> Vec<Shard> {
    let mut shards: Vec<Shard> = Vec::new();
    let mut before = "";
    for entry in entries {
        match shards.last_mut() {
            Some(shard) if shard.text.len() < SHARD || entry.fold == before => shard.text.push('~'),
            _ => shards.push(Shard { first: separator(before, &entry.fold), text: String::new() }),
        }
        before = &entry.fold;
        if let Some(shard) = shards.last_mut() {
            shard.text.push_str(&entry.surface);
            shard.text.push('|');
            shard.text.push_str(&encode::postings(&entry.postings));
        }
    }
    shards
}

/// The shortest beginning of `next` that is greater than `before`.
fn separator(before: &str, next: &str) -> String {
    let ends = next.char_indices().map(|(at, c)| at + c.len_utf8());
    let shortest = ends.map(|end| &next[..end]).find(|start| *start > before);
    shortest.unwrap_or(next).to_owned()
}

fn directory(
    book: &Book,
    source: &str,
    documents: &[Document],
    index: &Index,
    words: &[Shard],
    pairs: &[Shard],
) -> String {
    let firsts = |shards: &[Shard]| shards.iter().map(|s| s.first.as_str()).collect::<Vec<_>>().join("|");
    let kinds = vec!["chapter", "start", "document", "element"];
    let mut runs: Vec<[usize; 3]> = Vec::new();
    for page in &book.pages {
        let kind = match page.kind {
            PageKind::Chapter => 0,
            PageKind::Start => 1,
            PageKind::Document => 2,
            PageKind::Element => 3,
        };
        match runs.last_mut() {
            Some(run) if run[1..] == [page.part, kind] => run[0] += 1,
            _ => runs.push([1, page.part, kind]),
        }
    }
    let mut long: Vec<[usize; 2]> = Vec::new();
    for group in documents.chunk_by(|a, b| a.page == b.page).filter(|group| group.len() > 1) {
        long.push([group[0].page, group.len()]);
    }
    let parts = book.parts.iter().enumerate().map(|(number, part)| Part {
        id: if part.title.is_empty() { String::new() } else { number.to_string() },
        title: &part.title,
        lang: if part.own { "" } else { source },
    });
    json(&Directory {
        locale: book.locale.locale.as_str(),
        documents: documents.len(),
        levels: &LEVELS,
        frequent: index.frequent,
        words: firsts(words),
        pairs: firsts(pairs),
        parts: parts.collect(),
        kinds,
        runs,
        long,
    })
}

fn fragment<'a>(book: &'a Book, page: &'a Page, document: &Document) -> Fragment<'a> {
    let foreign = page.text_locale != book.locale.locale;
    let part = book.parts.get(page.part).map(|part| part.title.as_str()).filter(|title| !title.is_empty());
    let above = page.ancestors.iter().filter_map(|index| book.pages.get(*index)).map(|page| page.title.as_str());
    let root = RelPath::new(&format!("{}/search.html", book.locale.locale)).unwrap_or_default();
    let lines = |lines: &[(super::text::Weight, String)]| {
        lines.iter().map(|(_, line)| line.as_str()).collect::<Vec<_>>().join("\n")
    };
    Fragment {
        h: root.address_of(&page.path),
        t: &page.title,
        l: foreign.then(|| [page.text_locale.as_str(), page.text_locale.direction().as_str()]),
        n: page.number.as_deref(),
        r: part.into_iter().chain(above).collect(),
        s: document.sections.iter().map(|s| [s.anchor.clone(), s.title.clone(), lines(&s.lines)]).collect(),
    }
}
