//! A publication on its way: files are compared and put aside while others are still being made.
//!
//! Owns that nothing in the output folder changes before all files are there, and that what was put aside goes when they
//! never are. Files that are handed over need not be held any longer: what is told of them later is in [`Listed`].

use std::fs::File;
use std::path::Path;

use rayon::prelude::*;

use super::disk::Disk;
use super::journal::{self, Journal, Manifest};
use super::plan::{self, Plan, State};
use super::{Published, lock, refusal};
use crate::base::{Artifact, Diagnostic, Listed, RelPath};

/// A publication that is not decided yet.
#[derive(Debug)]
pub struct Publication {
    disk: Disk,
    _lock: File,
    old: Manifest,
    files: Vec<Listed>,
    /// Of `files`, by their places: those that were put aside.
    changed: Vec<usize>,
    faults: Vec<Diagnostic>,
    /// Whether there were no records of ours before.
    fresh: bool,
    decided: bool,
}

impl Publication {
    /// Begins one. Nobody else may write to the folder until it is finished or dropped.
    ///
    /// # Errors
    /// Another run at work, records that cannot be read, the system's refusal.
    pub fn begin(out: &Path) -> Result<Self, Vec<Diagnostic>> {
        Self::on(Disk::new(out))
    }

    pub(super) fn on(disk: Disk) -> Result<Self, Vec<Diagnostic>> {
        let fresh = !disk.records().is_dir();
        disk.create_folder(&disk.records()).map_err(|e| vec![refusal(&disk, &e)])?;
        let lock = lock(&disk)?;
        Self::locked(disk, lock, fresh)
    }

    pub(super) fn locked(disk: Disk, lock: File, fresh: bool) -> Result<Self, Vec<Diagnostic>> {
        let begun = journal::recover(&disk).and_then(|()| Manifest::read(&disk));
        let old = begun.map_err(|e| vec![refusal(&disk, &e)])?;
        let (files, changed, faults) = Default::default();
        Ok(Self { disk, _lock: lock, old, files, changed, faults, fresh, decided: false })
    }

    /// Takes files of the new site: those that are not in the folder as they are to be are put aside.
    pub fn add(&mut self, artifacts: &[Artifact]) {
        let (disk, old) = (&self.disk, &self.old);
        let put = |artifact: &Artifact| {
            let state = plan::state(disk, old, artifact)?;
            if state == State::Differs {
                journal::stage(disk, artifact).map_err(|e| refusal(disk, &e))?;
            }
            Ok(state)
        };
        let put: Vec<(Listed, Result<State, Diagnostic>)> =
            artifacts.par_iter().map(|artifact| (Listed::of(artifact), put(artifact))).collect();
        for (file, state) in put {
            match state {
                Ok(State::Same) => {}
                Ok(State::Differs) => self.changed.push(self.files.len()),
                Err(fault) if self.faults.contains(&fault) => {}
                Err(fault) => self.faults.push(fault),
            }
            self.files.push(file);
        }
    }

    /// What has been handed over so far, in that order.
    #[must_use]
    pub fn files(&self) -> &[Listed] {
        &self.files
    }

    /// Makes the folder hold what was handed over, and of our other files those that `keep` names.
    ///
    /// # Errors
    /// As [`super::publish`].
    pub fn finish(mut self, keep: &dyn Fn(&RelPath) -> bool) -> Result<(Published, Vec<Listed>), Vec<Diagnostic>> {
        let mut faults = plan::collisions(&self.files);
        faults.extend(plan::links(&self.disk, &self.files));
        if faults.is_empty() {
            faults.append(&mut self.faults);
        }
        if !faults.is_empty() {
            return Err(faults);
        }
        let plan = Plan::new(&self.old, &self.files, &self.changed, keep);
        let published = Published {
            written: plan.write.len(),
            unchanged: self.files.len() - plan.write.len(),
            removed: plan.remove.len() + plan.remove_first.len(),
        };
        self.decided = true;
        if !plan.is_empty() || plan.manifest != self.old {
            Journal::of(plan).commit(&self.disk).map_err(|e| vec![refusal(&self.disk, &e)])?;
        }
        Ok((published, std::mem::take(&mut self.files)))
    }
}

impl Drop for Publication {
    /// One that was not decided leaves the folder as it was.
    fn drop(&mut self) {
        if self.decided {
            return;
        }
        let _ = self.disk.remove_staging();
        if self.fresh {
            let _ = self.disk.remove_records();
        }
    }
}
