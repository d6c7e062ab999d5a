//! Slips of the keyboard: doubled spaces, quotation marks of two styles, letters of another script, tones
//! set in two ways.
//!
//! Owns what counts as a slip. A style is never prescribed, only mixing two on one page is told: schoolbooks
//! write hoà and laws write hòa, and both are right.

use unicode_normalization::UnicodeNormalization;

use super::prose::{self, Passage};
use crate::base::{Diagnostic, Locale, codes};
use crate::content::page::SourcePage;
use crate::words;

/// Findings of one page.
pub(super) fn slips(page: &SourcePage, locale: &Locale, passages: &[Passage<'_>]) -> Vec<Diagnostic> {
    let mut findings: Vec<_> = mixed_forms(page).into_iter().collect();
    findings.extend(passages.iter().flat_map(double_spaces));
    findings.extend(passages.iter().flat_map(|passage| lookalikes(passage, locale)));
    findings.extend(quotes(passages));
    if locale.language() == "vi" {
        findings.extend(tones(passages));
    }
    findings
}

/// Letters and marks that were saved apart in some places and together in others.
fn mixed_forms(page: &SourcePage) -> Option<Diagnostic> {
    let message = words!(
        "letters and their marks are saved apart here (Unicode NFD) and together there (NFC)",
        "chữ và dấu chỗ thì lưu rời (Unicode tổ hợp), chỗ thì lưu liền (dựng sẵn)"
    );
    let help = words!(
        "the handbook is built right; save the file in NFC so that searching in it works too",
        "cẩm nang vẫn dựng đúng; hãy lưu tệp dạng dựng sẵn (NFC) để tìm kiếm trong tệp cũng đúng"
    );
    page.source
        .recomposed
        .then(|| Diagnostic::warning(codes::TEXT_FORMS, message).help(help).in_file(&page.source.path))
}

fn double_spaces(passage: &Passage<'_>) -> Vec<Diagnostic> {
    if passage.is_table {
        return Vec::new();
    }
    let text = passage.words.as_str();
    let mut findings = Vec::new();
    for (at, _) in text.match_indices("  ") {
        let (before, after) = (text[..at].chars().next_back(), text[at..].trim_start_matches(' ').chars().next());
        let within = |c: Option<char>| c.is_some_and(|c| !c.is_whitespace() && c != '|');
        // After a line's label (`a)`, `1.`, `-`) authors align; only words count.
        let line = text[..at].rsplit('\n').next().unwrap_or_default().trim();
        let short = line.chars().count() <= 3 && line.ends_with([')', '.']);
        let labelled = short || !line.contains(char::is_alphabetic);
        if within(before) && within(after) && !labelled {
            let end = text.len() - text[at..].trim_start_matches(' ').len();
            let message = words!("two spaces stand between words", "có hai khoảng trắng giữa hai từ");
            let help = words!("leave one", "hãy để lại một");
            findings.push(passage.finding(at..end, Diagnostic::warning(codes::TEXT_SPACES, message).help(help)));
        }
    }
    findings
}

/// Words in which letters of another script, or another letter of the same look, stand.
fn lookalikes(passage: &Passage<'_>, locale: &Locale) -> Vec<Diagnostic> {
    let mut findings = Vec::new();
    for (at, word) in prose::words(&passage.words) {
        let latin =
            word.chars().any(|c| matches!(c, 'a'..='z' | 'A'..='Z' | '\u{c0}'..='\u{24f}' | '\u{1e00}'..='\u{1eff}'));
        let strange = |c: char| match c {
            // Cyrillic and Greek letters within a Latin word.
            '\u{370}'..='\u{3ff}' | '\u{400}'..='\u{52f}' => latin && word.chars().count() > 1,
            // Eth and the African D look like Đ, and are found by nobody who types it.
            'Ð' | 'ð' | 'Ɖ' => locale.language() == "vi",
            _ => false,
        };
        let Some(letter) = word.chars().find(|c| strange(*c)) else { continue };
        let point = format!("U+{:04X}", u32::from(letter));
        let message = words!(
            "in “{word}” the letter “{letter}” ({point}) is not the one it looks like",
            "trong “{word}”, chữ “{letter}” ({point}) chỉ giống chứ không phải chữ cần viết"
        );
        let help = words!("type the word again", "hãy gõ lại từ này");
        let finding = Diagnostic::warning(codes::TEXT_LOOKALIKE, message).help(help);
        findings.push(passage.finding(at..at + word.len(), finding));
    }
    findings
}

/// Straight quotation marks on a page that also has curly ones, and curly ones that do not pair.
fn quotes(passages: &[Passage<'_>]) -> Vec<Diagnostic> {
    let curly = passages.iter().any(|p| p.words.contains(['“', '”']));
    let mut findings = Vec::new();
    for passage in passages {
        let straight = passage.words.match_indices('"').map(|(at, _)| at);
        // Inches: 5".
        let quoting = straight.filter(|at| !passage.words[..*at].ends_with(|c: char| c.is_ascii_digit()));
        if let Some(at) = quoting.into_iter().next().filter(|_| curly) {
            let message = words!(
                "a straight quotation mark, where the page writes “ ” elsewhere",
                "dấu nháy thẳng, trong khi chỗ khác của trang dùng “ ”"
            );
            let help = words!("write “ and ”", "hãy viết “ và ”");
            findings.push(passage.finding(at..at + 1, Diagnostic::warning(codes::TEXT_QUOTES, message).help(help)));
        }
        let (open, close) = (passage.words.matches('“').count(), passage.words.matches('”').count());
        if let Some(at) = passage.words.find(['“', '”']).filter(|_| open != close) {
            let message = words!(
                "{open} opening and {close} closing quotation marks in one passage",
                "một đoạn có {open} dấu nháy mở và {close} dấu nháy đóng"
            );
            let help = words!("close what is opened", "hãy đóng những dấu đã mở");
            findings.push(passage.finding(at..at + 3, Diagnostic::warning(codes::TEXT_QUOTES, message).help(help)));
        }
    }
    findings
}

/// Where a tone is set in oa, oe and uy at a word's end.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Tone {
    /// hòa, thủy
    First,
    /// hoà, thuỷ
    Second,
}

/// Words of the rarer of two styles, when a page has both.
fn tones(passages: &[Passage<'_>]) -> Vec<Diagnostic> {
    let set: Vec<_> = passages
        .iter()
        .flat_map(|passage| prose::words(&passage.words).filter_map(move |(at, w)| Some((passage, at, w, tone(w)?))))
        .collect();
    let first = set.iter().filter(|(.., tone)| *tone == Tone::First).count();
    let second = set.len() - first;
    if first == 0 || second == 0 {
        return Vec::new();
    }
    let rarer = if second <= first { Tone::Second } else { Tone::First };
    let other = set.iter().find(|(.., tone)| *tone != rarer).map_or("", |(_, _, word, _)| *word);
    let told = set.iter().filter(|(.., tone)| *tone == rarer);
    told.map(|(passage, at, word, _)| {
        let message = words!(
            "“{word}” sets its tone in another way than “{other}” on the same page",
            "“{word}” đặt dấu khác kiểu với “{other}” trên cùng trang"
        );
        let help =
            words!("both ways are right; keep to one on a page", "cả hai kiểu đều đúng; mỗi trang nên theo một kiểu");
        passage.finding(*at..*at + word.len(), Diagnostic::warning(codes::TEXT_TONES, message).help(help))
    })
    .collect()
}

/// How a word sets its tone, where there are two ways; not for `qu`, whose u is no vowel.
fn tone(word: &str) -> Option<Tone> {
    let word = word.to_lowercase();
    let mut from_end = word.chars().rev();
    let (last, before) = (from_end.next()?, from_end.next()?);
    if before == 'u' && from_end.next() == Some('q') {
        return None;
    }
    let bare = |c: char| {
        let mut parts = std::iter::once(c).nfd();
        (
            parts.next().unwrap_or(c),
            parts.any(|mark| matches!(mark, '\u{300}' | '\u{301}' | '\u{303}' | '\u{309}' | '\u{323}')),
        )
    };
    let ((first, toned), (second, also)) = (bare(before), bare(last));
    // A letter with another mark (ô, ơ, ê) has one place for the tone only.
    let plain =
        |c: char| std::iter::once(c).nfd().filter(|m| matches!(m, '\u{302}' | '\u{306}' | '\u{31b}')).count() == 0;
    if !matches!((first, second), ('o', 'a' | 'e') | ('u', 'y')) || !plain(before) || !plain(last) {
        return None;
    }
    match (toned, also) {
        (true, false) => Some(Tone::First),
        (false, true) => Some(Tone::Second),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_open_syllables_have_two_ways() {
        for word in ["hòa", "thủy", "Khỏe", "ủy"] {
            assert!(tone(word) == Some(Tone::First), "{word}");
        }
        for word in ["hoà", "thuỷ", "khoẻ", "uỷ"] {
            assert!(tone(word) == Some(Tone::Second), "{word}");
        }
        for word in ["hoàn", "quý", "quà", "hoa", "thuý1", "truyền", "a", "loài"] {
            assert!(tone(word).is_none(), "{word}");
        }
    }
}
