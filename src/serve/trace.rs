//! Where the milliseconds between a save and the page in the browser go, for whoever asks with `--timings`.

use std::sync::{Arc, Mutex, PoisonError};
use std::time::{Duration, Instant};

/// A step on the way of a save to the browser.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Step {
    /// The system told of a change.
    Noticed,
    /// What belongs to it was waited for; the build began.
    Begun,
    /// Files were read and parsed.
    Read,
    /// The book was put together.
    Assembled,
    /// The pages that are open were made.
    Made,
    /// They were handed to the network.
    Sent,
}

/// When a save came to each step.
#[derive(Clone, Debug, Default)]
pub(super) struct Trace(Arc<Mutex<Vec<(Step, Instant)>>>);

impl Trace {
    /// The save has come to a step now.
    pub(super) fn at(&self, step: Step) {
        self.since(step, Instant::now());
    }

    /// The save had come to a step then. The first time counts.
    pub(super) fn since(&self, step: Step, when: Instant) {
        let mut steps = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        if steps.iter().all(|(known, _)| *known != step) {
            steps.push((step, when));
        }
    }

    /// How long each step took after the one before.
    pub(super) fn steps(&self) -> Vec<(Step, Duration)> {
        let steps = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        let before = steps.first().into_iter().chain(steps.iter());
        steps
            .iter()
            .zip(before)
            .map(|((step, at), (_, before))| (*step, at.saturating_duration_since(*before)))
            .collect()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_step_is_noted_once_and_timed_from_the_one_before() {
        let (trace, start) = (Trace::default(), Instant::now());
        for (step, after) in [(Step::Noticed, 0), (Step::Begun, 2), (Step::Read, 7), (Step::Read, 90)] {
            trace.since(step, start + Duration::from_millis(after));
        }
        let steps: Vec<_> = trace.steps().into_iter().map(|(step, time)| (step, time.as_millis())).collect();
        assert_eq!(steps, [(Step::Noticed, 0), (Step::Begun, 2), (Step::Read, 5)]);
    }
}
