//! Tells when a file that a build reads may have changed.
//!
//! Folders are watched, not files: editors save by renaming. Where the system cannot watch, files are
//! looked at every second. An event is judged by its path: only what a build asked for counts.

use std::collections::BTreeSet;
use std::path::{Path, PathBuf};
use std::sync::mpsc::{Receiver, Sender, channel};
use std::sync::{Arc, Mutex, PoisonError};
use std::time::Duration;

use notify::event::{AccessKind, AccessMode, CreateKind, EventKind, ModifyKind};
use notify::{Config, Event, PollWatcher, RecommendedWatcher, RecursiveMode, Watcher};

use super::Voice;
use crate::base::{Diagnostic, RelPath, codes};
use crate::words;

/// How often files are looked at where the system cannot tell.
const POLL: Duration = Duration::from_secs(1);

/// What the watcher tells, and who reads beside it.
#[derive(Debug)]
pub(super) enum Signal {
    /// Something that is read changed, or changes came faster than the system could note them.
    Changed,
    /// A file that is read is being written.
    Writing(PathBuf),
    /// It is written.
    Written(PathBuf),
    /// A folder came; what it holds may have come before its watch did.
    Grown,
    /// A watched folder went away, and its watch with it.
    Lost(PathBuf),
    /// The system watches no more folders.
    Blind(notify::Error),
    /// The rest of a build has read these.
    Read(Vec<RelPath>),
}

/// What counts as a change, shared with the system's watching thread.
#[derive(Debug, Default)]
struct Scope {
    root: PathBuf,
    /// Files and folders asked for.
    asked: BTreeSet<PathBuf>,
    /// Folders watched with all that is in them.
    deep: BTreeSet<PathBuf>,
    /// Whether the system tells when a file is written.
    told_when_written: bool,
}

/// The watches of one preview.
pub(super) struct Watch {
    watcher: Box<dyn Watcher>,
    scope: Arc<Mutex<Scope>>,
    signals: Sender<Signal>,
    polling: bool,
    shallow: BTreeSet<PathBuf>,
}

impl Watch {
    /// Starts watching nothing yet: the watches, what they tell, and a way to tell more beside them.
    pub(super) fn start(root: &Path, poll: bool, voice: &dyn Voice) -> (Self, Receiver<Signal>, Sender<Signal>) {
        let (signals, told) = channel();
        let teller = signals.clone();
        let root = root.canonicalize().unwrap_or_else(|_| root.to_owned());
        let remote = super::mounts::remote(&root).filter(|_| !poll);
        if let Some(kind) = &remote {
            voice.note(&cannot_watch(kind));
        }
        let scope = Arc::new(Mutex::new(Scope { root, ..Scope::default() }));
        let watcher = if poll || remote.is_some() { None } else { native(&signals, &scope, voice) };
        let polling = watcher.is_none();
        scope.lock().unwrap_or_else(PoisonError::into_inner).told_when_written = cfg!(target_os = "linux") && !polling;
        let watcher = watcher.unwrap_or_else(|| polled(&signals, &scope));
        (Self { watcher, scope, signals, polling, shallow: BTreeSet::new() }, told, teller)
    }

    /// Watches all that a build asks for; true when a folder had not been watched before.
    pub(super) fn follow(&mut self, asked: &[RelPath], voice: &dyn Voice) -> bool {
        let (folders, root) = {
            let mut scope = self.scope.lock().unwrap_or_else(PoisonError::into_inner);
            let root = scope.root.clone();
            let paths: Vec<PathBuf> = asked.iter().map(|path| root.join(path.as_str())).collect();
            scope.asked.extend(paths.iter().cloned());
            (paths.into_iter().filter(|p| *p != root && p.is_dir()).collect::<Vec<_>>(), root)
        };
        let mut news = false;
        for folder in folders {
            news |= self.add(&folder, RecursiveMode::Recursive, voice);
        }
        // The root is watched for handbook.toml and for folders yet to come, never with all it holds.
        news |= self.add(&root, RecursiveMode::NonRecursive, voice);
        for path in asked.iter().map(|path| root.join(path.as_str())) {
            if let Some(folder) = path.parent().filter(|folder| folder.is_dir()).map(Path::to_owned) {
                news |= self.add(&folder, RecursiveMode::NonRecursive, voice);
            }
        }
        news
    }

