//! What a build produces, before anything is written.

use std::sync::Arc;

use super::{Hash, RelPath};

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

/// A file of the output as far as it is known without its bytes.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Listed {
    /// Path below the output folder.
    pub path: RelPath,
    /// When it is written.
    pub kind: ArtifactKind,
    /// Its length in bytes.
    pub length: u64,
    /// The hash of its bytes.
    pub hash: Hash,
}

impl Listed {
    /// What is told of an artifact.
    #[must_use]
    pub fn of(artifact: &Artifact) -> Self {
        let Artifact { path, kind, bytes } = artifact;
        Self { path: path.clone(), kind: *kind, length: bytes.len() as u64, hash: Hash::of(bytes) }
    }
}
