//! What a build to a folder leaves for the next one.
//!
//! Owns the records of builds among those of the output folder. The *record of a build* holds what the project answered,
//! what was found and what the folder looked like afterwards: when all answers are the same, by reading every file, and the
//! folder is untouched, there is nothing to make. Where the text of a few chapters alone has changed, what is *known of all
//! pages* spares reading the others (see `again`). The *table of pages* says what each page was made from: a page whose
//! template would be given the same data is taken from the folder; style sheets are kept as they are. All count for one
//! executable and one way of building only, all may be lost or deleted: then the work is done once more.

use std::path::Path;
use std::sync::Arc;

use rayon::prelude::*;

use super::again::{self, Before};
use super::outcome::{ElementCount, Outcome, Summary};
use super::timing::Timer;
use super::{Along, BuildOptions, Progress, Stage, config_path, open_with, run_with, stages};
use crate::base::{Diagnostic, Hash, Locale, Memo, RelPath, Stamp, Stored, Unread, restore_bytes, store_bytes};
use crate::book::ledger::LEDGER;
use crate::book::{Known, Pack};
use crate::config;
use crate::files::{Answers, Library, Project};
use crate::output::{Found, Kept, Published, Seal};
use crate::render::search::{FIGURES, Figures};
use crate::render::site::{FACTS, Facts, Made, STANDING};
use crate::theme::{SHEET, Sheet};

/// Counts up when the form or the meaning of the records changes otherwise than with the executable.
const FORM: u32 = 3;
/// The steps whose things are kept.
const STEPS: &[&str] = &[STANDING, FACTS, SHEET, FIGURES];

/// Builds to a folder, making only what was not made before.
pub(super) fn run(root: &Path, options: &BuildOptions, progress: &dyn Progress) -> Outcome {
    let library = Arc::new(Library::of(Memo::of(STEPS)));
    let Some(warm) = Warm::new(root, options, &library) else { return run_with(root, options, progress, &library) };
    if let Some(outcome) = warm.replay(options, progress) {
        return outcome;
    }
    warm.dress();
    warm.seed(&library.memo);
    let outcome = run_with(root, options, progress, &library);
    warm.keep(root, &outcome, &library.memo);
    outcome
}

/// The records of one output folder for one way of building.
struct Warm {
    project: Project,
    out: std::path::PathBuf,
    kept: Kept,
    record: Hash,
    table: Hash,
    sheets: Hash,
    /// A whole build may be spared. Not where it tells or makes what is not in the folder alone.
    replays: bool,
}

impl Warm {
    /// `None` where the folder is not known or may not be written to: the build tells why.
    fn new(root: &Path, options: &BuildOptions, library: &Arc<Library>) -> Option<Self> {
        let project = open_with(root, Arc::clone(library)).ok()?.answering();
        let source = project.text(&config_path()).ok()?;
        let config = config::load(&source).0?;
        if stages::obstacle(root, &config, &options.target).is_some() {
            return None;
        }
        let out = stages::out(root, &config, &options.target);
        // Other sites are asked by checks alone.
        let BuildOptions { target: _, external: _, locales, minify, print, along } = options;
        let replays = print.is_none() && !along.bundle;
        let way = Hash::of_value(&(FORM, executable()?, locales, minify, along.epub, along.bundle, along.single));
        let [record, table, sheets] = ["record", "table", "sheets"].map(|name| Hash::of_value(&(way, name)));
        Some(Self { project, kept: Kept::new(&out, "builds"), out, record, table, sheets, replays })
    }

    /// What the build before found, when this one would find and make the same, or the same but for a few chapters.
    fn replay(&self, options: &BuildOptions, progress: &dyn Progress) -> Option<Outcome> {
        if !self.replays {
            return None;
        }
        let mut timer = Timer::new(progress);
        timer.begins(Stage::Comparison, 0);
        let bytes = self.kept.get(&self.record)?;
        let rest = &mut bytes.as_slice();
        let (mut answers, mut seal) = (restore_bytes(rest)?, restore_bytes(rest)?);
        let (asked, looked) = rayon::join(
            || {
                let answers = Answers::restore(&mut answers)?;
                Some((self.project.changed(&answers)?, answers))
            },
            || {
                let mut seal = Seal::restore(&mut seal)?;
                let found = seal.look(&self.out);
                (found != Found::Touched).then_some((found, seal))
            },
        );
        let ((changed, answers), (found, seal)) = asked.zip(looked)?;
        let record = Record::with(answers, seal, rest)?;
        if !changed.is_empty() {
            return self.again(options, record, &changed, timer);
        }
        if found == Found::Read {
            self.put_record(&record);
        }
        let Record { answers, seal, found: findings, summary, .. } = record;
        let (unchanged, reads) = rayon::join(|| seal.into_files(), || answers.into_paths());
        let published = Published { unchanged: unchanged.len(), ..Published::default() };
        Some(Outcome {
            findings,
            summary,
            published: Some(published),
            out: self.out.clone(),
            reads,
            unchanged,
            timings: timer.finish(),
            ..Outcome::default()
        })
    }

