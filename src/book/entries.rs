//! Addresses of a book that no file of the content folder asks for: start page, all contents, search, index, state
//! of the translations.
//!
//! Owns their names; what stands there is the renderers' affair.

use std::sync::Arc;

use super::model::Page;
use crate::base::{Locale, RelPath};

/// The start page of a book.
#[must_use]
pub fn home(locale: &Locale) -> RelPath {
    below(locale, "index")
}

/// The page of all contents.
#[must_use]
pub fn contents(locale: &Locale, pages: &[Arc<Page>]) -> RelPath {
    free(locale, pages, "contents")
}

/// The page of search results.
#[must_use]
pub fn search(locale: &Locale, pages: &[Arc<Page>]) -> RelPath {
    free(locale, pages, "search")
}

/// The page that tells how far translations have got.
#[must_use]
pub fn translation(locale: &Locale, pages: &[Arc<Page>]) -> RelPath {
    free(locale, pages, "translation")
}

/// The index from A to Z. When it is long, its letters are pages of their own in the folder of the same name.
#[must_use]
pub fn index(locale: &Locale, pages: &[Arc<Page>]) -> RelPath {
    let path = free(locale, pages, "a-z");
    let letters = folder(&path);
    if pages.iter().any(|p| letters.holds(&p.path)) { free(locale, pages, "index-a-z") } else { path }
}

/// The folder of a page's own parts: `vi/a-z.html` → `vi/a-z`.
#[must_use]
pub fn folder(page: &RelPath) -> RelPath {
    page.parent().join(page.stem()).unwrap_or_default()
}

/// Addresses below the locale, and folders, that former addresses must leave alone. Some servers answer every wrong
/// address below a folder with the folder's `404.html`: a redirect there would lead all of them to one page.
#[must_use]
pub fn reserved(locale: &Locale, pages: &[Arc<Page>]) -> [RelPath; 7] {
    let index = index(locale, pages);
    let letters = folder(&index);
    let (contents, search) = (contents(locale, pages), search(locale, pages));
    [home(locale), contents, search, translation(locale, pages), index, letters, below(locale, "404")]
}

/// An address that no page has: a page of that name has its name first.
fn free(locale: &Locale, pages: &[Arc<Page>], name: &str) -> RelPath {
    let path = below(locale, name);
    if pages.iter().any(|p| p.path == path) { below(locale, &format!("all-{name}")) } else { path }
}

fn below(locale: &Locale, name: &str) -> RelPath {
    RelPath::new(&format!("{locale}/{name}.html")).unwrap_or_default()
}
