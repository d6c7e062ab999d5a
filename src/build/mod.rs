//! The whole procedure, and the only place that names every stage.
//!
//! Owns the order of stages, what runs beside what, and what a failed stage means for the next. Every
//! stage tells all its faults; a fault in one does not keep the next from telling its own, as long as
//! there is something to work on. Only a site without a single error is published.
//!
//! 1. configuration: `handbook.toml`
//! 2. content and theme, side by side
//! 3. book: assembled and resolved
//! 4. pictures in their sizes, as far as they are not kept from an earlier build
//! 5. print, when asked to: books to PDF
//! 6. render: artifacts in memory
//! 7. publish, unless only checking

mod again;
mod along;
pub mod beside;
mod external;
mod options;
mod outcome;
mod pictures;
mod preview;
mod print;
mod spots;
mod stages;
mod timing;
pub mod translate;
mod warm;

use std::collections::BTreeSet;
use std::path::{Path, PathBuf};
use std::sync::Arc;

use crate::base::{Artifact, Diagnostic, Listed, RelPath, codes};
use crate::book::ledger::LEDGER;
use crate::check::{self, AllowedFiles};
use crate::config;
use crate::files::Project;
use crate::i18n::ui;
use crate::output::{self, Publication, Published};
use crate::render::site::SiteOptions;
use crate::theme::{Theme, ThemeEntry};
use crate::words;
use stages::{Assembled, Made};
use timing::Timer;

pub use crate::files::Library;
pub use crate::render::proof::{Mark, ProofPage, Stand};
pub use options::{
    Along, BuildOptions, Format, Imposition, Part, PressWork, PrintOptions, Progress, STAGES, Silent, Stage, Target,
};
pub use outcome::{Around, ElementCount, Outcome, Spot, Summary};
pub use preview::{Snapshot, Unfinished, begin};
pub use print::preview::{PrintPreview, Proof, ProofOrder};
pub use print::print;

/// Builds the handbook in `root`.
#[must_use]
pub fn run(root: &Path, options: &BuildOptions, progress: &dyn Progress) -> Outcome {
    match options.target {
        Target::Folder(_) => warm::run(root, options, progress),
        Target::Nothing | Target::Memory => run_with(root, options, progress, &Arc::default()),
    }
}

/// The same for one who builds again and again: what `library` keeps is not made twice.
#[must_use]
pub fn run_with(root: &Path, options: &BuildOptions, progress: &dyn Progress, library: &Arc<Library>) -> Outcome {
    if options.target == Target::Memory {
        return preview::begin(root, options, progress, library).finish(progress);
    }
    let mut timer = Timer::new(progress);
    let mut outcome = Outcome::default();
    let build_number = library.memo.begin();
    match open_with(root, Arc::clone(library)) {
        Ok(project) => {
            let project = if let Target::Folder(_) = options.target { project.answering() } else { project };
            let settled = build(root, &project, options, &mut timer, &mut outcome);
            end(&project, options, &mut outcome);
            outcome.answers = project.answers().filter(|_| settled);
        }
        Err(finding) => outcome.findings.push(finding),
    }
    library.memo.end(build_number);
    outcome.counts = library.memo.counts();
    outcome.spent = library.memo.spent();
    outcome.timings = timer.finish();
    outcome
}

/// What is said of a build when it is done.
fn end(project: &Project, options: &BuildOptions, outcome: &mut Outcome) {
    allow(project, options, outcome);
    outcome.reads = project.reads();
    outcome.findings.sort();
    outcome.findings.dedup();
}

/// Leaves out the findings that comments in the files allow; a check also tells of comments without use.
fn allow(project: &Project, options: &BuildOptions, outcome: &mut Outcome) {
    let found = std::mem::take(&mut outcome.findings);
    let text = |path: &RelPath| project.text(path).ok();
    let allowed = allowed_files(project);
    if options.target == Target::Nothing {
        let written = |path: &&RelPath| ["md", "toml", "po", "svg"].contains(&path.extension().as_str());
        let files: Vec<_> = project.reads().iter().filter(written).filter_map(text).collect();
        outcome.findings = check::needless_allowances(&found, &files);
        let config = text(&config_path());
        outcome.findings.extend(config.iter().flat_map(|file| check::needless_files(&found, &allowed, file)));
    }
    let told: BTreeSet<RelPath> = found.iter().filter_map(place).cloned().collect();
    let count = |found: &[Diagnostic], path: &RelPath| found.iter().filter(|f| place(f) == Some(path)).count();
    let left = check::apply_allowances(found.clone(), &allowed, text);
    outcome.allowed = told.into_iter().filter(|path| count(&found, path) != count(&left, path)).collect();
    outcome.findings.extend(left);
}

