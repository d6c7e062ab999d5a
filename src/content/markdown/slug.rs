//! Readable anchors from headings in any script.
//!
//! Owns the folding rule: Latin letters lose their marks (`Mục tiêu` → `muc-tieu`), other scripts stay as
//! they are, everything that is no letter or digit separates words.

use unicode_normalization::UnicodeNormalization;
use unicode_normalization::char::is_combining_mark;

use crate::base::plain_letters;

/// The slug of a text; empty when nothing in it can be one.
#[must_use]
pub fn slug(text: &str) -> String {
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
    use super::slug;

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
