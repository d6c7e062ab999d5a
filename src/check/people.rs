//! E-mail addresses and mobile numbers of people, outside the pages that are meant for them.
//!
//! Owns what looks like one. Viet Nam's personal data decree (13/2023/NĐ-CP, art. 2) counts both as personal
//! data; a handbook is printed and cannot take them back.

use super::prose::Passage;
use crate::base::{Diagnostic, codes};
use crate::words;

/// Names that belong to nobody (RFC 2606 §2–3).
const NOBODY: [&str; 5] = ["example", "test", "invalid", "localhost", "vidu"];
/// Digits of a mobile number in Viet Nam, its leading 0 counted.
const DIGITS: usize = 10;

/// Findings of one passage.
pub(super) fn named(passage: &Passage<'_>) -> Vec<Diagnostic> {
    let mails = mails(passage.raw).into_iter().map(|range| (range, codes::PERSONAL_DATA));
    let phones = phones(&passage.words).into_iter().map(|range| (range, codes::PERSONAL_DATA));
    mails
        .chain(phones)
        .map(|(range, code)| {
            let found = &passage.raw[range.clone()];
            let message = words!("personal data: {found}", "dữ liệu cá nhân: {found}");
            let help = words!(
                "leave it out, or list the page under `contacts` in `[check]` of handbook.toml",
                "hãy bỏ đi, hoặc ghi trang vào `contacts` trong `[check]` của handbook.toml"
            );
            passage.finding(range, Diagnostic::warning(code, message).help(help))
        })
        .collect()
}

type Range = std::ops::Range<usize>;

fn mails(text: &str) -> Vec<Range> {
    let part = |c: char| c.is_ascii_alphanumeric() || ".-_+".contains(c);
    let mut found = Vec::new();
    for (at, _) in text.match_indices('@') {
        let name = text[..at].chars().rev().take_while(|c| part(*c)).count();
        let host: String = text[at + 1..].chars().take_while(|c| part(*c)).collect();
        let host = host.trim_end_matches(['.', '-']);
        let nobody = host.split('.').any(|label| NOBODY.contains(&label));
        if name > 0 && host.contains('.') && !nobody {
            found.push(at - name..at + 1 + host.len());
        }
    }
    found
}

/// `0912 345 678`, `+84 912.345.678`.
fn phones(text: &str) -> Vec<Range> {
    let mut found = Vec::new();
    let mut from = 0;
    while let Some(start) = text[from..].find(|c: char| c == '+' || c.is_ascii_digit()).map(|at| from + at) {
        let glue = |c: char| c.is_ascii_digit() || " .-+".contains(c);
        let length: usize = text[start..].chars().take_while(|c| glue(*c)).map(char::len_utf8).sum();
        let run = text[start..start + length].trim_end_matches([' ', '.', '-', '+']);
        let letter_before = text[..start].chars().next_back().is_some_and(|c| c.is_alphanumeric() || c == '/');
        if is_mobile(run) && !letter_before {
            found.push(start..start + run.len());
        }
        from = start + length.max(1);
    }
    found
}

/// 03, 05, 07, 08, 09 and eight digits more: the prefixes of mobile networks since 2018.
fn is_mobile(run: &str) -> bool {
    let digits: String = run.chars().filter(char::is_ascii_digit).collect();
    let national =
        digits.strip_prefix("84").filter(|_| run.starts_with('+')).map_or(digits.clone(), |rest| format!("0{rest}"));
    let network = national.as_bytes().get(1).is_some_and(|digit| b"35789".contains(digit));
    national.len() == DIGITS && national.starts_with('0') && network
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn addresses_and_mobile_numbers_are_found() {
        let text = "Gọi 0912 345 678 hoặc +84 98.765.4321, thư a.b@so.gov.vn. Số 0243 123 4567 và ngày 01-09-2026, ai@example.vn";
        let phones: Vec<_> = phones(text).into_iter().map(|r| &text[r]).collect();
        assert_eq!(phones, ["0912 345 678", "+84 98.765.4321"]);
        let mails: Vec<_> = mails(text).into_iter().map(|r| &text[r]).collect();
        assert_eq!(mails, ["a.b@so.gov.vn"]);
    }
}
