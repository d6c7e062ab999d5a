//! Where printed pages begin within a chapter: between its blocks, and between the rows of a table.
//!
//! Owns how a block of the printed book is found again in the chapter's HTML: by the name of what is written there, and by
//! how many blocks of that name came before it.

use std::collections::BTreeMap;

use super::{Begins, PageMark};

/// What has been met of a chapter.
#[derive(Default)]
pub struct Breaks<'a> {
    marks: Vec<&'a PageMark>,
    met: BTreeMap<String, usize>,
    table: Option<Table>,
    /// Anchors of the printed pages that began so far.
    pub found: Vec<String>,
}

/// The table at hand, and the row of its body.
struct Table {
    name: String,
    nth: usize,
    body: bool,
    row: Option<usize>,
    fresh: bool,
}

/// The anchor of a printed page.
pub fn page_id(label: &str) -> String {
    format!("_page-{label}")
}

impl<'a> Breaks<'a> {
    /// A chapter of which nothing has been met, and the printed pages that begin in it.
    pub fn new(marks: impl Iterator<Item = &'a PageMark>) -> Self {
        let within = |mark: &&PageMark| matches!(mark.begins, Begins::Block(..));
        Self { marks: marks.filter(within).collect(), ..Self::default() }
    }

    /// Whether no page begins within the chapter.
    pub fn is_empty(&self) -> bool {
        self.marks.is_empty()
    }

    /// The number of the page that begins with an element; `name`: that of the block it is, if it is one.
    pub fn at(&mut self, tag: &str, name: Option<String>) -> Option<&'a str> {
        let begins = match name {
            Some(name) => self.block(tag, name),
            None => self.cell(tag)?,
        };
        let mark = self.marks.iter().find(|mark| mark.begins == begins)?;
        self.found.push(page_id(&mark.label));
        Some(&mark.label)
    }

    fn block(&mut self, tag: &str, name: String) -> Begins {
        let met = self.met.entry(name.clone()).or_default();
        let nth = *met;
        *met += 1;
        if tag == "table" {
            self.table = Some(Table { name: name.clone(), nth, body: false, row: None, fresh: false });
        }
        Begins::Block(name, nth, None)
    }

    /// A row, when this is its first cell.
    fn cell(&mut self, tag: &str) -> Option<Begins> {
        let table = self.table.as_mut()?;
        match tag {
            "tbody" => table.body = true,
            "tr" if table.body => {
                table.row = Some(table.row.map_or(0, |row| row + 1));
                table.fresh = true;
            }
            "td" | "th" if std::mem::take(&mut table.fresh) => {
                return Some(Begins::Block(table.name.clone(), table.nth, table.row));
            }
            _ => {}
        }
        None
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::base::RelPath;

    #[test]
    fn blocks_and_rows_are_counted_by_name() {
        let mark = |label: &str, nth, row| PageMark {
            label: label.to_owned(),
            page: RelPath::default(),
            begins: Begins::Block("a".to_owned(), nth, row),
        };
        let marks = [mark("7", 1, None), mark("8", 2, Some(1))];
        let mut breaks = Breaks::new(marks.iter());
        let mut at = |tag: &str, name: Option<&str>| breaks.at(tag, name.map(str::to_owned)).map(str::to_owned);
        assert_eq!(at("p", Some("a")), None);
        assert_eq!(at("p", Some("b")), None);
        assert_eq!(at("p", Some("a")).as_deref(), Some("7"));
        assert_eq!(at("table", Some("a")), None);
        let head = ["thead", "tr", "th", "th", "tbody", "tr", "td", "td", "tr"];
        assert!(head.iter().all(|tag| at(tag, None).is_none()));
        assert_eq!(at("td", None).as_deref(), Some("8"));
        assert_eq!(at("td", None), None);
        assert_eq!(breaks.found, ["_page-7", "_page-8"]);
    }
}
