//! The order of words in each language, by ICU.
//!
//! Vietnamese has two orders in use. Dictionaries, and CLDR's `vi` with them, take ă, â, đ, ê, ô, ơ, ư for
//! letters of their own after a, d, e, o, u, and let tones decide only between words that are otherwise
//! alike. Lists in official letters ignore every mark (Bạc Liêu before Bắc Giang before Bà Rịa). What this
//! program sorts by itself, glossary and index, is looked up like a dictionary, under the headings A, Ă, Â,
//! …, so CLDR's order is taken; a list that an author wrote keeps the order it was written in.

use std::cmp::Ordering;

use icu_collator::CollatorBorrowed;
use unicode_normalization::UnicodeNormalization;

use crate::base::Locale;

/// Compares words of one language.
#[derive(Debug)]
pub struct Collator {
    /// `None` only if ICU had no data at all, not even its root order.
    icu: Option<CollatorBorrowed<'static>>,
    vietnamese: bool,
}

impl Collator {
    /// The order of a locale; ICU's root order for those it does not know.
    #[must_use]
    pub fn new(locale: &Locale) -> Self {
        let id = locale.as_str().parse::<icu_locale_core::Locale>().unwrap_or(icu_locale_core::Locale::UNKNOWN);
        let icu = CollatorBorrowed::try_new((&id).into(), icu_collator::options::CollatorOptions::default()).ok();
        Self { icu, vietnamese: locale.language() == "vi" }
    }

    /// Which of two words comes first. Words that ICU takes for equal differ still, so that every order is total.
    #[must_use]
    pub fn compare(&self, a: &str, b: &str) -> Ordering {
        self.icu.as_ref().map_or(Ordering::Equal, |icu| icu.compare(a, b)).then_with(|| a.cmp(b))
    }

    /// What a word is sorted by where there are very many: bytes that stand in the order of [`Collator::compare`].
    #[must_use]
    pub fn key(&self, word: &str) -> Vec<u8> {
        let mut key = Vec::with_capacity(word.len() * 4);
        if let Some(icu) = &self.icu {
            let Ok(()) = icu.write_sort_key_to(word, &mut key);
        }
        // No key of ICU's has a zero byte.
        key.push(0);
        key.extend_from_slice(word.as_bytes());
        key
    }

    /// Sorts by a text, then by an id.
    pub fn sort_by_key<T>(&self, items: &mut [T], key: impl Fn(&T) -> (&str, &str)) {
        items.sort_by(|a, b| {
            let ((a, a_id), (b, b_id)) = (key(a), key(b));
            self.compare(a, b).then_with(|| a_id.cmp(b_id))
        });
    }

    /// The heading a word is listed under: `Đ` for “đại sứ”, `Y` for “越南” in Chinese, `か` for “ガイド”; empty where
    /// the language's order has no letters for it.
    #[must_use]
    pub fn heading(&self, word: &str) -> String {
        let word = word.trim_start_matches(|c: char| !c.is_alphanumeric() || is_written_before(c));
        let mut decomposed = word.nfd();
        let Some(first) = decomposed.next() else { return String::new() };
        if first.is_ascii_digit() {
            return "0–9".to_owned();
        }
        if let Some(initial) = hangul_initial(first).or_else(|| kana_row(first)).or_else(|| lao_ho(first)) {
            return initial.to_string();
        }
        if is_ideograph(first) {
            return self.pinyin_letter(word).map(String::from).unwrap_or_default();
        }
        if !first.is_alphabetic() {
            return String::new();
        }
        // Breve, circumflex and horn make letters of their own in Vietnamese; tones do not.
        let marks = decomposed.take_while(|c| unicode_normalization::char::is_combining_mark(*c));
        let kept = marks.filter(|c| self.vietnamese && matches!(c, '\u{306}' | '\u{302}' | '\u{31b}'));
        first.to_uppercase().chain(kept).nfc().collect()
    }

    /// CLDR puts a boundary, U+FDD0 and the letter, before the first character of each letter of Pinyin; orders
    /// that have none sort U+FDD0 behind every character.
    fn pinyin_letter(&self, word: &str) -> Option<char> {
        let icu = self.icu.as_ref()?;
        ('A'..='Z').rfind(|letter| icu.compare(&format!("\u{fdd0}{letter}"), word) != Ordering::Greater)
    }
}

/// Thai and Lao vowels that are written before the consonant they are sorted behind.
fn is_written_before(c: char) -> bool {
    matches!(c, '\u{e40}'..='\u{e44}' | '\u{ec0}'..='\u{ec4}')
}

