//! The thread that builds: at once on every change, never while nothing changed.
//!
//! Owns when a build begins and when it is given up for a newer one. What is open in a browser is made first; a build
//! that was overtaken by a save gives up the rest, but not for ever: then nobody would see more than one page.

use std::collections::BTreeSet;
use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::sync::mpsc::Receiver;
use std::time::{Duration, Instant};

use tokio::sync::watch::{self, Sender};

use super::Voice;
use super::readers::Readers;
use super::state::State;
use super::watch::{Signal, Watch};
use crate::base::{Artifact, RelPath, Stop};
use crate::build::{self, Along, BuildOptions, Library, Part, Progress, Stage, Target};

/// A save is several changes (emptied, written, renamed) within this time.
const SETTLE: Duration = Duration::from_millis(2);
/// So long builds are given up for newer ones before one is finished whatever changes.
const LONGEST: Duration = Duration::from_secs(15);

/// Starts building; readers follow the states.
pub(super) fn start(root: PathBuf, poll: bool, voice: Arc<dyn Voice>, readers: Readers) -> watch::Receiver<State> {
    let (states, seen) = watch::channel(State::default());
    std::thread::spawn(move || follow(&root, poll, voice.as_ref(), &Site { states, readers }));
    seen
}

/// What readers see of the builds.
struct Site {
    states: Sender<State>,
    readers: Readers,
}

/// A build under way.
struct Watched<'a> {
    site: &'a Site,
    stop: Stop,
}

impl Progress for Watched<'_> {
    fn begins(&self, _stage: Stage, _pages: usize) {}

    fn awaited(&self) -> BTreeSet<RelPath> {
        self.site.readers.all()
    }

    fn ready(&self, part: Part, artifacts: &[Artifact]) {
        let state = self.site.states.borrow().during(part, artifacts);
        self.site.states.send_replace(state);
    }

    fn stop(&self) -> Stop {
        self.stop.clone()
    }
}

fn follow(root: &Path, poll: bool, voice: &dyn Voice, site: &Site) {
    let stop = Stop::default();
    let (mut watch, signals) = Watch::start(root, poll, voice, stop.clone());
    let options = BuildOptions {
        target: Target::Memory,
        locales: Vec::new(),
        minify: false,
        print: None,
        along: Along::default(),
        external: None,
    };
    let library = Arc::new(Library::new());
    let (mut reads, mut given_up): (Vec<RelPath>, Option<Instant>) = (Vec::new(), None);
    // Watching begins before reading: a save in between is told, not lost.
    watch.follow(&build::sources(root), voice);
    loop {
        stop.wish(false);
        let patient =
            if given_up.is_none_or(|since| since.elapsed() < LONGEST) { stop.clone() } else { Stop::default() };
        let started = Instant::now();
        let mut outcome = build::run_with(root, &options, &Watched { site, stop: patient }, &library);
        let mut same = false;
        if outcome.given_up {
            given_up.get_or_insert(started);
        } else {
            given_up = None;
            let before = site.states.borrow().clone();
            let state = before.after(&mut outcome);
            same = outcome.counts.values().all(|count| count.made == 0);
            site.states.send_replace(state);
            voice.built(&outcome, started.elapsed());
        }
        // A file outside the known folders was read before it was watched: look once more.
        if outcome.reads != reads {
            reads = std::mem::take(&mut outcome.reads);
            if watch.follow(&reads, voice) {
                continue;
            }
        }
        match next(&signals, &mut watch, same) {
            Some(Cause::Change) => {}
            Some(Cause::Lost) => {
                reads.clear();
                watch.follow(&build::sources(root), voice);
            }
            None => return,
        }
    }
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum Cause {
    Change,
    /// A watched folder went away; it is watched anew when it is back.
    Lost,
}

/// Waits for a reason to build and takes in everything that has piled up with it. `same`: the last build found nothing
/// new. When the system lost count of changes, our own reading can be what made it: after such a build it is no cause
/// for another.
fn next(signals: &Receiver<Signal>, watch: &mut Watch, same: bool) -> Option<Cause> {
    let mut cause = None;
    let mut take = |signal: Signal, cause: &mut Option<Cause>, ignore: bool| match signal {
        Signal::Changed => *cause = cause.or(Some(Cause::Change)),
        Signal::Lost(folder) => {
            watch.forget(&folder);
            *cause = Some(Cause::Lost);
        }
        Signal::Overflow if !ignore => *cause = cause.or(Some(Cause::Change)),
        Signal::Overflow => {}
    };
    while let Ok(signal) = signals.try_recv() {
        take(signal, &mut cause, same);
    }
    while cause.is_none() {
        take(signals.recv().ok()?, &mut cause, false);
        std::thread::sleep(SETTLE);
        while let Ok(signal) = signals.try_recv() {
            take(signal, &mut cause, false);
        }
    }
    cause
}
