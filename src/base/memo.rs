//! What was made before, found by the hash of everything it was made from.
//!
//! Owns no rule of what depends on what: whoever makes a thing names all it was made from in the key, so a thing that is
//! found is the thing that would be made again. Whatever two builds in a row did not ask for is forgotten.

use std::any::Any;
use std::collections::{BTreeMap, HashMap};
use std::sync::atomic::{AtomicU64, Ordering};
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};
use std::time::{Duration, Instant};

use super::Hash;

/// Locks, so that pages made in parallel seldom wait for each other.
const SHARDS: usize = 16;
/// Builds after which what was not asked for is forgotten.
const KEPT: u64 = 2;

/// Things made by builds before. One that is off keeps nothing and makes everything.
#[derive(Debug, Default)]
pub struct Memo {
    shards: Option<[Mutex<Shard>; SHARDS]>,
    /// Steps whose things are kept; all when `None`.
    steps: Option<&'static [&'static str]>,
    build: AtomicU64,
    counts: Mutex<BTreeMap<&'static str, Count>>,
    spent: Mutex<BTreeMap<&'static str, Duration>>,
}

type Shard = HashMap<(&'static str, Hash), Entry>;

#[derive(Debug)]
struct Entry {
    thing: Arc<dyn Any + Send + Sync>,
    asked: u64,
}

/// How often a step was asked for something in one build.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, serde::Serialize)]
pub struct Count {
    /// Things made.
    pub made: usize,
    /// Things found.
    pub found: usize,
}

impl Memo {
    /// One that keeps.
    #[must_use]
    pub fn new() -> Self {
        Self { shards: Some(std::array::from_fn(|_| Mutex::default())), ..Self::default() }
    }

    /// One that keeps what some steps make.
    #[must_use]
    pub fn of(steps: &'static [&'static str]) -> Self {
        Self { steps: Some(steps), ..Self::new() }
    }

    /// Whether anything is kept: where not, keys need not be made.
    #[must_use]
    pub fn keeps(&self) -> bool {
        self.shards.is_some()
    }

    /// A build begins: its number.
    pub fn begin(&self) -> u64 {
        lock(&self.counts).clear();
        lock(&self.spent).clear();
        self.build.fetch_add(1, Ordering::Relaxed) + 1
    }

    /// A build has ended as it should: forgets what neither it nor the one before nor any begun since asked for.
    pub fn end(&self, build: u64) {
        for shard in self.shards.iter().flatten() {
            lock(shard).retain(|_, entry| entry.asked + KEPT > build);
        }
    }

    /// What `step` makes from what `key` is the hash of. Of several makers at once the first one's is kept.
    pub fn get<T: Send + Sync + 'static>(&self, step: &'static str, key: Hash, make: impl FnOnce() -> T) -> Arc<T> {
        self.get_if(step, key, |_| true, make)
    }

    /// The same, where a thing that is found counts only while `still` says so: for what was asked of others while it
    /// was made, which nobody could put into the key beforehand.
    pub fn get_if<T: Send + Sync + 'static>(
        &self,
        step: &'static str,
        key: Hash,
        still: impl FnOnce(&T) -> bool,
        make: impl FnOnce() -> T,
    ) -> Arc<T> {
        if let Some(found) = self.find(step, key).filter(|thing| still(thing)) {
            self.count(step, |count| count.found += 1);
            return found;
        }
        self.count(step, |count| count.made += 1);
        let made = Arc::new(self.timed(step, make));
        self.keep(step, key, Arc::clone(&made));
        made
    }

    /// What is kept.
    #[must_use]
    pub fn find<T: Send + Sync + 'static>(&self, step: &'static str, key: Hash) -> Option<Arc<T>> {
        let build = self.build.load(Ordering::Relaxed);
        let mut shard = lock(self.shard(key)?);
        let entry = shard.get_mut(&(step, key))?;
        entry.asked = build;
        Arc::clone(&entry.thing).downcast().ok()
    }

    /// Counts a thing that was found as [`Memo::get`] would.
    pub fn get_found<T>(&self, step: &'static str, found: Arc<T>) -> Arc<T> {
        self.count(step, |count| count.found += 1);
        found
    }

    /// Keeps a thing.
    pub fn keep<T: Send + Sync + 'static>(&self, step: &'static str, key: Hash, thing: Arc<T>) {
        self.insert(step, key, thing, self.build.load(Ordering::Relaxed));
    }

    /// Keeps a thing that an earlier run made, and that no build of this one has asked for.
    pub fn seed<T: Send + Sync + 'static>(&self, step: &'static str, key: Hash, thing: T) {
        self.insert(step, key, Arc::new(thing), 0);
    }

    fn insert(&self, step: &'static str, key: Hash, thing: Arc<dyn Any + Send + Sync>, asked: u64) {
        if let Some(shard) = self.shard(key).filter(|_| self.steps.is_none_or(|steps| steps.contains(&step))) {
            lock(shard).insert((step, key), Entry { thing, asked });
        }
    }

    /// Everything of a step that the build at hand asked for, by key, sorted.
    #[must_use]
    pub fn asked<T: Send + Sync + 'static>(&self, step: &'static str) -> Vec<(Hash, Arc<T>)> {
        let build = self.build.load(Ordering::Relaxed);
        let mut asked = Vec::new();
        for shard in self.shards.iter().flatten() {
            let shard = lock(shard);
            let own = shard.iter().filter(|((of, _), entry)| *of == step && entry.asked == build);
            asked.extend(own.filter_map(|((_, key), entry)| Some((*key, Arc::clone(&entry.thing).downcast().ok()?))));
        }
        asked.sort_by_key(|(key, _)| *key);
        asked
    }

    /// Does a part of a step, and remembers how long that took.
    pub fn timed<T>(&self, step: &'static str, work: impl FnOnce() -> T) -> T {
        let begun = Instant::now();
        let done = work();
        self.spend(step, begun.elapsed());
        done
    }

    /// Remembers what a step took.
    pub fn spend(&self, step: &'static str, time: Duration) {
        *lock(&self.spent).entry(step).or_default() += time;
    }

    /// How long each step took in the build at hand, all processors together. Steps may be parts of others.
    #[must_use]
    pub fn spent(&self) -> BTreeMap<&'static str, Duration> {
        lock(&self.spent).clone()
    }

    /// What each step made and found in the build at hand.
    #[must_use]
    pub fn counts(&self) -> BTreeMap<&'static str, Count> {
        lock(&self.counts).clone()
    }

    fn shard(&self, key: Hash) -> Option<&Mutex<Shard>> {
        self.shards.as_ref()?.get(usize::from(key.first()) % SHARDS)
    }

    fn count(&self, step: &'static str, add: impl FnOnce(&mut Count)) {
        add(lock(&self.counts).entry(step).or_default());
    }
}

