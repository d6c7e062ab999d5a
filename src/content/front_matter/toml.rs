//! TOML front matter to [`Node`]s.

use std::ops::Range;

use toml::Spanned;
use toml::de::{DeTable, DeValue};

use super::value::{Entry, Node, Value};
use crate::base::{Diagnostic, Source, Span, codes};
use crate::words;

/// Parses what stands between the fences; every syntax fault is reported, and what could be read is returned.
pub(super) fn parse(source: &Source, inner: Range<usize>, findings: &mut Vec<Diagnostic>) -> Option<Node> {
    let base = inner.start;
    let (table, errors) = DeTable::parse_recoverable(source.text.get(inner)?);
    for error in &errors {
        let span = error.span().unwrap_or(0..0);
        let detail = error.message();
        findings.push(
            Diagnostic::error(
                codes::FRONT_SYNTAX,
                words!(
                    "the front matter is not valid TOML: {detail}",
                    "phần đầu trang không phải TOML hợp lệ: {detail}"
                ),
            )
            .at(source, Span::new(base + span.start, base + span.end)),
        );
    }
    let span = shift(table.span(), base);
    Some(Node { value: Value::Table(entries(table.into_inner(), base)), span })
}

fn shift(span: Range<usize>, base: usize) -> Span {
    Span::new(base + span.start, base + span.end)
}

fn entries(table: DeTable<'_>, base: usize) -> Vec<Entry> {
    let mut entries: Vec<Entry> = table
        .into_iter()
        .map(|(key, value)| Entry {
            key_span: shift(key.span(), base),
            key: key.into_inner().into_owned(),
            node: node(value, base),
        })
        .collect();
    entries.sort_by_key(|entry| entry.key_span);
    entries
}

fn node(value: Spanned<DeValue<'_>>, base: usize) -> Node {
    let span = shift(value.span(), base);
    let value = match value.into_inner() {
        DeValue::String(text) => Value::Text(text.into_owned()),
        DeValue::Integer(i) => i64::from_str_radix(i.as_str(), i.radix()).map_or(Value::Null, Value::Integer),
        DeValue::Float(f) => f.as_str().parse().map_or(Value::Null, Value::Float),
        DeValue::Boolean(b) => Value::Bool(b),
        DeValue::Datetime(date) => Value::Date(date.to_string()),
        DeValue::Array(items) => Value::List(items.into_iter().map(|item| node(item, base)).collect()),
        DeValue::Table(table) => Value::Table(entries(table, base)),
    };
    Node { value, span }
}
