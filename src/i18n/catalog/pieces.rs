//! A catalog read piece by piece: of a long one, an edit changes a few lines.
//!
//! Owns where a catalog may be cut, which one before it is told against, and when it has to be read whole after all:
//! where anything is amiss, which is told of the file as it stands.

use std::collections::{HashMap, HashSet};
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

use memchr::memmem::Finder;
use rayon::prelude::*;

use super::Catalog;
use super::said::{Base, Said, Texts};
use crate::base::{Diagnostic, Hash, Memo, RelPath};
use crate::i18n::po;

/// Entries in a piece, as many as take about as long to read as finding all the other pieces.
const ENTRIES: usize = 64;

/// Other pieces than its base's that a catalog may have: with more it is the base of those after it.
const OTHERS: usize = 16;

/// The step that reads one.
const PIECE: &str = "catalog piece";

/// What a piece of a catalog translates; `None` when something is amiss in it.
type Piece = Option<Vec<(Arc<str>, Option<Arc<str>>)>>;

/// A catalog, and what was found in its file.
pub(super) type Told = Arc<(Arc<Catalog>, Vec<Diagnostic>)>;

/// What was read of one file before.
#[derive(Debug, Default)]
pub(super) struct Before {
    base: Mutex<Option<Read>>,
    last: Mutex<Option<(Arc<[u8]>, Told)>>,
}

impl Before {
    /// What `make` makes of the file's bytes, as long as they are the same.
    pub(super) fn unless_same(&self, bytes: &Arc<[u8]>, make: impl FnOnce() -> Told) -> Told {
        let last = lock(&self.last).clone();
        if let Some((_, told)) = last.filter(|(known, _)| Arc::ptr_eq(known, bytes) || known == bytes) {
            return told;
        }
        let told = make();
        *lock(&self.last) = Some((Arc::clone(bytes), Arc::clone(&told)));
        told
    }
}

/// What others are told against, with the pieces it was read in.
#[derive(Clone, Debug)]
struct Read {
    base: Arc<Base>,
    pieces: Arc<HashMap<Hash, Arc<Piece>>>,
}

/// The catalog in the bytes of a file, of pieces of which those that were read before are not read again. `None` when
/// it has to be read whole.
pub(super) fn read(bytes: &[u8], before: &Before, memo: &Memo) -> Option<Catalog> {
    let cut: Vec<&[u8]> = cut(bytes).collect();
    let pieces: Vec<(Hash, &[u8])> = cut.into_par_iter().map(|piece| (Hash::of(piece), piece)).collect();
    let all: HashSet<Hash> = pieces.iter().map(|(hash, _)| *hash).collect();
    if all.len() < pieces.len() {
        return None;
    }
    let known = lock(&before.base).clone();
    if let Some(near) = known.as_ref().filter(|read| others(read, &all) <= OTHERS) {
        return Some(Catalog { said: near.otherwise(&pieces, &all, memo)? });
    }
    let read = Read::whole(&pieces, known.as_ref(), memo)?;
    let said = Said::new(Arc::clone(&read.base), Texts::default());
    *lock(&before.base) = Some(read);
    Some(Catalog { said })
}

/// Locks even after a panic elsewhere: what is guarded here is always whole.
fn lock<T>(mutex: &Mutex<T>) -> MutexGuard<'_, T> {
    mutex.lock().unwrap_or_else(PoisonError::into_inner)
}

/// Pieces that only one of two has.
fn others(read: &Read, all: &HashSet<Hash>) -> usize {
    let common = all.iter().filter(|hash| read.pieces.contains_key(hash)).count();
    (all.len() - common) + (read.pieces.len() - common)
}

impl Read {
    /// Of pieces, those found that were read before.
    fn whole(pieces: &[(Hash, &[u8])], before: Option<&Self>, memo: &Memo) -> Option<Self> {
        let known = |hash: &Hash| before?.pieces.get(hash).cloned();
        let of = |(hash, piece): &(Hash, &[u8])| known(hash).unwrap_or_else(|| memo.get(PIECE, *hash, || of(piece)));
        let read: Vec<Arc<Piece>> = pieces.par_iter().map(of).collect();
        let mut texts = Texts::default();
        for (id, text) in
            read.iter().map(|piece| piece.as_ref().as_ref()).collect::<Option<Vec<_>>>()?.into_iter().flatten()
        {
            // A message that stands there twice is told of.
            if texts.insert(Arc::clone(id), text.clone()).is_some() {
                return None;
            }
        }
        let hashes: Vec<Hash> = pieces.iter().map(|(hash, _)| *hash).collect();
        let base = Arc::new(Base { key: Hash::of_value(&hashes), texts });
        Some(Self { base, pieces: Arc::new(hashes.into_iter().zip(read).collect()) })
    }

