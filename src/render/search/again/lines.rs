//! Shards as they were published, taken apart into lines and put together again.

use std::borrow::Cow;
use std::ops::Range;

use rayon::prelude::*;

use super::Published;
use crate::base::{Artifact, RelPath};
use crate::render::search::encode;
use crate::render::search::files::{json, script};
use crate::render::search::postings::Posting;

/// The texts of all shards of a kind.
pub struct Shards {
    letter: char,
    texts: Vec<String>,
}

impl Shards {
    /// Reads the shards `letter` of a folder.
    pub fn read(folder: &str, letter: char, published: Published<'_>) -> Option<Self> {
        let path = |number: usize| RelPath::new(&format!("{folder}/{letter}{number}.js")).unwrap_or_default();
        let count = (0..).take_while(|number| (published.hash)(&path(*number)).is_some()).count();
        let text = |number| text(&(published.read)(&path(number))?, &format!("{letter}{number}"));
        Some(Self { letter, texts: (0..count).into_par_iter().map(text).collect::<Option<_>>()? })
    }

    /// How many they are.
    pub fn len(&self) -> usize {
        self.texts.len()
    }

    /// All their lines, in order.
    pub fn lines(&self) -> Option<Vec<Line<'_>>> {
        let lines: Option<Vec<Vec<Line<'_>>>> =
            self.texts.par_iter().map(|text| text.split('~').map(Line::read).collect()).collect();
        Some(lines?.into_iter().flatten().collect())
    }

    /// Those whose text is another one now; `None` where they are more or fewer.
    pub fn changed(&self, folder: &str, texts: &[String]) -> Option<Vec<Artifact>> {
        let Self { letter, texts: old } = self;
        let pairs = || old.iter().zip(texts).enumerate().filter(|(_, (old, new))| old != new);
        let file = |(number, (_, new))| script(folder, &format!("{letter}{number}"), json(new));
        (old.len() == texts.len()).then(|| pairs().map(file).collect())
    }
}

/// The text that a script hands on.
fn text(bytes: &[u8], name: &str) -> Option<String> {
    let script = std::str::from_utf8(bytes).ok()?;
    let text = script.strip_prefix(&format!("camnang.search.take(\"{name}\","))?.strip_suffix(");\n")?;
    serde_json::from_str(text).ok()
}

/// An entry as it stands in a shard.
#[derive(Clone, Debug)]
pub struct Line<'s> {
    /// As a reader would write it.
    pub surface: Cow<'s, str>,
    /// The documents.
    pub postings: Cow<'s, str>,
    /// What else is said of it, but where its pairs are.
    pub rest: Cow<'s, str>,
    /// Where its pairs are.
    pub pointer: Cow<'s, str>,
}

impl<'s> Line<'s> {
    fn read(line: &'s str) -> Option<Self> {
        let (surface, more) = line.split_once('|')?;
        let (postings, rest) = more.split_at(more.find('|').unwrap_or(more.len()));
        let (rest, pointer) = rest.split_at(rest.rfind("|>").unwrap_or(rest.len()));
        let pointer = pointer.strip_prefix("|>").unwrap_or_default();
        Some(Self { surface: surface.into(), postings: postings.into(), rest: rest.into(), pointer: pointer.into() })
    }

    /// A new entry.
    pub fn new(surface: &str, postings: &[Posting], rest: &'static str) -> Self {
        let mut text = String::new();
        encode::postings(postings.iter().copied(), &mut text);
        Self { surface: surface.to_owned().into(), postings: text.into(), rest: rest.into(), pointer: "".into() }
    }

    /// The names of a glossary entry, where this is one.
    pub fn names(&self) -> Option<&str> {
        self.rest.split_once("|@").map(|(_, names)| names)
    }

    /// Its postings in some documents, given by rising numbers.
    pub fn within(&self, numbers: &[u32]) -> Vec<Posting> {
        let Some(last) = numbers.last() else { return Vec::new() };
        let known = encode::read(&self.postings).take_while(|posting| posting.document() <= *last);
        known.filter(|posting| numbers.binary_search(&posting.document()).is_ok()).collect()
    }

    /// Gives it other postings in some documents.
    pub fn put(&mut self, numbers: &[u32], new: &[Posting]) {
        let others = encode::read(&self.postings).filter(|p| numbers.binary_search(&p.document()).is_err());
        let mut all: Vec<Posting> = others.chain(new.iter().copied()).collect();
        all.sort_unstable_by_key(|posting| posting.document());
        let mut text = String::new();
        encode::postings(all.into_iter(), &mut text);
        self.postings = text.into();
    }

    fn length(&self) -> usize {
        let pointer = if self.pointer.is_empty() { 0 } else { 2 + self.pointer.len() };
        self.surface.len() + 1 + self.postings.len() + self.rest.len() + pointer
    }

    fn write(&self, text: &mut String) {
        text.push_str(&self.surface);
        text.push('|');
        text.push_str(&self.postings);
        text.push_str(&self.rest);
        if !self.pointer.is_empty() {
            text.push_str("|>");
            text.push_str(&self.pointer);
        }
    }
}

/// Where lines are cut into shards of about a length; `belongs`: a line stays with the one before it.
pub fn cut(lines: &[Line<'_>], length: usize, belongs: impl Fn(usize) -> bool) -> Vec<Range<usize>> {
    let mut shards: Vec<Range<usize>> = Vec::new();
    let mut filled = 0;
    for (at, line) in lines.iter().enumerate() {
        match shards.last_mut() {
            Some(shard) if filled < length || belongs(at) => {
                shard.end = at + 1;
                filled += 1 + line.length();
            }
            _ => {
                shards.push(at..at + 1);
                filled = line.length();
            }
        }
    }
    shards
}

/// The texts of shards.
pub fn texts(lines: &[Line<'_>], shards: &[Range<usize>]) -> Vec<String> {
    let text = |shard: &Range<usize>| {
        let lines = lines.get(shard.clone()).unwrap_or_default();
        let mut text = String::with_capacity(lines.iter().map(|line| 1 + line.length()).sum());
        for (at, line) in lines.iter().enumerate() {
            if at > 0 {
                text.push('~');
            }
            line.write(&mut text);
        }
        text
    };
    shards.par_iter().map(text).collect()
}

/// Lines with others put in before some places, given in rising order; those without postings left out.
pub fn merged<'s>(lines: Vec<Line<'s>>, new: Vec<(usize, Line<'s>)>) -> Vec<Line<'s>> {
    let mut all = Vec::with_capacity(lines.len() + new.len());
    let mut new = new.into_iter().peekable();
    for (at, line) in lines.into_iter().enumerate() {
        while let Some((_, line)) = new.next_if(|(before, _)| *before <= at) {
            all.push(line);
        }
        all.push(line);
    }
    all.extend(new.map(|(_, line)| line));
    all.retain(|line| !line.postings.is_empty());
    all
}
