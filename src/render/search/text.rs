//! A page as the text that a reader sees, cut into sections that a result can open at.
//!
//! Owns what of a page is searched: everything that is shown of its tree. Left out are the words that the
//! theme puts around an author's text on every page (“Example”, “Note”), and the markup of raw HTML.

use std::collections::{BTreeMap, BTreeSet};

use super::generated;
use crate::book::model::{Page, SourceRecord};
use crate::content::markdown::tree::{Block, BlockKind, Definition, Directive, Footnote, Inline, Table};
use crate::i18n::ui::Strings;

/// What a line of text is worth to one who searches.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Weight {
    /// What a place is about: the term that a glossary explains, the number of the document that a page describes.
    Subject,
    /// Names what follows: a defined term, the title of a box.
    Heading,
    /// Running text.
    Text,
}

/// A stretch of a page below one anchor.
#[derive(Clone, Debug, PartialEq)]
pub struct Section {
    /// Its anchor; empty at the top of the page.
    pub anchor: String,
    /// Its heading, with its number; empty at the top of the page.
    pub title: String,
    /// What its heading is worth.
    pub weight: Weight,
    /// The language of its heading where it is not the page's: a BCP 47 tag; else empty.
    pub lang: String,
    /// Its lines: one a paragraph, list item, table row.
    pub lines: Vec<Line>,
}

/// A line of text.
#[derive(Clone, Debug, PartialEq)]
pub struct Line {
    /// What it is worth.
    pub weight: Weight,
    /// Its words.
    pub text: String,
    /// Their language where it is not the page's: a BCP 47 tag; else empty.
    pub lang: String,
}

impl Section {
    pub(super) fn new(anchor: &str, title: String, weight: Weight) -> Self {
        Self { anchor: anchor.to_owned(), title, weight, lang: String::new(), lines: Vec::new() }
    }

    fn is_empty(&self) -> bool {
        self.title.is_empty() && self.lines.is_empty()
    }
}

/// The sections of a page. The first is what stands above its first heading.
#[must_use]
pub fn sections(page: &Page, sources: &BTreeMap<String, SourceRecord>, strings: &Strings) -> Vec<Section> {
    let mut reader = Reader {
        strings,
        footnotes: &page.tree.footnotes,
        met: BTreeSet::new(),
        owed: Vec::new(),
        lang: "",
        done: Vec::new(),
        section: Section::new("", String::new(), Weight::Heading),
    };
    reader.line(Weight::Text, page.description.clone());
    if let Some(source) = page.document.as_ref().and_then(|document| sources.get(&document.id)) {
        reader.line(Weight::Subject, source.number.clone());
        let date = generated::date(strings, &source.date);
        reader.facts(Weight::Text, &[&source.issuer, &date]);
    }
    for entrance in &page.entrances {
        reader.line(Weight::Text, entrance.title.clone());
        reader.line(Weight::Text, entrance.promise.clone());
    }
    reader.blocks(&page.tree.blocks);
    reader.finish()
}

/// Gathers text in reading order.
pub(super) struct Reader<'a> {
    pub strings: &'a Strings,
    footnotes: &'a [Footnote],
    /// Labels of the notes that were met, and those whose text is still to follow.
    met: BTreeSet<&'a str>,
    owed: Vec<&'a Footnote>,
    /// The language of what is read now; empty: the page's.
    lang: &'a str,
    done: Vec<Section>,
    section: Section,
}

impl<'a> Reader<'a> {
    /// Begins a section.
    pub fn open(&mut self, anchor: &str, title: String, weight: Weight) {
        self.close();
        self.section = Section::new(anchor, title, weight);
        self.lang.clone_into(&mut self.section.lang);
    }

    /// Reads what is in a language; empty: in that of what stands around it.
    pub fn among(&mut self, lang: &'a str, read: impl FnOnce(&mut Self)) {
        let around = self.lang;
        if !lang.is_empty() {
            self.lang = lang;
        }
        read(self);
        self.lang = around;
    }

    /// The anchor of the current section.
    pub fn anchor(&self) -> String {
        self.section.anchor.clone()
    }

    /// A line of the current section; an empty one is none.
    pub fn line(&mut self, weight: Weight, text: String) {
        let text = tidy(text);
        if !text.is_empty() {
            self.section.lines.push(Line { weight, text, lang: self.lang.to_owned() });
        }
    }

    /// A line from what is known of several facts.
    pub fn facts(&mut self, weight: Weight, facts: &[&str]) {
        let known: Vec<&str> = facts.iter().copied().filter(|fact| !fact.is_empty()).collect();
        self.line(weight, known.join(" · "));
    }

    /// The words of a line.
    pub fn words(&mut self, content: &'a [Inline]) -> String {
        let mut text = String::new();
        self.inlines(content, &mut text);
        text
    }

    fn finish(mut self) -> Vec<Section> {
        // Notes nobody refers to are not shown.
        self.close();
        self.done
    }

    fn close(&mut self) {
        // A note is read where it is referred to; it may refer to further ones.
        while !self.owed.is_empty() {
            for note in std::mem::take(&mut self.owed) {
                self.blocks(&note.blocks);
            }
        }
        let section = std::mem::replace(&mut self.section, Section::new("", String::new(), Weight::Heading));
        if !section.is_empty() || self.done.is_empty() {
            self.done.push(section);
        }
    }

    fn blocks(&mut self, blocks: &'a [Block]) {
        for block in blocks {
            self.block(block);
        }
    }

    fn block(&mut self, block: &'a Block) {
        self.among(block.lang.as_deref().unwrap_or_default(), |reader| reader.read(block));
    }

