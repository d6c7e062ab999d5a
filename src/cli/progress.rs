//! The progress bar: on a terminal only, and only once a build has taken long.

use std::sync::{Mutex, PoisonError};
use std::time::{Duration, Instant};

use indicatif::{ProgressBar, ProgressDrawTarget, ProgressStyle};

use super::report::Report;
use crate::build::{Outcome, Progress, STAGES, Stage};
use crate::words;

/// How long a build may take before a bar is shown.
const PATIENCE: Duration = Duration::from_millis(600);

/// A bar over the stages of a build.
pub(super) struct Bar<'r> {
    report: &'r Report,
    bar: ProgressBar,
    started: Instant,
    shown: Mutex<bool>,
}

impl<'r> Bar<'r> {
    fn new(report: &'r Report) -> Self {
        let bar = ProgressBar::with_draw_target(Some(STAGES.len() as u64), ProgressDrawTarget::hidden());
        if let Ok(style) = ProgressStyle::with_template("{spinner} {wide_msg} {bar:20} {elapsed:>4}") {
            bar.set_style(style);
        }
        Self { report, bar, started: Instant::now(), shown: Mutex::new(false) }
    }

    fn show_when_long(&self) {
        let mut shown = self.shown.lock().unwrap_or_else(PoisonError::into_inner);
        if !*shown && self.report.on_terminal() && self.started.elapsed() > PATIENCE {
            *shown = true;
            self.bar.set_draw_target(ProgressDrawTarget::stderr());
            self.bar.enable_steady_tick(Duration::from_millis(100));
        }
    }
}

/// Does something under a bar; what came of it, and how long it took.
pub(super) fn timed(report: &Report, work: impl FnOnce(&Bar<'_>) -> Outcome) -> (Outcome, Duration) {
    let bar = Bar::new(report);
    let outcome = work(&bar);
    bar.bar.finish_and_clear();
    (outcome, bar.started.elapsed())
}

impl Progress for Bar<'_> {
    fn printed(&self, name: &str, pages: usize) {
        self.show_when_long();
        self.bar.set_message(self.report.pick(&words!("{name}: {pages} pages", "{name}: {pages} trang")).to_owned());
    }

    fn begins(&self, stage: Stage, pages: usize) {
        self.show_when_long();
        let at = STAGES.iter().position(|s| *s == stage).unwrap_or_default();
        self.bar.set_position(at as u64);
        self.bar.set_message(self.report.stage_name(stage, pages));
    }
}
