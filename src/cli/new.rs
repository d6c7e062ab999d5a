//! `camnang new DIR`: a working handbook in two languages that explains itself.
//!
//! Its files are below `starter/`, embedded; names that a repository would act upon there (`gitignore`)
//! get their dot when they are written.

use std::fs::{self, OpenOptions};
use std::io::{ErrorKind, Write};
use std::path::Path;

use rust_embed::RustEmbed;

use super::arguments::New;
use super::report::Report;
use crate::base::{Diagnostic, codes};
use crate::words;

#[derive(RustEmbed)]
#[folder = "src/cli/new/starter"]
struct Starter;

pub(super) fn run(arguments: &New, report: &Report) -> Vec<Diagnostic> {
    let dir = &arguments.dir;
    let shown = dir.display();
    if let Err(finding) = make(dir) {
        report.findings(std::slice::from_ref(&finding));
        return vec![finding];
    }
    report.say(&words!(
        "a handbook is in {shown}; read it while you write: camnang serve {shown}",
        "đã tạo cẩm nang trong {shown}; vừa viết vừa đọc: camnang serve {shown}"
    ));
    Vec::new()
}

fn make(dir: &Path) -> Result<(), Diagnostic> {
    refuse_what_is_there(dir)?;
    for name in Starter::iter() {
        let Some(file) = Starter::get(&name) else { continue };
        let name = if name == "gitignore" { ".gitignore" } else { name.as_ref() };
        write(&dir.join(name), &file.data).map_err(|error| refused(&dir.join(name), &error))?;
    }
    Ok(())
}

fn refuse_what_is_there(dir: &Path) -> Result<(), Diagnostic> {
    let shown = dir.display();
    let is_empty = match fs::read_dir(dir) {
        Ok(mut entries) => entries.next().is_none(),
        Err(error) if error.kind() == ErrorKind::NotFound => true,
        Err(error) => return Err(refused(dir, &error)),
    };
    if is_empty {
        return Ok(());
    }
    Err(Diagnostic::error(codes::FOLDER_NOT_EMPTY, words!("`{shown}` is not empty", "thư mục `{shown}` không trống"))
        .help(words!("name a new folder", "hãy chọn một thư mục mới")))
}

/// Never writes over a file, whoever put it there meanwhile.
fn write(path: &Path, bytes: &[u8]) -> std::io::Result<()> {
    if let Some(folder) = path.parent() {
        fs::create_dir_all(folder)?;
    }
    OpenOptions::new().write(true).create_new(true).open(path)?.write_all(bytes)
}

fn refused(path: &Path, error: &std::io::Error) -> Diagnostic {
    let shown = path.display();
    Diagnostic::error(
        codes::OUTPUT_REFUSED,
        words!("`{shown}` cannot be written: {error}", "không ghi được `{shown}`: {error}"),
    )
}
