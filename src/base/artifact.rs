//! What a build produces, before anything is written.

use std::sync::Arc;

use super::RelPath;

/// In which step of publishing an artifact is written: assets first, then pages that point at
/// them, then what points at the pages.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, serde::Serialize, serde::Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum ArtifactKind {
    /// Style sheets, scripts, fonts, images, downloads.
    Asset,
    /// A page a reader opens.
    Page,
    /// Start page, sitemap, robots: what leads to pages.
    Entry,
}

/// One file of the output, in memory.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Artifact {
    /// Path below the output folder.
    pub path: RelPath,
    /// When it is written.
    pub kind: ArtifactKind,
    /// Its content.
    pub bytes: Arc<[u8]>,
}

impl Artifact {
    /// An artifact from anything that holds bytes.
    #[must_use]
    pub fn new(path: RelPath, kind: ArtifactKind, bytes: impl Into<Arc<[u8]>>) -> Self {
        Self { path, kind, bytes: bytes.into() }
    }
}
