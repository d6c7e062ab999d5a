//! `[check]`: what this handbook's own checks are told.
//!
//! Owns its keys. What is looked for is `check`'s.

use std::collections::BTreeMap;

use super::table::{Findings, Located, Table};
use crate::base::{Diagnostic, RelPath, Span, codes};
use crate::words;

/// Roles that a limit can be set for, those of a page's `audience`.
const ROLES: [&str; 5] = ["citizen", "commune", "province", "press", "editor"];
/// More words than any page has.
const MOST_WORDS: u32 = 1_000_000;

/// `[check]`, as used.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct CheckConfig {
    /// Pages that may name people's addresses and numbers, by their path below the content folder.
    pub contacts: Vec<RelPath>,
    /// Role → words that a page for it may have.
    pub words: BTreeMap<String, u32>,
    /// File, by its path below the content folder → codes of warnings that stand there, each with its place in
    /// `handbook.toml`: for files that hold no comment.
    pub allow: BTreeMap<RelPath, Vec<(String, Span)>>,
}

/// `[check]`, as written.
#[derive(Debug, Default)]
pub(super) struct WrittenCheck {
    contacts: Option<Located<Vec<Located<String>>>>,
    words: Vec<(&'static str, u32)>,
    allow: Vec<(Located<String>, Vec<Located<String>>)>,
}

pub(super) fn read(mut table: Table<'_>, found: &mut Findings, homes: &[(&str, &str)]) -> WrittenCheck {
    let contacts = table.strings(found, "contacts");
    let mut words = Vec::new();
    if let Some(mut limits) = table.table(found, "words") {
        words.extend(ROLES.iter().filter_map(|role| Some((*role, limits.number(found, role, MOST_WORDS)?.value))));
        limits.finish(found, homes);
    }
    let allow = table.table(found, "allow").map(|files| files.lists(found)).unwrap_or_default();
    table.finish(found, homes);
    WrittenCheck { contacts, words, allow }
}

pub(super) fn resolve(written: WrittenCheck, found: &mut Findings) -> CheckConfig {
    let contacts = written.contacts.map(|list| list.value).unwrap_or_default();
    let contacts = contacts.iter().filter_map(|path| below_content(path, found)).collect();
    let mut allow = BTreeMap::new();
    for (path, codes) in written.allow {
        if let Some(file) = below_content(&path, found) {
            allow.insert(file, codes.into_iter().filter_map(|code| warning(code, found)).collect());
        }
    }
    CheckConfig {
        contacts,
        words: written.words.into_iter().map(|(role, words)| (role.to_owned(), words)).collect(),
        allow,
    }
}

fn below_content(path: &Located<String>, found: &mut Findings) -> Option<RelPath> {
    let shown = &path.value;
    let read = RelPath::new(shown);
    if read.is_err() {
        let message = words!(
            "`{shown}` is nothing in the content folder",
            "`{shown}` không phải là tệp nào trong thư mục nội dung"
        );
        let help =
            words!("write its path below that folder, with `/`", "hãy ghi đường dẫn bên dưới thư mục ấy, dùng dấu `/`");
        found.add(path.span, Diagnostic::error(codes::CONFIG_VALUE, message).help(help));
    }
    read.ok()
}

/// The code of a warning: faults are not allowed away.
fn warning(code: Located<String>, found: &mut Findings) -> Option<(String, Span)> {
    let Located { value, span } = code;
    if value.starts_with('W') {
        return Some((value, span));
    }
    let message = words!("`{value}` is no warning's code", "`{value}` không phải mã của một cảnh báo");
    let help = words!(
        "a warning's code begins with W, such as W1003; a fault is mended",
        "mã cảnh báo bắt đầu bằng W, như W1003; lỗi thì phải sửa"
    );
    found.add(span, Diagnostic::error(codes::CONFIG_VALUE, message).help(help));
    None
}
