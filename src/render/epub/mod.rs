//! The e-book: an EPUB 3 a locale, every page of its book as XHTML.
//!
//! Owns what the container holds and the order in it; the pages' HTML is `html`'s, how it looks is
//! `epub/style.css` of the theme. Packed by ourselves: `epub-builder` 0.8 writes a table of contents
//! without languages or unlinked parts, no page list and its own name into every page. May do no I/O.
//!
//! 1. each page: its body moved into the book (`place`), framed as a chapter (`chapter`)
//! 2. cover, table of contents with landmarks and printed pages (`nav`)
//! 3. the package document with metadata for accessibility (`package`)
//! 4. packed, `mimetype` first

mod breaks;
mod chapter;
mod cover;
mod nav;
mod package;
mod place;
#[cfg(feature = "print")]
mod raster;
mod xml;

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use rayon::prelude::*;

use crate::base::archive::{self, Packed};
use crate::base::{Artifact, ArtifactKind, Diagnostic, Locale, RelPath};
use crate::book::entries;
use crate::book::model::{Book, Handbook};
use crate::i18n::ui::Strings;
use crate::render::html::highlight::Highlighter;
use crate::theme::Theme;

/// A printed page's number and where on a page of the book it begins: what a printed edition tells the e-book.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PageMark {
    /// The number as printed: `xii`, `41`.
    pub label: String,
    /// Output path of the web page.
    pub page: RelPath,
    /// What begins it.
    pub begins: Begins,
}

/// Where on a page of the book a printed page begins.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Begins {
    /// At its own beginning.
    Page,
    /// At an anchor.
    Anchor(String),
    /// At a block without an anchor: the name of what is written there (`SourceText::mark`), how many blocks of that name
    /// stand before it, and of a table the row, from 0.
    Block(String, usize, Option<usize>),
}

/// Printed pages by locale, in order. A locale that was not printed has none, and its e-book no page list.
pub type PageMarks = BTreeMap<Locale, Vec<PageMark>>;

/// The faces in which a cover is drawn as a picture of points.
#[derive(Clone, Debug, Default)]
pub struct CoverFaces {
    /// The family of the language's own letters, where the theme's have none of them.
    pub family: Option<&'static str>,
    /// Font files.
    pub files: Vec<Arc<[u8]>>,
}

/// Faces by locale. The cover of a locale that has none stays a drawing.
pub type CoverFonts = BTreeMap<Locale, CoverFaces>;

/// One file of the container, below its folder.
struct Item {
    path: RelPath,
    bytes: Arc<[u8]>,
}

/// What all files of one e-book share.
struct Edition<'a> {
    handbook: &'a Handbook,
    book: &'a Book,
    strings: &'a Strings,
    all_strings: &'a BTreeMap<Locale, Arc<Strings>>,
    highlighter: &'a Highlighter,
    theme: &'a Theme,
    marks: &'a [PageMark],
    faces: Option<&'a CoverFaces>,
    /// Web pages that are pages here.
    pages: BTreeSet<&'a RelPath>,
    /// Images of the handbook.
    images: BTreeMap<&'a RelPath, &'a Artifact>,
    /// Where the start page and the page of all contents stood on the website: the table of contents here.
    contents: [RelPath; 2],
    /// Whether the theme's faces have the letters of this language.
    fonts: bool,
}

