//! Goes through one page's tree and makes its blocks.
//!
//! Owns what a page has met on the way: labels given, notes printed, addresses for codes, index entries, findings.

use std::collections::{BTreeMap, BTreeSet};

use super::heights::Measure;
use super::parts::{Address, Block, Clause, Definition, Inlines, Item, Kind, Picture, Table};
use super::{Book, Links, Manuscript, columns, keep, text};
use crate::base::{Diagnostic, Span};
use crate::book::model::Page;
use crate::content::faults;
use crate::content::markdown::text::plain;
use crate::content::markdown::tree::{self, BlockKind, Footnote, Image, Inline, ListItem, Target};
use crate::i18n::ui::Strings;
use crate::render::print::preflight;

/// How a page's text is being written.
pub(super) struct Writer<'a> {
    pub book: &'a Book<'a>,
    pub page: &'a Page,
    /// How much a line holds.
    pub measure: Measure,
    /// Words of the text's language.
    pub words: &'a Strings,
    /// What the whole document gathers.
    pub out: &'a mut Manuscript,
    /// Added to a heading's level.
    pub offset: u8,
    /// The level of the heading before.
    pub last_level: u8,
    pub notes: BTreeMap<&'a str, &'a Footnote>,
    pub noted: BTreeSet<&'a str>,
    /// Addresses to be printed as codes.
    pub links: Vec<Address>,
    /// Where the text at hand was written.
    pub span: Span,
    /// Where an address may not become a footnote: in notes, headings, captions.
    pub no_notes: bool,
    /// In a link: what is inside cannot be one.
    pub in_link: bool,
}

impl<'a> Writer<'a> {
    /// A writer for a page that has written nothing yet.
    pub(super) fn new(book: &'a Book<'a>, page: &'a Page, out: &'a mut Manuscript) -> Self {
        Self {
            book,
            page,
            measure: Measure::of(book.order.format),
            words: book.order.strings.get(&page.text_locale).unwrap_or(book.strings),
            out,
            offset: 0,
            last_level: 1,
            notes: page.tree.footnotes.iter().map(|note| (note.label.as_str(), note)).collect(),
            noted: BTreeSet::new(),
            links: Vec::new(),
            span: Span::default(),
            no_notes: false,
            in_link: false,
        }
    }

    pub(super) fn blocks(&mut self, blocks: &'a [tree::Block]) -> Vec<Block> {
        let mut written: Vec<Block> = blocks.iter().filter_map(|block| self.block(block)).collect();
        keep::lead_ins(&mut written, self.measure);
        keep::last_lines(&mut written, self.measure);
        keep::holes(&mut written, self.measure);
        keep::closings(written)
    }

    fn block(&mut self, block: &'a tree::Block) -> Option<Block> {
        self.span = block.span;
        let ids = self.ids(block);
        let kind = match &block.kind {
            BlockKind::Heading { level, content, number } => self.heading(*level, content, number.as_deref()),
            BlockKind::Paragraph(content) => Kind::P { c: self.filled(content, keep::WRITTEN), lead: false },
            BlockKind::Plain(content) => Kind::Plain { c: self.filled(content, keep::WRITTEN) },
            BlockKind::List { start, tight, items } => {
                let mut items: Vec<Item> = items.iter().map(|item| self.item(item)).collect();
                keep::neighbours(&mut items, *tight, self.measure);
                Kind::List { start: start.unwrap_or_default(), tight: *tight, items }
            }
            BlockKind::Clauses(clauses) => {
                let mut items: Vec<Clause> = clauses.iter().map(|c| self.clause(c)).collect();
                keep::clauses(&mut items, self.measure);
                Kind::Clauses { items }
            }
            BlockKind::Definitions(list) => {
                Kind::Definitions { items: list.iter().map(|d| self.definition(d)).collect() }
            }
            BlockKind::Quote(blocks) => {
                let b = self.blocks(blocks);
                Kind::Quote { short: self.measure.keeps_note(&b), b }
            }
            BlockKind::Alert { kind, blocks } => {
                let label = self.label(&format!("alert-{}", kind.name()));
                let b = self.blocks(blocks);
                Kind::Alert { kind: kind.name(), label, short: self.measure.keeps_note(&b), b }
            }
            BlockKind::Code { info, text } => self.source(info, text),
            BlockKind::Table(table) => Kind::Table(self.table(table)),
            BlockKind::Figure { image, caption } => self.figure(image, caption)?,
            BlockKind::Rule => Kind::Rule,
            BlockKind::Html(html) => {
                let words = text::words_of_html(html);
                if words.is_empty() {
                    return None;
                }
                Kind::P { c: vec![self.text(&words)], lead: false }
            }
            BlockKind::Directive(directive) => self.directive(directive)?,
        };
        let lang = block.lang.as_deref().map(str::to_owned).unwrap_or_default();
        Some(Block { ids, lang, classes: block.attributes.classes.clone(), kind })
    }

