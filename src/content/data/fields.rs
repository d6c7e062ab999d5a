//! Reading one TOML table field by field, so that every fault is reported at its own line.
//!
//! Owns the forms a field of a data file may have. Knows no particular data file.

use std::collections::BTreeMap;

use toml::Spanned;
use toml::de::{DeString, DeTable, DeValue};

use crate::base::{Diagnostic, Locale, Place, Said, Source, Span, Words, codes, is_safe, nearest};
use crate::words;

/// A text in several languages: tag → text. The tag is empty for a text that serves all of them.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct LocalText(pub BTreeMap<String, String>);

impl LocalText {
    /// The text in `locale`; else in its language, in `source`, in any. Empty when there is none.
    #[must_use]
    pub fn get(&self, locale: &Locale, source: &Locale) -> Said {
        let tags = [(locale.as_str(), locale), (locale.language(), locale), (source.as_str(), source)];
        let found = |(tag, locale): (&str, &Locale)| Some(Said::new(self.0.get(tag)?, locale));
        let [own, language, written] = tags;
        let unsaid = || self.0.get("").map(|text| Said::from(text.as_str()));
        let any = || self.0.iter().next().map(|(tag, text)| Said::new(text, tag));
        found(own)
            .or_else(|| found(language))
            .or_else(unsaid)
            .or_else(|| found(written))
            .or_else(any)
            .unwrap_or_default()
    }
}

/// The finding about an address that nobody is sent to.
#[must_use]
pub fn forbidden_scheme(address: &str) -> Diagnostic {
    let scheme = address.split(':').next().unwrap_or_default();
    let message = words!(
        "a link may not lead to `{scheme}:`; it is left out",
        "liên kết không được dẫn tới `{scheme}:` nên bị bỏ"
    );
    let help = words!(
        "write an address that starts with `https://`, `mailto:` or `tel:`",
        "hãy ghi địa chỉ bắt đầu bằng `https://`, `mailto:` hoặc `tel:`"
    );
    Diagnostic::warning(codes::LINK_SCHEME, message).help(help)
}

/// One TOML table, being read.
pub(super) struct Fields<'a> {
    source: &'a Source,
    table: &'a DeTable<'a>,
    span: Span,
    known: Vec<&'static str>,
    findings: Vec<Diagnostic>,
}

type Value<'a> = &'a Spanned<DeValue<'a>>;

impl<'a> Fields<'a> {
    pub(super) fn new(source: &'a Source, table: &'a DeTable<'a>, span: Span) -> Self {
        Self { source, table, span, known: Vec::new(), findings: Vec::new() }
    }

    /// Where the record stands.
    pub(super) fn place(&self) -> Place {
        self.source.place(self.span)
    }

    /// Where a field stands, else the record.
    pub(super) fn place_of(&self, key: &str) -> Place {
        self.table.get(key).map_or_else(|| self.place(), |v| self.source.place(v.span().into()))
    }

    /// A text; empty when it is not there.
    pub(super) fn text(&mut self, key: &'static str) -> String {
        let Some(value) = self.get(key) else { return String::new() };
        if let DeValue::String(text) = value.get_ref() {
            return text.to_string();
        }
        self.wrong(value, words!("`{key}` must be text in quotes", "`{key}` phải là chữ trong dấu nháy"));
        String::new()
    }

    /// An address to link to.
    pub(super) fn address(&mut self, key: &'static str) -> String {
        let address = self.text(key);
        if !is_safe(&address) {
            let place = Some(self.place_of(key));
            self.findings.push(forbidden_scheme(&address).at_place(place));
        }
        address
    }

    /// A text that must be there.
    pub(super) fn required(&mut self, key: &'static str) -> String {
        let text = self.text(key);
        if text.trim().is_empty() && !self.findings.iter().any(|f| f.message.en.contains(&format!("`{key}`"))) {
            self.missing(key);
        }
        text
    }

