//! What a build to a folder leaves for the next one.
//!
//! Owns two records among those of the output folder. The *record of a build* holds what the project answered, what was
//! found and what the folder looked like afterwards: when all answers are the same, by reading every file, and the
//! folder is untouched, there is nothing to make. The *table of pages* says what each page was made from: a page whose
//! template would be given the same data is taken from the folder. Both count for one executable and one way of
//! building only, both may be lost or deleted: then the work is done once more.

use std::path::Path;
use std::sync::Arc;

use rayon::prelude::*;

use super::outcome::{ElementCount, Outcome, Summary};
use super::timing::Timer;
use super::{BuildOptions, Progress, Stage, config_path, open, run_with, stages};
use crate::base::{Hash, Memo, RelPath, Stamp, Stored, Unread};
use crate::book::ledger::LEDGER;
use crate::config;
use crate::files::{Answers, Library, Project};
use crate::output::{Found, Kept, Published, Seal};
use crate::render::site::{FACTS, FILE, Facts, Made};

/// Counts up when the form or the meaning of the records changes otherwise than with the executable.
const FORM: u32 = 1;
/// The steps whose things the table of pages holds.
const STEPS: &[&str] = &[FILE, FACTS];

/// Builds to a folder, making only what was not made before.
pub(super) fn run(root: &Path, options: &BuildOptions, progress: &dyn Progress) -> Outcome {
    let library = Arc::new(Library::of(Memo::of(STEPS)));
    let Some(warm) = Warm::new(root, options) else { return run_with(root, options, progress, &library) };
    if let Some(outcome) = warm.replay(progress) {
        return outcome;
    }
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
    /// A whole build may be spared. Not where it tells or makes what is not in the folder alone.
    replays: bool,
}

impl Warm {
    /// `None` where the folder is not known or may not be written to: the build tells why.
    fn new(root: &Path, options: &BuildOptions) -> Option<Self> {
        let project = open(root).ok()?;
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
        let [record, table] = ["record", "table"].map(|name| Hash::of_value(&(way, name)));
        Some(Self { project, kept: Kept::new(&out, "builds"), out, record, table, replays })
    }

    /// What the build before found, when this one would find and make the same.
    fn replay(&self, progress: &dyn Progress) -> Option<Outcome> {
        if !self.replays {
            return None;
        }
        let mut timer = Timer::new(progress);
        timer.begins(Stage::Comparison, 0);
        let bytes = self.kept.get(&self.record)?;
        let mut record = Record::restore(&mut bytes.as_slice())?;
        let Record { answers, seal, .. } = &mut record;
        let (same, found) = rayon::join(|| self.project.answers_still(answers), || seal.look(&self.out));
        if !same || found == Found::Touched {
            return None;
        }
        if found == Found::Read {
            self.put(self.record, &record);
        }
        let Record { answers, seal, found: findings, summary } = record;
        let unchanged: Vec<(RelPath, u64)> = seal.files().map(|(path, length)| (path.clone(), length)).collect();
        let published = Published { unchanged: unchanged.len(), ..Published::default() };
        Some(Outcome {
            findings,
            summary,
            published: Some(published),
            out: self.out.clone(),
            reads: answers.paths(),
            unchanged,
            timings: timer.finish(),
            ..Outcome::default()
        })
    }

    /// Gives the memo the pages that stand in the folder as they were made.
    fn seed(&self, memo: &Memo) {
        let Some(bytes) = self.kept.get(&self.table) else { return };
        let Some(table) = <Table<Facts>>::restore(&mut bytes.as_slice()) else { return };
        table.files.into_par_iter().for_each(|(key, (path, hash))| {
            let place = self.out.join(path.parts().collect::<std::path::PathBuf>());
            if let Some(bytes) = std::fs::read(place).ok().filter(|bytes| Hash::of(bytes) == hash) {
                memo.seed(FILE, key, Made::Ok(bytes.into()));
            }
        });
        table.facts.into_iter().for_each(|(key, facts)| memo.seed(FACTS, key, facts));
    }

    /// Keeps what a build that published found and made.
    fn keep(&self, root: &Path, outcome: &Outcome, memo: &Memo) {
        let (Some(_), Some(site), false) = (&outcome.published, &outcome.site, outcome.has_errors()) else { return };
        let Some(seal) = Seal::new(&self.out, site) else { return };
        let mut paths: Vec<(usize, &RelPath, Hash)> =
            site.iter().zip(seal.hashes()).map(|(file, hash)| (file.bytes.as_ptr().addr(), &file.path, hash)).collect();
        paths.sort_unstable();
        let place = |(key, made): (Hash, Arc<Made>)| {
            let address = made.as_ref().as_ref().ok()?.as_ptr().addr();
            let at = paths.binary_search_by_key(&address, |(address, ..)| *address).ok()?;
            paths.get(at).map(|(_, path, hash)| (key, ((*path).clone(), *hash)))
        };
        let files = memo.asked(FILE).into_iter().filter_map(place).collect();
        self.put(self.table, &Table::<Arc<Facts>> { files, facts: memo.asked(FACTS) });
        let (found, summary) = (outcome.findings.clone(), outcome.summary.clone());
        if let (Some(mut answers), true) = (outcome.answers.clone(), self.replays) {
            // What the build wrote into the project itself is answered otherwise from now on.
            if let (Ok(project), Ok(ledger)) = (Project::open(root), RelPath::new(LEDGER)) {
                project.answer_anew(&mut answers, &ledger);
                self.put(self.record, &Record { answers, seal, found, summary });
            }
        }
        self.kept.only(&[self.record, self.table]);
    }

    fn put(&self, key: Hash, value: &impl Stored) {
        let mut bytes = Vec::new();
        value.store(&mut bytes);
        self.kept.put(&key, &bytes);
    }
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
    found: Vec<crate::base::Diagnostic>,
    summary: Summary,
}

impl Stored for Record {
    fn store(&self, to: &mut Vec<u8>) {
        self.answers.store(to);
        self.seal.store(to);
        self.found.store(to);
        let Summary { pages, locales, elements } = &self.summary;
        (*pages).store(to);
        locales.store(to);
        elements.map(|e| (e.expected, (e.described, e.with_source))).store(to);
    }

    fn restore(from: &mut Unread<'_>) -> Option<Self> {
        let (answers, seal, found) = (Stored::restore(from)?, Stored::restore(from)?, Stored::restore(from)?);
        let (pages, locales) = (Stored::restore(from)?, Stored::restore(from)?);
        let elements = <Option<(u32, (usize, usize))>>::restore(from)?;
        let elements =
            elements.map(|(expected, (described, with_source))| ElementCount { expected, described, with_source });
        let whole = from.is_empty();
        whole.then_some(Self { answers, seal, found, summary: Summary { pages, locales, elements } })
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
