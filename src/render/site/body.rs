//! A page's text as HTML, with the words of the text's own language around it.

use std::sync::Arc;

use super::frame::Frame;
use crate::base::Hash;
use crate::book::model::{Page, TextOrigin};
use crate::i18n::ui::Strings;
use crate::render::html::{self, Forms, HtmlContext, RawHtml, Words};

/// Style sheets of blocks that few pages have, and what the HTML of such a block holds.
const SHEETS: [(&str, &[&str]); 3] = [
    ("code", &["<pre"]),
    ("letters", &["letter-part"]),
    ("lists", &["class=\"document", "class=\"source", "class=\"elements", "class=\"glossary", "class=\"statistic"]),
];

/// A page's text, rendered.
pub struct Body {
    /// As HTML.
    pub html: String,
    /// Hash of it.
    pub hash: Hash,
    /// Style sheets it needs beside the theme's own.
    pub sheets: Vec<&'static str>,
}

/// The body of a page.
pub fn of(frame: &Frame<'_>, page: &Page) -> Arc<Body> {
    // An untranslated page is in another language than its frame, and so are its labels.
    let strings = frame.all_strings.get(&page.text_locale).unwrap_or(frame.strings);
    let (raw, marked) = (frame.handbook.config.raw_html, frame.options.mark_untranslated);
    let pictures = format!("{:?}", frame.options.pictures);
    let key = Hash::of_value(&(page.key, strings.key, raw, marked, &frame.handbook.config.source, pictures));
    frame.options.memo.get("body", key, || {
        let html = html(frame, page, strings);
        let hash = if frame.options.memo.keeps() { Hash::of(html.as_bytes()) } else { Hash::default() };
        let needed = SHEETS.iter().filter(|(_, marks)| marks.iter().any(|mark| html.contains(mark)));
        let sheets = needed.map(|(name, _)| *name).collect();
        Body { html, hash, sheets }
    })
}

fn html(frame: &Frame<'_>, page: &Page, strings: &Strings) -> String {
    let words = Words(strings);
    let mut context = HtmlContext::new(&page.path, &words, frame.highlighter);
    context.forms = Forms::Fields;
    context.pictures = Some(&frame.options.pictures);
    if frame.handbook.config.raw_html {
        context.raw_html = RawHtml::Pass;
    }
    if frame.options.mark_untranslated && matches!(page.origin, TextOrigin::Catalog { .. }) {
        context.untranslated = Some("camnang-untranslated");
        context.source = Some(frame.handbook.config.source.as_str());
    }
    html::body(&page.tree, &context)
}
