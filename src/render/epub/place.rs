//! A web page's HTML moved into the e-book: links to XHTML, notes that pop up, boxes and blanks as on paper.

use std::cell::{Cell, RefCell};
use std::collections::BTreeSet;

use lol_html::html_content::{ContentType, Element};

use super::breaks::{Breaks, page_id};
use super::{Edition, package, xml};
use crate::base::{RelPath, escape_address};
use crate::book::model::Page;
use crate::render::html::moved::{Destination, Elsewhere};

/// Marks that a web page has and a page of a book has no use for.
const SCREEN_ONLY: [&str; 6] = ["decoding", "fetchpriority", "loading", "sizes", "srcset", "tabindex"];

/// The place of one page in the e-book.
pub struct Place<'a> {
    edition: &'a Edition<'a>,
    page: &'a Page,
    /// Images shown so far.
    pub images: RefCell<BTreeSet<RelPath>>,
    /// Printed pages that begin within it.
    pub breaks: RefCell<Breaks<'a>>,
    /// The next list is the one of the notes.
    at_notes: Cell<bool>,
}

impl<'a> Place<'a> {
    /// Where nothing has been moved yet.
    pub fn new(edition: &'a Edition<'a>, page: &'a Page) -> Self {
        let breaks = Breaks::new(edition.marks.iter().filter(|mark| mark.page == page.path));
        Self { edition, page, images: RefCell::default(), breaks: RefCell::new(breaks), at_notes: Cell::new(false) }
    }

    /// Where a printed page begins within the text, its number stands there, for those who hear it.
    fn page_break(&self, el: &mut Element<'_, '_>) {
        /// Elements beside which no words may stand.
        const ITEMS: [&str; 5] = ["li", "dt", "dd", "td", "th"];
        let tag = el.tag_name();
        let name = el.get_attribute("data-at");
        el.remove_attribute("data-at");
        let mut breaks = self.breaks.borrow_mut();
        let Some(label) = breaks.at(&tag, name) else { return };
        let (id, label) = (xml::id(&page_id(label)), xml::text(label));
        let note =
            format!("<span epub:type=\"pagebreak\" role=\"doc-pagebreak\" id=\"{id}\" aria-label=\"{label}\"></span>");
        match ITEMS.contains(&tag.as_str()) {
            true => el.prepend(&note, ContentType::Html),
            false => el.before(&note, ContentType::Html),
        }
    }

    fn notes(&self, el: &mut Element<'_, '_>) {
        let id = el.get_attribute("id").unwrap_or_default();
        let class = el.get_attribute("class").unwrap_or_default();
        match el.tag_name().as_str() {
            "a" if id.starts_with("fnref:") => typed(el, "noteref", "doc-noteref"),
            "section" if class == "footnotes" => {
                typed(el, "footnotes", "");
                el.remove_attribute("role");
                self.at_notes.set(true);
            }
            "ol" if self.at_notes.replace(false) => el.set_tag_name("div").unwrap_or_default(),
            // Readers show an `aside` where its note is referred to.
            "li" if id.starts_with("fn:") => {
                el.set_tag_name("aside").ok();
                typed(el, "footnote", "doc-footnote");
                let number = format!("<span class=\"note-number\">{}</span> ", xml::text(&id[3..]));
                el.prepend(&number, ContentType::Html);
            }
            _ => {}
        }
    }
}

fn typed(el: &mut Element<'_, '_>, kind: &str, role: &str) {
    el.set_attribute("epub:type", kind).ok();
    if !role.is_empty() {
        el.set_attribute("role", role).ok();
    }
}

/// What is ticked and filled in on a screen is ticked and filled in by hand.
fn paper(el: &mut Element<'_, '_>) {
    let blank = "<span class=\"blank\">________________</span>";
    match el.tag_name().as_str() {
        "input" => match el.get_attribute("type").as_deref() {
            Some("checkbox" | "radio") => {
                let mark = if el.has_attribute("checked") { "☑" } else { "☐" };
                el.replace(&format!("<span class=\"tick\">{mark}</span>"), ContentType::Html);
            }
            Some("hidden") => el.remove(),
            _ => el.replace(blank, ContentType::Html),
        },
        "textarea" | "select" => el.replace(blank, ContentType::Html),
        "button" | "progress" | "output" | "template" => el.remove(),
        "label" => el.set_tag_name("span").unwrap_or_default(),
        _ => {}
    }
}

impl Elsewhere for Place<'_> {
    fn link(&self, destination: &Destination) -> Option<String> {
        let to = |path: &RelPath, anchor: &Option<String>| {
            let anchor = anchor.as_ref().map(|a| format!("#{}", escape_address(&xml::id(a))));
            self.page.path.address_of(path) + &anchor.unwrap_or_default()
        };
        match destination {
            Destination::Here(anchor) => Some(format!("#{}", escape_address(&xml::id(anchor)))),
            Destination::File(path, anchor) if self.edition.pages.contains(path) => {
                Some(to(&path.with_extension("xhtml"), anchor))
            }
            Destination::File(path, _) if self.edition.contents.contains(path) => Some(to(&super::nav::path(), &None)),
            // A file that no reader of e-books can show: to be had from the website, when that has an address.
            Destination::File(path, _) => {
                let base = self.edition.handbook.config.base_url.as_ref()?;
                Some(format!("{base}{}", escape_address(path.as_str())))
            }
            Destination::Outside(address) => {
                let known = ["http:", "https:", "mailto:", "tel:"].iter().any(|scheme| address.starts_with(scheme));
                known.then(|| address.clone())
            }
        }
    }

    fn image(&self, destination: &Destination) -> Option<String> {
        let Destination::File(path, _) = destination else { return None };
        let image = self.edition.images.get(path)?;
        self.images.borrow_mut().insert(path.clone());
        Some(self.page.path.address_of(&package::image_name(path, &image.bytes)))
    }

    fn anchor(&self, id: &str) -> String {
        xml::id(id)
    }

    fn element(&self, el: &mut Element<'_, '_>) {
        self.page_break(el);
        SCREEN_ONLY.iter().for_each(|name| el.remove_attribute(name));
        if el.get_attribute("class").as_deref() == Some("table-scroll") {
            // Nothing scrolls sideways here: a region of its own would be one landmark too many.
            el.remove_attribute("role");
            el.remove_attribute("aria-label");
            el.remove_attribute("aria-labelledby");
        }
        if let Some(lang) = el.get_attribute("lang") {
            el.set_attribute("xml:lang", &lang).ok();
        }
        self.notes(el);
        paper(el);
    }
}
