//! What a build did and found.

use std::collections::BTreeMap;
use std::path::PathBuf;
use std::time::Duration;

use super::Stage;
use crate::base::{Artifact, Count, Diagnostic, Hash, Listed, Locale, RelPath, Severity};
use crate::files::Answers;
use crate::output::Published;
use crate::render::bundle::Share;

/// Lines shown before and after the one that something is wrong with.
const NEIGHBOURS: usize = 2;

/// What a build did and found.
#[derive(Debug, Default)]
pub struct Outcome {
    /// Everything found, in the order of files and lines.
    pub findings: Vec<Diagnostic>,
    /// What was counted.
    pub summary: Summary,
    /// The site in memory, when one could be made; it may have faults. Files that were published are not in it.
    pub site: Option<Vec<Artifact>>,
    /// The files that were published.
    pub listed: Vec<Listed>,
    /// The hash of what a published file was made from → the file.
    pub made_from: Vec<(Hash, RelPath)>,
    /// What each ZIP is made of, by locale, before packing.
    pub bundles: Vec<(Locale, Vec<Share>)>,
    /// What publishing did; `None` when nothing was published.
    pub published: Option<Published>,
    /// The output folder.
    pub out: PathBuf,
    /// Files and folders of the project that were asked for, there or not.
    pub reads: Vec<RelPath>,
    /// Lines around each place that something was found at, by file and line: for a preview only.
    pub around: BTreeMap<(RelPath, u32), Around>,
    /// The address that opens a place in the author's editor, when the configuration has one.
    pub editor: Option<String>,
    /// The build was given up because its sources had changed; what it found is not all.
    pub given_up: bool,
    /// What the project answered, where that was written down and a build given the same answers finds the same.
    pub answers: Option<Answers>,
    /// Files in which comments allowed something that was found.
    pub allowed: Vec<RelPath>,
    /// What the next build may have to know of all pages.
    pub known: Option<crate::book::Pack>,
    /// Where not everything had to be made: the files of the site as they are, with their lengths.
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
        let listed = self.listed.iter().map(|file| (&file.path, file.length));
        made.chain(listed).chain(self.unchanged.iter().map(|(path, length)| (path, *length)))
    }
}

/// The neighbours of a line.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Around {
    /// Lines before it, in order.
    pub before: Vec<String>,
    /// Lines after it.
    pub after: Vec<String>,
    /// Where readers of the site meet it.
    pub spots: Vec<Spot>,
}

/// Where on a page of the site a line is read.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Spot {
    /// The page's output path.
    pub page: RelPath,
    /// The blocks that hold the line, from the innermost out: the name of each (`SourceText::mark`), and how many of
    /// that name stand before it. None: the page as a whole.
    pub blocks: Vec<(String, usize)>,
    /// The row of the table that the innermost is, from 0.
    pub row: Option<usize>,
}

impl Around {
    /// Of line `line`, from 1, of a text.
    pub(super) fn of(text: &str, line: u32) -> Self {
        let at = usize::try_from(line).unwrap_or(usize::MAX).saturating_sub(1);
        let owned = |lines: &mut dyn Iterator<Item = &str>| lines.map(str::to_owned).collect();
        let first = at.saturating_sub(NEIGHBOURS);
        Self {
            before: owned(&mut text.lines().skip(first).take(at - first)),
            after: owned(&mut text.lines().skip(at.saturating_add(1)).take(NEIGHBOURS)),
            spots: Vec::new(),
        }
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

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_line_at_the_edge_has_fewer_neighbours() {
        let text = "một\nhai\nba\nbốn\nnăm\n";
        let around = |line| {
            let Around { before, after, .. } = Around::of(text, line);
            (before.join(" "), after.join(" "))
        };
        assert_eq!(around(1), (String::new(), "hai ba".to_owned()));
        assert_eq!(around(3), ("một hai".to_owned(), "bốn năm".to_owned()));
        assert_eq!(around(5), ("ba bốn".to_owned(), String::new()));
        assert_eq!(around(9), (String::new(), String::new()));
    }
}
