//! How a number is written in a locale, by ICU4X (CLDR).
//!
//! Owns separators and grouping only. Digits stay European everywhere: numbers of chapters, clauses and letters
//! must look the same in every edition, so that people can point at them.

use icu_decimal::input::Decimal;
use icu_decimal::{DecimalFormatter, options::DecimalFormatterOptions};

use crate::base::Locale;

/// Writes the numbers of one locale.
pub struct Numbers(Option<DecimalFormatter>);

impl Numbers {
    /// The form of a locale; of ICU's root for those it does not know.
    #[must_use]
    pub fn new(locale: &Locale) -> Self {
        let european = format!("{locale}-u-nu-latn");
        let id = european.parse::<icu_locale_core::Locale>().unwrap_or(icu_locale_core::Locale::UNKNOWN);
        Self(DecimalFormatter::try_new((&id).into(), DecimalFormatterOptions::default()).ok())
    }

    /// A number as a data file has it (`-1234567.5`) in the locale's form; other text as it is.
    #[must_use]
    pub fn decimal(&self, number: &str) -> String {
        let unsigned = number.strip_prefix('+').unwrap_or(number);
        let digits = |text: &str| !text.is_empty() && text.bytes().all(|b| b.is_ascii_digit());
        let (whole, fraction) = unsigned.split_once('.').map_or((unsigned, None), |(w, f)| (w, Some(f)));
        if !digits(whole.strip_prefix('-').unwrap_or(whole)) || !fraction.is_none_or(digits) {
            return number.to_owned();
        }
        match (&self.0, unsigned.parse::<Decimal>()) {
            (Some(icu), Ok(decimal)) => icu.format(&decimal).to_string(),
            _ => number.to_owned(),
        }
    }
}

/// A number as a data file has it, in the locale's form; see [`Numbers::decimal`].
#[must_use]
pub fn decimal(number: &str, locale: &Locale) -> String {
    Numbers::new(locale).decimal(number)
}

#[cfg(test)]
mod tests {
    use super::decimal;

    #[test]
    fn numbers_are_written_as_the_locale_does() {
        let cases = [
            ("vi", "1234567.5", "1.234.567,5"),
            ("en", "1234567.5", "1,234,567.5"),
            ("fr", "-0.25", "-0,25"),
            ("vi", "+5", "5"),
            ("vi", "1e6", "1e6"),
            ("vi", "khoảng 5.000", "khoảng 5.000"),
            ("vi", "12,5", "12,5"),
            ("es", "1234", "1234"),
            ("es", "12345", "12.345"),
            ("pl", "1234", "1234"),
            ("pl", "12345", "12\u{a0}345"),
            ("hi", "1234567", "12,34,567"),
            ("fr", "-70000000", "-70\u{202f}000\u{202f}000"),
            ("ja", "999", "999"),
            ("ar-EG", "1234", "1,234"),
            ("x-unknown", "1234", "1234"),
        ];
        for (tag, number, expected) in cases {
            let Ok(locale) = tag.parse() else { continue };
            assert_eq!(decimal(number, &locale), expected, "{tag} {number}");
        }
    }
}
