//! Glossary terms in running text: the first use of each in a page is linked.
//!
//! Owns what counts as a use: whole words, the longest term, any case (abbreviations as they are written, for
//! “AI” is a term and “ai” is not), never in headings, links or code, never in the term's own definition.

use std::collections::{BTreeSet, VecDeque};

use aho_corasick::{AhoCorasick, Input, MatchKind};
use unicode_normalization::UnicodeNormalization;
use unicode_normalization::char::is_combining_mark;

use super::model::{Page, Term};
use crate::base::{Hash, Span};
use crate::content::markdown::generated::GlossaryLine;
use crate::content::markdown::tree::{Inline, Target};
use crate::content::markdown::walk::{self, Line, Visitor};
use crate::i18n::words::has_spaces;

/// Finds the terms of one language.
pub struct Linker {
    search: Option<AhoCorasick>,
    patterns: Vec<Pattern>,
    /// Hash of the terms.
    pub key: Hash,
}

struct Pattern {
    /// Index of the term's id in the glossary of every locale: the id itself.
    id: String,
    /// The exact letters that a use must have.
    exact: Option<String>,
}

impl Linker {
    /// A linker for these terms.
    #[must_use]
    pub fn new(terms: &[Term]) -> Self {
        let (mut words, mut patterns) = (Vec::new(), Vec::new());
        for term in terms.iter().filter(|t| t.link) {
            for word in words_of(term) {
                let word: String = word.trim().nfc().collect();
                if word.is_empty() {
                    continue;
                }
                let capitals = word.chars().any(char::is_uppercase) && !word.chars().any(char::is_lowercase);
                words.push(word.to_lowercase());
                patterns.push(Pattern { id: term.id.clone(), exact: capitals.then_some(word) });
            }
        }
        // Fails only for glossaries of gigabytes, which have no page to be linked from.
        let search = AhoCorasick::builder().match_kind(MatchKind::LeftmostLongest).build(&words).ok();
        let key = Self::key(terms);
        Self { search: search.filter(|_| !words.is_empty()), patterns, key }
    }

    /// The key of a linker for these terms: of all that a glossary tells, their words alone.
    #[must_use]
    pub fn key(terms: &[Term]) -> Hash {
        let linked = terms.iter().filter(|term| term.link);
        Hash::of_value(&linked.map(|term| (&term.id, words_of(term).collect())).collect::<Vec<(_, Vec<_>)>>())
    }

    /// Links the first use of each term in a page; `target` is where a term is explained.
    pub fn link(&self, page: &mut Page, target: &dyn Fn(&str) -> Target) {
        if let Some(search) = &self.search {
            let (seen, own) = (BTreeSet::new(), None);
            walk::tree(&mut page.tree, &mut Pass { linker: self, search, target, seen, own });
        }
    }
}

/// The words that a term is found by.
fn words_of(term: &Term) -> impl Iterator<Item = &String> {
    std::iter::once(&term.term.text).chain(&term.aliases).chain(&term.abbreviations)
}

struct Pass<'a> {
    linker: &'a Linker,
    search: &'a AhoCorasick,
    target: &'a dyn Fn(&str) -> Target,
    seen: BTreeSet<String>,
    /// The term whose definition comes next.
    own: Option<String>,
}

impl Visitor for Pass<'_> {
    fn line(&mut self, line: Line, content: &mut Vec<Inline>, _: Span) {
        match line {
            Line::Heading => {}
            Line::Text | Line::Caption => self.content(content),
            Line::Definition => {
                // A definition is looked up alone: what was linked elsewhere is linked again.
                let outside = std::mem::replace(&mut self.seen, self.own.take().into_iter().collect());
                self.content(content);
                self.seen = outside;
            }
        }
    }

    fn term(&mut self, line: &mut GlossaryLine) {
        self.own = Some(line.id.clone());
    }
}

impl Pass<'_> {
    fn content(&mut self, content: &mut Vec<Inline>) {
        let mut out = Vec::with_capacity(content.len());
        let mut run = Vec::new();
        for mut inline in std::mem::take(content) {
            match &mut inline {
                Inline::Text(_) | Inline::SoftBreak => {
                    run.push(inline);
                    continue;
                }
                Inline::Emphasis(inner)
                | Inline::Strong(inner)
                | Inline::Strikethrough(inner)
                | Inline::IndexTerm { content: inner, .. } => {
                    self.run(&mut run, &mut out);
                    self.content(inner);
                }
                _ => self.run(&mut run, &mut out),
            }
            out.push(inline);
        }
        self.run(&mut run, &mut out);
        *content = out;
    }

    /// Texts that follow each other, line ends among them, are searched as one: terms are often broken there.
    fn run(&mut self, run: &mut Vec<Inline>, out: &mut Vec<Inline>) {
        let text: String = run.iter().map(as_text).collect();
        let lowered = Lowered::new(&text);
        let mut uses = Vec::new();
        let mut at = 0;
        while let Some(found) = self.search.find(Input::new(&lowered.text).span(at..lowered.text.len())) {
            let range = lowered.original(found.start())..lowered.original(found.end());
            let pattern = &self.linker.patterns[found.pattern()];
            let exact = pattern.exact.as_deref().is_none_or(|exact| exact == &text[range.clone()]);
            if exact && whole_words(&text, &range) {
                at = found.end();
                if self.seen.insert(pattern.id.clone()) {
                    uses.push((range, pattern.id.clone()));
                }
            } else {
                at = found.start() + lowered.text[found.start()..].chars().next().map_or(1, char::len_utf8);
            }
        }
        if uses.is_empty() {
            out.append(run);
            return;
        }
        let mut rest = Rest { run: std::mem::take(run).into(), done: 0 };
        for (range, id) in uses {
            rest.take(range.start, out);
            let mut content = Vec::new();
            rest.take(range.end, &mut content);
            let target = (self.target)(&id);
            out.push(Inline::Term { id: id.into(), target: Box::new(target), content });
        }
        rest.take(text.len(), out);
    }
}

