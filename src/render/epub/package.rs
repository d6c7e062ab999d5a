//! The package document: metadata, the list of files, the reading order.
//!
//! Owns what the e-book says of itself, for libraries and for readers who choose by accessibility
//! (EPUB Accessibility 1.1, the schema.org vocabulary).

use std::fmt::Write;

use imagesize::ImageType;

use super::{Edition, Item, cover, xml};
use crate::base::{Direction, Hash, RelPath, escape_address};

/// Where readers find the package document.
pub const CONTAINER: &str = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<container version=\"1.0\" \
    xmlns=\"urn:oasis:names:tc:opendocument:xmlns:container\"><rootfiles><rootfile full-path=\"EPUB/package.opf\" \
    media-type=\"application/oebps-package+xml\"/></rootfiles></container>\n";

/// File types of images that every reader of EPUB 3 shows, and the others that a book is made of.
const TYPES: [(&str, &str); 9] = [
    ("svg", "image/svg+xml"),
    ("png", "image/png"),
    ("jpg", "image/jpeg"),
    ("jpeg", "image/jpeg"),
    ("gif", "image/gif"),
    ("webp", "image/webp"),
    ("xhtml", "application/xhtml+xml"),
    ("css", "text/css"),
    ("woff2", "font/woff2"),
];

/// Whether a file is an image that may stand in an e-book.
pub fn is_image(path: &RelPath) -> bool {
    media_type(path).is_some_and(|kind| kind.starts_with("image/"))
}

/// The name of an image in the container: with the ending of what it really is, because readers go by its type.
pub fn image_name(path: &RelPath, bytes: &[u8]) -> RelPath {
    let kinds: &[&str] = match imagesize::image_type(bytes) {
        Ok(ImageType::Png) => &["png"],
        Ok(ImageType::Jpeg) => &["jpg", "jpeg"],
        Ok(ImageType::Gif) => &["gif"],
        Ok(ImageType::Webp) => &["webp"],
        _ => return path.clone(),
    };
    if kinds.contains(&path.extension().as_str()) { path.clone() } else { path.with_extension(kinds[0]) }
}

fn media_type(path: &RelPath) -> Option<&'static str> {
    let extension = path.extension();
    TYPES.iter().find(|(known, _)| *known == extension).map(|(_, kind)| *kind)
}

/// The document.
pub fn document(edition: &Edition<'_>, items: &[Item], images: bool) -> String {
    let locale = &edition.book.locale;
    let mut out = format!(
        "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<package xmlns=\"http://www.idpf.org/2007/opf\" version=\"3.0\" \
         unique-identifier=\"id\" xml:lang=\"{}\" dir=\"{}\">\n",
        xml::text(locale.locale.as_str()),
        locale.direction.as_str()
    );
    push_metadata(&mut out, edition, images);
    out.push_str("<manifest>\n");
    for (number, item) in items.iter().enumerate() {
        let properties = match item.path.as_str() {
            "nav.xhtml" => " properties=\"nav\"",
            _ if cover::is_image(&item.path) => " properties=\"cover-image\"",
            _ => "",
        };
        let href = xml::text(&escape_address(item.path.as_str()));
        let kind = media_type(&item.path).unwrap_or("application/octet-stream");
        let _ = writeln!(out, "<item id=\"i{number}\" href=\"{href}\" media-type=\"{kind}\"{properties}/>");
    }
    out.push_str("</manifest>\n");
    let progression = if locale.direction == Direction::Rtl { " page-progression-direction=\"rtl\"" } else { "" };
    let _ = writeln!(out, "<spine{progression}>");
    for (number, _) in items.iter().enumerate().filter(|(_, item)| item.path.extension() == "xhtml") {
        let _ = writeln!(out, "<itemref idref=\"i{number}\"/>");
    }
    out.push_str("</spine>\n</package>\n");
    out
}

fn push_metadata(out: &mut String, edition: &Edition<'_>, images: bool) {
    let (config, locale, strings) = (&edition.handbook.config, &edition.book.locale, edition.strings);
    out.push_str("<metadata xmlns:dc=\"http://purl.org/dc/elements/1.1/\">\n");
    let mut dc = |name: &str, attributes: &str, value: &str| {
        if !value.is_empty() {
            let _ = writeln!(out, "<dc:{name}{attributes}>{}</dc:{name}>", xml::text(value));
        }
    };
    dc("identifier", " id=\"id\"", &identifier(edition));
    dc("title", "", &locale.title);
    dc("language", "", locale.locale.as_str());
    dc("description", "", &locale.description);
    dc("date", "", &config.edition_date);
    let mut meta = |property: &str, value: &str| {
        if !value.is_empty() {
            let _ = writeln!(out, "<meta property=\"{property}\">{}</meta>", xml::text(value));
        }
    };
    meta("dcterms:modified", &format!("{}T00:00:00Z", modified(edition)));
    meta("schema:bookEdition", &locale.edition);
    meta("schema:accessMode", "textual");
    if images {
        meta("schema:accessMode", "visual");
    }
    meta("schema:accessModeSufficient", "textual");
    let mut features =
        vec!["tableOfContents", "structuralNavigation", "readingOrder", "displayTransformability", "ARIA"];
    if images {
        // A missing alternative text is a finding of the build.
        features.push("alternativeText");
    }
    let pages = edition.marked().next().is_some();
    if pages {
        features.push("pageNavigation");
    }
    features.iter().for_each(|feature| meta("schema:accessibilityFeature", feature));
    meta("schema:accessibilityHazard", "none");
    let known = if pages { "book-pages-known" } else { "book-pages-unknown" };
    let summary = format!("{} {}", strings.text("book-accessibility", &[]), strings.text(known, &[]));
    meta("schema:accessibilitySummary", &summary);
    // EPUB Accessibility 1.1, 3.3: where the numbers of pages come from, or that there are none.
    let isbn = &config.print.isbn;
    let source = match pages {
        true if isbn.is_empty() => format!("{} · A5", locale.title),
        true => format!("urn:isbn:{isbn}"),
        false => "none".to_owned(),
    };
    meta("pageBreakSource", &source);
    out.push_str("</metadata>\n");
}

/// A name for ever: of the website's address where it has one, else of the handbook's title.
fn identifier(edition: &Edition<'_>) -> String {
    let config = &edition.handbook.config;
    let source = config.locale(&config.source).map(|l| l.title.as_str()).unwrap_or_default();
    let name = config.base_url.as_deref().unwrap_or(source);
    let hex = Hash::of(format!("{name}\n{}", edition.book.locale.locale).as_bytes()).hex();
    // RFC 9562, version 8: bits of our own.
    format!("urn:uuid:{}-{}-8{}-8{}-{}", &hex[..8], &hex[8..12], &hex[13..16], &hex[17..20], &hex[20..32])
}

/// The only dates a build knows: the edition's, else the last change of a page.
fn modified(edition: &Edition<'_>) -> String {
    let config = &edition.handbook.config;
    let last = edition.book.pages.iter().filter_map(|page| page.updated.as_deref()).max();
    let configured = Some(config.edition_date.as_str()).filter(|date| !date.is_empty());
    configured.or(last).unwrap_or("2000-01-01").to_owned()
}
