//! The threads that set books: one a book and form that somebody looks at, gone with the last who does.
//!
//! Owns when a book is set and when a setting is given up for a newer save, and what lookers see of it. A book that does
//! not set keeps its last good pages.

use std::collections::BTreeMap;
use std::pin::pin;
use std::sync::{Arc, Condvar, Mutex, MutexGuard, PoisonError};
use std::task::{Context, Poll, Wake, Waker};
use std::thread::{self, Thread};
use std::time::{Duration, Instant};

use rayon::ThreadPool;
use tokio::sync::watch::{Receiver, Sender, channel};

use crate::base::{Diagnostic, threads};
use crate::build::{PrintPreview, Proof, ProofOrder, Snapshot};
use crate::serve::state::State;
use crate::serve::turn::Turn;

/// A book nobody looks at is kept so long: a page loaded anew finds it set.
const LINGERS: Duration = Duration::from_secs(30);
/// How often is looked whether anybody looks.
const GLANCE: Duration = Duration::from_secs(5);
/// Nothing was saved for so long: time to tidy up.
const PAUSE: Duration = Duration::from_millis(700);
/// Settings after which it is tidied up without a pause.
const BUSY: usize = 6;
/// What a change moved elsewhere is not set before the pages in view are drawn; so long is waited for the browser to ask
/// for one, and so long for the rest.
const ASKED: Duration = Duration::from_millis(90);
const DRAWN: Duration = Duration::from_millis(40);

/// What lookers see.
#[derive(Clone, Debug, Default)]
pub(super) struct Shown {
    /// Saves followed so far.
    pub save: u64,
    /// The newest pages.
    pub proof: Option<Arc<Proof>>,
    /// What the latest whole setting found.
    pub findings: Arc<[Diagnostic]>,
    /// The book is being set.
    pub working: bool,
}

/// All books that are looked at.
#[derive(Clone)]
pub(in crate::serve) struct Desks {
    all: Arc<Mutex<BTreeMap<ProofOrder, Desk>>>,
    turn: Turn,
}

struct Desk {
    lookers: usize,
    left: Instant,
    shown: Receiver<Shown>,
    drawn: Arc<Drawn>,
}

/// How many pages of a book were drawn.
#[derive(Default)]
pub(super) struct Drawn {
    count: Mutex<usize>,
    told: Condvar,
}

impl Drawn {
    /// One more.
    pub(super) fn add(&self) {
        *self.count.lock().unwrap_or_else(PoisonError::into_inner) += 1;
        self.told.notify_all();
    }

    fn count(&self) -> usize {
        *self.count.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// Waits until pages in view are drawn, if any of them changed.
    fn wait(&self, before: usize) {
        let count = self.count.lock().unwrap_or_else(PoisonError::into_inner);
        let asked = self.told.wait_timeout_while(count, ASKED, |count| *count == before);
        if asked.is_ok_and(|(_, late)| !late.timed_out()) {
            thread::sleep(DRAWN);
        }
    }
}

/// A place at a desk: the book is set for as long as this lives.
pub(super) struct Looker {
    desks: Desks,
    order: ProofOrder,
}

impl Desks {
    /// None yet; what is set for the first time after a save has its turn before the rest of the site.
    pub(in crate::serve) fn new(turn: Turn) -> Self {
        Self { all: Arc::default(), turn }
    }

    /// Begins to look at a book; whoever is first has it set.
    pub(super) fn look(&self, order: &ProofOrder, states: &Receiver<State>) -> (Looker, Receiver<Shown>) {
        let mut desks = self.lock();
        let desk = desks.entry(order.clone()).or_insert_with(|| {
            let (sender, shown) = channel(Shown::default());
            let drawn = Arc::new(Drawn::default());
            let work = Work {
                desks: self.clone(),
                order: order.clone(),
                states: states.clone(),
                shown: sender,
                drawn: Arc::clone(&drawn),
            };
            thread::spawn(move || work.follow());
            Desk { lookers: 0, left: Instant::now(), shown, drawn }
        });
        desk.lookers += 1;
        (Looker { desks: self.clone(), order: order.clone() }, desk.shown.clone())
    }

    /// What is seen of a book that somebody looks at, or did just now.
    pub(super) fn find(&self, order: &ProofOrder) -> Option<Receiver<Shown>> {
        self.lock().get(order).map(|desk| desk.shown.clone())
    }

