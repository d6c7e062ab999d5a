//! How high blocks stand, told from their letters, so that the short ones are kept whole on a page.
//!
//! Owns the estimate and what counts as short; measuring itself is the typesetter's, and costs as much as setting.

use super::columns;
use super::parts::{Block, Clause, Inline, Inlines, Item, Kind, Node, Table};
use crate::render::Format;

/// Half a line, which stands below a paragraph.
const HALF: f64 = 0.5;
/// Boxes of so many lines are not broken: half a small page.
const BOX: f64 = 16.0;
/// Those of items, which break between these: a third.
const ITEMS: f64 = 12.0;
/// Those of rows or of items to tick, of which two at least stay together: more than a quarter.
const FORM: f64 = 10.0;
/// Notes and quotations: broken, less than three lines would stand on one of the pages.
const NOTE: f64 = 6.0;
/// Lines that a box shows at least where it begins: its head, and something below it.
const FIRST: f64 = 6.0;
/// What a box has besides its blocks.
const HEAD_AND_EDGES: f64 = 3.0;
/// Tables break between their rows, so that only small ones are kept whole: a fifth of a small page; those of three rows,
/// of which one would stand alone, up to a third.
const TABLE: f64 = 7.5;
const THREE_ROWS: f64 = 12.0;

/// Text areas by what they hold.
#[derive(Clone, Copy, Debug)]
pub(super) struct Measure {
    /// Letters of text a line holds.
    letters: f64,
    /// Lines of text a page holds.
    lines: f64,
}

impl Measure {
    pub(super) fn of(format: Format) -> Self {
        let (letters, lines) = if format == Format::BookA5 { (62.0, 34.0) } else { (75.0, 42.0) };
        Self { letters, lines }
    }

    /// A line that holds what it may just hold.
    pub(super) fn wider(self) -> Self {
        Self { letters: 1.12 * self.letters, ..self }
    }

    /// A line shorter by so many letters.
    fn less(self, letters: f64) -> Self {
        Self { letters: (self.letters - letters).max(12.0), ..self }
    }

    /// Whether a box is kept whole although so many lines that stand above it go with it to the next page: what they all
    /// leave empty is less than three tenths of a page.
    pub(super) fn keeps_with(self, above: f64, b: &[Block]) -> bool {
        let lines = HEAD_AND_EDGES + self.less(6.0).blocks(b);
        lines < FIRST || self.fits(above + lines)
    }

    /// Whether so many lines may go to the next page together.
    pub(super) fn fits(self, lines: f64) -> bool {
        lines <= 0.3 * self.lines
    }

    /// Whether what a box shows at least where it begins goes to the next page with so many lines above it.
    pub(super) fn begins_below(self, above: f64) -> bool {
        self.fits(above + FIRST)
    }

    /// Lines of a box that is broken that its first page holds, below so many that stand above it there: rather than less,
    /// it leaves a fifth of a page empty.
    pub(super) fn first_piece(self, above: f64) -> f64 {
        (self.lines / 5.0 - above).max(FIRST)
    }

    /// Whether a framed block is not to be broken.
    pub(super) fn keeps_box(self, b: &[Block]) -> bool {
        let limit = |block: &Block| match &block.kind {
            Kind::List { items, .. } if items.iter().all(|item| item.task == "none") => ITEMS,
            Kind::List { .. } | Kind::Table(_) => FORM,
            _ => BOX,
        };
        HEAD_AND_EDGES + self.less(6.0).blocks(b) <= b.iter().map(limit).fold(BOX, f64::min)
    }

    /// Whether a note or quotation is not to be broken.
    pub(super) fn keeps_note(self, b: &[Block]) -> bool {
        self.less(4.0).blocks(b) <= NOTE
    }

    /// Whether a table is not to be broken.
    pub(super) fn keeps_table(self, head: &[Inlines], rows: &[Vec<Inlines>], widths: &[f64]) -> bool {
        self.rows(head, rows, widths) <= if rows.len() > 3 { TABLE } else { THREE_ROWS }
    }

    /// Whether the first two rows of a table stay together below its head: they take no more than five lines.
    pub(super) fn pairs_rows(self, rows: &[Vec<Inlines>], widths: &[f64]) -> bool {
        const PAIR: f64 = 5.0;
        rows.get(..2).is_some_and(|pair| self.rows(&[], pair, widths) <= PAIR)
    }

    fn blocks(self, blocks: &[Block]) -> f64 {
        blocks.iter().map(|block| self.block(block)).sum()
    }

