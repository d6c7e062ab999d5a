//! Finding one's way: contents of the part at hand, breadcrumbs, previous and next.
//!
//! Owns the rule that a page's navigation does not grow with the book: only the part at hand is
//! shown, branches that do not hold the page are closed, and very long runs are cut to a window.

use super::folders::Folder;
use super::frame::{Frame, PartFacts, home};
use super::links::Links;
use super::view::{Entry, Line, Nav, Part};
use crate::book::model;
use crate::theme::Shared;

/// Chapters shown on each side of the page's own line when a run is longer than twice this.
const WINDOW: usize = 20;

/// Entries up to which a part is shown whole, nested chapters included.
const WHOLE: usize = 40;

/// Parts up to which all are named.
const PARTS: usize = 24;

/// Navigation of a page.
pub fn of_page(frame: &Frame<'_>, links: &Links, index: usize) -> Option<Nav> {
    let page = frame.page(index)?;
    let part = frame.book.parts.get(page.part);
    let folder = frame.folders.of(links);
    Some(Nav {
        part: part
            .zip(frame.facts.parts.get(page.part))
            .map(|(p, facts)| current_part(frame, (links, &folder), p, facts, index))
            .unwrap_or_default(),
        parts: all_parts(frame, (links, &folder), page.part),
        breadcrumbs: breadcrumbs(frame, links, index),
        previous: page.previous.and_then(|i| frame.line(links, i)),
        next: page.next.and_then(|i| frame.line(links, i)),
    })
}

fn current_part(
    frame: &Frame<'_>,
    (links, folder): (&Links, &Folder),
    part: &model::Part,
    facts: &PartFacts,
    at: usize,
) -> Part {
    let lister = Lister { frame, links, at, whole: facts.lines <= WHOLE, folder: Some(folder) };
    Part { current: true, entries: lister.entries(&part.entries), ..summary(frame, links, part, facts) }
}

/// Every part with a title, cut to those around the current one when there are very many.
fn all_parts(frame: &Frame<'_>, (links, folder): (&Links, &Folder), current: usize) -> Vec<Shared<Part>> {
    let titled = &frame.facts.titled;
    let at = titled.partition_point(|place| *place < current);
    let at = if at < titled.len() { at } else { 0 };
    let (from, to) = window(titled.len(), at, PARTS / 2);
    let shown = titled[from..to].iter().filter_map(|place| {
        let (part, facts) = frame.book.parts.get(*place).zip(frame.facts.parts.get(*place))?;
        let part = || summary(frame, links, part, facts);
        Some(if *place == current { Shared::new(&Part { current: true, ..part() }) } else { folder.part(*place, part) })
    });
    shown.collect()
}

/// A part without its chapters.
pub fn summary(frame: &Frame<'_>, links: &Links, part: &model::Part, facts: &PartFacts) -> Part {
    let first = facts.first.and_then(|index| frame.page(index));
    let number = part.number.clone().unwrap_or_default();
    Part {
        title: part.title.clone(),
        label: if number.is_empty() {
            String::new()
        } else {
            frame.strings.text("part-label", &[("number", number.as_str().into())])
        },
        number,
        lang: frame.listed_lang(part.own),
        description_lang: first.map(|p| frame.unless_own(&p.description_lang)).unwrap_or_default(),
        href: first.map(|p| links.to(&p.path)).unwrap_or_default(),
        description: first.map(|p| p.description.clone()).unwrap_or_default(),
        minutes: super::page::minutes(facts.words),
        pages: u32::try_from(facts.pages).unwrap_or(u32::MAX),
        current: false,
        entries: Vec::new(),
    }
}

/// A whole part, for the page of all contents.
pub fn whole(frame: &Frame<'_>, links: &Links, part: &model::Part, facts: &PartFacts) -> Part {
    let lister = Lister { frame, links, at: usize::MAX, whole: true, folder: None };
    Part { entries: lister.entries_from(&part.entries, 0, part.entries.len()), ..summary(frame, links, part, facts) }
}

fn breadcrumbs(frame: &Frame<'_>, links: &Links, index: usize) -> Vec<Line> {
    let Some(page) = frame.page(index) else { return Vec::new() };
    let mut crumbs = vec![Line { href: links.to(&home(frame.book)), ..Line::default() }];
    let part = frame.book.parts.get(page.part).zip(frame.facts.parts.get(page.part));
    if let Some((part, facts)) = part.filter(|(part, _)| !part.title.is_empty()) {
        let first = facts.first.and_then(|first| frame.page(first)).filter(|first| first.path != page.path);
        crumbs.push(Line {
            title: part.title.clone(),
            href: first.map(|first| links.to(&first.path)).unwrap_or_default(),
            number: part.number.clone().unwrap_or_default(),
            lang: frame.listed_lang(part.own),
        });
    }
    crumbs.extend(page.ancestors.iter().filter_map(|i| frame.line(links, *i)));
    crumbs
}

