//! The print edition: which documents are made of a handbook, with which fonts, and where they are written.
//!
//! Owns the order of work: content faults stop everything, as for the site; what only printing finds stops the book
//! concerned, and the others still print.

#[cfg(feature = "print")]
mod documents;
#[cfg(feature = "print")]
mod press;

use std::path::{Path, PathBuf};

use super::{Outcome, PrintOptions, Progress};

/// Prints the handbook in `root`: PDF files below `<out>/print/<locale>/`.
#[must_use]
pub fn print(
    root: &Path,
    locales: &[String],
    out: Option<PathBuf>,
    options: &PrintOptions,
    progress: &dyn Progress,
) -> Outcome {
    #[cfg(feature = "print")]
    return documents::print(root, locales, out, options, progress);
    #[cfg(not(feature = "print"))]
    {
        let _ = (root, locales, out, options, progress);
        Outcome { findings: vec![left_out()], ..Outcome::default() }
    }
}

/// This program was made without the print edition.
#[cfg(not(feature = "print"))]
fn left_out() -> crate::base::Diagnostic {
    use crate::base::{Diagnostic, codes};
    use crate::words;
    let message =
        words!("this camnang was built without the print edition", "bản camnang này được dựng không kèm phần in");
    Diagnostic::error(codes::PRINT_LEFT_OUT, message)
        .help(words!("build it with its default features", "hãy dựng camnang với các tính năng mặc định"))
}
