//! The start page: who am I, what is there, where do I begin.

use std::sync::Arc;

use super::document::{element, group_title, timeline};
use super::frame::{Frame, facts, home};
use super::links::Links;
use super::nav;
use super::view::{Download, Element, Entrance, Framework, Group, Line, Start, View};
use crate::base::RelPath;
use crate::book::model;
use crate::content::markdown::generated::Generated;
use crate::content::markdown::tree::BlockKind;
use crate::render::html::slot_anchor;

/// The sections of a start page that authors wrote.
pub fn of_page(frame: &Frame<'_>, links: &Links, page: &model::Page) -> Start {
    Start { entrances: page.entrances.iter().map(|e| entrance(frame, links, e)).collect(), ..sections(frame, links) }
}

/// A start page for a book whose authors wrote no page that lands at `index.html`.
pub fn stand_in(frame: &Frame<'_>) -> Option<(RelPath, View)> {
    let path = home(frame.book);
    if frame.book.pages.iter().any(|p| p.path == path) {
        return None;
    }
    let links = Links::From(path.clone());
    let mut view = frame.view(&links);
    view.head.description.clone_from(&frame.book.locale.description);
    view.head.sheets = sheets(frame, &links);
    view.start = Some(sections(frame, &links));
    Some((path, view))
}

/// Style sheets of a start page: its own, and that of the documents in time.
pub fn sheets(frame: &Frame<'_>, links: &Links) -> Vec<String> {
    ["lists", "start"].into_iter().filter_map(|name| super::head::sheet(frame, links, name)).collect()
}

fn sections(frame: &Frame<'_>, links: &Links) -> Start {
    Start {
        entrances: Vec::new(),
        parts: parts(frame, links),
        framework: framework(frame, links),
        documents: timeline(frame, links),
        downloads: downloads(frame, links),
    }
}

/// The parts without their chapters; the chapters of a book without parts.
pub fn parts(frame: &Frame<'_>, links: &Links) -> Vec<super::view::Part> {
    let titled = frame.book.parts.iter().zip(&frame.facts.parts).filter(|(part, _)| !part.title.is_empty());
    let parts: Vec<_> = titled.map(|(part, facts)| nav::summary(frame, links, part, facts)).collect();
    if parts.is_empty() { chapters(frame, links) } else { parts }
}

/// A book without parts shows its chapters as cards.
fn chapters(frame: &Frame<'_>, links: &Links) -> Vec<super::view::Part> {
    let entries = frame.book.parts.iter().flat_map(|part| &part.entries);
    entries
        .filter(|entry| entry.page.and_then(|i| frame.page(i)).is_some_and(|p| p.path != home(frame.book)))
        .map(|entry| {
            let entries = std::slice::from_ref(entry);
            let alone = model::Part { title: entry.title.clone(), own: entry.own, ..model::Part::default() };
            let number = entry.number.clone().unwrap_or_default();
            let card = nav::summary(frame, links, &alone, &facts(frame.book, entries));
            super::view::Part { label: number.clone(), number, ..card }
        })
        .collect()
}

fn entrance(frame: &Frame<'_>, links: &Links, entrance: &crate::content::page::Entrance) -> Entrance {
    let step = |path: &String| -> Option<Line> {
        let source = RelPath::new(path).ok()?;
        frame.line(links, *frame.book.index.get(&source)?)
    };
    Entrance {
        role: entrance.role.clone(),
        title: entrance.title.clone(),
        title_lang: entrance.title_lang.clone().unwrap_or_default(),
        promise: entrance.promise.clone(),
        promise_lang: entrance.promise_lang.clone().unwrap_or_default(),
        steps: entrance.steps.iter().filter_map(step).collect(),
    }
}

/// The framework's groups and elements; slots that no page fills stand in a group of their own.
fn framework(frame: &Frame<'_>, links: &Links) -> Option<Framework> {
    let config = &frame.handbook.config.elements;
    let mut known: Vec<(&model::Page, &model::Element)> =
        frame.book.pages.iter().filter_map(|p| p.element.as_ref().map(|e| (p.as_ref(), e))).collect();
    known.sort_by_key(|(_, e)| e.number);
    if config.expected == 0 && known.is_empty() {
        return None;
    }
    let in_group = |id: &str| -> Vec<Element> {
        known.iter().filter(|(_, e)| e.group == id).map(|(p, e)| element(frame, links, p, e, false)).collect()
    };
    let mut groups: Vec<Group> = config
        .groups
        .iter()
        .map(|id| Group {
            title: group_title(frame, id),
            open: false,
            href: group_page(frame, links, id),
            elements: in_group(id),
        })
        .collect();
    let open = open_slots(frame, links, config.expected, &known);
    if !open.is_empty() {
        groups.push(Group { title: group_title(frame, ""), open: true, href: String::new(), elements: open });
    }
    let official = known.iter().filter(|(_, e)| e.status == crate::content::page::ElementStatus::Official).count();
    let total = u32::try_from(known.len()).unwrap_or(u32::MAX);
    Some(Framework { expected: config.expected.max(total), official: u32::try_from(official).unwrap_or(0), groups })
}

/// Slots that no page fills: each leads to its line where a page lists them all.
fn open_slots(
    frame: &Frame<'_>,
    links: &Links,
    expected: u32,
    known: &[(&model::Page, &model::Element)],
) -> Vec<Element> {
    let list = frame.book.pages.iter().find(|page| lists_elements(page)).map(|page| links.to(&page.path));
    let href = |number| list.as_ref().map(|list| format!("{list}#{}", slot_anchor(number))).unwrap_or_default();
    (1..=expected.min(500))
        .filter(|number| !known.iter().any(|(_, e)| e.number == *number))
        .map(|number| Element {
            number,
            status: "awaiting-source",
            status_text: frame.strings.text("element-awaiting-source", &[]),
            group: String::new(),
            title: frame.strings.text("element-number", &[("number", number.into())]),
            href: href(number),
            lang: String::new(),
        })
        .collect()
}

/// Whether a page has the table of all elements.
fn lists_elements(page: &model::Page) -> bool {
    page.tree.blocks.iter().any(|block| match &block.kind {
        BlockKind::Directive(directive) => {
            matches!(&directive.generated, Some(Generated::Elements(table)) if table.group.is_empty())
        }
        _ => false,
    })
}

/// The page that says of itself `[extra] element_group = "…"`.
fn group_page(frame: &Frame<'_>, links: &Links, id: &str) -> String {
    let speaks_of = |p: &&Arc<model::Page>| p.extra.get("element_group").and_then(|v| v.as_str()) == Some(id);
    frame.book.pages.iter().find(speaks_of).map(|p| links.to(&p.path)).unwrap_or_default()
}

fn downloads(frame: &Frame<'_>, links: &Links) -> Vec<Download> {
    let files = frame.options.downloads.get(&frame.book.locale.locale);
    let download = |file: &super::Download| Download {
        title: file.title.clone(),
        format: file.format.clone(),
        size: size(file.bytes),
        href: links.to(&file.path),
    };
    files.into_iter().flatten().map(download).collect()
}

/// Sizes as file managers show them; units are the same in all our languages.
fn size(bytes: u64) -> String {
    match bytes {
        0..1_000 => format!("{bytes} B"),
        1_000..10_000_000 => format!("{} kB", bytes.div_ceil(1_000)),
        _ => format!("{} MB", bytes.div_ceil(1_000_000)),
    }
}
