//! The thread that follows saves: at once on every change, never while nothing changed.
//!
//! Owns when a build begins. It makes what is open in a browser; all else of a build is handed to `rest`, so that the
//! next save waits for nothing.

use std::collections::BTreeSet;
use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::sync::mpsc::Receiver;
use std::time::{Duration, Instant};

use tokio::sync::watch;

use super::Voice;
use super::readers::Readers;
use super::rest::Rest;
use super::state::State;
use super::trace::{Step, Trace};
use super::turn::Turn;
use super::watch::{Signal, Watch};
use crate::base::{Artifact, RelPath};
use crate::build::{self, BuildOptions, Library, Part, Progress, Snapshot, Stage};

/// A save is several changes (emptied, written, renamed) within this time.
const SETTLE: Duration = Duration::from_millis(2);

/// How long a file that was begun to be written is waited for: half of one says nothing, but some programs keep a file
/// open.
const PATIENCE: Duration = Duration::from_millis(250);

/// Starts building; readers follow the states.
pub(super) fn start(
    root: PathBuf,
    poll: bool,
    voice: Arc<dyn Voice>,
    readers: Readers,
    turn: Turn,
) -> watch::Receiver<State> {
    let (states, seen) = watch::channel(State::default());
    std::thread::spawn(move || {
        let states = Arc::new(states);
        let (watch, signals, teller) = Watch::start(&root, poll, voice.as_ref());
        let rest = Rest::start(Arc::clone(&states), Arc::clone(&voice), teller, turn);
        follow(&root, &voice, &states, &readers, &rest, (watch, signals));
    });
    seen
}

/// The first part of a build: what is open.
struct Open<'a> {
    states: &'a watch::Sender<State>,
    readers: &'a Readers,
    save: u64,
    trace: Trace,
}

impl Progress for Open<'_> {
    fn begins(&self, stage: Stage, _pages: usize) {
        match stage {
            Stage::Book => self.trace.at(Step::Read),
            Stage::Render => self.trace.at(Step::Assembled),
            _ => {}
        }
    }

    fn awaited(&self) -> BTreeSet<RelPath> {
        self.readers.all()
    }

    fn assembled(&self, handbook: &Snapshot) {
        self.states.send_if_modified(|state| {
            state.handbook = Some(handbook.clone());
            false
        });
    }

    fn ready(&self, part: Part, artifacts: &[Artifact]) {
        if part == Part::Awaited {
            self.trace.at(Step::Made);
            self.states.send_modify(|state| {
                state.follow(self.save, &self.trace);
                state.awaited(artifacts);
            });
        }
    }
}

fn follow(
    root: &Path,
    voice: &Arc<dyn Voice>,
    states: &Arc<watch::Sender<State>>,
    readers: &Readers,
    rest: &Rest,
    (mut watch, signals): (Watch, Receiver<Signal>),
) {
    let options = BuildOptions::preview();
    let library = Arc::new(Library::new());
    let mut known: BTreeSet<RelPath> = BTreeSet::new();
    let mut noticed = Instant::now();
    // Watching begins before reading: a save in between is told, not lost.
    watch.follow(&build::sources(root), voice.as_ref());
    for save in 1.. {
        let trace = Trace::default();
        trace.since(Step::Noticed, noticed);
        trace.at(Step::Begun);
        let open = Open { states, readers, save, trace };
        rest.hold(true);
        let begun = build::begin(root, &options, &open, &library);
        states.send_modify(|state| {
            state.follow(save, &open.trace);
            state.begun(begun.outcome());
        });
        let reads = begun.reads();
        if begun.outcome().has_errors() && states.borrow().handbook.is_some() {
            // The last good site stays, and the rest of it goes on being made: of this one nothing would be shown.
            voice.built(&begun.leave(), noticed.elapsed());
        } else {
            rest.take(begun, save, noticed);
        }
        rest.hold(false);
        // A file outside the known folders was read before it was watched: look once more.
        let mut again = attend(&reads, &mut known, &mut watch, voice.as_ref());
        while !again {
            match next(&signals, &mut watch, voice.as_ref()) {
                Some(Cause::Change { at, grown }) => {
                    if grown {
                        // It may be one that every build asks for and that was not there to be watched.
                        watch.follow(&build::sources(root), voice.as_ref());
                    }
                    (noticed, again) = (at, true);
                }
                Some(Cause::Lost) => {
                    known.clear();
                    watch.follow(&build::sources(root), voice.as_ref());
                    (noticed, again) = (Instant::now(), true);
                }
                Some(Cause::Read(reads)) => again = attend(&reads, &mut known, &mut watch, voice.as_ref()),
                None => return,
            }
        }
    }
}

/// Watches what a build asked for; true when some of it had not been watched while it was read.
fn attend(reads: &[RelPath], known: &mut BTreeSet<RelPath>, watch: &mut Watch, voice: &dyn Voice) -> bool {
    let news: Vec<RelPath> = reads.iter().filter(|path| !known.contains(*path)).cloned().collect();
    let unwatched = !news.is_empty() && watch.follow(&news, voice);
    known.extend(news);
    unwatched
}

enum Cause {
    /// Something that is read has changed; first noticed then. `grown`: folders may have come.
    Change { at: Instant, grown: bool },
    /// A watched folder went away; it is watched anew when it is back.
    Lost,
    /// The rest of a build has read this as well.
    Read(Vec<RelPath>),
}

/// Waits for a reason to do something and takes in everything that has piled up with it.
fn next(signals: &Receiver<Signal>, watch: &mut Watch, voice: &dyn Voice) -> Option<Cause> {
    let mut first = signals.recv().ok()?;
    // A file that was open for writing and is as it was.
    while matches!(first, Signal::Written(_)) {
        first = signals.recv().ok()?;
    }
    if let Signal::Read(reads) = first {
        return Some(Cause::Read(reads));
    }
    let at = Instant::now();
    std::thread::sleep(SETTLE);
    let (mut lost, mut grown, mut open) = (false, false, BTreeSet::new());
    loop {
        match first {
            // What a build before this change read is read again by the next one.
            Signal::Changed | Signal::Read(_) => {}
            Signal::Writing(path) => drop(open.insert(path)),
            Signal::Written(path) => drop(open.remove(&path)),
            Signal::Grown => {
                grown = true;
                // One that was renamed is told of by its new name.
                open.clear();
            }
            Signal::Lost(folder) => {
                watch.forget(&folder);
                lost = true;
            }
            Signal::Blind(error) => {
                watch.look_instead(&error, voice);
                lost = true;
            }
        }
        let more = match signals.try_recv() {
            Err(_) if !open.is_empty() => signals.recv_timeout(PATIENCE).ok(),
            more => more.ok(),
        };
        match more {
            Some(signal) => first = signal,
            None if lost => return Some(Cause::Lost),
            None => {
                if grown {
                    watch.catch_up();
                }
                return Some(Cause::Change { at, grown });
            }
        }
    }
}
