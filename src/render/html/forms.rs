//! The HTML of what a reader fills in: fields of worksheets, choices, days.
//!
//! Owns the name of each field: a screen reader says it, and what is filled in is kept under it, so it is made
//! of the words that ask and of nothing that shifts when a line is added elsewhere. Fields work without a
//! script; remembering, counting and saving are the script's (`js/forms`).

use std::collections::{BTreeMap, VecDeque};

use super::context::Forms;
use super::escape;
use super::writer::Writer;
use crate::content::markdown::text::{language, plain};
use crate::content::markdown::tree::{Block, BlockKind, Directive, Field, FieldKind, Inline, Tree};

/// The checklist or worksheet being written.
pub(super) struct Form {
    /// Its title, for fields that no words ask for.
    title: String,
    /// How often each name was given.
    names: BTreeMap<String, usize>,
    /// What the fields of the line at hand are.
    asked: VecDeque<Asked>,
}

/// One field of a line.
struct Asked {
    name: String,
    /// The language of the words that ask, where it is not that of the text around.
    lang: Option<String>,
    /// Nothing stands behind it: it takes the rest of the line.
    last: bool,
}

/// Whether a page holds something that a reader may fill in or tick.
#[must_use]
pub fn has_forms(tree: &Tree) -> bool {
    any_form(&tree.blocks)
}

fn any_form(blocks: &[Block]) -> bool {
    blocks.iter().any(|block| match &block.kind {
        BlockKind::Directive(d) => matches!(d.name.as_str(), "checklist" | "worksheet") || any_form(&d.blocks),
        BlockKind::List { items, .. } => items.iter().any(|item| any_form(&item.blocks)),
        BlockKind::Quote(inner) | BlockKind::Alert { blocks: inner, .. } => any_form(inner),
        _ => false,
    })
}

