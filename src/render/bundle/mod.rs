//! The handbook to carry: one locale's website in a ZIP that opens from a disk, or all its pages in one file.
//!
//! Owns what goes along and what stays behind; the website itself is handed in, rendered for that locale alone.
//! May do no I/O.

mod contents;
mod page_data;
mod single;

use serde::Serialize;

use crate::base::archive::{self, Packed};
use crate::base::{Artifact, ArtifactKind, Diagnostic, Locale, RelPath};
use crate::book::entries;
use crate::book::model::Book;
use crate::render::html::Spoken;
use crate::theme::Theme;
pub use contents::{Kind, Share};
pub use single::single;

/// The folder of the ZIP that holds the website; beside it lies only the page that opens it.
const FOLDER: &str = "handbook";

/// As every page of the website has it.
const POLICY: &str = "default-src 'self'; img-src 'self' data:; object-src 'none'; base-uri 'none'; form-action 'none'";

/// A ZIP and what it is made of.
#[derive(Debug)]
pub struct Bundle {
    /// The file, to be published at [`path`].
    pub artifact: Artifact,
    /// How much of it is what, before packing.
    pub shares: Vec<Share>,
}

/// Where a locale's ZIP is published.
#[must_use]
pub fn path(locale: &Locale) -> RelPath {
    below("zip", locale)
}

/// Where a locale's one file is published.
#[must_use]
pub fn single_path(locale: &Locale) -> RelPath {
    below("html", locale)
}

fn below(extension: &str, locale: &Locale) -> RelPath {
    RelPath::new(&format!("download/handbook-{locale}.{extension}")).unwrap_or_default()
}

/// What the opening page is told.
#[derive(Serialize)]
struct Opening<'a> {
    lang: &'a str,
    dir: &'static str,
    title: &'a str,
    policy: &'static str,
    style: String,
    script: String,
    start: String,
    name: &'a str,
}

/// Packs the website of one book (`site`: all its artifacts) with a page that opens it.
///
/// # Errors
/// Faults of the template, or files that no ZIP can hold.
pub fn bundle(book: &Book, theme: &Theme, words: &Spoken, site: &[Artifact]) -> Result<Bundle, Vec<Diagnostic>> {
    // The opening page names these two, whatever the others do.
    let needed = [Some(&theme.paths.style), theme.paths.redirect.as_ref()];
    let kept = contents::kept(site, &needed.into_iter().flatten().collect::<Vec<_>>());
    let locale = &book.locale;
    let inside = |path: &RelPath| crate::base::escape_address(&format!("{FOLDER}/{path}"));
    let name = format!("{}.html", words.0.text("bundle-file", &[]));
    let opening = Opening {
        lang: locale.locale.as_str(),
        dir: locale.direction.as_str(),
        title: &locale.title,
        policy: POLICY,
        style: inside(&theme.paths.style),
        script: theme.paths.redirect.as_ref().map(inside).unwrap_or_default(),
        start: inside(&entries::home(&locale.locale)),
        name: &name,
    };
    let opening = theme.voice(std::sync::Arc::new(words.clone())).render("bundle.html", &opening)?;
    let names: Vec<String> = kept.iter().map(|artifact| format!("{FOLDER}/{}", artifact.path)).collect();
    let files = names.iter().zip(&kept).map(|(name, artifact)| Packed { name, bytes: &artifact.bytes });
    let first = Packed { name: &name, bytes: &opening };
    let bytes = archive::zip(std::iter::once(first).chain(files)).map_err(|finding| vec![finding])?;
    let artifact = Artifact::new(path(&locale.locale), ArtifactKind::Asset, bytes);
    Ok(Bundle { artifact, shares: contents::shares(&kept) })
}
