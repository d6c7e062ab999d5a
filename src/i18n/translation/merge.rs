//! A catalog brought up to its source, as msgmerge does it: known messages keep their translation, new ones
//! are offered the nearest old one as a guess, what is gone is kept as obsolete.
//!
//! Owns that nothing a translator wrote is lost and that a second run changes nothing.

use std::collections::{HashMap, HashSet};

use super::header;
use super::similar::Similar;
use super::wanted::Wanted;
use crate::i18n::catalog::Key;
use crate::i18n::po::{File, Item, Message, Previous, parted};

/// What a merge did.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Changes {
    /// Messages that the catalog did not have.
    pub new: usize,
    /// Those of them that were given a guess.
    pub guessed: usize,
    /// Messages that are no longer in the source.
    pub obsolete: usize,
}

/// Brings `file` up to what is wanted; `header` is what a file without one begins with.
#[must_use]
pub fn merge(file: &File, wanted: &[Wanted], header: &Message, edition_date: &str) -> (File, Changes) {
    let mut merger = Merger::new(file, wanted);
    let mut merged = file.clone();
    merged.items = vec![merger.header(header, edition_date)];
    let places: Vec<Option<usize>> = wanted.iter().map(|message| merger.find(&message.id)).collect();
    for index in places.iter().flatten() {
        merger.taken.insert(*index);
    }
    let left: Vec<usize> = merger.left().collect();
    let guesses = Similar::new(left.iter().map(|index| file.items[*index].message().id.as_str()));
    let mut changes = Changes::default();
    for (message, place) in wanted.iter().zip(places) {
        let item = match place {
            Some(index) => kept(&file.items[index], message),
            None => {
                changes.new += 1;
                let guess = guesses.nearest(parted(&message.id).1).and_then(|found| left.get(found));
                changes.guessed += usize::from(guess.is_some());
                guess.map_or_else(
                    || Item::new(blank(message)),
                    |index| {
                        merger.taken.insert(*index);
                        guessed(file.items[*index].message(), message)
                    },
                )
            }
        };
        merged.items.push(item);
    }
    for (index, item) in file.items.iter().enumerate() {
        let message = item.message();
        if merger.taken.contains(&index) || message.is_header() {
            continue;
        }
        if message.obsolete {
            merged.items.push(item.clone());
        } else if message.is_filled() || !message.translator.is_empty() {
            changes.obsolete += 1;
            merged.items.push(obsolete(item));
        }
    }
    (merged, changes)
}

/// The template: all that is wanted, in the order of the source, with the header it had.
#[must_use]
pub fn template(old: &File, wanted: &[Wanted], header: &Message, edition_date: &str) -> File {
    let old_header = old.header().map(|header| header::dated(header, edition_date));
    let mut template = File::empty(std::sync::Arc::clone(&old.source));
    template.items = vec![Item::new(old_header.unwrap_or_else(|| header.clone()))];
    template.items.extend(wanted.iter().map(|message| Item::new(blank(message))));
    template
}

struct Merger<'f> {
    file: &'f File,
    exact: HashMap<String, usize>,
    by_key: HashMap<Key, usize>,
    /// Old messages that live on.
    taken: HashSet<usize>,
}

impl<'f> Merger<'f> {
    fn new(file: &'f File, wanted: &[Wanted]) -> Self {
        let mut merger = Self { file, exact: HashMap::new(), by_key: HashMap::new(), taken: HashSet::new() };
        let known: HashSet<&str> = wanted.iter().map(|w| w.id.as_str()).collect();
        // A living message goes before an obsolete one with the same words.
        let (live, gone): (Vec<usize>, Vec<usize>) =
            (0..file.items.len()).partition(|index| file.items[*index].message().is_live());
        for index in live.into_iter().chain(gone) {
            let message = file.items[index].message();
            if message.is_header() {
                continue;
            }
            let key = message.key();
            if !known.contains(key.as_str()) && message.is_live() {
                merger.by_key.entry(Key::of_text(parted(&key).1)).or_insert(index);
            }
            merger.exact.entry(key).or_insert(index);
        }
        merger
    }

    fn header(&self, new: &Message, edition_date: &str) -> Item {
        let mut items = self.file.items.iter();
        let Some(item) = items.find(|item| item.message().is_header()) else { return Item::new(new.clone()) };
        let mut item = item.clone();
        item.set(header::dated(item.message(), edition_date));
        item
    }

    fn find(&self, id: &str) -> Option<usize> {
        let other = || if self.by_key.is_empty() { None } else { self.by_key.get(&Key::of_text(id)).copied() };
        self.exact.get(id).copied().or_else(other)
    }

    /// Old messages with a translation that nobody wants as they are.
    fn left(&self) -> impl Iterator<Item = usize> {
        let items = self.file.items.iter().enumerate();
        items
            .filter(|(index, item)| !self.taken.contains(index) && !item.message().is_header())
            .filter(|(_, item)| item.message().is_filled() && item.message().plural.is_none())
            .map(|(index, _)| index)
    }
}

fn blank(wanted: &Wanted) -> Message {
    let (context, id) = parted(&wanted.id);
    Message {
        extracted: wanted.comments.clone(),
        references: wanted.references.clone(),
        context: context.map(str::to_owned),
        id: id.to_owned(),
        texts: vec![String::new()],
        ..Message::default()
    }
}

/// A known message: where it is used and how it is spelt follow the source, all else is the translator's.
fn kept(item: &Item, wanted: &Wanted) -> Item {
    let old = item.message();
    let same = old.key() == wanted.id;
    let (context, id) = parted(&wanted.id);
    let message = Message {
        extracted: wanted.comments.clone(),
        references: wanted.references.clone(),
        context: context.map(str::to_owned),
        id: if same { old.id.clone() } else { id.to_owned() },
        obsolete: false,
        texts: if old.texts.is_empty() { vec![String::new()] } else { old.texts.clone() },
        ..old.clone()
    };
    let mut item = item.clone();
    item.set(message);
    item
}

/// A new message with the translation of one like it.
fn guessed(old: &Message, wanted: &Wanted) -> Item {
    let mut flags: Vec<String> = vec!["fuzzy".to_owned()];
    flags.extend(old.flags.iter().filter(|flag| *flag != "fuzzy").cloned());
    Item::new(Message {
        translator: old.translator.clone(),
        flags,
        previous: Previous { context: old.context.clone(), id: Some(old.id.clone()), plural: None },
        texts: old.texts.clone(),
        ..blank(wanted)
    })
}

fn obsolete(item: &Item) -> Item {
    let message = Message { obsolete: true, references: Vec::new(), extracted: Vec::new(), ..item.message().clone() };
    let mut item = item.clone();
    item.set(message);
    item
}
