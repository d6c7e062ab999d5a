//! Parsed blocks to a flat run of labelled pieces.
//!
//! Markdown reads `1.` as a list, `a)` as a paragraph and glues neighbouring lines together; here each
//! label starts a piece again. Labels of lists are read from the source: Markdown counts for itself.

use super::label::{self, Label, LabelKind};
use super::nest::Piece;
use crate::base::{SourceText, Span};
use crate::content::markdown::tree::{Attributes, Block, BlockKind, Inline, ListItem};

pub(super) fn pieces(text: &SourceText, blocks: Vec<Block>) -> Vec<Piece> {
    let mut reader = Reader { text, pieces: Vec::new(), last: Vec::new() };
    for block in blocks {
        reader.block(block);
    }
    reader.pieces
}

struct Reader<'t> {
    text: &'t SourceText,
    pieces: Vec<Piece>,
    /// The last label of each kind since the last label of an outer kind.
    last: Vec<(LabelKind, u32)>,
}

impl Reader<'_> {
    fn block(&mut self, block: Block) {
        match block.kind {
            BlockKind::Paragraph(content) | BlockKind::Plain(content) => self.lines(content, block.span),
            BlockKind::List { start, items, .. } => {
                for (index, item) in items.into_iter().enumerate() {
                    let number = start.map(|start| start.saturating_add(index as u64));
                    self.item(item, number);
                }
            }
            _ => self.pieces.push(Piece::More(Box::new(block))),
        }
    }

    /// A list's item: what the author nested below it stays there.
    fn item(&mut self, item: ListItem, number: Option<u64>) {
        let source = self.text.text().get(item.span.range()).unwrap_or_default().trim_start();
        let written = label::parse(source.lines().next().unwrap_or_default());
        let (label, kind, ordinal) = match (written, number) {
            (Some(label), _) => (label.text.to_owned(), label.kind, label.ordinal),
            (None, Some(number)) => {
                (format!("{number}."), LabelKind::Number, u32::try_from(number).unwrap_or(u32::MAX))
            }
            (None, None) => ("-".to_owned(), LabelKind::Dash, 0),
        };
        self.note(kind, ordinal);
        // Lines that only follow the item's text stand where their labels say: deeper (a) after “1.”) or
        // further out (c) after a dash), though Markdown takes both for the item's. What the author nested stays.
        let lines_only = item.blocks.len() == 1;
        let mut reader = Reader { text: self.text, pieces: Vec::new(), last: self.last.clone() };
        item.blocks.into_iter().for_each(|block| reader.block(block));
        let mut inner = reader.pieces;
        let labelled = |piece: &Piece| matches!(piece, Piece::Clause { kind: inner, .. } if *inner != kind);
        let flat = lines_only && inner.iter().skip(1).all(labelled);
        let more = if flat && !inner.is_empty() { inner.split_off(1) } else { Vec::new() };
        for piece in &more {
            if let Piece::Clause { kind, ordinal, .. } = piece {
                self.note(*kind, *ordinal);
            }
        }
        let blocks = super::nest::nest(inner);
        self.pieces.push(Piece::Clause { label, kind, ordinal, blocks, span: item.span });
        self.pieces.extend(more);
    }

    /// A paragraph, cut before each of its lines that starts with a label.
    fn lines(&mut self, content: Vec<Inline>, span: Span) {
        let starts = self.line_starts(span);
        let mut line = Vec::new();
        let (mut first, mut number) = (0, 0);
        self.note_line(content.first());
        for inline in content {
            let is_break = matches!(inline, Inline::SoftBreak | Inline::HardBreak);
            if !is_break && !line.is_empty() && ends_line(&line) && self.opens(&inline) {
                line.pop();
                self.piece(std::mem::take(&mut line), Span { start: starts(first), end: starts(number) });
                self.note_line(Some(&inline));
                first = number;
            }
            number += usize::from(is_break);
            line.push(inline);
        }
        if !line.is_empty() {
            self.piece(line, Span { start: starts(first), end: span.end });
        }
    }

    /// Where each line of a span starts; past the last one, the span's end.
    fn line_starts(&self, span: Span) -> impl Fn(usize) -> u32 + use<> {
        let text = self.text.text().get(span.range()).unwrap_or_default();
        let starts: Vec<u32> = std::iter::once(0)
            .chain(text.match_indices('\n').map(|(at, _)| at + 1))
            .map(|at| Span::new(span.start as usize + at, 0).start)
            .collect();
        move |line| starts.get(line).copied().unwrap_or(span.end)
    }

    /// Whether a line inside a paragraph opens a clause: its label must be the one that is due.
    fn opens(&self, inline: &Inline) -> bool {
        leading(inline).and_then(label::parse).is_some_and(|label| {
            let last = self.last.iter().rev().find(|(kind, _)| *kind == label.kind);
            label.rest > 0 && last.map_or(label.is_first(), |(kind, ordinal)| label.follows(*kind, *ordinal))
        })
    }

    fn piece(&mut self, mut content: Vec<Inline>, span: Span) {
        let found = content.first().and_then(leading).and_then(label::parse);
        let Some(Label { kind, text, ordinal, rest }) = found else {
            return self.pieces.push(Piece::More(Box::new(block(BlockKind::Paragraph(content), span))));
        };
        let label = text.to_owned();
        if let Some(first) = content.first_mut() {
            cut(first, rest);
        }
        if content.first().is_some_and(is_empty) {
            content.remove(0);
            if let Some(Inline::Text(text)) = content.first_mut() {
                *text = text.trim_start().to_owned();
            }
        }
        let blocks = vec![block(BlockKind::Plain(content), span)];
        self.pieces.push(Piece::Clause { label, kind, ordinal, blocks, span });
    }

    fn note_line(&mut self, start: Option<&Inline>) {
        let found = start.and_then(leading).and_then(label::parse).map(|label| (label.kind, label.ordinal));
        if let Some((kind, ordinal)) = found {
            self.note(kind, ordinal);
        }
    }

    fn note(&mut self, kind: LabelKind, ordinal: u32) {
        self.last.retain(|(other, _)| *other < kind);
        self.last.push((kind, ordinal));
    }
}

fn block(kind: BlockKind, span: Span) -> Block {
    Block { kind, attributes: Attributes::default(), span, lang: None }
}

fn ends_line(line: &[Inline]) -> bool {
    matches!(line.last(), Some(Inline::SoftBreak | Inline::HardBreak))
}

/// The text that an inline starts with, marks looked through.
fn leading(inline: &Inline) -> Option<&str> {
    match inline {
        Inline::Text(text) => Some(text),
        Inline::Strong(content) | Inline::Emphasis(content) => content.first().and_then(leading),
        _ => None,
    }
}

fn cut(inline: &mut Inline, length: usize) {
    match inline {
        Inline::Text(text) => *text = text.get(length..).unwrap_or_default().to_owned(),
        Inline::Strong(content) | Inline::Emphasis(content) => {
            if let Some(first) = content.first_mut() {
                cut(first, length);
            }
        }
        _ => {}
    }
}

fn is_empty(inline: &Inline) -> bool {
    match inline {
        Inline::Text(text) => text.is_empty(),
        Inline::Strong(content) | Inline::Emphasis(content) => content.iter().all(is_empty),
        _ => false,
    }
}
