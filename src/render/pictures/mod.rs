//! Photographs and screenshots in the sizes and formats that readers' screens ask for.
//!
//! Owns which sizes there are, how they are named, and what a page is told of them ([`Picture`]). Drawings (SVG),
//! moving pictures (GIF) and what no decoder here reads stay as they are. May do no I/O: what was made once,
//! `build` keeps.

mod encode;
mod packed;

use std::collections::BTreeMap;

use crate::base::{Artifact, ArtifactKind, Hash, RelPath};

pub use encode::{Fault, check, look, make, pixels};
pub use packed::{pack, unpack};

/// Changes whenever the same image would be made into other bytes.
pub const RECIPE: &str = "1";

/// Widths in pixels: a phone's column at one and two dots a pixel, a desk's at two, the large view.
const WIDTHS: [u32; 4] = [480, 800, 1200, 2000];

/// Editions that carry one file an image take the widest within this: a page of A5 at 300 dots an inch, a tablet.
const CARRIED: u32 = 1600;

/// An image in all its sizes.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Made {
    /// Width as it is looked at, a turned photograph turned.
    pub width: u32,
    /// Height.
    pub height: u32,
    /// The files, AVIF first, narrow to wide.
    pub files: Vec<File>,
}

/// One size in one format.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct File {
    /// Width in pixels.
    pub width: u32,
    /// `avif`, `jpg`, `png`.
    pub extension: String,
    /// Its bytes.
    pub bytes: Vec<u8>,
}

/// What a page is told of an image.
#[derive(Clone, Debug, Default, PartialEq, Eq, Hash)]
pub struct Picture {
    /// Width as it is looked at.
    pub width: u32,
    /// Height.
    pub height: u32,
    /// In AVIF, narrow to wide; may be empty.
    pub avif: Vec<(u32, RelPath)>,
    /// For every browser, narrow to wide.
    pub plain: Vec<(u32, RelPath)>,
}

/// Output path of an image as it was given → what is published in its place.
pub type Pictures = BTreeMap<RelPath, Picture>;

/// Whether a file, by its name, is one that is made into sizes.
#[must_use]
pub fn is_picture(path: &RelPath) -> bool {
    matches!(path.extension().as_str(), "jpg" | "jpeg" | "png" | "webp")
}

/// The files of an image published at `original`, and what pages are told.
#[must_use]
pub fn publish(original: &RelPath, made: &Made) -> (Picture, Vec<Artifact>) {
    let mut picture = Picture { width: made.width, height: made.height, ..Picture::default() };
    let mut artifacts = Vec::new();
    for file in &made.files {
        let path = named(original, file);
        let list = if file.extension == "avif" { &mut picture.avif } else { &mut picture.plain };
        list.push((file.width, path.clone()));
        artifacts.push(Artifact::new(path, ArtifactKind::Asset, file.bytes.clone()));
    }
    (picture, artifacts)
}

/// The one file for editions that carry one: no AVIF, which e-books and typesetters do not take; `None` when only
/// `original` itself is of the format that its name says.
#[must_use]
pub fn carried<'m>(original: &RelPath, made: &'m Made) -> Option<&'m File> {
    let extension = original.extension().replace("jpeg", "jpg");
    let plain = || made.files.iter().filter(|file| file.extension == extension);
    plain().rfind(|file| file.width <= CARRIED).or_else(|| plain().next())
}

/// `media/cho.0a1b2c.jpg` → `media/cho-800.<hash>.avif`.
fn named(original: &RelPath, file: &File) -> RelPath {
    let path = original.as_str();
    let stem = path.rsplit_once('.').map_or(path, |(stem, _)| stem);
    let stem = stem.rsplit_once('.').map_or(stem, |(stem, _)| stem);
    let name = format!("{stem}-{}.{}.{}", file.width, Hash::of(&file.bytes).short(), file.extension);
    RelPath::new(&name).unwrap_or_default()
}

#[cfg(test)]
mod tests;