    /// A level that is skipped would make the outline lie to those who hear it: it is told, and closed.
    fn heading(&mut self, level: u8, content: &'a [Inline], number: Option<&str>) -> Kind {
        if level > self.last_level + 1 {
            let finding = faults::skipped_level(self.last_level, level);
            self.say(finding);
        }
        let depth = level.min(self.last_level + 1).max(2);
        self.last_level = depth;
        let c = self.held(|w| w.inlines(content));
        let plain = text::clean(plain(content).trim());
        let number = number.unwrap_or_default().to_owned();
        Kind::Heading { level: depth + self.offset, depth: depth - 1, number, c, plain }
    }

    fn item(&mut self, item: &'a ListItem) -> Item {
        let task = match item.task {
            None => "none",
            Some(false) => "open",
            Some(true) => "done",
        };
        Item { task, below: 0.0, b: self.blocks(&item.blocks) }
    }

    fn clause(&mut self, clause: &'a tree::Clause) -> Clause {
        let ids = clause.id.iter().filter_map(|id| self.label_here(id)).collect();
        Clause { label: self.seen(&text::clean(&clause.label)), lead: false, ids, b: self.blocks(&clause.blocks) }
    }

    fn definition(&mut self, definition: &'a tree::Definition) -> Definition {
        self.span = definition.span;
        Definition {
            terms: definition.terms.iter().map(|term| self.inlines(term)).collect(),
            definitions: definition.definitions.iter().map(|blocks| self.blocks(blocks)).collect(),
        }
    }

    fn source(&mut self, info: &str, code: &str) -> Kind {
        let lines: Vec<String> = code.trim_end_matches('\n').split('\n').map(text::code_line).collect();
        lines.iter().for_each(|line| drop(self.seen(line)));
        Kind::Source { lang: info.split([' ', '\t', ',']).next().unwrap_or_default().to_owned(), lines }
    }

    pub(super) fn table(&mut self, table: &'a tree::Table) -> Table {
        let align = |column: &tree::Alignment| match column {
            tree::Alignment::None | tree::Alignment::Left => "start",
            tree::Alignment::Center => "center",
            tree::Alignment::Right => "end",
        };
        let span = self.span;
        // A head without words heads nothing.
        let headed = table.head.iter().any(|cell| !plain(cell).trim().is_empty());
        let caption = self.held(|w| w.inlines(&table.caption));
        self.out.tables |= !caption.is_empty();
        // Heads are repeated on every page, and what is repeated may lead nowhere.
        let outer = std::mem::replace(&mut self.in_link, true);
        let head: Vec<Inlines> = if headed { table.head.iter().map(|c| self.inlines(c)).collect() } else { Vec::new() };
        self.in_link = outer;
        let mut rows: Vec<Vec<Inlines>> =
            table.rows.iter().map(|row| row.iter().map(|c| self.filled(c, 0)).collect()).collect();
        let blanks = rows.iter_mut().flatten().filter(|cell| keep::is_blank(cell));
        let form = blanks.map(Vec::clear).count() > 0;
        rows.iter_mut().flatten().for_each(|cell| keep::narrow_blanks(cell));
        let columns = columns::widths(&head, &rows);
        let align = (0..columns.len()).map(|n| table.alignments.get(n).map_or("start", align)).collect();
        // Where nothing heads the first column, or no column at all, its cells head their rows.
        let named_rows = columns.len() > 1 && table.head.first().is_none_or(|cell| plain(cell).trim().is_empty());
        let short = self.measure.keeps_table(&head, &rows, &columns);
        let paired = form || self.measure.pairs_rows(&rows, &columns);
        let hyphens = ["en", "es", "fr", "ru"].contains(&self.page.text_locale.language());
        let words = columns::least_words(&head, &rows, hyphens);
        let low = columns::has_low_rows(&head, &rows);
        if let Some(marks) = &mut self.out.marking {
            marks.rows(self.page, span, &mut rows);
        }
        Table { columns, words, align, head, rows, caption, named_rows, short, low, paired, form }
    }

