//! What the template of the one-file edition sees. Names here are relied on by designers, as in `site/view.rs`.

use serde::Serialize;

/// The file.
#[derive(Serialize)]
pub struct File<'a> {
    pub lang: &'a str,
    pub dir: &'static str,
    pub title: &'a str,
    pub description: &'a str,
    /// Where the description is not in the book's language; else empty.
    pub description_lang: String,
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
    #[serde(flatten)]
    pub heading: Heading,
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
    /// Language of the title where it is not the text's; else empty.
    pub title_lang: String,
    pub title_id: String,
    pub number: String,
    /// Language of the text where it is not the book's; else empty.
    pub lang: String,
    pub dir: &'static str,
    /// The part it belongs to.
    pub part: Heading,
    pub notices: Vec<String>,
    pub body: String,
    pub previous: Line,
    pub next: Line,
}

/// What a part is called.
#[derive(Default, Serialize)]
pub struct Heading {
    /// “Part II”; may be empty.
    pub label: String,
    /// May be empty.
    pub title: String,
    /// Language of the title where it is not the book's; else empty.
    pub lang: String,
}

/// A link; empty where there is nothing to lead to.
#[derive(Default, Serialize)]
pub struct Line {
    pub title: String,
    /// Language of the title where it is not the book's; else empty.
    pub lang: String,
    pub href: String,
}
