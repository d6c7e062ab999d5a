//! Handouts: two or four reduced pages a sheet, in reading order, printed on one side.

use super::marks;
use super::sheet::{Area, Binding, Place, Sheet, SheetName, Side, Size};

/// Kept free at the edges: office printers do not reach them.
const MARGIN: f64 = 9.0;
/// Between two pages.
const GAP: f64 = 5.0;

/// How a handout is made.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Handout {
    /// Four pages a sheet instead of two.
    pub four: bool,
    /// The side its book is bound on: the first page stands there.
    pub binding: Binding,
}

impl Handout {
    pub(super) fn sheets(self, page: Size, pages: usize) -> Vec<Sheet> {
        let a4 = Size::new(210.0, 297.0);
        let (size, columns, rows) = if self.four { (a4, 2, 2) } else { (a4.turned(), 2, 1) };
        let each = columns * rows;
        let total = pages.div_ceil(each);
        let sheet = |number: usize| {
            let first = number * each;
            let places: Vec<Place> = (first..pages.min(first + each))
                .map(|index| self.place(index, index - first, page, size, (columns, rows)))
                .collect();
            Sheet {
                size,
                strokes: places.iter().flat_map(|place| marks::frame(&place.area)).collect(),
                places,
                cut: Area::new(0.0, 0.0, size),
                bleed: 0.0,
                targets: Vec::new(),
                label: Some(((MARGIN, MARGIN / 2.0), 5.5)),
                name: SheetName { signature: (1, 1), sheet: (number + 1, total), side: Side::Only },
            }
        };
        (0..total).map(sheet).collect()
    }

    /// A page in its cell: as large as it goes, in the middle.
    fn place(self, index: usize, cell: usize, page: Size, sheet: Size, (columns, rows): (usize, usize)) -> Place {
        let room = |whole: f64, count: usize| (whole - 2.0 * MARGIN - GAP * (count - 1) as f64) / count as f64;
        let (width, height) = (room(sheet.width, columns), room(sheet.height, rows));
        let (mut column, row) = (cell % columns, cell / columns);
        if self.binding == Binding::Right {
            column = columns - 1 - column;
        }
        let scale = (width / page.width).min(height / page.height);
        let size = Size::new(page.width * scale, page.height * scale);
        let x = MARGIN + column as f64 * (width + GAP) + (width - size.width) / 2.0;
        let y = sheet.height - MARGIN - row as f64 * (height + GAP) - height + (height - size.height) / 2.0;
        let area = Area::new(x, y, size);
        Place { page: index, area, visible: area }
    }
}