/// The files that the configuration allows something.
fn allowed_files(project: &Project) -> AllowedFiles {
    let config = project.text(&config_path()).ok().and_then(|source| config::load(&source).0);
    let Some(config) = config else { return AllowedFiles::new() };
    let allowed = config.check.allow.into_iter();
    allowed.filter_map(|(path, codes)| Some((config.content.join(path.as_str()).ok()?, codes))).collect()
}

/// Whether a handbook has a page, by its path below the content folder.
#[must_use]
pub fn has_page(root: &Path, page: &str) -> bool {
    let Ok(project) = open(root) else { return false };
    let config = project.text(&config_path()).ok().and_then(|source| config::load(&source).0);
    config.and_then(|config| config.content.join(page).ok()).is_some_and(|path| project.exists(&path))
}

/// The file that a finding is told of.
fn place(finding: &Diagnostic) -> Option<&RelPath> {
    finding.place.as_ref().map(|place| &place.path)
}

/// The files and folders that a build of `root` will ask for, as far as its configuration tells.
#[must_use]
pub fn sources(root: &Path) -> Vec<RelPath> {
    let config = open(root).and_then(|project| project.text(&config_path())).ok().and_then(|s| config::load(&s).0);
    let folders = config.map(|config| [config.content, config.i18n, config.theme]);
    std::iter::once(config_path()).chain(folders.into_iter().flatten()).collect()
}

/// Whether `root` is a handbook's folder.
///
/// # Errors
/// When it is not there or holds no `handbook.toml`.
pub fn look(root: &Path) -> Result<(), Diagnostic> {
    open(root).map(drop)
}

/// What of the theme a handbook can replace and what it does, for `camnang theme list`.
#[must_use]
pub fn theme_entries(root: &Path) -> (Vec<ThemeEntry>, Vec<Diagnostic>) {
    let loaded = open(root).and_then(|project| {
        let source = project.text(&config_path())?;
        let (config, findings) = config::load(&source);
        Ok((project, config, findings))
    });
    match loaded {
        Ok((project, Some(config), mut findings)) => {
            let (theme, faults) = Theme::load(&project, &config);
            findings.extend(faults);
            let mut entries = theme.list();
            entries.extend(ui::shipped().into_iter().map(|tag| {
                let name = format!("{}/{tag}.ftl", config.i18n);
                let written =
                    RelPath::new(&name).ok().filter(|p| project.exists(p)).and_then(|p| project.text(&p).ok());
                let own = written.is_some_and(|source| ui::replaces(&tag, &source.text));
                ThemeEntry { name, own, built_in: true }
            }));
            (entries, findings)
        }
        Ok((_, None, findings)) => (Vec::new(), findings),
        Err(finding) => (Vec::new(), vec![finding]),
    }
}

/// Everything that rendering needs.
struct Ready {
    assembled: Assembled,
    site: SiteOptions,
    out: PathBuf,
    obstacle: Option<Diagnostic>,
    printed: Option<print::Printed>,
    /// Files to take along.
    along: Vec<Artifact>,
}

fn ready(
    root: &Path,
    project: &Project,
    options: &BuildOptions,
    timer: &mut Timer,
    outcome: &mut Outcome,
) -> Option<Ready> {
    let mut assembled = stages::assemble(root, project, options, timer, outcome)?;
    let out = stages::out(root, &assembled.config, &options.target);
    let obstacle = stages::obstacle(root, &assembled.config, &options.target);
    let keep = obstacle.is_none().then_some(out.as_path());
    let mut prepared = pictures::prepare(&mut assembled, keep, &options.target, outcome);
    let printed = options.print.as_ref().map(|print| {
        timer.begins(Stage::Print, assembled.handbook.books.len());
        let printed = print::make(&assembled, &out, print, timer.progress());
        print::forget();
        printed
    });
    let along = along::make(&assembled, printed.as_ref(), options, outcome);
    let mark_untranslated = options.target == Target::Memory;
    let (memo, stop) = (Arc::clone(project.memo()), timer.progress().stop());
    let (minify, translation_page) = (options.minify, assembled.untranslated.is_some());
    let mut site = SiteOptions { minify, mark_untranslated, translation_page, memo, stop, ..SiteOptions::default() };
    if let Some(printed) = &printed {
        outcome.findings.extend(printed.findings.iter().cloned());
        printed.offer(&assembled, &mut site);
    }
    for (locale, files) in along.downloads {
        site.downloads.entry(locale).or_default().extend(files);
    }
    prepared.give(&mut assembled);
    site.pictures = std::mem::take(&mut prepared.pictures);
    Some(Ready { assembled, site, out, obstacle, printed, along: along.artifacts })
}

