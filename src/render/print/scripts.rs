//! Which fonts beyond the theme's own a text needs: a table of scripts, their Noto families and Debian packages.
//!
//! Owns that choice. Han letters look different in each country, so theirs goes by the language of the book.

use std::collections::BTreeSet;

use serde_json::Value;

use super::data::{Glyphs, Manuscript};
use super::fonts::{Faces, Fonts};
use super::preflight;
use crate::base::{Diagnostic, Locale};

/// A family of the system: the name of its files before the weight, and its own name.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct SystemFamily {
    /// `NotoSerifLao` of `NotoSerifLao-Regular.ttf`.
    pub file: &'static str,
    /// `Noto Serif Lao`.
    pub name: &'static str,
}

/// A script that the theme's own faces do not have.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Script {
    /// Its name in English, as Unicode has it.
    pub name: &'static str,
    /// For running text.
    pub text: SystemFamily,
    /// For headings.
    pub head: SystemFamily,
    /// The Debian package with both.
    pub package: &'static str,
}

const CORE: &str = "fonts-noto-core";
const CJK: &str = "fonts-noto-cjk";

const fn script(
    name: &'static str,
    text: (&'static str, &'static str),
    head: (&'static str, &'static str),
    package: &'static str,
) -> Script {
    let text = SystemFamily { file: text.0, name: text.1 };
    Script { name, text, head: SystemFamily { file: head.0, name: head.1 }, package }
}

macro_rules! noto {
    ($name:literal, $file:literal, $family:literal) => {
        script(
            $name,
            (concat!("NotoSerif", $file), concat!("Noto Serif ", $family)),
            (concat!("NotoSans", $file), concat!("Noto Sans ", $family)),
            CORE,
        )
    };
}

macro_rules! cjk {
    ($name:literal, $region:literal) => {
        script(
            $name,
            ("NotoSerifCJK", concat!("Noto Serif CJK ", $region)),
            ("NotoSansCJK", concat!("Noto Sans CJK ", $region)),
            CJK,
        )
    };
}

const HAN_SIMPLIFIED: Script = cjk!("Han", "SC");
const HAN_TRADITIONAL: Script = cjk!("Han", "TC");
const JAPANESE: Script = cjk!("Japanese", "JP");
const KOREAN: Script = cjk!("Hangul", "KR");
const SYMBOLS: Script =
    script("symbol", ("NotoSansSymbols2", "Noto Sans Symbols 2"), ("NotoSansSymbols2", "Noto Sans Symbols 2"), CORE);
const OLD_SYMBOLS: Script =
    script("symbol", ("NotoSansSymbols", "Noto Sans Symbols"), ("NotoSansSymbols", "Noto Sans Symbols"), CORE);
const SIGNS: Script = script("sign", ("NotoSansMath", "Noto Sans Math"), ("NotoSansMath", "Noto Sans Math"), CORE);
const ARABIC: Script =
    script("Arabic", ("NotoNaskhArabic", "Noto Naskh Arabic"), ("NotoSansArabic", "Noto Sans Arabic"), CORE);
/// Latin, Greek and Cyrillic beyond what the theme's faces have.
const EUROPEAN: Script = script("European", ("NotoSerif", "Noto Serif"), ("NotoSans", "Noto Sans"), CORE);

/// Blocks of Unicode and who sets them.
const BLOCKS: [(u32, u32, Script); 19] = [
    (0x0080, 0x052f, EUROPEAN),
    (0x0530, 0x058f, noto!("Armenian", "Armenian", "Armenian")),
    (0x0590, 0x05ff, noto!("Hebrew", "Hebrew", "Hebrew")),
    (0x0600, 0x08ff, ARABIC),
    (0x0900, 0x097f, noto!("Devanagari", "Devanagari", "Devanagari")),
    (0x0980, 0x09ff, noto!("Bengali", "Bengali", "Bengali")),
    (0x0b80, 0x0bff, noto!("Tamil", "Tamil", "Tamil")),
    (0x0e00, 0x0e7f, noto!("Thai", "Thai", "Thai")),
    (0x0e80, 0x0eff, noto!("Lao", "Lao", "Lao")),
    (0x1000, 0x109f, noto!("Myanmar", "Myanmar", "Myanmar")),
    (0x10a0, 0x10ff, noto!("Georgian", "Georgian", "Georgian")),
    (0x1780, 0x17ff, noto!("Khmer", "Khmer", "Khmer")),
    (0x19e0, 0x19ff, noto!("Khmer", "Khmer", "Khmer")),
    (0x1c80, 0x1fff, EUROPEAN),
    (0x2000, 0x20cf, EUROPEAN),
    (0x2100, 0x22ff, SIGNS),
    (0x2300, 0x2bff, SYMBOLS),
    (0xfb50, 0xfeff, ARABIC),
    (0x1f000, 0x1faff, SYMBOLS),
];

/// The script that sets `c` in a book of `locale`; `None` when we know of none.
fn of(c: char, locale: &Locale) -> Option<Script> {
    let code = u32::from(c);
    match code {
        0x1100..=0x11ff | 0x3130..=0x318f | 0xac00..=0xd7ff => Some(KOREAN),
        0x3040..=0x30ff | 0x31f0..=0x31ff => Some(JAPANESE),
        0x2e80..=0x9fff | 0xf900..=0xfaff | 0xfe10..=0xfe4f | 0xff00..=0xffef | 0x20000..=0x3ffff => Some(han(locale)),
        _ => BLOCKS.iter().find(|(first, last, _)| (*first..=*last).contains(&code)).map(|(_, _, script)| *script),
    }
}

