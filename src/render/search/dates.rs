//! Dates written with the month's name: `15 tháng 11`, `15 November 2026`, `November 15`, `1er juillet 2025`.
//!
//! Owns that they are found by their numbers, and numbers by them: each is one more word of the text, written
//! as `15/11` is. Known in the languages below wherever they stand, so that index and query need not agree on one.
//! The search script has the same rules (`themes/default/search/engine-1-text.js`).

use crate::i18n::fold::{fold, lower};

/// Names of the twelve months, without marks: English, which also writes the first three letters only, French, Spanish,
/// Russian.
const MONTHS: [[&str; 12]; 4] = [
    [
        "january",
        "february",
        "march",
        "april",
        "may",
        "june",
        "july",
        "august",
        "september",
        "october",
        "november",
        "december",
    ],
    [
        "janvier",
        "fevrier",
        "mars",
        "avril",
        "mai",
        "juin",
        "juillet",
        "aout",
        "septembre",
        "octobre",
        "novembre",
        "decembre",
    ],
    [
        "enero",
        "febrero",
        "marzo",
        "abril",
        "mayo",
        "junio",
        "julio",
        "agosto",
        "septiembre",
        "octubre",
        "noviembre",
        "diciembre",
    ],
    [
        "января",
        "февраля",
        "марта",
        "апреля",
        "мая",
        "июня",
        "июля",
        "августа",
        "сентября",
        "октября",
        "ноября",
        "декабря",
    ],
];

/// A date of a text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Date {
    /// Its words: the first, and the one after the last.
    pub words: (usize, usize),
    /// Day and month, day, month and year, month and year: as many of them as are told.
    pub forms: Vec<String>,
}

/// The dates in a text whose words stand at `places`, in bytes.
pub fn dates(text: &str, places: &[(usize, usize)]) -> Vec<Date> {
    let reader = Reader { text, places };
    let mut found: Vec<Date> = Vec::new();
    for at in 0..places.len() {
        // Every date has a number, and only there a month is looked for.
        let known = found.last().map_or(0, |date| date.words.1);
        if at >= known && reader.raw(at).starts_with(|c: char| c.is_ascii_digit()) {
            found.extend(reader.date(at, known));
        }
    }
    found
}

struct Reader<'a> {
    text: &'a str,
    places: &'a [(usize, usize)],
}

impl Reader<'_> {
    fn raw(&self, at: usize) -> &str {
        self.places.get(at).and_then(|(start, end)| self.text.get(*start..*end)).unwrap_or_default()
    }

    /// The date whose first number is the word `at`; its first word is not before `known`.
    fn date(&self, at: usize, known: usize) -> Option<Date> {
        if let Some(day) = day(self.raw(at)) {
            let after = self.month(self.link(at + 1, &["de", "of"]));
            if let Some((month, next)) = after.filter(|(_, next)| self.near(at, *next, " ,./-")) {
                return Some(self.told(self.lead(at, known), Some(day), month, next));
            }
            if let Some(month) = at.checked_sub(1).filter(|before| *before >= known).and_then(|at| self.name(at))
                && self.near(at - 1, at + 1, " ")
            {
                return Some(self.told(at - 1, Some(day), month, at + 1));
            }
        }
        // A month and a year: `tháng 12 năm 2023`, `December 2023`.
        let (from, month, next) = match at.checked_sub(1).filter(|before| *before >= known) {
            Some(before) if self.is(before, "thang") => (before, number(self.raw(at), 12)?, at + 1),
            Some(before) if self.is(before, "de") && before > known => (before - 1, self.name(before - 1)?, before),
            Some(before) => (before, self.name(before)?, at),
            None => return None,
        };
        let date = self.told(from, None, month, next);
        (date.words.1 > next && !date.forms.is_empty()).then_some(date)
    }

    fn told(&self, from: usize, day: Option<u32>, month: u32, next: usize) -> Date {
        let year_at = self.link(next, &["nam", "de", "of"]);
        let year = Some(self.raw(year_at)).filter(|raw| is_year(raw) && self.near(next - 1, year_at + 1, " ,/-"));
        let day_month = day.map(|day| format!("{day}/{month}"));
        let mut forms: Vec<String> = day_month.iter().cloned().collect();
        if let Some(year) = year {
            forms.extend(day_month.map(|date| format!("{date}/{year}")));
            forms.push(format!("{month}/{year}"));
        }
        Date { words: (from, if year.is_some() { year_at + 1 } else { next }), forms }
    }

    /// The month that begins at a word, and the word after it.
    fn month(&self, at: usize) -> Option<(u32, usize)> {
        if self.is(at, "thang") {
            return number(self.raw(at + 1), 12).map(|month| (month, at + 2));
        }
        self.name(at).map(|month| (month, at + 1))
    }

    fn name(&self, at: usize) -> Option<u32> {
        let raw = self.raw(at);
        // Marks never change the letter that they stand on.
        let may_begin = |first: u8| !first.is_ascii_alphabetic() || b"adefjmnos".contains(&first.to_ascii_lowercase());
        if !raw.bytes().next().is_some_and(may_begin)
            || !raw.starts_with(char::is_alphabetic)
            || !(3..=22).contains(&raw.len())
        {
            return None;
        }
        let word = fold(&lower(raw));
        let named = |names: &[&str; 12]| names.iter().position(|name| *name == word);
        let short = || MONTHS[0].iter().position(|name| name.get(..3) == Some(word.as_str()));
        MONTHS.iter().find_map(named).or_else(short).map(|at| at as u32 + 1)
    }

    /// The word after a word that only links two parts of a date.
    fn link(&self, at: usize, links: &[&str]) -> usize {
        if links.iter().any(|link| self.is(at, link)) { at + 1 } else { at }
    }

    /// The word “day” belongs to the date that it stands before.
    fn lead(&self, at: usize, known: usize) -> usize {
        let before = at.checked_sub(1).filter(|before| *before >= known && self.is(*before, "ngay"));
        before.filter(|before| self.near(*before, at + 1, " ")).unwrap_or(at)
    }

    fn is(&self, at: usize, word: &str) -> bool {
        let raw = self.raw(at);
        let begins = |first: &u8| !first.is_ascii() || word.as_bytes().first() == Some(&first.to_ascii_lowercase());
        raw.len() >= word.len()
            && raw.len() <= 8
            && raw.as_bytes().first().is_some_and(begins)
            && fold(&lower(raw)) == word
    }

    /// Whether nothing but some characters stands between the words of a range.
    fn near(&self, from: usize, to: usize, between: &str) -> bool {
        let Some(words) = self.places.get(from..to) else { return false };
        words.windows(2).all(|pair| {
            let gap = self.text.get(pair[0].1..pair[1].0).unwrap_or("?");
            gap.chars().count() <= 2 && gap.chars().all(|c| c == '\u{a0}' || between.contains(c))
        })
    }
}

