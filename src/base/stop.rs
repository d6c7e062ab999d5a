//! A wish that a work in progress be given up.

use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};

/// Shared by who wishes and who works.
#[derive(Clone, Debug, Default)]
pub struct Stop(Arc<AtomicBool>);

impl Stop {
    /// Wishes, or takes the wish back.
    pub fn wish(&self, stop: bool) {
        self.0.store(stop, Ordering::Relaxed);
    }

    /// Whether it is wished.
    #[must_use]
    pub fn is_wished(&self) -> bool {
        self.0.load(Ordering::Relaxed)
    }
}
