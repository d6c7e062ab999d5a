//! What a preview learns of a printed document: its pages, and where on them each block of the source stands.
//!
//! Owns plain data only, which is there also in a program without the print edition.

use crate::base::RelPath;

/// A page as it was set.
#[derive(Clone, Debug, PartialEq)]
pub struct ProofPage {
    /// The number printed on it; may be empty.
    pub number: String,
    /// Of the same look, the same page.
    pub look: String,
    /// In points.
    pub width: f64,
    /// In points.
    pub height: f64,
}

/// Where a block begins on paper.
#[derive(Clone, Debug, PartialEq)]
pub struct Stand {
    /// From 0.
    pub page: usize,
    /// In points from the left edge.
    pub x: f64,
    /// In points from the upper edge.
    pub y: f64,
    /// What stands there.
    pub mark: Mark,
}

/// What stands at a marked place.
#[derive(Clone, Debug, PartialEq)]
pub struct Mark {
    /// The page of the website it is part of.
    pub page: RelPath,
    /// Name of the block (`SourceText::mark`).
    pub block: String,
    /// How many blocks of that name stand before it on the page.
    pub nth: usize,
    /// The row of a table, from 0.
    pub row: Option<usize>,
    /// Its file, relative to the project.
    pub file: RelPath,
    /// Where it begins there.
    pub line: u32,
    /// Where it begins in the line.
    pub column: u32,
    /// How many lines it takes.
    pub lines: u32,
}
