//! Files that pages point at: images, downloads.
//!
//! Owns which file serves a locale (its own; a drawing with its words; the source's), their names in the output (a
//! content hash in each, so that a browser may keep them for ever) and the size of images. A file is read once, when
//! a page first points at it.

use std::collections::BTreeMap;
use std::sync::{Arc, OnceLock};

use lol_html::html_content::Element;
use lol_html::{RewriteStrSettings, element, rewrite_str};

use crate::base::{Artifact, ArtifactKind, Diagnostic, Hash, Locale, RelPath};
use crate::config::Config;
use crate::content::attached::{is_drawing, svg};
use crate::content::{Content, own_path};
use crate::files::Project;

/// Where they are published.
const FOLDER: &str = "media";
/// An SVG's size stands in its first tag.
const SVG_HEAD: usize = 16 * 1024;

/// A file to be published.
#[derive(Clone, Debug)]
pub struct Asset {
    /// Output path.
    pub path: RelPath,
    /// Width and height in CSS pixels, of an image.
    pub size: Option<(u32, u32)>,
    bytes: Arc<[u8]>,
}

/// All files of the content folder that are no pages.
pub struct Assets<'a> {
    project: &'a Project,
    folder: &'a RelPath,
    source: &'a Locale,
    content: &'a Content,
    files: BTreeMap<&'a RelPath, OnceLock<Result<Asset, Diagnostic>>>,
    /// Drawings with the words of a locale, made of one file.
    drawn: BTreeMap<&'a Locale, BTreeMap<&'a RelPath, OnceLock<Option<Asset>>>>,
}

impl<'a> Assets<'a> {
    /// The files that pages may point at.
    #[must_use]
    pub fn new(project: &'a Project, config: &'a Config, content: &'a Content) -> Self {
        let markdown = |p: &RelPath| matches!(p.extension().as_str(), "md" | "markdown");
        let files = content.files.iter().filter(|p| !markdown(p)).map(|p| (p, OnceLock::new())).collect();
        let drawings = |files: &'a BTreeMap<RelPath, _>| {
            files.keys().filter(|path| is_drawing(path)).map(|path| (path, OnceLock::new())).collect()
        };
        let drawn = content.attached_words.iter().map(|(locale, files)| (locale, drawings(files))).collect();
        Self { project, folder: &config.content, source: &config.source, content, files, drawn }
    }

    /// The file that serves a locale for a path below the content folder: its own, else the source's.
    #[must_use]
    pub fn find(&self, path: &RelPath, locale: &Locale) -> Option<RelPath> {
        let own = own_path(locale, path).filter(|own| self.files.contains_key(own));
        own.or_else(|| self.files.contains_key(path).then(|| path.clone()))
    }

    /// The same file, read, given the locale's words and hashed; `None` when there is none or it cannot be read (see
    /// [`Assets::finish`]).
    #[must_use]
    pub fn get(&self, path: &RelPath, locale: &Locale) -> Option<&Asset> {
        let file = self.find(path, locale)?;
        if let Some(cell) = self.drawn.get(locale).and_then(|files| files.get(&file))
            && let Some(asset) = cell.get_or_init(|| self.draw(&file, locale))
        {
            return Some(asset);
        }
        self.files.get(&file)?.get_or_init(|| self.read(&file)).as_ref().ok()
    }

    /// What a catalog makes of the words of a file, in a locale.
    #[must_use]
    pub fn words(&self, file: &RelPath, locale: &Locale) -> Option<&'a BTreeMap<String, String>> {
        self.content.attached_words.get(locale)?.get(file)
    }

    /// The locale that content is written in.
    #[must_use]
    pub fn source(&self) -> &Locale {
        self.source
    }

    /// A file's bytes, for those who read it rather than point at it.
    #[must_use]
    pub fn bytes(&self, path: &RelPath) -> Option<Arc<[u8]>> {
        self.files.get(path)?;
        self.project.bytes(&self.in_project(path)).ok()
    }

    /// What a locale reads at a path: which file, its content, and a catalog's words for it.
    fn state(&self, path: &RelPath, locale: &Locale) -> Option<Hash> {
        let file = self.find(path, locale)?;
        let content = self.bytes(&file).map(|bytes| Hash::of(&bytes));
        Some(Hash::of_value(&(&file, content, self.words(&file, locale))))
    }

    /// A file's path in the project, as findings name it.
    #[must_use]
    pub fn in_project(&self, path: &RelPath) -> RelPath {
        self.folder.join(path.as_str()).unwrap_or_default()
    }

    /// The files that were pointed at, and what could not be read.
    #[must_use]
    pub fn finish(self) -> (Vec<Artifact>, Vec<Diagnostic>) {
        let (mut artifacts, mut findings) = (BTreeMap::new(), Vec::new());
        let drawn = self
            .drawn
            .into_values()
            .flat_map(BTreeMap::into_values)
            .filter_map(|cell| cell.into_inner().flatten().map(Ok));
        for result in self.files.into_values().map(OnceLock::into_inner).chain(drawn.map(Some)) {
            match result {
                Some(Ok(asset)) => {
                    let artifact = Artifact::new(asset.path.clone(), ArtifactKind::Asset, asset.bytes);
                    artifacts.insert(asset.path, artifact);
                }
                Some(Err(finding)) => findings.push(finding),
                None => {}
            }
        }
        (artifacts.into_values().collect(), findings)
    }

    fn read(&self, path: &RelPath) -> Result<Asset, Diagnostic> {
        Ok(asset(path, self.project.bytes(&self.in_project(path))?))
    }

    /// A drawing with a locale's words.
    fn draw(&self, path: &RelPath, locale: &Locale) -> Option<Asset> {
        let (attached, words) = (self.content.attached.get(path)?, self.words(path, locale)?);
        let (source, lang) = (self.source.as_str(), locale.as_str());
        let drawing = svg::translated(&attached.source.text, source, lang, |word| words.get(word).map(String::as_str))?;
        Some(asset(path, drawing.into_bytes().into()))
    }
}

