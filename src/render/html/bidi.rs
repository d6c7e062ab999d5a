//! Left-to-right runs in right-to-left text that Unicode's rules alone would tear.
//!
//! Owns which these are: a document's number such as 532/BTTTT-TTĐN begins with figures, which take the direction of
//! the Arabic before them, while its letters do not: it would be read as BTTTT-TTĐN/532 (UAX 9, rule W2).

use std::ops::Range;

/// The runs of a text that have to be kept apart, in order.
pub(super) fn numbers(text: &str) -> Vec<Range<usize>> {
    let mut found = Vec::new();
    let mut latin_before = false;
    let mut at = 0;
    for token in text.split_inclusive(char::is_whitespace) {
        let core = token.trim_matches(|c: char| !c.is_alphanumeric());
        let start = at + token.find(core).unwrap_or_default();
        at += token.len();
        let mixed = core.starts_with(|c: char| c.is_ascii_digit()) && core.chars().any(is_left_to_right);
        // Behind a Latin word the figures go with it.
        if mixed && !latin_before {
            found.push(start..start + core.len());
        }
        if let Some(last) = token.chars().rev().find(|c| c.is_alphabetic()) {
            latin_before = is_left_to_right(last);
        }
    }
    found
}

fn is_left_to_right(c: char) -> bool {
    c.is_alphabetic() && !matches!(c, '\u{590}'..='\u{8ff}' | '\u{fb1d}'..='\u{fdff}' | '\u{fe70}'..='\u{feff}')
}

#[cfg(test)]
mod tests {
    use super::numbers;

    #[test]
    fn numbers_of_documents_are_kept_apart_behind_arabic_only() {
        for (text, expected) in [
            ("بحسب الرسالة 532/BTTTT-TTĐN، ثم", vec!["532/BTTTT-TTĐN"]),
            ("(173/QĐ-TTg)", vec!["173/QĐ-TTg"]),
            ("وفق QĐ 173/QĐ-TTg ثم 22/2016/TT-BTTTT.", vec!["22/2016/TT-BTTTT"]),
            ("قبل 15/11 من 2026", vec![]),
            ("", vec![]),
        ] {
            let found: Vec<&str> = numbers(text).into_iter().map(|range| &text[range]).collect();
            assert_eq!(found, expected, "{text}");
        }
    }
}