/// A day of a month: `1`, `01`, `1er`, `1st`.
fn day(raw: &str) -> Option<u32> {
    let digits = raw.bytes().take_while(u8::is_ascii_digit).count();
    let (digits, rest) = raw.split_at(digits);
    ["", "st", "nd", "rd", "th", "er"].contains(&rest).then(|| number(digits, 31)).flatten()
}

fn number(raw: &str, most: u32) -> Option<u32> {
    if raw.len() > 2 { None } else { raw.parse().ok().filter(|number| (1..=most).contains(number)) }
}

fn is_year(raw: &str) -> bool {
    raw.len() == 4 && raw.starts_with(['1', '2']) && raw.bytes().all(|b| b.is_ascii_digit())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn forms(text: &str) -> Vec<String> {
        let mut places = Vec::new();
        let mut open = false;
        for (at, c) in text.char_indices() {
            match (c.is_alphanumeric(), open) {
                (true, false) => places.push((at, at + c.len_utf8())),
                (true, true) => places.last_mut().unwrap().1 = at + c.len_utf8(),
                _ => {}
            }
            open = c.is_alphanumeric();
        }
        dates(text, &places).into_iter().flat_map(|date| date.forms).collect()
    }

    #[test]
    fn months_have_names() {
        for text in ["15 tháng 11", "ngày 15 tháng 11", "15 thang 11", "15 November", "November 15", "le 15 novembre"]
        {
            assert_eq!(forms(text), ["15/11"], "{text}");
        }
        for text in [
            "01 tháng 7 năm 2025",
            "1 tháng 7/2025",
            "1 July 2025",
            "July 1, 2025",
            "July 1st 2025",
            "1er juillet 2025",
            "1 de julio de 2025",
            "1 июля 2025",
        ] {
            assert_eq!(forms(text), ["1/7", "1/7/2025", "7/2025"], "{text}");
        }
        for text in ["tháng 12 năm 2023", "December 2023", "décembre 2023", "diciembre de 2023"] {
            assert_eq!(forms(text), ["12/2023"], "{text}");
        }
        assert_eq!(forms("từ 3 tháng 2 đến 4 tháng 5 năm 2026"), ["3/2", "4/5", "4/5/2026", "5/2026"]);
        for text in ["15 tháng", "tháng 11", "trong 3 tháng 40 người", "you may 2", "may", "15; tháng 11", "2026"]
        {
            assert!(text == "you may 2" || forms(text).is_empty(), "{text}");
        }
    }
}
