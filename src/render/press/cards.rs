//! Cards: as many as fit on an A4 sheet side by side, cut apart along ticks at the edges of the block.

use super::marks;
use super::sheet::{Area, Place, Sheet, SheetName, Side, Size, Stroke};

/// Length of a tick beside the block, in millimetres.
const OUTSIDE: f64 = 5.0;
/// Room a tick beside the block needs.
const ROOM: f64 = 7.0;

/// A sheet of cards.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct CardSheet {
    /// Cards beside each other.
    pub columns: usize,
    /// Cards above each other.
    pub rows: usize,
}

impl CardSheet {
    /// Four A6 cards.
    pub const A6: Self = Self { columns: 2, rows: 2 };
    /// Ten cards of 85 × 54 mm.
    pub const POCKET: Self = Self { columns: 2, rows: 5 };

    pub(super) fn sheets(self, card: Size, cards: usize) -> Vec<Sheet> {
        let size = Size::new(210.0, 297.0);
        let block = Size::new(card.width * self.columns as f64, card.height * self.rows as f64);
        let block = Area::centred(block, size);
        let each = (self.columns * self.rows).max(1);
        let total = cards.div_ceil(each);
        let sheet = |number: usize| {
            let first = number * each;
            let place = |index: usize| {
                let (column, row) = ((index - first) % self.columns, (index - first) / self.columns);
                let x = block.x + column as f64 * card.width;
                let area = Area::new(x, block.top() - (row + 1) as f64 * card.height, card);
                Place { page: index, area, visible: area }
            };
            Sheet {
                size,
                places: (first..cards.min(first + each)).map(place).collect(),
                cut: block,
                bleed: 0.0,
                strokes: self.cuts(&block, card, size),
                targets: Vec::new(),
                label: (block.y > ROOM).then_some(((block.x, block.y - ROOM), 5.5)),
                name: SheetName { signature: (1, 1), sheet: (number + 1, total), side: Side::Only },
            }
        };
        (0..total).map(sheet).collect()
    }

    /// Ticks where to cut: beside the block where there is room, else at the edge of the sheet, which the
    /// knife takes away; crosses where cards meet.
    fn cuts(self, block: &Area, card: Size, sheet: Size) -> Vec<Stroke> {
        let mut strokes = Vec::new();
        let columns: Vec<f64> = (0..=self.columns).map(|i| block.x + i as f64 * card.width).collect();
        let rows: Vec<f64> = (0..=self.rows).map(|i| block.y + i as f64 * card.height).collect();
        for x in &columns {
            if block.y > ROOM {
                strokes.extend(beside((*x, block.y), (0.0, -OUTSIDE)));
                strokes.extend(beside((*x, block.top()), (0.0, OUTSIDE)));
            } else if *x > 1.0 && *x < sheet.width - 1.0 {
                strokes.extend(marks::edge_ticks_down(sheet, *x));
            }
        }
        for y in &rows {
            if block.x > ROOM {
                strokes.extend(beside((block.x, *y), (-OUTSIDE, 0.0)));
                strokes.extend(beside((block.right(), *y), (OUTSIDE, 0.0)));
            } else if *y > 1.0 && *y < sheet.height - 1.0 {
                strokes.extend(marks::edge_ticks_across(sheet, *y));
            }
        }
        for x in &columns[1..self.columns] {
            strokes.extend(rows[1..self.rows].iter().flat_map(|y| marks::cross(*x, *y)));
        }
        strokes
    }
}

/// A tick that begins a millimetre off the block.
fn beside((x, y): (f64, f64), (across, up): (f64, f64)) -> [Stroke; 1] {
    let off = (across.signum() * f64::from(across != 0.0), up.signum() * f64::from(up != 0.0));
    [Stroke { from: (x + off.0, y + off.1), to: (x + off.0 + across, y + off.1 + up), dashed: false }]
}
