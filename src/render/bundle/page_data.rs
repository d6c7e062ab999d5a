//! What the template of the one-file edition sees. Names here are relied on by designers, as in `site/view.rs`.

use serde::Serialize;

/// The file.
#[derive(Serialize)]
pub struct File<'a> {
    pub lang: &'a str,
    pub dir: &'static str,
    pub title: &'a str,
    pub description: &'a str,
    /// Content-Security-Policy, by hashes of what is inside.
    pub policy: String,
    /// Style sheet.
    pub style: String,
    /// Script.
    pub script: String,
    /// The index of the search, as JSON.
    pub data: String,
    pub parts: Vec<Part>,
    pub pages: Vec<Page>,
}

/// A part of the table of contents.
#[derive(Serialize)]
pub struct Part {
    /// With its number; may be empty.
    pub title: String,
    /// Where the title is not in the book's language; else empty.
    pub lang: String,
    pub entries: Vec<Entry>,
}

/// A line of the table of contents: the fields that the component `entries` reads.
#[derive(Default, Serialize)]
pub struct Entry {
    pub title: String,
    pub href: String,
    pub number: String,
    pub lang: String,
    pub description: String,
    pub description_lang: String,
    pub current: bool,
    pub within: bool,
    pub rule_above: bool,
    pub children: Vec<Entry>,
}

/// A page.
#[derive(Serialize)]
pub struct Page {
    pub id: String,
    pub title: String,
    pub title_id: String,
    pub number: String,
    /// Language of the text where it is not the book's; else empty.
    pub lang: String,
    pub dir: &'static str,
    pub part: String,
    pub notices: Vec<String>,
    pub body: String,
    pub previous: Line,
    pub next: Line,
}

/// A link; empty where there is nothing to lead to.
#[derive(Default, Serialize)]
pub struct Line {
    pub title: String,
    pub href: String,
}
