//! The fonts of one document: the theme's own faces, and those of the system that its text needs besides.
//!
//! Owns what a set of faces can show. Finds no files: bytes are handed in.

use typst::foundations::Bytes;
use typst::text::{Font, FontBook};
use typst::utils::LazyHash;

use crate::base::Hash;
use crate::theme::Theme;

/// Faces by index, as the typesetter asks for them.
pub struct Fonts {
    book: LazyHash<FontBook>,
    faces: Vec<Font>,
    hashes: Vec<Hash>,
}

/// Faces of the system, read and parsed once for all documents.
#[derive(Clone, Default)]
pub struct Faces(Vec<(Font, Hash)>);

impl Faces {
    /// The faces of some font files, in their order.
    #[must_use]
    pub fn of<B: AsRef<[u8]> + Send + Sync + 'static>(files: impl IntoIterator<Item = B>) -> Self {
        let faces = files.into_iter().flat_map(|bytes| {
            let hash = Hash::of(bytes.as_ref());
            Font::iter(Bytes::new(bytes)).map(move |face| (face, hash))
        });
        Self(faces.collect())
    }

    /// The faces that ship with a theme: `fonts/print/*.ttf`.
    #[must_use]
    pub fn of_theme(theme: &Theme) -> Self {
        let is_font = |name: &str| [".ttf", ".otf", ".ttc"].iter().any(|end| name.ends_with(end));
        Self::of(theme.files().below("fonts/print").filter(|(name, _)| is_font(name)).map(|(_, f)| f.bytes.clone()))
    }

    /// Whether there is no face.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// Whether a face of one of these families shows `c`.
    #[must_use]
    pub fn show(&self, c: char) -> bool {
        self.0.iter().any(|(face, _)| face.info().coverage.contains(u32::from(c)))
    }

    /// Only the faces of one family.
    #[must_use]
    pub fn family(&self, name: &str) -> Self {
        Self(self.0.iter().filter(|(face, _)| face.info().family.eq_ignore_ascii_case(name)).cloned().collect())
    }
}

impl Fonts {
    /// A document's fonts: faces of several origins, the first of a family winning.
    #[must_use]
    pub fn new<'f>(origins: impl IntoIterator<Item = &'f Faces>) -> Self {
        let (faces, hashes): (Vec<Font>, Vec<Hash>) = origins.into_iter().flat_map(|f| f.0.iter().cloned()).unzip();
        Self { book: LazyHash::new(FontBook::from_fonts(&faces)), faces, hashes }
    }

    /// Whether any face shows `c`.
    #[must_use]
    pub fn show(&self, c: char) -> bool {
        self.faces.iter().any(|face| face.info().coverage.contains(u32::from(c)))
    }

    /// Whether there is a face of that family.
    #[must_use]
    pub fn has(&self, family: &str) -> bool {
        self.book.contains_family(&family.to_lowercase())
    }

    /// The hashes of the files, face by face.
    pub(super) fn hashes(&self) -> &[Hash] {
        &self.hashes
    }

    pub(super) fn book(&self) -> &LazyHash<FontBook> {
        &self.book
    }

    pub(super) fn get(&self, index: usize) -> Option<Font> {
        self.faces.get(index).cloned()
    }
}
