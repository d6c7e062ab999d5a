//! What is being served: the site as far as it is, and what the latest build found.

use std::collections::BTreeMap;
use std::sync::Arc;

use super::trace::Trace;
use crate::base::{Artifact, Diagnostic, RelPath, Severity};
use crate::build::{Around, Outcome, Snapshot};

/// A site in memory, by address.
#[derive(Debug, Default)]
pub(super) struct Site {
    files: BTreeMap<String, Arc<[u8]>>,
    /// Nothing is missing: what is not found is not there. Else it is yet to be made, and whoever asks for it waits.
    pub complete: bool,
}

impl Site {
    fn new(artifacts: &[Artifact], complete: bool) -> Self {
        let files = artifacts.iter().map(|a| (a.path.as_str().to_owned(), Arc::clone(&a.bytes))).collect();
        Self { files, complete }
    }

    /// A whole site with newer files laid over it.
    fn under(mut self, newer: &Self) -> Self {
        self.files.extend(newer.files.iter().map(|(path, bytes)| (path.clone(), Arc::clone(bytes))));
        self
    }

    /// The file at an address: `a/` means its `index.html`.
    pub(super) fn find(&self, address: &str) -> Option<(&str, &Arc<[u8]>)> {
        self.files.get_key_value(&path_of(address)).map(|(path, bytes)| (path.as_str(), bytes))
    }

    /// Whether an address without its last `/` is a folder of the site.
    pub(super) fn is_folder(&self, address: &str) -> bool {
        self.files.contains_key(&format!("{}/index.html", address.trim_start_matches('/')))
    }
}

/// The output path that an address means.
pub(super) fn path_of(address: &str) -> String {
    let path = address.trim_start_matches('/');
    if path.is_empty() || path.ends_with('/') { format!("{path}index.html") } else { path.to_owned() }
}

/// What readers get.
#[derive(Clone, Debug, Default)]
pub(super) struct State {
    /// What is there; `None` while there has been nothing.
    pub site: Option<Arc<Site>>,
    /// The last whole site without errors.
    good: Option<Arc<Site>>,
    /// The handbook as it was last put together without an error.
    pub handbook: Option<Snapshot>,
    /// Errors of the latest build.
    pub errors: Arc<[Diagnostic]>,
    /// Warnings of the latest whole build.
    pub warnings: Arc<[Diagnostic]>,
    /// The lines around what is wrong.
    pub around: Arc<BTreeMap<(RelPath, u32), Around>>,
    /// The address that opens a place in an editor.
    pub editor: Option<String>,
    /// Changes of this state that readers could see; 0: the first build is under way.
    pub builds: u64,
    /// The save that the state follows: later ones have higher numbers.
    pub save: u64,
    /// When what happened to that save.
    pub trace: Trace,
}

impl State {
    /// A build of a newer save begins to show.
    pub(super) fn follow(&mut self, save: u64, trace: &Trace) {
        (self.save, self.trace) = (save, trace.clone());
    }

    /// The pages that were awaited are there, without errors so far.
    pub(super) fn awaited(&mut self, artifacts: &[Artifact]) {
        self.site = Some(Arc::new(Site::new(artifacts, false)));
        self.errors = Arc::default();
        self.builds += 1;
    }

    /// All pages of a save are there, without errors so far. When the rest never comes, because the next save has
    /// faults, every page is better than none.
    pub(super) fn pages(&mut self, artifacts: &[Artifact], save: u64) {
        if save == self.save {
            self.site = Some(Arc::new(Site::new(artifacts, false)));
            self.good = Some(Arc::new(Site::new(artifacts, true)));
            self.builds += 1;
        }
    }

    /// The first part of a build is done: what is wrong is told at once, over the last good site.
    pub(super) fn begun(&mut self, outcome: &Outcome) {
        self.editor = outcome.editor.clone().or_else(|| self.editor.take());
        let errors = of(outcome, Severity::Error);
        if !errors.is_empty() && (self.builds > 0 || self.handbook.is_some()) {
            self.site = self.good.clone().or_else(|| self.site.take());
            self.errors = errors;
            self.around = Arc::new(outcome.around.clone());
            self.builds += 1;
        }
    }

    /// A build of a save is done. A site with errors takes no place of a good one, but is better than none; one of an
    /// older save lies under what is there of the newest.
    pub(super) fn done(&mut self, outcome: &mut Outcome, save: u64) {
        let errors = of(outcome, Severity::Error);
        let made = outcome.site.take().map(|artifacts| Site::new(&artifacts, true));
        if save < self.save {
            if let Some(made) = made.filter(|_| errors.is_empty()) {
                let newer = self.site.take().filter(|site| !site.complete);
                let made = Arc::new(match newer {
                    Some(newer) => made.under(&newer),
                    None => made,
                });
                (self.good, self.site) = (Some(Arc::clone(&made)), Some(made));
                self.builds += 1;
            }
            return;
        }
        let made = made.map(Arc::new);
        self.good = made.clone().filter(|_| errors.is_empty()).or_else(|| self.good.take());
        self.site = self.good.clone().or(made);
        self.errors = errors;
        self.warnings = of(outcome, Severity::Warning);
        self.around = Arc::new(std::mem::take(&mut outcome.around));
        self.builds += 1;
    }
}

fn of(outcome: &Outcome, severity: Severity) -> Arc<[Diagnostic]> {
    outcome.findings.iter().filter(|f| f.severity == severity).cloned().collect()
}
