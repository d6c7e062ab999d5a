//! One page of a book, as its template sees it.

use percent_encoding::{NON_ALPHANUMERIC, utf8_percent_encode};

use super::body::Body;
use super::frame::{Frame, home};
use super::links::{Links, absolute};
use super::view::{Notice, Page, Section, View};
use super::{document, head, nav, same_page, start};
use crate::base::Locale;
use crate::book::model;
use crate::content::page::PageKind;
use crate::render::html::has_forms;
use crate::render::html::notices::translation;

/// Words an adult reads in a minute, in languages that put spaces between syllables or words.
const WORDS_A_MINUTE: u32 = 220;

/// The template and the view of a page, all but its body's text.
pub fn view(frame: &Frame<'_>, index: usize, body: &Body<'_>) -> (&'static str, View) {
    let page = &frame.book.pages[index];
    let links = Links::From(page.path.clone());
    let mut view = frame.view(&links);
    view.head = head::of_page(frame, &links, page);
    view.languages = frame.languages(&links, |book, _| {
        same_page(book, &page.source).map_or_else(|| home(book), |same| same.path.clone())
    });
    view.nav = nav::of_page(frame, &links, index);
    let fields = fields(frame, &links, page);
    view.head.sheets.extend(body.facts.sheets().filter_map(|name| head::sheet(frame, &links, name)));
    view.page = Some(fields);
    let template = match page.kind {
        PageKind::Start => {
            view.start = Some(start::of_page(frame, &links, page));
            view.head.sheets = start::sheets(frame, &links);
            "start.html"
        }
        PageKind::Document => "document.html",
        PageKind::Element => "element.html",
        PageKind::Chapter => "page.html",
    };
    (template, view)
}

/// Minutes to read some words; none for none.
pub fn minutes(words: u32) -> u32 {
    words.div_ceil(WORDS_A_MINUTE)
}

fn fields(frame: &Frame<'_>, links: &Links, page: &model::Page) -> Page {
    let part = frame.book.parts.get(page.part);
    let date = |iso: &Option<String>| iso.as_deref().map(|d| frame.strings.date(d)).unwrap_or_default();
    let text_locale = frame.handbook.config.locale(&page.text_locale);
    Page {
        kind: page.kind.name(),
        path: page.path.to_string(),
        title: page.title.clone(),
        title_lang: unless(&page.title_lang, &page.text_locale),
        title_id: page.title_id.clone().unwrap_or_default(),
        number: page.number.clone().unwrap_or_default(),
        description: page.description.clone(),
        description_lang: unless(&page.description_lang, &page.text_locale),
        lang: page.text_locale.to_string(),
        dir: text_locale.map_or_else(|| page.text_locale.direction(), |l| l.direction).as_str(),
        foreign: page.text_locale != frame.book.locale.locale,
        part: part.map(|p| p.title.clone()).unwrap_or_default(),
        part_number: part.and_then(|p| p.number.clone()).unwrap_or_default(),
        // Put in where a template is given it: a body need not be made to know that it is the same.
        body: String::new(),
        sections: sections(page),
        minutes: minutes(page.words),
        updated: date(&page.updated),
        updated_iso: page.updated.clone().unwrap_or_default(),
        review_by: date(&page.review_by),
        review_by_iso: page.review_by.clone().unwrap_or_default(),
        audience: page.audience.iter().map(|role| frame.strings.text(&format!("audience-{role}"), &[])).collect(),
        feedback: feedback(frame, page).unwrap_or_default(),
        forms: has_forms(&page.tree),
        notice: notice(frame, links, page),
        document: document::of_page(frame, links, page),
        element: page.element.as_ref().map(|e| document::element(frame, links, page, e, true)),
        pdf: frame.options.page_files.get(&page.path).map(|file| links.to(file)).unwrap_or_default(),
        extra: page.extra.clone(),
    }
}

/// A language's tag where it is not that of the words around; else empty.
fn unless(locale: &Locale, around: &Locale) -> String {
    if locale == around { String::new() } else { locale.to_string() }
}

/// Two levels below the title; deeper headings would make the list longer than the text.
fn sections(page: &model::Page) -> Vec<Section> {
    let listed = page.sections.iter().filter(|s| (2..=3).contains(&s.level));
    let lines: Vec<Section> = listed
        .map(|s| Section {
            level: s.level,
            href: format!("#{}", crate::render::html::escape::escape_address(&s.id)),
            title: s.title.clone(),
            number: s.number.clone().unwrap_or_default(),
            lang: s.lang.clone().unwrap_or_default(),
        })
        .collect();
    if lines.len() < 2 { Vec::new() } else { lines }
}

fn notice(frame: &Frame<'_>, links: &Links, page: &model::Page) -> Option<Notice> {
    let source = &frame.handbook.config.source;
    let source_name = frame.handbook.config.locale(source).map_or(source.as_str(), |l| l.name.as_str());
    let texts = translation(page, &frame.handbook.config, frame.strings);
    if texts.is_empty() {
        return None;
    }
    let original = frame.source_book().and_then(|book| same_page(book, &page.source));
    Some(Notice {
        text: texts.join(" "),
        href: original.map(|p| links.to(&p.path)).unwrap_or_default(),
        link: frame.strings.text("notice-read-source", &[("source", source_name.into())]),
        lang: source.to_string(),
    })
}

/// A prepared e-mail that names the page: what a reader without a script sends.
fn feedback(frame: &Frame<'_>, page: &model::Page) -> Option<String> {
    let config = &frame.handbook.config;
    let email = config.feedback.as_ref()?;
    let address = config.base_url.as_ref().map_or_else(|| page.path.to_string(), |base| absolute(base, &page.path));
    let book = frame.book.locale.title.as_str();
    let subject =
        frame.strings.text("feedback-subject", &[("handbook", book.into()), ("place", page.title.as_str().into())]);
    let body = format!("{}\r\n{address}\r\n\r\n{}\r\n", page.title, frame.strings.text("feedback-body", &[]));
    let encode = |text: &str| utf8_percent_encode(text, NON_ALPHANUMERIC).to_string();
    Some(format!("mailto:{email}?subject={}&body={}", encode(&subject), encode(&body)))
}
