//! Covers: back, spine and front side by side on one sheet, cut with bleed, folded at the spine.

use super::marks;
use super::sheet::{Area, MARK_ROOM, Place, Sheet, SheetName, Side, Size};

/// How a cover is made.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct CoverSheet {
    /// Width of the spine in millimetres; 0 for a stapled booklet.
    pub spine: f64,
}

/// Size of an open cover for a book of such pages.
#[must_use]
pub fn cover_size(page: Size, spine: f64) -> Size {
    Size::new(2.0 * page.width + spine, page.height)
}

impl CoverSheet {
    /// The sheet of a cover whose trimmed size is `open`.
    pub(super) fn sheets(self, open: Size, bleed: f64) -> Vec<Sheet> {
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
            name: SheetName { signature: (1, 1), sheet: (1, 1), side: Side::Only },
        }]
    }
}
