//! What on a page is translated, text by text.
//!
//! Owns the one order in which texts are met: what is extracted, counted and applied cannot differ. Headings,
//! paragraphs, list items, table cells, figures and code are grouped as mdbook-i18n-helpers groups them;
//! clauses, definitions, directive titles, table captions and front matter follow the same idea.

use crate::base::{Locale, Span};
use crate::content::directives::{Argument, find, path_and_caption};
use crate::content::markdown::parse_line;
use crate::content::markdown::tree::{Block, BlockKind, Directive, Image, Inline, Table, Tree};
use crate::content::page::{FrontMatter, SourcePage};

/// One text, to be read or to be replaced.
pub(super) enum Text<'t> {
    /// A field of the front matter: words without marks.
    Plain(&'t mut String),
    /// A line.
    Line(&'t mut Vec<Inline>),
    /// A line that shares its block with others: a cell, a term, a title.
    Part(&'t mut Vec<Inline>),
    /// A cell of a table.
    Cell(&'t mut Vec<Inline>),
    /// An image alone in its paragraph, and its caption.
    Figure(&'t mut Image, &'t mut Vec<Inline>),
    /// A code block: what follows its fence, and its lines.
    Code(&'t mut String, &'t mut String),
}

/// What is said of a text beside it.
#[derive(Clone, Debug, Default)]
pub(super) struct Spot {
    /// Where it stands: in the page's text, or in the front matter.
    pub span: Option<Span>,
    /// Lines of the block above it: rows of a table.
    pub below: usize,
    /// `<!-- i18n:comment … -->` above it.
    pub comments: Vec<String>,
    /// `<!-- i18n:skip -->` above it.
    pub skip: bool,
}

/// Is given every text of a page. Answers whether it is in the reader's language afterwards.
pub(super) trait Reader {
    /// The next text.
    fn text(&mut self, text: Text<'_>, spot: Spot) -> bool;
}

/// Goes through a page. Blocks whose own text was not translated are told by `lang`.
pub(super) fn page(page: &mut SourcePage, source: &Locale, reader: &mut impl Reader) {
    let mut pass = Pass { reader, lang: source.to_string(), next: Spot::default() };
    pass.front(&mut page.front);
    pass.tree(&mut page.tree);
}

struct Pass<'r, R> {
    reader: &'r mut R,
    lang: String,
    /// What the comments read so far say of the next text.
    next: Spot,
}

impl<R: Reader> Pass<'_, R> {
    fn front(&mut self, front: &mut FrontMatter) {
        front.title_lang = front.title.as_mut().and_then(|text| self.field(text));
        front.description_lang = front.description.as_mut().and_then(|text| self.field(text));
        for entrance in &mut front.entrances {
            entrance.title_lang = self.field(&mut entrance.title);
            entrance.promise_lang = self.field(&mut entrance.promise);
        }
    }

    /// A field's text; its language where it is not the reader's afterwards.
    fn field(&mut self, text: &mut String) -> Option<String> {
        let translated = text.trim().is_empty() || self.reader.text(Text::Plain(text), Spot::default());
        (!translated).then(|| self.lang.clone())
    }

    fn tree(&mut self, tree: &mut Tree) {
        self.blocks(&mut tree.blocks);
        for note in &mut tree.footnotes {
            self.blocks(&mut note.blocks);
        }
    }

    fn blocks(&mut self, blocks: &mut [Block]) {
        for block in blocks {
            if !self.block(&mut block.kind, block.span) {
                block.lang = Some(self.lang.as_str().into());
            }
        }
    }

    /// Whether the block's own text is in the reader's language; blocks inside say so themselves.
    fn block(&mut self, kind: &mut BlockKind, span: Span) -> bool {
        match kind {
            // Without an element of its own it says its language in the line.
            BlockKind::Plain(content) => self.part(content, span),
            BlockKind::Heading { content, .. } | BlockKind::Paragraph(content) => {
                return !has_words(content) || self.text(Text::Line(content), span);
            }
            BlockKind::List { items, .. } => items.iter_mut().for_each(|item| self.blocks(&mut item.blocks)),
            BlockKind::Clauses(clauses) => clauses.iter_mut().for_each(|clause| self.blocks(&mut clause.blocks)),
            BlockKind::Definitions(definitions) => {
                for definition in definitions {
                    definition.terms.iter_mut().for_each(|term| self.part(term, definition.span));
                    definition.definitions.iter_mut().for_each(|blocks| self.blocks(blocks));
                }
            }
            BlockKind::Quote(blocks) | BlockKind::Alert { blocks, .. } => self.blocks(blocks),
            BlockKind::Table(table) => self.table(table, span),
            BlockKind::Figure { image, caption } => return self.text(Text::Figure(image, caption), span),
            BlockKind::Directive(directive) => self.directive(directive, span),
            BlockKind::Code { info, text } => _ = self.text(Text::Code(info, text), span),
            BlockKind::Html(html) => self.note(html),
            BlockKind::Rule => {}
        }
        true
    }

    fn table(&mut self, table: &mut Table, span: Span) {
        self.part(&mut table.caption, span);
        let Table { head, rows, .. } = table;
        // A line of dashes stands below the head.
        let rows = rows.iter_mut().enumerate().flat_map(|(n, row)| row.iter_mut().map(move |cell| (n + 2, cell)));
        let cells = head.iter_mut().map(|cell| (0, cell)).chain(rows);
        for (below, cell) in cells.filter(|(_, cell)| has_words(cell)) {
            let spot = Spot { span: Some(span), below, ..std::mem::take(&mut self.next) };
            let done = self.reader.text(Text::Cell(cell), spot);
            self.mark(cell, done);
        }
    }

    fn directive(&mut self, directive: &mut Directive, span: Span) {
        match find(&directive.name).map(|rule| rule.argument) {
            Some(Argument::Title | Argument::TitleNeeded) => self.part(&mut directive.title, span),
            Some(Argument::PathAndCaption) => self.caption(directive, span),
            _ => {}
        }
        self.blocks(&mut directive.blocks);
    }

    /// The caption of a table made from data stands in the directive's argument.
    fn caption(&mut self, directive: &mut Directive, span: Span) {
        let (path, caption) = path_and_caption(&directive.argument);
        let (path, mut caption) = (path.to_owned(), caption.to_owned());
        if caption.is_empty() {
            return;
        }
        if self.text(Text::Plain(&mut caption), span) {
            directive.argument = format!("<{path}> \"{caption}\"");
        } else {
            // Said as a title, which can tell its language; the table takes it from there.
            directive.title = vec![Inline::Foreign { lang: self.lang.clone(), content: parse_line(&caption) }];
        }
    }

    fn part(&mut self, content: &mut Vec<Inline>, span: Span) {
        if has_words(content) {
            let done = self.text(Text::Part(content), span);
            self.mark(content, done);
        }
    }

    /// Words that share their block with translated ones say their language themselves.
    fn mark(&self, content: &mut Vec<Inline>, done: bool) {
        if !done {
            let inner = std::mem::take(content);
            content.push(Inline::Foreign { lang: self.lang.clone(), content: inner });
        }
    }

    fn text(&mut self, text: Text<'_>, span: Span) -> bool {
        let spot = Spot { span: Some(span), ..std::mem::take(&mut self.next) };
        self.reader.text(text, spot)
    }

    /// Comments to translators and to the extraction, in the form that mdbook-i18n-helpers reads.
    fn note(&mut self, html: &str) {
        match command(html) {
            Some(("skip", _)) => self.next.skip = true,
            Some(("comment", words)) if !words.is_empty() => self.next.comments.push(words.to_owned()),
            _ => {}
        }
    }
}

/// `<!-- i18n:command words -->`.
fn command(html: &str) -> Option<(&str, &str)> {
    let inner = html.trim().strip_prefix("<!--")?.strip_suffix("-->")?.trim_matches('-').trim();
    let rest = inner.strip_prefix("i18n").or_else(|| inner.strip_prefix("mdbook-xgettext"))?;
    let rest = rest.trim_start().strip_prefix(':')?.trim_start();
    let end = rest.find(|c: char| c.is_whitespace() || matches!(c, ':' | '-')).unwrap_or(rest.len());
    Some((&rest[..end], rest[end..].trim_start_matches(|c: char| c.is_whitespace() || matches!(c, ':' | '-'))))
}

/// Blanks and marks alone are nothing to translate.
fn has_words(content: &[Inline]) -> bool {
    content.iter().any(|inline| match inline {
        Inline::Text(text) => !text.trim().is_empty(),
        Inline::SoftBreak | Inline::HardBreak | Inline::Blank(_) | Inline::Citation(_) => false,
        _ => true,
    })
}
