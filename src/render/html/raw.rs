//! Raw HTML among what we wrote ourselves.
//!
//! An author's element may start in one block of raw HTML and end in another, with Markdown between. So raw
//! HTML is sanitised in whole runs of siblings, in which everything of ours is swapped for an empty element
//! that carries a number. What comes back is balanced, and what is ours was never touched.

use std::collections::{HashMap, HashSet};

use super::context::RawHtml;
use super::writer::Writer;
use crate::base::Hash;
use crate::content::markdown::tree::{Block, BlockKind, Inline};

/// The attribute by which our own pieces are known. An author's is dropped.
const PIECE: &str = "data-piece";

const TAGS: [&str; 62] = [
    "a",
    "abbr",
    "article",
    "aside",
    "b",
    "bdi",
    "bdo",
    "blockquote",
    "br",
    "caption",
    "cite",
    "code",
    "col",
    "colgroup",
    "data",
    "dd",
    "del",
    "details",
    "dfn",
    "div",
    "dl",
    "dt",
    "em",
    "figcaption",
    "figure",
    "h1",
    "h2",
    "h3",
    "h4",
    "h5",
    "h6",
    "hr",
    "i",
    "img",
    "ins",
    "kbd",
    "li",
    "mark",
    "ol",
    "p",
    "pre",
    "q",
    "rp",
    "rt",
    "ruby",
    "s",
    "samp",
    "section",
    "small",
    "span",
    "strong",
    "sub",
    "summary",
    "sup",
    "table",
    "tbody",
    "td",
    "tfoot",
    "th",
    "thead",
    "time",
    "tr",
];

/// Attributes of single elements; `id`, `class`, `lang`, `dir`, `title` may stand on all.
const ATTRIBUTES: [(&str, &[&str]); 15] = [
    ("a", &["href"]),
    ("blockquote", &["cite"]),
    ("col", &["span"]),
    ("colgroup", &["span"]),
    ("data", &["value"]),
    ("del", &["datetime"]),
    ("details", &["open"]),
    ("div", &[PIECE]),
    ("img", &["alt", "height", "src", "width"]),
    ("ins", &["datetime"]),
    ("ol", &["reversed", "start"]),
    ("span", &[PIECE]),
    ("td", &["colspan", "rowspan"]),
    ("th", &["colspan", "rowspan", "scope"]),
    ("time", &["datetime"]),
];

/// The sanitiser, set up once a page that needs it.
pub(super) struct Cleaner {
    builder: ammonia::Builder<'static>,
}

impl Cleaner {
    fn new() -> Self {
        let mut builder = ammonia::Builder::empty();
        let extra = ["u", "ul", "var", "wbr"];
        builder
            .tags(TAGS.into_iter().chain(extra).collect())
            .clean_content_tags(HashSet::from(["script", "style"]))
            .generic_attributes(HashSet::from(["id", "class", "lang", "dir", "title"]))
            .tag_attributes(
                ATTRIBUTES.iter().map(|(t, a)| (*t, a.iter().copied().collect())).collect::<HashMap<_, _>>(),
            )
            .url_schemes(HashSet::from(["http", "https", "mailto", "tel"]))
            .link_rel(Some("noopener"))
            .attribute_filter(|_, name, value| kept(name, value).then(|| value.into()));
        Self { builder }
    }
}

/// Attributes of authors keep to plain names, and may not pose as a piece of ours.
fn kept(name: &str, value: &str) -> bool {
    let plain = |c: char| c.is_alphanumeric() || matches!(c, '-' | '_' | '.');
    match name {
        PIECE => true,
        _ if value.contains(PIECE) => false,
        "id" => !value.is_empty() && value.chars().all(plain),
        "class" => value.chars().all(|c| plain(c) || c == ' '),
        _ => true,
    }
}