/// How a run of chapters is listed.
struct Lister<'a, 'b> {
    frame: &'a Frame<'b>,
    links: &'a Links,
    /// The page at hand.
    at: usize,
    /// Show every branch.
    whole: bool,
    /// What others show alike. Where there are none, lines have descriptions.
    folder: Option<&'a Folder>,
}

impl Lister<'_, '_> {
    fn entries(&self, entries: &[model::Entry]) -> Vec<Shared<Entry>> {
        if self.whole {
            return self.entries_from(entries, 0, entries.len());
        }
        let at = self.place(entries).unwrap_or(0);
        let (from, to) = window(entries.len(), at, WINDOW);
        self.entries_from(entries, from, to)
    }

    /// Where among some lines the page at hand is.
    fn place(&self, entries: &[model::Entry]) -> Option<usize> {
        let page = self.frame.page(self.at)?;
        let mut line = std::iter::once(&self.at).chain(&page.ancestors);
        let known = line.find_map(|index| {
            let place = *self.frame.facts.places.get(*index)?;
            (entries.get(place)?.page == Some(*index)).then_some(place)
        });
        known.or_else(|| entries.iter().position(|entry| self.holds(entry)))
    }

    fn entries_from(&self, entries: &[model::Entry], from: usize, to: usize) -> Vec<Shared<Entry>> {
        let listed = entries[from..to].iter().enumerate();
        listed
            .map(|(at, entry)| {
                let cut_above = at == 0 && from > 0;
                let cut_below = from + at + 1 == to && to < entries.len();
                let make = || Entry { cut_above, cut_below, ..self.entry(entry) };
                match self.folder.filter(|_| !cut_above && !cut_below && !self.shows_page(entry)) {
                    Some(folder) => folder.line(entry, make),
                    None => Shared::new(&make()),
                }
            })
            .collect()
    }

    fn entry(&self, entry: &model::Entry) -> Entry {
        let page = entry.page.and_then(|i| self.frame.page(i));
        let within = self.holds(entry);
        let children = if self.whole || within { self.entries(&entry.children) } else { Vec::new() };
        Entry {
            title: entry.title.clone(),
            href: page.map(|p| self.links.to(&p.path)).unwrap_or_default(),
            number: entry.number.clone().unwrap_or_default(),
            lang: self.frame.listed_lang(entry.own),
            description_lang: page.map(|p| self.frame.unless_own(&p.description_lang)).unwrap_or_default(),
            current: entry.page == Some(self.at),
            within: within && entry.page != Some(self.at),
            cut_above: false,
            cut_below: false,
            rule_above: entry.rule_above,
            description: page.filter(|_| self.folder.is_none()).map(|p| p.description.clone()).unwrap_or_default(),
            children,
        }
    }

    /// Whether the page at hand is told from others in what is shown of an entry.
    fn shows_page(&self, entry: &model::Entry) -> bool {
        self.holds(entry) || (self.whole && entry.children.iter().any(|child| self.shows_page(child)))
    }

    /// Whether the page at hand is this entry or below it.
    fn holds(&self, entry: &model::Entry) -> bool {
        let Some(page) = self.frame.page(self.at) else { return false };
        entry.page.is_some_and(|i| i == self.at || page.ancestors.contains(&i))
            || (entry.page.is_none() && entry.children.iter().any(|child| self.holds(child)))
    }
}

/// `radius` places on each side of `at`; the whole run when that is hardly more.
fn window(length: usize, at: usize, radius: usize) -> (usize, usize) {
    if length <= 2 * radius + 4 {
        return (0, length);
    }
    let from = at.saturating_sub(radius).min(length.saturating_sub(2 * radius));
    (from, (from + 2 * radius + 1).min(length))
}

#[cfg(test)]
mod tests {
    use super::window;

    #[test]
    fn a_window_stays_inside_the_run() {
        assert_eq!(window(10, 3, 20), (0, 10));
        assert_eq!(window(1000, 0, 20), (0, 41));
        assert_eq!(window(1000, 500, 20), (480, 521));
        assert_eq!(window(1000, 999, 20), (960, 1000));
    }
}
