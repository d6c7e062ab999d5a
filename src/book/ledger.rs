//! `handbook.lock`: every address that has been published, so that none is lost unnoticed. Print and QR codes
//! cannot be patched.
//!
//! Owns the file's form and the two rules of its upkeep. What is new is added by every build that publishes;
//! nothing is ever taken out but by an editor, who deletes the line on purpose. One address a line, sorted, so
//! that a change is a line and two branches merge. Addresses are written without their locale: a page has the
//! same one in each, and an anchor that a translation lacks is reported where it is missing.

use std::collections::BTreeSet;
use std::fmt::Write;

use super::model::{Book, Handbook};
use crate::base::{Diagnostic, NearPaths, RelPath, Source, Span, codes, nearest};
use crate::words;

/// The ledger's file name, beside `handbook.toml`.
pub const LEDGER: &str = "handbook.lock";

const HEADER: &str = "\
# Every address this handbook has published. `camnang build` adds new ones; keep this file in version control.
# An address that vanishes is reported: print and QR codes still lead to it. Give the page that took its place
# `aliases = [\"old/name.md\"]`, or the heading its old id; delete a line here only to give the address up.
";

/// What a ledger says and what is to be written.
#[derive(Debug, Default, PartialEq)]
pub struct Upkeep {
    /// The whole file with what is new, when it differs from the file as it is.
    pub text: Option<String>,
    /// Published addresses that lead nowhere now.
    pub findings: Vec<Diagnostic>,
}

/// Compares the ledger (none before the first build) with the book in the source locale.
#[must_use]
pub fn upkeep(ledger: Option<&Source>, handbook: &Handbook) -> Upkeep {
    let Some(book) = handbook.books.iter().find(|b| b.locale.locale == handbook.config.source) else {
        // A build of other locales only: nothing can be said of the source's addresses.
        return Upkeep::default();
    };
    let now = addresses(book);
    let former = former(book);
    let mut lines = now.clone();
    let mut findings = Vec::new();
    let pages: Vec<&str> = now.iter().filter(|a| !a.contains('#')).map(String::as_str).collect();
    let near = NearPaths::new(pages);
    for (span, line) in ledger.map(written).unwrap_or_default() {
        let leads = now.contains(line) || former.contains(page_of(line));
        if let (false, Some(source)) = (leads, ledger) {
            findings.push(vanished(line, &now, &near).at(source, span));
        }
        lines.insert(line.to_owned());
    }
    let mut text = HEADER.to_owned();
    for line in &lines {
        let _ = writeln!(text, "{line}");
    }
    let changed = !lines.is_empty() && ledger.is_none_or(|source| source.text != text);
    Upkeep { text: changed.then_some(text), findings }
}

/// The lines that hold an address, with their places.
fn written(source: &Source) -> Vec<(Span, &str)> {
    let mut start = 0;
    let mut lines = Vec::new();
    for raw in source.text.split_inclusive('\n') {
        let line = raw.trim();
        // Marks of an unfinished merge are no addresses; both sides of it are.
        let merge = ["<<<<<<<", "=======", ">>>>>>>", "|||||||"].iter().any(|mark| line.starts_with(mark));
        if !line.is_empty() && !line.starts_with('#') && !merge {
            lines.push((Span::new(start, start + raw.trim_end().len()), line));
        }
        start += raw.len();
    }
    lines
}

/// `khung/index.html`, `khung/index.html#nhom`: what can be pointed at in a book.
fn addresses(book: &Book) -> BTreeSet<String> {
    let mut addresses = BTreeSet::new();
    for page in &book.pages {
        let path = local(book, &page.path);
        addresses.extend(page.anchors.iter().map(|anchor| format!("{path}#{anchor}")));
        addresses.insert(path);
    }
    addresses
}

fn former(book: &Book) -> BTreeSet<String> {
    book.pages.iter().flat_map(|p| &p.aliases).map(|path| local(book, path)).collect()
}

fn local(book: &Book, path: &RelPath) -> String {
    let root = RelPath::new(book.locale.locale.as_str()).unwrap_or_default();
    path.strip(&root).unwrap_or_else(|| path.clone()).to_string()
}

fn page_of(address: &str) -> &str {
    address.split('#').next().unwrap_or_default()
}

fn vanished(line: &str, now: &BTreeSet<String>, near: &NearPaths<'_>) -> Diagnostic {
    let page = page_of(line);
    let message = words!("`{line}` was published and leads nowhere now", "`{line}` đã xuất bản, nay không dẫn tới đâu");
    let help = if now.contains(page) {
        let anchors = now.range(format!("{page}#")..format!("{page}$")).filter_map(|a| a.split_once('#'));
        let anchor = line.split_once('#').map_or("", |(_, anchor)| anchor);
        match nearest(anchor, anchors.map(|(_, a)| a)) {
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
