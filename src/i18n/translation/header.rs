//! A catalog's header: what a new one says, the one field that is kept up, and what other tools would trip over.
//!
//! No field is taken from a clock: the date of the messages is the edition's, when the handbook states one.

use crate::base::{Diagnostic, Locale, Words, codes};
use crate::i18n::po::{File, Message};
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

/// What gettext's tools look for in a header, and what they write there until somebody fills it in.
const FIELDS: [(&str, &str); 8] = [
    ("Project-Id-Version", "PACKAGE VERSION"),
    ("PO-Revision-Date", "YEAR-MO-DA HO:MI+ZONE"),
    ("Last-Translator", "FULL NAME <EMAIL@ADDRESS>"),
    ("Language-Team", "LANGUAGE <LL@li.org>"),
    ("Language", ""),
    ("MIME-Version", ""),
    ("Content-Type", "text/plain; charset=CHARSET"),
    ("Content-Transfer-Encoding", "ENCODING"),
];

/// What the header lacks, or says of the file that is not so. The catalog is read all the same; other tools would not.
#[must_use]
pub fn faults(file: &File) -> Vec<Diagnostic> {
    if file.items.is_empty() {
        return Vec::new();
    }
    let at = file.items.iter().find(|item| item.message().is_header()).map(|item| item.text_span);
    let tell = |message: Words, help: Words| {
        Diagnostic::warning(codes::CATALOG_HEADER, message).help(help).at(&file.source, at.unwrap_or_default())
    };
    if at.is_none() {
        let help = words!("camnang translate extract adds it", "camnang translate extract sẽ thêm vào");
        return vec![tell(words!("the catalog has no header", "tệp không có phần đầu"), help)];
    }
    let fields = FIELDS.iter().filter_map(|(name, initial)| match file.header_field(name) {
        Some(value) => (!value.is_empty() && value == *initial).then_some((*name, true)),
        None => Some((*name, false)),
    });
    let (initial, missing): (Vec<_>, Vec<_>) = fields.partition(|(_, initial)| *initial);
    let names = |fields: Vec<(&str, bool)>| fields.into_iter().map(|(name, _)| name).collect::<Vec<_>>().join(", ");
    let help = || words!("Poedit, or msginit, fills it in", "Poedit hoặc msginit điền giúp");
    let missing = (!missing.is_empty()).then(|| {
        let names = names(missing);
        tell(words!("the header lacks {names}", "phần đầu thiếu {names}"), help())
    });
    let initial = (!initial.is_empty()).then(|| {
        let names = names(initial);
        tell(words!("the header has not been filled in: {names}", "phần đầu chưa điền: {names}"), help())
    });
    missing.into_iter().chain(initial).chain(charset(file).map(|(message, help)| tell(message, help))).collect()
}

/// An encoding that the file is not in.
fn charset(file: &File) -> Option<(Words, Words)> {
    let kind = file.header_field("Content-Type")?;
    let charset = kind.split("charset=").nth(1).map_or("", str::trim);
    if ["utf-8", "utf8", "us-ascii"].contains(&charset.to_lowercase().as_str()) {
        return None;
    }
    let message = words!(
        "the header says charset={charset}, the file is UTF-8: other tools will misread it",
        "phần đầu ghi charset={charset} nhưng tệp là UTF-8: công cụ khác sẽ đọc sai"
    );
    let help = words!(
        "write \"Content-Type: text/plain; charset=UTF-8\\n\"",
        "hãy ghi \"Content-Type: text/plain; charset=UTF-8\\n\""
    );
    Some((message, help))
}

/// A day in gettext's form.
fn date(day: &str) -> String {
    format!("{day} 00:00+0000")
}
