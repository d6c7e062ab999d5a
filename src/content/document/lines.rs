//! A letter's lines, grouped into paragraphs.
//!
//! Owns where a paragraph of a letter starts: after a blank line, at a label, at a line that opens a block of
//! its own, and after each line when the text is not wrapped by hand. What is Markdown already (headings,
//! directives, code, tables) is kept apart, unread.

use std::ops::Range;

use super::words;
use crate::content::clauses::label::{self, LabelKind};

/// A line longer than this was not wrapped by hand: its paragraph has one line.
const UNWRAPPED: usize = 160;

/// A paragraph of the letter.
#[derive(Clone, Debug)]
pub(super) struct Para {
    /// Its lines, without the space around them; never empty.
    pub lines: Vec<Range<usize>>,
    /// Markdown of the author's own, which stays as it is.
    pub raw: bool,
    /// How far its first line is indented.
    pub indent: usize,
}

impl Para {
    pub(super) fn start(&self) -> usize {
        self.lines.first().map_or(0, |line| line.start)
    }

    pub(super) fn end(&self) -> usize {
        self.lines.last().map_or(0, |line| line.end)
    }

    /// Its first line.
    pub(super) fn first<'t>(&self, text: &'t str) -> &'t str {
        self.lines.first().and_then(|line| text.get(line.clone())).unwrap_or_default()
    }

    /// Its last line.
    pub(super) fn last<'t>(&self, text: &'t str) -> &'t str {
        self.lines.last().and_then(|line| text.get(line.clone())).unwrap_or_default()
    }

    /// Its lines as one.
    pub(super) fn joined(&self, text: &str) -> String {
        let lines: Vec<&str> = self.lines.iter().filter_map(|line| text.get(line.clone())).collect();
        lines.join(" ")
    }
}

/// Groups the lines of a text.
pub(super) fn paragraphs(text: &str) -> Vec<Para> {
    let mut reader = Reader { text, paras: Vec::new(), block: Vec::new(), raw: Raw::None, last: Vec::new() };
    let mut at = 0;
    for line in text.split_inclusive('\n') {
        reader.line(at..at + line.trim_end_matches('\n').len());
        at += line.len();
    }
    reader.flush();
    reader.paras
}

/// What raw Markdown we are inside of.
#[derive(PartialEq)]
enum Raw {
    None,
    /// A fenced code block, and its fence.
    Code(String),
    /// Directives, and how many are open.
    Directive(usize),
    /// Lines of a table or a quotation, up to a blank line.
    Block,
}

struct Reader<'t> {
    text: &'t str,
    paras: Vec<Para>,
    /// Neighbouring lines not grouped yet.
    block: Vec<Range<usize>>,
    raw: Raw,
    /// The last label of each kind since the last one of an outer kind.
    last: Vec<(LabelKind, u32)>,
}

