//! YAML front matter to [`Node`]s.

use std::fmt;
use std::ops::Range;

use serde::de::{Deserialize, Deserializer, MapAccess, SeqAccess, Visitor};
use serde_saphyr::{Location, Spanned};

use super::value::{Entry, Node, Value};
use crate::base::{Diagnostic, Source, Span, codes};
use crate::words;

/// Parses what stands between the fences; the first syntax fault is reported (YAML cannot be read past it).
pub(super) fn parse(source: &Source, inner: Range<usize>, findings: &mut Vec<Diagnostic>) -> Option<Node> {
    let base = inner.start;
    let text = source.text.get(inner)?;
    if text.lines().all(|line| line.trim().is_empty() || line.trim_start().starts_with('#')) {
        return None;
    }
    match serde_saphyr::from_str::<Spanned<Raw>>(text) {
        Ok(raw) => Some(node(raw, base)),
        Err(error) => {
            let error = error.without_snippet();
            let detail = error.to_string();
            let at = error.location().map_or(base, |location| base + offset(&location).start);
            findings.push(
                Diagnostic::error(
                    codes::FRONT_SYNTAX,
                    words!(
                        "the front matter is not valid YAML: {detail}",
                        "phần đầu trang không phải YAML hợp lệ: {detail}"
                    ),
                )
                .at(source, Span::new(at, at)),
            );
            None
        }
    }
}

/// The bytes a location covers, counted from the start of the YAML.
fn offset(location: &Location) -> Range<usize> {
    let span = location.span();
    let start = span.byte_offset().map_or(0, |at| usize::try_from(at).unwrap_or_default());
    let len = span.byte_len().map_or(0, |len| usize::try_from(len).unwrap_or_default());
    start..start + len
}

fn shifted(location: &Location, base: usize) -> Span {
    let range = offset(location);
    Span::new(base + range.start, base + range.end)
}

fn node(raw: Spanned<Raw>, base: usize) -> Node {
    let span = shifted(&raw.referenced, base);
    let value = match raw.value {
        Raw::Scalar(value) => value,
        Raw::List(items) => Value::List(items.into_iter().map(|item| node(item, base)).collect()),
        Raw::Table(entries) => {
            let entry = |(key, value): (Spanned<String>, Spanned<Raw>)| Entry {
                key_span: shifted(&key.referenced, base),
                key: key.value,
                node: node(value, base),
            };
            Value::Table(entries.into_iter().map(entry).collect())
        }
    };
    Node { value, span }
}

enum Raw {
    Scalar(Value),
    List(Vec<Spanned<Raw>>),
    Table(Vec<(Spanned<String>, Spanned<Raw>)>),
}

impl<'de> Deserialize<'de> for Raw {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer.deserialize_any(RawVisitor)
    }
}

struct RawVisitor;

impl<'de> Visitor<'de> for RawVisitor {
    type Value = Raw;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a YAML value")
    }

    fn visit_bool<E>(self, v: bool) -> Result<Raw, E> {
        Ok(Raw::Scalar(Value::Bool(v)))
    }

    fn visit_i64<E>(self, v: i64) -> Result<Raw, E> {
        Ok(Raw::Scalar(Value::Integer(v)))
    }

    fn visit_u64<E>(self, v: u64) -> Result<Raw, E> {
        Ok(Raw::Scalar(i64::try_from(v).map_or(Value::Null, Value::Integer)))
    }

    fn visit_f64<E>(self, v: f64) -> Result<Raw, E> {
        Ok(Raw::Scalar(Value::Float(v)))
    }

    fn visit_str<E>(self, v: &str) -> Result<Raw, E> {
        Ok(Raw::Scalar(Value::Text(v.to_owned())))
    }

    fn visit_unit<E>(self) -> Result<Raw, E> {
        Ok(Raw::Scalar(Value::Null))
    }

    fn visit_none<E>(self) -> Result<Raw, E> {
        Ok(Raw::Scalar(Value::Null))
    }

    fn visit_seq<A: SeqAccess<'de>>(self, mut seq: A) -> Result<Raw, A::Error> {
        let mut items = Vec::new();
        while let Some(item) = seq.next_element()? {
            items.push(item);
        }
        Ok(Raw::List(items))
    }

    fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<Raw, A::Error> {
        let mut entries = Vec::new();
        while let Some(entry) = map.next_entry()? {
            entries.push(entry);
        }
        Ok(Raw::Table(entries))
    }
}