    /// A folder went away: it is watched anew when it is back.
    pub(super) fn forget(&mut self, folder: &Path) {
        let _ = self.watcher.unwatch(folder);
        self.shallow.remove(folder);
        self.scope.lock().unwrap_or_else(PoisonError::into_inner).deep.remove(folder);
    }

    /// Waits until the system's watching thread has dealt with all it was told before: a new folder is watched then, so
    /// that whatever is not read by the next build is told of.
    pub(super) fn catch_up(&mut self) {
        // Elsewhere the system itself watches what is new.
        if cfg!(target_os = "linux") && !self.polling {
            let root = self.scope.lock().unwrap_or_else(PoisonError::into_inner).root.clone();
            // It answers in turn; that the root is watched already is no matter.
            let _ = self.watcher.watch(&root, RecursiveMode::NonRecursive);
        }
    }

    fn add(&mut self, folder: &Path, mode: RecursiveMode, voice: &dyn Voice) -> bool {
        let deep = mode == RecursiveMode::Recursive;
        if self.covers(folder) || (!deep && self.shallow.contains(folder)) {
            return false;
        }
        if let Err(error) = self.watcher.watch(folder, mode) {
            if self.polling {
                return false;
            }
            self.look_instead(&error, voice);
            return self.add(folder, mode, voice);
        }
        if deep {
            self.scope.lock().unwrap_or_else(PoisonError::into_inner).deep.insert(folder.to_owned());
        } else {
            self.shallow.insert(folder.to_owned());
        }
        true
    }

    fn covers(&self, folder: &Path) -> bool {
        let scope = self.scope.lock().unwrap_or_else(PoisonError::into_inner);
        folder.ancestors().any(|above| scope.deep.contains(above))
    }

    /// Files are looked at from now on; every folder is to be followed anew.
    pub(super) fn look_instead(&mut self, error: &notify::Error, voice: &dyn Voice) {
        voice.note(&cannot_watch(&error.to_string()));
        self.polling = true;
        self.watcher = polled(&self.signals, &self.scope);
        self.shallow.clear();
        let mut scope = self.scope.lock().unwrap_or_else(PoisonError::into_inner);
        scope.told_when_written = false;
        scope.deep.clear();
    }
}

fn native(signals: &Sender<Signal>, scope: &Arc<Mutex<Scope>>, voice: &dyn Voice) -> Option<Box<dyn Watcher>> {
    match RecommendedWatcher::new(handler(signals, scope), Config::default()) {
        Ok(watcher) => Some(Box::new(watcher)),
        Err(error) => {
            voice.note(&cannot_watch(&error.to_string()));
            None
        }
    }
}

fn polled(signals: &Sender<Signal>, scope: &Arc<Mutex<Scope>>) -> Box<dyn Watcher> {
    // Times are kept by the second: two saves within one differ in their content only.
    let config = Config::default().with_poll_interval(POLL).with_compare_contents(true);
    match PollWatcher::new(handler(signals, scope), config) {
        Ok(watcher) => Box::new(watcher),
        Err(_) => Box::new(notify::NullWatcher),
    }
}

fn handler(signals: &Sender<Signal>, scope: &Arc<Mutex<Scope>>) -> impl Fn(notify::Result<Event>) + Send + 'static {
    let (signals, scope) = (signals.clone(), Arc::clone(scope));
    move |event| {
        let event = match event {
            Ok(event) => event,
            Err(error) => {
                let full = matches!(error.kind, notify::ErrorKind::MaxFilesWatch);
                let _ = signals.send(if full { Signal::Blind(error) } else { Signal::Changed });
                return;
            }
        };
        let scope = scope.lock().unwrap_or_else(PoisonError::into_inner);
        for signal in judge(&event, &scope) {
            // Nobody to tell: the preview has ended.
            let _ = signals.send(signal);
        }
    }
}