    fn figure(&mut self, image: &'a Image, caption: &'a [Inline]) -> Option<Kind> {
        let caption = self.held(|w| w.inlines(caption));
        let Some(picture) = self.picture(image) else {
            let words = text::clean(&plain(&image.alt));
            return (!words.is_empty()).then(|| Kind::P { c: vec![self.text(&words)], lead: false });
        };
        self.out.figures |= !caption.is_empty();
        Some(Kind::Figure { picture, caption, float: false })
    }

    /// An image as the typesetter can have it; `None` when it cannot, and its words stand for it.
    pub(super) fn picture(&mut self, image: &Image) -> Option<Picture> {
        self.span = image.span;
        let alt = text::clean(plain(&image.alt).trim());
        let Target::Asset(path) = &image.target else {
            self.say(preflight::image_elsewhere(&image.source));
            return None;
        };
        let bytes = self.book.assets.get(path)?;
        if let Some(finding) = preflight::image(&image.source, path, bytes) {
            self.say(finding);
            return None;
        }
        if alt.is_empty() {
            self.say(faults::no_words(&image.source));
        }
        self.out.images.insert(path.clone(), std::sync::Arc::clone(bytes));
        let (w, h) = image.size.unwrap_or_default();
        Some(Picture { path: format!("/{path}"), alt, w, h })
    }

    /// A text that is printed: its letters must be in some font.
    pub(super) fn seen(&mut self, text: &str) -> String {
        self.out.glyphs.note(text, || self.page.text.place(self.span));
        text.to_owned()
    }

    /// Words of the interface in the text's language.
    pub(super) fn label(&mut self, key: &str) -> String {
        let words = self.words.text(key, &[]);
        self.seen(&text::clean(&words))
    }

    /// A finding at the text at hand. Text that is not translated is judged in its own book.
    pub(super) fn say(&mut self, finding: Diagnostic) {
        if self.page.origin != crate::book::model::TextOrigin::Fallback {
            self.out.findings.push(finding.at_text(&self.page.text, self.span));
        }
    }

    /// Writes something in which no address becomes a footnote.
    pub(super) fn held<T>(&mut self, write: impl FnOnce(&mut Self) -> T) -> T {
        let outer = std::mem::replace(&mut self.no_notes, true);
        let written = write(self);
        self.no_notes = outer;
        written
    }

    fn ids(&mut self, block: &tree::Block) -> Vec<String> {
        let attributes = &block.attributes;
        let all = attributes.id_aliases.iter().chain(&attributes.id);
        // The mark first: a heading's last label is its own.
        let mark = self.out.marking.as_mut().and_then(|marks| marks.block(self.page, block.span));
        mark.into_iter().chain(all.filter_map(|id| self.label_here(id))).collect()
    }

    /// The label of an anchor of this page, once.
    pub(super) fn label_here(&mut self, id: &str) -> Option<String> {
        let label = super::label(&self.page.path, Some(id));
        self.out.labels.insert(label.clone()).then_some(label)
    }

    /// Where an address is printed.
    pub(super) fn form(&mut self, to: &str, words: &str) -> (&'static str, usize) {
        let bare =
            |s: &str| s.trim_start_matches("https://").trim_start_matches("http://").trim_end_matches('/').to_owned();
        if self.in_link || bare(to) == bare(words) || !to.contains("://") {
            return ("shown", 0);
        }
        match self.book.links {
            Links::None => ("shown", 0),
            Links::Footnotes if self.no_notes => ("after", 0),
            Links::Footnotes => ("note", 0),
            Links::Qr => ("qr", self.code(to)),
        }
    }

    fn code(&mut self, to: &str) -> usize {
        let known = self.links.iter().position(|link| link.url == to);
        known.unwrap_or_else(|| {
            let Some(qr) = super::qr::svg(to) else { return 0 };
            self.links.push(Address { url: to.to_owned(), qr });
            self.links.len() - 1
        }) + 1
    }

    pub(super) fn text(&mut self, text: &str) -> super::parts::Inline {
        super::parts::Inline::Text(self.seen(text))
    }

    pub(super) fn line(&mut self, content: &'a [Inline]) -> Inlines {
        self.inlines(content)
    }

    /// A line of a form may have blanks that fill it.
    fn filled(&mut self, content: &'a [Inline], least: u16) -> Inlines {
        let mut line = self.inlines(content);
        keep::fill_lines(&mut line, least);
        line
    }
}
