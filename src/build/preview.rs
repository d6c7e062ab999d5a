//! The site as a preview needs it: what somebody looks at first, the rest after it.
//!
//! Owns that order, and that the two parts may run apart: the first on the thread of whoever follows saves, the rest
//! on another, where it is given up when its sources have changed. Together they are the site that `stages::make` makes.

use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;
use std::sync::Arc;
use std::time::Duration;

use super::outcome::Around;
use super::spots;
use super::stages::{self, Assembled, Made};
use super::timing::Timer;
use super::{BuildOptions, Library, Outcome, Part, Progress, Ready, Stage};
use crate::base::{Artifact, Diagnostic, Memo, RelPath, Stop};
use crate::book::model::Page;
use crate::files::Project;
use crate::render::search;
use crate::render::site::{self, SiteOptions, offline};

/// The handbook as it was put together, for whoever shows something of it.
#[derive(Clone)]
pub struct Snapshot(Arc<Ready>);

impl Snapshot {
    /// All of it, for other previews than the site's.
    pub(super) fn assembled(&self) -> &Assembled {
        &self.0.assembled
    }

    /// What is not made twice.
    pub(super) fn memo(&self) -> &Memo {
        &self.0.site.memo
    }

    /// The file of the project that a page's text begins in, by output path.
    #[must_use]
    pub fn written_in(&self, path: &str) -> Option<String> {
        Some(self.page(path)?.text.origin(0)?.0.path.to_string())
    }

    /// The output path of a page, by its path below the content folder, in a language; in the source's when it is not
    /// in that.
    #[must_use]
    pub fn page_of(&self, source: &str, language: &str) -> Option<RelPath> {
        let books = &self.assembled().handbook.books;
        let wanted = books.iter().find(|book| book.locale.locale.as_str() == language);
        let page = wanted.or(books.first())?.pages.iter().find(|page| page.source.as_str() == source)?;
        Some(page.path.clone())
    }

    /// A page of the site that is yet to be made with the others, and the theme's files. `None` when it is no page of
    /// a book, or has faults.
    #[must_use]
    pub fn make(&self, path: &str) -> Option<Vec<Artifact>> {
        let path = self.page(path)?.path.clone();
        self.some(&[path].into())
    }

    fn page(&self, path: &str) -> Option<&Page> {
        let pages = self.assembled().handbook.books.iter().flat_map(|book| &book.pages);
        pages.map(AsRef::as_ref).find(|page| page.path.as_str() == path)
    }

    fn some(&self, wanted: &BTreeSet<RelPath>) -> Option<Vec<Artifact>> {
        let Assembled { handbook, theme, voices, .. } = self.assembled();
        // Whoever waits is not made to wait for a build that was overtaken either.
        let never = SiteOptions { stop: Stop::default(), ..self.0.site.clone() };
        let (artifacts, found) = site::render_pages(handbook, theme, voices, &never, wanted);
        found.is_empty().then_some(artifacts)
    }
}

impl std::fmt::Debug for Snapshot {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Snapshot").field("pages", &self.assembled().pages).finish()
    }
}

/// A build whose first part is done.
pub struct Unfinished {
    library: Arc<Library>,
    options: BuildOptions,
    /// Its number in the memo.
    number: u64,
    project: Option<Project>,
    handbook: Option<Snapshot>,
    outcome: Outcome,
    timings: Vec<(Stage, Duration)>,
}

/// Builds in memory what somebody waits for: see [`Progress::awaited`].
#[must_use]
pub fn begin(root: &Path, options: &BuildOptions, progress: &dyn Progress, library: &Arc<Library>) -> Unfinished {
    let mut timer = Timer::new(progress);
    let mut outcome = Outcome::default();
    let number = library.memo.begin();
    let (mut project, mut handbook) = (None, None);
    match super::open_with(root, Arc::clone(library)) {
        Ok(opened) => {
            if let Some(ready) = super::ready(root, &opened, options, &mut timer, &mut outcome) {
                timer.begins(Stage::Render, ready.assembled.pages);
                outcome.editor.clone_from(&ready.assembled.config.editor);
                let made = Snapshot(Arc::new(ready));
                if !outcome.has_errors() {
                    first(&made, progress);
                }
                handbook = Some(made);
            }
            if outcome.has_errors() {
                outcome.around = around(&opened, &outcome.findings);
            }
            project = Some(opened);
        }
        Err(finding) => outcome.findings.push(finding),
    }
    let timings = timer.finish();
    Unfinished { library: Arc::clone(library), options: options.clone(), number, project, handbook, outcome, timings }
}

