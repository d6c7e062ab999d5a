//! Puts a catalog's translations into a page's tree.
//!
//! Structure and anchors stay the source's; only texts change. A text without a translation keeps the
//! source's words and says so in its block's `lang`.

use std::sync::Arc;

use super::Catalog;
use super::code::Part;
use super::key;
use super::texts::{self, Reader, Spot, Text};
use super::units::{Unit, Units};
use crate::base::{Hash, Locale, Memo, Span};
use crate::content::CataloguedPage;
use crate::content::markdown::tree::{BlockKind, Image, Inline};
use crate::content::markdown::{parse_line, text};
use crate::content::page::SourcePage;

/// The same as [`apply`], found where it was made before. A catalog changes more often than what it says of one page:
/// what it says of this one is the key.
pub(super) fn kept(
    catalog: &Catalog,
    source: &Locale,
    page: &SourcePage,
    units: &Units,
    memo: &Memo,
) -> Arc<CataloguedPage> {
    let ids = units.uses.iter().map(|of| of.id.as_str());
    let of_catalog = Hash::of_value(&(page.key, source, catalog.said.part(ids)));
    if let Some(known) = memo.find("translated by this catalog", of_catalog) {
        return memo.get_found("translation", known);
    }
    let said: Vec<Option<&str>> = units.units.iter().flat_map(Unit::ids).map(|id| catalog.find(id)).collect();
    let key = Hash::of_value(&(page.key, source, said));
    let made = memo.get("translation", key, || {
        let mut made = apply(catalog, source, page, units);
        made.page.key = key;
        made
    });
    memo.keep("translated by this catalog", of_catalog, Arc::clone(&made));
    made
}

/// Translates a page written in `source` by a catalog; `units` are the page's.
pub(super) fn apply(catalog: &Catalog, source: &Locale, page: &SourcePage, units: &Units) -> CataloguedPage {
    let mut translator = Translator { catalog, units: units.units.iter(), total: 0, translated: 0 };
    let mut page = page.clone();
    texts::page(&mut page, source, &mut translator);
    CataloguedPage { page, total: translator.total, translated: translator.translated }
}

struct Translator<'c> {
    catalog: &'c Catalog,
    units: std::slice::Iter<'c, Unit>,
    total: u32,
    translated: u32,
}

impl Reader for Translator<'_> {
    fn text(&mut self, text: Text<'_>, _: Spot) -> bool {
        match self.units.next() {
            None | Some(Unit::None) => true,
            Some(Unit::One(id)) => self.one(id, text),
            Some(Unit::Code(parts)) => {
                if let Text::Code(info, text) = text {
                    self.code(parts, info, text);
                }
                true
            }
        }
    }
}

impl<'c> Translator<'c> {
    fn find(&mut self, id: &str) -> Option<&'c str> {
        self.total += 1;
        let found = self.catalog.find(id)?;
        self.translated += 1;
        Some(found)
    }

    fn one(&mut self, id: &str, text: Text<'_>) -> bool {
        let Some(found) = self.find(id) else { return false };
        match text {
            Text::Plain(text) => *text = key::plain_text(found),
            Text::Line(content) | Text::Part(content) | Text::Cell(content) => {
                let place = first_place(content);
                let mut translation = key::inlines(found);
                put_at(&mut translation, place);
                *content = translation;
            }
            Text::Figure(image, caption) => figure(found, image, caption),
            Text::Code(..) => {}
        }
        true
    }

    fn code(&mut self, parts: &[Part], info: &mut String, text: &mut String) {
        // From the end, so that the places of the parts before stay right.
        for part in parts.iter().rev() {
            let Some(found) = self.find(&part.id) else { continue };
            match &part.range {
                Some(range) if text.is_char_boundary(range.start) && text.is_char_boundary(range.end) => {
                    text.replace_range(range.clone(), found);
                }
                Some(_) => {}
                None => {
                    if let Some((own_info, own_text)) = block_of_code(found) {
                        (*info, *text) = (own_info, own_text);
                    }
                }
            }
        }
    }
}

/// A translated figure keeps its place; its picture may be another one.
fn figure(found: &str, image: &mut Image, caption: &mut Vec<Inline>) {
    let translated = key::inlines(found).into_iter().find_map(|inline| match inline {
        Inline::Image(image) => Some(image),
        _ => None,
    });
    match translated {
        Some(own) => {
            *caption = parse_line(&own.title);
            *image = Image { span: image.span, ..*own };
        }
        // Words alone are what the picture shows.
        None => image.alt = vec![Inline::Text(text::plain(&key::inlines(found)))],
    }
}

fn block_of_code(markdown: &str) -> Option<(String, String)> {
    key::blocks(markdown).into_iter().find_map(|block| match block.kind {
        BlockKind::Code { info, text } => Some((info, text)),
        _ => None,
    })
}

type Place = Option<Span>;

/// Findings about a translation's links are told at the text that was translated.
fn first_place(content: &[Inline]) -> Place {
    content.iter().find_map(|inline| match inline {
        Inline::Link(link) => Some(link.span),
        Inline::Image(image) => Some(image.span),
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
            Inline::Field(field) => put_at(&mut field.content, place),
            _ => {}
        }
    }
}
