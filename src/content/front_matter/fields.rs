//! The fields of a page: which keys there are, what each may hold, and what is said when it does not.

use super::value::{Entry, Node, Value};
use crate::base::{Diagnostic, Source, Span, codes, nearest};
use crate::content::day::is_day;
use crate::content::page::{DocumentRecord, ElementStatus, Entrance, FrontMatter, PageKind};
use crate::words;

const PAGE_KEYS: &[&str] = &[
    "title",
    "description",
    "audience",
    "kind",
    "sources",
    "aliases",
    "review_by",
    "updated",
    "source_hash",
    "translated",
    "number",
    "group",
    "status",
    "document",
    "entrances",
    "extra",
];
const ROLES: &[&str] = &["citizen", "commune", "province", "press", "editor"];
const KINDS: &[&str] = &["chapter", "start", "document", "element"];
const ELEMENT_STATUSES: &[&str] = &["official", "awaiting-source"];
const DOCUMENT_KEYS: &[&str] = &["id", "status", "replaced_by"];
const DOCUMENT_STATUSES: &[&str] = &["in-force", "replaced", "done", "draft", "unknown"];
const ENTRANCE_KEYS: &[&str] = &["role", "title", "promise", "steps"];

/// Reads a page's fields from its front matter; what is wrong is left at its default and reported.
pub(super) fn read(source: &Source, node: &Node, findings: &mut Vec<Diagnostic>) -> FrontMatter {
    let mut reader = Reader { source, findings };
    let mut front = FrontMatter::default();
    let Value::Table(entries) = &node.value else {
        reader.wrong_type("front matter", node, ("a table of keys and values", "bảng gồm khoá và giá trị"));
        return front;
    };
    for entry in entries.iter().filter(|entry| !matches!(entry.node.value, Value::Null)) {
        reader.page_field(&mut front, entry);
    }
    front
}

/// Reads values and collects what is wrong with them.
struct Reader<'a> {
    source: &'a Source,
    findings: &'a mut Vec<Diagnostic>,
}