    /// Lines that a block takes.
    pub(super) fn block(self, block: &Block) -> f64 {
        match &block.kind {
            Kind::Heading { c, .. } => 2.0 + self.lines(c),
            Kind::P { c, .. } => self.lines(c) + HALF,
            Kind::Plain { c } => self.lines(c),
            Kind::List { tight, items, .. } => 1.0 + items.iter().map(|item| self.item(item, *tight)).sum::<f64>(),
            Kind::Clauses { items } => items.iter().map(|clause| self.clause(clause)).sum(),
            Kind::Definitions { items } => {
                items.iter().flat_map(|item| &item.definitions).map(|b| self.less(4.0).blocks(b) + HALF).sum()
            }
            Kind::Quote { b, .. } => self.less(8.0).blocks(b) + HALF,
            Kind::Alert { b, .. } => 2.0 + self.less(4.0).blocks(b),
            Kind::Source { lines, .. } => 2.0 + 0.75 * f64::from(u32::try_from(lines.len()).unwrap_or(u32::MAX)),
            Kind::Table(Table { head, rows, columns, .. }) => 1.0 + self.rows(head, rows, columns),
            Kind::Rule => 1.0,
            Kind::Frame { b, .. } => 3.0 + self.less(6.0).blocks(b),
            // These are high, or as long as what they list.
            Kind::Figure { .. }
            | Kind::Documents { .. }
            | Kind::Sources { .. }
            | Kind::Glossary { .. }
            | Kind::Statistic { .. }
            | Kind::Turned { .. } => BOX,
        }
    }

    /// Lines that an item of a list takes.
    pub(super) fn item(self, item: &Item, tight: bool) -> f64 {
        self.less(4.0).blocks(&item.b) + if tight { 0.0 } else { 0.5 }
    }

    /// Lines that a clause takes.
    pub(super) fn clause(self, clause: &Clause) -> f64 {
        self.less(4.0).blocks(&clause.b) + HALF
    }

    /// Lines of text, those that end where the author ended them included.
    fn lines(self, line: &[Inline]) -> f64 {
        let parts = line.split(|inline| matches!(inline, Inline::Node(Node::Br)));
        parts.map(|part| in_lines(&columns::printed(part), self.letters)).sum()
    }

    /// Rows are as high as their highest cell, in smaller type and with room above and below.
    fn rows(self, head: &[Inlines], rows: &[Vec<Inlines>], shares: &[f64]) -> f64 {
        const SMALLER: f64 = 0.83;
        const ROOM: f64 = 0.65;
        const TO_WRITE_IN: f64 = 1.2;
        let widths = self.widths(head, rows, shares);
        let cell = |(cell, width): (&Inlines, &f64)| match cell.is_empty() {
            true => TO_WRITE_IN,
            false => SMALLER * in_lines(&columns::printed(cell), *width),
        };
        let row = |row: &Vec<Inlines>| row.iter().zip(&widths).map(cell).fold(0.0, f64::max) + ROOM;
        let head = head.to_vec();
        rows.iter().chain((!head.is_empty()).then_some(&head)).map(row).sum()
    }

    /// Letters that a line of each column holds.
    fn widths(self, head: &[Inlines], rows: &[Vec<Inlines>], shares: &[f64]) -> Vec<f64> {
        const MORE: f64 = 1.12;
        let narrow = |n: usize| {
            let longest = columns::longest(head, rows, n);
            f64::from(u32::try_from(longest).unwrap_or(u32::MAX)) + 2.0
        };
        let taken: f64 = (0..shares.len()).filter(|n| shares.get(*n) == Some(&0.0)).map(narrow).sum();
        let total: f64 = shares.iter().sum();
        let left = (self.letters * MORE - taken).max(12.0);
        let width = |(n, share): (usize, &f64)| if *share == 0.0 { narrow(n) } else { left * share / total - 2.0 };
        shares.iter().enumerate().map(width).collect()
    }
}

/// At least one.
fn in_lines(text: &str, width: f64) -> f64 {
    let letters = f64::from(u32::try_from(text.chars().count()).unwrap_or(u32::MAX));
    (letters / width.max(4.0)).ceil().max(1.0)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn paragraphs(count: usize, letters: usize) -> Vec<Block> {
        let c = vec![Inline::Text("a".repeat(letters))];
        let block = |kind| Block { ids: Vec::new(), lang: String::new(), classes: Vec::new(), kind };
        (0..count).map(|_| block(Kind::P { c: c.clone(), lead: false })).collect()
    }

    #[test]
    fn what_is_short_is_kept_whole() {
        let small = Measure::of(Format::BookA5);
        // A letter of twelve lines in five paragraphs; twenty.
        assert!(small.keeps_box(&paragraphs(4, 110)) && !small.keeps_box(&paragraphs(5, 220)));
        assert!(small.keeps_note(&paragraphs(1, 240)) && !small.keeps_note(&paragraphs(2, 240)));
        let row = |letters: usize| vec![vec![Inline::Text("a".repeat(letters))]; 2];
        assert!(small.keeps_table(&[], &[row(60), row(60)], &[1.0, 1.0]));
        assert!(!small.keeps_table(&[], &vec![row(60); 8], &[1.0, 1.0]));
    }

    #[test]
    fn larger_paper_holds_more() {
        let text = paragraphs(5, 124);
        assert!(!Measure::of(Format::BookA5).keeps_box(&paragraphs(6, 124)));
        assert!(Measure::of(Format::BookA4).keeps_box(&text));
    }
}
