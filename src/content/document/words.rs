//! The set phrases and shapes by which the parts of a Vietnamese official letter are known.
//!
//! Owns every such phrase, once; each question is about one line or paragraph of plain text.

/// A line without the marks of emphasis around it.
pub(super) fn unmarked(line: &str) -> &str {
    line.trim().trim_start_matches(['*', '_']).trim_start()
}

/// As [`unmarked`], marks at the end gone too.
pub(super) fn bare(line: &str) -> &str {
    unmarked(line).trim_end_matches(['*', '_', ' ', '\\'])
}

/// Whether a text is one piece of bold.
pub(super) fn is_bold(text: &str) -> bool {
    let text = text.trim();
    text.len() > 4 && text.starts_with("**") && text.ends_with("**") && !text[2..text.len() - 2].contains("**")
}

/// A line of dashes, underscores or stars: the drawn rule under a letterhead.
pub(super) fn is_rule(line: &str) -> bool {
    line.len() >= 3 && line.chars().all(|c| matches!(c, '-' | '_' | '=' | '*' | '–' | '—' | ' '))
}

/// Whether a line opens a block of the letter even when it stands right below another.
pub(super) fn opens_block(line: &str) -> bool {
    // Most lines begin with another letter than any of the phrases.
    let phrase = match unmarked(line).chars().next() {
        Some('s' | 'S') => is_number(line),
        Some('v' | 'V') => is_subject(line),
        Some('k' | 'K') => is_addressee(line),
        Some('n' | 'N') => is_recipients(line),
        _ => false,
    };
    phrase || is_date(line)
}

/// `Số: 12/…`
pub(super) fn is_number(line: &str) -> bool {
    let Some(rest) = strip(line, "số") else { return false };
    rest.trim_start_matches(['*', ' ']).starts_with(':') && rest.contains('/')
}

/// `V/v …`
pub(super) fn is_subject(line: &str) -> bool {
    ["v/v", "về việc"].iter().any(|phrase| strip(line, phrase).is_some_and(|rest| rest.starts_with([' ', ':', '*'])))
}

/// `Hà Nội, ngày … tháng … năm …`, the place perhaps left blank
pub(super) fn is_date(line: &str) -> bool {
    let Some((place, _)) = bare(line).split_once(',') else { return false };
    (place.starts_with(char::is_uppercase) || place.is_empty())
        && place.chars().count() <= 40
        && !place.contains([':', '/'])
        && dated(bare(line))
}

/// Whether a text ends in a date as letterheads write it.
pub(super) fn dated(text: &str) -> bool {
    let Some((_, date)) = text.split_once(", ngày") else { return false };
    date.contains("tháng") && date.contains("năm") && date.chars().count() <= 60
}

/// `Kính gửi: …`
pub(super) fn is_addressee(line: &str) -> bool {
    strip(line, "kính gửi").is_some()
}

/// `Nơi nhận:`
pub(super) fn is_recipients(line: &str) -> bool {
    strip(line, "nơi nhận").is_some_and(|rest| rest.trim_start_matches('*').starts_with([':', ' ']) || rest.is_empty())
}

/// `Văn bản kèm theo:`
pub(super) fn is_attachments(line: &str) -> bool {
    const PHRASES: [&str; 6] =
        ["văn bản kèm theo", "văn bản gửi kèm", "tài liệu kèm theo", "tài liệu gửi kèm", "gửi kèm", "đính kèm"];
    let colon = bare(line).ends_with(':');
    colon && PHRASES.iter().any(|phrase| strip(line, phrase).is_some())
}

/// Country's name and motto, also as translated letters give them.
pub(super) fn is_motto(line: &str) -> bool {
    const PHRASES: [&str; 10] = [
        "cộng hòa xã hội",
        "cộng hoà xã hội",
        "độc lập - tự do",
        "độc lập – tự do",
        "socialist republic of",
        "independence - freedom",
        "independence – freedom",
        "république socialiste",
        "indépendance - liberté",
        "indépendance – liberté",
    ];
    let line = bare(line).to_lowercase();
    PHRASES.iter().any(|phrase| line.starts_with(phrase))
}

