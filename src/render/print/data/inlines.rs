//! Text and the marks in it.

use super::parts::{Inline, Inlines, Node};
use super::writer::Writer;
use super::{Destination, text};
use crate::base::{Locale, Said, is_safe};
use crate::content::markdown::text::plain;
use crate::content::markdown::tree::{self, Citation, Field, FieldKind, Link, Target};

impl<'a> Writer<'a> {
    pub(super) fn inlines(&mut self, content: &'a [tree::Inline]) -> Inlines {
        let mut out = Vec::with_capacity(content.len());
        for (at, inline) in content.iter().enumerate() {
            if matches!(inline, tree::Inline::SoftBreak) {
                let before = content.get(..at).map(plain).and_then(|t| t.chars().next_back());
                let after = content.get(at + 1..).map(plain).and_then(|t| t.chars().next());
                push(&mut out, Inline::Text(text::line_end(before, after).to_owned()));
            } else if let tree::Inline::Text(words) = inline {
                let words = self.seen(&text::bound(&text::clean(words)));
                text::spans(&words).into_iter().for_each(|piece| push(&mut out, piece));
            } else if let Some(inline) = self.inline(inline) {
                push(&mut out, inline);
            }
        }
        out
    }

    fn inline(&mut self, inline: &'a tree::Inline) -> Option<Inline> {
        Some(Inline::Node(match inline {
            tree::Inline::Code(code) => Node::Code { s: self.seen(&text::clean(code)) },
            tree::Inline::Emphasis(c) => Node::Em { c: self.inlines(c) },
            tree::Inline::Strong(c) => Node::Strong { c: self.inlines(c) },
            tree::Inline::Strikethrough(c) => Node::Strike { c: self.inlines(c) },
            tree::Inline::Link(link) => return self.link(link),
            tree::Inline::Image(image) => match self.picture(image) {
                Some(picture) => Node::Image(picture),
                None => return Some(self.text(&text::clean(&plain(&image.alt)))),
            },
            // These are written with what stands beside them.
            tree::Inline::Text(_) | tree::Inline::SoftBreak => return None,
            tree::Inline::HardBreak => Node::Br,
            tree::Inline::Html(html) if html.to_ascii_lowercase().starts_with("<br") => Node::Br,
            // Tags alone: the words between them are texts of their own.
            tree::Inline::Html(_) => return None,
            tree::Inline::FootnoteReference(label) => self.note(label),
            tree::Inline::Blank(width) => Node::Blank { n: *width, fill: false, with: String::new() },
            tree::Inline::Field(field) => return self.field(field),
            tree::Inline::Citation(citation) => return Some(self.citation(citation)),
            tree::Inline::Foreign { lang, content } => {
                let dir = lang.parse::<Locale>().map_or("ltr", |locale| locale.direction().as_str());
                Node::Lang { lang: lang.clone(), dir, c: self.inlines(content) }
            }
            tree::Inline::IndexTerm { key, content } => {
                let entry = if key.is_empty() { plain(content) } else { key.clone() };
                Node::Index { entry: self.entry(&entry.as_str().into()), c: self.inlines(content) }
            }
            tree::Inline::Term { id, target, content } => {
                let entry = self.book.term(id).map(|term| self.entry(&term)).unwrap_or_default();
                let c = vec![self.reference(target, content, true)];
                if entry.is_empty() { return c.into_iter().next() } else { Node::Index { entry, c } }
            }
        }))
    }

    /// The key of an index entry, noted.
    pub(super) fn entry(&mut self, words: &Said) -> String {
        let text = self.seen(&text::clean(words.trim()));
        let lang = if words.lang.is_empty() { self.page.text_locale.to_string() } else { words.lang.clone() };
        self.out.index.entry(Said { text, lang })
    }

    fn link(&mut self, link: &'a Link) -> Option<Inline> {
        if !matches!(link.target, Target::External | Target::Unresolved) {
            return Some(self.reference(&link.target, &link.content, false));
        }
        let words = if link.content.is_empty() { link.to.clone() } else { plain(&link.content) };
        if !is_safe(&link.to) || self.in_link || matches!(link.target, Target::Unresolved) {
            return self.group(&link.content);
        }
        let (form, n) = self.form(&link.to, words.trim());
        let c = if link.content.is_empty() { vec![self.text(&link.to)] } else { self.inside_link(&link.content) };
        Some(Inline::Node(Node::Link { to: link.to.clone(), c, form, n }))
    }

