//! Links to places that turned out not to be in the document: they lead to the page, or are words alone.

use std::collections::BTreeSet;

use serde_json::{Map, Value};

/// The labels of a document.
pub(super) type Labels = BTreeSet<String>;

/// Gathers all that is led to.
pub(super) fn targets(value: &Value, found: &mut Vec<String>) {
    match value {
        Value::Array(items) => items.iter().for_each(|item| targets(item, found)),
        Value::Object(node) => {
            found.extend(node.get("to").and_then(Value::as_str).map(str::to_owned));
            node.values().for_each(|inner| targets(inner, found));
        }
        _ => {}
    }
}

/// Goes through the data.
pub(super) fn settle(value: &mut Value, labels: &Labels) {
    match value {
        Value::Array(items) => items.iter_mut().for_each(|item| settle(item, labels)),
        Value::Object(node) => {
            if node.get("k").and_then(Value::as_str) == Some("ref") {
                reference(node, labels);
            }
            node.values_mut().for_each(|inner| settle(inner, labels));
        }
        _ => {}
    }
}

fn reference(node: &mut Map<String, Value>, labels: &Labels) {
    let to = node.get("to").and_then(Value::as_str).unwrap_or_default();
    if labels.contains(to) {
        return;
    }
    let page = to.split('#').next().unwrap_or_default().to_owned();
    if labels.contains(&page) {
        node.insert("to".to_owned(), Value::String(page));
    } else {
        node.insert("k".to_owned(), Value::String("group".to_owned()));
    }
}