/// A file with these bytes, under the name it is published by.
fn asset(path: &RelPath, bytes: Arc<[u8]>) -> Asset {
    let hash = Hash::of(&bytes).short();
    let extension = path.extension();
    let named = if extension.is_empty() { hash } else { format!("{hash}.{extension}") };
    let stem = path.with_extension(&named);
    let output = RelPath::new(FOLDER).and_then(|f| f.join(stem.as_str())).unwrap_or_default();
    let size = if is_drawing(path) { svg_size(&bytes) } else { pixels(&bytes) };
    Asset { path: output, size, bytes }
}

/// The files, for one who reads them: remembers what was asked, so that a later build can ask it again.
pub struct Asked<'a> {
    /// All of them.
    pub assets: &'a Assets<'a>,
    /// What was asked for.
    pub files: Vec<AskedFile>,
}

/// A file that was asked for, and what was found.
#[derive(Clone, Debug, Hash)]
pub struct AskedFile {
    path: RelPath,
    locale: Locale,
    found: Option<Hash>,
}

impl<'a> Asked<'a> {
    /// Nothing asked yet.
    #[must_use]
    pub fn new(assets: &'a Assets<'a>) -> Self {
        Self { assets, files: Vec::new() }
    }

    /// The same as [`Assets::find`].
    pub fn find(&mut self, path: &RelPath, locale: &Locale) -> Option<RelPath> {
        let found = self.assets.state(path, locale);
        self.files.push(AskedFile { path: path.clone(), locale: locale.clone(), found });
        self.assets.find(path, locale)
    }
}

impl AskedFile {
    /// Whether the same would be found again.
    #[must_use]
    pub fn still(&self, assets: &Assets<'_>) -> bool {
        assets.state(&self.path, &self.locale) == self.found
    }
}

