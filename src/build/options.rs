//! What a build is asked for, and whom it tells how far it is.

use std::collections::BTreeSet;
use std::path::PathBuf;

use super::Snapshot;
use crate::base::{Artifact, RelPath, Stop};
use crate::config::SheetStock;
pub use crate::render::Format;

/// A stage of the procedure.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Stage {
    /// Whether anything changed since the build before.
    Comparison,
    /// `handbook.toml`.
    Configuration,
    /// Markdown and data to trees.
    Content,
    /// Templates, styles, words; beside the content.
    Theme,
    /// Trees to books.
    Book,
    /// Books to PDF.
    Print,
    /// Books to pages, and what is searched to words.
    Render,
    /// Words to the index that readers search.
    Search,
    /// Pages to the output folder.
    Publish,
}

/// All stages in order.
pub const STAGES: [Stage; 9] = [
    Stage::Comparison,
    Stage::Configuration,
    Stage::Content,
    Stage::Theme,
    Stage::Book,
    Stage::Print,
    Stage::Render,
    Stage::Search,
    Stage::Publish,
];

/// Told how far a build is.
pub trait Progress: Sync {
    /// A stage begins; with the number of pages it is about when that is known, else 0.
    fn begins(&self, stage: Stage, pages: usize);

    /// So many books are set side by side now; those before them have been let go.
    fn sets(&self, _books: usize) {}

    /// A document of the print edition is finished: its name and its pages.
    fn printed(&self, _name: &str, _pages: usize) {}

    /// Pages that somebody waits for, by output path: a preview's are rendered before all others.
    fn awaited(&self) -> BTreeSet<RelPath> {
        BTreeSet::new()
    }

    /// A preview's handbook is put together, without an error so far; nothing of it is rendered yet.
    fn assembled(&self, _handbook: &Snapshot) {}

    /// A preview's pages that were awaited, then all pages, are there, and nothing found so far is an error. The rest
    /// of the site follows.
    fn ready(&self, _part: Part, _artifacts: &[Artifact]) {}

    /// Whether the build is to be given up, because its sources have changed.
    fn stop(&self) -> Stop {
        Stop::default()
    }
}

/// A part of a preview.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Part {
    /// What was awaited.
    Awaited,
    /// All but what is made of the finished pages: the search index, lists of files.
    Pages,
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
    /// Print, and let the site lead to what is printed.
    pub print: Option<PrintOptions>,
    /// Files to take along, made beside the site.
    pub along: Along,
    /// Of a check: links that lead outside are asked too, and for so many days a good answer is believed.
    pub external: Option<u32>,
}

impl BuildOptions {
    /// Every locale in memory, as an editor looks at it: nothing packed, printed or asked of other sites.
    #[must_use]
    pub fn preview() -> Self {
        Self {
            target: Target::Memory,
            locales: Vec::new(),
            minify: false,
            print: None,
            along: Along::default(),
            external: None,
        }
    }
}

/// Files to take along: each is made for every locale and named on its start page.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Along {
    /// An e-book.
    pub epub: bool,
    /// The website in a ZIP.
    pub bundle: bool,
    /// All pages in one HTML file.
    pub single: bool,
}

/// How pages are laid on sheets.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Imposition {
    /// In the order that folding puts right.
    Booklet,
    /// Two reduced pages a sheet.
    TwoUp,
    /// Four reduced pages a sheet.
    FourUp,
}

/// What is made of the finished books for the press.
#[derive(Clone, Copy, Debug, Default)]
pub struct PressWork {
    /// Sheets of this kind.
    pub imposition: Option<Imposition>,
    /// What booklets are printed on, instead of what the configuration says.
    pub sheet: Option<SheetStock>,
    /// The cards of each book.
    pub cards: bool,
    /// The cover of each book.
    pub cover: bool,
    /// The pages are not the final ones: it is written across them.
    pub draft: bool,
}

/// What is printed.
#[derive(Clone, Debug, Default)]
pub struct PrintOptions {
    /// These forms of the books.
    pub formats: Vec<Format>,
    /// Every page on its own.
    pub pages: bool,
    /// This page alone, by its path below the content folder.
    pub page: Option<String>,
    /// Folders with fonts, instead of the system's.
    pub fonts: Vec<PathBuf>,
    /// Sheets for the press.
    pub press: PressWork,
}

impl PrintOptions {
    /// Everything: all forms of the books, and every page.
    #[must_use]
    pub fn everything() -> Self {
        let press = PressWork { cards: true, ..PressWork::default() };
        Self { formats: Format::BOOKS.to_vec(), pages: true, press, ..Self::default() }
    }
}
