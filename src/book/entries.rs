//! Addresses of a book that no file of the content folder asks for: start page, all contents.
//!
//! Owns their names; what stands there is the renderers' affair.

use super::model::Page;
use crate::base::{Locale, RelPath};

/// The start page of a book.
#[must_use]
pub fn home(locale: &Locale) -> RelPath {
    below(locale, "index")
}

/// The page of all contents; a page of that name has its name first.
#[must_use]
pub fn contents(locale: &Locale, pages: &[Page]) -> RelPath {
    let path = below(locale, "contents");
    if pages.iter().any(|p| p.path == path) { below(locale, "all-contents") } else { path }
}

/// All addresses below the locale that former addresses must leave alone. Some servers answer every wrong address
/// below a folder with the folder's `404.html`: a redirect there would lead all of them to one page.
#[must_use]
pub fn reserved(locale: &Locale, pages: &[Page]) -> [RelPath; 3] {
    [home(locale), contents(locale, pages), below(locale, "404")]
}

fn below(locale: &Locale, name: &str) -> RelPath {
    RelPath::new(&format!("{locale}/{name}.html")).unwrap_or_default()
}
