//! Puts a catalog's translations into a page's tree.
//!
//! Structure, anchors and code stay the source's; only texts change. A text without a translation keeps
//! the source's words and says so in its block's `lang`.

use super::Catalog;
use super::key;
use crate::base::Locale;
use crate::content::CataloguedPage;
use crate::content::markdown::tree::{Block, BlockKind, Image, Inline, Link, Table, Tree};
use crate::content::page::SourcePage;

struct Translator<'c> {
    catalog: &'c Catalog,
    source: &'c Locale,
    total: u32,
    translated: u32,
}

/// Translates a page written in `source` by a catalog.
#[must_use]
pub fn apply(catalog: &Catalog, source: &Locale, page: &SourcePage) -> CataloguedPage {
    let mut translator = Translator { catalog, source, total: 0, translated: 0 };
    let mut front = page.front.clone();
    for text in [&mut front.title, &mut front.description].into_iter().flatten() {
        translator.title(text);
    }
    let mut tree: Tree = page.tree.clone();
    translator.blocks(&mut tree.blocks);
    for note in &mut tree.footnotes {
        translator.blocks(&mut note.blocks);
    }
    let (total, translated) = (translator.total, translator.translated);
    CataloguedPage { page: SourcePage { front, tree, ..page.clone() }, total, translated }
}

impl Translator<'_> {
    fn title(&mut self, text: &mut String) {
        self.total += 1;
        if let Some(found) = self.catalog.title(text) {
            *text = found;
            self.translated += 1;
        }
    }

    fn blocks(&mut self, blocks: &mut [Block]) {
        for block in blocks {
            let done = self.block(&mut block.kind);
            if !done {
                block.lang = Some(self.source.to_string());
            }
        }
    }

    /// Whether all of the block's own text is in the target language; blocks inside say so themselves.
    fn block(&mut self, kind: &mut BlockKind) -> bool {
        match kind {
            BlockKind::Heading { content, .. } | BlockKind::Paragraph(content) | BlockKind::Plain(content) => {
                self.text(content)
            }
            BlockKind::List { items, .. } => {
                items.iter_mut().for_each(|item| self.blocks(&mut item.blocks));
                true
            }
            BlockKind::Clauses(clauses) => {
                clauses.iter_mut().for_each(|clause| self.blocks(&mut clause.blocks));
                true
            }
            BlockKind::Definitions(definitions) => {
                let mut done = true;
                for definition in definitions {
                    for term in &mut definition.terms {
                        done &= self.text(term);
                    }
                    definition.definitions.iter_mut().for_each(|blocks| self.blocks(blocks));
                }
                done
            }
            BlockKind::Quote(blocks) | BlockKind::Alert { blocks, .. } => {
                self.blocks(blocks);
                true
            }
            BlockKind::Table(table) => self.table(table),
            BlockKind::Figure { image, caption } => self.text(&mut image.alt) & self.text(caption),
            BlockKind::Directive(directive) => {
                self.blocks(&mut directive.blocks);
                self.text(&mut directive.title)
            }
            BlockKind::Code { .. } | BlockKind::Rule | BlockKind::Html(_) => true,
        }
    }

    fn table(&mut self, table: &mut Table) -> bool {
        let cells = table.head.iter_mut().chain(table.rows.iter_mut().flatten());
        let mut done = true;
        for cell in cells {
            done &= self.text(cell);
        }
        done & self.text(&mut table.caption)
    }

    fn text(&mut self, content: &mut Vec<Inline>) -> bool {
        if !has_words(content) {
            return true;
        }
        self.total += 1;
        let Some(found) = self.catalog.find(content) else { return false };
        let place = first_place(content);
        let mut translation = key::inlines(found);
        put_at(&mut translation, place);
        *content = translation;
        self.translated += 1;
        true
    }
}

/// Blanks and marks alone are nothing to translate.
fn has_words(content: &[Inline]) -> bool {
    content.iter().any(|inline| match inline {
        Inline::Text(text) => !text.trim().is_empty(),
        Inline::SoftBreak | Inline::HardBreak | Inline::Blank(_) | Inline::Citation(_) => false,
        _ => true,
    })
}

type Place = Option<crate::base::Span>;

/// Findings about a translation's links are told at the text that was translated.
fn first_place(content: &[Inline]) -> Place {
    content.iter().find_map(|inline| match inline {
        Inline::Link(Link { span, .. }) | Inline::Image(Image { span, .. }) => Some(*span),
        Inline::Citation(citation) => Some(citation.span),
        Inline::Emphasis(c) | Inline::Strong(c) | Inline::Strikethrough(c) => first_place(c),
        _ => None,
    })
}

fn put_at(content: &mut [Inline], place: Place) {
    let span = place.unwrap_or_default();
    for inline in content {
        match inline {
            Inline::Link(link) => {
                link.span = span;
                put_at(&mut link.content, place);
            }
            Inline::Image(image) => image.span = span,
            Inline::Citation(citation) => citation.span = span,
            Inline::Emphasis(c) | Inline::Strong(c) | Inline::Strikethrough(c) => put_at(c, place),
            Inline::Foreign { content, .. } | Inline::IndexTerm { content, .. } => put_at(content, place),
            _ => {}
        }
    }
}
