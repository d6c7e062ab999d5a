//! Typed access to a TOML table that never stops at the first fault.
//!
//! Owns the findings about keys and types; what a value must mean is `schema`'s and `validate`'s.

use std::collections::BTreeSet;

use toml::Spanned;
use toml::de::{DeTable, DeValue};

use crate::base::{Diagnostic, Source, Span, Words, codes, nearest};
use crate::words;

/// A value and where it stands.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Located<T> {
    pub value: T,
    pub span: Span,
}

/// What has been found wrong so far in one file.
pub(super) struct Findings<'s> {
    pub source: &'s Source,
    /// Lines the TOML parser could not read: what it recovered there is a guess and is not judged.
    broken: BTreeSet<u32>,
    pub list: Vec<Diagnostic>,
}

impl<'s> Findings<'s> {
    pub(super) fn new(source: &'s Source, errors: &[toml::de::Error]) -> Self {
        let mut findings = Self { source, broken: BTreeSet::new(), list: Vec::new() };
        for error in errors {
            let span = error.span().map(Span::from).unwrap_or_default();
            let message = error.message();
            let place = source.place(span);
            findings.broken.insert(place.line);
            findings.list.push(
                Diagnostic::error(
                    codes::CONFIG_SYNTAX,
                    words!("this is not valid TOML: {message}", "đoạn này không đúng cú pháp TOML: {message}"),
                )
                .at_place(Some(place)),
            );
        }
        findings
    }

    pub(super) fn has_broken_lines(&self) -> bool {
        !self.broken.is_empty()
    }

    pub(super) fn add(&mut self, span: Span, finding: Diagnostic) {
        let place = self.source.place(span);
        if !self.broken.contains(&place.line) {
            self.list.push(finding.at_place(Some(place)));
        }
    }
}

/// A table being read: remembers which keys it was asked for, so that the others are unknown.
pub(super) struct Table<'t> {
    /// `numbering`, `locale.en`; empty for the top of the file.
    pub name: String,
    entries: &'t DeTable<'t>,
    known: Vec<&'static str>,
}

impl<'t> Table<'t> {
    pub(super) fn new(name: impl Into<String>, entries: &'t DeTable<'t>) -> Self {
        Self { name: name.into(), entries, known: Vec::new() }
    }

    pub(super) fn string(&mut self, found: &mut Findings, key: &'static str) -> Option<Located<String>> {
        let expected = words!("text in quotes", "văn bản trong dấu nháy");
        self.value(found, key, &expected, |value| value.as_str().map(str::to_owned))
    }

    pub(super) fn boolean(&mut self, found: &mut Findings, key: &'static str) -> Option<Located<bool>> {
        self.value(found, key, &words!("true or false", "true hoặc false"), DeValue::as_bool)
    }

    /// A whole number from 0 to `most`.
    pub(super) fn number(&mut self, found: &mut Findings, key: &'static str, most: u32) -> Option<Located<u32>> {
        let expected = words!("a whole number from 0 to {most}", "số nguyên từ 0 đến {most}");
        self.value(found, key, &expected, |value| {
            let integer = value.as_integer()?;
            u32::from_str_radix(integer.as_str(), integer.radix()).ok().filter(|n| *n <= most)
        })
    }

    /// A number, whole or decimal.
    pub(super) fn decimal(&mut self, found: &mut Findings, key: &'static str) -> Option<Located<f64>> {
        self.value(found, key, &words!("a number", "một số"), |value| match value {
            DeValue::Float(number) => number.as_str().parse().ok(),
            whole => whole.as_integer()?.as_str().parse().ok(),
        })
    }

    /// A day, as a TOML date or as text `YYYY-MM-DD`.
    pub(super) fn day(&mut self, found: &mut Findings, key: &'static str) -> Option<Located<String>> {
        let expected = words!("a day such as 2026-05-31", "một ngày như 2026-05-31");
        self.value(found, key, &expected, |value| {
            let text = match value {
                DeValue::Datetime(day) => day.to_string(),
                other => other.as_str()?.to_owned(),
            };
            let day: toml::value::Datetime = text.parse().ok()?;
            (day.date.is_some() && day.time.is_none() && day.offset.is_none()).then_some(text)
        })
    }

    pub(super) fn strings(&mut self, found: &mut Findings, key: &'static str) -> Option<Located<Vec<Located<String>>>> {
        self.known.push(key);
        self.texts(found, key, self.get(key)?)
    }

    /// All entries as lists of texts, whatever their keys are.
    pub(super) fn lists(&self, found: &mut Findings) -> Vec<(Located<String>, Vec<Located<String>>)> {
        let mut lists = Vec::new();
        for (key, value) in self.entries.iter() {
            let name = Located { value: key.get_ref().to_string(), span: key.span().into() };
            lists.extend(self.texts(found, &name.value, value).map(|texts| (name, texts.value)));
        }
        lists
    }