impl Reader<'_> {
    fn line(&mut self, range: Range<usize>) {
        let line = &self.text[range.clone()];
        let trimmed = line.trim();
        match &mut self.raw {
            Raw::Code(fence) => {
                let closes = trimmed.starts_with(fence.as_str()) && trimmed.trim_matches(['`', '~']).is_empty();
                return self.raw_line(range, closes);
            }
            Raw::Directive(open) => {
                if trimmed.starts_with(":::") {
                    let closing = trimmed.trim_start_matches(':').is_empty();
                    *open = if closing { *open - 1 } else { *open + 1 };
                }
                let closes = *open == 0;
                return self.raw_line(range, closes);
            }
            Raw::Block if !trimmed.is_empty() => return self.raw_line(range, false),
            Raw::Block | Raw::None => {}
        }
        self.raw = Raw::None;
        if trimmed.is_empty() {
            return self.flush();
        }
        match opens_raw(trimmed, !self.block.is_empty()) {
            Some(raw) => {
                self.flush();
                let single = raw == Raw::None;
                self.raw = raw;
                self.paras.push(Para { lines: vec![range], raw: true, indent: 0 });
                if single {
                    self.raw = Raw::None;
                }
            }
            None => self.block.push(range),
        }
    }

    /// A line of raw Markdown goes with the one before it.
    fn raw_line(&mut self, range: Range<usize>, closes: bool) {
        if let Some(para) = self.paras.last_mut() {
            para.lines.push(range);
        }
        if closes {
            self.raw = Raw::None;
        }
    }

    /// Cuts neighbouring lines into paragraphs.
    fn flush(&mut self) {
        let block = std::mem::take(&mut self.block);
        let long = |line: &Range<usize>| line.len() > UNWRAPPED && self.text[line.clone()].chars().count() > UNWRAPPED;
        let unwrapped = block.iter().any(long);
        let mut open: Option<Para> = None;
        for range in block {
            let line = &self.text[range.clone()];
            let indent = line.len() - line.trim_start().len();
            let lines = glued(self.text, range.start + indent..range.start + line.trim_end().len());
            for (index, range) in lines.into_iter().enumerate() {
                let trimmed = &self.text[range.clone()];
                if words::is_rule(trimmed) {
                    self.paras.extend(open.take());
                    continue;
                }
                let starts =
                    index > 0 || unwrapped || words::opens_block(trimmed) || self.label(trimmed, open.is_none());
                match open.as_mut().filter(|_| !starts) {
                    Some(para) => para.lines.push(range),
                    None => {
                        self.paras.extend(open.take());
                        open = Some(Para { lines: vec![range], raw: false, indent });
                    }
                }
            }
        }
        self.paras.extend(open);
    }

    /// Whether a line starts with a label; inside a paragraph it must be the one that is due.
    fn label(&mut self, line: &str, at_start: bool) -> bool {
        let Some(label) = label::parse(words::unmarked(line)) else { return false };
        let last = self.last.iter().rev().find(|(kind, _)| *kind == label.kind);
        let due = last.map_or(label.is_first(), |(kind, ordinal)| label.follows(*kind, *ordinal));
        if !at_start && !due && !label.is_first() {
            return false;
        }
        self.last.retain(|(kind, _)| *kind < label.kind);
        self.last.push((label.kind, label.ordinal));
        true
    }
}

/// Whether a line is Markdown that a letter does not have by itself; `Raw::None` for a line that stands alone.
fn opens_raw(line: &str, in_paragraph: bool) -> Option<Raw> {
    for fence in ["```", "~~~"] {
        if line.starts_with(fence) {
            let marker = fence.chars().next()?;
            return Some(Raw::Code(line.chars().take_while(|c| *c == marker).collect()));
        }
    }
    if line.starts_with(":::") {
        let closing = line.trim_start_matches(':').is_empty();
        return Some(if closing { Raw::None } else { Raw::Directive(1) });
    }
    let heading = line.starts_with('#') && line.trim_start_matches('#').starts_with(' ');
    if heading || line.starts_with("<!--") {
        return Some(Raw::None);
    }
    let reference = line.starts_with('[') && line.contains("]: ");
    (line.starts_with(['|', '>']) || (reference && !in_paragraph)).then_some(Raw::Block)
}

/// A line `**A****B**` is two: a tool that copied the letter lost the line end between them.
fn glued(text: &str, range: Range<usize>) -> Vec<Range<usize>> {
    let line = &text[range.clone()];
    let whole = line.starts_with("**") && line.ends_with("**") && !line.starts_with("***") && !line.ends_with("***");
    let mut lines = Vec::new();
    let mut start = 0;
    if whole {
        for (at, _) in line.match_indices("****").filter(|(at, _)| *at > 2 && at + 6 < line.len()) {
            lines.push(range.start + start..range.start + at + 2);
            start = at + 2;
        }
    }
    lines.push(range.start + start..range.end);
    lines
}
