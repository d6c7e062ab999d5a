//! What a build did and found.

use std::collections::BTreeMap;
use std::path::PathBuf;
use std::time::Duration;

use super::Stage;
use crate::base::{Artifact, Count, Diagnostic, Locale, RelPath, Severity};
use crate::files::Answers;
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
    /// The file of the project that each page's text begins in, by output path.
    pub written_in: BTreeMap<String, String>,
    /// The address that opens a place in the author's editor, when the configuration has one.
    pub editor: Option<String>,
    /// The build was given up because its sources had changed; what it found is not all.
    pub given_up: bool,
    /// What the project answered, where that was written down and a build given the same answers finds the same.
    pub answers: Option<Answers>,
    /// Where nothing had to be made: the files of the site as they are, with their lengths.
    pub unchanged: Vec<(RelPath, u64)>,
    /// What each step made, and found made before.
    pub counts: BTreeMap<&'static str, Count>,
    /// How long each step took, all processors together.
    pub spent: BTreeMap<&'static str, Duration>,
    /// How long each stage took.
    pub timings: Vec<(Stage, Duration)>,
}

impl Outcome {
    /// Whether there is any error.
    #[must_use]
    pub fn has_errors(&self) -> bool {
        self.findings.iter().any(|f| f.severity == Severity::Error)
    }

    /// The files of the site and their lengths.
    pub fn files(&self) -> impl Iterator<Item = (&RelPath, u64)> {
        let made = self.site.iter().flatten().map(|artifact| (&artifact.path, artifact.bytes.len() as u64));
        made.chain(self.unchanged.iter().map(|(path, length)| (path, *length)))
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
