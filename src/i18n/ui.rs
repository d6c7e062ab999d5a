//! The interface's words (Fluent), one [`Strings`] a locale.
//!
//! Owns the way from a message key to words: the built-in file of the language (top-level `i18n/`),
//! a handbook's own `<i18n folder>/<locale>.ftl` over it, English for what is still missing. Also
//! how a number or date is written. May not know which page asks.

use std::collections::BTreeSet;
use std::sync::Arc;

use fluent_bundle::concurrent::FluentBundle;
use fluent_bundle::{FluentArgs, FluentResource, FluentValue};
use intl_memoizer::Memoizable;
use intl_memoizer::concurrent::IntlLangMemoizer;
use unic_langid::LanguageIdentifier;

use super::numbers::Numbers;
use super::plurals;
use crate::base::{Diagnostic, Direction, Hash, Locale, Source, Span, codes, nearest};
use crate::config::Config;
use crate::files::Project;
use crate::words;

/// The files that ship with camnang.
#[derive(rust_embed::Embed)]
#[folder = "i18n/"]
#[include = "*.ftl"]
struct BuiltIn;

/// What stands in for a message's variable.
#[derive(Clone, Debug, PartialEq)]
pub enum Value<'a> {
    /// Words.
    Text(&'a str),
    /// A count; chooses the plural form.
    Number(i64),
}

impl<'a> From<&'a str> for Value<'a> {
    fn from(text: &'a str) -> Self {
        Self::Text(text)
    }
}

impl From<u32> for Value<'_> {
    fn from(number: u32) -> Self {
        Self::Number(i64::from(number))
    }
}

/// The interface's words in one locale.
pub struct Strings {
    locale: Locale,
    /// Hash of all they were made from.
    pub key: Hash,
    bundle: FluentBundle<FluentResource>,
}

impl Strings {
    /// The words of `locale` for a project: its `<i18n folder>/<locale>.ftl` over the built-in ones.
    #[must_use]
    pub fn load(project: &Project, config: &Config, locale: &Locale) -> (Arc<Self>, Vec<Diagnostic>) {
        let own = config.i18n.join(&format!("{locale}.ftl")).ok().filter(|path| project.exists(path));
        let (own, fault) = match own.map(|path| project.text(&path)) {
            Some(Ok(source)) => (Some(source), None),
            Some(Err(fault)) => (None, Some(fault)),
            None => (None, None),
        };
        let key = Self::key(locale, own.as_ref());
        let made = project.memo().get("strings", key, || {
            let (strings, findings) = Self::new(locale, own.as_ref());
            (Arc::new(strings), findings)
        });
        (Arc::clone(&made.0), made.1.iter().cloned().chain(fault).collect())
    }

    /// What is built in is the same in every run of one executable.
    fn key(locale: &Locale, own: Option<&Arc<Source>>) -> Hash {
        Hash::of_value(&(locale, own.map(|own| (&own.path, own.hash))))
    }

    /// The words of `locale`: built in, replaced by those of `own`, English where both are silent.
    /// A message that is missing, unknown or malformed is a finding, never a gap in a page.
    #[must_use]
    pub fn new(locale: &Locale, own: Option<&Arc<Source>>) -> (Self, Vec<Diagnostic>) {
        let english = built_in("en").unwrap_or_default();
        let ours = built_in_for(locale);
        let mut bundle = new_bundle(locale);
        let mut findings = Vec::new();
        for text in [Some(&english), ours.as_ref()].into_iter().flatten() {
            bundle.add_resource_overriding(messages(text));
        }
        if let Some(own) = own {
            findings.extend(faults(&own.text).into_iter().map(|fault| syntax_fault(own, fault)));
            bundle.add_resource_overriding(messages(&own.text));
        }
        findings.extend(missing(locale, &english, ours.as_deref(), own));
        findings.extend(own.map(|own| unknown(&english, own)).unwrap_or_default());
        (Self { locale: locale.clone(), key: Self::key(locale, own), bundle }, findings)
    }

    /// The locale these words are of.
    #[must_use]
    pub fn locale(&self) -> &Locale {
        &self.locale
    }

    /// Whether there is a message of that key.
    #[must_use]
    pub fn has(&self, key: &str) -> bool {
        self.bundle.get_message(key).is_some_and(|m| m.value().is_some())
    }

