//! Which page goes where on the sheets of a folded booklet.
//!
//! Owns the order of pages alone; millimetres are `booklet`'s. A signature is what is folded together:
//! its sheets lie inside one another, each carries four pages.

use super::sheet::Binding;

/// Pages a signature when there are too many for one: what folds well in thin and in thick paper.
const THIN_PAPER: usize = 32;
const THICK_PAPER: usize = 16;
/// Up to here in millimetres a leaf is thin.
const THIN: f64 = 0.125;
/// More sheets than these do not stay folded with staples through their back.
const MOST_STAPLED: usize = 16;

/// How the pages are gathered.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Gathering {
    /// One signature while it can be stapled, else signatures of 32 pages, of 16 in thick paper.
    #[default]
    Auto,
    /// One signature whatever its size.
    Whole,
    /// Signatures of so many pages.
    Pages(usize),
}

/// The two pages on one side of a sheet; `None` is blank. Pages count from 0.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Spread {
    pub left: Option<usize>,
    pub right: Option<usize>,
}

/// A sheet of a signature.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct FoldedSheet {
    /// Which signature, from 0.
    pub signature: usize,
    /// How deep in its signature: 0 is the outermost.
    pub depth: usize,
    pub front: Spread,
    pub back: Spread,
}

/// How many pages each signature has: multiples of four, the last two as long as each other when the last would be thin.
/// `leaf` is the thickness of one leaf in millimetres.
#[must_use]
pub fn signatures(pages: usize, gathering: Gathering, leaf: f64) -> Vec<usize> {
    let padded = pages.next_multiple_of(4);
    let most = match gathering {
        Gathering::Whole => padded,
        Gathering::Pages(most) => most.next_multiple_of(4),
        Gathering::Auto if padded <= 4 * MOST_STAPLED => padded,
        Gathering::Auto if leaf <= THIN => THIN_PAPER,
        Gathering::Auto => THICK_PAPER,
    };
    let most = most.max(4);
    let mut lengths: Vec<usize> = (0..padded).step_by(most).map(|first| most.min(padded - first)).collect();
    // A thin one at the back comes loose: it shares with the one before.
    if let [.., full, rest] = &mut lengths[..]
        && *rest < most / 2
    {
        let both = *full + *rest;
        *full = (both / 2).next_multiple_of(4);
        *rest = both - *full;
    }
    lengths
}

/// The sheets of all signatures, outermost first.
pub fn fold(pages: usize, lengths: &[usize], binding: Binding) -> Vec<FoldedSheet> {
    let mut sheets = Vec::new();
    let mut first = 0;
    for (signature, length) in lengths.iter().enumerate() {
        let last = first + length - 1;
        let page = |index: usize| (index < pages).then_some(index);
        for depth in 0..length / 4 {
            let (low, high) = (first + 2 * depth, last - 2 * depth);
            let spread = |left, right| match binding {
                Binding::Left => Spread { left: page(left), right: page(right) },
                Binding::Right => Spread { left: page(right), right: page(left) },
            };
            sheets.push(FoldedSheet { signature, depth, front: spread(high, low), back: spread(low + 1, high - 1) });
        }
        first += length;
    }
    sheets
}
