//! Files below the content folder that nothing shows.
//!
//! Owns which files are content. A build asks for every file it uses: what it never asked for is unused.

use std::collections::BTreeSet;

use crate::base::{Diagnostic, RelPath, codes};
use crate::words;

/// Kinds that are pages; those that no table of contents lists are told of already.
const PAGES: [&str; 2] = ["md", "markdown"];

/// Findings for the `files` below the folder `content` that are not among the files `asked` for.
#[must_use]
pub fn unused(files: &BTreeSet<RelPath>, content: &RelPath, asked: &BTreeSet<RelPath>) -> Vec<Diagnostic> {
    let mut findings = Vec::new();
    for file in files.iter().filter(|file| !PAGES.contains(&file.extension().as_str())) {
        let Ok(path) = content.join(file.as_str()) else { continue };
        if !asked.contains(&path) {
            let message = words!("no page uses this file", "không trang nào dùng tệp này");
            let help = words!(
                "delete it, show it where it is meant, or let it stand: [check.allow] in handbook.toml",
                "hãy xoá, đưa vào chỗ cần, hoặc cho qua: [check.allow] trong handbook.toml"
            );
            findings.push(Diagnostic::warning(codes::FILE_UNUSED, message).help(help).in_file(&path));
        }
    }
    findings
}
