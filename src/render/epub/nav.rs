//! The table of contents, the landmarks and the printed pages of an e-book, in one file.

use std::collections::BTreeSet;
use std::fmt::Write;

use super::breaks::page_id;
use super::{Begins, Edition, Item, chapter, xml};
use crate::base::{RelPath, escape_address};
use crate::book::model::{Entry, Part};
use crate::i18n::ui::Value;

/// Where the table of contents stands in the container.
pub fn path() -> RelPath {
    RelPath::new("nav.xhtml").unwrap_or_default()
}

/// The file.
pub fn item(edition: &Edition<'_>, broken: &BTreeSet<&str>) -> Item {
    let title = edition.strings.text("contents-title", &[]);
    let mut body = format!(
        "<nav epub:type=\"toc\" role=\"doc-toc\" id=\"toc\" aria-labelledby=\"_toc\">\n<h1 id=\"_toc\">{}</h1>\n<ol>\n",
        xml::text(&title)
    );
    for part in &edition.book.parts {
        push_part(&mut body, edition, part);
    }
    body.push_str("</ol>\n</nav>\n");
    push_landmarks(&mut body, edition, &title);
    push_pages(&mut body, edition, broken);
    let text = chapter::document(edition, &path(), &title, &body);
    Item { path: path(), bytes: text.into_bytes().into() }
}

/// “Part II · title”, as far as the handbook numbers its parts, as XHTML: the title in a language of its own says so.
pub fn part_title(edition: &Edition<'_>, part: &Part) -> String {
    let label = part.number.as_deref().filter(|number| !number.is_empty()).map(|number| {
        let label = edition.strings.text("part-label", &[("number", Value::Text(number))]);
        format!("{} · ", xml::text(&label))
    });
    let (label, title) = (label.unwrap_or_default(), xml::text(&part.title));
    match listed_lang(edition, part.own) {
        lang if lang.is_empty() => format!("{label}{title}"),
        lang => format!("{label}<span{lang}>{title}</span>"),
    }
}

fn push_part(out: &mut String, edition: &Edition<'_>, part: &Part) {
    if !part.entries.iter().any(leads_somewhere) {
        return;
    }
    if part.title.is_empty() {
        return part.entries.iter().for_each(|entry| push_entry(out, edition, entry));
    }
    let _ = writeln!(out, "<li><span>{}</span>\n<ol>", part_title(edition, part));
    part.entries.iter().for_each(|entry| push_entry(out, edition, entry));
    out.push_str("</ol></li>\n");
}

/// A draft without chapters below it leads nowhere and is left out.
fn leads_somewhere(entry: &Entry) -> bool {
    entry.page.is_some() || entry.children.iter().any(leads_somewhere)
}

fn push_entry(out: &mut String, edition: &Edition<'_>, entry: &Entry) {
    if !leads_somewhere(entry) {
        return;
    }
    let number = entry.number.as_ref().map(|n| format!("{n} ")).unwrap_or_default();
    let words = xml::text(&format!("{number}{}", entry.title));
    let lang = listed_lang(edition, entry.own);
    match entry.page.and_then(|index| edition.book.pages.get(index)) {
        Some(page) => {
            let _ = write!(out, "<li><a href=\"{}\"{lang}>{words}</a>", href(&page.path, None));
        }
        None => {
            let _ = write!(out, "<li><span{lang}>{words}</span>");
        }
    }
    if entry.children.iter().any(leads_somewhere) {
        out.push_str("\n<ol>\n");
        entry.children.iter().for_each(|child| push_entry(out, edition, child));
        out.push_str("</ol>");
    }
    out.push_str("</li>\n");
}

fn listed_lang(edition: &Edition<'_>, own: bool) -> String {
    let source = &edition.handbook.config.source;
    if own || *source == edition.book.locale.locale { String::new() } else { xml::lang(source.as_str()) }
}

fn href(page: &RelPath, anchor: Option<&str>) -> String {
    let anchor = anchor.map(|a| format!("#{}", escape_address(&xml::id(a)))).unwrap_or_default();
    xml::text(&(path().address_of(&page.with_extension("xhtml")) + &anchor))
}

fn push_landmarks(out: &mut String, edition: &Edition<'_>, contents: &str) {
    let pages = &edition.book.pages;
    let special = |kind, index: Option<usize>| {
        index.and_then(|i| pages.get(i)).map(|p| (kind, href(&p.path, None), p.title.clone()))
    };
    let marks = [
        Some(("cover", "cover.xhtml".to_owned(), edition.strings.text("book-cover", &[]))),
        Some(("toc", "#toc".to_owned(), contents.to_owned())),
        special("bodymatter", Some(0)),
        special("glossary", edition.book.glossary_page),
        special("bibliography", edition.book.sources_page),
    ];
    let title = edition.strings.text("book-landmarks", &[]);
    let _ = writeln!(
        out,
        "<nav epub:type=\"landmarks\" hidden=\"hidden\" aria-labelledby=\"_marks\">\n<h2 id=\"_marks\">{}</h2>\n<ol>",
        xml::text(&title)
    );
    for (kind, href, words) in marks.into_iter().flatten() {
        let _ = writeln!(out, "<li><a epub:type=\"{kind}\" href=\"{href}\">{}</a></li>", xml::text(&words));
    }
    out.push_str("</ol>\n</nav>\n");
}

/// The printed pages, when the same build printed the book; of those that begin within a text, the ones whose place was
/// found there (`broken`).
fn push_pages(out: &mut String, edition: &Edition<'_>, broken: &BTreeSet<&str>) {
    let lines: String = edition
        .marked()
        .filter_map(|mark| {
            let anchor = match &mark.begins {
                Begins::Page => None,
                Begins::Anchor(anchor) => Some(anchor.clone()),
                Begins::Block(..) => Some(page_id(&mark.label)).filter(|id| broken.contains(id.as_str())),
            };
            let place = anchor.is_some() || mark.begins == Begins::Page;
            let href = href(&mark.page, anchor.as_deref());
            place.then(|| format!("<li><a href=\"{href}\">{}</a></li>\n", xml::text(&mark.label)))
        })
        .collect();
    if !lines.is_empty() {
        let title = xml::text(&edition.strings.text("book-pages", &[]));
        let _ = writeln!(
            out,
            "<nav epub:type=\"page-list\" role=\"doc-pagelist\" hidden=\"hidden\" aria-labelledby=\"_pages\">\n<h2 id=\"_pages\">{title}</h2>\n<ol>\n{lines}</ol>\n</nav>"
        );
    }
}
