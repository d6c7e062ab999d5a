//! The shards of a kind, of which only those are read that have to do with what is changed.
//!
//! Owns where an entry stands, and where shards are cut: by the rule of `files`, from a changed shard on until a cut is
//! where one was. What was not read is as it was.

use std::collections::{BTreeMap, BTreeSet, VecDeque};
use std::ops::Range;

use super::Published;
use super::lines::Line;
use crate::base::{Artifact, RelPath};
use crate::i18n::fold::{fold, lower};
use crate::render::search::files::{Edges, PAIRS, WORDS, json, script};
use crate::render::search::postings::Posting;

/// What is in a shard.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
    /// Words, and names of glossary entries.
    Words,
    /// Pairs of words.
    Pairs,
}

impl Kind {
    fn letter(self) -> char {
        match self {
            Self::Words => 'w',
            Self::Pairs => 'p',
        }
    }

    fn length(self) -> usize {
        match self {
            Self::Words => WORDS,
            Self::Pairs => PAIRS,
        }
    }

    /// What an entry is found by. A space sorts before all that words are made of: pairs are in the order of their words.
    pub fn key(self, surface: &str) -> String {
        let word = |word: &str| fold(&lower(word));
        match surface.split_once(' ').filter(|_| self == Self::Pairs) {
            Some((first, second)) => format!("{} {}", word(first), word(second)),
            None => word(surface),
        }
    }
}

/// What is said of an entry in some documents, before and now.
#[derive(Clone, Debug, PartialEq)]
pub struct Change {
    /// The entry.
    pub surface: String,
    /// What was said.
    pub old: Vec<Posting>,
    /// What is said.
    pub new: Vec<Posting>,
}

impl Change {
    /// Whether a document comes or goes.
    pub fn is_of_documents(&self) -> bool {
        let documents = |postings: &'_ [Posting]| postings.iter().map(|posting| posting.document()).collect::<Vec<_>>();
        documents(&self.old) != documents(&self.new)
    }
}

/// A shard that was read.
struct Open {
    /// Its text as it was published.
    old: String,
    lines: Vec<Line>,
}

/// The shards of a kind.
pub struct Shards<'p> {
    folder: &'p str,
    kind: Kind,
    published: Published<'p>,
    /// The keys of the first and the last entry of each.
    edges: &'p mut Edges,
    open: BTreeMap<usize, Open>,
    /// Those whose entries are others now.
    changed: BTreeSet<usize>,
}

impl<'p> Shards<'p> {
    /// The shards of a folder; `edges`: the keys of the first and the last entry of each.
    pub fn new(folder: &'p str, kind: Kind, edges: &'p mut Edges, published: Published<'p>) -> Self {
        Self { folder, kind, published, edges, open: BTreeMap::new(), changed: BTreeSet::new() }
    }

    /// The keys of the first and the last entry of each.
    pub fn edges(&self) -> &Edges {
        self.edges
    }

    fn path(&self, number: usize) -> Option<RelPath> {
        RelPath::new(&format!("{}/{}{number}.js", self.folder, self.kind.letter())).ok()
    }

    /// The entries of a shard.
    pub fn lines(&mut self, number: usize) -> Option<&mut Vec<Line>> {
        if !self.open.contains_key(&number) {
            let bytes = (self.published.read)(&self.path(number)?)?;
            let old = handed_on(&bytes, &format!("{}{number}", self.kind.letter()))?;
            let lines = old.split('~').map(Line::read).collect::<Option<_>>()?;
            self.open.insert(number, Open { old, lines });
        }
        Some(&mut self.open.get_mut(&number)?.lines)
    }

    /// The entries of a shard that was read, as they were and as they are.
    pub fn read(&self, number: usize) -> Option<[Vec<&str>; 2]> {
        let Open { old, lines } = self.open.get(&number)?;
        Some([old.split('~').collect(), lines.iter().map(Line::text).collect()])
    }

    /// Which shard has the place of a key, and the places of the key's entries in it.
    pub fn group(&mut self, key: &str) -> Option<(usize, Range<usize>)> {
        let number = self.edges.partition_point(|(first, _)| first.as_str() <= key).saturating_sub(1);
        let kind = self.kind;
        let lines = self.lines(number)?;
        let from = lines.partition_point(|line| kind.key(line.surface()).as_str() < key);
        let same = lines[from..].iter().take_while(|line| kind.key(line.surface()) == key).count();
        Some((number, from..from + same))
    }

    /// The entries of a key.
    pub fn of(&mut self, key: &str) -> Option<&mut [Line]> {
        let (number, places) = self.group(key)?;
        self.lines(number)?.get_mut(places)
    }

