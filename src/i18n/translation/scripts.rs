//! Which scripts a language is written in, and letters that are of none of them.

use crate::base::Locale;

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Script {
    Latin,
    Cyrillic,
    Greek,
    Han,
    Kana,
    Hangul,
    Lao,
    Thai,
    Khmer,
    Arabic,
    Hebrew,
    Other,
}

use Script::{Arabic, Cyrillic, Greek, Han, Hangul, Hebrew, Kana, Khmer, Lao, Latin, Other, Thai};

/// Blocks of the Unicode Standard that hold letters of running text.
fn script(c: char) -> Option<Script> {
    if !c.is_alphabetic() {
        return None;
    }
    Some(match u32::from(c) {
        0..=0x24f | 0x250..=0x2ff | 0x1e00..=0x1eff | 0x2c60..=0x2c7f | 0xa720..=0xa7ff | 0xff21..=0xff5a => Latin,
        0x370..=0x3ff | 0x1f00..=0x1fff => Greek,
        0x400..=0x52f | 0x1c80..=0x1c8f | 0x2de0..=0x2dff => Cyrillic,
        0x590..=0x5ff => Hebrew,
        0x600..=0x77f | 0x8a0..=0x8ff | 0xfb50..=0xfdff | 0xfe70..=0xfeff => Arabic,
        0xe00..=0xe7f => Thai,
        0xe80..=0xeff => Lao,
        0x1780..=0x17ff | 0x19e0..=0x19ff => Khmer,
        0x3005 | 0x3007 | 0x3400..=0x4dbf | 0x4e00..=0x9fff | 0xf900..=0xfaff | 0x20000..=0x3ffff => Han,
        0x3040..=0x30ff | 0x31f0..=0x31ff => Kana,
        0x1100..=0x11ff | 0x3130..=0x318f | 0xac00..=0xd7af => Hangul,
        _ => Other,
    })
}

/// The scripts of a language; `None` for languages that are not known here.
fn own(locale: &Locale) -> Option<&'static [Script]> {
    let tag = locale.as_str();
    if tag.contains("-Latn") {
        return Some(&[Latin]);
    }
    if tag.contains("-Cyrl") {
        return Some(&[Cyrillic]);
    }
    Some(match locale.language() {
        "zh" | "yue" => &[Han],
        "ja" => &[Han, Kana],
        "ko" => &[Hangul, Han],
        "lo" => &[Lao],
        "th" => &[Thai],
        "km" => &[Khmer],
        "ru" | "uk" | "bg" | "be" | "mk" | "mn" | "kk" => &[Cyrillic],
        "el" => &[Greek],
        "ar" | "fa" | "ur" | "ps" => &[Arabic],
        "he" | "yi" => &[Hebrew],
        "vi" | "en" | "fr" | "es" | "de" | "pt" | "it" | "nl" | "id" | "ms" | "tr" | "pl" | "cs" | "sk" | "sl"
        | "hr" | "ro" | "hu" | "fi" | "sv" | "nb" | "da" | "et" | "lv" | "lt" | "sq" | "ca" | "eu" | "fil" | "hmn" => {
            &[Latin]
        }
        _ => return None,
    })
}

/// Letters of a translation that its language does not write, when there are any worth telling. Latin names
/// are at home everywhere, and so is what the source has too.
pub(super) fn foreign(source: &str, target: &str, locale: &Locale) -> Option<String> {
    let own = own(locale)?;
    let strange: String = target
        .chars()
        .filter(|c| script(*c).is_some_and(|s| s != Latin && s != Other && !own.contains(&s)) && !source.contains(*c))
        .take(12)
        .collect();
    if !strange.is_empty() {
        return Some(strange);
    }
    let is_own = |c: char| script(c).is_some_and(|s| own.contains(&s));
    let words = target.split(|c: char| !c.is_alphanumeric()).filter(|word| !source.contains(word));
    let latin: Vec<&str> = words.filter(|word| word.chars().next().is_some_and(char::is_lowercase)).collect();
    (!own.contains(&Latin) && latin.len() > 1 && !target.chars().any(is_own)).then(|| latin.join(" "))
}
