//! `handbook.lock`: every address that has been published, so that none is lost unnoticed. Print and QR codes
//! cannot be patched.
//!
//! Owns the file's form and the two rules of its upkeep. What is new is added by every build that publishes;
//! nothing is ever taken out but by an editor, who deletes the line on purpose. One address a line, sorted, so
//! that a change is a line and two branches merge. Addresses are written without their locale: a page has the
//! same one in each, and an anchor that a translation lacks is reported where it is missing. The locales stand
//! before them, in a line each: no address holds a colon.

use std::collections::BTreeSet;
use std::fmt::Write;

use super::model::{Book, Handbook};
use crate::base::{Diagnostic, NearPaths, RelPath, Source, Span, codes, nearest};
use crate::config::LocaleConfig;
use crate::words;

/// The ledger's file name, beside `handbook.toml`.
pub const LEDGER: &str = "handbook.lock";

const HEADER: &str = "\
# Every address this handbook has published. `camnang build` adds new ones; keep this file in version control.
# An address that vanishes is reported: print and QR codes still lead to it. Give the page that took its place
# `aliases = [\"old/name.md\"]`, or the heading its old id; delete a line here only to give the address up.
# Former addresses that lead on are addresses too. Each stands in every language named first.
";

/// What a line of a published locale starts with.
const LOCALE: &str = "locale:";

/// What a ledger says and what is to be written.
#[derive(Debug, Default, PartialEq)]
pub struct Upkeep {
    /// The whole file with what is new, when it differs from the file as it is.
    pub text: Option<String>,
    /// Published addresses that lead nowhere now.
    pub findings: Vec<Diagnostic>,
}

/// Compares the ledger (none before the first build) with the book in the source locale. `configured`: all
/// languages of the handbook, of which this build may have made some only.
#[must_use]
pub fn upkeep(ledger: Option<&Source>, handbook: &Handbook, configured: &[LocaleConfig]) -> Upkeep {
    let Some(book) = handbook.books.iter().find(|b| b.locale.locale == handbook.config.source) else {
        // A build of other locales only: nothing can be said of the source's addresses.
        return Upkeep::default();
    };
    let now = addresses(book);
    let former = former(book);
    let mut lines: Vec<&str> = now.iter().chain(&former).map(String::as_str).collect();
    let mut locales: BTreeSet<&str> = handbook.books.iter().map(|b| b.locale.locale.as_str()).collect();
    let mut findings = Vec::new();
    let pages: Vec<&str> = now.iter().filter(|a| !a.contains('#')).map(String::as_str).collect();
    let near = NearPaths::new(pages);
    for (source, span, line) in ledger.into_iter().flat_map(written) {
        if let Some(tag) = line.strip_prefix(LOCALE).map(str::trim) {
            locales.insert(tag);
            if !configured.iter().any(|l| l.locale.as_str() == tag) {
                findings.push(vanished_locale(tag).at(source, span));
            }
            continue;
        }
        let leads = has(&now, line) || former.contains(page_of(line));
        if !leads {
            findings.push(vanished(line, &now, &near).at(source, span));
        }
        lines.push(line);
    }
    // Three lists in order one after the other: what is in order already costs a sort that keeps it next to nothing.
    lines.sort();
    lines.dedup();
    let mut text = String::with_capacity(HEADER.len() + lines.iter().map(|line| line.len() + 1).sum::<usize>());
    text.push_str(HEADER);
    for tag in locales {
        let _ = writeln!(text, "{LOCALE} {tag}");
    }
    for line in &lines {
        text.push_str(line);
        text.push('\n');
    }
    let changed = !lines.is_empty() && ledger.is_none_or(|source| source.text != text);
    Upkeep { text: changed.then_some(text), findings }
}