fn han(locale: &Locale) -> Script {
    match (locale.language(), locale.as_str()) {
        ("ja", _) => JAPANESE,
        ("ko", _) => KOREAN,
        (_, tag) if ["Hant", "TW", "HK", "MO"].iter().any(|part| tag.contains(part)) => HAN_TRADITIONAL,
        _ => HAN_SIMPLIFIED,
    }
}

/// The script a language is written in, where the theme's faces lack it.
fn own(locale: &Locale) -> Option<Script> {
    let sample = match locale.language() {
        "zh" => '中',
        "ja" => 'の',
        "ko" => '한',
        "lo" => 'ລ',
        "km" => 'ក',
        "th" => 'ก',
        "ar" | "fa" | "ur" => 'ع',
        "he" => 'ש',
        "hi" => 'ह',
        "my" => 'မ',
        _ => return None,
    };
    of(sample, locale)
}

/// The scripts that a document needs beside the theme's faces, the book's own first.
#[must_use]
pub fn needed(glyphs: &Glyphs, theme: &Faces, locale: &Locale) -> Vec<Script> {
    let mut scripts: Vec<Script> = own(locale).into_iter().collect();
    for (c, _) in glyphs.iter().filter(|(c, _)| !theme.show(*c)) {
        for script in of(c, locale).into_iter().chain((of(c, locale) == Some(SYMBOLS)).then_some(OLD_SYMBOLS)) {
            if !scripts.contains(&script) {
                scripts.push(script);
            }
        }
    }
    scripts
}

/// The letters of a document that none of its fonts shows.
#[derive(Debug, Default)]
pub struct Gaps {
    /// One finding a script.
    pub findings: Vec<Diagnostic>,
    /// Whether letters of the book's own script are among them, or the sign that would stand for others.
    pub unprintable: bool,
    letters: BTreeSet<char>,
}

impl Gaps {
    /// Looks for them.
    #[must_use]
    pub fn of(manuscript: &Manuscript, fonts: &Fonts, locale: &Locale) -> Self {
        let mut told = Vec::new();
        let mut gaps = Self::default();
        let own = own(locale);
        for (c, place) in manuscript.glyphs.iter().filter(|(c, _)| !fonts.show(*c) || is_private(*c)) {
            gaps.letters.insert(c);
            let script = of(c, locale).filter(|_| !is_private(c));
            let is_own = script.is_some() && script == own || !fonts.show(preflight::STAND_IN);
            gaps.unprintable |= is_own;
            if script.is_none_or(|script| !told.contains(&script)) {
                told.extend(script);
                let named = script.map_or(("?", None), |s| (s.name, Some(s.package)));
                gaps.findings.push(preflight::no_glyph(c, named, is_own, place));
            }
        }
        gaps
    }

    /// Puts a sign in the place of each letter, wherever text is printed.
    pub fn fill(&self, manuscript: &mut Manuscript) {
        if self.letters.is_empty() {
            return;
        }
        self.fill_in(&mut manuscript.data);
        for text in manuscript.texts.values_mut() {
            let mut blocks = serde_json::from_slice(text).unwrap_or_default();
            self.fill_in(&mut blocks);
            *text = serde_json::to_vec(&blocks).unwrap_or_default().into();
        }
    }

    fn fill_in(&self, data: &mut Value) {
        /// What templates look things up by, and do not print.
        const NAMES: [&str; 9] = ["to", "ids", "id", "path", "url", "qr", "key", "entry", "lang"];
        match data {
            Value::String(text) => {
                let shown = |c: char| if self.letters.contains(&c) { preflight::STAND_IN } else { c };
                *text = text.chars().map(shown).collect();
            }
            Value::Array(items) => items.iter_mut().for_each(|item| self.fill_in(item)),
            Value::Object(node) => {
                let printed = node.iter_mut().filter(|(name, _)| !NAMES.contains(&name.as_str()));
                printed.for_each(|(_, inner)| self.fill_in(inner));
            }
            _ => {}
        }
    }
}

/// Letters that mean something to one font alone: an archive may not keep them.
fn is_private(c: char) -> bool {
    matches!(c, '\u{e000}'..='\u{f8ff}' | '\u{f0000}'..)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_letter_goes_to_the_fonts_of_its_script_and_language() {
        for (c, tag, family, package) in [
            ('ລ', "lo", "Noto Serif Lao", "fonts-noto-core"),
            ('中', "zh-Hans", "Noto Serif CJK SC", "fonts-noto-cjk"),
            ('中', "ja", "Noto Serif CJK JP", "fonts-noto-cjk"),
            ('中', "zh-TW", "Noto Serif CJK TC", "fonts-noto-cjk"),
            ('中', "vi", "Noto Serif CJK SC", "fonts-noto-cjk"),
            ('ع', "ar", "Noto Naskh Arabic", "fonts-noto-core"),
            ('☐', "vi", "Noto Sans Symbols 2", "fonts-noto-core"),
        ] {
            let script = of(c, &tag.parse().unwrap()).unwrap();
            assert_eq!((script.text.name, script.package), (family, package), "{c}");
        }
    }
}
