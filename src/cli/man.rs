//! `camnang man DIR`: the manual, in the language of messages.
//!
//! Owns the names of its pages: `camnang.1`, and for each command `camnang-check.1`, `camnang-translate-status.1`, ….
//! What they say is the commands' own help.

use std::io;
use std::path::Path;

use clap::{Command, CommandFactory};
use clap_mangen::Man as Page;

use super::arguments::{Arguments, Man, MessageLanguage};
use super::report::Report;
use super::vietnamese;
use crate::base::{Diagnostic, codes};
use crate::words;

pub(super) fn run(man: &Man, report: &Report) -> Vec<Diagnostic> {
    let mut command = Arguments::command();
    if report.language() == MessageLanguage::Vi {
        command = vietnamese::dressed(command);
    }
    // Only then does each command know what it is called.
    command.build();
    let written = std::fs::create_dir_all(&man.dir).and_then(|()| pages(&command, &man.dir));
    let folder = man.dir.display();
    match written {
        Ok(count) => {
            report.say(&words!("{count} pages written to {folder}", "đã ghi {count} trang vào {folder}"));
            Vec::new()
        }
        Err(error) => {
            let message = words!("cannot write to `{folder}`: {error}", "không ghi được vào `{folder}`: {error}");
            let findings = vec![Diagnostic::error(codes::OUTPUT_REFUSED, message)];
            report.findings(&findings);
            findings
        }
    }
}

/// The page of a command and those of all below it; how many they are.
fn pages(command: &Command, folder: &Path) -> io::Result<usize> {
    let page = Page::new(command.clone()).source(concat!("camnang ", env!("CARGO_PKG_VERSION")));
    let mut text = Vec::new();
    page.render(&mut text)?;
    std::fs::write(folder.join(page.get_filename()), text)?;
    let below = command.get_subcommands().filter(|below| below.get_name() != "help");
    below.map(|below| pages(below, folder)).sum::<io::Result<usize>>().map(|count| count + 1)
}
