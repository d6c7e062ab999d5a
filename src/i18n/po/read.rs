//! Reading a catalog file. Every fault is told with its line and column, and the entries around it are kept.

use std::collections::HashMap;
use std::collections::hash_map::Entry;
use std::sync::Arc;

use super::quote::unquote;
use super::{File, Item, Raw, lines};
use crate::base::{Diagnostic, RelPath, Source, Span, Words, codes};
use crate::words;

/// What gettext puts between a message's context and its text (EOT): in neither.
const SEPARATOR: char = '\u{4}';

/// Which string the quoted lines that follow belong to.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
enum Field {
    #[default]
    Nothing,
    Context,
    Id,
    Plural,
    Text,
    /// After `#|`.
    OldContext,
    OldId,
    OldPlural,
}

struct Reader {
    source: Arc<Source>,
    items: Vec<Item>,
    findings: Vec<Diagnostic>,
    item: Item,
    field: Field,
    has_id: bool,
    /// An entry with a fault is not judged twice.
    faulty: bool,
    /// Where the bytes of the entry begin and end.
    begins: usize,
    ends: usize,
}

/// Reads the bytes of a catalog file.
#[must_use]
pub fn read(path: &RelPath, bytes: &str) -> (File, Vec<Diagnostic>) {
    let source = Arc::new(Source::new(path.clone(), bytes));
    let raw = bytes.strip_prefix('\u{feff}').unwrap_or(bytes);
    let mut reader = Reader {
        source: Arc::clone(&source),
        // Catalogs are long: a list that grows by moving is most of the work of reading one.
        items: Vec::with_capacity(raw.matches("\nmsgid ").count() + 1),
        findings: Vec::new(),
        item: Item::default(),
        field: Field::Nothing,
        has_id: false,
        faulty: false,
        begins: 0,
        ends: 0,
    };
    let mut at = 0;
    for (range, line) in lines(raw) {
        let blank = line.len() - line.trim_start().len();
        let text = line.trim();
        reader.line(raw, text, Span::new(at + blank, at + blank + text.len()));
        // Comments below a translation belong to what follows.
        if reader.field != Field::Nothing && !text.is_empty() {
            reader.ends = range.end;
        }
        at += line.len() + 1;
    }
    reader.finish(raw);
    reader.twice();
    let tail = raw.get(reader.begins..).unwrap_or_default().to_owned();
    let sound = reader.findings.is_empty();
    let windows = raw.contains("\r\n");
    (File { source, items: reader.items, sound, bom: raw.len() < bytes.len(), windows, tail }, reader.findings)
}

impl Reader {
    fn line(&mut self, raw: &str, line: &str, span: Span) {
        if let Some(rest) = line.strip_prefix("#~") {
            let (rest, at) = trimmed(rest, span.start as usize + 2);
            if let Some(old) = rest.strip_prefix('|') {
                let (old, at) = trimmed(old, at + 1);
                self.begin_comment(raw);
                self.item.message.obsolete = true;
                self.previous(old, Span::new(at, at + old.len()));
            } else if rest.is_empty() || rest.starts_with('#') {
                // A comment inside what is obsolete: kept with its entry.
            } else {
                self.statement(raw, rest, Span::new(at, at + rest.len()), true);
            }
        } else if let Some(comment) = line.strip_prefix('#') {
            self.begin_comment(raw);
            self.comment(comment, span);
        } else if !line.is_empty() {
            self.statement(raw, line, span, false);
        }
    }

    /// A comment begins the next entry.
    fn begin_comment(&mut self, raw: &str) {
        if self.field == Field::Text {
            self.finish(raw);
        }
    }

    /// Whether an entry has begun that has no translation yet: nothing but its own lines may stand there.
    fn is_inside(&self) -> bool {
        self.field != Field::Text && (self.has_id || self.item.message.context.is_some())
    }

    fn comment(&mut self, comment: &str, span: Span) {
        if self.is_inside() {
            return self.fault(
                span,
                words!("a comment inside a message", "ghi chú nằm giữa một thông điệp"),
                words!("move it above the message", "hãy chuyển lên phía trên thông điệp"),
            );
        }
        let message = &mut self.item.message;
        match comment.chars().next() {
            Some(',') => {
                let flags = comment.split(',').map(str::trim).filter(|flag| !flag.is_empty());
                message.flags.extend(flags.map(str::to_owned));
            }
            Some(':') => message.references.extend(references(&comment[1..])),
            Some('.') => message.extracted.push(comment[1..].strip_prefix(' ').unwrap_or(&comment[1..]).to_owned()),
            Some('|') => {
                let (old, at) = trimmed(&comment[1..], span.start as usize + 2);
                self.previous(old, Span::new(at, at + old.len()));
            }
            _ => message.translator.push(comment.to_owned()),
        }
    }

