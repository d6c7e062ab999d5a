//! The rest of each build, on a thread of its own: the pages nobody looks at, the search index, the lists.
//!
//! Owns when it is given up: at once for a newer save, but not for ever, or nobody would see more than the open page
//! while somebody saves again and again; and that it waits while that page is made. It works with fewer threads than the
//! machine has, so that the next save and the browser have one.

use std::sync::mpsc::Sender;
use std::sync::{Arc, Condvar, Mutex, MutexGuard, PoisonError};
use std::time::{Duration, Instant};

use rayon::ThreadPool;
use tokio::sync::watch;

use super::Voice;
use super::state::State;
use super::turn::Turn;
use super::watch::Signal;
use crate::base::{Artifact, Stop, threads};
use crate::build::{Part, Progress, Stage, Unfinished};

/// So many rests in a row are given up for newer ones before one is finished whatever is saved: it costs the open page
/// nothing, and without it somebody who saves faster than a large book is made would never see the rest of it.
const GIVEN_UP: u32 = 3;

/// A browser that was just sent its page has the machine for itself this long.
const BREATH: Duration = Duration::from_millis(60);

/// What somebody waits for, like the book on paper, has it so long at most.
const WAY: Duration = Duration::from_secs(1);

/// The rest of a build, waiting.
struct Waiting {
    begun: Unfinished,
    save: u64,
    noticed: Instant,
}

/// What the two threads share.
#[derive(Default)]
struct Desk {
    next: Option<Waiting>,
    /// Of the rest that is being made.
    stop: Stop,
    /// Something is made that somebody waits for.
    held: bool,
    /// Rests given up since one was finished.
    given_up: u32,
}

impl Desk {
    /// Takes a newer rest; the one that is being made is given up, unless it is its turn.
    fn take(&mut self, next: Waiting) {
        self.next = Some(next);
        if self.is_patient() {
            return;
        }
        self.stop.wish(true);
    }

    /// Whether a rest is to be finished whatever comes.
    fn is_patient(&self) -> bool {
        self.given_up >= GIVEN_UP
    }

    fn ended(&mut self, given_up: bool) {
        self.given_up = if given_up { self.given_up + 1 } else { 0 };
    }
}

/// The way to the thread that makes the rest.
pub(super) struct Rest {
    desk: Arc<(Mutex<Desk>, Condvar)>,
}

impl Rest {
    /// Starts the thread. `teller`: whom it tells what it has read.
    pub(super) fn start(
        states: Arc<watch::Sender<State>>,
        voice: Arc<dyn Voice>,
        teller: Sender<Signal>,
        turn: Turn,
    ) -> Self {
        let desk: Arc<(Mutex<Desk>, Condvar)> = Arc::default();
        let worker = Worker { desk: Arc::clone(&desk), states, voice, teller, turn };
        std::thread::spawn(move || worker.work());
        Self { desk }
    }

    /// Has the rest wait while what somebody looks at is made, or go on.
    pub(super) fn hold(&self, held: bool) {
        let mut desk = lock(&self.desk.0);
        desk.held = held;
        desk.stop.hold(held);
    }

    /// Takes the rest of a newer save.
    pub(super) fn take(&self, begun: Unfinished, save: u64, noticed: Instant) {
        let (desk, bell) = &*self.desk;
        lock(desk).take(Waiting { begun, save, noticed });
        bell.notify_one();
    }
}

struct Worker {
    desk: Arc<(Mutex<Desk>, Condvar)>,
    states: Arc<watch::Sender<State>>,
    voice: Arc<dyn Voice>,
    teller: Sender<Signal>,
    turn: Turn,
}

impl Worker {
    fn work(&self) {
        let pool = pool();
        loop {
            let (waiting, stop) = self.next();
            self.turn.give_way(WAY);
            let (save, noticed) = (waiting.save, waiting.noticed);
            let making = Making { states: &self.states, save, stop };
            let finish = || waiting.begun.finish(&making);
            let mut outcome = match &pool {
                Some(pool) => pool.install(finish),
                None => finish(),
            };
            lock(&self.desk.0).ended(outcome.given_up);
            if outcome.given_up {
                continue;
            }
            let reads = std::mem::take(&mut outcome.reads);
            self.states.send_modify(|state| state.done(&mut outcome, save));
            self.voice.built(&outcome, noticed.elapsed());
            if self.teller.send(Signal::Read(reads)).is_err() {
                return;
            }
        }
    }

    /// Waits for the newest rest.
    fn next(&self) -> (Waiting, Stop) {
        let (desk, bell) = &*self.desk;
        let mut desk = lock(desk);
        loop {
            let Some(waiting) = desk.next.take() else {
                desk = bell.wait(desk).unwrap_or_else(PoisonError::into_inner);
                continue;
            };
            desk.stop = Stop::default();
            desk.stop.hold(desk.held);
            let stop = desk.stop.clone();
            if !desk.is_patient() {
                // Nothing is lost by letting the browser go first: what comes meanwhile is newer.
                desk = bell.wait_timeout(desk, BREATH).unwrap_or_else(PoisonError::into_inner).0;
            }
            if desk.next.is_none() || desk.is_patient() {
                return (waiting, stop);
            }
            desk.ended(true);
        }
    }
}

/// One thread fewer than the machine has. `None`: those of everybody.
fn pool() -> Option<ThreadPool> {
    let all = std::thread::available_parallelism().map_or(1, usize::from);
    threads::pool(Some(all.saturating_sub(1).max(1)))
}

/// A rest under way.
struct Making<'a> {
    states: &'a watch::Sender<State>,
    save: u64,
    stop: Stop,
}

impl Progress for Making<'_> {
    fn begins(&self, _stage: Stage, _pages: usize) {}

    fn ready(&self, part: Part, artifacts: &[Artifact]) {
        if part == Part::Pages {
            self.states.send_modify(|state| state.pages(artifacts, self.save));
        }
    }

    fn stop(&self) -> Stop {
        self.stop.clone()
    }
}

fn lock(desk: &Mutex<Desk>) -> MutexGuard<'_, Desk> {
    desk.lock().unwrap_or_else(PoisonError::into_inner)
}
