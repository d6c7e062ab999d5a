//! What a build did and found.

use std::path::PathBuf;
use std::time::Duration;

use super::Stage;
use crate::base::{Artifact, Diagnostic, Locale, RelPath, Severity};
use crate::output::Published;
use crate::render::bundle::Share;

/// What a build did and found.
#[derive(Debug, Default)]
pub struct Outcome {
    /// Everything found, in the order of files and lines.
    pub findings: Vec<Diagnostic>,
    /// What was counted.
    pub summary: Summary,
    /// The site, when one could be made; it may have faults.
    pub site: Option<Vec<Artifact>>,
    /// What each ZIP is made of, by locale, before packing.
    pub bundles: Vec<(Locale, Vec<Share>)>,
    /// What publishing did; `None` when nothing was published.
    pub published: Option<Published>,
    /// The output folder.
    pub out: PathBuf,
    /// Files and folders of the project that were asked for, there or not.
    pub reads: Vec<RelPath>,
    /// How long each stage took.
    pub timings: Vec<(Stage, Duration)>,
}

impl Outcome {
    /// Whether there is any error.
    #[must_use]
    pub fn has_errors(&self) -> bool {
        self.findings.iter().any(|f| f.severity == Severity::Error)
    }
}

/// What a build counted.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Summary {
    /// Pages of all locales.
    pub pages: usize,
    /// Locales of the site.
    pub locales: Vec<Locale>,
    /// The framework, when the handbook has one.
    pub elements: Option<ElementCount>,
}

/// How far the framework's elements have got, in the source locale.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct ElementCount {
    /// How many there are to be.
    pub expected: u32,
    /// How many have a page.
    pub described: usize,
    /// How many of those have an official source.
    pub with_source: usize,
}
