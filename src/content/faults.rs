//! Faults of a page's shape that more than one room tells: `check` before anything is made, print before
//! a page is set.
//!
//! Owns their words only.

use crate::base::{Diagnostic, codes};
use crate::words;

/// A heading two or more levels below the one before.
#[must_use]
pub fn skipped_level(last: u8, level: u8) -> Diagnostic {
    let marks = "#".repeat(usize::from(last) + 1);
    let message = words!(
        "a heading of level {level} follows one of level {last}: those who hear the outline miss a step",
        "đề mục cấp {level} đứng ngay sau cấp {last}: người nghe mục lục sẽ hụt một bậc"
    );
    Diagnostic::warning(codes::PRINT_LEVEL, message).help(words!("write `{marks}`", "hãy viết `{marks}`"))
}

/// An image that says nothing to those who cannot see it.
#[must_use]
pub fn no_words(source: &str) -> Diagnostic {
    let message = words!(
        "the image `{source}` has no words: it counts as decoration",
        "hình `{source}` chưa có lời: chỉ được coi như hình trang trí"
    );
    Diagnostic::warning(codes::PRINT_ALT, message)
        .help(words!("say what it shows: ![words]({source})", "hãy viết hình cho thấy gì: ![lời]({source})"))
}