    /// Words alone, as one inline.
    fn group(&mut self, content: &'a [tree::Inline]) -> Option<Inline> {
        let lang = self.page.text_locale.as_str().to_owned();
        let dir = self.page.text_locale.direction().as_str();
        Some(Inline::Node(Node::Lang { lang, dir, c: self.inlines(content) }))
    }

    /// On paper an answer is ticked, a day is written where its blank stands.
    fn field(&mut self, field: &'a Field) -> Option<Inline> {
        match field.kind {
            FieldKind::Day(_) => match field.content.as_slice() {
                [blank @ tree::Inline::Blank(_)] => self.inline(blank),
                content => self.group(content),
            },
            FieldKind::Choice => {
                let answers = field.choices().iter().map(|answer| self.seen(&text::clean(answer))).collect();
                Some(Inline::Node(Node::Choice { answers }))
            }
        }
    }

    fn inside_link(&mut self, content: &'a [tree::Inline]) -> Inlines {
        let outer = std::mem::replace(&mut self.in_link, true);
        let c = self.inlines(content);
        self.in_link = outer;
        c
    }

    /// Words that lead elsewhere in the book: to a label when that place is in this document, else to the website.
    fn reference(&mut self, target: &Target, content: &'a [tree::Inline], quiet: bool) -> Inline {
        if self.in_link {
            return Inline::Node(Node::Lang {
                lang: self.page.text_locale.to_string(),
                dir: self.page.text_locale.direction().as_str(),
                c: self.inlines(content),
            });
        }
        let words = plain(content);
        let c = self.inside_link(content);
        self.lead(target, &words, c, quiet)
    }

    /// The same for words that are made already.
    pub(super) fn lead(&mut self, target: &Target, words: &str, c: Inlines, quiet: bool) -> Inline {
        match self.book.destination(target) {
            Destination::Here { label, number } => {
                let number = if words.contains(&number) { String::new() } else { number };
                // Pages are named where a reader of paper has to turn to another one.
                let quiet = quiet || self.no_notes || label == super::label(&self.page.path, None);
                Inline::Node(Node::Ref { to: label, c, number, quiet, cited: false })
            }
            Destination::Web(to) => Inline::Node(Node::Link { to, c, form: "shown", n: 0 }),
            Destination::Nowhere => Inline::Node(Node::Lang {
                lang: self.page.text_locale.to_string(),
                dir: self.page.text_locale.direction().as_str(),
                c,
            }),
        }
    }

    fn citation(&mut self, citation: &Citation) -> Inline {
        let mut words = if citation.label.is_empty() { citation.id.clone() } else { citation.label.clone() };
        if !citation.locator.is_empty() {
            words.push_str(", ");
            words.push_str(&citation.locator);
        }
        let words = format!("[{}]", text::clean(&words));
        let c = vec![self.text(&words)];
        if self.in_link {
            return c.into_iter().next().unwrap_or(Inline::Text(String::new()));
        }
        self.lead(&citation.target, &words, c, true).citing()
    }

    fn note(&mut self, label: &str) -> Node {
        let Some((name, note)) = self.notes.get_key_value(label).map(|(name, note)| (*name, *note)) else {
            return Node::Code { s: format!("[^{label}]") };
        };
        if self.in_link {
            // A note is a link too; in a link or a table's head its words stand in brackets.
            let b = self.held(|w| w.blocks(&note.blocks));
            return Node::Aside { b };
        }
        let id = super::label(&self.page.path, Some(&format!("fn:{name}")));
        if !self.noted.insert(name) {
            return Node::NoteAgain { to: id };
        }
        let span = self.span;
        let b = self.held(|w| w.blocks(&note.blocks));
        self.span = span;
        Node::Note { id, b }
    }
}

/// Texts that follow each other are one.
fn push(out: &mut Inlines, inline: Inline) {
    match (out.last_mut(), inline) {
        (Some(Inline::Text(last)), Inline::Text(next)) => {
            let next = if last.ends_with(' ') { next.trim_start_matches(' ') } else { &next };
            last.push_str(next);
        }
        (_, inline) => out.push(inline),
    }
}