fn first(handbook: &Snapshot, progress: &dyn Progress) {
    progress.assembled(handbook);
    let awaited = progress.awaited();
    if awaited.is_empty() {
        return;
    }
    if let Some(artifacts) = handbook.some(&awaited) {
        progress.ready(Part::Awaited, &artifacts);
    }
}

impl Unfinished {
    /// What has been found so far.
    #[must_use]
    pub fn outcome(&self) -> &Outcome {
        &self.outcome
    }

    /// Files and folders of the project that have been asked for so far.
    #[must_use]
    pub fn reads(&self) -> Vec<RelPath> {
        self.project.as_ref().map(Project::reads).unwrap_or_default()
    }

    /// What has been found, when the rest is not to be made.
    #[must_use]
    pub fn leave(self) -> Outcome {
        let Self { library, options, project, mut outcome, timings, .. } = self;
        if let Some(project) = project {
            super::end(&project, &options, &mut outcome);
        }
        outcome.counts = library.memo.counts();
        outcome.timings = timings;
        outcome
    }

    /// Builds the rest, unless `progress` says to give up.
    #[must_use]
    pub fn finish(self, progress: &dyn Progress) -> Outcome {
        let Self { library, options, number, project, handbook, mut outcome, mut timings } = self;
        if let Some(project) = project {
            let handbook = handbook.map(|Snapshot(ready)| ready);
            if let Some(ready) = &handbook {
                let mut timer = Timer::new(progress);
                timer.begins(Stage::Render, ready.assembled.pages);
                if let Some(Made { mut artifacts, .. }) = rest(&project, ready, &mut timer, &mut outcome) {
                    artifacts.extend(ready.along.iter().cloned());
                    outcome.out.clone_from(&ready.out);
                    outcome.site = Some(artifacts);
                }
                timings.extend(timer.finish());
            }
            super::end(&project, &options, &mut outcome);
            outcome.around = around(&project, &outcome.findings);
            if let Some(ready) = handbook.filter(|_| !outcome.given_up) {
                spots::add(&ready.assembled.handbook, &mut outcome.around);
            }
        }
        // What a build that was given up did not come to is asked for by the next one.
        if !outcome.given_up {
            library.memo.end(number);
        }
        outcome.counts = library.memo.counts();
        outcome.timings = timings;
        outcome
    }
}

/// Places whose neighbours are told: nobody reads more at once.
const MOST_PLACES: usize = 500;

/// The lines around what was found in the project's own files.
fn around(project: &Project, findings: &[Diagnostic]) -> BTreeMap<(RelPath, u32), Around> {
    let read: BTreeSet<RelPath> = project.reads().into_iter().collect();
    let places = findings.iter().filter_map(|finding| finding.place.as_ref());
    let own = places.filter(|place| !place.excerpt.is_empty() && read.contains(&place.path)).take(MOST_PLACES);
    own.filter_map(|place| {
        let text = &project.text(&place.path).ok()?.text;
        Some(((place.path.clone(), place.line), Around::of(text, place.line)))
    })
    .collect()
}

/// `None` when the build was given up.
fn rest(project: &Project, ready: &Ready, timer: &mut Timer, outcome: &mut Outcome) -> Option<Made> {
    let Ready { assembled, site, .. } = ready;
    let Assembled { handbook, theme, voices, pages, whole, .. } = assembled;
    let stop = timer.progress().stop();
    if stopped(&stop, outcome) {
        return None;
    }
    let translation = stages::translation(project, assembled);
    let options = SiteOptions { stop, translation, ..site.clone() };
    let (mut artifacts, found) = site::render(handbook, theme, voices, &options);
    outcome.findings.extend(found);
    if stopped(&options.stop, outcome) {
        return None;
    }
    let ledger = stages::ledger(project, handbook, &whole.locales, &mut outcome.findings);
    if !outcome.has_errors() {
        timer.progress().ready(Part::Pages, &artifacts);
    }
    let (index, missed) = search::render(handbook, voices, &options.memo, &options.stop);
    artifacts.extend(index);
    outcome.findings.extend(missed);
    if stopped(&options.stop, outcome) {
        return None;
    }
    let lists = offline::files_of(handbook, theme, voices, &artifacts);
    artifacts.extend(lists);
    Some(Made { artifacts, pages: *pages, ledger })
}

fn stopped(stop: &Stop, outcome: &mut Outcome) -> bool {
    outcome.given_up = stop.is_wished();
    outcome.given_up
}
