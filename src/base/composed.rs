//! Whether a text is in NFC, told quickly of what most texts are made of.
//!
//! Owns which letters need no look into the tables of Unicode. May not change a text.

use unicode_normalization::is_nfc;

/// Whether a text is in NFC.
#[must_use]
pub fn is_composed(text: &str) -> bool {
    let bytes = text.as_bytes();
    let mut at = 0;
    while let Some(first) = bytes.get(at) {
        at += match (first, bytes.get(at + 1), bytes.get(at + 2)) {
            (0..=0x7f, ..) => 1,
            // Latin letters up to U+02FF; Cyrillic ones up to U+047F.
            (0xc2..=0xcb | 0xd0..=0xd1, ..) => 2,
            // Letters with two marks, as Vietnamese has them; dashes and quotation marks; Han.
            (0xe1, Some(0xb8..=0xbb), _) | (0xe2, Some(0x80), Some(0x82..)) | (0xe4..=0xe9, ..) => 3,
            _ => return is_nfc(text),
        };
    }
    true
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_told_without_the_tables_is_what_they_say() {
        for c in '\0'..='\u{ffff}' {
            let text = c.to_string();
            assert_eq!(is_composed(&text), is_nfc(&text), "{c:?}");
        }
        for c in ('\0'..'\u{480}').chain('\u{1e00}'..'\u{2040}') {
            for before in ["e", "ê", "я", "中"] {
                let pair = format!("{before}{c}");
                assert_eq!(is_composed(&pair), is_nfc(&pair), "{pair:?}");
            }
        }
    }
}
