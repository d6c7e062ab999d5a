//! Lists, tasks, clauses with their literal labels, definitions.

use super::writer::Writer;
use crate::content::markdown::tree::{Block, BlockKind, Clause, Definition, ListItem};

impl Writer<'_> {
    pub(super) fn list(&mut self, block: &Block, start: Option<u64>, tight: bool, items: &[ListItem]) {
        let name = if start.is_some() { "ol" } else { "ul" };
        let tasks = items.iter().any(|item| item.task.is_some());
        self.open(name, if tasks { "tasks" } else { "" }, block);
        if let Some(start) = start.filter(|start| *start != 1) {
            self.out.truncate(self.out.len() - 1);
            self.attribute("start", &start.to_string());
            self.out.push('>');
        }
        self.out.push('\n');
        for item in items {
            self.item(item, tight);
        }
        self.close(name);
    }

    fn item(&mut self, item: &ListItem, tight: bool) {
        let Some(done) = item.task else {
            self.out.push_str("<li");
            self.name_first(&item.blocks);
            self.out.push('>');
            if !tight {
                self.out.push('\n');
            }
            self.blocks(&item.blocks);
            return self.close("li");
        };
        self.out.push_str(if self.context.plain { "<li" } else { "<li class=\"task\"" });
        let line = |block: &&Block| matches!(block.kind, BlockKind::Plain(_) | BlockKind::Paragraph(_));
        item.blocks.first().filter(line).into_iter().for_each(|block| self.name_block(block));
        self.out.push('>');
        match item.blocks.split_first() {
            Some((Block { kind: BlockKind::Plain(line) | BlockKind::Paragraph(line), .. }, rest))
                if !self.context.plain =>
            {
                // The words are the box's label, so that they can be clicked and are read with it.
                self.out.push_str("<label>");
                self.checkbox(done, false);
                self.out.push_str("<span>");
                self.ask(&[], line);
                self.inlines(line);
                self.out.push_str("</span></label>\n");
                self.blocks(rest);
            }
            _ => {
                self.checkbox(done, !self.context.plain);
                if self.context.plain {
                    self.out.push(' ');
                }
                self.blocks(&item.blocks);
            }
        }
        self.close("li");
    }

    fn checkbox(&mut self, done: bool, named: bool) {
        self.out.push_str("<input");
        if done {
            self.out.push_str(" checked=\"\"");
        }
        if self.form.is_none() {
            self.out.push_str(" disabled=\"\"");
        }
        self.out.push_str(" type=\"checkbox\"");
        if named {
            let label = self.context.labels.label("task");
            self.attribute("aria-label", &label);
        }
        self.out.push('>');
    }

    pub(super) fn clauses(&mut self, block: &Block, clauses: &[Clause]) {
        self.open("ol", "clauses", block);
        for clause in clauses {
            self.out.push_str("<li class=\"clause\"");
            if let Some(id) = &clause.id {
                self.attribute("id", id);
            }
            self.out.push_str("><span class=\"clause-label\">");
            self.text(&clause.label);
            // The space stands inside the label: copied text keeps it, and no minifier drops it.
            self.out.push_str(" </span><div class=\"clause-body\"");
            self.name_first(&clause.blocks);
            self.out.push('>');
            self.blocks(&clause.blocks);
            self.out.push_str("</div>");
            if let Some(id) = &clause.id {
                self.self_link(id, &clause.label);
            }
            self.close("li");
        }
        self.close("ol");
    }

    pub(super) fn definitions(&mut self, block: &Block, list: &[Definition]) {
        self.open("dl", "", block);
        self.out.push('\n');
        for definition in list {
            for term in &definition.terms {
                self.out.push_str("<dt>");
                self.inlines(term);
                self.close("dt");
            }
            for blocks in &definition.definitions {
                self.out.push_str("<dd");
                self.name_first(blocks);
                self.out.push('>');
                self.blocks(blocks);
                self.close("dd");
            }
        }
        self.close("dl");
    }
}
