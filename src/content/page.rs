//! One source page: its front matter and its tree, before it belongs to a book.
//!
//! Owns the fields a page may have. Reading them from TOML or YAML is `front_matter`'s work.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

use super::markdown::tree::Tree;
use crate::base::{Diagnostic, Hash, RelPath, Source, SourceText, Span};

/// What kind of page it is; chooses template and reading rules.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, serde::Serialize, serde::Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum PageKind {
    /// An ordinary chapter.
    #[default]
    Chapter,
    /// The start page of a book.
    Start,
    /// An official letter typeset from its plain text.
    Document,
    /// One of the framework's elements.
    Element,
}

impl PageKind {
    /// Its name in front matter and templates.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Self::Chapter => "chapter",
            Self::Start => "start",
            Self::Document => "document",
            Self::Element => "element",
        }
    }
}

/// Whether an element's wording has an official source.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, serde::Serialize, serde::Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum ElementStatus {
    /// It has.
    Official,
    /// It has not.
    #[default]
    AwaitingSource,
}

/// An entrance of the start page: a reader's role and where that reader begins.
#[derive(Clone, Debug, Default, PartialEq, serde::Serialize, serde::Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Entrance {
    /// `citizen`, `commune`, `province`, `press`.
    pub role: String,
    /// “Tôi là …”.
    pub title: String,
    /// One line.
    #[serde(default)]
    pub promise: String,
    /// Pages to read first, by source path.
    #[serde(default)]
    pub steps: Vec<String>,
    /// The language in which a catalog left the title, where it does not translate it.
    #[serde(skip)]
    pub title_lang: Option<String>,
    /// The same of the line below it.
    #[serde(skip)]
    pub promise_lang: Option<String>,
}

/// What a page that describes an official document says of it.
#[derive(Clone, Debug, Default, PartialEq, Hash, serde::Serialize, serde::Deserialize)]
#[serde(deny_unknown_fields)]
pub struct DocumentRecord {
    /// Id in `data/sources.toml`.
    pub id: String,
    /// `in-force`, `replaced`, `done`, `draft`, `unknown`.
    #[serde(default)]
    pub status: String,
    /// Id of what replaced it.
    #[serde(default)]
    pub replaced_by: Option<String>,
}

/// A page's front matter, checked.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct FrontMatter {
    /// Title, when given; else the first level-1 heading, else the name in SUMMARY.md.
    pub title: Option<String>,
    /// One sentence.
    pub description: Option<String>,
    /// The language in which a catalog left the title, where it does not translate it.
    pub title_lang: Option<String>,
    /// The same of the sentence.
    pub description_lang: Option<String>,
    /// Roles it is meant for.
    pub audience: Vec<String>,
    /// Its kind.
    pub kind: PageKind,
    /// Sources the page rests on.
    pub sources: Vec<String>,
    /// Former source paths or output paths that must lead here.
    pub aliases: Vec<String>,
    /// Day (YYYY-MM-DD) after which the page may be out of date.
    pub review_by: Option<String>,
    /// Day (YYYY-MM-DD) of the last change, when the author states it.
    pub updated: Option<String>,
    /// The source revision a whole-page translation was made from.
    pub source_hash: Option<String>,
    /// Day (YYYY-MM-DD) on which a whole-page translation was made from that revision.
    pub translated: Option<String>,
    /// Element number, from 1.
    pub number: Option<u32>,
    /// Element group.
    pub group: Option<String>,
    /// Element status.
    pub status: ElementStatus,
    /// The document it describes.
    pub document: Option<DocumentRecord>,
    /// Entrances of a start page.
    pub entrances: Vec<Entrance>,
    /// Whatever else: `[extra]`, reachable in templates as `page.extra`.
    pub extra: BTreeMap<String, serde_json::Value>,
    /// Where it stands in the file, for findings about it.
    pub span: Span,
}

impl FrontMatter {
    /// Whether this translation was made from the source of this hash; `None` when it does not say.
    #[must_use]
    pub fn made_from(&self, source: Hash) -> Option<bool> {
        let named = self.source_hash.as_deref().filter(|hash| !hash.is_empty())?;
        Some(source.hex().starts_with(named))
    }
}

/// One Markdown file, parsed.
#[derive(Clone, Debug)]
pub struct SourcePage {
    /// Path below the content folder (below `content/<locale>/` for a whole-page translation).
    pub path: RelPath,
    /// Front matter.
    pub front: FrontMatter,
    /// Body.
    pub tree: Tree,
    /// The file; `front.span` points into it.
    pub source: Arc<Source>,
    /// The text that the tree's spans point into.
    pub text: Arc<SourceText>,
    /// Hash of the file as read.
    pub hash: Hash,
    /// Hash of all that the page was made from, included files too: the same key, the same page.
    pub key: Hash,
    /// Drawings and tables that it names, by their path below the content folder, there or not.
    pub attached: BTreeSet<RelPath>,
    /// What was found wrong while parsing.
    pub findings: Vec<Diagnostic>,
    /// Its tree, where one book alone is going to ask for it.
    pub spare: Spare,
}

impl SourcePage {
    /// Lays the tree where a book takes it without copying it. Nobody else finds it afterwards.
    pub fn give_away(&mut self) {
        self.spare = Spare(Mutex::new(Some(std::mem::take(&mut self.tree))));
    }

    /// The tree for a book: a copy, unless it was given away.
    #[must_use]
    pub fn tree_of_book(&self) -> Tree {
        self.spare.lock().take().unwrap_or_else(|| self.tree.clone())
    }
}

/// A tree that can be taken once.
#[derive(Debug, Default)]
pub struct Spare(Mutex<Option<Tree>>);

impl Spare {
    fn lock(&self) -> MutexGuard<'_, Option<Tree>> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

impl Clone for Spare {
    fn clone(&self) -> Self {
        Self(Mutex::new(self.lock().clone()))
    }
}