impl Writer<'_> {
    /// Writes a checklist or worksheet.
    pub(super) fn form(&mut self, directive: &Directive, write: impl FnOnce(&mut Self)) {
        let form = Form { title: asking(&directive.title), names: BTreeMap::new(), asked: VecDeque::new() };
        let outer = self.form.replace(form);
        write(self);
        self.form = outer;
    }

    /// Names the fields of a title: short ones, nothing takes the rest of the line.
    pub(super) fn ask_title(&mut self, title: &[Inline]) {
        self.ask(&[], title);
        self.form.iter_mut().flat_map(|form| &mut form.asked).for_each(|asked| asked.last = false);
    }

    /// Names the fields of a line that is about to be written; `around` names the row and the column it is in.
    pub(super) fn ask(&mut self, around: &[Option<&Vec<Inline>>], line: &[Inline]) {
        if self.context.forms == Forms::Lines {
            return;
        }
        let Some(form) = &mut self.form else { return };
        let mut found = Line::default();
        found.read(line);
        let tail = found.words.trim().is_empty();
        let around: Vec<(String, Option<&str>)> =
            around.iter().flatten().map(|words| (tidy(&asking(words)), language(words))).collect();
        let count = found.asked.len();
        form.asked.clear();
        for (index, own) in found.asked.into_iter().enumerate() {
            let parts = || around.iter().map(|(words, lang)| (words, *lang)).chain([(&own, language(line))]);
            let named: Vec<&str> = parts().map(|(words, _)| words.as_str()).filter(|words| !words.is_empty()).collect();
            // A name is one attribute: it is read in the language of what it says most in. A row's code says nothing.
            let said = |words: &str| {
                words.split(|c: char| !c.is_alphabetic()).map(|word| word.len().saturating_sub(2)).sum::<usize>()
            };
            let longest = parts().max_by_key(|(words, _)| said(words));
            let lang = longest.and_then(|(_, lang)| lang).map(str::to_owned);
            let mut name = named.join(", ");
            if name.is_empty() {
                name.clone_from(&form.title);
            }
            let times = form.names.entry(name.clone()).and_modify(|n| *n += 1).or_insert(1);
            if *times > 1 {
                name = format!("{name} ({times})");
            }
            form.asked.push_back(Asked { name, lang, last: tail && index + 1 == count });
        }
    }

    /// A blank of a worksheet; false where it is a line to write on.
    pub(super) fn text_field(&mut self) -> bool {
        let Some(asked) = self.form.as_mut().and_then(|form| form.asked.pop_front()) else { return false };
        if asked.last {
            self.out.push_str("<textarea class=\"field\" rows=\"1\"");
            self.name(asked);
            self.out.push_str("></textarea>");
        } else {
            self.out.push_str("<input class=\"field\"");
            self.name(asked);
            self.out.push('>');
        }
        true
    }

    /// A day or a choice.
    pub(super) fn field(&mut self, field: &Field) {
        if self.context.plain {
            return self.inlines(&field.content);
        }
        match &field.kind {
            FieldKind::Day(day) if day.is_empty() => self.day_field(field),
            FieldKind::Day(day) => {
                self.out.push_str("<time");
                self.attribute("datetime", day);
                self.out.push('>');
                self.inlines(&field.content);
                self.out.push_str("</time>");
            }
            FieldKind::Choice => self.choice(field),
        }
    }

    fn day_field(&mut self, field: &Field) {
        let Some(asked) = self.form.as_mut().and_then(|form| form.asked.pop_front()) else {
            return self.inlines(&field.content);
        };
        self.out.push_str("<input class=\"field\" type=\"date\"");
        self.name(asked);
        self.out.push('>');
    }

    fn choice(&mut self, field: &Field) {
        let asked = self.form.as_mut().and_then(|form| form.asked.pop_front());
        let Some(asked) = asked else {
            let boxes: Vec<String> = field.choices().iter().map(|answer| format!("☐ {answer}")).collect();
            return self.text(&boxes.join("  "));
        };
        self.choices += 1;
        let group = format!("_choice-{}", self.choices);
        self.out.push_str("<span class=\"choices\" role=\"radiogroup\"");
        self.name(asked);
        self.out.push('>');
        for answer in field.choices() {
            self.out.push_str("<label><input type=\"radio\"");
            self.attribute("name", &group);
            self.attribute("value", &answer);
            self.out.push_str("> ");
            escape::push_text(&mut self.out, &answer);
            self.out.push_str("</label>");
        }
        self.out.push_str("</span>");
    }

    /// The name of a field and its language.
    fn name(&mut self, asked: Asked) {
        if asked.name.is_empty() {
            self.attribute("aria-label", &self.context.labels.label("label-blank"));
            return self.own_language();
        }
        self.attribute("aria-label", &asked.name);
        if let Some(lang) = asked.lang.filter(|lang| self.said.as_ref() != Some(lang)) {
            self.language(&lang);
        }
    }
}

/// Reads a line for the words before each field, since the field before.
#[derive(Default)]
struct Line {
    asked: Vec<String>,
    words: String,
}

impl Line {
    fn read(&mut self, content: &[Inline]) {
        for inline in content {
            match inline {
                Inline::Blank(_) => self.found(),
                Inline::Field(field) => match &field.kind {
                    FieldKind::Day(day) if !day.is_empty() => self.read(&field.content),
                    _ => self.found(),
                },
                Inline::Emphasis(inner)
                | Inline::Strong(inner)
                | Inline::Strikethrough(inner)
                | Inline::Foreign { content: inner, .. }
                | Inline::IndexTerm { content: inner, .. }
                | Inline::Term { content: inner, .. } => self.read(inner),
                Inline::Link(link) => self.read(&link.content),
                other => self.words.push_str(&plain(std::slice::from_ref(other))),
            }
        }
    }

    fn found(&mut self) {
        self.asked.push(tidy(&std::mem::take(&mut self.words)));
    }
}

/// The words of a heading cell or a title, without its own blanks.
pub(super) fn asking(content: &[Inline]) -> String {
    let mut line = Line::default();
    line.read(content);
    let mut words = line.asked;
    words.push(line.words);
    words.retain(|part| !part.trim().is_empty());
    words.join(" ")
}

/// Words without the marks that lead to a blank.
fn tidy(words: &str) -> String {
    let words: Vec<&str> = words.split_whitespace().collect();
    words.join(" ").trim_matches(|c: char| c.is_whitespace() || ":;,.()/–—-、，。：；".contains(c)).to_owned()
}
