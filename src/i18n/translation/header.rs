//! A catalog's header: what a new one says, the one field that is kept up, and what other tools would trip over.
//!
//! No field is taken from a clock: the date of the messages is the edition's, when the handbook states one.

use crate::base::{Diagnostic, Locale, Span, codes};
use crate::i18n::po::{File, Item, Message};
use crate::words;

const CREATED: &str = "POT-Creation-Date";

/// The header of a new catalog; the template is in no language.
#[must_use]
pub fn new(title: &str, edition_date: &str, locale: Option<&Locale>) -> Message {
    let language = locale.map(|l| l.as_str().replace('-', "_")).unwrap_or_default();
    let mut text = format!("Project-Id-Version: {}\n", title.replace('\n', " "));
    if !edition_date.is_empty() {
        text.push_str(&format!("{CREATED}: {}\n", date(edition_date)));
    }
    // Empty until a translator's tool fills them; msgfmt --check asks for them.
    text.push_str("PO-Revision-Date: \nLast-Translator: \nLanguage-Team: \n");
    text.push_str(&format!("Language: {language}\nMIME-Version: 1.0\n"));
    text.push_str("Content-Type: text/plain; charset=UTF-8\nContent-Transfer-Encoding: 8bit\n");
    Message { texts: vec![text], ..Message::default() }
}

/// A header with the date of the edition, where it has that field and the handbook states a date.
#[must_use]
pub fn dated(header: &Message, edition_date: &str) -> Message {
    let mut header = header.clone();
    if let (Some(text), false) = (header.texts.first_mut(), edition_date.is_empty()) {
        let line = |line: &str| match line.split_once(':') {
            Some((CREATED, _)) => format!("{CREATED}: {}\n", date(edition_date)),
            _ => format!("{line}\n"),
        };
        *text = text.lines().map(line).collect();
    }
    header
}

/// What the header says of the file that is not so. The catalog is read all the same; other tools would not.
#[must_use]
pub fn faults(file: &File) -> Vec<Diagnostic> {
    let at = file.items.iter().find(|item| item.message().is_header()).map(|item| item.text_span);
    let place = at.unwrap_or(Span::new(0, 0));
    let told = |finding: Diagnostic| finding.at(&file.source, place);
    let charset = file.header_field("Content-Type").and_then(|kind| kind.split("charset=").nth(1)).map(str::trim);
    let other = charset.filter(|charset| !["utf-8", "utf8", "us-ascii"].contains(&charset.to_lowercase().as_str()));
    let encoding = other.map(|charset| {
        let message = words!(
            "the header says charset={charset}, the file is UTF-8: other tools will misread it",
            "phần đầu ghi charset={charset} nhưng tệp là UTF-8: công cụ khác sẽ đọc sai"
        );
        let help = words!(
            "write \"Content-Type: text/plain; charset=UTF-8\\n\"",
            "hãy ghi \"Content-Type: text/plain; charset=UTF-8\\n\""
        );
        told(Diagnostic::warning(codes::CATALOG_HEADER, message).help(help))
    });
    let plurals = file.items.iter().map(Item::message).any(|message| message.is_live() && message.plural.is_some());
    let unnamed = (plurals && file.header_field("Plural-Forms").is_none()).then(|| {
        let message = words!(
            "messages have plural forms, the header lacks Plural-Forms",
            "có câu theo số nhiều mà phần đầu thiếu Plural-Forms"
        );
        let help = words!("msginit or Poedit writes it", "msginit hoặc Poedit ghi giúp dòng ấy");
        told(Diagnostic::warning(codes::CATALOG_HEADER, message).help(help))
    });
    encoding.into_iter().chain(unnamed).collect()
}

/// A day in gettext's form.
fn date(day: &str) -> String {
    format!("{day} 00:00+0000")
}
