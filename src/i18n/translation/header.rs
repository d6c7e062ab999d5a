//! A catalog's header: what a new one says, and the one field that is kept up.
//!
//! No field is taken from a clock: the date of the messages is the edition's, when the handbook states one.

use crate::base::Locale;
use crate::i18n::po::Message;

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

/// A day in gettext's form.
fn date(day: &str) -> String {
    format!("{day} 00:00+0000")
}
