//! The order of the book: parts, chapters, their numbers, what stands above and beside each page.
//!
//! Owns numbering of parts and chapters. The outline is the same in every locale; titles are not, and are
//! picked here from the locale's own table of contents.

use std::collections::{BTreeMap, BTreeSet};

use super::model::{Entry, Part};
use crate::base::RelPath;
use crate::config::Numbering;
use crate::content::summary::{Summary, SummaryLine};

/// The order of the book, without any locale's words.
#[derive(Debug, Default)]
pub struct Outline {
    /// The pages in reading order.
    pub pages: Vec<Slot>,
    parts: Vec<OutlinePart>,
}

/// A page's place in the book.
#[derive(Debug, Hash)]
pub struct Slot {
    /// Its source path.
    pub path: RelPath,
    /// Chapter number.
    pub number: Option<String>,
    /// Index of its part.
    pub part: usize,
    /// Pages above it, outermost first.
    pub ancestors: Vec<usize>,
    /// Its title in the source locale's table of contents.
    title: String,
}

#[derive(Debug)]
struct OutlinePart {
    title: String,
    number: Option<String>,
    lines: Vec<OutlineLine>,
}

#[derive(Debug)]
struct OutlineLine {
    depth: usize,
    title: String,
    number: Option<String>,
    page: Option<usize>,
    rule_above: bool,
}

/// The titles that a locale's table of contents gives.
#[derive(Debug, Default)]
pub struct Titles<'a> {
    pages: BTreeMap<&'a RelPath, &'a str>,
    parts: BTreeMap<&'a RelPath, &'a str>,
}

impl<'a> Titles<'a> {
    /// The titles of a translated table of contents. A part is known by its first page.
    #[must_use]
    pub fn of(summary: Option<&'a Summary>) -> Self {
        let mut titles = Self::default();
        for part in summary.iter().flat_map(|s| &s.parts) {
            let paths = part.lines.iter().filter_map(|l| Some((l.path.as_ref()?, l.title.as_str())));
            if let (Some(title), Some((first, _))) = (&part.title, paths.clone().next()) {
                titles.parts.insert(first, title);
            }
            titles.pages.extend(paths.filter(|(_, title)| !title.is_empty()));
        }
        titles
    }

    /// The title given to a page.
    #[must_use]
    pub fn page(&self, path: &RelPath) -> Option<&'a str> {
        self.pages.get(path).copied()
    }
}

impl Outline {
    /// The outline of a table of contents. Chapters whose page `exists` denies, or that was listed before, become drafts.
    #[must_use]
    pub fn new(summary: &Summary, numbering: Numbering, exists: impl Fn(&RelPath) -> bool) -> Self {
        let mut outline = Self::default();
        let mut counters: Vec<u32> = Vec::new();
        let mut titled = 0;
        let mut seen = BTreeSet::new();
        for part in &summary.parts {
            titled += u32::from(part.title.is_some());
            let number = (numbering.parts && part.title.is_some()).then(|| roman(titled));
            let mut above: Vec<(usize, Option<usize>)> = Vec::new();
            let mut lines = Vec::new();
            for line in &part.lines {
                let number = count(&mut counters, line).filter(|_| numbering.chapters);
                above.retain(|(depth, _)| *depth < line.depth);
                let page = outline.slot(line, number.as_ref(), &above, |p| exists(p) && seen.insert(p.clone()));
                above.push((line.depth, page));
                let (depth, rule_above) = (line.depth, line.rule_above);
                lines.push(OutlineLine { depth, title: line.title.clone(), number, page, rule_above });
            }
            outline.parts.push(OutlinePart { title: part.title.clone().unwrap_or_default(), number, lines });
        }
        outline
    }

    fn slot(
        &mut self,
        line: &SummaryLine,
        number: Option<&String>,
        above: &[(usize, Option<usize>)],
        exists: impl FnMut(&RelPath) -> bool,
    ) -> Option<usize> {
        let path = line.path.clone().filter(exists)?;
        self.pages.push(Slot {
            path,
            number: number.cloned(),
            part: self.parts.len(),
            ancestors: above.iter().filter_map(|(_, page)| *page).collect(),
            title: line.title.clone(),
        });
        Some(self.pages.len() - 1)
    }

    /// The parts and entries in one locale. `title` gives a page's own title there, for chapters that the
    /// locale's table of contents does not name.
    #[must_use]
    pub fn parts(&self, titles: &Titles<'_>, own_title: impl Fn(usize) -> Option<String>) -> Vec<Part> {
        let entry = |line: &OutlineLine| {
            let slot = line.page.and_then(|p| Some((p, self.pages.get(p)?)));
            let given = slot.and_then(|(page, slot)| match titles.page(&slot.path) {
                Some(title) => Some(title.to_owned()),
                None => own_title(page),
            });
            let given = given.filter(|t| !t.is_empty());
            let own = given.is_some();
            let title = given.unwrap_or_else(|| line.title.clone());
            let (number, page, rule_above) = (line.number.clone(), line.page, line.rule_above);
            (line.depth, Entry { title, number, own, page, rule_above, children: Vec::new() })
        };
        let part = |part: &OutlinePart| {
            let first = part.lines.iter().find_map(|l| self.pages.get(l.page?));
            let given = first.and_then(|s| titles.parts.get(&s.path));
            let own = given.is_some();
            let title = given.map_or(part.title.as_str(), |t| *t);
            let title = if part.title.is_empty() { "" } else { title };
            Part {
                title: title.to_owned(),
                number: part.number.clone(),
                own,
                entries: nest(part.lines.iter().map(entry)),
            }
        };
        self.parts.iter().map(part).collect()
    }

