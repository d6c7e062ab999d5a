//! Covers: back, spine and front side by side on one sheet, cut with bleed, folded at the spine.

use super::marks;
use super::sheet::{Area, MARK_ROOM, Place, Sheet, SheetName, Side, Size, Stock};

/// How a cover is made.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct CoverSheet {
    /// Width of the spine in millimetres; 0 for a stapled booklet.
    pub spine: f64,
    /// What it is printed on.
    pub stock: Stock,
}

impl CoverSheet {
    /// The sheet of a cover whose trimmed size is `open`.
    pub(super) fn sheets(self, open: Size, bleed: f64) -> Vec<Sheet> {
        if self.stock == Stock::Office {
            return vec![untrimmed(open)];
        }
        let room = MARK_ROOM + 1.0;
        let size = Size::new(open.width + 2.0 * room, open.height + 2.0 * room);
        let cut = Area::centred(open, size);
        let middle = cut.x + cut.width / 2.0;
        let mut strokes = marks::crop(&cut);
        for fold in [middle - self.spine / 2.0, middle + self.spine / 2.0] {
            strokes.extend(marks::fold(&cut, fold));
        }
        vec![Sheet {
            size,
            places: vec![Place { page: 0, area: cut, visible: cut.grown(bleed) }],
            cut,
            bleed,
            strokes,
            targets: marks::targets(&cut),
            label: Some(marks::label(&cut)),
            name: ONLY,
        }]
    }
}

/// On a sheet of an office printer: folded, not cut.
fn untrimmed(open: Size) -> Sheet {
    let size = Stock::Office.sheet(open);
    let cut = Area::centred(open, size);
    Sheet {
        size,
        places: vec![Place { page: 0, area: cut, visible: cut }],
        cut,
        bleed: 0.0,
        strokes: marks::edge_folds(size, size.width / 2.0),
        targets: Vec::new(),
        label: None,
        name: ONLY,
    }
}

/// There is but one sheet.
const ONLY: SheetName = SheetName { signature: (1, 1), sheet: (1, 1), side: Side::Only };
