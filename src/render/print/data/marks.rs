//! Labels at every block and table row, by which a preview finds the place of each on paper and in its file.
//!
//! Owns their names. A name tells what is written there, not where: an edit changes the names of what it touched and
//! of nothing else, so that all other chapters are found as they were set before.

use std::collections::{BTreeMap, HashMap};

use super::parts::{Inline, Inlines, Node};
use crate::base::{Place, RelPath, Span};
use crate::book::model::Page;
use crate::render::proof::Mark;

/// The marks of a document that is being written.
#[derive(Debug, Default)]
pub(super) struct Marks {
    places: BTreeMap<String, Mark>,
    met: HashMap<(RelPath, String), usize>,
}

impl Marks {
    /// The label of a block, from its mark on the first time to the next of the same words.
    pub(super) fn block(&mut self, page: &Page, span: Span) -> Option<String> {
        let (block, place) = (page.text.mark(span)?, page.text.place(span)?);
        let met = self.met.entry((page.path.clone(), block.clone())).or_default();
        let nth = *met;
        *met += 1;
        let lines = page.text.text().get(span.range()).map_or(1, |text| text.trim_end().lines().count());
        Some(self.keep(page, block, nth, None, &place, lines))
    }

    /// Labels the rows of a table written line by line: the block that was marked last is the table's.
    pub(super) fn rows(&mut self, page: &Page, span: Span, rows: &mut [Vec<Inlines>]) {
        /// The head and the line below it.
        const BEFORE: usize = 2;
        let (Some(block), Some(place)) = (page.text.mark(span), page.text.place(span)) else { return };
        let Some(nth) = self.met.get(&(page.path.clone(), block.clone())).and_then(|met| met.checked_sub(1)) else {
            return;
        };
        let written: Vec<&str> = page.text.text().get(span.range()).unwrap_or_default().lines().collect();
        let by_line = written.get(1).is_some_and(|line| line.contains("--")) && written.len() >= rows.len() + BEFORE;
        for (at, row) in rows.iter_mut().enumerate().filter(|_| by_line) {
            let Some(cell) = row.iter_mut().find(|cell| !cell.is_empty()) else { continue };
            let down = u32::try_from(at + BEFORE).unwrap_or_default();
            let place = Place { line: place.line + down, ..place.clone() };
            let label = self.keep(page, block.clone(), nth, Some(at), &place, 1);
            let c = std::mem::take(cell);
            cell.push(Inline::Node(Node::Group { ids: vec![label], c }));
        }
    }

    /// Where everything was written, by label.
    pub(super) fn places(self) -> BTreeMap<String, Mark> {
        self.places
    }

    fn keep(
        &mut self,
        page: &Page,
        block: String,
        nth: usize,
        row: Option<usize>,
        place: &Place,
        lines: usize,
    ) -> String {
        let row_name = row.map(|row| format!(".{row}")).unwrap_or_default();
        let label = format!("at:{}:{block}:{nth}{row_name}", page.path);
        let lines = u32::try_from(lines.max(1)).unwrap_or(u32::MAX);
        let (page, file) = (page.path.clone(), place.path.clone());
        let mark = Mark { page, block, nth, row, file, line: place.line, column: place.column, lines };
        self.places.insert(label.clone(), mark);
        label
    }
}