    /// Whether chapters below a page carry its number: “2.1” is then a chapter, and no section's too.
    #[must_use]
    pub fn numbers_below(&self, page: usize) -> bool {
        let below = self.pages.get(page + 1).filter(|slot| slot.ancestors.last() == Some(&page));
        below.is_some_and(|slot| slot.number.is_some())
    }

    /// A page's title in the source locale's table of contents.
    #[must_use]
    pub fn title(&self, page: usize) -> &str {
        self.pages.get(page).map_or("", |s| s.title.as_str())
    }
}

/// The number of a chapter; those outside lists have none. Counting goes on across parts, as in mdBook.
fn count(counters: &mut Vec<u32>, line: &SummaryLine) -> Option<String> {
    if !line.numbered {
        return None;
    }
    counters.truncate(line.depth + 1);
    if counters.len() == line.depth + 1
        && let Some(last) = counters.last_mut()
    {
        *last += 1;
    }
    counters.resize(line.depth + 1, 1);
    Some(counters.iter().map(u32::to_string).collect::<Vec<_>>().join("."))
}

/// Entries with their depths, nested.
fn nest(flat: impl Iterator<Item = (usize, Entry)>) -> Vec<Entry> {
    let mut top = Vec::new();
    let mut open: Vec<(usize, Entry)> = Vec::new();
    for (depth, entry) in flat {
        close(&mut open, &mut top, depth);
        open.push((depth, entry));
    }
    close(&mut open, &mut top, 0);
    top
}

/// Puts open entries of this depth and deeper into the entries above them.
fn close(open: &mut Vec<(usize, Entry)>, top: &mut Vec<Entry>, depth: usize) {
    while open.last().is_some_and(|(d, _)| *d >= depth) {
        let Some((_, done)) = open.pop() else { return };
        match open.last_mut() {
            Some((_, parent)) => parent.children.push(done),
            None => top.push(done),
        }
    }
}

/// Roman numerals; there are never many parts.
#[must_use]
pub fn roman(mut n: u32) -> String {
    const DIGITS: [(u32, &str); 13] = [
        (1000, "M"),
        (900, "CM"),
        (500, "D"),
        (400, "CD"),
        (100, "C"),
        (90, "XC"),
        (50, "L"),
        (40, "XL"),
        (10, "X"),
        (9, "IX"),
        (5, "V"),
        (4, "IV"),
        (1, "I"),
    ];
    let mut out = String::new();
    for (value, digit) in DIGITS {
        while n >= value {
            out.push_str(digit);
            n -= value;
        }
    }
    out
}

#[cfg(test)]
mod tests {
    use std::sync::Arc;

    use super::*;
    use crate::base::Source;
    use crate::content::summary;

    fn show(entries: &[Entry], depth: usize, out: &mut Vec<String>) {
        for e in entries {
            let page = e.page.map_or("-".to_owned(), |p| p.to_string());
            out.push(format!("{}{} {} {page}", " ".repeat(depth), e.number.clone().unwrap_or_default(), e.title));
            show(&e.children, depth + 1, out);
        }
    }

    #[test]
    fn chapters_are_numbered_through_all_parts() {
        let text = "[P](p.md)\n# A\n- [1](a.md)\n  - [1.1](b.md)\n    - [x](c.md)\n  - [1.2]()\n# B\n- [2](d.md)\n\n[S](s.md)\n";
        let (summary, _) = summary::parse(&Arc::new(Source::new(RelPath::default(), text)));
        let all = Numbering { parts: true, chapters: true, sections: true };
        let outline = Outline::new(&summary, all, |p| p.as_str() != "b.md");
        let parts = outline.parts(&Titles::of(None), |_| None);
        let mut out = Vec::new();
        for part in &parts {
            out.push(format!("# {} {}", part.number.clone().unwrap_or_default(), part.title));
            show(&part.entries, 0, &mut out);
        }
        let expected = [
            "#  ",
            " P 0",
            "# I A",
            "1 1 1",
            " 1.1 1.1 -",
            "  1.1.1 x 2",
            " 1.2 1.2 -",
            "# II B",
            "2 2 3",
            "#  ",
            " S 4",
        ];
        assert_eq!(out, expected);
        assert_eq!(outline.pages[2].ancestors, [1]);
    }

    #[test]
    fn a_locale_names_parts_and_chapters_in_its_own_words() {
        let read = |text| summary::parse(&Arc::new(Source::new(RelPath::default(), text))).0;
        let outline =
            Outline::new(&read("# Sách\n# Một\n- [A](a.md)\n- [B](b.md)\n"), Numbering::default(), |_| true);
        let own = read("# Book\n# One\n- [Page A](a.md)\n");
        let parts = outline.parts(&Titles::of(Some(&own)), |_| Some("own".to_owned()));
        let titles: Vec<&str> = parts[0].entries.iter().map(|e| e.title.as_str()).collect();
        assert_eq!((parts[0].title.as_str(), titles), ("One", vec!["Page A", "own"]));
    }

    #[test]
    fn roman_numerals() {
        assert_eq!([1, 4, 9, 14, 40].map(roman), ["I", "IV", "IX", "XIV", "XL"]);
    }
}