    /// The words of a message. An unknown key gives the key itself, so that it is seen.
    #[must_use]
    pub fn text(&self, key: &str, args: &[(&str, Value<'_>)]) -> String {
        let Some(pattern) = self.bundle.get_message(key).and_then(|m| m.value()) else {
            return key.to_owned();
        };
        let mut values = FluentArgs::with_capacity(args.len());
        for (name, value) in args {
            values.set(
                *name,
                match value {
                    Value::Text(text) => FluentValue::from(*text),
                    Value::Number(number) => FluentValue::from(*number),
                },
            );
        }
        self.bundle.format_pattern(pattern, Some(&values), &mut Vec::new()).into_owned()
    }

    /// A whole number with the locale's grouping.
    #[must_use]
    pub fn number(&self, number: i64) -> String {
        Numbers::new(&self.locale).decimal(&number.to_string())
    }

    /// A date known to the day (`2023-03-10`), the month or the year, in the locale's words; anything else as it is.
    #[must_use]
    pub fn date(&self, iso: &str) -> String {
        let mut parts = iso.splitn(3, '-');
        let year = parts.next().filter(|y| y.len() == 4 && y.bytes().all(|b| b.is_ascii_digit()));
        let mut part = || parts.next().map(|p| p.parse::<i64>().ok());
        match (year, part(), part()) {
            (Some(year), None, _) => self.text("date-year", &[("year", year.into())]),
            (Some(year), Some(Some(month)), None) => {
                self.text("date-month", &[("year", year.into()), ("month", Value::Number(month))])
            }
            (Some(year), Some(Some(month)), Some(Some(day))) => {
                let args = [("year", year.into()), ("month", Value::Number(month)), ("day", Value::Number(day))];
                self.text("date-day", &args)
            }
            _ => iso.to_owned(),
        }
    }
}

impl std::fmt::Debug for Strings {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Strings").field("locale", &self.locale).finish_non_exhaustive()
    }
}

/// The locales whose words ship with camnang, sorted.
#[must_use]
pub fn shipped() -> Vec<String> {
    let mut tags: Vec<String> =
        BuiltIn::iter().filter_map(|file| file.strip_suffix(".ftl").map(str::to_owned)).collect();
    tags.sort();
    tags
}

/// Whether the file of a handbook says anything else than the one that ships. The handbook that ships with
/// camnang keeps its words where they are embedded from: they replace nothing.
#[must_use]
pub fn replaces(tag: &str, text: &str) -> bool {
    BuiltIn::get(&format!("{tag}.ftl")).is_none_or(|built_in| built_in.data != text.as_bytes())
}

fn new_bundle(locale: &Locale) -> FluentBundle<FluentResource> {
    let id: LanguageIdentifier = locale.as_str().parse().unwrap_or_default();
    let mut bundle = FluentBundle::new_concurrent(vec![id]);
    // Isolation marks keep a left-to-right title from tearing a right-to-left sentence; elsewhere they are litter.
    bundle.set_use_isolating(locale.direction() == Direction::Rtl);
    bundle.set_formatter(Some(grouped));
    // A bundle refuses a name only when it has it already; a new one has none.
    let functions = [bundle.add_builtins(), bundle.add_function(plurals::FUNCTION, plurals::function(locale))];
    debug_assert!(functions.iter().all(Result::is_ok));
    bundle
}

/// What a bundle remembers: how its numbers are written.
impl Memoizable for Numbers {
    type Args = ();
    type Error = ();

