//! What a catalog says of messages: of a long one, as what another said before and what is otherwise since.
//!
//! Owns looking up a message: as it is spelt, else by what it says. What a catalog is told against changes how quickly
//! something is found, never what.

use std::cell::LazyCell;
use std::collections::{BTreeMap, HashMap};
use std::sync::Arc;

use foldhash::fast::FixedState;
use rayon::prelude::*;

use super::key::Key;
use super::messages::{Ids, Messages};
use crate::base::{Hash, Memo};
use crate::i18n::po::parted;

/// What translates messages; nothing where a message stands in the catalog without a translation.
pub(super) type Texts = HashMap<Arc<str>, Option<Arc<str>>, FixedState>;

/// A catalog as it once was.
#[derive(Debug, Default)]
pub(super) struct Base {
    /// Hash of all it was made from.
    pub key: Hash,
    /// What it says.
    pub texts: Texts,
}

/// What a catalog says.
#[derive(Clone, Debug, Default)]
pub(super) struct Said {
    base: Arc<Base>,
    /// What it says otherwise than its base.
    otherwise: Arc<Texts>,
    /// Translations of messages that the handbook spells in another way.
    by_key: Arc<ByKey>,
}

#[derive(Debug, Default)]
struct ByKey {
    /// Hash of all it was made from.
    key: Hash,
    texts: HashMap<Key, String>,
}

/// What one page's translation is made from, but for the page.
#[derive(Hash)]
pub(super) struct Part<'s> {
    base: Hash,
    by_key: Hash,
    otherwise: Vec<(&'s str, Option<&'s str>)>,
}

impl Said {
    /// What a base says, but for what is said otherwise: nothing there takes a message away.
    pub(super) fn new(base: Arc<Base>, otherwise: Texts) -> Self {
        Self { base, otherwise: Arc::new(otherwise), by_key: Arc::default() }
    }

    /// The translation of a message.
    pub(super) fn find(&self, id: &str) -> Option<&str> {
        let found = self.exact(id);
        found.or_else(|| {
            let ByKey { texts, .. } = self.by_key.as_ref();
            if texts.is_empty() { None } else { texts.get(&Key::of_text(id)).map(String::as_str) }
        })
    }

    fn exact(&self, id: &str) -> Option<&str> {
        let own = if self.otherwise.is_empty() { None } else { self.otherwise.get(id) };
        own.or_else(|| self.base.texts.get(id))?.as_deref()
    }

    /// All that the translation of these messages rests on.
    pub(super) fn part<'s>(&'s self, ids: impl Iterator<Item = &'s str>) -> Part<'s> {
        let otherwise = if self.otherwise.is_empty() {
            Vec::new()
        } else {
            ids.filter_map(|id| Some((id, self.otherwise.get(id)?.as_deref()))).collect()
        };
        Part { base: self.base.key, by_key: self.by_key.key, otherwise }
    }

    /// It, prepared for a handbook's messages: what is spelt like none of them is understood, which is what costs.
    pub(super) fn settled(&self, messages: &Messages<'_>, memo: &Memo) -> Self {
        let key = Hash::of_value(&(self.base.key, messages.key()));
        let foreign = memo.get("foreign messages", key, || foreign(&self.base.texts, &messages.ids()));
        let ids = LazyCell::new(|| messages.ids());
        // Of a message that stood there before it is known whether it is the handbook's.
        let news = self.otherwise.keys().filter(|id| !self.base.texts.contains_key(*id) && !ids.contains(id.as_ref()));
        let strange = foreign.iter().chain(news).filter_map(|id| Some((id.as_ref(), self.exact(id)?)));
        // Sorted: of two spellings of one message the same one wins, whatever the order of a map.
        let strange: BTreeMap<&str, &str> = strange.collect();
        let by_key = memo.get("messages by key", Hash::of_value(&strange), || ByKey::of(&strange));
        Self { by_key, ..self.clone() }
    }
}

impl ByKey {
    fn of(strange: &BTreeMap<&str, &str>) -> Self {
        let mut texts = HashMap::new();
        for (id, text) in strange {
            // A context that is none of ours says nothing.
            texts.entry(Key::of_text(parted(id).1)).or_insert_with(|| (*text).to_owned());
        }
        let key = if texts.is_empty() { Hash::default() } else { Hash::of_value(strange) };
        Self { key, texts }
    }
}

/// The messages that are spelt like none of a handbook's.
fn foreign(texts: &Texts, ours: &Ids<'_>) -> Vec<Arc<str>> {
    texts.par_iter().map(|(id, _)| id).filter(|id| !ours.contains(id.as_ref())).cloned().collect()
}
