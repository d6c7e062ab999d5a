//! Where the places of a book stand in its finished PDF.
//!
//! Owns how that is read out of the file itself: its named destinations (the typesetter names them as places are
//! labelled, `vi/khung/index.html#muc-tieu`) and its page labels. So a book that was printed by an earlier run tells
//! as much as one that was set just now, and nothing has to be kept beside it.

use std::collections::BTreeMap;

use lopdf::{Dictionary, Document, Object, ObjectId};

use crate::book::roman;

/// How far down a tree of names or numbers goes.
const DEEPEST: usize = 32;

/// How the names of blocks begin (`at:vi/khung/index.html:3f2a:0`).
pub const BLOCK: &str = "at:";

/// Whether a label is that of a place of a page of the website, or of a block on one.
pub(super) fn is_place(name: &str) -> bool {
    let page = name.strip_prefix(BLOCK).unwrap_or(name).split_once(".html").map_or("", |(page, _)| page);
    !page.is_empty() && !page.contains(':')
}

/// A place and the page on which it stands.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Placed {
    /// The page's number as printed: `xii`, `41`.
    pub page: String,
    /// The place's name.
    pub name: String,
}

/// The first place on each page of a PDF, page by page. A page on which none begins (blank, or in the midst of a long
/// text) is not there; neither is anything of a file that cannot be read.
#[must_use]
pub fn first_places(pdf: &[u8]) -> Vec<Placed> {
    read(pdf).unwrap_or_default()
}

fn read(pdf: &[u8]) -> Option<Vec<Placed>> {
    let document = Document::load_mem(pdf).ok()?;
    let catalog = document.catalog().ok()?;
    let pages: BTreeMap<ObjectId, usize> = document.page_iter().enumerate().map(|(at, id)| (id, at)).collect();
    let names = dictionary(&document, catalog.get(b"Names").ok()?)?;
    let mut named = Vec::new();
    leaves(&document, names.get(b"Dests").ok()?, b"Names", DEEPEST, &mut named);
    // By page, and from the top of it down; of two at one height the name of a place goes before that of a block, and the
    // shorter is the page's own.
    let rank = |name: &str| (name.starts_with(BLOCK), name.len());
    let mut first: BTreeMap<usize, (f32, String)> = BTreeMap::new();
    for (name, destination) in named {
        let Some((page, height)) = position(&document, destination) else { continue };
        let (Some(page), Ok(name)) = (pages.get(&page), name.as_str().map(String::from_utf8_lossy)) else { continue };
        let higher = first
            .get(page)
            .is_none_or(|(other, known)| height > *other || (height >= *other && rank(&name) < rank(known)));
        if higher {
            first.insert(*page, (height, name.into_owned()));
        }
    }
    let labels = Labels::of(&document, catalog);
    Some(first.into_iter().map(|(page, (_, name))| Placed { page: labels.of_page(page), name }).collect())
}

fn dictionary<'d>(document: &'d Document, object: &'d Object) -> Option<&'d Dictionary> {
    document.dereference(object).ok()?.1.as_dict().ok()
}

/// The pairs of a name tree or number tree, in order.
fn leaves<'d>(
    document: &'d Document,
    node: &'d Object,
    key: &[u8],
    depth: usize,
    out: &mut Vec<(&'d Object, &'d Object)>,
) {
    let Some(node) = dictionary(document, node).filter(|_| depth > 0) else { return };
    let list = |key: &[u8]| document.dereference(node.get(key).ok()?).ok()?.1.as_array().ok();
    out.extend(list(key).into_iter().flat_map(|pairs| pairs.chunks_exact(2).map(|pair| (&pair[0], &pair[1]))));
    for kid in list(b"Kids").into_iter().flatten() {
        leaves(document, kid, key, depth - 1, out);
    }
}

/// The page of a destination, and how high on it.
fn position(document: &Document, destination: &Object) -> Option<(ObjectId, f32)> {
    let mut object = document.dereference(destination).ok()?.1;
    if let Ok(action) = object.as_dict() {
        object = document.dereference(action.get(b"D").ok()?).ok()?.1;
    }
    let parts = object.as_array().ok()?;
    let height = parts.get(3).and_then(|height| height.as_float().ok()).unwrap_or(f32::MAX);
    Some((parts.first()?.as_reference().ok()?, height))
}

/// How pages are numbered: from which page on, in which style, from which number.
struct Labels(BTreeMap<usize, (Vec<u8>, String, i64)>);

impl Labels {
    fn of(document: &Document, catalog: &Dictionary) -> Self {
        let mut found = Vec::new();
        if let Ok(tree) = catalog.get(b"PageLabels") {
            leaves(document, tree, b"Nums", DEEPEST, &mut found);
        }
        let range = |(from, label): (&Object, &Object)| {
            let label = dictionary(document, label)?;
            let style = label.get(b"S").and_then(Object::as_name).unwrap_or_default().to_vec();
            let prefix = label.get(b"P").and_then(Object::as_str).unwrap_or_default();
            let start = label.get(b"St").and_then(Object::as_i64).unwrap_or(1);
            Some((usize::try_from(from.as_i64().ok()?).ok()?, (style, String::from_utf8_lossy(prefix).into(), start)))
        };
        Self(found.into_iter().filter_map(range).collect())
    }

    /// The label of the page at an index; its position where the file says nothing.
    fn of_page(&self, index: usize) -> String {
        let Some((from, (style, prefix, start))) = self.0.range(..=index).next_back() else {
            return (index + 1).to_string();
        };
        let number = start + i64::try_from(index - from).unwrap_or_default();
        let roman = || u32::try_from(number).map(roman).unwrap_or_default();
        let number = match style.as_slice() {
            b"R" => roman(),
            b"r" => roman().to_lowercase(),
            b"" => String::new(),
            _ => number.to_string(),
        };
        format!("{prefix}{number}")
    }
}