fn as_text(inline: &Inline) -> &str {
    match inline {
        Inline::Text(text) => text,
        _ => " ",
    }
}

/// What is left of a run of texts.
struct Rest {
    run: VecDeque<Inline>,
    done: usize,
}

impl Rest {
    /// Moves everything before byte `end` of the whole run to `out`.
    fn take(&mut self, end: usize, out: &mut Vec<Inline>) {
        while self.done < end {
            let Some(mut first) = self.run.pop_front() else { return };
            let length = as_text(&first).len();
            if let (Inline::Text(text), true) = (&mut first, self.done + length > end) {
                self.run.push_front(Inline::Text(text.split_off(end - self.done)));
                self.done = end;
            } else {
                self.done += length;
            }
            out.push(first);
        }
    }
}

/// A text in lower case that knows where each byte came from: case may change a letter's length.
struct Lowered {
    text: String,
    origins: Vec<usize>,
}

impl Lowered {
    fn new(text: &str) -> Self {
        let mut lowered = Self { text: String::with_capacity(text.len()), origins: Vec::with_capacity(text.len() + 1) };
        for (at, c) in text.char_indices() {
            lowered.text.extend(c.to_lowercase());
            lowered.origins.resize(lowered.text.len(), at);
        }
        lowered.origins.push(text.len());
        lowered
    }

    fn original(&self, at: usize) -> usize {
        self.origins.get(at).copied().unwrap_or_default()
    }
}

/// The range is words of its own.
fn whole_words(text: &str, range: &std::ops::Range<usize>) -> bool {
    has_no_letter_beside(text, range) && !in_number(text, range)
}

/// A part of 532/BTTTT-TTĐN is part of a document's number, not a use of the word.
fn in_number(text: &str, range: &std::ops::Range<usize>) -> bool {
    let head = text[..range.start].rsplit(char::is_whitespace).next().unwrap_or_default();
    let figures = head.trim_start_matches(|c: char| !c.is_alphanumeric());
    figures.starts_with(|c: char| c.is_ascii_digit()) && figures.contains('/')
}

/// No letter touches the range, in scripts that write spaces between words.
fn has_no_letter_beside(text: &str, range: &std::ops::Range<usize>) -> bool {
    let letter = |c: char| (c.is_alphanumeric() && has_spaces(c)) || is_combining_mark(c);
    let (before, inside, after) = (&text[..range.start], &text[range.clone()], &text[range.end..]);
    let joined = |a: Option<char>, b: Option<char>| a.is_some_and(letter) && b.is_some_and(letter);
    !joined(before.chars().next_back(), inside.chars().next())
        && !joined(inside.chars().next_back(), after.chars().next())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::content::markdown::parse_line;

    fn term(id: &str, word: &str, abbreviations: &[&str]) -> Term {
        Term {
            id: id.to_owned(),
            term: word.into(),
            definition: "".into(),
            abbreviations: abbreviations.iter().map(|a| (*a).to_owned()).collect(),
            aliases: Vec::new(),
            aliases_lang: String::new(),
            translations: std::collections::BTreeMap::new(),
            link: true,
        }
    }

    fn linked(line: &str) -> String {
        let terms = [
            term("tin", "tin", &[]),
            term("ttdn", "thông tin đối ngoại", &["TTĐN"]),
            term("thong-tin", "thông tin", &[]),
            term("ai", "trí tuệ nhân tạo", &["AI"]),
            term("yue", "越南", &[]),
        ];
        let linker = Linker::new(&terms);
        let search = linker.search.as_ref().unwrap();
        let mut content: Vec<Inline> = line
            .split('|')
            .enumerate()
            .flat_map(
                |(n, part)| {
                    if n == 0 { parse_line(part) } else { [vec![Inline::SoftBreak], parse_line(part)].concat() }
                },
            )
            .collect();
        let target = |_: &str| Target::Unresolved;
        let mut pass = Pass { linker: &linker, search, target: &target, seen: BTreeSet::new(), own: None };
        pass.content(&mut content);
        show(&content)
    }

    fn show(content: &[Inline]) -> String {
        let one = |inline: &Inline| match inline {
            Inline::Text(text) => text.clone(),
            Inline::SoftBreak => "|".to_owned(),
            Inline::Term { id, content, .. } => format!("<{id}:{}>", show(content)),
            Inline::Strong(inner) => format!("*{}*", show(inner)),
            Inline::Link(link) => format!("[{}]", show(&link.content)),
            Inline::Code(code) => format!("`{code}`"),
            other => format!("{other:?}"),
        };
        content.iter().map(one).collect()
    }

    #[test]
    fn first_use_of_the_longest_whole_word_is_linked() {
        for (line, expected) in [
            ("Thông tin đối ngoại và thông tin khác", "<ttdn:Thông tin đối ngoại> và <thong-tin:thông tin> khác"),
            ("tính, tinh, tin.", "tính, tinh, <tin:tin>."),
            ("**Thông tin** thông tin", "*<thong-tin:Thông tin>* thông tin"),
            ("`thông tin` [thông tin](a.md) x", "`thông tin` [thông tin] x"),
            ("Ai dùng AI?", "Ai dùng <ai:AI>?"),
            ("thông|tin đối|ngoại", "<ttdn:thông|tin đối|ngoại>"),
            ("关于越南的", "关于<yue:越南>的"),
            ("ttđn TTĐN", "ttđn <ttdn:TTĐN>"),
            ("İ tin", "İ <tin:tin>"),
        ] {
            assert_eq!(linked(line), expected);
        }
    }
}
