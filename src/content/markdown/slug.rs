//! Readable anchors from headings in any script.
//!
//! Owns the folding rule: Latin letters lose their marks (`Mục tiêu` → `muc-tieu`), other scripts stay as
//! they are, everything that is no letter or digit separates words.

use unicode_normalization::UnicodeNormalization;
use unicode_normalization::char::{decompose_canonical, is_combining_mark};

use crate::base::plain_letters;

/// The slug of a text; empty when nothing in it can be one.
#[must_use]
pub fn slug(text: &str) -> String {
    latin(text).unwrap_or_else(|| any(text))
}

/// The slug of a text of Latin letters, each with its marks in one; `None` for any other.
fn latin(text: &str) -> Option<String> {
    let mut slug = String::with_capacity(text.len());
    let mut gap = false;
    for c in text.chars() {
        match c {
            '\'' | '’' => continue,
            // Spaces, dashes, quotation marks.
            '\u{a0}' | '«' | '»' | '\u{2000}'..='\u{203f}' => gap = !slug.is_empty(),
            c if c.is_ascii() && !c.is_ascii_alphanumeric() => gap = !slug.is_empty(),
            c => {
                let letter = letter(c)?;
                if std::mem::take(&mut gap) {
                    slug.push('-');
                }
                if letter.is_ascii() {
                    slug.push(letter.to_ascii_lowercase());
                } else {
                    let mut small = letter.to_lowercase();
                    let small = small.next().filter(|_| small.next().is_none())?;
                    slug.push_str(plain_letters(small)?);
                }
            }
        }
    }
    Some(slug)
}

/// A Latin letter or digit without its marks.
fn letter(c: char) -> Option<char> {
    let mut base = None;
    match c {
        '\0'..='\u{7f}' => base = Some(c),
        '\u{c0}'..='\u{24f}' | '\u{1e00}'..='\u{1eff}' => decompose_canonical(c, |part| _ = base.get_or_insert(part)),
        _ => {}
    }
    base
}

/// The slug of a text in any script.
fn any(text: &str) -> String {
    let mut slug = String::with_capacity(text.len());
    let (mut gap, mut latin) = (false, false);
    for c in text.nfd().flat_map(char::to_lowercase) {
        if is_combining_mark(c) {
            if !latin && !gap && !slug.is_empty() {
                slug.push(c);
            }
            continue;
        }
        if matches!(c, '\'' | '’') {
            continue;
        }
        if !c.is_alphanumeric() {
            (gap, latin) = (!slug.is_empty(), false);
            continue;
        }
        if std::mem::take(&mut gap) {
            slug.push('-');
        }
        latin = fold(c, &mut slug);
    }
    slug.nfc().collect()
}

/// Adds a letter, folded; tells whether marks on it are to be dropped.
fn fold(c: char, slug: &mut String) -> bool {
    match plain_letters(c) {
        Some(letters) => slug.push_str(letters),
        None => slug.push(c),
    }
    plain_letters(c).is_some() || c.is_ascii_alphanumeric()
}

#[cfg(test)]
mod tests {
    use super::{any, slug};

    #[test]
    fn the_short_way_for_latin_letters_is_the_long_one() {
        let all = ('\0'..'\u{530}').chain('\u{1e00}'..'\u{2070}');
        for c in all {
            for text in [format!("{c}"), format!("a {c}b"), format!("Đ{c}’{c} Ệ ")] {
                assert_eq!(slug(&text), any(&text), "{text:?}");
            }
        }
    }

    #[test]
    fn each_script_stays_readable() {
        for (text, expected) in [
            ("Mục tiêu, chỉ tiêu", "muc-tieu-chi-tieu"),
            ("Đường Dương", "duong-duong"),
            ("  1. “Sáu rõ”!  ", "1-sau-ro"),
            ("What’s new?", "whats-new"),
            ("日本語 ガイド", "日本語-ガイド"),
            ("한국어 안내", "한국어-안내"),
            ("Руководство: йод", "руководство-йод"),
            ("คู่มือ", "คู่มือ"),
            ("Straße & Æon", "strasse-aeon"),
            ("!!!", ""),
        ] {
            assert_eq!(slug(text), expected, "{text}");
        }
    }
}
