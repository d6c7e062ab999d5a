//! Markdown to [`tree::Tree`].
//!
//! Owns the reading of a page's text: CommonMark and GFM by pulldown-cmark, and what handbooks add to them.
//! Knows no HTML, no other page. Text of any kind gives a tree and findings, never a panic.

mod alerts;
mod attributes;
mod autolink;
mod build;
mod flow;
mod frame;
pub mod generated;
pub mod ids;
mod inlines;
mod marks;
mod nesting;
mod references;
pub mod slug;
pub mod text;
pub mod tree;
pub mod walk;

use std::cell::RefCell;
use std::collections::BTreeMap;
use std::ops::Range;
use std::sync::Arc;

use pulldown_cmark::{BrokenLink, CowStr, Event, LinkType, Options, Parser};

use crate::base::{Diagnostic, SourceText, Span};
use build::Builder;
use marks::Marked;
use tree::{Inline, Tree};

/// Which Markdown is read.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Dialect {
    /// CommonMark alone.
    CommonMark,
    /// CommonMark with GitHub's tables, task lists, strikethrough, autolinks and footnotes.
    Gfm,
    /// All of that with directives, citations, figures, definition lists and heading attributes.
    #[default]
    Handbook,
}

/// How a text is read.
#[derive(Clone, Debug, Default)]
pub struct ParseOptions {
    /// The dialect.
    pub dialect: Dialect,
}

/// Reads a page's body. Spans of the tree point into `text`.
#[must_use]
pub fn parse(text: &Arc<SourceText>, options: &ParseOptions) -> (Tree, Vec<Diagnostic>) {
    let flags = flags(options.dialect);
    if options.dialect == Dialect::Handbook {
        let marked = Marked::new(text.text());
        let unanswered = RefCell::new(BTreeMap::new());
        let parser = Parser::new_with_broken_link_callback(
            &marked.text,
            flags,
            Some(|link: BrokenLink<'_>| {
                unanswered
                    .borrow_mut()
                    .insert(link.span.start, (link.link_type, link.reference.to_string(), link.span.end));
                is_citation(&link).then(no_address)
            }),
        );
        let (tree, mut findings) = build(Builder::new(text, &marked, options.dialect), parser.into_offset_iter());
        findings.extend(references::findings(text, &marked, &unanswered.take()));
        (tree, findings)
    } else {
        let marked = Marked::plain(text.text());
        let parser = Parser::new_ext(&marked.text, flags);
        build(Builder::new(text, &marked, options.dialect), parser.into_offset_iter())
    }
}

fn build<'a>(mut builder: Builder, events: impl Iterator<Item = (Event<'a>, Range<usize>)>) -> (Tree, Vec<Diagnostic>) {
    for (event, range) in events {
        builder.event(event, &range);
    }
    builder.finish()
}

/// Reads a line of Markdown that stands outside the flow of blocks: a title, a caption.
#[must_use]
pub fn parse_line(line: &str) -> Vec<Inline> {
    // Read as a heading, so that “1. …” is no list; the closing mark keeps a final `#` in the text.
    const END: &str = " \u{1c}";
    if line.trim().is_empty() {
        return Vec::new();
    }
    let text = format!("# {}{END}", line.trim().replace('\n', " "));
    let marked = Marked::new(&text);
    let flags = flags(Dialect::Handbook).difference(Options::ENABLE_HEADING_ATTRIBUTES);
    let parser = Parser::new_with_broken_link_callback(
        &marked.text,
        flags,
        Some(|link: BrokenLink<'_>| is_citation(&link).then(no_address)),
    );
    let source = Arc::new(SourceText::empty());
    let (tree, _) = build(Builder::new(&source, &marked, Dialect::Handbook), parser.into_offset_iter());
    let mut content = match tree.blocks.into_iter().next().map(|b| b.kind) {
        Some(tree::BlockKind::Heading { content, .. }) => content,
        _ => Vec::new(),
    };
    if let Some(Inline::Text(last)) = content.last_mut() {
        last.truncate(last.trim_end_matches(END).len());
        if last.is_empty() {
            content.pop();
        }
    }
    content
}

fn flags(dialect: Dialect) -> Options {
    let gfm = Options::ENABLE_TABLES
        | Options::ENABLE_STRIKETHROUGH
        | Options::ENABLE_TASKLISTS
        | Options::ENABLE_FOOTNOTES
        | Options::ENABLE_GFM;
    match dialect {
        Dialect::CommonMark => Options::empty(),
        Dialect::Gfm => gfm,
        Dialect::Handbook => gfm | Options::ENABLE_HEADING_ATTRIBUTES | Options::ENABLE_DEFINITION_LIST,
    }
}

/// `[@id]` is a reference that no definition answers: the parser asks here, so escapes and code are respected.
fn is_citation(link: &BrokenLink) -> bool {
    let kind = matches!(link.link_type, LinkType::Shortcut | LinkType::Collapsed | LinkType::Reference);
    kind && inlines::citation(&link.reference, Span::default()).is_some()
}

fn no_address() -> (CowStr<'static>, CowStr<'static>) {
    (CowStr::Borrowed(""), CowStr::Borrowed(""))
}