    /// Makes a few chapters again.
    fn again(&self, options: &BuildOptions, record: Record, changed: &[RelPath], mut timer: Timer) -> Option<Outcome> {
        if options.along != Along::default() {
            return None;
        }
        let Record { answers, seal, found, summary, allowed, beside } = record;
        let (figures, known) = beside?;
        self.dress();
        let own = |key: &Hash| self.kept.get_own(key);
        let (figures, known) = rayon::join(
            || <Vec<Figures>>::restore(&mut own(&figures)?.as_slice()),
            || Known::unpack(&own(&known)?, &own),
        );
        let before = Before { answers, seal, found, summary, allowed, figures: figures?, known: known? };
        let (mut outcome, before) = again::run(&self.project, &self.out, options, before, changed, &mut timer)?;
        let Before { answers, seal, found, summary, allowed, figures, known } = before;
        let (beside, all) = self.keep_beside(&figures, &known.pack());
        self.put_record(&Record { answers, seal, found, summary, allowed, beside: Some(beside) });
        self.kept.only(&all);
        outcome.timings = timer.finish();
        Some(outcome)
    }

    /// Gives the memo the style sheets.
    fn dress(&self) {
        let memo = self.project.memo();
        let Some(bytes) = self.kept.get(&self.sheets) else { return };
        let sheets = <Vec<(Hash, Sheet)>>::restore(&mut bytes.as_slice()).unwrap_or_default();
        sheets.into_iter().for_each(|(key, sheet)| memo.seed(SHEET, key, sheet));
    }

    /// Gives the memo the pages that stand in the folder as they were made.
    fn seed(&self, memo: &Memo) {
        let Some(bytes) = self.kept.get(&self.table) else { return };
        let Some(table) = <Table<Facts>>::restore(&mut bytes.as_slice()) else { return };
        table.files.into_par_iter().for_each(|(key, (path, hash))| {
            let place = self.out.join(path.parts().collect::<std::path::PathBuf>());
            if let Some(bytes) = std::fs::read(place).ok().filter(|bytes| Hash::of(bytes) == hash) {
                memo.seed(STANDING, key, Made::Ok(bytes.into()));
            }
        });
        table.facts.into_iter().for_each(|(key, facts)| memo.seed(FACTS, key, facts));
    }

    /// Keeps what a build that published found and made.
    fn keep(&self, root: &Path, outcome: &Outcome, memo: &Memo) {
        if outcome.published.is_none() || outcome.has_errors() {
            return;
        }
        let Some(seal) = Seal::new(&self.out, &outcome.listed) else { return };
        let place = |(key, path): &(Hash, RelPath)| Some((*key, (path.clone(), seal.hash(path)?)));
        let files = outcome.made_from.iter().filter_map(place).collect();
        self.put(self.table, &Table::<Arc<Facts>> { files, facts: memo.asked(FACTS) });
        self.put(self.sheets, &memo.asked::<Sheet>(SHEET));
        let (found, summary, allowed) = (outcome.findings.clone(), outcome.summary.clone(), outcome.allowed.clone());
        let figures: Option<Vec<Figures>> = summary.locales.iter().map(|locale| figures(locale, memo)).collect();
        let beside = figures.zip(outcome.known.as_ref()).filter(|_| self.replays);
        let (beside, all) = beside.map(|(figures, known)| self.keep_beside(&figures, known)).unzip();
        if let (Some(mut answers), true) = (outcome.answers.clone(), self.replays) {
            // What the build wrote into the project itself is answered otherwise from now on.
            if let (Ok(project), Ok(ledger)) = (Project::open(root), RelPath::new(LEDGER)) {
                project.answer_anew(&mut answers, &ledger);
                self.put_record(&Record { answers, seal, found, summary, allowed, beside });
            }
        }
        self.kept.only(&all.unwrap_or_else(|| self.records().into()));
    }

