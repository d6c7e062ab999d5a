//! When two texts are the same message.
//!
//! Catalogs spell Markdown in their own way (`_a_` for `*a*`, lines joined). Both sides are parsed and
//! written in one spelling, so a catalog made by other tools finds its text here.

use std::sync::Arc;

use crate::base::{RelPath, Source, SourceText};
use crate::content::markdown::tree::{Block, BlockKind, Inline};
use crate::content::markdown::{ParseOptions, parse, parse_line, text};

/// A message's text in the one spelling.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Key(String);

impl Key {
    pub(super) fn of(content: &[Inline]) -> Self {
        let mut key = String::new();
        write(content, &mut key);
        Self(key.split_whitespace().collect::<Vec<_>>().join(" "))
    }

    /// The key of a message's Markdown.
    #[must_use]
    pub fn of_text(markdown: &str) -> Self {
        // Code is the same in fences and indented.
        if (markdown.starts_with("```") || markdown.starts_with("    "))
            && let [Block { kind: BlockKind::Code { info, text }, .. }] = blocks(markdown).as_slice()
        {
            return Self(format!("\u{1}k{info}\u{2}{}", text.trim_end()));
        }
        Self::of(&inlines(markdown))
    }
}

/// A translation as plain text, for titles.
#[must_use]
pub fn plain_text(markdown: &str) -> String {
    text::plain(&inlines(markdown)).split_whitespace().collect::<Vec<_>>().join(" ")
}

/// Markdown of one message as inlines.
#[must_use]
pub fn inlines(markdown: &str) -> Vec<Inline> {
    let mut body = markdown.trim().to_owned();
    for label in markdown.split("[^").skip(1).filter_map(|rest| rest.split_once(']')).map(|(label, _)| label) {
        // The definition stands elsewhere on the page; without one the reference would stay text.
        body.push_str("\n\n[^");
        body.push_str(label);
        body.push_str("]: -");
    }
    let mut blocks = blocks(&body).into_iter();
    match (blocks.next().map(|b| b.kind), blocks.next()) {
        (Some(BlockKind::Paragraph(content)), None) => content,
        (Some(BlockKind::Figure { image, .. }), None) => vec![Inline::Image(image)],
        // “1. Title” is a list to Markdown, but one line to a catalog.
        _ => parse_line(markdown),
    }
}

/// Markdown of one message as blocks.
pub(super) fn blocks(markdown: &str) -> Vec<Block> {
    let source = Arc::new(Source::new(RelPath::default(), markdown));
    let text = Arc::new(SourceText::whole(&source, 0));
    parse(&text, &ParseOptions::default()).0.blocks
}

fn write(content: &[Inline], key: &mut String) {
    for inline in content {
        // Control characters cannot come from text: no text can be taken for a mark.
        let (mark, inside): (String, &[Inline]) = match inline {
            Inline::Text(text) => {
                key.push_str(text);
                continue;
            }
            Inline::SoftBreak => {
                key.push(' ');
                continue;
            }
            Inline::Term { content, .. } => {
                write(content, key);
                continue;
            }
            // mdBook's tools write `_` also inside words, where no parser takes it for a mark.
            Inline::Emphasis(c) => {
                key.push('_');
                write(c, key);
                key.push('_');
                continue;
            }
            Inline::Strong(c) => ("s".into(), c),
            Inline::Strikethrough(c) => ("d".into(), c),
            Inline::Link(link) => (format!("l{}\u{4}{}", link.to, link.title), &link.content),
            Inline::Image(image) => (format!("i{}\u{4}{}", image.source, image.title), &image.alt),
            Inline::Foreign { lang, content } => (format!("f{lang}"), content),
            Inline::IndexTerm { key, content } => (format!("x{key}"), content),
            Inline::Field(field) => (format!("r{}", field.kind.role()), &field.content),
            // Tables need their bars escaped, also in code.
            Inline::Code(code) => (format!("c{}", code.replace("\\|", "|")), &[]),
            Inline::Html(html) => (format!("h{html}"), &[]),
            Inline::FootnoteReference(label) => (format!("n{label}"), &[]),
            Inline::Citation(citation) => (format!("@{} {}", citation.id, citation.locator), &[]),
            Inline::Blank(_) => ("_".into(), &[]),
            Inline::HardBreak => ("b".into(), &[]),
        };
        key.push('\u{1}');
        key.push_str(&mark);
        key.push('\u{2}');
        write(inside, key);
        key.push('\u{3}');
    }
}
