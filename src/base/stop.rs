//! A wish that a work in progress be given up, or wait.

use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{Arc, Condvar, Mutex, PoisonError};

/// Shared by who wishes and who works.
#[derive(Clone, Debug, Default)]
pub struct Stop(Arc<Wish>);

#[derive(Debug, Default)]
struct Wish {
    stop: AtomicBool,
    held: Mutex<bool>,
    bell: Condvar,
}

impl Stop {
    /// Wishes, or takes the wish back.
    pub fn wish(&self, stop: bool) {
        self.0.stop.store(stop, Ordering::Relaxed);
    }

    /// Has the work wait where it next asks, or go on.
    pub fn hold(&self, held: bool) {
        *self.0.held.lock().unwrap_or_else(PoisonError::into_inner) = held;
        self.0.bell.notify_all();
    }

    /// Whether it is wished; asked by whoever works, who waits here while held.
    #[must_use]
    pub fn is_wished(&self) -> bool {
        let held = self.0.held.lock().unwrap_or_else(PoisonError::into_inner);
        drop(self.0.bell.wait_while(held, |held| *held));
        self.0.stop.load(Ordering::Relaxed)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn work_that_is_held_waits_for_what_is_wished() {
        let stop = Stop::default();
        assert!(!stop.is_wished());
        stop.hold(true);
        let working = std::thread::spawn({
            let stop = stop.clone();
            move || stop.is_wished()
        });
        stop.wish(true);
        stop.hold(false);
        assert!(working.join().unwrap());
    }
}
