//! The index as files: scripts that hand their text to the search script, because a page on a disk may load
//! scripts and nothing else.
//!
//! Owns the folder `<locale>/search/` and its names. `index.js` tells which shard holds a word, by the first
//! fold of each; `w0.js`, `w1.js`, … hold words, `p0.js`, … pairs, `f0.js`, … what is shown of a document;
//! `v.js` is the vocabulary that slips are corrected by; `version.js` tells the state of all of them.
//! Names are stable, so that a rebuilt site differs in few files.

use std::collections::BTreeMap;

use rayon::prelude::*;
use serde::Serialize;

use super::Excerpt;
use super::document::Document;
use super::encode;
use super::pairs::Pairs;
use super::postings::{Entry, Index, LEVELS};
use super::text::Section;
use crate::base::{Artifact, ArtifactKind, Hash, RelPath, Stored, Unread};
use crate::book::model::{Book, Page};
use crate::content::page::PageKind;

/// Length of a shard of words and of one of pairs. Postings of frequent words hardly compress further; those of
/// pairs are short, and their words repeat.
pub(super) const WORDS: usize = 2_600;
pub(super) const PAIRS: usize = 4_000;
/// Words of the vocabulary; about 3 bytes each when compressed.
const MOST_WORDS: usize = 5_000;

/// What is handed to the search script first.
#[derive(Serialize)]
struct Directory<'a> {
    locale: &'a str,
    /// Number of documents.
    documents: usize,
    /// What a level is worth.
    levels: &'a [f32],
    /// Words in more documents than this have pairs.
    frequent: usize,
    /// Words are syllables: those typed side by side belong together.
    syllables: bool,
    /// First folds of the shards of words, shortened.
    words: String,
    parts: Vec<Part<'a>>,
    kinds: Vec<&'static str>,
    /// Runs of pages of one part and kind: `[pages, part, kind, 1 if their text is not in the book's language]`; part and
    /// kind are indexes into the two lists above.
    runs: Vec<[usize; 4]>,
    /// Pages of several documents: `[page, documents]`.
    long: Vec<[usize; 2]>,
}

#[derive(Serialize)]
struct Part<'a> {
    id: String,
    title: &'a str,
    #[serde(skip_serializing_if = "str::is_empty")]
    lang: &'a str,
}

/// What is shown of a document.
#[derive(Serialize)]
struct Fragment<'a> {
    /// Address of the page below the locale's folder.
    h: String,
    /// Title.
    t: &'a str,
    /// Language of the text, where it is not the book's.
    #[serde(skip_serializing_if = "Option::is_none")]
    l: Option<&'a str>,
    /// Number.
    #[serde(skip_serializing_if = "Option::is_none")]
    n: Option<&'a str>,
    /// The language of the title, where it is not that of the text.
    #[serde(skip_serializing_if = "Option::is_none")]
    k: Option<&'a str>,
    /// Titles above it, part and chapters, each with its language where that is not the book's.
    r: Vec<Vec<&'a str>>,
    /// The sections.
    s: Vec<Shown<'a>>,
}

/// Anchor, title and text of a section; where any of it is not in the language of the page's text, the languages of the
/// title and of each line.
#[derive(Serialize)]
#[serde(untagged)]
enum Shown<'a> {
    Plain(&'a str, &'a str, String),
    Mixed(&'a str, &'a str, String, Vec<&'a str>),
}

/// The folds of the first and the last entry of each shard; those of a pair's words are parted by a space.
pub type Edges = Vec<(String, String)>;

/// How an index is laid out in files, for whoever changes some of them.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Layout {
    /// Of the shards of words.
    pub words: Edges,
    /// Of the shards of pairs.
    pub pairs: Edges,
    /// Folds of words that a slip may be made in, and in how many documents each word stands, summed up.
    pub slips: BTreeMap<String, usize>,
}

impl Stored for Layout {
    fn store(&self, to: &mut Vec<u8>) {
        self.words.store(to);
        self.pairs.store(to);
        self.slips.store(to);
    }

    fn restore(from: &mut Unread<'_>) -> Option<Self> {
        let (words, pairs) = (Stored::restore(from)?, Stored::restore(from)?);
        Some(Self { words, pairs, slips: Stored::restore(from)? })
    }
}

