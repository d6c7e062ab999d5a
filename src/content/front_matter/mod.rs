//! Front matter: finds it at the head of a file, reads it as TOML (`+++`) or YAML (`---`), checks it.
//!
//! Owns the reading of a page's fields; the fields themselves are [`super::page`]'s. Both notations
//! become one `value::Node` tree with spans, so that every rule about a field is written once.

mod fields;
mod stamp;
mod toml;
mod value;
mod yaml;

use std::ops::Range;
use std::sync::Arc;

pub use stamp::{Field, stamp};

use super::page::FrontMatter;
use crate::base::{Diagnostic, Source, Span, codes};
use crate::words;

/// Splits a file into its front matter and its body: the fields, the byte offset at which the body
/// starts, and everything found wrong. A file without front matter is well.
#[must_use]
pub fn split(source: &Arc<Source>) -> (FrontMatter, usize, Vec<Diagnostic>) {
    let mut findings = Vec::new();
    let Some(head) = find(&source.text) else { return (FrontMatter::default(), 0, findings) };
    let Some(inner) = head.inner else {
        findings.push(never_closed(source, head.open));
        return (FrontMatter::default(), 0, findings);
    };
    let node = match head.notation {
        Notation::Toml => toml::parse(source, inner, &mut findings),
        Notation::Yaml => yaml::parse(source, inner, &mut findings),
    };
    let mut faults = Vec::new();
    let mut front = node.map_or_else(FrontMatter::default, |node| fields::read(source, &node, &mut faults));
    // What follows from a syntax fault on the same line is no finding of its own.
    let line = |finding: &Diagnostic| finding.place.as_ref().map(|place| place.line);
    faults.retain(|fault| findings.iter().all(|syntax| line(syntax) != line(fault)));
    findings.append(&mut faults);
    findings.sort_by(|a, b| a.place.cmp(&b.place));
    front.span = Span::new(head.open.start, head.end);
    (front, head.end, findings)
}

enum Notation {
    Toml,
    Yaml,
}

struct Head {
    notation: Notation,
    /// The opening fence.
    open: Range<usize>,
    /// What stands between the fences; `None` when the second is missing.
    inner: Option<Range<usize>>,
    /// Where the body starts.
    end: usize,
}

/// Where front matter stands, if the text opens with it. `---` is also Markdown's rule, so YAML counts only
/// when it is closed and holds a mapping.
fn find(text: &str) -> Option<Head> {
    let blank = text.len() - text.trim_start().len();
    let at = text[..blank].rfind('\n').map_or(0, |newline| newline + 1);
    let first = text[at..].split('\n').next()?;
    let (notation, fence) = match first.trim_end() {
        "+++" => (Notation::Toml, "+++"),
        "---" if at == 0 => (Notation::Yaml, "---"),
        _ => return None,
    };
    let open = at..at + first.trim_end().len();
    let start = (at + first.len() + 1).min(text.len());
    let mut line_start = start;
    for line in text[start..].split_inclusive('\n') {
        let closes = line.trim_end() == fence || (fence == "---" && line.trim_end() == "...");
        if closes {
            let inner = start..line_start;
            let is_rule = matches!(notation, Notation::Yaml) && !looks_like_mapping(&text[inner.clone()]);
            let head = Head { notation, open, inner: Some(inner), end: line_start + line.len() };
            return (!is_rule).then_some(head);
        }
        line_start += line.len();
    }
    let is_rule = matches!(notation, Notation::Yaml);
    (!is_rule).then_some(Head { notation, open, inner: None, end: 0 })
}

fn looks_like_mapping(yaml: &str) -> bool {
    let mut lines = yaml.lines().filter(|line| !line.trim().is_empty() && !line.starts_with('#')).peekable();
    lines.peek().is_none_or(|line| line.contains(':'))
}

fn never_closed(source: &Source, open: Range<usize>) -> Diagnostic {
    Diagnostic::error(
        codes::FRONT_SYNTAX,
        words!("the front matter that starts here is never closed", "phần đầu trang bắt đầu ở đây không được đóng lại"),
    )
    .at(source, open.into())
    .help(words!("end it with a line that holds only `+++`", "kết thúc bằng một dòng chỉ có `+++`"))
}

#[cfg(test)]
mod tests;
