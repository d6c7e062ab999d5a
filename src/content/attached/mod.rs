//! Words that stand in files which pages show: drawings (SVG) and tables of data (CSV).
//!
//! Owns which files these are and which of their texts are words. A drawing is used by an image of a source page,
//! a table by its `:::data`. Texts without a letter (numbers, dates) are the same in every language and no words.
//! May not know how they are translated: `i18n` finds translations, `book` puts them in.

pub mod csv;
pub mod svg;

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use rayon::prelude::*;

use super::directives::path_and_caption;
use super::markdown::tree::{Block, BlockKind, Image, Tree};
use super::markdown::walk::{self, Visitor};
use super::page::SourcePage;
use crate::base::{RelPath, Source, Span};
use crate::config::Config;
use crate::files::Project;

/// A file of the source language that holds words.
#[derive(Clone, Debug)]
pub struct Attached {
    /// Its text.
    pub source: Arc<Source>,
    /// Its words in the order of the file, each where it stands.
    pub words: Vec<(String, Span)>,
}

/// The files with words that the source's pages use, by their path below the content folder. One that cannot be
/// read has none: it is told of where it is published.
pub(super) fn load<'a>(
    project: &Project,
    config: &Config,
    files: &BTreeSet<RelPath>,
    pages: impl Iterator<Item = &'a SourcePage>,
) -> BTreeMap<RelPath, Attached> {
    let used: BTreeSet<&RelPath> = pages.flat_map(|page| &page.attached).filter(|path| files.contains(path)).collect();
    let used: Vec<&RelPath> = used.into_iter().collect();
    let read = used.into_par_iter().filter_map(|path| {
        let source = project.text(&config.content.join(path.as_str()).ok()?).ok()?;
        let words = if is_drawing(path) { svg::words(&source.text) } else { csv::words(&source.text) };
        (!words.is_empty()).then(|| (path.clone(), Attached { source, words }))
    });
    read.collect::<Vec<_>>().into_iter().collect()
}

/// The drawings and tables that a page names, there or not.
pub(super) fn named(page: &RelPath, tree: &mut Tree) -> BTreeSet<RelPath> {
    let mut used = BTreeSet::new();
    walk::tree(tree, &mut Uses { page, used: &mut used });
    used
}

/// Whether a file is a drawing.
#[must_use]
pub fn is_drawing(path: &RelPath) -> bool {
    path.extension() == "svg"
}

/// Whether a text is worth a translator's time.
fn is_word(text: &str) -> bool {
    text.chars().any(char::is_alphabetic)
}

struct Uses<'a> {
    page: &'a RelPath,
    used: &'a mut BTreeSet<RelPath>,
}

impl Uses<'_> {
    fn file(&mut self, written: &str, is_wanted: impl Fn(&RelPath) -> bool) {
        let path = self.page.link(written).ok().filter(is_wanted);
        self.used.extend(path);
    }
}

impl Visitor for Uses<'_> {
    fn block(&mut self, block: &mut Block) {
        if let BlockKind::Directive(directive) = &block.kind
            && directive.name == "data"
        {
            self.file(path_and_caption(&directive.argument).0, |_| true);
        }
    }

    fn image(&mut self, image: &mut Image) {
        // An address may say more than the file: `a.svg#part`.
        let file = image.source.split(['?', '#']).next().unwrap_or_default();
        self.file(file, is_drawing);
    }
}