    /// A number or text, as it is written, and whether it is a number.
    pub(super) fn value(&mut self, key: &'static str) -> (String, bool) {
        let Some(value) = self.get(key) else {
            self.missing(key);
            return (String::new(), false);
        };
        match value.get_ref() {
            DeValue::String(text) => (text.to_string(), false),
            DeValue::Integer(_) | DeValue::Float(_) => {
                (self.source.text.get(value.span()).unwrap_or_default().replace('_', ""), true)
            }
            _ => {
                let message = words!("`{key}` must be a number or text", "`{key}` phải là số hoặc chữ");
                self.wrong(value, message);
                (String::new(), false)
            }
        }
    }

    /// One of a few words; the first of them when it is not there.
    pub(super) fn choice(&mut self, key: &'static str, choices: &[&'static str]) -> String {
        let written = self.text(key);
        if choices.contains(&written.as_str()) {
            return written;
        }
        if let Some(value) = self.table.get(key).filter(|v| v.get_ref().is_str()) {
            let all = choices.join(", ");
            let message = words!("`{key}` cannot be `{written}`", "`{key}` không thể là `{written}`");
            let help = match nearest(&written, choices.iter().copied()) {
                Some(near) => words!("did you mean `{near}`?", "có phải bạn muốn viết `{near}`?"),
                None => words!("one of: {all}", "một trong: {all}"),
            };
            self.finding(value.span().into(), message, Some(help));
        }
        choices.first().copied().unwrap_or_default().to_owned()
    }

    /// A day, month or year: `2023-03-10`, `2026-05`, `2023`; empty when it is not there.
    pub(super) fn date(&mut self, key: &'static str) -> String {
        let Some(value) = self.get(key) else { return String::new() };
        let written = match value.get_ref() {
            DeValue::String(text) => text.to_string(),
            DeValue::Datetime(_) | DeValue::Integer(_) => {
                self.source.text.get(value.span()).unwrap_or_default().to_owned()
            }
            _ => "?".to_owned(),
        };
        if written.is_empty() || is_date(&written) {
            return written;
        }
        let message = words!(
            "`{key}` is no day, month or year: `{written}`",
            "`{key}` không phải ngày, tháng hay năm: `{written}`"
        );
        let help = words!("write `2023-03-10`, `2023-03` or `2023`", "hãy ghi `2023-03-10`, `2023-03` hoặc `2023`");
        self.finding(value.span().into(), message, Some(help));
        String::new()
    }

    /// A day, month or year that must be there: a figure without its date misleads.
    pub(super) fn required_date(&mut self, key: &'static str) -> String {
        if !self.table.contains_key(key) {
            self.missing(key);
        }
        self.date(key)
    }

    /// True unless the field says `false`.
    pub(super) fn yes_unless(&mut self, key: &'static str) -> bool {
        let Some(value) = self.get(key) else { return true };
        if let DeValue::Boolean(answer) = value.get_ref() {
            return *answer;
        }
        self.wrong(value, words!("`{key}` must be true or false", "`{key}` phải là true hoặc false"));
        true
    }

    /// A list of texts.
    pub(super) fn list(&mut self, key: &'static str) -> Vec<String> {
        self.get(key).map_or_else(Vec::new, |value| self.texts(key, value))
    }

    /// A text in each language: `title.vi = "…"`.
    pub(super) fn local(&mut self, key: &'static str) -> LocalText {
        let Some(value) = self.get(key) else { return LocalText::default() };
        if let DeValue::String(text) = value.get_ref() {
            return LocalText(BTreeMap::from([(String::new(), text.to_string())]));
        }
        let mut local = BTreeMap::new();
        for (tag, value) in self.languages(key, value) {
            if let DeValue::String(text) = value.get_ref() {
                local.insert(tag, text.to_string());
            } else {
                self.wrong(value, words!("`{key}.{tag}` must be text", "`{key}.{tag}` phải là chữ"));
            }
        }
        LocalText(local)
    }

    /// A list of texts in each language: `aliases.vi = []`.
    pub(super) fn local_lists(&mut self, key: &'static str) -> BTreeMap<String, Vec<String>> {
        let Some(value) = self.get(key) else { return BTreeMap::new() };
        if value.get_ref().is_array() {
            return BTreeMap::from([(String::new(), self.texts(key, value))]);
        }
        self.languages(key, value).into_iter().map(|(tag, v)| (tag, self.texts(key, v))).collect()
    }

    /// The tables named after a language: `vi = { … }`. Other fields must have been read before.
    pub(super) fn language_tables(&mut self) -> Vec<(String, Fields<'a>)> {
        let mut tables = Vec::new();
        for (key, value) in self.table {
            let Some(table) = value.get_ref().as_table() else { continue };
            if self.known.contains(&key.get_ref().as_ref()) {
                continue;
            }
            if let Ok(locale) = key.get_ref().parse::<Locale>() {
                tables.push((locale.to_string(), Fields::new(self.source, table, value.span().into())));
            }
        }
        tables
    }

    /// Takes over what was found in a table of this record.
    pub(super) fn absorb(&mut self, findings: Vec<Diagnostic>) {
        self.findings.extend(findings);
    }

    /// All findings, unknown fields among them. `languages`: fields named after a language are known.
    pub(super) fn finish(mut self, languages: bool) -> Vec<Diagnostic> {
        for (key, value) in self.table {
            let name: &str = key.get_ref();
            let is_language = languages && value.get_ref().is_table() && name.parse::<Locale>().is_ok();
            if self.known.contains(&name) || is_language {
                continue;
            }
            let message = words!("unknown field `{name}`", "không có trường `{name}`");
            let all = self.known.join(", ");
            let help = match nearest(name, self.known.iter().copied()) {
                Some(near) => words!("did you mean `{near}`?", "có phải bạn muốn viết `{near}`?"),
                None => words!("the fields are: {all}", "các trường gồm: {all}"),
            };
            self.finding(key.span().into(), message, Some(help));
        }
        self.findings
    }

    fn get(&mut self, key: &'static str) -> Option<Value<'a>> {
        self.known.push(key);
        self.table.get(key)
    }

    fn languages(&mut self, key: &str, value: Value<'a>) -> Vec<(String, Value<'a>)> {
        let Some(table) = value.get_ref().as_table() else {
            let message = words!("`{key}` must be text for each language", "`{key}` phải có chữ cho từng ngôn ngữ");
            self.wrong(value, message);
            return Vec::new();
        };
        let mut found = Vec::new();
        for (tag, value) in table {
            if let Ok(locale) = tag.get_ref().parse::<Locale>() {
                found.push((locale.to_string(), value));
            } else {
                let tag_text: &DeString<'_> = tag.get_ref();
                let message = words!("`{tag_text}` is no language", "`{tag_text}` không phải một ngôn ngữ");
                self.finding(tag.span().into(), message, None);
            }
        }
        found
    }

    fn texts(&mut self, key: &str, value: Value<'a>) -> Vec<String> {
        let items = value.get_ref().as_array();
        let texts = items.map(|a| a.iter().filter_map(|v| v.get_ref().as_str().map(str::to_owned)).collect::<Vec<_>>());
        match texts {
            Some(texts) if Some(texts.len()) == items.map(|a| a.len()) => texts,
            _ => {
                self.wrong(value, words!("`{key}` must be a list of texts", "`{key}` phải là danh sách chữ"));
                Vec::new()
            }
        }
    }

    fn missing(&mut self, key: &str) {
        let message = words!("`{key}` is missing", "thiếu `{key}`");
        self.finding(self.span, message, None);
    }

    fn wrong(&mut self, value: Value<'a>, message: Words) {
        self.finding(value.span().into(), message, None);
    }

    fn finding(&mut self, span: Span, message: Words, help: Option<Words>) {
        let finding = Diagnostic::error(codes::DATA_FIELD, message).at(self.source, span);
        self.findings.push(Diagnostic { help, ..finding });
    }
}

/// `YYYY`, `YYYY-MM` or `YYYY-MM-DD`, with a month and day that exist in some year.
fn is_date(text: &str) -> bool {
    let parts: Vec<&str> = text.split('-').collect();
    let digits = |part: &str, n: usize| part.len() == n && part.bytes().all(|b| b.is_ascii_digit());
    let within = |part: &str, last: u8| digits(part, 2) && part.parse().is_ok_and(|n: u8| (1..=last).contains(&n));
    match parts.as_slice() {
        [year] => digits(year, 4),
        [year, month] => digits(year, 4) && within(month, 12),
        [year, month, day] => digits(year, 4) && within(month, 12) && within(day, 31),
        _ => false,
    }
}