/// Locks even after a panic elsewhere: what is guarded here is always whole.
fn lock<T>(mutex: &Mutex<T>) -> MutexGuard<'_, T> {
    mutex.lock().unwrap_or_else(PoisonError::into_inner)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn key(n: u32) -> Hash {
        Hash::of_value(&n)
    }

    #[test]
    fn a_thing_is_made_once_and_forgotten_when_nobody_asks() {
        let memo = Memo::new();
        let ask = |made: u32| *memo.get("step", key(1), || made);
        let build = memo.begin();
        assert_eq!((ask(1), ask(2)), (1, 1));
        assert_eq!(memo.counts()["step"], Count { made: 1, found: 1 });
        memo.end(build);
        for _ in 0..KEPT {
            memo.end(memo.begin());
        }
        assert_eq!(ask(3), 3);
    }

    #[test]
    fn one_of_some_steps_forgets_the_others() {
        let memo = Memo::of(&["kept"]);
        memo.begin();
        let ask = |step: &'static str, made: u32| *memo.get(step, key(1), || made);
        assert_eq!((ask("kept", 1), ask("kept", 2), ask("other", 1), ask("other", 2)), (1, 1, 1, 2));
        assert_eq!(memo.asked::<u32>("kept"), [(key(1), Arc::new(1))]);
        assert_eq!(memo.asked::<u32>("other"), []);
        memo.begin();
        assert_eq!(memo.asked::<u32>("kept"), [], "not asked for in this build");
    }

    #[test]
    fn a_thing_that_no_longer_holds_is_made_again() {
        let memo = Memo::new();
        let ask = |made: u32| *memo.get_if("step", key(1), |n| *n == made, || made);
        assert_eq!((ask(1), ask(1), ask(2)), (1, 1, 2));
        assert_eq!(memo.counts()["step"], Count { made: 2, found: 1 });
    }

    #[test]
    fn one_that_is_off_makes_everything() {
        let memo = Memo::default();
        assert_eq!(*memo.get("step", key(1), || 1), 1);
        assert_eq!(*memo.get("step", key(1), || 2), 2);
    }
}
