//! How a number is written in a locale.
//!
//! Owns the separators only. Digits stay European everywhere: numbers of chapters, clauses and letters
//! must look the same in every edition, so that people can point at them.

use crate::base::Locale;

/// Groups the digits before the decimal point by threes.
#[must_use]
pub fn group(number: &str, locale: &Locale) -> String {
    let (separator, least) = separator(locale);
    let (sign, digits) = number.strip_prefix('-').map_or(("", number), |rest| ("-", rest));
    if digits.len() < least || !digits.bytes().all(|b| b.is_ascii_digit()) {
        return number.to_owned();
    }
    let mut grouped = String::from(sign);
    for (index, digit) in digits.chars().enumerate() {
        if index > 0 && (digits.len() - index).is_multiple_of(3) {
            grouped.push(separator);
        }
        grouped.push(digit);
    }
    grouped
}

/// The separator, and how many digits a number must have to be grouped (CLDR 47).
fn separator(locale: &Locale) -> (char, usize) {
    match locale.language() {
        "vi" | "lo" | "de" | "it" | "id" | "tr" | "nl" => ('.', 4),
        "es" | "pt" => ('.', 5),
        "fr" => ('\u{202f}', 4),
        "ru" | "uk" | "cs" | "sv" => ('\u{a0}', 4),
        _ => (',', 4),
    }
}

#[cfg(test)]
mod tests {
    use super::group;

    #[test]
    fn digits_are_grouped_as_the_locale_does() {
        let cases = [
            ("vi", "1234567", "1.234.567"),
            ("en", "1234", "1,234"),
            ("es", "1234", "1234"),
            ("es", "12345", "12.345"),
            ("fr", "-70000000", "-70\u{202f}000\u{202f}000"),
            ("ja", "999", "999"),
            ("vi", "12,5", "12,5"),
        ];
        for (tag, number, expected) in cases {
            let locale = tag.parse();
            assert_eq!(locale.map(|l| group(number, &l)).as_deref(), Ok(expected), "{tag} {number}");
        }
    }
}
