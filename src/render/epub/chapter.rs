//! One page of the book as a chapter of the e-book.

use std::fmt::Write;

use super::place::Place;
use super::{Edition, Item, xml};
use crate::base::RelPath;
use crate::book::model::Page;
use crate::content::page::{ElementStatus, PageKind};
use crate::i18n::ui::Value;
use crate::render::html::moved::moved;
use crate::render::html::notices::translation;
use crate::render::html::{self, HtmlContext, Words, xhtml};

/// A chapter and the images that it shows.
pub struct Chapter {
    path: RelPath,
    text: String,
    /// Output paths of its images.
    pub images: Vec<RelPath>,
    /// Anchors of the printed pages that begin within it.
    pub broken: Vec<String>,
}

impl Chapter {
    /// It as a file.
    pub fn item(&self) -> Item {
        Item { path: self.path.clone(), bytes: self.text.as_bytes().into() }
    }
}

/// Sets a page as a chapter.
pub fn chapter(edition: &Edition<'_>, page: &Page) -> Chapter {
    let place = Place::new(edition, page);
    let body = xhtml(&moved(&body(edition, page, &place), &page.path, &place));
    let path = page.path.with_extension("xhtml");
    let text = frame(edition, page, &body);
    Chapter {
        text: document(edition, &path, &page.title, &text),
        path,
        broken: place.breaks.into_inner().found,
        images: place.images.into_inner().into_iter().collect(),
    }
}

/// The body as the website has it; raw HTML is sanitised whatever the handbook says, because XML must be balanced.
fn body(edition: &Edition<'_>, page: &Page, place: &Place<'_>) -> String {
    let words = Words(edition.all_strings.get(&page.text_locale).map_or(edition.strings, |strings| strings));
    let context = HtmlContext::new(&page.path, &words, edition.highlighter);
    // Only where a printed page begins within the text are its blocks looked for.
    let within = !place.breaks.borrow().is_empty();
    html::body(&page.tree, &HtmlContext { marks: within.then_some(&page.text), ..context })
}

/// A whole XHTML file of the container.
pub fn document(edition: &Edition<'_>, path: &RelPath, title: &str, body: &str) -> String {
    let locale = &edition.book.locale;
    let sheets: String = edition
        .sheets()
        .iter()
        .map(|sheet| format!("<link rel=\"stylesheet\" type=\"text/css\" href=\"{}\"/>", path.address_of(sheet)))
        .collect();
    format!(
        "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<!DOCTYPE html>\n<html xmlns=\"http://www.w3.org/1999/xhtml\" \
         xmlns:epub=\"http://www.idpf.org/2007/ops\"{} dir=\"{}\">\n<head><meta charset=\"utf-8\"/><title>{}</title>\
         {sheets}</head>\n<body>\n{body}</body>\n</html>\n",
        xml::lang(locale.locale.as_str()),
        locale.direction.as_str(),
        xml::text(title),
    )
}

fn frame(edition: &Edition<'_>, page: &Page, body: &str) -> String {
    let (kind, role) = kind(edition, page);
    let (lang, dir) = match page.text_locale == edition.book.locale.locale {
        true => (String::new(), ""),
        false => {
            let direction = edition.handbook.config.locale(&page.text_locale).map(|l| l.direction);
            (xml::lang(page.text_locale.as_str()), direction.unwrap_or_else(|| page.text_locale.direction()).as_str())
        }
    };
    let dir = if dir.is_empty() { String::new() } else { format!(" dir=\"{dir}\"") };
    let id = xml::id(page.title_id.as_deref().unwrap_or("_title"));
    let mut out = format!("<section epub:type=\"{kind}\"{role} aria-labelledby=\"{id}\">\n");
    out.push_str(&part(edition, page));
    let number = page.number.as_ref().map(|n| format!("<span class=\"number\">{}</span> ", xml::text(n)));
    let title_lang =
        if page.title_lang == page.text_locale { lang.clone() } else { xml::lang(page.title_lang.as_str()) };
    let title = xml::text(&page.title);
    let _ = writeln!(out, "<h1 id=\"{id}\"{title_lang}{dir}>{}{title}</h1>", number.unwrap_or_default());
    for notice in translation(page, &edition.handbook.config, edition.strings) {
        let _ = writeln!(out, "<p class=\"notice\">{}</p>", xml::text(&notice));
    }
    out.push_str(&facts(edition, page));
    let _ = writeln!(out, "<div class=\"prose\"{lang}{dir}>\n{}{body}</div>", entrances(edition, page));
    if let Some(updated) = &page.updated {
        let words = edition.strings.text("updated", &[("date", Value::Text(&edition.strings.date(updated)))]);
        let _ = writeln!(out, "<p class=\"updated\">{}</p>", xml::text(&words));
    }
    out.push_str("</section>\n");
    out
}