impl Reader<'_> {
    fn page_field(&mut self, front: &mut FrontMatter, entry: &Entry) {
        match entry.key.as_str() {
            "title" => front.title = self.text(entry),
            "description" => front.description = self.text(entry),
            "audience" => front.audience = self.choices(entry, ROLES),
            "kind" => front.kind = self.choice(entry, KINDS).map_or(PageKind::Chapter, |name| kind(&name)),
            "sources" => front.sources = self.texts(entry),
            "aliases" => front.aliases = self.texts(entry),
            "review_by" => front.review_by = self.date(entry),
            "updated" => front.updated = self.date(entry),
            "source_hash" => front.source_hash = self.text(entry),
            "translated" => front.translated = self.date(entry),
            "number" => front.number = self.number(entry),
            "group" => front.group = self.text(entry),
            "status" => {
                front.status = self.choice(entry, ELEMENT_STATUSES).map_or_else(Default::default, |s| status(&s))
            }
            "document" => front.document = self.document(entry),
            "entrances" => front.entrances = self.entrances(entry),
            "extra" => {
                let fields = self.table(entry).unwrap_or_default();
                front.extra = fields.iter().map(|e| (e.key.clone(), e.node.value.to_json())).collect();
            }
            _ => self.unknown_key(entry, PAGE_KEYS, true),
        }
    }

    fn document(&mut self, entry: &Entry) -> Option<DocumentRecord> {
        let fields = self.table(entry)?;
        let mut record = DocumentRecord::default();
        for field in fields {
            match field.key.as_str() {
                "id" => record.id = self.text(field).unwrap_or_default(),
                "status" => record.status = self.choice(field, DOCUMENT_STATUSES).unwrap_or_default(),
                "replaced_by" => record.replaced_by = self.text(field),
                _ => self.unknown_key(field, DOCUMENT_KEYS, false),
            }
        }
        self.require(entry.key_span, fields, "document", &["id"]).then_some(record)
    }

    fn entrances(&mut self, entry: &Entry) -> Vec<Entrance> {
        let Value::List(items) = &entry.node.value else {
            self.wrong_type(&entry.key, &entry.node, ("a list of tables", "danh sách các bảng"));
            return Vec::new();
        };
        items.iter().filter_map(|item| self.entrance(item)).collect()
    }

    fn entrance(&mut self, item: &Node) -> Option<Entrance> {
        let Value::Table(fields) = &item.value else {
            self.wrong_type("entrances", item, ("a table", "bảng"));
            return None;
        };
        let mut entrance = Entrance::default();
        for field in fields {
            match field.key.as_str() {
                "role" => entrance.role = self.choice(field, ROLES).unwrap_or_default(),
                "title" => entrance.title = self.text(field).unwrap_or_default(),
                "promise" => entrance.promise = self.text(field).unwrap_or_default(),
                "steps" => entrance.steps = self.texts(field),
                _ => self.unknown_key(field, ENTRANCE_KEYS, false),
            }
        }
        self.require(item.span, fields, "entrances", &["role", "title"]).then_some(entrance)
    }

    fn text(&mut self, entry: &Entry) -> Option<String> {
        if let Value::Text(text) = &entry.node.value {
            return Some(text.clone());
        }
        self.wrong_type(&entry.key, &entry.node, ("text in quotes", "chuỗi ký tự trong dấu nháy"));
        None
    }

    fn texts(&mut self, entry: &Entry) -> Vec<String> {
        self.text_nodes(entry).into_iter().map(|(text, _)| text.to_owned()).collect()
    }

    fn text_nodes<'n>(&mut self, entry: &'n Entry) -> Vec<(&'n str, Span)> {
        const WANTED: (&str, &str) = ("a list of texts: [\"…\", \"…\"]", "danh sách chuỗi: [\"…\", \"…\"]");
        let Value::List(items) = &entry.node.value else {
            self.wrong_type(&entry.key, &entry.node, WANTED);
            return Vec::new();
        };
        let mut texts = Vec::new();
        for item in items {
            match &item.value {
                Value::Text(text) => texts.push((text.as_str(), item.span)),
                _ => self.wrong_type(&entry.key, item, ("text in quotes", "chuỗi ký tự trong dấu nháy")),
            }
        }
        texts
    }

    fn choices(&mut self, entry: &Entry, allowed: &[&str]) -> Vec<String> {
        let texts = self.text_nodes(entry);
        texts
            .into_iter()
            .filter(|(text, span)| self.is_allowed(&entry.key, text, *span, allowed))
            .map(|(text, _)| text.to_owned())
            .collect()
    }

    fn choice(&mut self, entry: &Entry, allowed: &[&str]) -> Option<String> {
        let text = self.text(entry)?;
        self.is_allowed(&entry.key, &text, entry.node.span, allowed).then_some(text)
    }

    fn is_allowed(&mut self, key: &str, text: &str, span: Span, allowed: &[&str]) -> bool {
        if allowed.contains(&text) {
            return true;
        }
        let message = words!("`{key}` cannot be “{text}”", "`{key}` không thể là “{text}”");
        let found = Diagnostic::error(codes::FRONT_VALUE, message).at(self.source, span);
        let all = allowed.join(", ");
        self.findings.push(match nearest(text, allowed.iter().copied()) {
            Some(near) => found.help(words!("did you mean “{near}”?", "có phải ý bạn là “{near}”?")),
            None => found.help(words!("it is one of: {all}", "giá trị hợp lệ: {all}")),
        });
        false
    }

    fn number(&mut self, entry: &Entry) -> Option<u32> {
        if let Value::Integer(number) = entry.node.value
            && let Ok(number) = u32::try_from(number)
            && number > 0
        {
            return Some(number);
        }
        let key = &entry.key;
        let message = words!("`{key}` takes a whole number from 1", "`{key}` cần số nguyên từ 1 trở lên");
        self.findings.push(Diagnostic::error(codes::FRONT_VALUE, message).at(self.source, entry.node.span));
        None
    }

    /// A day, as `YYYY-MM-DD`.
    fn date(&mut self, entry: &Entry) -> Option<String> {
        match &entry.node.value {
            Value::Date(text) | Value::Text(text) if is_day(text) => return Some(text.clone()),
            Value::Date(text) | Value::Text(text) => {
                let key = &entry.key;
                self.findings.push(
                    Diagnostic::error(
                        codes::FRONT_VALUE,
                        words!("`{key}` is no day: {text}", "`{key}` không phải một ngày có thật: {text}"),
                    )
                    .at(self.source, entry.node.span)
                    .help(words!("write year-month-day: 2027-03-31", "viết năm-tháng-ngày: 2027-03-31")),
                );
            }
            _ => self.wrong_type(&entry.key, &entry.node, ("a day such as 2027-03-31", "một ngày, ví dụ 2027-03-31")),
        }
        None
    }

    fn table<'n>(&mut self, entry: &'n Entry) -> Option<&'n [Entry]> {
        if let Value::Table(entries) = &entry.node.value {
            return Some(entries);
        }
        self.wrong_type(&entry.key, &entry.node, ("a table", "bảng"));
        None
    }

    /// Whether all `keys` are among `fields`; each that is not is reported.
    fn require(&mut self, span: Span, fields: &[Entry], table: &str, keys: &[&str]) -> bool {
        let before = self.findings.len();
        for key in keys.iter().filter(|key| !fields.iter().any(|field| field.key == **key)) {
            self.findings.push(
                Diagnostic::error(codes::FRONT_MISSING, words!("`{table}` has no `{key}`", "`{table}` thiếu `{key}`"))
                    .at(self.source, span),
            );
        }
        before == self.findings.len()
    }

    fn wrong_type(&mut self, key: &str, node: &Node, wanted: (&str, &str)) {
        let (wanted_en, wanted_vi) = wanted;
        let (found_en, found_vi) = node.value.name();
        let message = crate::base::Words {
            en: format!("`{key}` takes {wanted_en}, not {found_en}"),
            vi: format!("`{key}` cần {wanted_vi}, không phải {found_vi}"),
        };
        self.findings.push(Diagnostic::error(codes::FRONT_VALUE, message).at(self.source, node.span));
    }

    fn unknown_key(&mut self, entry: &Entry, known: &[&str], extra: bool) {
        let key = &entry.key;
        let message = words!("front matter has no key `{key}`", "phần đầu trang không có khoá `{key}`");
        let found = Diagnostic::error(codes::FRONT_UNKNOWN_KEY, message).at(self.source, entry.key_span);
        let all = known.join(", ");
        self.findings.push(match nearest(key, known.iter().copied()) {
            Some(near) => found.help(words!("did you mean `{near}`?", "có phải ý bạn là `{near}`?")),
            None if extra => found.help(words!(
                "fields of your own go below `[extra]`; known keys: {all}",
                "trường riêng đặt dưới `[extra]`; các khoá có sẵn: {all}"
            )),
            None => found.help(words!("known keys: {all}", "các khoá có sẵn: {all}")),
        });
    }
}

fn kind(name: &str) -> PageKind {
    match name {
        "start" => PageKind::Start,
        "document" => PageKind::Document,
        "element" => PageKind::Element,
        _ => PageKind::Chapter,
    }
}

fn status(name: &str) -> ElementStatus {
    if name == "official" { ElementStatus::Official } else { ElementStatus::AwaitingSource }
}