fn is_ideograph(c: char) -> bool {
    matches!(c, '々' | '\u{3400}'..='\u{9fff}' | '\u{f900}'..='\u{faff}' | '\u{20000}'..='\u{3ffff}')
}

/// The consonant that a Korean dictionary lists a syllable under. Decomposed text begins with it.
fn hangul_initial(first: char) -> Option<char> {
    const INITIALS: &str = "ㄱㄲㄴㄷㄸㄹㅁㅂㅃㅅㅆㅇㅈㅉㅊㅋㅌㅍㅎ";
    let index = u32::from(first).checked_sub(0x1100)?;
    INITIALS.chars().nth(usize::try_from(index).ok()?)
}

/// The row of the Japanese syllabary. Decomposed text has no voiced kana.
fn kana_row(first: char) -> Option<char> {
    const LAST_OF_ROWS: [(char, char); 10] = [
        ('お', 'あ'),
        ('ご', 'か'),
        ('ぞ', 'さ'),
        ('ど', 'た'),
        ('の', 'な'),
        ('ぽ', 'は'),
        ('も', 'ま'),
        ('よ', 'や'),
        ('ろ', 'ら'),
        ('ん', 'わ'),
    ];
    let katakana = matches!(first, 'ァ'..='ン');
    let hiragana = if katakana { char::from_u32(u32::from(first) - 0x60)? } else { first };
    let row = LAST_OF_ROWS.iter().find(|(last, _)| hiragana <= *last).map(|(_, row)| *row);
    row.filter(|_| hiragana >= 'ぁ')
}

/// Lao's two joined letters are sorted under ຫ, which they begin with.
fn lao_ho(first: char) -> Option<char> {
    matches!(first, 'ໜ' | 'ໝ').then_some('ຫ')
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn sorted(tag: &str, words: &[&'static str]) -> Vec<&'static str> {
        let mut words = words.to_vec();
        let collator = Collator::new(&tag.parse().unwrap());
        collator.sort_by_key(&mut words, |w| (w, ""));
        words
    }

    #[test]
    fn vietnamese_letters_are_letters_and_tones_are_not() {
        let words = ["đại sứ", "dân", "ấn phẩm", "ăn", "bản sắc", "ban", "bàn", "an", "ưu tiên", "uy tín", "Đà Nẵng"];
        let expected =
            ["an", "ăn", "ấn phẩm", "ban", "bàn", "bản sắc", "dân", "Đà Nẵng", "đại sứ", "uy tín", "ưu tiên"];
        assert_eq!(sorted("vi", &words), expected);
    }

    proptest! {
        #[test]
        fn keys_stand_in_the_order_of_words(a in "[aAăâđĐeêzạấ 0-9.“”-]{0,6}", b in "[aAăâđĐeêzạấ 0-9.“”-]{0,6}|\\PC{0,4}") {
            for tag in ["vi", "en", "zh-Hans"] {
                let collator = Collator::new(&tag.parse().unwrap());
                prop_assert_eq!(collator.key(&a).cmp(&collator.key(&b)), collator.compare(&a, &b), "{}", tag);
            }
        }
    }

    #[test]
    fn other_languages_have_their_own_order() {
        assert_eq!(sorted("en", &["zebra", "Éclair", "apple", "eclair"]), ["apple", "eclair", "Éclair", "zebra"]);
        assert_eq!(sorted("es", &["nube", "ñu", "oso"]), ["nube", "ñu", "oso"]);
    }

    #[test]
    fn words_stand_under_the_letter_they_begin_with() {
        for (tag, word, heading) in [
            ("vi", "đại sứ", "Đ"),
            ("vi", "ấn phẩm", "Â"),
            ("vi", "Ứng phó", "Ư"),
            ("vi", "“sáu rõ”", "S"),
            ("vi", "22 yếu tố", "0–9"),
            ("en", "élan", "E"),
            ("ko", "한국", "ㅎ"),
            ("zh-Hans", "越南", "Y"),
            ("zh-Hans", "阿富汗", "A"),
            ("zh-Hans", "APEC", "A"),
            ("zh-Hant", "越南", ""),
            ("ja", "ガイド", "か"),
            ("ja", "ょう", "や"),
            ("ja", "情報", ""),
            ("th", "เวียดนาม", "ว"),
            ("lo", "ເມືອງ", "ມ"),
            ("lo", "ໝູ່ບ້ານ", "ຫ"),
            ("km", "ខេត្ត", "ខ"),
            ("ar", "أهداف", "ا"),
            ("ru", "йод", "И"),
        ] {
            assert_eq!(Collator::new(&tag.parse().unwrap()).heading(word), heading, "{word}");
        }
    }
}
