//! The PO file format, as the GNU gettext manual describes it ("The Format of PO Files").
//!
//! Owns reading a file into entries; every fault is told with its line, and the entries around it are kept.

use std::collections::HashMap;

use crate::base::{Diagnostic, Source, Span, codes};
use crate::words;

/// One message. Obsolete ones (`#~`) are not read.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Entry {
    pub(super) id: String,
    /// `msgstr`, or `msgstr[0]`: text of pages has no plural forms.
    pub(super) text: String,
    pub(super) fuzzy: bool,
}

/// Which string the quoted lines that follow belong to.
#[derive(Clone, Copy, PartialEq)]
enum Field {
    Nothing,
    Context,
    Id,
    Plural,
    Text(bool),
}

struct Reader<'s> {
    source: &'s Source,
    entries: Vec<Entry>,
    findings: Vec<Diagnostic>,
    seen: HashMap<(String, String), usize>,
    entry: Entry,
    context: String,
    started: Span,
    field: Field,
}

/// Reads a catalog.
pub(super) fn parse(source: &Source) -> (Vec<Entry>, Vec<Diagnostic>) {
    let mut reader = Reader {
        source,
        entries: Vec::new(),
        findings: Vec::new(),
        seen: HashMap::new(),
        entry: Entry::default(),
        context: String::new(),
        started: Span::default(),
        field: Field::Nothing,
    };
    let mut at = 0;
    for line in source.text.split('\n') {
        reader.line(line.trim(), Span::new(at, at + line.len()));
        at += line.len() + 1;
    }
    reader.finish_entry();
    (reader.entries, reader.findings)
}

impl Reader<'_> {
    fn line(&mut self, line: &str, span: Span) {
        if let Some(comment) = line.strip_prefix('#') {
            // A comment begins the next entry.
            if matches!(self.field, Field::Text(_)) {
                self.finish_entry();
            }
            if comment.starts_with(',') {
                self.entry.fuzzy |= comment.split(',').any(|flag| flag.trim() == "fuzzy");
            }
        } else if line.starts_with('"') {
            self.string(line, span);
        } else if !line.is_empty() {
            self.keyword(line, span);
        }
    }

    fn keyword(&mut self, line: &str, span: Span) {
        let end = line.find([' ', '\t', '"']).unwrap_or(line.len());
        let (word, rest) = line.split_at(end);
        let field = match word {
            "msgctxt" => Field::Context,
            "msgid" => Field::Id,
            "msgid_plural" => Field::Plural,
            "msgstr" => Field::Text(true),
            _ if word.starts_with("msgstr[") && word.ends_with(']') => Field::Text(word == "msgstr[0]"),
            _ => {
                self.unreadable(span);
                return;
            }
        };
        if matches!(self.field, Field::Text(_)) && matches!(field, Field::Context | Field::Id) {
            self.finish_entry();
        }
        if matches!(field, Field::Context | Field::Id) && self.field == Field::Nothing {
            self.started = span;
        }
        self.field = field;
        self.string(rest.trim(), span);
    }

    fn string(&mut self, quoted: &str, span: Span) {
        let Some(text) = unquote(quoted) else {
            self.unreadable(span);
            return;
        };
        match self.field {
            Field::Context => self.context.push_str(&text),
            Field::Id => self.entry.id.push_str(&text),
            Field::Text(true) => self.entry.text.push_str(&text),
            Field::Plural | Field::Text(false) => {}
            Field::Nothing => self.unreadable(span),
        }
    }

    fn finish_entry(&mut self) {
        let entry = std::mem::take(&mut self.entry);
        let context = std::mem::take(&mut self.context);
        let field = std::mem::replace(&mut self.field, Field::Nothing);
        if field == Field::Nothing {
            return;
        }
        if !matches!(field, Field::Text(_)) {
            self.findings.push(
                Diagnostic::error(codes::CATALOG_SYNTAX, words!("a message without msgstr", "thông điệp thiếu msgstr"))
                    .at(self.source, self.started)
                    .help(words!("add a line msgstr \"\" below it", "hãy thêm dòng msgstr \"\" bên dưới")),
            );
            return;
        }
        if let Some(first) = self.seen.insert((context, entry.id.clone()), self.started.start as usize) {
            let line = self.source.place(Span::new(first, first)).line;
            self.findings.push(
                Diagnostic::error(
                    codes::CATALOG_TWICE,
                    words!("this message stands in line {line} already", "thông điệp này đã có ở dòng {line}"),
                )
                .at(self.source, self.started)
                .help(words!("keep one of the two: msguniq does it", "chỉ giữ một trong hai: dùng msguniq")),
            );
            return;
        }
        self.entries.push(entry);
    }

    fn unreadable(&mut self, span: Span) {
        self.findings.push(
            Diagnostic::error(
                codes::CATALOG_SYNTAX,
                words!("this line is not part of a PO catalog", "dòng này không đúng dạng của tệp PO"),
            )
            .at(self.source, span)
            .help(words!(
                "a line starts with msgid, msgstr or #, or is a text in \"quotes\" with \\\" for a quote inside",
                "mỗi dòng bắt đầu bằng msgid, msgstr hoặc #, hoặc là chữ trong \"dấu nháy\" với \\\" cho dấu nháy bên trong"
            )),
        );
    }
}

/// The text of a C string, or nothing when its quotes or escapes are not right.
fn unquote(quoted: &str) -> Option<String> {
    let inner = quoted.strip_prefix('"')?.strip_suffix('"')?;
    let mut text = String::with_capacity(inner.len());
    let mut chars = inner.chars();
    while let Some(c) = chars.next() {
        match c {
            '"' => return None,
            '\\' => text.push(match chars.next()? {
                'n' => '\n',
                't' => '\t',
                'r' => '\r',
                c @ ('"' | '\\') => c,
                _ => return None,
            }),
            c => text.push(c),
        }
    }
    // `"\"` looks closed, but its last quote is an escaped one.
    (quoted.len() >= 2).then_some(text)
}