    fn records(&self) -> [Hash; 3] {
        [self.record, self.table, self.sheets]
    }

    /// Keeps what only a build needs that makes some pages again: under which keys, and all that is to be kept now.
    fn keep_beside(&self, figures: &[Figures], known: &Pack) -> ((Hash, Hash), Vec<Hash>) {
        let mut bytes = Vec::new();
        figures.len().store(&mut bytes);
        figures.iter().for_each(|figures| figures.store(&mut bytes));
        for bytes in known.parts.iter().filter_map(|(_, bytes)| bytes.as_ref()) {
            self.kept.put_own(bytes);
        }
        let beside = (self.kept.put_own(&bytes), self.kept.put_own(&known.head));
        let parts = known.parts.iter().map(|(hash, _)| *hash);
        (beside, self.records().into_iter().chain([beside.0, beside.1]).chain(parts).collect())
    }

    fn put_record(&self, record: &Record) {
        let mut bytes = Vec::new();
        record.store(&mut bytes);
        self.kept.put(&self.record, &bytes);
    }

    fn put(&self, key: Hash, value: &impl Stored) {
        self.kept.put(&key, &bytes(value));
    }
}

fn bytes(value: &impl Stored) -> Vec<u8> {
    let mut bytes = Vec::new();
    value.store(&mut bytes);
    bytes
}

/// The figures of a locale's index, where it was made.
fn figures(locale: &Locale, memo: &Memo) -> Option<Figures> {
    let (step, key) = Figures::kept_as(locale);
    memo.find::<Figures>(step, key).map(|figures| figures.as_ref().clone())
}

/// What tells this executable from any other. A new one has another state of its file, whatever its version.
fn executable() -> Option<Hash> {
    let file = std::env::current_exe().ok()?;
    let mut state = Vec::new();
    Stamp::of(&file.metadata().ok()?).store(&mut state);
    Some(Hash::of_value(&(state, env!("CARGO_PKG_VERSION"), cfg!(feature = "print"))))
}

/// A build that need not be made again.
struct Record {
    answers: Answers,
    seal: Seal,
    found: Vec<Diagnostic>,
    summary: Summary,
    /// Files in which comments allowed something.
    allowed: Vec<RelPath>,
    /// What is kept beside it: the figures of the index of each book, and what is known of all pages.
    beside: Option<(Hash, Hash)>,
}

impl Record {
    fn store(&self, to: &mut Vec<u8>) {
        store_bytes(&bytes(&self.answers), to);
        store_bytes(&bytes(&self.seal), to);
        self.found.store(to);
        let Summary { pages, locales, elements } = &self.summary;
        (*pages).store(to);
        locales.store(to);
        elements.map(|e| (e.expected, (e.described, e.with_source))).store(to);
        self.allowed.store(to);
        self.beside.store(to);
    }

    /// Reads the rest of a record. Its two long parts were read before: whoever does can do so side by side.
    fn with(answers: Answers, seal: Seal, from: &mut Unread<'_>) -> Option<Self> {
        let (found, pages, locales) = (Stored::restore(from)?, Stored::restore(from)?, Stored::restore(from)?);
        let elements = <Option<(u32, (usize, usize))>>::restore(from)?;
        let elements =
            elements.map(|(expected, (described, with_source))| ElementCount { expected, described, with_source });
        let (allowed, beside) = (Stored::restore(from)?, Stored::restore(from)?);
        let summary = Summary { pages, locales, elements };
        from.is_empty().then_some(Self { answers, seal, found, summary, allowed, beside })
    }
}

/// What pages were made from.
struct Table<F> {
    /// What a file was made from → where it stands, and the hash of what it is.
    files: Vec<(Hash, (RelPath, Hash))>,
    /// What a text was made from → what is known of it.
    facts: Vec<(Hash, F)>,
}

impl<F: Stored> Stored for Table<F> {
    fn store(&self, to: &mut Vec<u8>) {
        self.files.store(to);
        self.facts.store(to);
    }

    fn restore(from: &mut Unread<'_>) -> Option<Self> {
        Some(Self { files: Stored::restore(from)?, facts: Stored::restore(from)? })
    }
}