/// All files of a book's index, and how it is laid out in them.
pub fn files(book: &Book, source: &str, documents: Vec<Excerpt>, index: Index) -> (Vec<Artifact>, Layout) {
    let folder = format!("{}/search", book.locale.locale);
    let script = |name: &str, payload: String| script(&folder, name, payload);
    let Index { words, pairs, .. } = &index;
    let pair_shards = shards(in_pairs(words, pairs), PAIRS, |pair, _, text| pair_line(pair, text));
    let pointers = pointers(in_pairs(words, pairs).map(|(folds, _)| folds), &pair_shards);
    let word_shards = shards(words.iter().map(|entry| (entry.fold.as_str(), entry)), WORDS, |entry, first, text| {
        let pointer = pointers.get(entry.fold.as_str()).filter(|_| first);
        line(entry, pointer.map_or("", String::as_str), text);
    });
    let mut long: Vec<[usize; 2]> = Vec::new();
    for group in documents.chunk_by(|a, b| a.page == b.page).filter(|group| group.len() > 1) {
        long.push([group[0].page, group.len()]);
    }
    let directory = directory(book, source, (documents.len(), long), index.frequent, firsts(&word_shards, words));
    let mut files = vec![script("index", directory)];
    let named = |letter: &'static str, number: usize, text: &str| script(&format!("{letter}{number}"), json(&text));
    files.par_extend(word_shards.par_iter().enumerate().map(|(number, shard)| named("w", number, &shard.text)));
    files.par_extend(pair_shards.par_iter().enumerate().map(|(number, shard)| named("p", number, &shard.text)));
    let slips = slips(words);
    files.push(script("v", json(&vocabulary(&slips))));
    let layout = Layout {
        words: word_shards.iter().map(|shard| (shard.first.to_owned(), shard.last.to_owned())).collect(),
        pairs: pair_shards.iter().map(|shard| (shard.first.join(" "), shard.last.join(" "))).collect(),
        slips,
    };
    drop((word_shards, pair_shards, pointers));
    drop(index);
    files.par_extend(
        documents
            .into_par_iter()
            .enumerate()
            .map(|(number, document)| script(&format!("f{number}"), document.fragment.into())),
    );
    files.push(script("version", json(&version(&files))));
    (files, layout)
}

/// A script that hands on a payload.
pub(super) fn script(folder: &str, name: &str, payload: String) -> Artifact {
    let path = RelPath::new(&format!("{folder}/{name}.js")).unwrap_or_default();
    let text = format!("camnang.search.take(\"{name}\",{payload});\n");
    Artifact::new(path, ArtifactKind::Asset, text.into_bytes())
}

/// Tells one state of the index from any other. What a browser has kept of another state is asked for by another address,
/// so that a reader never has one half of each; no other file names it, so that a rebuilt site differs in few files.
fn version(files: &[Artifact]) -> String {
    let hashes: String = files.par_iter().map(|file| Hash::of(&file.bytes).short()).collect::<Vec<_>>().concat();
    Hash::of(hashes.as_bytes()).short()
}

pub(super) fn json(value: &impl Serialize) -> String {
    // Maps with keys that are no text are all that cannot be written, and there are none.
    serde_json::to_string(value).unwrap_or_default()
}

struct Shard<K> {
    /// The folds of its first entry and of its last.
    first: K,
    last: K,
    text: String,
}

/// Folds of words that a slip may have been made in, the most frequent ones, each without what it shares with the one
/// before it: a capital says how many letters those are.
fn vocabulary(slips: &BTreeMap<String, usize>) -> String {
    let mut often: Vec<usize> = slips.values().copied().collect();
    often.sort_unstable_by(|a, b| b.cmp(a));
    let least = often.get(MOST_WORDS).map_or(0, |count| count + 1);
    let mut text = String::new();
    let mut before = "";
    for fold in slips.iter().filter(|(_, count)| **count >= least).map(|(fold, _)| fold) {
        let shared = before.chars().zip(fold.chars()).take_while(|(a, b)| a == b).count().min(25);
        text.push(char::from(b'A' + u8::try_from(shared).unwrap_or_default()));
        text.extend(fold.chars().skip(shared));
        before = fold;
    }
    text
}