    /// Where it is counted how many of its pages are drawn.
    pub(super) fn drawn(&self, order: &ProofOrder) -> Option<Arc<Drawn>> {
        self.lock().get(order).map(|desk| Arc::clone(&desk.drawn))
    }

    /// Takes a desk away when nobody has been at it for a while.
    fn clear(&self, order: &ProofOrder) -> bool {
        let mut desks = self.lock();
        let idle = desks.get(order).is_none_or(|desk| desk.lookers == 0 && desk.left.elapsed() > LINGERS);
        if idle {
            desks.remove(order);
        }
        idle
    }

    fn lock(&self) -> MutexGuard<'_, BTreeMap<ProofOrder, Desk>> {
        self.all.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

impl Drop for Looker {
    fn drop(&mut self) {
        if let Some(desk) = self.desks.lock().get_mut(&self.order) {
            desk.lookers = desk.lookers.saturating_sub(1);
            desk.left = Instant::now();
        }
    }
}

/// A thread's work: one book.
struct Work {
    desks: Desks,
    order: ProofOrder,
    states: Receiver<State>,
    shown: Sender<Shown>,
    drawn: Arc<Drawn>,
}

impl Work {
    fn follow(mut self) {
        // Threads of its own: the page that is open in a browser does not wait for a book.
        let pool = threads::pool(None);
        let mut preview = PrintPreview::new(self.order.clone());
        let mut done: Option<Snapshot> = None;
        let mut untidy = 0;
        loop {
            let newest = self.states.borrow_and_update().handbook.clone();
            match newest.filter(|newest| done.as_ref().is_none_or(|done| !done.is(newest))) {
                Some(newest) => {
                    self.set(&mut preview, pool.as_ref(), &newest);
                    done = Some(newest);
                    untidy += 1;
                }
                None => match wait(&mut self.states, if untidy > 0 { PAUSE } else { GLANCE }) {
                    Waited::Over => return,
                    Waited::News if untidy < BUSY => {}
                    Waited::News | Waited::Long => {
                        preview.tidy();
                        untidy = 0;
                    }
                },
            }
            if self.desks.clear(&self.order) {
                return;
            }
        }
    }

    fn set(&self, preview: &mut PrintPreview, pool: Option<&ThreadPool>, snapshot: &Snapshot) {
        self.shown.send_modify(|shown| {
            shown.working = true;
            shown.save += 1;
        });
        let overtaken = || self.states.borrow().handbook.as_ref().is_some_and(|newest| !newest.is(snapshot));
        let mut given_up = false;
        let mut waited = Some(self.desks.turn.begin());
        let mut show = |proof: Proof| {
            let settled = proof.settled;
            let before = self.drawn.count();
            self.shown.send_modify(|shown| shown.proof = Some(Arc::new(proof)));
            if !settled && waited.is_some() {
                self.drawn.wait(before);
            }
            waited = None;
            given_up = !settled && overtaken();
            !given_up
        };
        let mut work = || preview.set(snapshot, &mut show);
        let findings = match pool {
            Some(pool) => pool.install(work),
            None => work(),
        };
        self.shown.send_modify(|shown| {
            shown.working = given_up;
            // Half a setting finds half of what there is.
            if !given_up {
                shown.findings = findings.into();
            }
        });
    }
}

/// Wakes a thread that waits.
struct Bell(Thread);

impl Wake for Bell {
    fn wake(self: Arc<Self>) {
        self.0.unpark();
    }
}

/// How waiting for a new state ended.
enum Waited {
    /// There is one.
    News,
    /// There is none yet.
    Long,
    /// There will be none any more.
    Over,
}

/// Waits for a new state, or for so long.
fn wait(states: &mut Receiver<State>, most: Duration) -> Waited {
    let (since, waker) = (Instant::now(), Waker::from(Arc::new(Bell(thread::current()))));
    let mut changed = pin!(states.changed());
    loop {
        if let Poll::Ready(told) = changed.as_mut().poll(&mut Context::from_waker(&waker)) {
            return if told.is_ok() { Waited::News } else { Waited::Over };
        }
        let Some(left) = most.checked_sub(since.elapsed()) else { return Waited::Long };
        thread::park_timeout(left);
    }
}