    fn construct(id: LanguageIdentifier, (): ()) -> Result<Self, ()> {
        id.to_string().parse().map(|locale| Self::new(&locale)).map_err(|_| ())
    }
}

/// A number within a sentence, with the locale's grouping.
fn grouped(value: &FluentValue<'_>, known: &IntlLangMemoizer) -> Option<String> {
    match value {
        FluentValue::Number(number) if number.options.use_grouping => {
            known.with_try_get::<Numbers, _, _>((), |numbers| numbers.decimal(&number.as_string())).ok()
        }
        _ => None,
    }
}

fn built_in(tag: &str) -> Option<String> {
    let file = BuiltIn::get(&format!("{tag}.ftl"))?;
    String::from_utf8(file.data.into_owned()).ok()
}

/// The exact tag, else the language, else the language's most usual script.
fn built_in_for(locale: &Locale) -> Option<String> {
    let simplified = (locale.language() == "zh").then_some("zh-Hans");
    [Some(locale.as_str()), Some(locale.language()), simplified].into_iter().flatten().find_map(built_in)
}

/// The messages of a text, as far as it can be read, with CLDR's choice of plural forms.
fn messages(text: &str) -> FluentResource {
    FluentResource::try_new(plurals::by_cldr(text)).unwrap_or_else(|(readable, _)| readable)
}

/// What cannot be read in a text: byte position and reason.
fn faults(text: &str) -> Vec<(usize, String)> {
    let errors = fluent_syntax::parser::parse(text).err().map(|(_, errors)| errors).unwrap_or_default();
    errors.into_iter().map(|e| (e.pos.start, e.kind.to_string())).collect()
}

fn syntax_fault(own: &Source, (at, reason): (usize, String)) -> Diagnostic {
    Diagnostic::error(
        codes::STRINGS_SYNTAX,
        words!("this is not valid Fluent: {reason}", "chỗ này không đúng cú pháp Fluent: {reason}"),
    )
    .at(own, Span::new(at, at + 1))
    .help(words!(
        "write a message as `key = words`, further lines indented",
        "viết mỗi câu dạng `khóa = chữ`, dòng tiếp theo thụt vào"
    ))
}

/// Message keys and where they stand: Fluent lets a message start only at the start of a line.
fn keys(text: &str) -> impl Iterator<Item = (usize, &str)> {
    let mut at = 0;
    text.split_inclusive('\n').filter_map(move |line| {
        let start = at;
        at += line.len();
        let key = line.split_once('=')?.0.trim_end();
        let first = key.bytes().next().is_some_and(|b| b.is_ascii_alphabetic());
        (first && key.bytes().all(|b| b.is_ascii_alphanumeric() || b == b'-' || b == b'_')).then_some((start, key))
    })
}

/// One warning a key; one alone when a language has no file at all.
fn missing(locale: &Locale, english: &str, ours: Option<&str>, own: Option<&Arc<Source>>) -> Vec<Diagnostic> {
    let own_text = own.map(|o| o.text.as_str());
    let known: BTreeSet<&str> = ours.into_iter().chain(own_text).flat_map(keys).map(|(_, key)| key).collect();
    if known.is_empty() {
        let message = words!(
            "the interface has no words in “{locale}”; English is shown",
            "giao diện chưa có chữ cho “{locale}”; tạm hiện tiếng Anh"
        );
        let help =
            words!("write them in {locale}.ftl in the i18n folder", "viết chúng trong {locale}.ftl ở thư mục i18n");
        return vec![Diagnostic::warning(codes::STRINGS_MISSING, message).help(help)];
    }
    let gap = |key: &str| {
        let finding = Diagnostic::warning(
            codes::STRINGS_MISSING,
            words!(
                "“{locale}” has no words for “{key}”; English is shown",
                "“{locale}” chưa có chữ cho “{key}”; tạm hiện tiếng Anh"
            ),
        )
        .help(words!(
            "add `{key} = …` to {locale}.ftl in the i18n folder",
            "thêm `{key} = …` vào {locale}.ftl ở thư mục i18n"
        ));
        own.map_or(finding.clone(), |own| finding.in_file(&own.path))
    };
    keys(english).map(|(_, key)| key).filter(|key| !known.contains(key)).map(gap).collect()
}

/// A key that nothing asks for is a slip of the pen, unless it belongs to the handbook's own templates or groups.
fn unknown(english: &str, own: &Source) -> Vec<Diagnostic> {
    let known: Vec<&str> = keys(english).map(|(_, key)| key).collect();
    let free = |key: &str| key.starts_with("own-") || key.starts_with("group-") || key.starts_with("audience-");
    keys(&own.text)
        .filter(|(_, key)| !known.contains(key) && !free(key))
        .map(|(at, key)| {
            let message = words!("camnang has no message “{key}”", "camnang không có câu nào tên “{key}”");
            let help = match nearest(key, known.iter().copied()) {
                Some(near) => words!(
                    "did you mean “{near}”? Words of your own templates start with “own-”",
                    "có phải “{near}”? Chữ cho khuôn mẫu riêng thì đặt tên bắt đầu bằng “own-”"
                ),
                None => words!(
                    "words of your own templates start with “own-”",
                    "chữ cho khuôn mẫu riêng thì đặt tên bắt đầu bằng “own-”"
                ),
            };
            Diagnostic::warning(codes::STRINGS_UNKNOWN, message).at(own, Span::new(at, at + key.len())).help(help)
        })
        .collect()
}