    fn texts(
        &self,
        found: &mut Findings,
        key: &str,
        value: &'t Spanned<DeValue<'t>>,
    ) -> Option<Located<Vec<Located<String>>>> {
        let expected = words!("a list of texts in quotes", "danh sách văn bản trong dấu nháy");
        let Some(items) = value.get_ref().as_array() else {
            self.wrong(found, key, value, &expected);
            return None;
        };
        let mut texts = Vec::new();
        for item in items.iter() {
            match item.get_ref().as_str() {
                Some(text) => texts.push(Located { value: text.to_owned(), span: item.span().into() }),
                None => self.wrong(found, key, item, &expected),
            }
        }
        Some(Located { value: texts, span: value.span().into() })
    }

    /// A table below this one.
    pub(super) fn table(&mut self, found: &mut Findings, key: &'static str) -> Option<Table<'t>> {
        self.known.push(key);
        let value = self.get(key)?;
        self.below(found, key, value)
    }

    /// All entries as tables, whatever their keys are: `[locale.en]`, `[locale.fr]`.
    pub(super) fn tables(&self, found: &mut Findings) -> Vec<(Located<String>, Table<'t>)> {
        let named = |(key, value): (&'t Spanned<toml::de::DeString<'t>>, &'t Spanned<DeValue<'t>>)| {
            let name = Located { value: key.get_ref().to_string(), span: key.span().into() };
            self.below(found, key.get_ref(), value).map(|table| (name, table))
        };
        self.entries.iter().filter_map(named).collect()
    }

    /// Reports the keys nobody asked for. `elsewhere` tells in which table a key would be known.
    pub(super) fn finish(self, found: &mut Findings, elsewhere: &[(&str, &str)]) {
        for key in self.entries.keys() {
            let name: &str = key.get_ref();
            if !self.known.contains(&name) {
                let finding = self.unknown(name, elsewhere);
                found.add(key.span().into(), finding);
            }
        }
    }

    fn unknown(&self, name: &str, elsewhere: &[(&str, &str)]) -> Diagnostic {
        let message = if self.name.is_empty() {
            words!("unknown key `{name}`", "không có khóa `{name}`")
        } else {
            let table = &self.name;
            words!("unknown key `{name}` in [{table}]", "không có khóa `{name}` trong [{table}]")
        };
        let finding = Diagnostic::error(codes::CONFIG_UNKNOWN_KEY, message);
        if let Some((home, _)) = elsewhere.iter().find(|(home, key)| *key == name && *home != self.name) {
            return finding.help(if home.is_empty() {
                words!(
                    "`{name}` stands at the top of the file, before the first [table]",
                    "`{name}` phải đứng ở đầu tệp, trước [bảng] đầu tiên"
                )
            } else {
                words!("`{name}` belongs in [{home}]", "`{name}` thuộc về [{home}]")
            });
        }
        if let Some(near) = nearest(name, self.known.iter().copied()) {
            return finding.help(words!("did you mean `{near}`?", "có phải ý bạn là `{near}`?"));
        }
        let all = self.known.join(", ");
        finding.help(words!("known here: {all}", "các khóa dùng được ở đây: {all}"))
    }

    fn value<T>(
        &mut self,
        found: &mut Findings,
        key: &'static str,
        expected: &Words,
        read: impl Fn(&DeValue<'t>) -> Option<T>,
    ) -> Option<Located<T>> {
        self.known.push(key);
        let value = self.get(key)?;
        let read = read(value.get_ref());
        if read.is_none() {
            self.wrong(found, key, value, expected);
        }
        read.map(|inner| Located { value: inner, span: value.span().into() })
    }

    fn below(&self, found: &mut Findings, key: &str, value: &'t Spanned<DeValue<'t>>) -> Option<Table<'t>> {
        let Some(entries) = value.get_ref().as_table() else {
            self.wrong(found, key, value, &words!("a table", "một bảng"));
            return None;
        };
        let name = if self.name.is_empty() { key.to_owned() } else { format!("{}.{key}", self.name) };
        Some(Table::new(name, entries))
    }

    fn get(&self, key: &str) -> Option<&'t Spanned<DeValue<'t>>> {
        self.entries.get(key)
    }

    fn wrong(&self, found: &mut Findings, key: &str, value: &Spanned<DeValue>, expected: &Words) {
        let Words { en, vi } = expected;
        let (got_en, got_vi) = described(value.get_ref());
        found.add(
            value.span().into(),
            Diagnostic::error(
                codes::CONFIG_VALUE,
                Words {
                    en: format!("`{key}` must be {en}, not {got_en}"),
                    vi: format!("`{key}` phải là {vi}, không phải {got_vi}"),
                },
            ),
        );
    }
}

fn described(value: &DeValue) -> (&'static str, &'static str) {
    let (en, vi) = match value {
        DeValue::String(text) if text.is_empty() => ("an empty text", "văn bản rỗng"),
        DeValue::String(_) => ("this text", "văn bản này"),
        DeValue::Integer(_) => ("this number", "số này"),
        DeValue::Float(_) => ("a decimal number", "số thập phân"),
        DeValue::Boolean(_) => ("true or false", "true/false"),
        DeValue::Datetime(_) => ("a date or time", "ngày giờ"),
        DeValue::Array(_) => ("a list", "danh sách"),
        DeValue::Table(_) => ("a table", "bảng"),
    };
    (en, vi)
}
