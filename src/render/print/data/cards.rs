//! The cards of a book: its passages marked `:::card`, each with the address at which it stands on the website.
//!
//! Owns which passages these are and what a card is given; its size and look are the template's.

use serde::Serialize;

use super::parts::{Block, Inlines};
use super::writer::Writer;
use super::{Book, Destination, Manuscript, Order, qr, settle, text};
use crate::base::{Diagnostic, Place, codes};
use crate::book::model::Page;
use crate::content::markdown::tree::{self, BlockKind, Directive};
use crate::words;

/// The directive that makes a card.
const CARD: &str = "card";
/// The directive whose cards are only shown.
const EXAMPLE: &str = "example";

/// All cards of a book, ready to be set.
#[derive(Debug, Default)]
pub struct Deck {
    /// Their data; `size` is still missing.
    pub manuscript: Manuscript,
    /// Where each card was written, in the order of the data.
    pub places: Vec<Option<Place>>,
}

#[derive(Serialize)]
struct Card {
    index: usize,
    title: Inlines,
    b: Vec<Block>,
    lang: String,
    dir: &'static str,
    url: String,
    qr: String,
}

/// A passage: its page, the anchor nearest to it, and itself.
struct Passage<'a> {
    page: &'a Page,
    anchor: Option<&'a str>,
    block: &'a tree::Block,
    directive: &'a Directive,
}

/// Writes the cards of a book, in reading order. `None` when it has none.
#[must_use]
pub fn deck(order: &Order<'_>) -> Option<Deck> {
    let book = Book::new(order)?;
    let passages: Vec<Passage<'_>> = order.book.pages.iter().flat_map(|page| passages(page)).collect();
    if passages.is_empty() {
        return None;
    }
    let mut deck = Deck::default();
    let cards: Vec<Card> =
        passages.iter().enumerate().map(|(index, passage)| card(&book, passage, index, &mut deck.manuscript)).collect();
    deck.places = passages.iter().map(|passage| passage.page.text.place(passage.block.span)).collect();
    if order.handbook.config.base_url.is_none() {
        deck.manuscript.findings.push(no_address());
    }
    let title = text::clean(&order.book.locale.title);
    deck.manuscript.glyphs.note(&title, || None);
    let locale = &order.book.locale;
    deck.manuscript.data = serde_json::json!({
        "lang": locale.locale.language(),
        "dir": locale.direction.as_str(),
        "title": title,
        "cards": cards,
    });
    settle::settle(&mut deck.manuscript.data, &deck.manuscript.labels);
    Some(deck)
}

fn card<'a>(book: &'a Book<'a>, passage: &Passage<'a>, index: usize, out: &mut Manuscript) -> Card {
    let page = passage.page;
    let mut writer = Writer::new(book, page, out);
    // A card is read where there is no web: addresses stand nowhere but in its code.
    writer.in_link = true;
    writer.span = passage.block.span;
    let title = writer.inlines(&passage.directive.title);
    let b = writer.blocks(&passage.directive.blocks);
    let url = match book.web(&page.path, passage.anchor) {
        Destination::Web(url) => url,
        _ => String::new(),
    };
    Card {
        index,
        title,
        b,
        lang: page.text_locale.to_string(),
        dir: page.text_locale.direction().as_str(),
        qr: qr::svg(&url).unwrap_or_default(),
        url,
    }
}

/// The cards of a page.
fn passages(page: &Page) -> Vec<Passage<'_>> {
    let mut found = Vec::new();
    let mut anchor = page.title_id.as_deref();
    collect(page, &page.tree.blocks, &mut anchor, &mut found);
    found
}

/// Goes through blocks; the anchor is that of the heading above, or the card's own.
fn collect<'a>(page: &'a Page, blocks: &'a [tree::Block], anchor: &mut Option<&'a str>, found: &mut Vec<Passage<'a>>) {
    for block in blocks {
        let own = block.attributes.id.as_deref();
        match &block.kind {
            BlockKind::Heading { .. } => *anchor = own.or(*anchor),
            BlockKind::Directive(directive) if directive.name == CARD => {
                found.push(Passage { page, anchor: own.or(*anchor), block, directive });
            }
            // An example shows what a card is; it is none.
            BlockKind::Directive(directive) if directive.name == EXAMPLE => {}
            BlockKind::Directive(directive) => collect(page, &directive.blocks, anchor, found),
            BlockKind::Quote(inner) | BlockKind::Alert { blocks: inner, .. } => collect(page, inner, anchor, found),
            BlockKind::List { items, .. } => {
                items.iter().for_each(|item| collect(page, &item.blocks, anchor, found));
            }
            _ => {}
        }
    }
}

/// Cards are made all the same: their words are worth more than the code.
fn no_address() -> Diagnostic {
    let message = words!(
        "the cards have no QR codes: the handbook has no address to lead to",
        "thẻ chưa có mã QR: cẩm nang chưa có địa chỉ để dẫn tới"
    );
    Diagnostic::warning(codes::CARD_ADDRESS, message).help(words!(
        "write where the website stands: base_url = \"https://…\" in handbook.toml",
        "hãy ghi địa chỉ trang web: base_url = \"https://…\" trong handbook.toml"
    ))
}

/// A card that its template could not set on the paper there is, and by how much it is too long.
#[must_use]
pub fn too_long(place: Option<&Place>, size: &str, over: f64) -> Diagnostic {
    let percent = (over / (1.0 + over) * 100.0).ceil().clamp(1.0, 99.0);
    let message = words!(
        "this card is too long for {size}: it is left out of that sheet",
        "thẻ này quá dài so với khổ {size}: đã bỏ khỏi tờ in khổ đó"
    );
    Diagnostic::warning(codes::CARD_TOO_LONG, message).at_place(place.cloned()).help(words!(
        "shorten it by about {percent} %; sixty words are enough for a card",
        "hãy rút bớt khoảng {percent} %; một thẻ chỉ nên có sáu mươi chữ"
    ))
}
