//! Marks that a text was copied out of pages: torn paragraphs, glued bold, bold that stays stars.

use super::lines::{self, Para};
use super::{emphasis, plan};
use crate::base::{Diagnostic, Severity, SourceText, Span, Words, codes};
use crate::content::clauses::label;
use crate::words;

/// Letters from which on a line is no label.
const LONG: usize = 60;
/// Words that a short line has at least when it is a sentence's beginning.
const FEW_WORDS: usize = 4;

/// Looks for them. In a letter (`repaired`) they are put right when it is built, so they are only worth knowing.
#[must_use]
pub fn lint(text: &SourceText, repaired: bool) -> Vec<Diagnostic> {
    let paras = lines::paragraphs(text.text());
    let mut findings = Vec::new();
    for (index, para) in paras.iter().enumerate().filter(|(_, para)| !para.raw) {
        if plan::torn(text.text(), &paras, index) && (repaired || is_plain(text.text(), &paras, index)) {
            findings.push((codes::TORN_PARAGRAPH, torn(), Span::new(para.start(), para.end())));
        }
        findings.extend(stars(text.text(), para));
    }
    findings.into_iter().map(|(code, message, span)| finding(text, repaired, code, message, span)).collect()
}

/// Outside letters only text after text counts: a line below a list may well begin small.
fn is_plain(text: &str, paras: &[Para], index: usize) -> bool {
    let plain = |para: &Para| {
        para.indent == 0 && label::parse(para.first(text)).is_none() && !para.first(text).starts_with('|')
    };
    let pair = index.checked_sub(1).and_then(|before| paras.get(before)).zip(paras.get(index));
    pair.is_some_and(|(before, para)| plain(before) && plain(para) && is_sentence(&before.joined(text)))
}

/// What a page break can tear: a long line, or a short one that begins a sentence. A label or a word by itself is
/// none.
fn is_sentence(line: &str) -> bool {
    let long = line.chars().count() > LONG;
    long || (line.starts_with(char::is_uppercase) && line.split(' ').count() >= FEW_WORDS)
}

fn stars(text: &str, para: &Para) -> Option<(&'static str, Words, Span)> {
    // Lines that are all bold were cut between the two already.
    let reach = (para.end() + 2).min(text.len());
    let stretch = text.get(para.start()..reach).unwrap_or(&text[para.start()..para.end()]);
    let glued = stretch.find("****").map(|at| para.start() + at);
    if let Some(at) = glued.filter(|_| !stretch.contains(['`', '\\'])) {
        let message = words!("two bold texts are glued together: `****`", "hai đoạn in đậm dính vào nhau: `****`");
        return Some((codes::GLUED_BOLD, message, Span::new(at, at + 4)));
    }
    let edits = emphasis::repairs(text, para.start()..para.end());
    let (first, _) = edits.iter().find(|(range, _)| !range.is_empty())?;
    let message = words!("these stars do not make bold", "các dấu sao này không tạo thành chữ đậm");
    Some((codes::LITERAL_STARS, message, first.clone().into()))
}

fn torn() -> Words {
    words!(
        "this paragraph goes on with the sentence above it: a page break tore it",
        "đoạn này viết tiếp câu ở trên: bị ngắt do sang trang"
    )
}

fn finding(text: &SourceText, repaired: bool, code: &'static str, message: Words, span: Span) -> Diagnostic {
    let mut finding = Diagnostic::warning(code, message).at_text(text, span);
    if repaired {
        finding.severity = Severity::Note;
        return finding
            .help(words!("the letter is built as if it were whole", "văn bản vẫn được dựng như khi chưa bị ngắt"));
    }
    finding.help(match code {
        codes::TORN_PARAGRAPH => words!("delete the blank line above it", "xóa dòng trống phía trên"),
        codes::GLUED_BOLD => {
            words!("put a blank line between them, or join them", "đặt một dòng trống ở giữa, hoặc nối liền")
        }
        _ => words!(
            "move the space or mark out of the bold: `**số**: 5`",
            "đưa dấu hoặc khoảng trắng ra ngoài: `**số**: 5`"
        ),
    })
}
