//! What is being served: the last good site and what the latest build found.

use std::collections::BTreeMap;
use std::sync::Arc;

use crate::base::{Artifact, Diagnostic, Hash, Severity};
use crate::build::Outcome;

/// A site in memory, by address.
#[derive(Debug, Default)]
pub(super) struct Site {
    files: BTreeMap<String, Arc<[u8]>>,
    /// Names the content: the same site has the same version, also after a restart.
    pub version: String,
}

impl Site {
    fn new(artifacts: Vec<Artifact>) -> Self {
        let files: BTreeMap<String, Arc<[u8]>> =
            artifacts.into_iter().map(|a| (a.path.as_str().to_owned(), a.bytes)).collect();
        let mut names = Vec::new();
        for (path, bytes) in &files {
            names.extend_from_slice(path.as_bytes());
            names.extend_from_slice(Hash::of(bytes).hex().as_bytes());
        }
        Self { version: Hash::of(&names).short(), files }
    }

    /// The file at an address: `a/` means its `index.html`.
    pub(super) fn find(&self, address: &str) -> Option<(&str, &Arc<[u8]>)> {
        let path = address.trim_start_matches('/');
        let index;
        let path = if path.is_empty() || path.ends_with('/') {
            index = format!("{path}index.html");
            &index
        } else {
            path
        };
        self.files.get_key_value(path).map(|(path, bytes)| (path.as_str(), bytes))
    }

    /// Whether an address without its last `/` is a folder of the site.
    pub(super) fn is_folder(&self, address: &str) -> bool {
        self.files.contains_key(&format!("{}/index.html", address.trim_start_matches('/')))
    }
}

/// What readers get.
#[derive(Clone, Debug, Default)]
pub(super) struct State {
    /// The last good site; `None` while there has been none.
    pub site: Option<Arc<Site>>,
    /// Errors of the latest build.
    pub errors: Arc<[Diagnostic]>,
    /// Builds so far; 0: the first is under way.
    pub builds: u64,
}

impl State {
    /// The state after a build: a site with errors takes no place of a good one, but is better than none.
    pub(super) fn after(&self, outcome: &mut Outcome) -> Self {
        let errors: Vec<Diagnostic> =
            outcome.findings.iter().filter(|f| f.severity == Severity::Error).cloned().collect();
        let site = match (outcome.site.take(), &self.site) {
            (Some(artifacts), _) if errors.is_empty() => Some(Arc::new(Site::new(artifacts))),
            (Some(artifacts), None) => Some(Arc::new(Site::new(artifacts))),
            (_, last) => last.clone(),
        };
        Self { site, errors: errors.into(), builds: self.builds + 1 }
    }
}
