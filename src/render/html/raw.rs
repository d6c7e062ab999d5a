//! Raw HTML among what we wrote ourselves.
//!
//! An author's element may start in one block of raw HTML and end in another, with Markdown between. So raw
//! HTML is sanitised in whole runs of siblings, in which everything of ours is swapped for an empty element
//! that carries a number. What comes back is balanced, and what is ours was never touched.

use std::collections::{BTreeSet, HashMap, HashSet};
use std::sync::{Arc, Mutex};

use super::context::RawHtml;
use super::writer::Writer;
use crate::base::Hash;
use crate::content::markdown::generated::Generated;
use crate::content::markdown::ids::is_reserved;
use crate::content::markdown::tree::{Block, BlockKind, Inline, Tree};

/// The attribute by which our own pieces are known. An author's is dropped.
const PIECE: &str = "data-piece";

/// Elements that may stand in a line.
const INLINE: [&str; 31] = [
    "a", "abbr", "b", "bdi", "bdo", "br", "cite", "code", "data", "del", "dfn", "em", "i", "img", "ins", "kbd", "mark",
    "q", "rp", "rt", "ruby", "s", "samp", "small", "span", "strong", "sub", "sup", "time", "var", "wbr",
];

/// Elements that may stand among blocks, besides those.
const BLOCK: [&str; 33] = [
    "article",
    "aside",
    "blockquote",
    "caption",
    "col",
    "colgroup",
    "dd",
    "details",
    "div",
    "dl",
    "dt",
    "figcaption",
    "figure",
    "h1",
    "h2",
    "h3",
    "h4",
    "h5",
    "h6",
    "hr",
    "li",
    "ol",
    "p",
    "pre",
    "section",
    "summary",
    "table",
    "tbody",
    "td",
    "tfoot",
    "th",
    "thead",
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

/// The sanitisers, set up once a page that needs them.
pub(super) struct Cleaner {
    blocks: ammonia::Builder<'static>,
    lines: ammonia::Builder<'static>,
}

/// The anchors of a page that are taken: an author's element may not take one again.
type Taken = Arc<Mutex<BTreeSet<String>>>;

impl Cleaner {
    fn new(tree: &Tree) -> Self {
        let mut ids = BTreeSet::new();
        taken(&tree.blocks, &mut ids);
        tree.footnotes.iter().for_each(|note| taken(&note.blocks, &mut ids));
        let ids = Arc::new(Mutex::new(ids));
        let blocks = BLOCK.into_iter().chain(INLINE).chain(["u", "ul"]).collect();
        let lines = INLINE.into_iter().chain(["u"]).collect();
        Self { blocks: builder(blocks, Arc::clone(&ids)), lines: builder(lines, ids) }
    }
}

/// Gathers the anchors of blocks.
fn taken(blocks: &[Block], ids: &mut BTreeSet<String>) {
    for block in blocks {
        ids.extend(block.attributes.id.iter().chain(&block.attributes.id_aliases).cloned());
        match &block.kind {
            BlockKind::List { items, .. } => items.iter().for_each(|item| taken(&item.blocks, ids)),
            BlockKind::Definitions(list) => list.iter().flat_map(|d| &d.definitions).for_each(|b| taken(b, ids)),
            BlockKind::Quote(blocks) | BlockKind::Alert { blocks, .. } => taken(blocks, ids),
            BlockKind::Clauses(clauses) => {
                ids.extend(clauses.iter().filter_map(|clause| clause.id.clone()));
                clauses.iter().for_each(|clause| taken(&clause.blocks, ids));
            }
            BlockKind::Directive(directive) => {
                taken(&directive.blocks, ids);
                match &directive.generated {
                    Some(Generated::Sources(lines)) => ids.extend(lines.iter().map(|line| line.id.clone())),
                    Some(Generated::Glossary(lines)) => ids.extend(lines.iter().map(|line| line.id.clone())),
                    Some(Generated::Statistic(card)) => ids.extend([card.id.clone()]),
                    Some(Generated::Documents(_) | Generated::Elements(_)) | None => {}
                }
            }
            _ => {}
        }
    }
}

fn builder(tags: HashSet<&'static str>, ids: Taken) -> ammonia::Builder<'static> {
    let mut builder = ammonia::Builder::empty();
    let attributes = ATTRIBUTES.iter().filter(|(tag, _)| tags.contains(tag));
    let attributes: HashMap<_, HashSet<_>> =
        attributes.map(|(tag, names)| (*tag, names.iter().copied().collect())).collect();
    builder
        .tags(tags)
        .clean_content_tags(HashSet::from(["script", "style"]))
        .generic_attributes(HashSet::from(["id", "class", "lang", "dir", "title"]))
        .tag_attributes(attributes)
        .url_schemes(HashSet::from(["http", "https", "mailto", "tel"]))
        .link_rel(Some("noopener"))
        .attribute_filter(move |_, name, value| kept(name, value, &ids).then(|| value.into()));
    builder
}

/// Attributes of authors keep to plain names, and may not pose as a piece of ours.
fn kept(name: &str, value: &str, ids: &Taken) -> bool {
    let plain = |c: char| c.is_alphanumeric() || matches!(c, '-' | '_' | '.');
    match name {
        PIECE => true,
        _ if value.contains(PIECE) => false,
        "id" if is_reserved(value) => false,
        "id" if value.is_empty() || !value.chars().all(plain) => false,
        "id" => ids.lock().is_ok_and(|mut ids| ids.insert(value.to_owned())),
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
        let cleaner = self.cleaner.get_or_insert_with(|| Cleaner::new(self.tree));
        let builder = if run.element == "div" { &cleaner.blocks } else { &cleaner.lines };
        let source = if nests_too_deep(&run.source) { &run.ours() } else { &run.source };
        let clean = builder.clean(source).to_string();
        run.put_back(&clean, &mut self.out);
    }
}

/// Whether elements are opened inside each other so often that the parser's time would grow with the square.
fn nests_too_deep(html: &str) -> bool {
    const LIMIT: usize = 256;
    /// Elements that hold nothing, or that the next of their kind closes.
    const FLAT: [&str; 14] = ["br", "img", "hr", "wbr", "col", "p", "li", "td", "th", "tr", "dt", "dd", "rp", "rt"];
    let mut open: Vec<String> = Vec::new();
    for tag in html.split('<').skip(1) {
        let name = tag.trim_start_matches('/').chars().take_while(char::is_ascii_alphanumeric);
        let name: String = name.map(|c| c.to_ascii_lowercase()).collect();
        if name.is_empty() || FLAT.contains(&name.as_str()) {
            continue;
        }
        if !tag.starts_with('/') {
            open.push(name);
        } else if open.last() == Some(&name) {
            open.pop();
        }
        if open.len() > LIMIT {
            return true;
        }
    }
    false
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
        self.source.push_str(&self.stand_in(self.pieces.len()));
        self.pieces.push(html);
    }

    /// The run without its author's HTML.
    fn ours(&self) -> String {
        (0..self.pieces.len()).map(|number| self.stand_in(number)).collect()
    }

    fn stand_in(&self, number: usize) -> String {
        let (element, key) = (self.element, &self.key);
        format!("<{element} {PIECE}=\"{key}:{number}\"></{element}>")
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