/// Folds of words that a slip may be made in, and in how many documents each word stands, summed up.
fn slips(words: &[Entry]) -> BTreeMap<String, usize> {
    let plain = words.iter().filter(|entry| entry.names.is_empty() && is_slipped(&entry.fold));
    let mut slips: BTreeMap<String, usize> = BTreeMap::new();
    for alike in plain.collect::<Vec<_>>().chunk_by(|a, b| a.fold == b.fold) {
        slips.insert(alike[0].fold.clone(), alike.iter().map(|entry| entry.postings.len()).sum());
    }
    slips
}

/// The vocabulary after some folds have come to documents or gone from them; `None` where it is none of its words.
pub(super) fn recount(slips: &mut BTreeMap<String, usize>, counted: &BTreeMap<String, usize>) -> Option<String> {
    let mut differs = false;
    for (fold, count) in counted.iter().filter(|(fold, _)| is_slipped(fold)) {
        differs = true;
        match count {
            0 => _ = slips.remove(fold),
            _ => _ = slips.insert(fold.clone(), *count),
        }
    }
    differs.then(|| vocabulary(slips))
}

/// Numbers, single letters and pairs of characters are typed as they are.
fn is_slipped(fold: &str) -> bool {
    fold.chars().count() > 2
        && fold.chars().all(|c| c.is_lowercase() || (c.is_alphabetic() && !c.is_uppercase() && c < '\u{e00}'))
}

/// Entries as lines, cut into shards between folds. `write` is told whether an entry is the first with its fold.
fn shards<K: PartialEq + Copy, E>(
    entries: impl Iterator<Item = (K, E)>,
    length: usize,
    write: impl Fn(E, bool, &mut String),
) -> Vec<Shard<K>> {
    let mut shards: Vec<Shard<K>> = Vec::new();
    let mut before = None;
    for (fold, entry) in entries {
        let first = before != Some(fold);
        match shards.last_mut() {
            Some(shard) if shard.text.len() < length || !first => shard.text.push('~'),
            _ => shards.push(Shard { first: fold, last: fold, text: String::new() }),
        }
        before = Some(fold);
        if let Some(shard) = shards.last_mut() {
            shard.last = fold;
            write(entry, first, &mut shard.text);
        }
    }
    shards
}

/// Both words of a pair, and its postings.
type InPair<'e> = ([&'e Entry; 2], &'e str);

/// Pairs by the folds of their words.
fn in_pairs<'e>(words: &'e [Entry], pairs: &'e [Pairs]) -> impl Iterator<Item = ([&'e str; 2], InPair<'e>)> {
    pairs.iter().flat_map(Pairs::iter).filter_map(|([first, second], postings)| {
        let pair = [words.get(first)?, words.get(second)?];
        Some((pair.map(|entry| entry.fold.as_str()), (pair, postings)))
    })
}

fn pair_line(([first, second], postings): InPair<'_>, text: &mut String) {
    [&first.surface, " ", &second.surface, "|", postings].into_iter().for_each(|part| text.push_str(part));
}

/// `surface|postings`, then what else is known, each behind a letter of its own.
fn line(entry: &Entry, pointer: &str, text: &mut String) {
    text.push_str(&entry.surface);
    text.push('|');
    encode::postings(entry.postings.iter().copied(), text);
    if entry.stop {
        text.push_str("|!");
    }
    for (letter, list) in [("|=", &entry.kin), ("|@", &entry.names)] {
        if !list.is_empty() {
            text.push_str(letter);
            text.push_str(&list.join(";"));
        }
    }
    if !pointer.is_empty() {
        text.push_str("|>");
        text.push_str(pointer);
    }
}

