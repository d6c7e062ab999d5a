//! Booklets: two pages side by side on sheets that are printed on both sides, gathered, folded and stapled
//! or sewn. An A5 page makes an A4 sheet, an A4 page an A3 sheet.

use super::marks;
use super::paper::Paper;
use super::sheet::{Area, Binding, Place, Sheet, SheetName, Side, Size, Stock};
use super::signature::{FoldedSheet, Gathering, Spread, fold, signatures};

/// How a booklet is made.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct Booklet {
    /// What it is printed on.
    pub stock: Stock,
    /// How thick that is: pages creep by it.
    pub paper: Paper,
    /// How its pages are gathered.
    pub gathering: Gathering,
    /// The side it is bound on.
    pub binding: Binding,
}

impl Booklet {
    /// Every side of every sheet: front, back, front, back …
    pub(super) fn sheets(&self, page: Size, pages: usize, bleed: f64) -> Vec<Sheet> {
        let lengths = signatures(pages, self.gathering, self.paper.thickness());
        let table = Table::new(self.stock, page, bleed);
        let mut sheets = Vec::new();
        for folded in fold(pages, &lengths, self.binding) {
            let shift = self.paper.creep(folded.depth);
            let name = |side| name(&folded, &lengths, side);
            sheets.push(table.sheet(folded.front, shift, name(Side::Front)));
            sheets.push(table.sheet(folded.back, shift, name(Side::Back)));
        }
        sheets
    }
}

fn name(folded: &FoldedSheet, lengths: &[usize], side: Side) -> SheetName {
    SheetName {
        signature: (folded.signature + 1, lengths.len()),
        sheet: (folded.depth + 1, lengths[folded.signature] / 4),
        side,
    }
}

/// What all sheets of a booklet have in common.
struct Table {
    stock: Stock,
    page: Size,
    size: Size,
    cut: Area,
    bleed: f64,
}

impl Table {
    fn new(stock: Stock, page: Size, bleed: f64) -> Self {
        let both = Size::new(2.0 * page.width, page.height);
        let size = stock.sheet(both);
        // A sheet that nobody trims has no use for bleed.
        let bleed = if stock == Stock::Press { bleed } else { 0.0 };
        Self { stock, page, size, cut: Area::centred(both, size), bleed }
    }

    fn fold(&self) -> f64 {
        self.cut.x + self.page.width
    }

    fn sheet(&self, spread: Spread, shift: f64, name: SheetName) -> Sheet {
        let (fold, y) = (self.fold(), self.cut.y);
        let left = spread.left.map(|page| self.place(page, fold - self.page.width + shift, true, y));
        let right = spread.right.map(|page| self.place(page, fold - shift, false, y));
        let (strokes, targets, label) = match self.stock {
            Stock::Press => {
                let mut strokes = marks::crop(&self.cut);
                strokes.extend(marks::fold(&self.cut, fold));
                (strokes, marks::targets(&self.cut), marks::label(&self.cut))
            }
            Stock::Office => {
                // The label is in the inner margin, where the fold hides it.
                (marks::edge_folds(self.size, fold), Vec::new(), ((fold + 1.5, 1.2), 4.5))
            }
        };
        Sheet {
            size: self.size,
            places: left.into_iter().chain(right).collect(),
            cut: self.cut,
            bleed: self.bleed,
            strokes,
            targets,
            label: Some(label),
            name,
        }
    }

    /// A page may bleed over the cut, never over the fold.
    fn place(&self, page: usize, x: f64, is_left: bool, y: f64) -> Place {
        let cut = self.cut.grown(self.bleed);
        let width = self.page.width + self.bleed;
        let visible = Area { x: if is_left { cut.x } else { self.fold() }, width, ..cut };
        Place { page, area: Area::new(x, y, self.page), visible }
    }
}
