//! Pages about an official document or a framework element: the facts beside the text.

use super::frame::Frame;
use super::links::Links;
use super::view::{Document, Element, Line};
use crate::book::model;
use crate::content::page::{DocumentRecord, ElementStatus};

/// The facts of the document a page describes.
pub fn of_page(frame: &Frame<'_>, links: &Links, page: &model::Page) -> Option<Document> {
    let record = page.document.as_ref()?;
    Some(Document { href: String::new(), ..facts(frame, links, page, record) })
}

/// Every document that a page describes, newest first; of one date, in reading order.
pub fn timeline(frame: &Frame<'_>, links: &Links) -> Vec<Document> {
    let mut documents: Vec<Document> = frame
        .book
        .pages
        .iter()
        .filter_map(|page| page.document.as_ref().map(|record| facts(frame, links, page, record)))
        .collect();
    documents.sort_by(|a, b| b.date_iso.cmp(&a.date_iso));
    documents
}

fn facts(frame: &Frame<'_>, links: &Links, page: &model::Page, record: &DocumentRecord) -> Document {
    let source = frame.book.sources.get(&record.id);
    let date_iso = source.map(|s| s.date.clone()).unwrap_or_default();
    let mut issuer = source.map(|s| s.issuer.clone()).unwrap_or_default();
    issuer.among(frame.book.locale.locale.as_str());
    let status = if record.status.is_empty() { "unknown" } else { record.status.as_str() };
    Document {
        title: page.title.clone(),
        lang: frame.lang(page),
        href: links.to(&page.path),
        number: source.map(|s| s.number.clone()).unwrap_or_default(),
        date: if date_iso.is_empty() { String::new() } else { frame.strings.date(&date_iso) },
        date_iso,
        issuer: issuer.text,
        issuer_lang: issuer.lang,
        status: status.to_owned(),
        status_text: frame.strings.text(&format!("document-{status}"), &[]),
        replaced_by: record.replaced_by.as_ref().and_then(|id| describing(frame, links, id)),
    }
}

/// The page that describes a document; else its title without a link.
fn describing(frame: &Frame<'_>, links: &Links, id: &str) -> Option<Line> {
    let page = frame.book.pages.iter().find(|p| p.document.as_ref().is_some_and(|d| d.id == id));
    let described =
        page.map(|p| Line { title: p.title.clone(), href: links.to(&p.path), lang: frame.lang(p), ..Line::default() });
    described.or_else(|| {
        let mut title = frame.book.sources.get(id)?.title.clone();
        title.among(frame.book.locale.locale.as_str());
        Some(Line { title: title.text, lang: title.lang, ..Line::default() })
    })
}

/// A framework element; `own`: on its own page, which does not link to itself.
pub fn element(frame: &Frame<'_>, links: &Links, page: &model::Page, element: &model::Element, own: bool) -> Element {
    let status = match element.status {
        ElementStatus::Official => "official",
        ElementStatus::AwaitingSource => "awaiting-source",
    };
    Element {
        number: element.number,
        status,
        status_text: frame.strings.text(&format!("element-{status}"), &[]),
        group: group_title(frame, &element.group),
        title: page.title.clone(),
        lang: frame.lang(page),
        href: if own { String::new() } else { links.to(&page.path) },
    }
}

/// A group's name: the interface's words, else its id.
pub fn group_title(frame: &Frame<'_>, group: &str) -> String {
    if group.is_empty() {
        return frame.strings.text("group-other", &[]);
    }
    let key = format!("group-{group}");
    if frame.strings.has(&key) { frame.strings.text(&key, &[]) } else { group.to_owned() }
}
