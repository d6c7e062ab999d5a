//! Footnotes: numbered as they are first referred to, each with links back to where it was.

use std::collections::BTreeMap;

use super::writer::Writer;
use crate::content::markdown::tree::{Block, BlockKind, Footnote};

/// The footnotes of a page and who referred to them.
pub(super) struct Notes<'a> {
    all: BTreeMap<&'a str, Note<'a>>,
    order: Vec<&'a str>,
}

struct Note<'a> {
    blocks: &'a [Block],
    number: usize,
    uses: usize,
}

impl<'a> Notes<'a> {
    pub fn new(footnotes: &'a [Footnote]) -> Self {
        let mut all = BTreeMap::new();
        for note in footnotes {
            all.entry(note.label.as_str()).or_insert(Note { blocks: &note.blocks, number: 0, uses: 0 });
        }
        Self { all, order: Vec::new() }
    }

    /// Counts a reference that others can lead back to: the note's number, and which reference to it this is.
    fn refer(&mut self, label: &str) -> Option<(usize, usize)> {
        let (key, mut note) = self.all.remove_entry(label)?;
        if note.uses == 0 {
            self.order.push(key);
            note.number = self.order.len();
        }
        note.uses += 1;
        let found = (note.number, note.uses);
        self.all.insert(key, note);
        Some(found)
    }
}

/// The anchor of a reference. A colon cannot come out of a heading, so these meet no other anchor.
fn reference_id(number: usize, nth: usize) -> String {
    if nth == 1 { format!("fnref:{number}") } else { format!("fnref:{number}-{nth}") }
}

impl Writer<'_> {
    pub(super) fn footnote_reference(&mut self, label: &str) {
        let Some((number, nth)) = self.notes.refer(label) else {
            return self.text(&format!("[^{label}]"));
        };
        if self.in_link {
            return self.out.push_str(&format!("<sup>{number}</sup>"));
        }
        let name = self.context.labels.label_with("footnote-number", "number", &number.to_string());
        self.out.push_str("<sup class=\"footnote-reference\"><a");
        self.attribute("id", &reference_id(number, nth));
        self.attribute("href", &format!("#fn:{number}"));
        self.attribute("aria-label", &name);
        self.out.push('>');
        self.out.push_str(&number.to_string());
        self.out.push_str("</a></sup>");
    }

    /// Writes the notes that were referred to, and those that they refer to in turn.
    pub(super) fn footnotes(&mut self) {
        if self.notes.order.is_empty() {
            return;
        }
        let label = self.context.labels.label("footnotes");
        self.out.push_str("<section class=\"footnotes\" role=\"doc-endnotes\"");
        self.attribute("aria-label", &label);
        self.out.push_str("><ol>\n");
        // Text first: a note may refer to notes before it, and its back links must count those too.
        let mut texts = Vec::new();
        while let Some(note) = self.notes.order.get(texts.len()).and_then(|label| self.notes.all.get(label)) {
            let blocks = note.blocks;
            texts.push(self.capture(|w| w.blocks(blocks)));
        }
        for (index, text) in texts.into_iter().enumerate() {
            self.out.push_str("<li");
            self.attribute("id", &format!("fn:{}", index + 1));
            self.out.push('>');
            self.note(index, text);
            self.close("li");
        }
        self.out.push_str("</ol></section>\n");
    }

    fn note(&mut self, index: usize, mut text: String) {
        let note = self.notes.order.get(index).and_then(|label| self.notes.all.get(label));
        let Some(note) = note else { return };
        let uses = note.uses;
        let in_paragraph = matches!(note.blocks.last(), Some(Block { kind: BlockKind::Paragraph(_), .. }));
        let name = self.context.labels.label("footnote-back");
        let back = self.capture(|w| {
            for nth in 1..=uses {
                w.out.push_str("<a class=\"footnote-back\" role=\"doc-backlink\"");
                w.attribute("href", &format!("#{}", reference_id(index + 1, nth)));
                let counted = if uses > 1 { format!("{name} ({nth})") } else { name.clone() };
                w.attribute("aria-label", &counted);
                w.out.push_str(">↩</a>");
            }
        });
        match text.trim_end().strip_suffix("</p>").filter(|_| in_paragraph).map(str::len) {
            Some(length) => {
                text.truncate(length);
                self.out.push_str(&text);
                self.out.push(' ');
                self.out.push_str(&back);
                self.out.push_str("</p>");
            }
            None => {
                self.out.push_str(&text);
                self.out.push_str("<p>");
                self.out.push_str(&back);
                self.out.push_str("</p>");
            }
        }
    }
}
