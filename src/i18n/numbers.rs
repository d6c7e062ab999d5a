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

/// A number as a data file has it (`-1234567.5`) in the locale's form; other text as it is.
#[must_use]
pub fn decimal(number: &str, locale: &Locale) -> String {
    let unsigned = number.strip_prefix('+').unwrap_or(number);
    let (whole, fraction) = unsigned.split_once('.').map_or((unsigned, None), |(w, f)| (w, Some(f)));
    let digits = |text: &str| !text.is_empty() && text.bytes().all(|b| b.is_ascii_digit());
    if !digits(whole.strip_prefix('-').unwrap_or(whole)) || !fraction.is_none_or(digits) {
        return number.to_owned();
    }
    let mut written = group(whole, locale);
    if let Some(fraction) = fraction {
        // Where commas do not group digits they stand before the fraction.
        written.push(if separator(locale).0 == ',' { '.' } else { ',' });
        written.push_str(fraction);
    }
    written
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
    use super::{decimal, group};

    #[test]
    fn fractions_are_written_as_the_locale_does() {
        let cases = [
            ("vi", "1234567.5", "1.234.567,5"),
            ("en", "1234567.5", "1,234,567.5"),
            ("fr", "-0.25", "-0,25"),
            ("vi", "+5", "5"),
            ("vi", "1e6", "1e6"),
            ("vi", "khoảng 5.000", "khoảng 5.000"),
        ];
        for (tag, number, expected) in cases {
            let locale = tag.parse();
            assert_eq!(locale.map(|l| decimal(number, &l)).as_deref(), Ok(expected), "{tag} {number}");
        }
    }

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