impl Writer<'_> {
    /// Writes blocks, raw HTML among them.
    pub(super) fn blocks(&mut self, blocks: &[Block]) {
        let is_html = |b: &Block| matches!(b.kind, BlockKind::Html(_));
        let (Some(first), Some(last), RawHtml::Sanitise) =
            (blocks.iter().position(is_html), blocks.iter().rposition(is_html), self.context.raw_html)
        else {
            return blocks.iter().for_each(|block| self.block(block));
        };
        blocks[..first].iter().for_each(|block| self.block(block));
        let mut run = Run::new(
            "div",
            blocks.iter().filter_map(|b| match &b.kind {
                BlockKind::Html(html) => Some(html.as_str()),
                _ => None,
            }),
        );
        for block in &blocks[first..=last] {
            match &block.kind {
                BlockKind::Html(html) => run.source.push_str(html),
                _ => run.piece(self.capture(|w| w.block(block))),
            }
        }
        self.clean(run);
        blocks[last + 1..].iter().for_each(|block| self.block(block));
    }

    /// Writes inlines, raw HTML among them.
    pub(super) fn inlines(&mut self, inlines: &[Inline]) {
        let html = |inline: &'_ Inline| matches!(inline, Inline::Html(_));
        if self.context.raw_html == RawHtml::Pass || !inlines.iter().any(html) {
            return inlines.iter().for_each(|inline| self.inline(inline));
        }
        let mut run = Run::new(
            "span",
            inlines.iter().filter_map(|i| match i {
                Inline::Html(html) => Some(html.as_str()),
                _ => None,
            }),
        );
        for inline in inlines {
            match inline {
                Inline::Html(html) => run.source.push_str(html),
                _ => run.piece(self.capture(|w| w.inline(inline))),
            }
        }
        self.clean(run);
    }

    fn clean(&mut self, run: Run) {
        let cleaner = self.cleaner.get_or_insert_with(Cleaner::new);
        let clean = cleaner.builder.clean(&run.source).to_string();
        run.put_back(&clean, &mut self.out);
    }
}

/// Siblings with raw HTML among them.
struct Run {
    element: &'static str,
    /// Made from the run's raw HTML, which therefore cannot hold it.
    key: String,
    source: String,
    pieces: Vec<String>,
}

impl Run {
    fn new<'h>(element: &'static str, html: impl Iterator<Item = &'h str>) -> Self {
        let all: String = html.collect();
        Self { element, key: Hash::of(all.as_bytes()).hex(), source: String::new(), pieces: Vec::new() }
    }

    fn piece(&mut self, html: String) {
        let (element, key, number) = (self.element, &self.key, self.pieces.len());
        self.source.push_str(&format!("<{element} {PIECE}=\"{key}:{number}\"></{element}>"));
        self.pieces.push(html);
    }

    /// Puts our pieces back into what the sanitiser made. Where an author's element swallowed a stand-in or
    /// turned it into text, the piece still appears, at the latest at the end.
    fn put_back(mut self, clean: &str, out: &mut String) {
        let element = self.element;
        let open = format!("<{element} {PIECE}=\"{}:", self.key);
        let close = format!("\"></{element}>");
        let shown = format!("&lt;{element} {PIECE}=\"{}:", self.key);
        let shown_close = format!("\"&gt;&lt;/{element}&gt;");
        let mut rest = clean;
        while let Some(at) = rest.find(PIECE) {
            let start = |prefix: &str| at.checked_sub(prefix.find(PIECE)?).filter(|i| rest[*i..].starts_with(prefix));
            let found = [(&open, &close), (&shown, &shown_close)]
                .into_iter()
                .find_map(|(open, close)| Some((start(open)?, open.len(), close)));
            let Some((start, length, close)) = found else {
                out.push_str(&rest[..at + PIECE.len()]);
                rest = &rest[at + PIECE.len()..];
                continue;
            };
            out.push_str(&rest[..start]);
            rest = &rest[start + length..];
            let number = rest.len() - rest.trim_start_matches(|c: char| c.is_ascii_digit()).len();
            if let Some(piece) = rest[..number].parse().ok().and_then(|n: usize| self.pieces.get_mut(n)) {
                out.push_str(&std::mem::take(piece));
            }
            rest = &rest[number..];
            rest = rest.strip_prefix(close.as_str()).unwrap_or(rest);
        }
        out.push_str(rest);
        self.pieces.iter().for_each(|lost| out.push_str(lost));
    }
}
