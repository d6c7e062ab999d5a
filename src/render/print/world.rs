//! What a template can see: the standard library, the document's data, the theme's templates, images, fonts.
//!
//! Owns the names under which these stand (`/data.json`, `/text/…`, `/print/…`, `/img/…`, `/media/…`). Everything else is denied:
//! no file of the machine, no package, no clock.

use std::collections::HashMap;
use std::sync::Arc;

use typst::diag::{FileError, FileResult};
use typst::foundations::{Bytes, Datetime, Duration};
use typst::syntax::{FileId, RootedPath, Source, VirtualPath, VirtualRoot};
use typst::text::{Font, FontBook};
use typst::utils::LazyHash;
use typst::{Feature, Library, LibraryExt};

use super::fonts::Fonts;
use crate::base::{Hash, RelPath};
use crate::theme::Theme;

/// What every document of a theme shares, made once.
pub struct Sources {
    /// Of all templates and images of the theme.
    pub(super) hash: Hash,
    library: LazyHash<Library>,
    templates: HashMap<FileId, Source>,
    images: HashMap<FileId, Bytes>,
}

impl Sources {
    /// Parses the print templates of a theme.
    #[must_use]
    pub fn new(theme: &Theme) -> Self {
        let files = theme.files();
        let template = |(name, bytes): (&str, &[u8])| {
            let id = id(&format!("print/{name}"))?;
            Some((id, Source::new(id, String::from_utf8_lossy(bytes).into_owned())))
        };
        let image = |(name, bytes): (&str, &[u8])| Some((id(&format!("img/{name}"))?, Bytes::new(bytes.to_vec())));
        let print = ["print", "img"].into_iter().flat_map(|folder| files.below(folder));
        let all: Vec<u8> = print.flat_map(|(name, file)| [name.as_bytes(), &[0], &file.bytes].concat()).collect();
        let typst = files.below("print").filter(|(name, _)| name.ends_with(".typ"));
        Self {
            hash: Hash::of(&all),
            // Row headers of tables are only to be had with the compiler's accessibility extras.
            library: LazyHash::new(
                Library::builder().with_features([Feature::A11yExtras].into_iter().collect()).build(),
            ),
            templates: typst.map(|(name, file)| (name, &*file.bytes)).filter_map(template).collect(),
            images: files.below("img").map(|(name, file)| (name, &*file.bytes)).filter_map(image).collect(),
        }
    }
}

/// The id of a file by its path in the world. The compiler keeps a table of all ids for as long as the program
/// runs, so paths are those of the project and never made up for a single document.
pub(super) fn id(path: &str) -> Option<FileId> {
    Some(FileId::new(RootedPath::new(VirtualRoot::Project, VirtualPath::new(path).ok()?)))
}

/// The world of one document.
pub(super) struct World<'a> {
    shared: &'a Sources,
    fonts: &'a Fonts,
    main: FileId,
    files: HashMap<FileId, Bytes>,
}

impl<'a> World<'a> {
    /// A world whose main file is the theme's `print/<template>`. `None` when that is no possible name.
    pub(super) fn new<'f>(
        shared: &'a Sources,
        fonts: &'a Fonts,
        template: &str,
        data: Arc<[u8]>,
        files: impl Iterator<Item = (&'f RelPath, &'f Arc<[u8]>)>,
    ) -> Option<Self> {
        let file = |(path, bytes): (&RelPath, &Arc<[u8]>)| Some((id(path.as_str())?, Bytes::new(Arc::clone(bytes))));
        let mut files: HashMap<FileId, Bytes> = files.filter_map(file).collect();
        files.insert(id("data.json")?, Bytes::new(data));
        Self::of(shared, fonts, template, files)
    }

    /// The same with data, texts and images as files that are at hand.
    pub(super) fn of(
        shared: &'a Sources,
        fonts: &'a Fonts,
        template: &str,
        files: HashMap<FileId, Bytes>,
    ) -> Option<Self> {
        Some(Self { shared, fonts, main: id(&format!("print/{template}"))?, files })
    }
}

impl typst::World for World<'_> {
    fn library(&self) -> &LazyHash<Library> {
        &self.shared.library
    }

    fn book(&self) -> &LazyHash<FontBook> {
        self.fonts.book()
    }

    fn main(&self) -> FileId {
        self.main
    }

    fn source(&self, id: FileId) -> FileResult<Source> {
        self.shared.templates.get(&id).cloned().ok_or_else(|| missing(id))
    }

    fn file(&self, id: FileId) -> FileResult<Bytes> {
        self.files.get(&id).or_else(|| self.shared.images.get(&id)).cloned().ok_or_else(|| missing(id))
    }

    fn font(&self, index: usize) -> Option<Font> {
        self.fonts.get(index)
    }

    fn today(&self, _offset: Option<Duration>) -> Option<Datetime> {
        None
    }
}

/// A path of the world is not there; anything outside of it may not be asked for.
fn missing(id: FileId) -> FileError {
    match id.get().root() {
        VirtualRoot::Project => FileError::NotFound(id.get().vpath().get_without_slash().into()),
        _ => FileError::AccessDenied,
    }
}
