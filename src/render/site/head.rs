//! `<head>`: policy, assets, addresses in other languages.

use super::frame::Frame;
use super::links::{Links, absolute};
use super::same_page;
use super::view::{Alternate, Head};
use crate::base::RelPath;
use crate::book::model::{Page, TextOrigin};
use crate::render::html::has_forms;

/// Nothing from elsewhere, nothing inline. Images may be `data:` because style sheets draw with them.
const POLICY: &str = "default-src 'self'; img-src 'self' data:; object-src 'none'; base-uri 'none'; form-action 'none'";

/// The head of a page that is not in the book.
pub fn bare(frame: &Frame<'_>, links: &Links) -> Head {
    let paths = &frame.theme.paths;
    let optional = |path: &Option<RelPath>| path.as_ref().map(|p| links.to(p)).unwrap_or_default();
    Head {
        title: frame.book.locale.title.clone(),
        policy: POLICY,
        style: links.to(&paths.style),
        sheets: sheet(frame, links, "entry").into_iter().collect(),
        early: optional(&paths.early),
        script: optional(&paths.main),
        icon: optional(&paths.files.get("img/icon.svg").cloned()),
        og_type: "website",
        og_locale: frame.book.locale.locale.as_str().replace('-', "_"),
        ..Head::default()
    }
}

/// The head of a page of the book.
pub fn of_page(frame: &Frame<'_>, links: &Links, page: &Page) -> Head {
    let site = &frame.book.locale.title;
    let mut head = bare(frame, links);
    head.sheets.clear();
    head.description.clone_from(&page.description);
    if page.title != *site {
        head.title = format!("{} · {site}", page.title);
    }
    if !matches!(page.kind, crate::content::page::PageKind::Start) {
        head.og_type = "article";
    }
    if has_forms(&page.tree) {
        head.sheets.extend(sheet(frame, links, "forms"));
        head.scripts.extend(frame.theme.paths.scripts.get("forms").map(|path| links.to(path)));
    }
    head.review_by = page.review_by.clone().unwrap_or_default();
    head.og_locale = page.text_locale.as_str().replace('-', "_");
    if let Some(base) = &frame.handbook.config.base_url {
        head.canonical = absolute(base, &original(frame, page).path);
        head.alternates = alternates(frame, base, page);
    }
    head
}

/// A style sheet of its own, when the theme has it.
pub fn sheet(frame: &Frame<'_>, links: &Links, name: &str) -> Option<String> {
    frame.theme.paths.sheets.get(name).map(|path| links.to(path))
}

/// What search engines say of a page that the book makes: its name, and what the handbook is.
pub fn about(frame: &Frame<'_>, title: &str) -> String {
    let locale = &frame.book.locale;
    let book = if locale.description.is_empty() { &locale.title } else { &locale.description };
    format!("{title}. {book}")
}

/// The page that a fallback shows: search engines should keep that one.
fn original<'a>(frame: &Frame<'a>, page: &'a Page) -> &'a Page {
    let source = frame.source_book().and_then(|book| same_page(book, &page.source));
    if page.origin == TextOrigin::Fallback { source.unwrap_or(page) } else { page }
}

/// The page in the languages it is really written in; one alone needs no alternates.
pub fn alternates(frame: &Frame<'_>, base: &str, page: &Page) -> Vec<Alternate> {
    let mut found: Vec<Alternate> = frame
        .handbook
        .books
        .iter()
        .filter_map(|book| {
            same_page(book, &page.source).filter(|p| p.origin != TextOrigin::Fallback).map(|p| (book, p))
        })
        .map(|(book, p)| Alternate { lang: book.locale.locale.to_string(), href: absolute(base, &p.path) })
        .collect();
    if found.len() < 2 {
        return Vec::new();
    }
    let source = frame.source_book().and_then(|book| same_page(book, &page.source));
    found.extend(source.map(|p| Alternate { lang: "x-default".to_owned(), href: absolute(base, &p.path) }));
    found
}
