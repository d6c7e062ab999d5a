//! Abbreviations that nobody explains.
//!
//! Owns what counts as one, and where a handbook explains it: in its glossary, or in brackets where it stands with the
//! words it is short for. Each is told once a language, where it stands first: explaining it there helps everywhere.

use std::collections::{BTreeMap, BTreeSet};

use unicode_normalization::UnicodeNormalization;

use super::prose::{self, Passage};
use crate::base::{Diagnostic, Locale, codes};
use crate::content::data::{Data, TermRecord};
use crate::content::page::SourcePage;
use crate::i18n::fold::lower;
use crate::words;

/// Letters of the shortest and the longest.
const LENGTH: std::ops::RangeInclusive<usize> = 2..=8;

/// Words in capitals one after the other from which on they are no abbreviations.
const SHOUTED: usize = 3;

/// What readers know without being told: forms of files and addresses, countries and their unions by their letters, units.
const KNOWN: [&str; 48] = [
    "PDF", "HTML", "CSS", "SVG", "PNG", "JPG", "JPEG", "CSV", "TOML", "YAML", "JSON", "XML", "EPUB", "ZIP", "MP3",
    "MP4", "URL", "HTTP", "HTTPS", "QR", "ID", "OK", "USB", "SMS", "GPS", "TV", "DVD", "CD", "FAQ", "ISBN", "ISO",
    "UTF", "NFC", "NFD", "USA", "US", "UK", "EU", "UN", "VN", "USD", "EUR", "VND", "KB", "MB", "GB", "ASEAN", "UNESCO",
];

/// Findings over the pages of one language.
pub(super) fn unexplained(
    pages: &[&SourcePage],
    passages: &BTreeMap<&str, Vec<Passage<'_>>>,
    data: &Data,
    locale: &Locale,
) -> Vec<Diagnostic> {
    let all = || pages.iter().filter_map(|page| passages.get(page.path.as_str())).flatten();
    let mut explained = of_glossary(&data.glossary, locale);
    for words in data.sources.iter().filter_map(|source| source.issuer.0.get(locale.as_str())) {
        explained.extend(in_brackets(words));
    }
    let mut written = BTreeSet::new();
    for passage in all() {
        explained.extend(in_brackets(&passage.words));
        written
            .extend(prose::words(&passage.words).filter(|(_, word)| !is_capitals(word)).map(|(_, word)| lower(word)));
    }
    // A word in capitals, not the letters of several.
    let is_word = |word: &str| written.contains(&lower(word));
    let mut told = BTreeSet::new();
    let mut findings = Vec::new();
    for passage in all() {
        for (start, word) in used(&passage.words) {
            if !explained.contains(word) && !is_word(word) && told.insert(word.to_owned()) {
                findings.push(passage.finding(start..start + word.len(), finding(word)));
            }
        }
    }
    findings
}

fn finding(word: &str) -> Diagnostic {
    let message =
        words!("no page says what “{word}” is short for", "không trang nào cho biết “{word}” viết tắt của gì");
    let help = words!(
        "write it out at its first place: “the full words ({word})”, or add it to `abbr` of its term in data/glossary.toml",
        "hãy viết đủ ở chỗ đầu tiên: “đủ chữ ({word})”, hoặc thêm vào `abbr` của thuật ngữ trong data/glossary.toml"
    );
    Diagnostic::warning(codes::ABBREVIATION_UNEXPLAINED, message).help(help)
}

/// What the glossary has: abbreviations of every kind, and terms that are written in capitals themselves.
fn of_glossary(glossary: &[TermRecord], locale: &Locale) -> BTreeSet<String> {
    let mut known = BTreeSet::new();
    for record in glossary {
        let lists = record.abbreviations.values().chain(record.aliases.get(locale.as_str()));
        let terms = record.term.0.get(locale.as_str());
        for name in lists.flatten().chain(terms) {
            known.extend(prose::words(name).map(|(_, word)| word.to_owned()).filter(|word| is_short(word)));
        }
    }
    known
}

/// Abbreviations that stand in brackets, or have brackets behind them: “Thông tin đối ngoại (TTĐN)”, “TTĐN (thông tin …)”.
fn in_brackets(text: &str) -> impl Iterator<Item = String> {
    prose::words(text).filter(|(_, word)| is_short(word)).filter_map(|(start, word)| {
        let (before, after) = (text.get(..start)?, text.get(start + word.len()..)?);
        let inside = before.trim_end_matches(['“', '"', '*']).ends_with('(');
        let followed = after.trim_start_matches(['”', '"', '*', ' ']).starts_with('(');
        (inside || followed).then(|| word.to_owned())
    })
}

/// Abbreviations in running text and where they stand. Not those of a document's number (`12/QĐ-TTg`), and not words
/// among others that are written in capitals for their looks.
fn used(text: &str) -> Vec<(usize, &str)> {
    let words: Vec<(usize, &str)> = prose::words(text).collect();
    let runs = words.chunk_by(|(_, a), (_, b)| is_capitals(a) == is_capitals(b));
    let quiet = runs.filter(|run| run.len() < SHOUTED && !run.iter().any(|(_, word)| is_toned(word)));
    let linked = |start: usize, word: &str| {
        let (before, after) = text.split_at_checked(start).unwrap_or_default();
        let after = after.get(word.len()..).unwrap_or_default();
        before.ends_with(['/', '-', '–', '_', '.', '@', '#']) || after.starts_with(['/', '-', '–', '_', '@'])
    };
    let is_used = |(start, word): &&(usize, &str)| {
        is_short(word) && !KNOWN.contains(word) && !is_roman(word) && !linked(*start, word)
    };
    quiet.flatten().filter(is_used).copied().collect()
}

/// Capital letters only, as many as abbreviations have.
fn is_short(word: &str) -> bool {
    LENGTH.contains(&word.chars().count()) && is_capitals(word) && !is_toned(word)
}

fn is_capitals(word: &str) -> bool {
    word.chars().all(char::is_uppercase)
}

/// Letters of words, not of abbreviations: those are the first ones of words, which hardly ever have a tone.
fn is_toned(word: &str) -> bool {
    word.nfd().any(|c| matches!(c, '\u{300}' | '\u{301}' | '\u{303}' | '\u{309}' | '\u{323}'))
}

fn is_roman(word: &str) -> bool {
    word.chars().all(|c| "IVXLCDM".contains(c))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn abbreviations_are_told_from_numbers_of_documents_and_from_capitals() {
        let text = "Sở VHTT theo 765/BTTTT-TTĐN, mục IV, tệp PDF; KHÔNG ĐƯỢC VÀO. CHÚ Ý. Hỏi UBND TP.";
        assert_eq!(used(text).into_iter().map(|(_, word)| word).collect::<Vec<_>>(), ["VHTT", "UBND", "TP"]);
        let explained: Vec<_> = in_brackets("Uỷ ban nhân dân (UBND), CNTT (công nghệ thông tin), VHTT").collect();
        assert_eq!(explained, ["UBND", "CNTT"]);
    }
}
