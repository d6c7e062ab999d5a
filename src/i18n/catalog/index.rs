//! Finding something by its message: as it is spelt, else by what it says.
//!
//! Owns that only what is spelt like none of the handbook's messages has to be understood: parsing is what costs.

use std::collections::{BTreeMap, HashMap};
use std::sync::Arc;

use super::key::Key;
use super::messages::Ids;
use crate::i18n::po::parted;

/// Values by message.
#[derive(Clone, Debug)]
pub struct Index<T> {
    exact: Arc<HashMap<String, T>>,
    by_key: HashMap<Key, T>,
}

impl<T> Default for Index<T> {
    fn default() -> Self {
        Self { exact: Arc::default(), by_key: HashMap::new() }
    }
}

impl<T: Clone> Index<T> {
    /// Adds a value; of two with one message, the first.
    pub fn add(&mut self, id: String, value: T) {
        Arc::make_mut(&mut self.exact).entry(id).or_insert(value);
    }

    /// Prepares for a handbook's messages.
    pub fn settle(&mut self, known: &Ids<'_>) {
        for (id, value) in Self::foreign(&self.exact, known) {
            // A context that is none of ours says nothing.
            self.by_key.entry(Key::of_text(parted(id).1)).or_insert_with(|| value.clone());
        }
    }

    /// Sorted: of two spellings of one message the same one wins, whatever the order of a map.
    fn foreign<'m>(exact: &'m HashMap<String, T>, known: &Ids<'_>) -> BTreeMap<&'m String, &'m T> {
        exact.iter().filter(|(id, _)| !known.contains(id.as_str())).collect()
    }

    /// Whether some message stands here in no spelling that is its own.
    pub fn lacks_some<'m>(&self, mut ids: impl Iterator<Item = &'m str>) -> bool {
        ids.any(|id| !self.exact.contains_key(id))
    }

    /// The value of a message.
    #[must_use]
    pub fn get(&self, id: &str) -> Option<&T> {
        let found = self.exact.get(id);
        found.or_else(|| if self.by_key.is_empty() { None } else { self.by_key.get(&Key::of_text(id)) })
    }
}
