//! The HTML of directives with a body. Blocks of official letters are `letters`' work.

use super::forms;
use super::writer::Writer;
use crate::content::markdown::text::language;
use crate::content::markdown::tree::{Block, Directive};

impl Writer<'_> {
    pub(super) fn directive(&mut self, block: &Block, directive: &Directive) {
        if self.letter(block, directive) {
            return;
        }
        if let Some(generated) = &directive.generated {
            return self.generated(block, generated);
        }
        match directive.name.as_str() {
            "details" => self.details(block, directive),
            "checklist" => self.form(directive, |w| w.boxed(block, directive, "label-checklist")),
            "worksheet" => self.form(directive, |w| w.boxed(block, directive, "label-worksheet")),
            "example" => self.boxed(block, directive, "label-example"),
            "card" => self.boxed(block, directive, "label-card"),
            // `book` makes the table; it needs no frame of its own.
            "data" => self.blocks(&directive.blocks),
            name => {
                self.open("div", name, block);
                self.title(directive);
                self.blocks(&directive.blocks);
                self.close("div");
            }
        }
    }

    /// A framed block: what it is, then its title, then its text.
    fn boxed(&mut self, block: &Block, directive: &Directive, label: &str) {
        let words = self.context.labels.label(label);
        let title = forms::asking(&directive.title);
        let name = if title.is_empty() { words.clone() } else { format!("{words}: {title}") };
        self.open("div", &format!("box {}", directive.name), block);
        self.out.truncate(self.out.len() - 1);
        self.attribute("role", "group");
        self.attribute("aria-label", &name);
        // A name in two languages is read out of the box itself, where each half says its own.
        let id = language(&directive.title).map(|_| {
            self.boxes += 1;
            format!("_box-{}", self.boxes)
        });
        if let Some(id) = &id {
            self.attribute("aria-labelledby", &format!("{id} {id}-title"));
        }
        self.out.push_str("><p class=\"box-label\"");
        id.iter().for_each(|id| self.attribute("id", id));
        self.out.push('>');
        self.text(&words);
        self.out.push_str("</p>");
        self.titled(directive, id.map(|id| format!("{id}-title")));
        self.blocks(&directive.blocks);
        self.close("div");
    }

    fn title(&mut self, directive: &Directive) {
        self.titled(directive, None);
    }

    fn titled(&mut self, directive: &Directive, id: Option<String>) {
        if !directive.title.is_empty() {
            self.out.push_str("<p class=\"box-title\"");
            id.iter().for_each(|id| self.attribute("id", id));
            self.out.push('>');
            self.ask_title(&directive.title);
            self.inlines(&directive.title);
            self.out.push_str("</p>");
        }
    }

    fn details(&mut self, block: &Block, directive: &Directive) {
        self.open("details", "", block);
        self.out.push_str("<summary>");
        self.inlines(&directive.title);
        self.out.push_str("</summary>");
        self.blocks(&directive.blocks);
        self.close("details");
    }
}
