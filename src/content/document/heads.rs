//! Which labelled paragraphs are headings, at which level, under which anchor.
//!
//! `1. Mục tiêu` over clauses is a heading, `1. Bộ Công an` in a list is an item: what tells them apart is
//! decided for a whole sequence of labels at once, so that 1., 2. and 3. are always of one kind.

use std::collections::BTreeSet;

use super::plan::Letter;
use super::words;
use crate::content::clauses::label::{self, LabelKind};
use crate::content::markdown::slug::slug;

/// The headings of a letter.
pub(super) struct Heads {
    /// For each paragraph: the kind of its label, when that makes it a heading.
    heads: Vec<Option<LabelKind>>,
    /// Headings that the paragraph being read stands under: rank and anchor, outermost first.
    open: Vec<(u8, String)>,
    taken: BTreeSet<String>,
}

/// A run of labels of one kind: 1., 2., 3.
struct Sequence {
    kind: LabelKind,
    last: u32,
    members: Vec<usize>,
}

impl Heads {
    pub(super) fn new(letter: &Letter) -> Self {
        let mut heads = vec![None; letter.paras.len()];
        let mut open: Vec<Sequence> = Vec::new();
        for index in 0..letter.paras.len() {
            if letter.closes(index) {
                open.drain(..).for_each(|sequence| settle(letter, &sequence, &mut heads));
                continue;
            }
            let Some(label) = letter.label(index).filter(|label| label.kind <= LabelKind::Number) else { continue };
            let upper = label.as_upper();
            let continues = |label: &label::Label| open.iter().position(|s| label.follows(s.kind, s.last));
            let (label, at) = match continues(&label).map(|at| (label, at)).or(continues(&upper).map(|at| (upper, at)))
            {
                Some((label, at)) => (label, Some(at)),
                None => (label, None),
            };
            let keep = at.map_or_else(|| open.iter().take_while(|s| s.kind < label.kind).count(), |at| at + 1);
            open.drain(keep..).for_each(|sequence| settle(letter, &sequence, &mut heads));
            match open.last_mut().filter(|_| at.is_some()) {
                Some(sequence) => {
                    sequence.last = label.ordinal;
                    sequence.members.push(index);
                }
                None => open.push(Sequence { kind: label.kind, last: label.ordinal, members: vec![index] }),
            }
        }
        open.drain(..).for_each(|sequence| settle(letter, &sequence, &mut heads));
        Self { heads, open: Vec::new(), taken: BTreeSet::new() }
    }

    /// Whether a paragraph's label makes it a heading.
    pub(super) fn is_head(&self, index: usize) -> bool {
        self.heads.get(index).is_some_and(Option::is_some)
    }

    /// Level and anchor of a paragraph that is a heading.
    pub(super) fn heading(&mut self, letter: &Letter, index: usize) -> Option<(u8, String)> {
        let line = letter.paras.get(index)?.joined(letter.text);
        let (rank, own) = match self.heads.get(index).copied().flatten() {
            Some(kind) => {
                let label = letter.label(index)?;
                (
                    if kind == LabelKind::Number {
                        3
                    } else if kind == LabelKind::Roman {
                        2
                    } else {
                        1
                    },
                    label::anchor(label.text)?,
                )
            }
            None if letter.is_heading_line(index) => (0, slug(words::bare(&line))),
            None => return None,
        };
        self.open.retain(|(open, _)| *open < rank);
        let id = match self.open.last() {
            Some((_, above)) if !above.is_empty() => format!("{above}-{own}"),
            _ => own,
        };
        let id = self.unique(id);
        let level = u8::try_from(self.open.len()).unwrap_or(u8::MAX).saturating_add(2).min(6);
        self.open.push((rank, id.clone()));
        Some((level, id))
    }

    /// A heading of the author's own starts anew.
    pub(super) fn author_heading(&mut self, line: &str) {
        let text = line.trim().trim_start_matches('#');
        if text.len() == line.trim().len() {
            return;
        }
        let id = text.rsplit_once("{#").and_then(|(_, id)| id.split(['}', ' ']).next());
        self.open = vec![(0, id.map_or_else(|| slug(text), str::to_owned))];
    }

    fn unique(&mut self, wanted: String) -> String {
        let mut id = wanted.clone();
        let mut number = 1;
        while !self.taken.insert(id.clone()) {
            number += 1;
            id = format!("{wanted}-{number}");
        }
        id
    }
}

/// A sequence is one of headings when all its members read like titles and have something below them.
fn settle(letter: &Letter, sequence: &Sequence, heads: &mut [Option<LabelKind>]) {
    let line = |index: &usize| letter.paras[*index].joined(letter.text);
    let bold = |index: &usize| words::is_bold(&line(index));
    let title = |index: &usize| letter.next(*index) == index + 1 && words::is_title(&line(index));
    let shown = |index: &usize| bold(index) || (sequence.kind < LabelKind::Number && words::is_capitals(&line(index)));
    let owns = |index: &usize| {
        let next = letter.next(*index);
        !letter.closes(next) && letter.label(next).is_none_or(|label| label.kind > sequence.kind)
    };
    let members = &sequence.members;
    let all_but_last = members.len().max(2) - 1;
    let owning = members.iter().take(all_but_last).all(owns);
    if members.iter().all(|m| title(m) || bold(m)) && (owning || members.iter().all(shown)) {
        for member in members {
            heads[*member] = Some(sequence.kind);
        }
    }
}