    fn previous(&mut self, line: &str, span: Span) {
        let (word, quoted, at) = keyword(line, span);
        let field = match word {
            "msgctxt" => Field::OldContext,
            "msgid" => Field::OldId,
            "msgid_plural" => Field::OldPlural,
            "" if matches!(self.field, Field::OldContext | Field::OldId | Field::OldPlural) => self.field,
            _ => return self.unreadable(span),
        };
        self.field = field;
        let previous = &mut self.item.message.previous;
        let slot = match field {
            Field::OldContext => &mut previous.context,
            Field::OldPlural => &mut previous.plural,
            _ => &mut previous.id,
        };
        match unquote(quoted) {
            Some(text) => slot.get_or_insert_default().push_str(&text),
            None => self.unreadable(at),
        }
    }

    /// A keyword with its string, or a string that goes on.
    fn statement(&mut self, raw: &str, line: &str, span: Span, obsolete: bool) {
        let (word, quoted, at) = keyword(line, span);
        let field = match word {
            "" => self.field,
            "msgctxt" => Field::Context,
            "msgid" => Field::Id,
            "msgid_plural" => Field::Plural,
            "msgstr" => Field::Text,
            _ if word.starts_with("msgstr[") && word.ends_with(']') => Field::Text,
            _ => return self.unreadable(span),
        };
        let starts = matches!(field, Field::Context | Field::Id) && !word.is_empty();
        if starts && (self.field == Field::Text || self.has_id) {
            self.finish(raw);
        }
        self.order(field, word, obsolete, span);
        self.field = field;
        self.item.message.obsolete |= obsolete;
        match (field, word) {
            (Field::Id, "msgid") => {
                self.has_id = true;
                self.item.id_span = span;
            }
            (Field::Text, "msgstr") => {
                self.item.text_span = span;
                self.item.message.texts.push(String::new());
            }
            (Field::Text, word) if !word.is_empty() => {
                if self.item.message.texts.is_empty() {
                    self.item.text_span = span;
                }
                self.item.message.texts.push(String::new());
            }
            _ => {}
        }
        let Some(text) = unquote(quoted) else { return self.unreadable(at) };
        if text.contains(SEPARATOR) {
            return self.fault(
                at,
                words!(
                    "a text holds the sign that parts context and message (\\004)",
                    "chữ có ký hiệu ngăn ngữ cảnh với thông điệp (\\004)"
                ),
                words!(
                    "take it out; a context has a line of its own, msgctxt",
                    "hãy bỏ đi; ngữ cảnh ghi ở dòng riêng, msgctxt"
                ),
            );
        }
        let message = &mut self.item.message;
        match field {
            Field::Context => message.context.get_or_insert_default().push_str(&text),
            Field::Id => message.id.push_str(&text),
            Field::Plural => message.plural.get_or_insert_default().push_str(&text),
            Field::Text => match message.texts.last_mut() {
                Some(last) => last.push_str(&text),
                None => self.unreadable(span),
            },
            _ => self.unreadable(span),
        }
    }

    /// Lines that are each well, in an order that is not.
    fn order(&mut self, field: Field, word: &str, obsolete: bool, span: Span) {
        let message = &self.item.message;
        let begun = self.has_id || message.context.is_some();
        if begun && message.obsolete != obsolete {
            return self.fault(
                span,
                words!("#~ stands before some lines of the message only", "chỉ một số dòng của thông điệp có #~"),
                words!("put #~ before all of its lines, or none", "hãy đặt #~ trước mọi dòng, hoặc bỏ hết"),
            );
        }
        if field != Field::Text || word.is_empty() || !self.has_id && message.texts.is_empty() {
            return;
        }
        let next = format!("msgstr[{}]", message.texts.len());
        let expected = match message.plural {
            Some(_) => next.as_str(),
            None if message.texts.is_empty() => "msgstr",
            None => "msgid",
        };
        if word != expected {
            self.fault(
                span,
                words!("`{word}` stands where `{expected}` should", "`{word}` nằm ở chỗ của `{expected}`"),
                words!(
                    "a message with msgid_plural has msgstr[0], msgstr[1] and so on; every other has one msgstr",
                    "thông điệp có msgid_plural thì có msgstr[0], msgstr[1], …; thông điệp khác chỉ có một msgstr"
                ),
            );
        }
    }

