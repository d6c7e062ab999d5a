//! What the benches work on: generated handbooks, and one as far as each stage needs it.

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;
use std::sync::Arc;

use camnang::base::{Artifact, Locale, Memo, RelPath, Stop};
use camnang::book;
use camnang::book::model::Handbook;
use camnang::config::{self, Config};
use camnang::content::{self, Content};
use camnang::files::Project;
use camnang::i18n::ui::Strings;
use camnang::output::Publication;
use camnang::render::search;
use camnang::render::site::{self, Means, Rendering, SiteOptions};
use camnang::theme::Theme;

/// Pages that a build renders before it hands them on.
const TOGETHER: usize = 256;

/// The folder of a generated handbook; written once (needs Node).
pub fn corpus(pages: usize) -> PathBuf {
    let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join(format!("corpus-{pages}"));
    if !folder.is_dir() {
        let aside = folder.with_extension("new");
        let script = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/bench/corpus.js");
        let made = Command::new("node").arg(script).arg(pages.to_string()).arg(&aside).status().expect("node runs");
        assert!(made.success(), "the corpus is written");
        fs::rename(aside, &folder).expect("the corpus is put in its place");
    }
    folder
}

/// All files below a folder.
pub fn files(folder: &Path) -> Vec<PathBuf> {
    let mut files = Vec::new();
    let mut waiting = vec![folder.to_owned()];
    while let Some(here) = waiting.pop() {
        for entry in fs::read_dir(here).expect("a folder of the corpus") {
            let path = entry.expect("an entry").path();
            if path.is_dir() { waiting.push(path) } else { files.push(path) }
        }
    }
    files.sort();
    files
}

/// A handbook on its way.
pub struct Work {
    pub project: Project,
    pub config: Arc<Config>,
    pub theme: Arc<Theme>,
    pub voices: BTreeMap<Locale, Arc<Strings>>,
}

impl Work {
    pub fn new(root: &Path) -> Self {
        let project = Project::open(root).expect("the corpus is there");
        let source = project.text(&RelPath::new("handbook.toml").unwrap_or_default()).expect("its configuration");
        let config = config::load(&source).0.expect("its configuration is well");
        let (theme, _) = Theme::load(&project, &config);
        let locales = config.locales.iter().map(|l| l.locale.clone());
        let voices = locales.map(|locale| (locale.clone(), Strings::load(&project, &config, &locale).0)).collect();
        Self { project, config: Arc::new(config), theme, voices }
    }

    pub fn content(&self) -> Content {
        content::load(&self.project, &self.config).0
    }

    pub fn handbook(&self, content: &Content) -> Handbook {
        book::assemble(&self.project, Arc::clone(&self.config), content).0
    }

    pub fn pages(&self, handbook: &Handbook) -> Vec<Artifact> {
        let options = SiteOptions { minify: true, ..SiteOptions::default() };
        site::render(handbook, &self.theme, &self.voices, &options).0
    }

    /// Renders pages and publishes them as a build does: some at a time, while others are made.
    pub fn publish(&self, handbook: &Handbook, out: &Path) {
        let options = SiteOptions { minify: true, ..SiteOptions::default() };
        let means = Means { theme: &self.theme, strings: &self.voices, options: &options };
        let mut publication = Publication::begin(out).expect("a new folder");
        let mut rendering = Rendering::new(handbook, means);
        for (number, book) in handbook.books.iter().enumerate() {
            for first in (0..book.pages.len()).step_by(TOGETHER) {
                let pages = first..book.pages.len().min(first + TOGETHER);
                publication.add(&rendering.pages(handbook, means, number, pages));
            }
            rendering.rest(handbook, means, number);
        }
        publication.add(&rendering.finish(&options).artifacts);
        publication.finish(&|_| false).expect("it is published");
    }

    pub fn search(&self, handbook: &Handbook) -> Vec<Artifact> {
        search::render(handbook, &self.voices, &Memo::default(), &Stop::default()).0
    }
}
