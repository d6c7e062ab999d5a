//! A catalog read piece by piece: of a long one, an edit changes a few lines.
//!
//! Owns where a catalog may be cut, and when it has to be read whole after all: where anything is amiss, which is told
//! of the file as it stands.

use std::collections::HashSet;

use super::Catalog;
use super::index::Index;
use crate::base::{Hash, Memo, RelPath};
use crate::i18n::po;

/// Entries in a piece, as many as take about as long to read as finding all the other pieces.
const ENTRIES: usize = 64;

/// The step that reads one.
const PIECE: &str = "catalog piece";

/// What a piece of a catalog translates; `None` when something is amiss in it.
type Piece = Option<Vec<(String, Option<String>)>>;

/// The catalog in the bytes of a file, of pieces of which those that were read before are not read again. `None` when
/// it has to be read whole.
pub(super) fn read(bytes: &[u8], memo: &Memo) -> Option<Catalog> {
    let text = std::str::from_utf8(bytes).ok().filter(|_| memo.keeps())?;
    if text.contains('\r') || text.starts_with('\u{feff}') {
        return None;
    }
    let pieces: Vec<(Hash, &str)> = cut(text).map(|piece| (Hash::of(piece.as_bytes()), piece)).collect();
    let read: Vec<_> = pieces.iter().map(|(key, piece)| memo.get(PIECE, *key, || of(piece))).collect();
    let mut translations = Index::default();
    let mut seen = HashSet::new();
    for piece in &read {
        for (id, text) in piece.as_ref().as_ref()? {
            // A message that stands there twice is told of.
            if !seen.insert(id) {
                return None;
            }
            if let Some(text) = text {
                translations.add(id.clone(), text.clone());
            }
        }
    }
    let pieces = pieces.into_iter().map(|(key, _)| key).collect();
    Some(Catalog { translations, key: Hash::of(bytes), pieces })
}

/// Keeps the pieces of a catalog that was found whole: the memo forgets what nobody asks for.
pub(super) fn keep(catalog: &Catalog, memo: &Memo) {
    catalog.pieces.iter().for_each(|key| drop(memo.find::<Piece>(PIECE, *key)));
}

/// A text in pieces of some entries each, cut at empty lines.
fn cut(text: &str) -> impl Iterator<Item = &str> {
    let mut rest = text;
    std::iter::from_fn(move || {
        if rest.is_empty() {
            return None;
        }
        let end = rest.match_indices("\n\n").nth(ENTRIES - 1).map_or(rest.len(), |(at, gap)| at + gap.len());
        let (piece, after) = rest.split_at(end);
        rest = after;
        Some(piece)
    })
}

fn of(piece: &str) -> Piece {
    let (file, findings) = po::read(&RelPath::default(), piece);
    if !findings.is_empty() {
        return None;
    }
    let live = file.items.iter().map(po::Item::message).filter(|message| message.is_live());
    Some(live.map(|message| (message.key(), Catalog::text_of(message))).collect())
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
        let memo = Memo::new();
        for text in [text.clone(), text.replace("text 90\"", "khác\""), text.replace("chữ 12\"", "chữ mới\"")] {
            let read = read(text.as_bytes(), &memo).unwrap();
            for at in 0..200 {
                let id = format!("chữ {at}");
                assert_eq!(read.find(&id), whole(&text).find(&id), "{id}");
            }
            assert_eq!((read.find("chữ mới"), read.key), (whole(&text).find("chữ mới"), whole(&text).key));
        }
        // Four pieces, and one again for each edit.
        assert_eq!(memo.counts().get("catalog piece").map(|count| count.made), Some(6));
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
            assert!(read(text.as_bytes(), &Memo::new()).is_none(), "{text:?}");
        }
        assert!(read(fine.as_bytes(), &Memo::new()).is_some());
        assert!(read(b"msgid \"\xff\"", &Memo::new()).is_none());
    }
}