/// Whether the file should be an image that says its size.
#[must_use]
pub fn has_pixels(path: &RelPath) -> bool {
    matches!(path.extension().as_str(), "png" | "jpg" | "jpeg" | "gif" | "webp" | "avif" | "bmp")
}

fn pixels(bytes: &[u8]) -> Option<(u32, u32)> {
    let size = imagesize::blob_size(bytes).ok()?;
    Some((u32::try_from(size.width).ok()?, u32::try_from(size.height).ok()?))
}

/// The size that an SVG says it has: its width and height, else its view box.
fn svg_size(bytes: &[u8]) -> Option<(u32, u32)> {
    let head = String::from_utf8_lossy(bytes.get(..SVG_HEAD).unwrap_or(bytes));
    let mut size = None;
    let handler = element!("svg", |el| {
        size = size.or(size_of(el));
        Ok(())
    });
    let _ = rewrite_str(&head, RewriteStrSettings::new().append_element_content_handler(handler));
    size
}

fn size_of(svg: &Element<'_, '_>) -> Option<(u32, u32)> {
    let length = |name: &str| svg.get_attribute(name).and_then(|v| css_pixels(&v));
    let (width, height) = (length("width"), length("height"));
    let boxed = svg.get_attribute("viewbox").or_else(|| svg.get_attribute("viewBox")).and_then(|v| {
        let numbers: Vec<f64> = v.split([' ', ',']).filter_map(|n| n.parse().ok()).collect();
        (numbers.len() == 4 && numbers[2] > 0.0 && numbers[3] > 0.0).then(|| (numbers[2], numbers[3]))
    });
    let (width, height) = match (width, height, boxed) {
        (Some(width), Some(height), _) => (width, height),
        (Some(width), None, Some((w, h))) => (width, width * h / w),
        (None, Some(height), Some((w, h))) => (height * w / h, height),
        (None, None, Some(size)) => size,
        _ => return None,
    };
    Some((rounded(width)?, rounded(height)?))
}

/// A CSS length in pixels; percentages say nothing.
fn css_pixels(length: &str) -> Option<f64> {
    const UNITS: [(&str, f64); 7] = [
        ("px", 1.0),
        ("pt", 96.0 / 72.0),
        ("pc", 16.0),
        ("mm", 96.0 / 25.4),
        ("cm", 96.0 / 2.54),
        ("in", 96.0),
        ("em", 16.0),
    ];
    let length = length.trim();
    let unit = UNITS.iter().find(|(unit, _)| length.ends_with(unit));
    let number = unit.map_or(length, |(unit, _)| length.trim_end_matches(unit));
    number.trim().parse::<f64>().ok().map(|n| n * unit.map_or(1.0, |(_, pixels)| *pixels)).filter(|n| *n > 0.0)
}

fn rounded(pixels: f64) -> Option<u32> {
    // A checked range: a size beyond it is nonsense.
    #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "the range is checked")]
    (pixels < 1e6).then(|| (pixels.round() as u32).max(1))
}

#[cfg(test)]
mod tests {
    use super::svg_size;

    #[test]
    fn an_svg_says_its_size_in_several_ways() {
        for (svg, size) in [
            (r#"<svg width="680" height="300px" viewBox="0 0 1 1">"#, Some((680, 300))),
            (
                r#"<?xml version="1.0"?><!-- c --><svg viewBox="0 0 680.4 300"><svg width="1" height="1"/>"#,
                Some((680, 300)),
            ),
            (r#"<svg width="100" viewBox="0,0,50,25">"#, Some((100, 50))),
            (r#"<svg width="100%" height="100%">"#, None),
            (r#"<svg width="1in" height="2.54cm">"#, Some((96, 96))),
            ("<p>", None),
        ] {
            assert_eq!(svg_size(svg.as_bytes()), size, "{svg}");
        }
    }
}