/// Whether the next build would find the same, were nothing changed but what this one wrote.
fn build(root: &Path, project: &Project, options: &BuildOptions, timer: &mut Timer, outcome: &mut Outcome) -> bool {
    let Some(ready) = ready(root, project, options, timer, outcome) else { return false };
    let Ready { assembled, site, out, obstacle, printed, along } = ready;
    outcome.out = out;
    let to_folder = matches!(options.target, Target::Folder(_));
    let mut publication = if to_folder { begun(obstacle.as_ref(), outcome) } else { None };
    let made = stages::make(project, assembled, site, publication.as_mut(), timer, outcome);
    let Made { mut artifacts, pages, ledger } = made;
    let settled = ledger.settled;
    artifacts.extend(along);
    if to_folder {
        timer.begins(Stage::Publish, pages);
        let publication = publication.filter(|_| !outcome.has_errors());
        let printed = |out: &Path| printed.map_or(Ok(()), |printed| printed.publish(out).map(drop));
        let published = match publication {
            Some(publication) => printed(&outcome.out).and_then(|()| finish(publication, &artifacts)).map(Some),
            None if obstacle.is_some() => Ok(None),
            // What a killed run left half done is put right also when this one has nothing to publish.
            None => output::recover(&outcome.out).map(|()| None),
        };
        match published {
            Ok(Some((published, listed))) => {
                (outcome.published, outcome.listed) = (Some(published), listed);
                outcome.findings.extend(ledger.text.and_then(|text| keep_ledger(root, &text)));
                return settled;
            }
            Ok(None) => {}
            Err(faults) => outcome.findings.extend(faults),
        }
    }
    outcome.site = Some(artifacts);
    settled
}

/// Begins to publish what is going to be made, unless there is a reason already not to.
fn begun(obstacle: Option<&Diagnostic>, outcome: &mut Outcome) -> Option<Publication> {
    outcome.findings.extend(obstacle.cloned());
    if outcome.has_errors() {
        return None;
    }
    Publication::begin(&outcome.out).map_err(|faults| outcome.findings.extend(faults)).ok()
}

/// Hands over the last files.
fn finish(mut publication: Publication, rest: &[Artifact]) -> Result<(Published, Vec<Listed>), Vec<Diagnostic>> {
    publication.add(rest);
    publication.finish(&|_| false)
}

/// Writes the ledger of published addresses in one step: a killed build leaves the old one whole.
fn keep_ledger(root: &Path, text: &str) -> Option<Diagnostic> {
    let (file, new) = (root.join(LEDGER), root.join(format!("{LEDGER}.new")));
    let error = std::fs::write(&new, text).and_then(|()| std::fs::rename(&new, &file)).err()?;
    let message = words!("`{LEDGER}` cannot be written: {error}", "không ghi được `{LEDGER}`: {error}");
    Some(Diagnostic::error(codes::LEDGER_WRITE, message))
}

/// Opens a handbook's folder; one without a `handbook.toml` is none.
fn open(root: &Path) -> Result<Project, Diagnostic> {
    open_with(root, Arc::default())
}

fn open_with(root: &Path, library: Arc<Library>) -> Result<Project, Diagnostic> {
    let shown = root.display();
    let missing = |message| {
        Diagnostic::error(codes::PROJECT_MISSING, message).help(words!(
            "name the folder that holds handbook.toml, or make one: camnang new my-handbook",
            "hãy chỉ thư mục chứa handbook.toml, hoặc tạo mới: camnang new cam-nang"
        ))
    };
    if !root.is_dir() {
        return Err(missing(words!("there is no folder `{shown}`", "không có thư mục `{shown}`")));
    }
    let project = Project::open_with(root, library)?;
    if project.exists(&config_path()) {
        return Ok(project);
    }
    Err(missing(words!("there is no handbook.toml in `{shown}`", "không có handbook.toml trong `{shown}`")))
}

fn config_path() -> RelPath {
    RelPath::new(config::FILE_NAME).unwrap_or_default()
}
