//! The PO file format, as the GNU gettext manual describes it ("The Format of PO Files").
//!
//! Owns the model of a catalog file that loses nothing: comments of every kind, previous and obsolete
//! messages, headers, order, wrapping, line ends. An entry nobody changed is written back byte for byte.
//! Knows no tree and no page; what a message means is `catalog`'s affair.

mod quote;
mod read;
mod write;

use std::ops::Range;
use std::sync::Arc;

use unicode_normalization::UnicodeNormalization;

use crate::base::{Source, Span};

pub use read::read;

/// A catalog file.
#[derive(Clone, Debug)]
pub struct File {
    /// The text that spans point into.
    pub source: Arc<Source>,
    /// Messages in the order of the file; the header is the one without id.
    pub items: Vec<Item>,
    /// No line was unreadable: what is written back holds all that was there.
    pub sound: bool,
    bom: bool,
    windows: bool,
    /// What stands after the last message.
    tail: String,
}

/// A message and the bytes it was read from.
#[derive(Clone, Debug, Default)]
pub struct Item {
    message: Message,
    raw: Option<Raw>,
    /// Where `msgid` stands.
    pub id_span: Span,
    /// Where `msgstr` stands.
    pub text_span: Span,
}

/// An entry as it was read, from the end of the one before it.
#[derive(Clone, Debug, PartialEq)]
struct Raw {
    text: String,
    /// Its place among the entries of its file.
    position: usize,
}

/// One message, as gettext tools know it.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Message {
    /// `#`: comments of translators, as they stand after the sign.
    pub translator: Vec<String>,
    /// `#.`: comments for translators.
    pub extracted: Vec<String>,
    /// `#:`: where it is used.
    pub references: Vec<String>,
    /// `#,`: `fuzzy` and others.
    pub flags: Vec<String>,
    /// `#|`: what it was when it was last translated.
    pub previous: Previous,
    /// `msgctxt`.
    pub context: Option<String>,
    /// `msgid`; empty for the header.
    pub id: String,
    /// `msgid_plural`.
    pub plural: Option<String>,
    /// `msgstr`, or `msgstr[0]` and on.
    pub texts: Vec<String>,
    /// `#~`: no longer in the source.
    pub obsolete: bool,
}

/// The message that a fuzzy translation was made for.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Previous {
    /// `#| msgctxt`.
    pub context: Option<String>,
    /// `#| msgid`.
    pub id: Option<String>,
    /// `#| msgid_plural`.
    pub plural: Option<String>,
}

/// What gettext joins a message's context and its text by.
const JOINT: char = '\u{4}';

/// A message's context and text as one, as compiled catalogs hold them.
#[must_use]
pub fn joined(context: &str, id: &str) -> String {
    format!("{context}{JOINT}{id}")
}

/// The context, if it has one, and the text of what [`joined`] made.
#[must_use]
pub fn parted(key: &str) -> (Option<&str>, &str) {
    key.split_once(JOINT).map_or((None, key), |(context, id)| (Some(context), id))
}

impl Message {
    /// What tells it from every other: its text, in Unicode's composed form, behind its context if it has one.
    #[must_use]
    pub fn key(&self) -> String {
        let id: String = self.id.nfc().collect();
        self.context.as_ref().map_or(id.clone(), |context| joined(context, &id))
    }

    /// Whether it is marked as a guess.
    #[must_use]
    pub fn is_fuzzy(&self) -> bool {
        self.flags.iter().any(|flag| flag == "fuzzy")
    }

    /// Whether every form has a text. As msgfmt counts, a fuzzy one is not translated; ask [`Self::is_fuzzy`] too.
    #[must_use]
    pub fn is_filled(&self) -> bool {
        !self.texts.is_empty() && self.texts.iter().all(|text| !text.is_empty())
    }

    /// Whether it is a message of the present source.
    #[must_use]
    pub fn is_live(&self) -> bool {
        !self.obsolete && !self.is_header()
    }

    /// Whether it is the file's header.
    #[must_use]
    pub fn is_header(&self) -> bool {
        self.id.is_empty() && self.context.is_none() && !self.obsolete
    }
}

impl Item {
    /// An entry that no file has yet.
    #[must_use]
    pub fn new(message: Message) -> Self {
        Self { message, ..Self::default() }
    }

    /// The message.
    #[must_use]
    pub fn message(&self) -> &Message {
        &self.message
    }

    /// Puts another message in its place; the same one leaves the bytes alone.
    pub fn set(&mut self, message: Message) {
        if message != self.message {
            self.message = message;
            self.raw = None;
        }
    }
}

impl File {
    /// A file without messages.
    #[must_use]
    pub fn empty(source: Arc<Source>) -> Self {
        Self { source, items: Vec::new(), sound: true, bom: false, windows: false, tail: String::new() }
    }

    /// Whether it begins with a byte order mark.
    #[must_use]
    pub fn has_byte_order_mark(&self) -> bool {
        self.bom
    }

    /// The header's entry.
    #[must_use]
    pub fn header(&self) -> Option<&Message> {
        self.items.iter().map(Item::message).find(|message| message.is_header())
    }

    /// A field of the header, such as `Language`.
    #[must_use]
    pub fn header_field(&self, name: &str) -> Option<&str> {
        let lines = self.header()?.texts.first()?.lines();
        lines.filter_map(|line| line.split_once(':')).find(|(key, _)| *key == name).map(|(_, value)| value.trim())
    }

    /// The bytes to write.
    #[must_use]
    pub fn to_text(&self) -> String {
        write::file(self)
    }
}

/// Lines with the bytes they cover, line end included: `\n`, `\r\n` and `\r` alike, as [`Source`] sees them.
fn lines(raw: &str) -> impl Iterator<Item = (Range<usize>, &str)> {
    let mut at = 0;
    std::iter::from_fn(move || {
        let rest = raw.get(at..).filter(|rest| !rest.is_empty())?;
        let length = rest.find(['\n', '\r']).unwrap_or(rest.len());
        let end = match rest.get(length..) {
            Some(end) if end.starts_with("\r\n") => 2,
            Some("") | None => 0,
            Some(_) => 1,
        };
        let line = (at..at + length + end, &rest[..length]);
        at += length + end;
        Some(line)
    })
}

#[cfg(test)]
mod tests;
