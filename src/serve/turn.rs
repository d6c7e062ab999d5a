//! Whose turn it is: what somebody waits for is made before what nobody looks at yet.
//!
//! Owns the count of what is waited for; processors are few, and all of them are wanted by both.

use std::sync::{Arc, Condvar, Mutex, MutexGuard, PoisonError};
use std::time::Duration;

/// What is waited for right now.
#[derive(Clone, Debug, Default)]
pub(super) struct Turn(Arc<(Mutex<usize>, Condvar)>);

/// A piece of work that somebody waits for while this lives.
#[derive(Debug)]
pub(super) struct Waited(Turn);

impl Turn {
    /// Begins such a piece.
    pub(super) fn begin(&self) -> Waited {
        *self.count() += 1;
        Waited(self.clone())
    }

    /// Waits until nothing is waited for, but no longer than `most`.
    pub(super) fn give_way(&self, most: Duration) {
        let (_, bell) = &*self.0;
        drop(bell.wait_timeout_while(self.count(), most, |count| *count > 0));
    }

    fn count(&self) -> MutexGuard<'_, usize> {
        self.0.0.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

impl Drop for Waited {
    fn drop(&mut self) {
        let mut count = self.0.count();
        *count = count.saturating_sub(1);
        self.0.0.1.notify_all();
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const NEVER: Duration = Duration::from_secs(3600);

    #[test]
    fn whoever_gives_way_goes_on_when_the_last_is_done() {
        let turn = Turn::default();
        turn.give_way(NEVER);
        let (first, second) = (turn.begin(), turn.begin());
        drop(first);
        let waiting = std::thread::spawn({
            let turn = turn.clone();
            move || turn.give_way(NEVER)
        });
        drop(second);
        waiting.join().unwrap();
        // Nobody waits for ever.
        let _third = turn.begin();
        turn.give_way(Duration::ZERO);
    }
}