/// `KT. BỘ TRƯỞNG`, `CHỦ TỊCH`: who signs, in capitals.
pub(super) fn is_signer(line: &str) -> bool {
    const FOR: [&str; 6] = ["KT.", "TM.", "TL.", "TUQ.", "T/M", "Q."];
    const POSTS: [&str; 16] = [
        "BỘ TRƯỞNG",
        "THỨ TRƯỞNG",
        "THỦ TƯỚNG",
        "PHÓ THỦ TƯỚNG",
        "CHỦ TỊCH",
        "PHÓ CHỦ TỊCH",
        "CHỦ NHIỆM",
        "CỤC TRƯỞNG",
        "PHÓ CỤC TRƯỞNG",
        "VỤ TRƯỞNG",
        "GIÁM ĐỐC",
        "PHÓ GIÁM ĐỐC",
        "TRƯỞNG BAN",
        "TỔNG GIÁM ĐỐC",
        "CHÁNH VĂN PHÒNG",
        "BÍ THƯ",
    ];
    let line = bare(line);
    is_capitals(line) && FOR.iter().chain(&POSTS).any(|phrase| line.starts_with(phrase))
}

/// The name below a signature: two to six words, each with a capital.
pub(super) fn is_name(line: &str) -> bool {
    let words: Vec<&str> = bare(line).split_whitespace().collect();
    let capital =
        |word: &&str| word.starts_with(char::is_uppercase) && word.chars().all(|c| c.is_alphabetic() || c == '.');
    let signed = bare(line).starts_with("(Đã ký") || bare(line).starts_with("(đã ký");
    signed || ((2..=8).contains(&words.len()) && words.iter().all(capital))
}

/// `PHỤ LỤC`, `Phụ lục II`
pub(super) fn is_appendix(line: &str) -> bool {
    strip(line, "phụ lục").is_some() && bare(line).chars().count() <= 120 && !ends_sentence(line)
}

/// No lower-case letter, and some capitals.
pub(super) fn is_capitals(line: &str) -> bool {
    line.chars().any(char::is_uppercase) && !line.chars().any(char::is_lowercase)
}

/// Whether a paragraph ends as one does; where it does not, the next may be its other half.
pub(super) fn ends_sentence(text: &str) -> bool {
    let text = text.trim_end_matches(['*', '_', ' ', '”', '"', '’', ')', '\u{a0}', '\\']);
    text.ends_with(['.', ';', ':', '!', '?', '…', '/'])
}

/// Whether a text may be a heading: no sentence, and not long.
pub(super) fn is_title(text: &str) -> bool {
    let length = bare(text).chars().count();
    length > 0 && length <= 160 && !ends_sentence(text) && !text.ends_with(',')
}

/// What follows a phrase at the start of a line, case and marks aside.
fn strip<'l>(line: &'l str, phrase: &str) -> Option<&'l str> {
    let line = unmarked(line);
    let mut rest = line.char_indices();
    for expected in phrase.chars() {
        let (_, found) = rest.next()?;
        if found.to_lowercase().next() != Some(expected) {
            return None;
        }
    }
    let at = rest.next().map_or(line.len(), |(at, _)| at);
    Some(&line[at..])
}

#[cfg(test)]
mod tests {
    use super::is_date;

    #[test]
    fn a_letter_is_dated_whether_or_not_its_place_is_filled_in() {
        for line in ["Hà Nội, ngày 5 tháng 5 năm 2026", "____, ngày ____ tháng ____ năm ____"] {
            assert!(is_date(line), "{line}");
        }
        for line in ["hôm đó, ngày 5 tháng 5 năm 2026", "Hà Nội", ""] {
            assert!(!is_date(line), "{line}");
        }
    }
}
