//! What is being served: the site as far as it is, and what the latest build found.

use std::collections::BTreeMap;
use std::sync::Arc;

use crate::base::{Artifact, Diagnostic, Severity};
use crate::build::{Outcome, Part};

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
    /// Errors of the latest build.
    pub errors: Arc<[Diagnostic]>,
    /// Warnings of the latest whole build.
    pub warnings: Arc<[Diagnostic]>,
    /// The file that each page was written in, by output path.
    pub written_in: Arc<BTreeMap<String, String>>,
    /// The address that opens a place in an editor.
    pub editor: Option<String>,
    /// Builds that readers have seen something of; 0: the first is under way.
    pub builds: u64,
}

impl State {
    /// The state while a build without errors so far has made a part of the site.
    pub(super) fn during(&self, part: Part, artifacts: &[Artifact]) -> Self {
        let site = Some(Arc::new(Site::new(artifacts, false)));
        // When the rest never comes, because the next save has faults, every page is better than none.
        let good = match part {
            Part::Awaited => self.good.clone(),
            Part::Pages => Some(Arc::new(Site::new(artifacts, true))),
        };
        Self { site, good, errors: Arc::default(), builds: self.builds + 1, ..self.clone() }
    }

    /// The state after a build: a site with errors takes no place of a good one, but is better than none.
    pub(super) fn after(&self, outcome: &mut Outcome) -> Self {
        let of = |severity: Severity| -> Arc<[Diagnostic]> {
            outcome.findings.iter().filter(|f| f.severity == severity).cloned().collect()
        };
        let (errors, warnings) = (of(Severity::Error), of(Severity::Warning));
        let made = outcome.site.take().map(|artifacts| Arc::new(Site::new(&artifacts, true)));
        let good = made.clone().filter(|_| errors.is_empty()).or_else(|| self.good.clone());
        let site = good.clone().or(made);
        let written_in = Arc::new(std::mem::take(&mut outcome.written_in));
        let editor = outcome.editor.take().or_else(|| self.editor.clone());
        Self { site, good, errors, warnings, written_in, editor, builds: self.builds + 1 }
    }
}
