//! Files to take along, made before the site that names them with their sizes.

use std::collections::BTreeMap;
use std::sync::Arc;

use super::print::Printed;
use super::stages::{Assembled, Voices};
use super::{BuildOptions, Outcome};
use crate::base::{Artifact, Diagnostic, Locale, Memo, RelPath, Stop};
use crate::book::model::{Book, Handbook};
use crate::config::Config;
use crate::render::html::Spoken;
use crate::render::site::{self, Download, SiteOptions};
use crate::render::{bundle, epub, search};

/// What was made, and how each start page names it.
#[derive(Default)]
pub(super) struct Made {
    pub artifacts: Vec<Artifact>,
    pub downloads: BTreeMap<Locale, Vec<Download>>,
}

/// `printed`: what the same build printed; a ZIP takes along what of it is in its language.
pub(super) fn make(
    assembled: &Assembled,
    printed: Option<&Printed>,
    options: &BuildOptions,
    outcome: &mut Outcome,
) -> Made {
    let Assembled { handbook, theme, voices, .. } = assembled;
    let mut made = Made::default();
    if options.along.epub {
        let marks = printed.map(|printed| printed.marks(handbook)).unwrap_or_default();
        let faces = super::print::cover_fonts(assembled);
        let (books, found) = epub::render(handbook, theme, voices, &marks, &faces);
        outcome.findings.extend(found);
        made.take(voices, handbook, books, ("download-epub", "EPUB", epub::path));
    }
    let (mut zips, mut singles) = (Vec::new(), Vec::new());
    for book in &handbook.books {
        if options.along.bundle {
            let packed = pack(assembled, printed, book);
            zips.extend(kept(packed, outcome).map(|packed| {
                outcome.bundles.push((book.locale.locale.clone(), packed.shares));
                packed.artifact
            }));
        }
        if options.along.single {
            let (index, found) = search::render(&alone(handbook, book), voices, &Memo::default(), &Stop::default());
            outcome.findings.extend(found);
            singles.extend(kept(bundle::single(handbook, book, theme, voices, &index), outcome).flatten());
        }
    }
    made.take(voices, handbook, zips, ("download-bundle", "ZIP", bundle::path));
    made.take(voices, handbook, singles, ("download-single", "HTML", bundle::single_path));
    made
}

fn kept<T>(result: Result<T, Vec<Diagnostic>>, outcome: &mut Outcome) -> Option<T> {
    result.map_err(|findings| outcome.findings.extend(findings)).ok()
}

/// The handbook as if it had this one language: nothing in it leads to another.
fn alone(handbook: &Handbook, book: &Book) -> Handbook {
    let locales = vec![book.locale.clone()];
    let config = Config { locales, ..handbook.config.as_ref().clone() };
    Handbook { config: Arc::new(config), books: vec![book.clone()], assets: handbook.assets.clone() }
}

fn pack(assembled: &Assembled, printed: Option<&Printed>, book: &Book) -> Result<bundle::Bundle, Vec<Diagnostic>> {
    let Assembled { handbook, theme, voices, .. } = assembled;
    let handbook = alone(handbook, book);
    let mut options = SiteOptions { minify: true, ..SiteOptions::default() };
    if let Some(printed) = printed {
        printed.offer(assembled, &mut options);
    }
    // Findings of these pages are told by the site that is made of them anyway.
    let (mut site, _) = site::render(&handbook, theme, voices, &options);
    site.extend(search::render(&handbook, voices, &Memo::default(), &Stop::default()).0);
    site.extend(printed.into_iter().flat_map(|printed| printed.published(&book.locale.locale)));
    let words = voices.get(&book.locale.locale).cloned().ok_or_else(Vec::new)?;
    bundle::bundle(book, theme, &Spoken(words), &site)
}

impl Made {
    /// Keeps the files and names each in its locale's words.
    fn take(
        &mut self,
        voices: &Voices,
        handbook: &Handbook,
        files: Vec<Artifact>,
        (key, format, path): (&str, &str, fn(&Locale) -> RelPath),
    ) {
        for locale in handbook.books.iter().map(|book| &book.locale.locale) {
            let file = files.iter().find(|file| file.path == path(locale));
            if let (Some(file), Some(words)) = (file, voices.get(locale)) {
                self.downloads.entry(locale.clone()).or_default().push(Download {
                    title: words.text(key, &[]),
                    format: format.to_owned(),
                    bytes: file.bytes.len() as u64,
                    path: file.path.clone(),
                });
            }
        }
        self.artifacts.extend(files);
    }
}
