//! Looks that are worth taking before a handbook is published, and too strict for every save.
//!
//! Owns what `camnang check` finds beyond a build's own findings. Changes nothing, writes nothing.

mod figures;

use crate::base::{Diagnostic, Locale};
use crate::content::Content;

/// All findings over the pages of the source language.
#[must_use]
pub fn run(content: &Content, source: &Locale) -> Vec<Diagnostic> {
    let pages = content.pages.get(source).into_iter().flat_map(|pages| pages.values());
    pages.flat_map(figures::uncited).collect()
}
