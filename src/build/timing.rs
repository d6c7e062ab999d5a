//! How long stages take. Told to people only: no time reaches the output.

use std::time::{Duration, Instant};

use super::{Progress, Stage};

pub(super) struct Timer<'p> {
    progress: &'p dyn Progress,
    running: Option<(Stage, Instant)>,
    done: Vec<(Stage, Duration)>,
}

impl<'p> Timer<'p> {
    pub(super) fn new(progress: &'p dyn Progress) -> Self {
        Self { progress, running: None, done: Vec::new() }
    }

    /// Who is told.
    pub(super) fn progress(&self) -> &'p dyn Progress {
        self.progress
    }

    /// A stage begins; the one before it has ended.
    pub(super) fn begins(&mut self, stage: Stage, pages: usize) {
        self.end();
        self.progress.begins(stage, pages);
        self.running = Some((stage, Instant::now()));
    }

    /// A stage that ran beside the current one took this long.
    pub(super) fn beside(&mut self, stage: Stage, time: Duration) {
        self.end();
        self.done.push((stage, time));
    }

    pub(super) fn finish(mut self) -> Vec<(Stage, Duration)> {
        self.end();
        self.done
    }

    fn end(&mut self) {
        if let Some((stage, since)) = self.running.take() {
            self.done.push((stage, since.elapsed()));
        }
    }
}
