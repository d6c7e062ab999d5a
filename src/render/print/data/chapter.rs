//! One page of the book as a chapter of the document.

use super::parts::{Chapter, Fact};
use super::writer::Writer;
use super::{Book, Destination, Manuscript, keep, label, qr, text};
use crate::base::Said;
use crate::book::model::{Page, TextOrigin};
use crate::content::page::PageKind;
use crate::i18n::ui::Value;

/// Where a chapter stands.
#[derive(Clone, Copy, Hash)]
pub(super) struct Stand<'a> {
    /// Level of its title among the document's headings.
    pub level: u8,
    /// How deep it is nested among the chapters.
    pub depth: u8,
    /// Title of its part.
    pub part: &'a str,
    /// What the reading order calls it, where that is in the book's language.
    pub entry: &'a str,
}

/// Writes a page.
pub(super) fn chapter<'a>(book: &'a Book<'a>, page: &'a Page, stand: Stand<'_>, out: &mut Manuscript) -> Chapter {
    let own = label(&page.path, None);
    out.labels.insert(own.clone());
    let mut ids = vec![own];
    let title_label = page.title_id.as_deref().map(|id| label(&page.path, Some(id)));
    ids.extend(title_label.filter(|label| out.labels.insert(label.clone())));
    let mut writer = Writer::new(book, page, out);
    writer.offset = stand.level - 1;
    let mut b = keep::turned(writer.blocks(&page.tree.blocks));
    keep::floats(&mut b);
    keep::endings(&mut b, writer.measure);
    let title = writer.seen(&text::clean(page.title.trim()));
    let description = writer.seen(&text::clean(page.description.trim()));
    let facts = facts(&mut writer);
    let links = writer.links;
    let url = match book.web(&page.path, None) {
        Destination::Web(url) => url,
        _ => String::new(),
    };
    Chapter {
        ids,
        level: stand.level,
        depth: stand.depth,
        kind: page.kind.name(),
        number: page.number.clone().unwrap_or_default(),
        listed: if page.kind == PageKind::Start && !stand.entry.is_empty() {
            text::clean(stand.entry)
        } else {
            title.clone()
        },
        title,
        description,
        part: stand.part.to_owned(),
        lang: page.text_locale.to_string(),
        dir: page.text_locale.direction().as_str(),
        facts,
        notice: notice(book, page, out),
        qr: qr::svg(&url).unwrap_or_default(),
        url,
        links,
        b,
    }
}

/// What is known of the document the page describes, then whom it is for and when it was changed.
fn facts(writer: &mut Writer<'_>) -> Vec<Fact> {
    let (page, words) = (writer.page, writer.words);
    let mut known: Vec<(&str, Said)> = Vec::new();
    if let Some(record) = &page.document {
        let source = writer.book.order.book.sources.get(&record.id);
        let status = if record.status.is_empty() { "unknown" } else { &record.status };
        if let Some(source) = source {
            known.push(("document-number", source.number.as_str().into()));
            known.push(("document-date", words.date(&source.date).as_str().into()));
            let mut issuer = source.issuer.clone();
            issuer.among(page.text_locale.as_str());
            known.push(("document-issuer", issuer));
        }
        known.push(("document-status", words.text(&format!("document-{status}"), &[]).as_str().into()));
    }
    let audience: Vec<String> = page.audience.iter().map(|role| words.text(&format!("audience-{role}"), &[])).collect();
    known.push(("audience", audience.join(", ").as_str().into()));
    let mut facts: Vec<Fact> = Vec::new();
    for (key, value) in known.into_iter().filter(|(_, value)| !value.is_empty()) {
        let value = writer.told(&value);
        facts.push(Fact { label: writer.label(key), value });
    }
    facts
}

/// Why the text may not be what the reader expects, in the book's language.
fn notice(book: &Book<'_>, page: &Page, out: &mut Manuscript) -> String {
    let config = &book.order.handbook.config;
    let source = config.locale(&config.source).map_or(config.source.as_str(), |l| l.name.as_str());
    let draft = page.extra.get("draft_translation").and_then(serde_json::Value::as_bool) == Some(true);
    let words = match &page.origin {
        TextOrigin::Fallback => book.strings.text("notice-fallback", &[("source", source.into())]),
        TextOrigin::Catalog { percent, notice: true } => {
            let args = [("percent", Value::Number(i64::from(*percent))), ("source", source.into())];
            book.strings.text("notice-partial", &args)
        }
        TextOrigin::Whole { stale: true, made: Some(day) } => {
            let date = book.strings.date(day);
            book.strings.text("notice-stale-dated", &[("source", source.into()), ("date", date.as_str().into())])
        }
        TextOrigin::Whole { stale: true, made: None } => {
            book.strings.text("notice-stale", &[("source", source.into())])
        }
        TextOrigin::Whole { .. } if draft => book.strings.text("notice-draft", &[]),
        _ => String::new(),
    };
    let words = text::clean(&words);
    out.glyphs.note(&words, || None);
    words
}