/// What an event means for a build that reads `scope`.
fn judge(event: &Event, scope: &Scope) -> Vec<Signal> {
    if event.need_rescan() {
        return vec![Signal::Changed];
    }
    if let EventKind::Access(access) = event.kind {
        let written = scope.told_when_written && access == AccessKind::Close(AccessMode::Write);
        return event.paths.iter().filter(|_| written).cloned().map(Signal::Written).collect();
    }
    let gone = matches!(event.kind, EventKind::Remove(_) | EventKind::Modify(ModifyKind::Name(_)));
    let lost = event.paths.iter().filter(|path| gone && scope.deep.contains(*path));
    let mut signals: Vec<Signal> = lost.map(|path| Signal::Lost(path.clone())).collect();
    if signals.is_empty() && event.paths.iter().any(|path| concerns(path, scope)) {
        let grown =
            matches!(event.kind, EventKind::Create(CreateKind::Folder) | EventKind::Modify(ModifyKind::Name(_)));
        signals.push(match event.kind {
            _ if grown => Signal::Grown,
            EventKind::Modify(ModifyKind::Data(_)) if scope.told_when_written => {
                Signal::Writing(event.paths.first().cloned().unwrap_or_default())
            }
            _ => Signal::Changed,
        });
    }
    signals
}

fn concerns(path: &Path, scope: &Scope) -> bool {
    if scope.asked.contains(path) && *path != scope.root {
        return true;
    }
    let name = path.file_name().unwrap_or_default().to_string_lossy();
    // What editors put beside a file while it is open.
    let passing = name.starts_with('.') || name.starts_with('#') || name.ends_with('~');
    !passing && path.ancestors().skip(1).any(|above| scope.deep.contains(above))
}

fn cannot_watch(error: &str) -> Diagnostic {
    Diagnostic::warning(
        codes::SERVER_WATCH,
        words!(
            "the system cannot tell of changes ({error}); files are looked at every second instead",
            "hệ thống không báo được thay đổi ({error}); chuyển sang xem lại tệp mỗi giây"
        ),
    )
}

#[cfg(test)]
mod tests {
    use notify::event::{DataChange, RemoveKind};

    use super::*;

    fn scope() -> Scope {
        let path = |p: &str| PathBuf::from(p);
        Scope {
            root: path("/p"),
            asked: [path("/p/handbook.toml"), path("/p/theme"), path("/p/content"), path("/p")].into(),
            deep: [path("/p/content")].into(),
            told_when_written: false,
        }
    }

    fn told(kind: EventKind, path: &str) -> Vec<String> {
        let event = Event::new(kind).add_path(PathBuf::from(path));
        judge(&event, &scope()).iter().map(|s| format!("{s:?}")).collect()
    }

    #[test]
    fn only_what_a_build_asked_for_counts() {
        let changed = EventKind::Modify(ModifyKind::Data(DataChange::Any));
        let created = EventKind::Create(CreateKind::Any);
        assert_eq!(told(changed, "/p/handbook.toml"), ["Changed"]);
        assert_eq!(told(changed, "/p/content/a/b.md"), ["Changed"]);
        assert_eq!(told(created, "/p/theme"), ["Changed"]);
        assert_eq!(told(EventKind::Create(CreateKind::Folder), "/p/content/moi"), ["Grown"]);
        for path in ["/p/public", "/p/target/x", "/p", "/p/content/.a.md.swp", "/p/content/a.md~"] {
            assert!(told(changed, path).is_empty(), "{path}");
        }
        assert!(told(EventKind::Access(notify::event::AccessKind::Any), "/p/content/a.md").is_empty());
    }

    #[test]
    fn a_file_is_told_of_when_it_is_written() {
        let of = |kind: EventKind, path: &str| {
            let event = Event::new(kind).add_path(PathBuf::from(path));
            let scope = Scope { told_when_written: true, ..scope() };
            judge(&event, &scope).iter().map(|s| format!("{s:?}")).collect::<Vec<_>>()
        };
        let changed = EventKind::Modify(ModifyKind::Data(DataChange::Any));
        assert_eq!(of(changed, "/p/content/a.md"), ["Writing(\"/p/content/a.md\")"]);
        let closed = EventKind::Access(AccessKind::Close(AccessMode::Write));
        assert_eq!(of(closed, "/p/content/a.md"), ["Written(\"/p/content/a.md\")"]);
        let looked_at = EventKind::Access(AccessKind::Close(AccessMode::Read));
        assert!(of(looked_at, "/p/content/a.md").is_empty() && told(closed, "/p/content/a.md").is_empty());
    }

    #[test]
    fn a_folder_that_goes_away_is_to_be_watched_anew() {
        assert_eq!(told(EventKind::Remove(RemoveKind::Folder), "/p/content"), ["Lost(\"/p/content\")"]);
    }
}
