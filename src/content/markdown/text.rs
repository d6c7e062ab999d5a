//! The words of a line of text, without marks: what slugs, titles and word counts are made from.

use super::tree::Inline;

/// The text of `inlines` without marks, notes and citations; line ends become spaces.
#[must_use]
pub fn plain(inlines: &[Inline]) -> String {
    // Most lines are one text.
    if let [Inline::Text(text)] = inlines {
        return text.clone();
    }
    let mut text = String::new();
    add(inlines, &mut text);
    text
}

/// The language that a line says of itself as a whole; `None` where it is that of the text around it.
#[must_use]
pub fn language(inlines: &[Inline]) -> Option<&str> {
    match inlines {
        [Inline::Foreign { lang, .. }] => Some(lang),
        _ => None,
    }
}

/// Adds [`plain`] to a text.
pub fn add(inlines: &[Inline], text: &mut String) {
    for inline in inlines {
        match inline {
            Inline::Text(t) | Inline::Code(t) => text.push_str(t),
            Inline::SoftBreak | Inline::HardBreak => text.push(' '),
            Inline::Blank(width) => text.extend(std::iter::repeat_n('_', usize::from(*width))),
            Inline::Html(_) | Inline::FootnoteReference(_) | Inline::Citation(_) => {}
            Inline::Link(link) => add(&link.content, text),
            Inline::Image(image) => add(&image.alt, text),
            Inline::Field(field) => add(&field.content, text),
            Inline::Emphasis(content)
            | Inline::Strong(content)
            | Inline::Strikethrough(content)
            | Inline::Foreign { content, .. }
            | Inline::IndexTerm { content, .. }
            | Inline::Term { content, .. } => add(content, text),
        }
    }
}