/// What the page is in a book, in the words of EPUB and of ARIA.
fn kind(edition: &Edition<'_>, page: &Page) -> (&'static str, &'static str) {
    let index = edition.book.index.get(&page.source).copied();
    if index.is_some() && index == edition.book.glossary_page {
        return ("glossary", " role=\"doc-glossary\"");
    }
    match page.kind {
        PageKind::Start => ("introduction", " role=\"doc-introduction\""),
        _ => ("chapter", " role=\"doc-chapter\""),
    }
}

fn part(edition: &Edition<'_>, page: &Page) -> String {
    let Some(part) = edition.book.parts.get(page.part).filter(|part| !part.title.is_empty()) else {
        return String::new();
    };
    format!("<p class=\"part\">{}</p>\n", super::nav::part_title(edition, part))
}

/// What is known of the document or the element that the page is about.
fn facts(edition: &Edition<'_>, page: &Page) -> String {
    let strings = edition.strings;
    let mut lines: Vec<(String, String)> = Vec::new();
    if let Some(record) = &page.document {
        let source = edition.book.sources.get(&record.id);
        let known = |value: Option<&String>| value.filter(|v| !v.is_empty()).cloned();
        let date = known(source.map(|s| &s.date)).map(|date| strings.date(&date));
        let date = date.unwrap_or_else(|| strings.text("document-date-unknown", &[]));
        let status = if record.status.is_empty() { "unknown" } else { record.status.as_str() };
        let status = strings.text(&format!("document-{status}"), &[]);
        for (key, value) in [
            ("document-number", known(source.map(|s| &s.number))),
            ("document-date", Some(date)),
            ("document-issuer", known(source.map(|s| &s.issuer.text))),
            ("document-status", Some(status)),
        ] {
            lines.extend(value.map(|value| (strings.text(key, &[]), value)));
        }
    }
    if let Some(element) = &page.element {
        let status = match element.status {
            ElementStatus::Official => "element-official",
            ElementStatus::AwaitingSource => "element-awaiting-source",
        };
        let number = strings.text("element-number", &[("number", element.number.into())]);
        lines.push((number, strings.text(status, &[])));
    }
    if lines.is_empty() {
        return String::new();
    }
    let lines: String =
        lines.iter().map(|(k, v)| format!("<dt>{}</dt><dd>{}</dd>\n", xml::text(k), xml::text(v))).collect();
    format!("<dl class=\"facts\">\n{lines}</dl>\n")
}

/// The start page's entrances: who I am, where I begin.
fn entrances(edition: &Edition<'_>, page: &Page) -> String {
    let mut out = String::new();
    for entrance in &page.entrances {
        let steps: Vec<String> = entrance
            .steps
            .iter()
            .filter_map(|step| edition.book.pages.get(*edition.book.index.get(&RelPath::new(step).ok()?)?))
            .map(|to| {
                let href = page.path.address_of(&to.path.with_extension("xhtml"));
                format!(
                    "<li{}><a href=\"{}\">{}</a></li>\n",
                    xml::lang(to.title_lang.as_str()),
                    xml::text(&href),
                    xml::text(&to.title)
                )
            })
            .collect();
        let _ = writeln!(out, "<h2>{}</h2>\n<p>{}</p>", xml::text(&entrance.title), xml::text(&entrance.promise));
        if !steps.is_empty() {
            let _ = writeln!(out, "<ol>\n{}</ol>", steps.concat());
        }
    }
    out
}