    /// Takes the entry that has been read so far, if there is one.
    fn finish(&mut self, raw: &str) {
        let field = std::mem::take(&mut self.field);
        let has_id = std::mem::take(&mut self.has_id);
        let faulty = std::mem::take(&mut self.faulty);
        if field == Field::Nothing {
            return;
        }
        let mut item = std::mem::take(&mut self.item);
        let text = raw.get(self.begins..self.ends).unwrap_or_default().to_owned();
        item.raw = Some(Raw { text, position: self.items.len() });
        self.begins = self.ends;
        let complete = self.is_complete(&item, field, has_id, faulty);
        if !complete || faulty {
            // What is half there translates nothing.
            item.message.texts.clear();
        }
        self.items.push(item);
    }

    fn is_complete(&mut self, item: &Item, field: Field, has_id: bool, faulty: bool) -> bool {
        if has_id && field == Field::Text {
            return true;
        }
        let (message, help, span) = if has_id || item.message.context.is_some() {
            let help = words!("add a line msgstr \"\" below it", "hãy thêm dòng msgstr \"\" bên dưới");
            (words!("a message without msgstr", "thông điệp thiếu msgstr"), help, item.id_span)
        } else {
            let help = words!("add the msgid that it translates", "hãy thêm dòng msgid mà nó dịch");
            (words!("a msgstr without msgid", "msgstr thiếu msgid"), help, item.text_span)
        };
        if !faulty {
            self.findings.push(Diagnostic::error(codes::CATALOG_SYNTAX, message).at(&self.source, span).help(help));
        }
        false
    }

    /// Messages that stand in the file twice. Those that translate nothing have no texts.
    fn twice(&mut self) {
        let mut seen: HashMap<(Option<&str>, &str), Span> = HashMap::with_capacity(self.items.len());
        let live = |item: &&Item| !item.message.obsolete && !item.message.texts.is_empty();
        for item in self.items.iter().filter(live) {
            let first = match seen.entry((item.message.context.as_deref(), item.message.id.as_str())) {
                Entry::Vacant(free) => {
                    free.insert(item.id_span);
                    continue;
                }
                Entry::Occupied(first) => *first.get(),
            };
            let line = self.source.place(first).line;
            self.findings.push(
                Diagnostic::error(
                    codes::CATALOG_TWICE,
                    words!("this message stands in line {line} already", "thông điệp này đã có ở dòng {line}"),
                )
                .at(&self.source, item.id_span)
                .help(words!("keep one of the two: msguniq does it", "chỉ giữ một trong hai: dùng msguniq")),
            );
        }
    }

    fn unreadable(&mut self, span: Span) {
        self.fault(
            span,
            words!("this line is not part of a PO catalog", "dòng này không đúng dạng của tệp PO"),
            words!(
                "a line starts with msgid, msgstr or #, or is a text in \"quotes\" with \\\" for a quote inside",
                "mỗi dòng bắt đầu bằng msgid, msgstr hoặc #, hoặc là chữ trong \"dấu nháy\" với \\\" cho dấu nháy bên trong"
            ),
        );
    }

    /// The entry at hand translates nothing.
    fn fault(&mut self, span: Span, message: Words, help: Words) {
        self.faulty = true;
        self.findings.push(Diagnostic::error(codes::CATALOG_SYNTAX, message).at(&self.source, span).help(help));
    }
}

/// A line's keyword, its quoted string, and where that stands.
fn keyword(line: &str, span: Span) -> (&str, &str, Span) {
    let end = line.find([' ', '\t', '"']).unwrap_or(line.len());
    let (word, rest) = line.split_at(end);
    let (quoted, at) = trimmed(rest, span.start as usize + end);
    let whole = if quoted.is_empty() { span } else { Span::new(at, at + quoted.len()) };
    (word, quoted, whole)
}

/// A text without the blanks around it, and where it begins.
fn trimmed(text: &str, at: usize) -> (&str, usize) {
    let inner = text.trim_start();
    (inner.trim_end(), at + text.len() - inner.len())
}

/// The places of a `#:` line; isolates hold names with spaces together.
fn references(line: &str) -> Vec<String> {
    let mut found = vec![String::new()];
    let mut isolated = false;
    for c in line.chars() {
        match c {
            '\u{2068}' => isolated = true,
            '\u{2069}' => isolated = false,
            c if c.is_whitespace() && !isolated => found.push(String::new()),
            c => {
                if let Some(last) = found.last_mut() {
                    last.push(c);
                }
            }
        }
    }
    found.retain(|reference| !reference.is_empty());
    found
}
