//! The places in a page that a link can lead to.
//!
//! Owns what counts as an anchor: headings, ids that an author wrote, clauses, footnotes, lines of generated
//! lists, ids in raw HTML.

use std::cell::RefCell;
use std::collections::BTreeMap;

use lol_html::{RewriteStrSettings, element, rewrite_str};

use super::model::Page;
use crate::base::{Span, Stored, Unread};
use crate::content::markdown::generated::{Generated, GlossaryLine};
use crate::content::markdown::slug::slug;
use crate::content::markdown::text::{language, plain};
use crate::content::markdown::tree::{Block, BlockKind, Clause, Inline};
use crate::content::markdown::walk::{self, Line, Visitor};

/// What an empty link to a place is filled with.
#[derive(Clone, Debug, Default, PartialEq, Hash)]
pub struct Label {
    /// Title; empty when the place has none.
    pub title: String,
    /// Number.
    pub number: Option<String>,
    /// The language of the title: a BCP 47 tag; empty where nobody says.
    pub lang: String,
}

impl Label {
    /// A page's title and number.
    #[must_use]
    pub fn of(page: &Page) -> Self {
        Self { title: page.title.clone(), number: page.number.clone(), lang: page.title_lang.to_string() }
    }

    /// A title without a number; its language is its page's, unless it says another.
    fn titled(title: impl Into<String>, lang: Option<&str>) -> Self {
        Self { title: title.into(), number: None, lang: lang.unwrap_or_default().to_owned() }
    }
}

/// The anchors of one page.
#[derive(Clone, Debug, Default, Hash)]
pub struct Anchors {
    exact: BTreeMap<String, Label>,
    /// Anchors as another slug rule would write them; `None` where two would be the same.
    folded: BTreeMap<String, Option<String>>,
}

impl Anchors {
    /// The anchors of a page whose generated blocks are filled.
    #[must_use]
    pub fn of(page: &mut Page) -> Self {
        let mut anchors = Self::default();
        walk::tree(&mut page.tree, &mut anchors);
        for number in 1..=page.tree.footnotes.len() {
            anchors.add(format!("fn:{number}"), Label::default());
        }
        for label in anchors.exact.values_mut().filter(|label| label.lang.is_empty() && !label.title.is_empty()) {
            label.lang = page.text_locale.to_string();
        }
        if let Some(id) = &page.title_id {
            anchors.add(id.clone(), Label::of(page));
        }
        for id in anchors.exact.keys() {
            let twins = anchors.folded.entry(fold(id)).or_insert_with(|| Some(id.clone()));
            if twins.as_ref() != Some(id) {
                *twins = None;
            }
        }
        anchors
    }

    /// The anchor that is meant: as written, or the only one that differs in case, marks and hyphens alone.
    #[must_use]
    pub fn find(&self, written: &str) -> Option<(&str, &Label)> {
        let exact = self.exact.get_key_value(written);
        let folded = || self.folded.get(&fold(written))?.as_ref().and_then(|id| self.exact.get_key_value(id));
        exact.or_else(folded).map(|(id, label)| (id.as_str(), label))
    }

    /// The anchors that have an address for ever, sorted. Numbers of footnotes change with the text.
    pub fn stable(&self) -> impl Iterator<Item = &str> {
        self.ids().filter(|id| !id.starts_with("fn:"))
    }

    /// All anchors, sorted.
    pub fn ids(&self) -> impl Iterator<Item = &str> {
        self.exact.keys().map(String::as_str)
    }

    fn add(&mut self, id: String, label: Label) {
        self.exact.entry(id).or_insert(label);
    }

    fn clause(&mut self, clause: &Clause) {
        if let Some(id) = &clause.id {
            self.add(id.clone(), Label::titled(clause.label.as_str(), None));
        }
    }

    fn html(&mut self, html: &str) {
        if !html.contains("id") && !html.contains("name") {
            return;
        }
        let found = RefCell::new(Vec::new());
        let handler = element!("[id], a[name]", |el| {
            found.borrow_mut().extend(el.get_attribute("id").or_else(|| el.get_attribute("name")));
            Ok(())
        });
        // A fragment that cannot be read has no anchors that a browser would find.
        let _ = rewrite_str(html, RewriteStrSettings::new().append_element_content_handler(handler));
        for id in found.into_inner() {
            self.add(id, Label::default());
        }
    }
}

impl Stored for Label {
    fn store(&self, to: &mut Vec<u8>) {
        self.title.store(to);
        self.number.store(to);
        self.lang.store(to);
    }

    fn restore(from: &mut Unread<'_>) -> Option<Self> {
        Some(Self { title: Stored::restore(from)?, number: Stored::restore(from)?, lang: Stored::restore(from)? })
    }
}

impl Stored for Anchors {
    fn store(&self, to: &mut Vec<u8>) {
        self.exact.store(to);
        self.folded.store(to);
    }

    fn restore(from: &mut Unread<'_>) -> Option<Self> {
        Some(Self { exact: Stored::restore(from)?, folded: Stored::restore(from)? })
    }
}

impl Visitor for Anchors {
    fn block(&mut self, block: &mut Block) {
        let label = match &block.kind {
            BlockKind::Heading { content, number, .. } => {
                let titled = Label::titled(plain(content).trim(), block.lang.as_deref());
                Label { number: number.as_deref().map(str::to_owned), ..titled }
            }
            BlockKind::Directive(directive) => Label::titled(plain(&directive.title), language(&directive.title)),
            BlockKind::Figure { caption, .. } => Label::titled(plain(caption), block.lang.as_deref()),
            _ => Label::default(),
        };
        for id in block.attributes.id.iter().chain(&block.attributes.id_aliases) {
            self.add(id.clone(), label.clone());
        }
        match &block.kind {
            BlockKind::Clauses(clauses) => clauses.iter().for_each(|c| self.clause(c)),
            BlockKind::Html(html) => self.html(html),
            BlockKind::Directive(directive) => {
                if let Some(Generated::Sources(lines)) = &directive.generated {
                    for line in lines {
                        self.add(line.id.clone(), Label::titled(line.title.as_str(), Some(&line.title.lang)));
                    }
                }
            }
            _ => {}
        }
    }

    fn line(&mut self, _: Line, content: &mut Vec<Inline>, _: Span) {
        walk::inlines(content, &mut |inline| {
            if let Inline::Html(html) = inline {
                self.html(html);
            }
        });
    }

    fn term(&mut self, line: &mut GlossaryLine) {
        self.add(line.id.clone(), Label::titled(line.term.as_str(), Some(&line.term.lang)));
    }
}

/// mdBook, GitHub and this program make anchors by rules that differ in case, marks and hyphens only.
fn fold(id: &str) -> String {
    if id.contains('_') { slug(&id.replace('_', "-")) } else { slug(id) }
}