/// Where the pairs of each first word begin: the number of their shard, then the second word from which on each further
/// shard goes on. Kept beside the word itself: what a query of frequent words needs to know of pairs it has
/// then loaded already, and the directory stays small.
fn pointers<'e>(
    pairs: impl Iterator<Item = [&'e str; 2]>,
    shards: &[Shard<[&'e str; 2]>],
) -> BTreeMap<&'e str, String> {
    let mut pointers: Vec<(&str, String)> = Vec::new();
    let (mut shard, mut before) = (0, [""; 2]);
    for pair in pairs {
        let [first, second] = pair;
        let begins = pair != before && shards.get(shard + 1).is_some_and(|next| next.first == pair);
        if begins {
            shard += 1;
        }
        // Pairs of one first word follow each other.
        match pointers.last_mut() {
            Some((last, pointer)) if *last == first => {
                if begins {
                    pointer.push(';');
                    pointer.push_str(&separator(before[1], second));
                }
            }
            _ => pointers.push((first, shard.to_string())),
        }
        before = pair;
    }
    pointers.into_iter().collect()
}

/// The first folds of shards, as short as they still part them.
fn firsts(shards: &[Shard<&str>], entries: &[Entry]) -> String {
    let mut list = Vec::new();
    for shard in shards {
        let at = entries.partition_point(|entry| entry.fold.as_str() < shard.first);
        let before = at.checked_sub(1).and_then(|at| entries.get(at)).map_or("", |entry| entry.fold.as_str());
        list.push(separator(before, shard.first));
    }
    list.join("|")
}

/// The shortest beginning of `next` that is greater than `before`.
pub(super) fn separator(before: &str, next: &str) -> String {
    let ends = next.char_indices().map(|(at, c)| at + c.len_utf8());
    let shortest = ends.map(|end| &next[..end]).find(|start| *start > before);
    shortest.unwrap_or(next).to_owned()
}

/// The directory. `documents`: how many there are, and which pages have several; `words`: the first folds of shards.
pub(super) fn directory(
    book: &Book,
    source: &str,
    (documents, long): (usize, Vec<[usize; 2]>),
    frequent: usize,
    words: String,
) -> String {
    let kinds = vec!["chapter", "start", "document", "element"];
    let mut runs: Vec<[usize; 4]> = Vec::new();
    for page in &book.pages {
        let kind = match page.kind {
            // A reader looks for a document wherever it is described.
            PageKind::Chapter if page.document.is_some() => 2,
            PageKind::Chapter => 0,
            PageKind::Start => 1,
            PageKind::Document => 2,
            PageKind::Element => 3,
        };
        let foreign = usize::from(page.text_locale != book.locale.locale);
        match runs.last_mut() {
            Some(run) if run[1..] == [page.part, kind, foreign] => run[0] += 1,
            _ => runs.push([1, page.part, kind, foreign]),
        }
    }
    let parts = book.parts.iter().enumerate().map(|(number, part)| Part {
        id: if part.title.is_empty() { String::new() } else { number.to_string() },
        title: &part.title,
        lang: if part.own { "" } else { source },
    });
    json(&Directory {
        locale: book.locale.locale.as_str(),
        documents,
        levels: &LEVELS,
        frequent,
        syllables: book.locale.locale.language() == "vi",
        words,
        parts: parts.collect(),
        kinds,
        runs,
        long,
    })
}

/// The address of a page as seen from its locale's folder.
pub(super) fn address(book: &Book, page: &Page) -> String {
    let root = RelPath::new(&format!("{}/search.html", book.locale.locale)).unwrap_or_default();
    root.address_of(&page.path)
}

/// A title, with its language where that is not the book's.
fn own<'t>(book: &Book, title: &'t str, lang: &'t str) -> Vec<&'t str> {
    if lang == book.locale.locale.as_str() { vec![title] } else { vec![title, lang] }
}

/// What is shown of a document of a page, as its script holds it.
pub(super) fn fragment(book: &Book, source: &str, page: &Page, document: &Document) -> String {
    let foreign = page.text_locale != book.locale.locale;
    let part = book.parts.get(page.part).filter(|part| !part.title.is_empty());
    let part = part.map(|part| own(book, &part.title, if part.own { book.locale.locale.as_str() } else { source }));
    let above = page.ancestors.iter().filter_map(|index| book.pages.get(*index));
    let above = above.map(|page| own(book, &page.title, page.title_lang.as_str()));
    let said = if foreign { &page.text_locale } else { &book.locale.locale };
    json(&Fragment {
        h: address(book, page),
        t: &page.title,
        l: foreign.then(|| page.text_locale.as_str()),
        k: (page.title_lang != *said).then(|| page.title_lang.as_str()),
        n: page.number.as_deref(),
        r: part.into_iter().chain(above).collect(),
        s: document.sections.iter().map(shown).collect(),
    })
}

fn shown(section: &Section) -> Shown<'_> {
    let text = section.lines.iter().map(|line| line.text.as_str()).collect::<Vec<_>>().join("\n");
    let langs =
        || std::iter::once(&section.lang).chain(section.lines.iter().map(|line| &line.lang)).map(String::as_str);
    if langs().all(str::is_empty) {
        Shown::Plain(&section.anchor, &section.title, text)
    } else {
        Shown::Mixed(&section.anchor, &section.title, text, langs().collect())
    }
}