    /// What others of its pieces say.
    fn otherwise(&self, pieces: &[(Hash, &[u8])], all: &HashSet<Hash>, memo: &Memo) -> Option<Said> {
        let gone = self
            .pieces
            .iter()
            .filter(|(hash, _)| !all.contains(*hash))
            .filter_map(|(_, piece)| piece.as_ref().as_ref());
        let mut texts: Texts = gone.flatten().map(|(id, _)| (Arc::clone(id), None)).collect();
        let mut seen = HashSet::new();
        for (hash, piece) in pieces.iter().filter(|(hash, _)| !self.pieces.contains_key(hash)) {
            for (id, text) in memo.get(PIECE, *hash, || of(piece)).as_ref().as_ref()? {
                let elsewhere = self.base.texts.contains_key(id) && !texts.contains_key(id);
                if elsewhere || !seen.insert(Arc::clone(id)) {
                    return None;
                }
                texts.insert(Arc::clone(id), text.clone());
            }
        }
        texts.retain(|id, text| self.base.texts.get(id) != Some(&*text));
        Some(Said::new(Arc::clone(&self.base), texts))
    }
}

/// A text in pieces of some entries each, cut at empty lines.
fn cut(text: &[u8]) -> impl Iterator<Item = &[u8]> {
    const GAP: &[u8] = b"\n\n";
    let gap = Finder::new(GAP);
    let mut rest = text;
    std::iter::from_fn(move || {
        if rest.is_empty() {
            return None;
        }
        let end = gap.find_iter(rest).nth(ENTRIES - 1).map_or(rest.len(), |at| at + GAP.len());
        let (piece, after) = rest.split_at(end);
        rest = after;
        Some(piece)
    })
}

fn of(piece: &[u8]) -> Piece {
    let text = std::str::from_utf8(piece).ok().filter(|text| !text.contains('\r') && !text.starts_with('\u{feff}'))?;
    let (file, findings) = po::read(&RelPath::default(), text);
    if !findings.is_empty() {
        return None;
    }
    let live = file.items.iter().map(po::Item::message).filter(|message| message.is_live());
    Some(live.map(|message| (message.key().into(), Catalog::text_of(message).map(Into::into))).collect())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn whole(text: &str) -> Catalog {
        Catalog::of(&po::read(&RelPath::default(), text).0)
    }

    fn entry(at: usize) -> String {
        let fuzzy = if at % 7 == 3 { "#, fuzzy\n" } else { "" };
        let said = if at % 5 == 1 { String::new() } else { format!("text {at}") };
        format!("#: a.md:{at}\n{fuzzy}msgid \"chữ {at}\"\nmsgstr \"{said}\"\n")
    }

    #[test]
    fn pieces_say_what_the_whole_says() {
        let head = "msgid \"\"\nmsgstr \"\"\n\"Language: en\\n\"\n".to_owned();
        let entries: Vec<String> = std::iter::once(head).chain((0..200).map(entry)).collect();
        let text = entries.join("\n");
        let (memo, before) = (Memo::new(), Before::default());
        for text in [text.clone(), text.replace("text 90\"", "khác\""), text.replace("chữ 12\"", "chữ mới\"")] {
            let read = read(text.as_bytes(), &before, &memo).unwrap();
            for at in 0..200 {
                let id = format!("chữ {at}");
                assert_eq!(read.find(&id), whole(&text).find(&id), "{id}");
            }
            assert_eq!(read.find("chữ mới"), whole(&text).find("chữ mới"));
        }
        // Four pieces, and one again for each edit.
        assert_eq!(memo.counts().get("catalog piece").map(|count| count.made), Some(6));
    }

    #[test]
    fn what_was_read_before_does_not_show() {
        let text = (0..1500).map(entry).collect::<Vec<_>>().join("\n");
        let (memo, before) = (Memo::new(), Before::default());
        let long =
            |from: usize| (from..1500).fold(text.clone(), |text, at| text.replace(&format!("text {at}\""), "khác\""));
        let edits = [
            text.clone(),
            // Filled, emptied, doubtful, gone, renamed, moved.
            text.replace("chữ 6\"\nmsgstr \"\"", "chữ 6\"\nmsgstr \"sáu\""),
            text.replace("text 9\"", "\""),
            text.replace("#: a.md:12\n", "#, fuzzy\n"),
            text.replace(&entry(70), ""),
            text.replace("chữ 700\"", "tên khác\""),
            text.replace(&entry(70), "").replace(&entry(900), &format!("{}\n{}", entry(900), entry(70))),
            long(1450),
            long(8),
            text.clone(),
        ];
        for (edit, text) in edits.iter().enumerate() {
            let (read, whole) = (read(text.as_bytes(), &before, &memo).unwrap(), whole(text));
            for id in (0..1500).map(|at| format!("chữ {at}")).chain(["tên khác".to_owned()]) {
                assert_eq!(read.find(&id), whole.find(&id), "{id} in {edit}");
            }
        }
        let twice = text.replace(&entry(70), &format!("{}\n{}", entry(70), entry(900)));
        assert!(read(twice.as_bytes(), &before, &memo).is_none());
    }

    #[test]
    fn what_is_amiss_is_left_to_whoever_reads_the_whole() {
        let fine = entry(2);
        for text in [
            format!("{fine}\n{fine}"),
            format!("{fine}\nmsgid \"ba\"\n\nmsgid \"bốn\"\nmsgstr \"\"\n"),
            fine.replace('\n', "\r\n"),
            format!("\u{feff}{fine}"),
        ] {
            assert!(read(text.as_bytes(), &Before::default(), &Memo::new()).is_none(), "{text:?}");
        }
        assert!(read(fine.as_bytes(), &Before::default(), &Memo::new()).is_some());
        assert!(read(b"msgid \"\xff\"", &Before::default(), &Memo::new()).is_none());
    }
}
