//! Writing fields into a file's front matter, every other byte left as it is.
//!
//! Owns where a field is put. The file is taken as its bytes say, with its byte order mark and line ends.

use std::ops::Range;
use std::sync::Arc;

use super::value::{Entry, Value};
use super::{Head, Notation, find, toml, yaml};
use crate::base::{RelPath, Source};

/// A field to write: its name and its value, as TOML and as YAML write it.
#[derive(Clone, Debug)]
pub struct Field<'a> {
    /// The key.
    pub key: &'a str,
    /// The value, with quotes if it needs them.
    pub value: String,
}

/// The file with these fields in its front matter: values that are there are replaced, others are added above
/// the first table. `None` when the front matter is never closed.
#[must_use]
pub fn stamp(bytes: &str, fields: &[Field<'_>]) -> Option<String> {
    let raw = bytes.strip_prefix('\u{feff}').unwrap_or(bytes);
    let end = if raw.contains("\r\n") { "\r\n" } else { "\n" };
    let source = Arc::new(Source::new(RelPath::default(), bytes));
    let line = |field: &Field<'_>, mark: &str| format!("{}{mark}{}{end}", field.key, field.value);
    let Some(head) = find(&source.text) else {
        let lines: String = fields.iter().map(|field| line(field, " = ")).collect();
        let mark = &bytes[..bytes.len() - raw.len()];
        return Some(format!("{mark}+++{end}{lines}+++{end}{end}{raw}"));
    };
    let inner = head.inner.clone()?;
    let (entries, mark) = entries(&source, &head, inner.clone());
    let mut edits: Vec<(Range<usize>, String)> = Vec::new();
    let mut added = String::new();
    for field in fields {
        match entries.iter().find(|entry| entry.key == field.key) {
            Some(entry) => edits.push((entry.node.span.range(), field.value.clone())),
            None => added.push_str(&line(field, mark)),
        }
    }
    if !added.is_empty() {
        let at = place(&source.text, &head, inner.start, &entries);
        edits.push((at..at, added));
    }
    edits.sort_by_key(|(range, _)| std::cmp::Reverse(range.start));
    let mut text = bytes.to_owned();
    for (range, value) in edits {
        let start = bytes.len() - raw.len();
        text.replace_range(start + offset(raw, range.start)..start + offset(raw, range.end), &value);
    }
    Some(text)
}

fn entries(source: &Source, head: &Head, inner: Range<usize>) -> (Vec<Entry>, &'static str) {
    let mut faults = Vec::new();
    let (node, mark) = match head.notation {
        Notation::Toml => (toml::parse(source, inner, &mut faults), " = "),
        Notation::Yaml => (yaml::parse(source, inner, &mut faults), ": "),
    };
    match node.map(|node| node.value) {
        Some(Value::Table(entries)) => (entries, mark),
        _ => (Vec::new(), mark),
    }
}

/// Where a new line goes: below the last plain value, for in TOML what stands below a table belongs to it.
fn place(text: &str, head: &Head, first: usize, entries: &[Entry]) -> usize {
    let plain = |entry: &&Entry| match &entry.node.value {
        Value::Table(_) => false,
        Value::List(items) => !items.iter().any(|item| matches!(item.value, Value::Table(_))),
        _ => true,
    };
    let ends = entries.iter().filter(plain).map(|entry| entry.node.span.range().end);
    match (&head.notation, ends.max()) {
        (Notation::Toml, Some(at)) => text[at..].find('\n').map_or(first, |line| at + line + 1),
        _ => first,
    }
}

/// The place in the bytes of a place in the text whose line ends are `\n`.
fn offset(raw: &str, place: usize) -> usize {
    let bytes = raw.as_bytes();
    let mut at = 0;
    for _ in 0..place {
        at += if bytes.get(at..at + 2) == Some(b"\r\n".as_slice()) { 2 } else { 1 };
    }
    at.min(raw.len())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn stamped(text: &str) -> Option<String> {
        let fields = [
            Field { key: "source_hash", value: "\"abc\"".to_owned() },
            Field { key: "translated", value: "2026-11-22".to_owned() },
        ];
        stamp(text, &fields)
    }

    #[test]
    fn everything_else_stays_byte_for_byte() {
        for (before, after) in [
            (
                "+++\ntitle = \"T\" # why\n\n[extra]\ndraft = true\n+++\nBody\n",
                "+++\ntitle = \"T\" # why\nsource_hash = \"abc\"\ntranslated = 2026-11-22\n\n[extra]\ndraft = true\n+++\nBody\n",
            ),
            (
                "\u{feff}+++\r\ntitle = 'Đề'\r\nsource_hash = \"old\"\r\n+++\r\nThân\r\n",
                "\u{feff}+++\r\ntitle = 'Đề'\r\nsource_hash = \"abc\"\r\ntranslated = 2026-11-22\r\n+++\r\nThân\r\n",
            ),
            (
                "---\ntitle: T\nsource_hash: old\ntranslated: 2020-01-01\n---\nBody",
                "---\ntitle: T\nsource_hash: \"abc\"\ntranslated: 2026-11-22\n---\nBody",
            ),
            ("# Only a body\n", "+++\nsource_hash = \"abc\"\ntranslated = 2026-11-22\n+++\n\n# Only a body\n"),
            ("+++\n+++\nx", "+++\nsource_hash = \"abc\"\ntranslated = 2026-11-22\n+++\nx"),
        ] {
            let text = stamped(before).unwrap();
            assert_eq!(text, after);
            assert_eq!(stamped(&text).unwrap(), text, "a second stamp changes nothing");
            let (front, _, faults) = super::super::split(&Arc::new(Source::new(RelPath::default(), &text)));
            assert_eq!((front.source_hash.as_deref(), front.translated.as_deref()), (Some("abc"), Some("2026-11-22")));
            assert_eq!(faults, []);
        }
        assert_eq!(stamped("+++\ntitle = \"never closed\"\n"), None);
    }
}
