//! What each paragraph of a letter is: letterhead, heading, clause, text, recipients, signature.
//!
//! Owns these decisions; `words` knows the phrases, `emit` writes what is decided here.

use std::ops::Range;

use super::heads;
use super::lines::Para;
use super::words;
use crate::content::clauses::label::{self, Label, LabelKind};

/// A stretch of the letter; ranges count paragraphs.
#[derive(Clone, Debug, PartialEq)]
pub(super) enum Part {
    /// Number, subject, place and date, addressee.
    Letterhead(Range<usize>),
    /// The title of a text that has no letterhead, or the name of what the letter enacts.
    Title(usize),
    /// A heading, its level and anchor.
    Heading { para: usize, level: u8, id: String },
    /// Clauses.
    Clauses(Range<usize>),
    /// Text.
    Text(usize),
    /// `Nơi nhận`, attachments.
    Recipients(Range<usize>),
    /// Who signs.
    Signature(Range<usize>),
    /// The author's own Markdown.
    Raw(usize),
}

/// A letter's paragraphs with what was found out about each.
pub(super) struct Letter<'t> {
    pub text: &'t str,
    pub paras: &'t [Para],
    /// Whether the paragraph is the second half of the one before (a page break tore them apart).
    pub joined: Vec<bool>,
}

impl<'t> Letter<'t> {
    pub(super) fn new(text: &'t str, paras: &'t [Para]) -> Self {
        let joined = (0..paras.len()).map(|index| torn(text, paras, index)).collect();
        Self { text, paras, joined }
    }

    /// The label of a paragraph, unless it is Markdown of its own.
    pub(super) fn label(&self, index: usize) -> Option<Label<'t>> {
        let para = self.paras.get(index).filter(|para| !para.raw)?;
        label::parse(words::unmarked(para.first(self.text)))
    }

    pub(super) fn is(&self, index: usize, test: fn(&str) -> bool) -> bool {
        self.paras.get(index).is_some_and(|para| !para.raw && test(para.first(self.text)))
    }

    /// The paragraph after `index` that is not a part of it.
    pub(super) fn next(&self, index: usize) -> usize {
        let rest = self.joined.iter().skip(index + 1);
        index + 1 + rest.take_while(|joined| **joined).count()
    }

    /// A line that ends the body's clauses: what closes a letter, a heading without a label.
    pub(super) fn closes(&self, index: usize) -> bool {
        let Some(para) = self.paras.get(index) else { return true };
        para.raw
            || self.is(index, words::is_recipients)
            || self.is(index, words::is_attachments)
            || self.is_signature(index)
            || self.is_heading_line(index)
    }

    fn is_signature(&self, index: usize) -> bool {
        self.is(index, words::is_signer)
    }

    /// A short line in bold, or the head of an appendix.
    pub(super) fn is_heading_line(&self, index: usize) -> bool {
        let Some(para) = self.paras.get(index).filter(|para| !para.raw && self.label(index).is_none()) else {
            return false;
        };
        let line = para.joined(self.text);
        (words::is_bold(&line) && words::is_title(&line) && !words::is_signer(&line)) || words::is_appendix(&line)
    }

    fn is_dash(&self, index: usize) -> bool {
        self.label(index).is_some_and(|label| label.kind >= LabelKind::Dash)
    }
}

/// Whether a paragraph goes on with the sentence of the one before it.
pub(super) fn torn(text: &str, paras: &[Para], index: usize) -> bool {
    let (Some(para), Some(before)) = (paras.get(index), index.checked_sub(1).and_then(|i| paras.get(i))) else {
        return false;
    };
    let (line, last) = (para.first(text), before.last(text));
    !para.raw
        && !before.raw
        && line.starts_with(char::is_lowercase)
        && label::parse(line).is_none()
        && !words::opens_block(line)
        && !words::ends_sentence(last)
        && !words::opens_block(before.first(text))
        && !words::is_signer(last)
}

/// Decides what each paragraph is.
pub(super) fn plan(letter: &Letter) -> Vec<Part> {
    let mut planner = Planner { letter, heads: heads::Heads::new(letter), parts: Vec::new() };
    let mut at = planner.opening();
    while at < letter.paras.len() {
        at = planner.part(at);
    }
    planner.parts
}

struct Planner<'l, 't> {
    letter: &'l Letter<'t>,
    heads: heads::Heads,
    parts: Vec<Part>,
}