    fn read(&mut self, block: &'a Block) {
        match &block.kind {
            BlockKind::Heading { content, number, .. } => {
                let words = self.words(content);
                let title = number.as_ref().map_or(words.clone(), |number| format!("{number} {words}"));
                self.open(block.attributes.id.as_deref().unwrap_or_default(), tidy(title), Weight::Heading);
            }
            BlockKind::Paragraph(content) | BlockKind::Plain(content) => {
                let words = self.words(content);
                self.line(Weight::Text, words);
            }
            BlockKind::List { items, .. } => items.iter().for_each(|item| self.blocks(&item.blocks)),
            BlockKind::Clauses(clauses) => {
                for clause in clauses {
                    let before = self.section.lines.len();
                    self.blocks(&clause.blocks);
                    // A label is found with the words it stands before.
                    match self.section.lines.get_mut(before) {
                        Some(line) => line.text.insert_str(0, &format!("{} ", clause.label)),
                        None => self.line(Weight::Text, clause.label.clone()),
                    }
                }
            }
            BlockKind::Definitions(list) => list.iter().for_each(|definition| self.definition(definition)),
            BlockKind::Quote(blocks) | BlockKind::Alert { blocks, .. } => self.blocks(blocks),
            BlockKind::Code { text, .. } => text.lines().for_each(|line| self.line(Weight::Text, line.to_owned())),
            BlockKind::Table(table) => self.table(table),
            BlockKind::Figure { image, caption } => {
                let (alt, caption) = (self.words(&image.alt), self.words(caption));
                self.line(Weight::Text, alt);
                self.line(Weight::Text, caption);
            }
            BlockKind::Rule => {}
            BlockKind::Html(html) => self.html(html),
            BlockKind::Directive(directive) => self.directive(directive),
        }
    }

    fn definition(&mut self, definition: &'a Definition) {
        for term in &definition.terms {
            let words = self.words(term);
            self.line(Weight::Heading, words);
        }
        definition.definitions.iter().for_each(|blocks| self.blocks(blocks));
    }

    fn table(&mut self, table: &'a Table) {
        let caption = self.words(&table.caption);
        self.line(Weight::Heading, caption);
        for row in std::iter::once(&table.head).chain(&table.rows) {
            let cells: Vec<String> = row.iter().map(|cell| tidy(self.words(cell))).collect();
            self.facts(Weight::Text, &cells.iter().map(String::as_str).collect::<Vec<_>>());
        }
    }

    fn directive(&mut self, directive: &'a Directive) {
        if let Some(generated) = &directive.generated {
            return generated::read(self, generated);
        }
        let title = self.words(&directive.title);
        self.line(Weight::Heading, title);
        self.blocks(&directive.blocks);
    }

    fn html(&mut self, html: &str) {
        if html.contains('<') {
            let text = ammonia::Builder::empty().clean(html).to_string();
            let plain = [("&lt;", "<"), ("&gt;", ">"), ("&nbsp;", " "), ("&quot;", "\""), ("&amp;", "&")];
            let text = plain.iter().fold(text, |text, (entity, letter)| text.replace(entity, letter));
            text.lines().for_each(|line| self.line(Weight::Text, line.to_owned()));
        }
    }

    fn inlines(&mut self, content: &'a [Inline], text: &mut String) {
        for inline in content {
            match inline {
                Inline::Text(words) | Inline::Code(words) => text.push_str(words),
                Inline::SoftBreak | Inline::HardBreak => text.push(' '),
                Inline::Blank(_) => text.push_str(" … "),
                Inline::Html(_) => {}
                Inline::FootnoteReference(label) => self.owe(label),
                Inline::Citation(citation) => {
                    let name = if citation.label.is_empty() { &citation.id } else { &citation.label };
                    text.push_str(" [");
                    text.push_str(name);
                    if !citation.locator.is_empty() {
                        text.push_str(", ");
                        text.push_str(&citation.locator);
                    }
                    text.push(']');
                }
                Inline::Link(link) if link.content.is_empty() => text.push_str(&link.to),
                Inline::Link(link) => self.inlines(&link.content, text),
                Inline::Image(image) => self.inlines(&image.alt, text),
                Inline::Field(field) => self.inlines(&field.content, text),
                Inline::Emphasis(content)
                | Inline::Strong(content)
                | Inline::Strikethrough(content)
                | Inline::Foreign { content, .. }
                | Inline::IndexTerm { content, .. }
                | Inline::Term { content, .. } => self.inlines(content, text),
            }
        }
    }

    fn owe(&mut self, label: &'a str) {
        if self.met.insert(label)
            && let Some(note) = self.footnotes.iter().find(|note| note.label == label)
        {
            self.owed.push(note);
        }
    }
}

/// The language of text that is wholly in another one; else empty.
pub(super) fn lang_of(content: &[Inline]) -> &str {
    match content {
        [Inline::Foreign { lang, .. }] => lang,
        _ => "",
    }
}

/// A text with single spaces between its words.
fn tidy(text: String) -> String {
    let edges = text.starts_with(' ') || text.ends_with(' ');
    if edges || has_gaps(text.as_bytes()) && (text.contains("  ") || text.contains(['\n', '\t'])) {
        return text.split_whitespace().collect::<Vec<_>>().join(" ");
    }
    text
}

/// Whether there may be white space other than single spaces. Looks at all of it, which is quicker than to stop.
fn has_gaps(text: &[u8]) -> bool {
    let other = text.iter().fold(false, |any, byte| any | (*byte < b' '));
    text.iter().zip(text.iter().skip(1)).fold(other, |any, (a, b)| any | ((*a == b' ') & (*b == b' ')))
}
