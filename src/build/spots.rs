//! Where on the pages of the site a line of a source file is read, for a preview that leads there.
//!
//! Owns the way from a line to the blocks of a page; how a page shows them is the renderers' affair (`data-at`).

use std::collections::{BTreeMap, BTreeSet, HashMap};

use super::outcome::{Around, Spot};
use crate::base::{RelPath, SourceText};
use crate::book::model::{Handbook, Page};
use crate::content::markdown::tree::{Block, BlockKind};
use crate::content::markdown::walk::{self, Visitor};

/// Lines of a table before its first row: the heads, and the line of dashes.
const BEFORE_ROWS: u32 = 2;

/// Adds the spots of each place to what is told of it.
pub(super) fn add(handbook: &Handbook, places: &mut BTreeMap<(RelPath, u32), Around>) {
    let mut lines: BTreeMap<RelPath, BTreeSet<u32>> = BTreeMap::new();
    for (file, line) in places.keys() {
        lines.entry(file.clone()).or_default().insert(*line);
    }
    for page in handbook.books.iter().flat_map(|book| &book.pages) {
        let files: BTreeSet<&RelPath> = page.text.files().filter(|file| lines.contains_key(*file)).collect();
        for ((file, line), spot) in spots(page, &files, &lines) {
            if let Some(around) = places.get_mut(&(file, line)) {
                around.spots.push(spot);
            }
        }
    }
}

/// The spots of a page: of its own file's lines outside of every block the page as a whole.
fn spots(
    page: &Page,
    files: &BTreeSet<&RelPath>,
    lines: &BTreeMap<RelPath, BTreeSet<u32>>,
) -> BTreeMap<(RelPath, u32), Spot> {
    let mut look = Look { text: &page.text, lines, met: HashMap::new(), found: BTreeMap::new() };
    if files.is_empty() {
        return look.found;
    }
    let own = page.text.origin(0).map(|(source, _)| &source.path);
    for file in files.iter().filter(|file| Some(**file) == own) {
        for line in lines.get(*file).into_iter().flatten() {
            look.found.insert(((*file).clone(), *line), Spot::default());
        }
    }
    walk::tree(&mut page.tree.clone(), &mut look);
    for spot in look.found.values_mut() {
        spot.page = page.path.clone();
        spot.blocks.reverse();
    }
    look.found
}

struct Look<'a> {
    text: &'a SourceText,
    lines: &'a BTreeMap<RelPath, BTreeSet<u32>>,
    /// Blocks of the same words met so far.
    met: HashMap<String, usize>,
    found: BTreeMap<(RelPath, u32), Spot>,
}

impl Visitor for Look<'_> {
    /// Outer blocks come before those they hold.
    fn block(&mut self, block: &mut Block) {
        let Some((mark, place)) = self.text.mark(block.span).zip(self.text.place(block.span)) else { return };
        let met = self.met.entry(mark.clone()).or_default();
        let nth = *met;
        *met += 1;
        let written = self.text.text().get(block.span.range()).unwrap_or_default().trim_end();
        let last = place.line + u32::try_from(written.lines().count().saturating_sub(1)).unwrap_or_default();
        let Some(lines) = self.lines.get(&place.path) else { return };
        for line in lines.range(place.line..=last) {
            let row = line.checked_sub(place.line + BEFORE_ROWS).and_then(|row| usize::try_from(row).ok());
            let spot = self.found.entry((place.path.clone(), *line)).or_default();
            spot.blocks.push((mark.clone(), nth));
            spot.row = row.filter(|_| matches!(block.kind, BlockKind::Table(_)));
        }
    }
}