impl Planner<'_, '_> {
    /// Letterhead and title; returns where the body starts.
    fn opening(&mut self) -> usize {
        let letter = self.letter;
        let mut end = 0;
        for (index, para) in letter.paras.iter().enumerate() {
            let line = para.joined(letter.text);
            let head =
                words::is_number(&line) || words::is_subject(&line) || words::is_date(&line) || words::is_motto(&line);
            if para.raw {
                break;
            }
            if words::is_addressee(&line) {
                end = letter.next(index);
                while words::bare(&line).ends_with(':') && letter.is_dash(end) {
                    end = letter.next(end);
                }
                break;
            }
            if head {
                end = index + 1;
            } else if !words::is_capitals(&line) || letter.label(index).is_some() {
                break;
            }
        }
        if end > 0 {
            self.parts.push(Part::Letterhead(0..end));
        }
        if self.is_title(end) {
            // A line of its own in print too: what goes on after it in lower case is text.
            self.parts.push(Part::Title(end));
            end += 1;
        }
        end
    }

    fn is_title(&self, index: usize) -> bool {
        let Some(para) = self.letter.paras.get(index).filter(|para| !para.raw) else { return false };
        let line = para.joined(self.letter.text);
        let shown = index == 0 || words::is_capitals(&line);
        shown && words::is_title(&line) && self.letter.label(index).is_none() && !words::is_signer(&line)
    }

    /// Decides one part; returns where the next starts.
    fn part(&mut self, at: usize) -> usize {
        let letter = self.letter;
        let end;
        if letter.paras[at].raw {
            self.heads.author_heading(letter.paras[at].first(letter.text));
            self.parts.push(Part::Raw(at));
            end = at + 1;
        } else if letter.is(at, words::is_recipients) {
            end = self.while_dash(letter.next(at));
            self.parts.push(Part::Recipients(at..end));
        } else if letter.is(at, words::is_attachments) {
            end = self.attachments(at);
            self.parts.push(Part::Recipients(at..end));
        } else if letter.is_signature(at) {
            end = self.signature(at);
            self.parts.push(Part::Signature(at..end));
        } else if let Some((level, id)) = self.heads.heading(letter, at) {
            self.parts.push(Part::Heading { para: at, level, id });
            end = at + 1;
        } else if letter.label(at).is_some() {
            end = self.clauses(at);
            self.parts.push(Part::Clauses(at..end));
        } else {
            self.parts.push(Part::Text(at));
            end = at + 1;
        }
        end
    }

    fn while_dash(&self, mut at: usize) -> usize {
        while self.letter.is_dash(at) {
            at = self.letter.next(at);
        }
        at
    }

    /// A list of attachments, or one sentence that names them. A numbered list follows as clauses.
    fn attachments(&self, at: usize) -> usize {
        let letter = self.letter;
        let end = self.while_dash(letter.next(at));
        let listed = end > letter.next(at);
        if listed || letter.closes(end) || letter.label(end).is_some() { end } else { letter.next(end) }
    }

    /// Posts in capitals, then at most a remark and a name.
    fn signature(&self, at: usize) -> usize {
        let mut end = at + 1;
        let goes_on = |index: usize| {
            let test = |line: &str| words::is_signer(line) || words::is_name(line);
            self.letter.is(index, test) && self.letter.label(index).is_none()
        };
        while end < at + 4 && goes_on(end) {
            end += 1;
        }
        end
    }

    /// Labelled paragraphs, with text between them that belongs to one because its list goes on after it.
    fn clauses(&self, start: usize) -> usize {
        let letter = self.letter;
        let mut open: Vec<(LabelKind, u32)> = Vec::new();
        let mut at = start;
        while at < letter.paras.len() && !self.heads.is_head(at) && !letter.closes(at) {
            let Some(label) = letter.label(at) else {
                match self.resumes(at, &open) {
                    Some(next) => at = next,
                    None => return at,
                }
                continue;
            };
            open.retain(|(kind, _)| *kind < label.kind);
            open.push((label.kind, label.ordinal));
            at = letter.next(at);
        }
        at
    }

    /// The next label within three paragraphs, if it goes on with a list that is open.
    fn resumes(&self, at: usize, open: &[(LabelKind, u32)]) -> Option<usize> {
        let mut next = at;
        for _ in 0..3 {
            next = self.letter.next(next);
            if self.letter.closes(next) || self.heads.is_head(next) {
                return None;
            }
            if let Some(label) = self.letter.label(next) {
                let due = open.iter().any(|(kind, ordinal)| label.follows(*kind, *ordinal));
                return (due && label.kind < LabelKind::Dash).then_some(next);
            }
        }
        None
    }
}
