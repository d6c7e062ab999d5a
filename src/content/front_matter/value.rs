//! A value of front matter with its place, whichever notation it was written in.

use crate::base::Span;

/// A value and where it stands in the file.
#[derive(Clone, Debug)]
pub(super) struct Node {
    pub value: Value,
    pub span: Span,
}

/// A key and what it holds.
#[derive(Clone, Debug)]
pub(super) struct Entry {
    pub key: String,
    pub key_span: Span,
    pub node: Node,
}

#[derive(Clone, Debug)]
pub(super) enum Value {
    Null,
    Bool(bool),
    Integer(i64),
    Float(f64),
    Text(String),
    /// A TOML date or time, as written.
    Date(String),
    List(Vec<Node>),
    Table(Vec<Entry>),
}

impl Value {
    /// What it is, for a finding: English, Vietnamese.
    pub(super) fn name(&self) -> (&'static str, &'static str) {
        match self {
            Self::Null => ("nothing", "giá trị rỗng"),
            Self::Bool(_) => ("true or false", "giá trị đúng/sai"),
            Self::Integer(_) | Self::Float(_) => ("a number", "một số"),
            Self::Text(_) => ("text", "chuỗi ký tự"),
            Self::Date(_) => ("a date", "ngày tháng"),
            Self::List(_) => ("a list", "danh sách"),
            Self::Table(_) => ("a table", "bảng"),
        }
    }

    /// As JSON, for `[extra]`.
    pub(super) fn to_json(&self) -> serde_json::Value {
        use serde_json::Value as Json;
        match self {
            Self::Null => Json::Null,
            Self::Bool(b) => Json::Bool(*b),
            Self::Integer(i) => Json::from(*i),
            Self::Float(f) => Json::from(*f),
            Self::Text(text) | Self::Date(text) => Json::String(text.clone()),
            Self::List(items) => items.iter().map(|item| item.value.to_json()).collect(),
            Self::Table(entries) => {
                Json::Object(entries.iter().map(|e| (e.key.clone(), e.node.value.to_json())).collect())
            }
        }
    }
}
