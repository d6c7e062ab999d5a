//! `[check]`: what this handbook's own checks are told.
//!
//! Owns its keys. What is looked for is `check`'s.

use std::collections::BTreeMap;

use super::table::{Findings, Located, Table};
use crate::base::{Diagnostic, RelPath, codes};
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
}

/// `[check]`, as written.
#[derive(Debug, Default)]
pub(super) struct WrittenCheck {
    contacts: Option<Located<Vec<Located<String>>>>,
    words: Vec<(&'static str, u32)>,
}

pub(super) fn read(mut table: Table<'_>, found: &mut Findings, homes: &[(&str, &str)]) -> WrittenCheck {
    let contacts = table.strings(found, "contacts");
    let mut words = Vec::new();
    if let Some(mut limits) = table.table(found, "words") {
        words.extend(ROLES.iter().filter_map(|role| Some((*role, limits.number(found, role, MOST_WORDS)?.value))));
        limits.finish(found, homes);
    }
    table.finish(found, homes);
    WrittenCheck { contacts, words }
}

pub(super) fn resolve(written: WrittenCheck, found: &mut Findings) -> CheckConfig {
    let mut contacts = Vec::new();
    for path in written.contacts.map(|list| list.value).unwrap_or_default() {
        match RelPath::new(&path.value) {
            Ok(page) => contacts.push(page),
            Err(_) => {
                let shown = &path.value;
                let message = words!(
                    "`{shown}` is no page of the content folder",
                    "`{shown}` không phải là trang trong thư mục nội dung"
                );
                let help = words!(
                    "write its path below that folder, with `/`",
                    "hãy ghi đường dẫn bên dưới thư mục ấy, dùng dấu `/`"
                );
                found.add(path.span, Diagnostic::error(codes::CONFIG_VALUE, message).help(help));
            }
        }
    }
    CheckConfig { contacts, words: written.words.into_iter().map(|(role, words)| (role.to_owned(), words)).collect() }
}
