//! Quotes that were meant as alerts: `> [!NOTES]`.
//!
//! Owns telling of them; a quote with a kind that is known is an alert before it comes here.

use super::marks::Marked;
use super::tree::AlertKind;
use crate::base::{Diagnostic, SourceText, codes, nearest};
use crate::words;

/// The finding about a quote that starts at `at` of the marked text, is no alert and looks like one.
pub(super) fn mistaken(text: &SourceText, marked: &Marked, at: usize) -> Option<Diagnostic> {
    let quote = marked.text.get(at..)?;
    let line = quote.lines().next()?.trim_start().strip_prefix('>')?.trim();
    let (word, rest) = line.strip_prefix("[!")?.split_once(']')?;
    if word.is_empty() || !word.chars().all(char::is_alphanumeric) {
        return None;
    }
    let kinds = AlertKind::ALL.map(|kind| kind.name().to_ascii_uppercase());
    let upper = word.to_uppercase();
    let known = kinds.contains(&upper);
    if known == rest.is_empty() {
        // Words after an unknown one: a link perhaps. A known one alone is no alert where the parser says so.
        return None;
    }
    let finding = if known {
        let message = words!(
            "`[!{word}]` stands alone on its line, or the quote is no alert",
            "`[!{word}]` phải đứng riêng một dòng, nếu không đoạn này chỉ là trích dẫn"
        );
        let help = words!("put what follows on the next line, after `>`", "hãy đưa phần sau xuống dòng kế, sau `>`");
        (message, help)
    } else {
        let all = kinds.join(", ");
        let help = match nearest(&upper, kinds.iter().map(String::as_str)) {
            Some(near) => words!("did you mean `[!{near}]`?", "có phải bạn muốn viết `[!{near}]`?"),
            None => words!("one of: {all}", "một trong: {all}"),
        };
        (words!("there is no alert `[!{word}]`", "không có loại ghi chú `[!{word}]`"), help)
    };
    let start = at + quote.find("[!")?;
    let span = marked.span(&(start..start + word.len() + 3));
    Some(Diagnostic::warning(codes::ALERT_UNKNOWN, finding.0).help(finding.1).at_text(text, span))
}
