//! A page's text as HTML, with the words of the text's own language around it.

use std::sync::{Arc, OnceLock};

use super::frame::Frame;
use crate::base::{Hash, Stored, Unread};
use crate::book::model::{Page, TextOrigin};
use crate::i18n::ui::Strings;
use crate::render::html::{self, Forms, HtmlContext, RawHtml, Words};

/// Style sheets of blocks that few pages have, and what the HTML of such a block holds.
const SHEETS: [(&str, &[&str]); 3] = [
    ("code", &["<pre"]),
    ("letters", &["letter-part"]),
    ("lists", &["class=\"document", "class=\"source", "class=\"elements", "class=\"glossary", "class=\"statistic"]),
];

/// The step that renders a text.
const RENDERED: &str = "body";
/// The step that tells what the other templates need to know of a text.
pub const FACTS: &str = "body facts";

/// What is known of a page's text without the text itself.
#[derive(Debug)]
pub struct Facts {
    /// Hash of its HTML.
    pub hash: Hash,
    /// Style sheets it needs beside the theme's own: their places in a list of all such.
    sheets: Vec<u8>,
}

/// A page's text; rendered when somebody asks for its HTML, unless its facts had to be found out.
pub struct Body<'a> {
    frame: &'a Frame<'a>,
    page: &'a Page,
    key: Hash,
    html: OnceLock<Arc<String>>,
    /// What is known of it.
    pub facts: Arc<Facts>,
}

/// The body of a page.
pub fn of<'a>(frame: &'a Frame<'a>, page: &'a Page) -> Body<'a> {
    let (raw, marked) = (frame.handbook.config.raw_html, frame.options.mark_untranslated);
    let source = &frame.handbook.config.source;
    let key = Hash::of_value(&(page.key, strings(frame, page).key, raw, marked, source, frame.pictures));
    let memo = &frame.options.memo;
    let html = memo.find::<String>(RENDERED, key).map(OnceLock::from).unwrap_or_default();
    let found = memo.find::<Facts>(FACTS, key);
    let mut body =
        Body { frame, page, key, html, facts: Arc::new(Facts { hash: Hash::default(), sheets: Vec::new() }) };
    body.facts = found.unwrap_or_else(|| {
        let facts = Arc::new(body.find_out());
        memo.keep(FACTS, key, Arc::clone(&facts));
        facts
    });
    body
}

impl Body<'_> {
    /// The text as HTML.
    pub fn html(&self) -> &str {
        let make = || html(self.frame, self.page, strings(self.frame, self.page));
        self.html.get_or_init(|| self.frame.options.memo.get(RENDERED, self.key, make))
    }

    fn find_out(&self) -> Facts {
        let html = self.html();
        let hash = if self.frame.options.memo.keeps() { Hash::of(html.as_bytes()) } else { Hash::default() };
        let needed = SHEETS.iter().zip(0..).filter(|((_, marks), _)| {
            marks.iter().any(|mark| memchr::memmem::find(html.as_bytes(), mark.as_bytes()).is_some())
        });
        Facts { hash, sheets: needed.map(|(_, place)| place).collect() }
    }
}

impl Facts {
    /// Style sheets it needs beside the theme's own.
    pub fn sheets(&self) -> impl Iterator<Item = &'static str> {
        self.sheets.iter().filter_map(|place| SHEETS.get(usize::from(*place))).map(|(name, _)| *name)
    }
}

impl Stored for Facts {
    fn store(&self, to: &mut Vec<u8>) {
        self.hash.store(to);
        self.sheets.store(to);
    }

    fn restore(from: &mut Unread<'_>) -> Option<Self> {
        Some(Self { hash: Stored::restore(from)?, sheets: Stored::restore(from)? })
    }
}

/// An untranslated page is in another language than its frame, and so are its labels.
fn strings<'a>(frame: &'a Frame<'_>, page: &Page) -> &'a Strings {
    frame.all_strings.get(&page.text_locale).unwrap_or(frame.strings)
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
    if frame.options.mark_untranslated {
        context.marks = Some(&page.text);
    }
    html::body(&page.tree, &context)
}
