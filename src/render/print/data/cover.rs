//! What stands on the cover of a book.

use serde_json::json;

use super::{Manuscript, Order, qr, text};
use crate::base::escape_address;

/// A cover's measures in millimetres.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct CoverForm {
    /// Width of a trimmed page.
    pub width: f64,
    /// Its height.
    pub height: f64,
    /// Width of the spine; 0 for a stapled booklet.
    pub spine: f64,
    /// How far print goes beyond the cut.
    pub bleed: f64,
    /// Colour to the edges; else lines on white, for office printers.
    pub solid: bool,
}

/// Writes the cover of a book.
#[must_use]
pub fn cover(order: &Order<'_>, form: &CoverForm) -> Option<Manuscript> {
    let strings = order.strings.get(&order.book.locale.locale)?;
    let (config, locale) = (&order.handbook.config, &order.book.locale);
    let mut out = Manuscript::default();
    let mut shown = |words: &str| {
        let words = text::clean(words.trim());
        out.glyphs.note(&words, || None);
        words
    };
    let date = if config.edition_date.is_empty() { String::new() } else { strings.date(&config.edition_date) };
    let url = config.base_url.as_ref().map(|base| format!("{base}{}/", escape_address(locale.locale.as_str())));
    let url = url.unwrap_or_default();
    let data = json!({
        "lang": locale.locale.language(),
        "dir": locale.direction.as_str(),
        "width": form.width,
        "height": form.height,
        "spine": form.spine,
        "bleed": form.bleed,
        "solid": form.solid,
        "title": shown(&locale.title),
        "description": shown(&locale.description),
        "publisher": shown(&config.print.publisher),
        "edition": shown(&locale.edition),
        "edition_date": shown(&date),
        "isbn": shown(&config.print.isbn),
        "qr": qr::svg(&url).unwrap_or_default(),
        "url": url,
        "words": { "print-read-online": shown(&strings.text("print-read-online", &[])) },
    });
    out.data = data;
    Some(out)
}
