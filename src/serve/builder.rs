//! The thread that builds: at once on every change, never while nothing changed.

use std::path::PathBuf;
use std::sync::Arc;
use std::sync::mpsc::Receiver;
use std::time::Instant;

use tokio::sync::watch::{self, Sender};

use super::Voice;
use super::state::State;
use super::watch::{Signal, Watch};
use crate::build::{self, Along, BuildOptions, Silent, Target};

/// Starts building; readers follow the states.
pub(super) fn start(root: PathBuf, poll: bool, voice: Arc<dyn Voice>) -> watch::Receiver<State> {
    let (states, seen) = watch::channel(State::default());
    std::thread::spawn(move || follow(&root, poll, voice.as_ref(), &states));
    seen
}

fn follow(root: &std::path::Path, poll: bool, voice: &dyn Voice, states: &Sender<State>) {
    let (mut watch, signals) = Watch::start(root, poll, voice);
    let options = BuildOptions {
        target: Target::Memory,
        locales: Vec::new(),
        minify: false,
        print: None,
        along: Along::default(),
    };
    let mut cause = Cause::Change;
    loop {
        // Watching begins before reading: a save in between is told, not lost.
        watch.follow(&build::sources(root), voice);
        let started = Instant::now();
        let mut outcome = build::run(root, &options, &Silent);
        let news = watch.follow(&outcome.reads, voice);
        voice.built(&outcome, started.elapsed());
        let before = states.borrow().clone();
        let state = before.after(&mut outcome);
        let same = before.site.as_ref().map(|s| &s.version) == state.site.as_ref().map(|s| &s.version);
        states.send_replace(state);
        // A file outside the known folders was read before it was watched: look once more.
        if news {
            continue;
        }
        match next(&signals, &mut watch, cause == Cause::Overflow && same) {
            Some(next) => cause = next,
            None => return,
        }
    }
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum Cause {
    Change,
    /// The system lost count of changes. Our own reading can be what made it: when a build for this
    /// cause changed nothing, the overflow that came with it is no cause for another.
    Overflow,
}

/// Waits for a reason to build and takes in everything that has piled up with it.
fn next(signals: &Receiver<Signal>, watch: &mut Watch, ignore_overflow: bool) -> Option<Cause> {
    let mut cause = None;
    let mut take = |signal: Signal, cause: &mut Option<Cause>, ignore: bool| match signal {
        Signal::Changed => *cause = Some(Cause::Change),
        Signal::Lost(folder) => {
            watch.forget(&folder);
            *cause = Some(Cause::Change);
        }
        Signal::Overflow if !ignore => *cause = cause.or(Some(Cause::Overflow)),
        Signal::Overflow => {}
    };
    while let Ok(signal) = signals.try_recv() {
        take(signal, &mut cause, ignore_overflow);
    }
    while cause.is_none() {
        take(signals.recv().ok()?, &mut cause, false);
        while let Ok(signal) = signals.try_recv() {
            take(signal, &mut cause, false);
        }
    }
    cause
}
