//! Where marks stand: crop marks at the corners, fold marks on the fold, registration marks in the middle.
//!
//! Marks of sheets that are cut keep off the cut by the bleed and a little more, so that none is left on the
//! finished page.

use super::sheet::{Area, Size, Stroke};

/// From the cut to the beginning of a mark, in millimetres.
const GAP: f64 = 3.2;
/// Length of a crop or fold mark.
const LENGTH: f64 = 4.0;
/// From the cut to the centre of a registration mark.
const TARGET: f64 = 5.3;
/// Radius of a registration mark's circle.
pub(super) const TARGET_RADIUS: f64 = 1.2;
/// Length of a registration mark's cross, from its centre.
pub(super) const TARGET_ARM: f64 = 2.0;
/// Length of a fold or cut tick at the edge of a sheet that is not trimmed.
const TICK: f64 = 3.0;

/// A line.
fn stroke(from: (f64, f64), to: (f64, f64)) -> Stroke {
    Stroke { from, to, dashed: false }
}

/// Two lines at each corner.
pub(super) fn crop(cut: &Area) -> Vec<Stroke> {
    let mut strokes = vertical(cut, cut.x);
    strokes.extend(vertical(cut, cut.right()));
    for y in [cut.y, cut.top()] {
        strokes.push(stroke((cut.x - GAP, y), (cut.x - GAP - LENGTH, y)));
        strokes.push(stroke((cut.right() + GAP, y), (cut.right() + GAP + LENGTH, y)));
    }
    strokes
}

/// Dashed lines above and below a fold.
pub(super) fn fold(cut: &Area, x: f64) -> Vec<Stroke> {
    vertical(cut, x).into_iter().map(|stroke| Stroke { dashed: true, ..stroke }).collect()
}

fn vertical(cut: &Area, x: f64) -> Vec<Stroke> {
    vec![
        stroke((x, cut.y - GAP), (x, cut.y - GAP - LENGTH)),
        stroke((x, cut.top() + GAP), (x, cut.top() + GAP + LENGTH)),
    ]
}

/// Registration marks: in the middle of the outer sides, and above and below at the quarters, off the fold.
pub(super) fn targets(cut: &Area) -> Vec<(f64, f64)> {
    let (middle, left, right) = (cut.y + cut.height / 2.0, cut.x + cut.width / 4.0, cut.right() - cut.width / 4.0);
    vec![
        (cut.x - TARGET, middle),
        (cut.right() + TARGET, middle),
        (left, cut.top() + TARGET),
        (right, cut.top() + TARGET),
        (right, cut.y - TARGET),
    ]
}

/// Where the label of a sheet with marks stands: below the cut, left.
pub(super) fn label(cut: &Area) -> ((f64, f64), f64) {
    ((cut.x + GAP, cut.y - TARGET - 0.7), 6.0)
}

/// Ticks at the upper and lower edge of a sheet.
pub(super) fn edge_ticks_down(sheet: Size, x: f64) -> Vec<Stroke> {
    vec![stroke((x, 0.0), (x, TICK)), stroke((x, sheet.height), (x, sheet.height - TICK))]
}

/// Dashed ticks at the upper and lower edge, where a sheet is folded.
pub(super) fn edge_folds(sheet: Size, x: f64) -> Vec<Stroke> {
    edge_ticks_down(sheet, x).into_iter().map(|stroke| Stroke { dashed: true, ..stroke }).collect()
}

/// Ticks at the left and right edge of a sheet.
pub(super) fn edge_ticks_across(sheet: Size, y: f64) -> Vec<Stroke> {
    vec![stroke((0.0, y), (TICK, y)), stroke((sheet.width, y), (sheet.width - TICK, y))]
}

/// Where two cuts cross inside a sheet.
pub(super) fn cross(x: f64, y: f64) -> Vec<Stroke> {
    vec![stroke((x - TICK, y), (x + TICK, y)), stroke((x, y - TICK), (x, y + TICK))]
}

/// A thin frame.
pub(super) fn frame(area: &Area) -> Vec<Stroke> {
    let corners = [(area.x, area.y), (area.right(), area.y), (area.right(), area.top()), (area.x, area.top())];
    (0..4).map(|i| stroke(corners[i], corners[(i + 1) % 4])).collect()
}
