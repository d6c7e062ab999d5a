//! What a build is asked for, and whom it tells how far it is.

use std::path::PathBuf;

/// A stage of the procedure.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Stage {
    /// `handbook.toml`.
    Configuration,
    /// Markdown and data to trees.
    Content,
    /// Templates, styles, words; beside the content.
    Theme,
    /// Trees to books.
    Book,
    /// Books to pages.
    Render,
    /// Pages to the output folder.
    Publish,
}

/// All stages in order.
pub const STAGES: [Stage; 6] =
    [Stage::Configuration, Stage::Content, Stage::Theme, Stage::Book, Stage::Render, Stage::Publish];

/// Told how far a build is.
pub trait Progress: Sync {
    /// A stage begins; with the number of pages it is about when that is known, else 0.
    fn begins(&self, stage: Stage, pages: usize);
}

/// Progress that nobody looks at.
#[derive(Clone, Copy, Debug)]
pub struct Silent;

impl Progress for Silent {
    fn begins(&self, _stage: Stage, _pages: usize) {}
}

/// Where the site goes.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Target {
    /// Nowhere: a check.
    Nothing,
    /// It stays in memory, faults or not: the preview.
    Memory,
    /// To this folder; to the configured one when `None`.
    Folder(Option<PathBuf>),
}

/// How to build.
#[derive(Clone, Debug)]
pub struct BuildOptions {
    /// Where the site goes.
    pub target: Target,
    /// A site of these locales only; all when empty.
    pub locales: Vec<String>,
    /// Minify the pages.
    pub minify: bool,
}
