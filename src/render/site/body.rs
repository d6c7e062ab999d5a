//! A page's text as HTML, with the words of the text's own language around it.

use super::frame::Frame;
use crate::book::model::{Page, TextOrigin};
use crate::render::html::{self, Forms, HtmlContext, RawHtml, Words};

/// The body of a page.
pub fn html(frame: &Frame<'_>, page: &Page) -> String {
    // An untranslated page is in another language than its frame, and so are its labels.
    let words = Words(frame.all_strings.get(&page.text_locale).unwrap_or(frame.strings));
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
