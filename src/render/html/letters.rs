//! The HTML of an official letter's blocks: letterhead, recipients, signature.
//!
//! What a line is (number, date, post, name) its class says, given when the letter was read; where it stands is
//! the style sheet's work (`letters.css`): no tables for layout, source order is reading order.

use super::writer::Writer;
use crate::content::markdown::text::plain;
use crate::content::markdown::tree::{Block, BlockKind, Directive};

impl Writer<'_> {
    /// Writes a letter's block; false when the directive is none.
    pub(super) fn letter(&mut self, block: &Block, directive: &Directive) -> bool {
        match directive.name.as_str() {
            "letterhead" => self.part("letterhead", None, block, directive),
            "recipients" => self.part("recipients", Some(name(directive)), block, directive),
            "signature" => self.part("signature", None, block, directive),
            _ => return false,
        }
        true
    }

    /// A block that has a name of its own is a group, so that a screen reader says where it begins and ends.
    fn part(&mut self, class: &str, name: Option<String>, block: &Block, directive: &Directive) {
        self.open("div", &format!("letter-part {class}"), block);
        if let Some(name) = name.filter(|name| !name.is_empty() && !self.context.plain) {
            self.out.truncate(self.out.len() - 1);
            self.attribute("role", "group");
            self.attribute("aria-label", &name);
            self.out.push('>');
        }
        self.out.push('\n');
        if !directive.title.is_empty() {
            self.out.push_str("<p class=\"letter-label\">");
            self.inlines(&directive.title);
            self.close("p");
        }
        self.blocks(&directive.blocks);
        self.close("div");
    }
}

/// The block's title, or its first line when that is one (`Nơi nhận:`).
fn name(directive: &Directive) -> String {
    let first = directive.blocks.first().filter(|first| first.attributes.classes.iter().any(|c| c == "letter-label"));
    let words = match first.map(|first| &first.kind) {
        Some(BlockKind::Paragraph(content)) if directive.title.is_empty() => plain(content),
        _ => plain(&directive.title),
    };
    words.trim().trim_end_matches(':').to_owned()
}
