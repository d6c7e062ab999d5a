//! What can be known of pages before any is set: about where each place will stand.
//!
//! A document that prints its own page numbers is laid out until they no longer change. Numbers of the right length in
//! the first layout let the second be the last. Owns the guess; what is printed are the pages found in the end.

use std::collections::BTreeMap;

use serde_json::{Map, Value};
use unicode_width::UnicodeWidthStr;

use crate::render::Format;

/// Measured on the shipped handbook, whose guess is then off by less than two pages in most places.
fn letters_a_page(format: Format) -> usize {
    if format == Format::BookA5 { 950 } else { 1410 }
}

/// What nobody reads, by the names of `parts`.
const UNREAD: [&str; 23] = [
    "align", "classes", "columns", "dir", "entry", "form", "id", "ids", "k", "key", "kind", "label", "lang", "listed",
    "name", "of", "part", "path", "plain", "qr", "to", "url", "words",
];
/// The room, in letters, that a row of a table takes beyond its own, and a picture.
const ROW: usize = 20;
const PICTURE: usize = 400;

/// About where each place will stand. Without a form every guess is the same: a guess moves with each letter, and who sets
/// a book again and again begins with the pages it had.
#[derive(Debug, Default)]
pub(super) struct Guess {
    letters_a_page: Option<usize>,
    /// Letters so far.
    filled: usize,
    labels: BTreeMap<String, usize>,
    /// By the key of the index entry.
    marks: BTreeMap<String, Vec<usize>>,
    captions: Map<String, Value>,
}

impl Guess {
    /// Nothing is known yet.
    pub(super) fn new(format: Option<Format>) -> Self {
        Self { letters_a_page: format.map(letters_a_page), ..Self::default() }
    }

    /// Takes in what is known of what stands after all that is here, where every guess is the same.
    pub(super) fn extend(&mut self, other: &Self) {
        self.labels.extend(other.labels.iter().map(|(label, page)| (label.clone(), *page)));
        for (entry, pages) in &other.marks {
            self.marks.entry(entry.clone()).or_default().extend(pages);
        }
        for (kind, captions) in &other.captions {
            let all = self.captions.entry(kind.as_str()).or_insert_with(|| Value::Array(Vec::new()));
            let new = captions.as_array().into_iter().flatten().cloned();
            all.as_array_mut().into_iter().for_each(|all| all.extend(new.clone()));
        }
    }

    /// Whether a label is known.
    pub(super) fn knows(&self, label: &str) -> bool {
        self.labels.contains_key(label)
    }

    /// What the lists of tables and figures will hold.
    pub(super) fn captions(&mut self) -> Value {
        std::mem::take(&mut self.captions).into()
    }

    fn page(&self) -> usize {
        self.letters_a_page.map_or(1, |letters| self.filled / letters + 1)
    }

    /// Reads a division. Parts and chapters open right-hand pages.
    pub(super) fn division(&mut self, division: &Value) {
        let is_part = kind(division) == "part";
        if is_part || division.get("depth").and_then(Value::as_u64) == Some(0) {
            self.filled = self.letters_a_page.map_or(0, |letters| self.filled.next_multiple_of(2 * letters));
        }
        if is_part {
            self.filled += self.letters_a_page.unwrap_or_default();
        } else {
            self.read(division);
        }
    }

    fn read(&mut self, value: &Value) {
        match value {
            Value::String(text) => self.filled += text.width(),
            Value::Array(items) => items.iter().for_each(|item| self.read(item)),
            Value::Object(node) => {
                let page = self.page();
                let ids = node.get("ids").and_then(Value::as_array).into_iter().flatten();
                self.labels.extend(ids.filter_map(Value::as_str).map(|id| (id.to_owned(), page)));
                self.known(value);
                node.iter()
                    .filter(|(name, _)| !UNREAD.contains(&name.as_str()))
                    .for_each(|(_, inner)| self.read(inner));
            }
            _ => {}
        }
    }

    /// Nodes that are more than their letters.
    fn known(&mut self, node: &Value) {
        let list = |name: &str| node.get(name).and_then(Value::as_array).filter(|list| !list.is_empty());
        match kind(node) {
            "index" => {
                let page = self.page();
                self.marks.entry(text(node, "entry")).or_default().push(page);
            }
            "table" => list("rows").into_iter().flatten().for_each(|_| self.filled += ROW),
            "figure" => self.filled += PICTURE,
            _ => {}
        }
        if let (kind @ ("table" | "figure"), Some(caption)) = (kind(node), list("caption")) {
            let captions = self.captions.entry(kind).or_insert_with(|| Value::Array(Vec::new()));
            captions.as_array_mut().into_iter().for_each(|all| all.push(caption.clone().into()));
        }
    }

    /// Notes at references and lists of pages the pages they will about name, as `near`.
    pub(super) fn tell(&self, value: &mut Value) {
        match value {
            Value::Array(items) => items.iter_mut().for_each(|item| self.tell(item)),
            Value::Object(node) => {
                let leads = node.get("k").and_then(Value::as_str) == Some("ref") || node.contains_key("title");
                let near = node.get("to").and_then(Value::as_str).map(|to| self.labels.get(to).copied().unwrap_or(10));
                if let (true, Some(near)) = (leads, near) {
                    node.insert("near".to_owned(), near.to_string().into());
                }
                node.values_mut().for_each(|inner| self.tell(inner));
            }
            _ => {}
        }
    }

    /// The same at entries of the index: a page stands once in each.
    pub(super) fn index(&self, letters: &mut Value) {
        let letters = letters.as_array_mut().into_iter().flatten();
        let entries = letters.filter_map(|letter| letter.get_mut("entries")?.as_array_mut()).flatten();
        entries.filter_map(Value::as_object_mut).for_each(|entry| self.entry(entry));
    }

    fn entry(&self, entry: &mut Map<String, Value>) {
        let key = entry.get("key").and_then(Value::as_str).unwrap_or_default();
        let mut pages = self.marks.get(key).cloned().unwrap_or_else(|| vec![10]);
        pages.dedup();
        let near: Vec<Value> = pages.iter().map(|page| page.to_string().into()).collect();
        entry.insert("near".to_owned(), near.into());
    }
}

fn kind(node: &Value) -> &str {
    node.get("k").and_then(Value::as_str).unwrap_or_default()
}

fn text(node: &Value, name: &str) -> String {
    node.get(name).and_then(Value::as_str).unwrap_or_default().to_owned()
}