/// The e-book of every locale, at `download/handbook-<locale>.epub`.
#[must_use]
pub fn render(
    handbook: &Handbook,
    theme: &Theme,
    strings: &BTreeMap<Locale, Arc<Strings>>,
    marks: &PageMarks,
    faces: &CoverFonts,
) -> (Vec<Artifact>, Vec<Diagnostic>) {
    let highlighter = Highlighter::new();
    let (mut artifacts, mut findings) = (Vec::new(), Vec::new());
    for book in handbook.books.iter().filter(|book| !book.pages.is_empty()) {
        let Some(words) = strings.get(&book.locale.locale) else { continue };
        let marks = marks.get(&book.locale.locale).map(Vec::as_slice).unwrap_or_default();
        let locale = &book.locale.locale;
        let edition = Edition {
            handbook,
            book,
            strings: words,
            all_strings: strings,
            highlighter: &highlighter,
            theme,
            marks,
            faces: faces.get(locale),
            pages: book.pages.iter().map(|page| &page.path).collect(),
            images: handbook.assets.iter().filter(|a| package::is_image(&a.path)).map(|a| (&a.path, a)).collect(),
            contents: [entries::home(locale), entries::contents(locale, &book.pages)],
            fonts: !matches!(locale.language(), "ar" | "ja" | "km" | "ko" | "lo" | "ru" | "th" | "zh"),
        };
        match pack(&edition) {
            Ok(bytes) => artifacts.push(Artifact::new(path(&book.locale.locale), ArtifactKind::Asset, bytes)),
            Err(finding) => findings.push(finding),
        }
    }
    (artifacts, findings)
}

/// Where a locale's e-book is published.
#[must_use]
pub fn path(locale: &Locale) -> RelPath {
    RelPath::new(&format!("download/handbook-{locale}.epub")).unwrap_or_default()
}

impl Edition<'_> {
    /// The printed pages that begin in it.
    fn marked(&self) -> impl Iterator<Item = &PageMark> {
        self.marks.iter().filter(|mark| self.pages.contains(&mark.page))
    }

    /// The style sheets of every page, as paths in the container.
    fn sheets(&self) -> Vec<RelPath> {
        let names = if self.fonts { ["fonts.css", "style.css"].as_slice() } else { &["style.css"] };
        names.iter().filter_map(|name| RelPath::new(name).ok()).collect()
    }
}

fn pack(edition: &Edition<'_>) -> Result<Vec<u8>, Diagnostic> {
    let chapters: Vec<chapter::Chapter> =
        edition.book.pages.par_iter().map(|page| chapter::chapter(edition, page)).collect();
    let broken: BTreeSet<&str> = chapters.iter().flat_map(|chapter| &chapter.broken).map(String::as_str).collect();
    let used: BTreeSet<&RelPath> = chapters.iter().flat_map(|chapter| &chapter.images).collect();
    let mut items = cover::items(edition);
    items.push(nav::item(edition, &broken));
    items.extend(chapters.iter().map(|chapter| chapter.item()));
    items.extend(
        used.iter().filter_map(|path| edition.images.get(*path)).map(|image| Item {
            path: package::image_name(&image.path, &image.bytes),
            bytes: Arc::clone(&image.bytes),
        }),
    );
    items.extend(dress(edition));
    let package = package::document(edition, &items, !used.is_empty());
    let names: Vec<String> = items.iter().map(|item| format!("EPUB/{}", item.path)).collect();
    let files = names.iter().zip(&items).map(|(name, item)| Packed { name, bytes: &item.bytes });
    let head = [
        Packed { name: "mimetype", bytes: b"application/epub+zip" },
        Packed { name: "META-INF/container.xml", bytes: package::CONTAINER.as_bytes() },
        Packed { name: "EPUB/package.opf", bytes: package.as_bytes() },
    ];
    archive::zip(head.into_iter().chain(files))
}

/// Style sheets and the faces that they name.
fn dress(edition: &Edition<'_>) -> Vec<Item> {
    let files = edition.theme.files();
    let mut items = Vec::new();
    for path in edition.sheets() {
        let css = files.get(&format!("epub/{path}")).map(|file| file.bytes.to_vec()).unwrap_or_default();
        let text = String::from_utf8_lossy(&css).into_owned();
        let named = files.below("fonts").filter(|(name, _)| text.contains(&format!("fonts/{name}")));
        items.extend(named.filter_map(|(name, file)| {
            Some(Item { path: RelPath::new(&format!("fonts/{name}")).ok()?, bytes: file.bytes.to_vec().into() })
        }));
        items.push(Item { path, bytes: css.into() });
    }
    items
}
