//! What the printer says that is no finding: stages, summaries, counts.

use std::path::Path;
use std::time::Duration;

use crate::base::{Severity, Words};
use crate::build::{Outcome, Stage, Summary};
use crate::render::bundle::{Kind, Share};
use crate::serve::Step;
use crate::theme::ThemeEntry;
use crate::words;

pub(super) fn stage(stage: Stage, pages: usize) -> Words {
    let named = match stage {
        Stage::Comparison => words!("looking for changes", "tìm thay đổi"),
        Stage::Configuration => words!("reading the configuration", "đọc cấu hình"),
        Stage::Content => words!("reading the chapters", "đọc các chương"),
        Stage::Book => words!("assembling the book", "dựng sách"),
        Stage::Theme => words!("preparing the theme", "chuẩn bị giao diện"),
        Stage::Print => words!("printing", "dàn trang bản in"),
        Stage::Render => words!("making the pages", "tạo các trang"),
        Stage::Search => words!("indexing for search", "lập chỉ mục tìm kiếm"),
        Stage::Publish => words!("writing the site", "ghi trang web"),
    };
    if pages == 0 {
        return named;
    }
    let Words { en, vi } = named;
    words!("{en} ({pages})", "{vi} ({pages})")
}

/// What a save came to.
pub(super) fn step(step: Step) -> Words {
    match step {
        Step::Noticed => words!("noticed", "nhận ra"),
        Step::Begun => words!("settled", "chờ lưu xong"),
        Step::Read => words!("read", "đọc"),
        Step::Assembled => words!("assembled", "dựng"),
        Step::Made => words!("made", "tạo trang"),
        Step::Sent => words!("sent", "gửi"),
    }
}

/// “12 pages, 2 locales, 0.10 s; 1 warning”.
pub(super) fn made_and_found(outcome: &Outcome, elapsed: Duration) -> Words {
    let count = |severity| outcome.findings.iter().filter(|f| f.severity == severity).count();
    let (errors, warnings) = (count(Severity::Error), count(Severity::Warning));
    let (pages, locales) = (outcome.summary.pages, outcome.summary.locales.len());
    let seconds = format!("{:.2}", elapsed.as_secs_f64());
    let mut said = Words {
        en: format!("{}, {}, {seconds} s; ", counted(pages, "page"), counted(locales, "locale")),
        vi: format!("{pages} trang, {locales} ngôn ngữ, {seconds} giây; "),
    };
    if errors > 0 {
        said.en += &format!("{}, ", counted(errors, "error"));
        said.vi += &format!("{errors} lỗi, ");
    }
    said.en += &counted(warnings, "warning");
    said.vi += &format!("{warnings} cảnh báo");
    said
}

pub(super) fn summary(outcome: &Outcome, elapsed: Duration) -> Words {
    let Words { en, vi } = made_and_found(outcome, elapsed);
    let end = match &outcome.published {
        Some(published) => {
            let (written, removed, out) = (published.written, published.removed, outcome.out.display());
            let files = counted(written, "file");
            words!("{files} written to {out}, {removed} removed", "ghi {written} tệp vào {out}, xóa {removed}")
        }
        None => words!("nothing written", "không ghi gì"),
    };
    Words { en: format!("{en}; {}", end.en), vi: format!("{vi}; {}", end.vi) }
}

fn counted(number: usize, noun: &str) -> String {
    format!("{number} {noun}{}", if number == 1 { "" } else { "s" })
}

pub(super) fn counts(summary: &Summary) -> Vec<Words> {
    let Some(elements) = &summary.elements else { return Vec::new() };
    let (expected, described, sourced) = (elements.expected, elements.described, elements.with_source);
    vec![words!(
        "elements of the framework: {expected} expected, {described} with a page, {sourced} with an official source",
        "yếu tố của khung: cần {expected}, đã có trang {described}, có nguồn chính thức {sourced}"
    )]
}

pub(super) fn entry(entry: &ThemeEntry) -> Words {
    match (entry.own, entry.built_in) {
        (true, true) => words!("replaced by this handbook", "cẩm nang này đã thay"),
        (true, false) => words!("this handbook's own", "của riêng cẩm nang này"),
        _ => words!("", ""),
    }
}

/// “pages: 62 files, 812 kB”.
pub(super) fn share(share: &Share) -> Words {
    let Words { en, vi } = match share.kind {
        Kind::Pages => words!("pages", "trang"),
        Kind::Search => words!("search", "tìm kiếm"),
        Kind::Media => words!("images and files", "hình và tệp"),
        Kind::Print => words!("printed editions", "bản in"),
        Kind::Look => words!("styles, scripts, fonts", "kiểu dáng, mã lệnh, phông chữ"),
    };
    let (files, size) = (share.files, share.bytes.div_ceil(1000));
    let counted = counted(files, "file");
    words!("  {en}: {counted}, {size} kB", "  {vi}: {files} tệp, {size} kB")
}

pub(super) fn packed(path: &Path, bytes: u64) -> Words {
    let (path, size) = (path.display(), bytes.div_ceil(1000));
    words!("{path}: {size} kB", "{path}: {size} kB")
}