/// The lines that hold an address or a locale, with their places.
fn written(source: &Source) -> Vec<(&Source, Span, &str)> {
    let mut start = 0;
    let mut lines = Vec::new();
    for raw in source.text.split_inclusive('\n') {
        let line = raw.trim();
        // Marks of an unfinished merge are no addresses; both sides of it are.
        let merge = ["<<<<<<<", "=======", ">>>>>>>", "|||||||"].iter().any(|mark| line.starts_with(mark));
        if !line.is_empty() && !line.starts_with('#') && !merge {
            lines.push((source, Span::new(start, start + raw.trim_end().len()), line));
        }
        start += raw.len();
    }
    lines
}

fn vanished_locale(tag: &str) -> Diagnostic {
    let message = words!(
        "the handbook was published in `{tag}`; all addresses in that language lead nowhere now",
        "cẩm nang đã xuất bản bằng `{tag}`; nay mọi địa chỉ của ngôn ngữ ấy không dẫn tới đâu"
    );
    let help = words!(
        "put `{tag}` back into `locales` of `handbook.toml`, or delete this line to give them all up",
        "hãy ghi lại `{tag}` vào `locales` của `handbook.toml`, hoặc xóa dòng này để bỏ hẳn"
    );
    Diagnostic::warning(codes::ADDRESS_VANISHED, message).help(help)
}

/// `khung/index.html`, `khung/index.html#nhom`: what can be pointed at in a book, sorted.
fn addresses(book: &Book) -> Vec<String> {
    let mut addresses = Vec::new();
    for page in &book.pages {
        let path = local(book, &page.path);
        addresses.push(path.to_owned());
        addresses.extend(page.anchors.iter().map(|anchor| [path, anchor].join("#")));
    }
    addresses.sort();
    addresses.dedup();
    addresses
}

fn has(sorted: &[String], address: &str) -> bool {
    sorted.binary_search_by(|a| a.as_str().cmp(address)).is_ok()
}

fn former(book: &Book) -> BTreeSet<String> {
    book.pages.iter().flat_map(|p| &p.aliases).map(|path| local(book, path).to_owned()).collect()
}

fn local<'p>(book: &Book, path: &'p RelPath) -> &'p str {
    let path = path.as_str();
    path.strip_prefix(book.locale.locale.as_str()).and_then(|rest| rest.strip_prefix('/')).unwrap_or(path)
}

fn page_of(address: &str) -> &str {
    address.split('#').next().unwrap_or_default()
}

fn vanished(line: &str, now: &[String], near: &NearPaths<'_>) -> Diagnostic {
    let page = page_of(line);
    let message = words!("`{line}` was published and leads nowhere now", "`{line}` đã xuất bản, nay không dẫn tới đâu");
    let help = if has(now, page) {
        let start = format!("{page}#");
        let first = now.partition_point(|a| *a < start);
        let anchors = now[first..].iter().map_while(|a| a.strip_prefix(start.as_str()));
        let anchor = line.split_once('#').map_or("", |(_, anchor)| anchor);
        match nearest(anchor, anchors) {
            Some(near) => words!(
                "is it `#{near}` now? Give that heading its old id: `{{#{anchor}}}`",
                "nay là `#{near}`? Hãy đặt lại mã cũ cho đề mục ấy: `{{#{anchor}}}`"
            ),
            None => words!(
                "give the heading that took its place the id `{{#{anchor}}}`, or delete this line",
                "hãy đặt mã `{{#{anchor}}}` cho đề mục thay nó, hoặc xóa dòng này"
            ),
        }
    } else {
        let old = RelPath::new(page).unwrap_or_default().with_extension("md");
        let place = near.find(page).map_or(String::new(), |near| format!(" (`{near}`?)"));
        words!(
            "give the page that took its place{place} `aliases = [\"{old}\"]`, or delete this line",
            "hãy ghi `aliases = [\"{old}\"]` vào trang thay nó{place}, hoặc xóa dòng này"
        )
    };
    Diagnostic::warning(codes::ADDRESS_VANISHED, message).help(help)
}