    /// Puts what is said of an entry now to where it stands, which was said so before; a new one to its place. `None` where
    /// something else was said.
    pub fn say(&mut self, change: &Change, numbers: &[u32], rest: &str) -> Option<()> {
        let key = self.kind.key(&change.surface);
        let (number, places) = self.group(&key)?;
        let kind = self.kind;
        let lines = self.lines(number)?;
        let own = |line: &Line| line.surface() == change.surface && (kind == Kind::Pairs || line.names().is_none());
        match lines.get_mut(places.clone())?.iter_mut().find(|line| own(line)) {
            Some(line) if line.within(numbers) == change.old => line.put(numbers, &change.new),
            None if change.old.is_empty() => {
                let within = lines[places.clone()].partition_point(|other| other.surface() < change.surface.as_str());
                lines.insert(places.start + within, Line::new(&change.surface, &change.new, rest));
            }
            _ => return None,
        }
        self.changed.insert(number);
        Some(())
    }

    /// The entries of a key, which are others afterwards.
    pub fn change(&mut self, key: &str) -> Option<&mut [Line]> {
        let (number, places) = self.group(key)?;
        self.changed.insert(number);
        self.lines(number)?.get_mut(places)
    }

    /// Removes the entries of a key that no document has any more.
    pub fn sweep(&mut self, key: &str) -> Option<()> {
        let (number, places) = self.group(key)?;
        let lines = self.lines(number)?;
        let stay: Vec<Line> = lines.get(places.clone())?.iter().filter(|line| !line.is_empty()).cloned().collect();
        if stay.len() < places.len() {
            lines.splice(places, stay);
            self.changed.insert(number);
        }
        Some(())
    }

    /// Cuts the changed shards anew, and those after them as far as need be; which have been. `None` where they are more
    /// or fewer afterwards.
    pub fn cut(&mut self) -> Option<BTreeSet<usize>> {
        let mut done = 0;
        for number in std::mem::take(&mut self.changed) {
            if number >= done {
                done = self.cut_from(number)?;
            }
        }
        Some(self.changed.clone())
    }

    /// Cuts anew from a shard on, until a cut is where one was: before which shard that is.
    fn cut_from(&mut self, first: usize) -> Option<usize> {
        let (mut number, mut read) = (first, first);
        let mut lines = VecDeque::new();
        loop {
            if read == number {
                self.take(&mut read, &mut lines)?;
            }
            let (own, ends) = self.fill(number, &mut read, &mut lines)?;
            let edges = [own.first()?, own.last()?].map(|line| self.kind.key(line.surface()));
            *self.edges.get_mut(number)? = edges.into();
            self.open.get_mut(&number)?.lines = own;
            self.changed.insert(number);
            number += 1;
            if ends {
                return (read == number).then_some(number);
            }
        }
    }

    /// Takes the entries of the next shard. `None` where there is none: there are more than there were.
    fn take(&mut self, read: &mut usize, lines: &mut VecDeque<Line>) -> Option<()> {
        if *read >= self.edges.len() {
            return None;
        }
        lines.extend(std::mem::take(self.lines(*read)?));
        *read += 1;
        Some(())
    }

    /// The entries of a shard, off the front of some; whether the cut behind them is where one was.
    fn fill(&mut self, number: usize, read: &mut usize, lines: &mut VecDeque<Line>) -> Option<(Vec<Line>, bool)> {
        let (mut own, mut filled) = (Vec::<Line>::new(), 0);
        loop {
            let full = filled >= self.kind.length();
            let Some(line) = lines.front() else {
                if *read == self.edges.len() || (full && *read == number + 1) {
                    return Some((own, true));
                }
                self.take(read, lines)?;
                continue;
            };
            let belongs =
                || own.last().is_some_and(|last| self.kind.key(last.surface()) == self.kind.key(line.surface()));
            if full && !belongs() {
                return Some((own, false));
            }
            filled += usize::from(!own.is_empty()) + line.text().len();
            own.extend(lines.pop_front());
        }
    }

    /// The shards whose text is another one now.
    pub fn files(&self) -> Vec<Artifact> {
        let file = |number: &usize| {
            let Open { old, lines } = self.open.get(number)?;
            let text = lines.iter().map(Line::text).collect::<Vec<_>>().join("~");
            (text != *old).then(|| script(self.folder, &format!("{}{number}", self.kind.letter()), json(&text)))
        };
        self.changed.iter().filter_map(file).collect()
    }
}

/// The text that a script hands on.
fn handed_on(bytes: &[u8], name: &str) -> Option<String> {
    serde_json::from_str(payload(std::str::from_utf8(bytes).ok()?, name)?).ok()
}

/// What a script of a name hands on.
pub fn payload<'s>(script: &'s str, name: &str) -> Option<&'s str> {
    let payload = script.strip_prefix("camnang.search.take(\"")?.strip_prefix(name)?.strip_prefix("\",")?;
    payload.strip_suffix(");\n")
}
