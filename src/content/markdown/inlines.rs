//! What handbooks add inside a line: citations, roles written as links, blanks.

use super::marks::Marked;
use super::tree::{Citation, Field, FieldKind, Inline, Link, Target};
use super::{Dialect, autolink};
use crate::base::{Locale, Span};
use crate::content::day::{is_day, is_yearly};

/// Joins neighbouring text, finds bare addresses and blanks in it, and gives it back as its author wrote it.
pub(super) fn finish(inlines: Vec<Inline>, marked: &Marked, dialect: Dialect, in_link: bool) -> Vec<Inline> {
    let mut done = Vec::with_capacity(inlines.len());
    let mut text = String::new();
    let flush = |text: &mut String, done: &mut Vec<Inline>| {
        if !text.is_empty() {
            split(std::mem::take(text), marked, dialect, in_link, done);
        }
    };
    for inline in inlines {
        match inline {
            Inline::Text(first) if text.is_empty() => text = first,
            Inline::Text(more) => text.push_str(&more),
            inline => {
                flush(&mut text, &mut done);
                done.push(inline);
            }
        }
    }
    flush(&mut text, &mut done);
    done
}

fn split(text: String, marked: &Marked, dialect: Dialect, in_link: bool, done: &mut Vec<Inline>) {
    if in_link || dialect == Dialect::CommonMark {
        return blanks(&text, marked, done);
    }
    let at_start = match done.last() {
        None | Some(Inline::SoftBreak | Inline::HardBreak) => true,
        Some(Inline::Emphasis(_) | Inline::Strong(_) | Inline::Strikethrough(_)) => true,
        Some(_) => false,
    };
    let found = autolink::find(&text, at_start);
    if found.is_empty() && marked.is_plain() {
        return done.push(Inline::Text(text));
    }
    let mut at = 0;
    for found in found {
        blanks(&text[at..found.range.start], marked, done);
        let shown = marked.restore(&text[found.range.clone()]).into_owned();
        let link = Link {
            to: format!("{}{shown}", found.scheme),
            target: Target::Unresolved,
            title: String::new(),
            content: vec![Inline::Text(shown)],
            span: Span::default(),
        };
        done.push(Inline::Link(Box::new(link)));
        at = found.range.end;
    }
    blanks(&text[at..], marked, done);
}

fn blanks(mut text: &str, marked: &Marked, done: &mut Vec<Inline>) {
    while let Some((range, width)) = marked.next_blank(text) {
        plain(&text[..range.start], marked, done);
        done.push(Inline::Blank(width));
        text = &text[range.end..];
    }
    plain(text, marked, done);
}

fn plain(text: &str, marked: &Marked, done: &mut Vec<Inline>) {
    if !text.is_empty() {
        done.push(Inline::Text(marked.restore(text).into_owned()));
    }
}

/// A link that is a role: `index:`, `lang:`, `date:`, `choice:`. Others stay links.
pub(super) fn role(link: Link) -> Inline {
    if link.to == "choice:" {
        return Inline::Field(Box::new(Field { kind: FieldKind::Choice, content: link.content }));
    }
    if let Some(day) = link.to.strip_prefix("date:").filter(|day| day.is_empty() || is_day(day) || is_yearly(day)) {
        return Inline::Field(Box::new(Field { kind: FieldKind::Day(day.to_owned()), content: link.content }));
    }
    if let Some(key) = link.to.strip_prefix("index:") {
        return Inline::IndexTerm { key: key.to_owned(), content: link.content };
    }
    match link.to.strip_prefix("lang:") {
        Some(tag) if tag.parse::<Locale>().is_ok() => Inline::Foreign { lang: tag.to_owned(), content: link.content },
        _ => Inline::Link(Box::new(link)),
    }
}

/// Reads `@id` or `@id, where`.
pub(super) fn citation(reference: &str, span: Span) -> Option<Inline> {
    let rest = reference.trim().strip_prefix('@')?;
    let (id, locator) = rest.split_once(',').unwrap_or((rest, ""));
    let id = id.trim_end();
    let valid = id.starts_with(|c: char| c.is_ascii_alphanumeric())
        && id.chars().all(|c| c.is_ascii_alphanumeric() || matches!(c, '-' | '_' | '.' | ':'));
    let citation = || Citation { id: id.to_owned(), locator: locator.trim().to_owned(), span, ..Citation::default() };
    valid.then(|| Inline::Citation(Box::new(citation())))
}
