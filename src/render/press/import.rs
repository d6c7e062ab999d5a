//! Pages of a finished PDF as forms that another PDF can place.
//!
//! Owns what makes up a page: its contents, the resources it inherits, its boxes and its rotation. Only what a
//! page paints with is taken along: no tags, links or outline.

use std::collections::BTreeMap;

use lopdf::{Dictionary, Document, Object, ObjectId, Stream};

use super::sheet::Size;

/// Points a millimetre.
pub(super) const POINTS: f64 = 72.0 / 25.4;
/// How far up the tree of pages something may be inherited from.
const DEEPEST: usize = 32;

/// A box in points, as PDF writes it: left, bottom, right, top.
#[derive(Clone, Copy, Debug, PartialEq)]
struct PageBox([f64; 4]);

impl PageBox {
    fn width(self) -> f64 {
        self.0[2] - self.0[0]
    }

    fn height(self) -> f64 {
        self.0[3] - self.0[1]
    }

    /// What it has in common with another; that other when they have nothing in common.
    fn within(self, outer: Self) -> Self {
        let [a, b] = [self.0, outer.0];
        let common = Self([a[0].max(b[0]), a[1].max(b[1]), a[2].min(b[2]), a[3].min(b[3])]);
        if common.width() > 0.0 && common.height() > 0.0 { common } else { outer }
    }
}

/// One page.
#[derive(Debug)]
struct Page {
    id: ObjectId,
    /// What may show: the bleed box.
    bleed: PageBox,
    /// What is left of it after cutting.
    trim: PageBox,
    /// Clockwise, in quarter turns.
    turns: u8,
}

/// The pages of a PDF.
#[derive(Debug)]
pub(super) struct Pages {
    document: Document,
    pages: Vec<Page>,
}

impl Pages {
    /// Opens a PDF.
    pub fn open(pdf: &[u8]) -> Result<Self, String> {
        let document = Document::load_mem(pdf).map_err(|e| e.to_string())?;
        let pages = document.page_iter().map(|id| page(&document, id)).collect::<Result<Vec<_>, _>>()?;
        Ok(Self { document, pages })
    }

    /// How many there are.
    pub fn len(&self) -> usize {
        self.pages.len()
    }

    /// Trimmed size of a page as it is read, in millimetres.
    pub fn size(&self, index: usize) -> Option<Size> {
        let page = self.pages.get(index)?;
        let size = Size::new(page.trim.width() / POINTS, page.trim.height() / POINTS);
        Some(if page.turns % 2 == 0 { size } else { size.turned() })
    }

    /// The bleed that every page has on all sides, in millimetres.
    pub fn bleed(&self) -> f64 {
        let least = |page: &Page| {
            let (bleed, trim) = (page.bleed.0, page.trim.0);
            (trim[0] - bleed[0]).min(trim[1] - bleed[1]).min(bleed[2] - trim[2]).min(bleed[3] - trim[3])
        };
        let bleed = self.pages.iter().map(least).fold(f64::INFINITY, f64::min) / POINTS;
        if bleed.is_finite() && bleed > 0.01 { bleed } else { 0.0 }
    }

    /// Brings a page into `target` as a form: the lower left corner of its trimmed area is the origin, it
    /// stands upright, its unit is the point. What pages share is brought once.
    pub fn form(&self, index: usize, target: &mut Document, shared: &mut Shared) -> Result<Stream, String> {
        let page = self.pages.get(index).ok_or_else(|| format!("page {} of {}", index + 1, self.pages.len()))?;
        let mut form = Dictionary::new();
        form.set("Type", "XObject");
        form.set("Subtype", "Form");
        form.set("BBox", numbers(&page.bleed.0));
        form.set("Matrix", numbers(&upright(page)));
        let resources = inherited(&self.document, page.id, b"Resources").cloned();
        form.set("Resources", resources.map_or_else(|| Dictionary::new().into(), |r| self.bring(r, target, shared)));
        if let Some(group) = self.document.get_dictionary(page.id).ok().and_then(|page| page.get(b"Group").ok()) {
            form.set("Group", self.bring(group.clone(), target, shared));
        }
        Ok(Stream::new(form, self.document.get_page_content(page.id)))
    }

    /// An object of the source with all that it refers to, copied into `target`.
    fn bring(&self, mut object: Object, target: &mut Document, shared: &mut Shared) -> Object {
        let mut waiting = Vec::new();
        shared.translate(&mut object, target, &mut waiting);
        while let Some((old, new)) = waiting.pop() {
            let mut copy = self.document.get_object(old).cloned().unwrap_or(Object::Null);
            shared.translate(&mut copy, target, &mut waiting);
            target.objects.insert(new, copy);
        }
        object
    }
}

/// What has been brought over already: old number → new number.
#[derive(Debug, Default)]
pub(super) struct Shared(BTreeMap<ObjectId, ObjectId>);

impl Shared {
    /// Gives every reference its new number; those met for the first time are waiting to be copied.
    fn translate(&mut self, object: &mut Object, target: &mut Document, waiting: &mut Vec<(ObjectId, ObjectId)>) {
        match object {
            Object::Reference(id) => {
                let old = *id;
                *id = *self.0.entry(old).or_insert_with(|| {
                    let new = target.new_object_id();
                    waiting.push((old, new));
                    new
                });
            }
            Object::Array(items) => items.iter_mut().for_each(|item| self.translate(item, target, waiting)),
            Object::Dictionary(entries) => self.entries(entries, target, waiting),
            Object::Stream(stream) => self.entries(&mut stream.dict, target, waiting),
            _ => {}
        }
    }

    fn entries(&mut self, entries: &mut Dictionary, target: &mut Document, waiting: &mut Vec<(ObjectId, ObjectId)>) {
        for key in [b"StructParent".as_slice(), b"StructParents", b"Parent"] {
            entries.remove(key);
        }
        entries.iter_mut().for_each(|(_, value)| self.translate(value, target, waiting));
    }
}

fn page(document: &Document, id: ObjectId) -> Result<Page, String> {
    let media = page_box(document, id, b"MediaBox").ok_or("a page without a size")?;
    let own = |key: &[u8], otherwise: PageBox| page_box(document, id, key).unwrap_or(otherwise).within(media);
    let crop = own(b"CropBox", media);
    // A page that names no bleed has none that may show.
    let trim = own(b"TrimBox", crop);
    let bleed = own(b"BleedBox", crop);
    let turns = inherited(document, id, b"Rotate").and_then(number).unwrap_or_default() / 90.0;
    Ok(Page { id, bleed, trim, turns: (turns.round() as i64).rem_euclid(4) as u8 })
}

fn page_box(document: &Document, id: ObjectId, key: &[u8]) -> Option<PageBox> {
    let corners = inherited(document, id, key)?.as_array().ok()?;
    let corners: Vec<f64> = corners.iter().filter_map(|corner| number(document.dereference(corner).ok()?.1)).collect();
    let [a, b, c, d] = corners[..] else { return None };
    let found = PageBox([a.min(c), b.min(d), a.max(c), b.max(d)]);
    (found.width() > 0.0 && found.height() > 0.0).then_some(found)
}

/// A page's entry, or that of the nearest node above it which has one.
fn inherited<'a>(document: &'a Document, id: ObjectId, key: &[u8]) -> Option<&'a Object> {
    let mut node = document.get_dictionary(id).ok()?;
    for _ in 0..DEEPEST {
        if let Ok(found) = node.get(key) {
            return Some(document.dereference(found).ok()?.1);
        }
        node = document.get_dictionary(node.get(b"Parent").ok()?.as_reference().ok()?).ok()?;
    }
    None
}

fn number(object: &Object) -> Option<f64> {
    match object {
        Object::Integer(value) => Some(*value as f64),
        Object::Real(value) => Some(f64::from(*value)),
        _ => None,
    }
}

/// From a page's own coordinates to upright ones, with the lower left corner of the trimmed area as origin.
fn upright(page: &Page) -> [f64; 6] {
    let [left, bottom, right, top] = page.trim.0;
    match page.turns {
        0 => [1.0, 0.0, 0.0, 1.0, -left, -bottom],
        1 => [0.0, -1.0, 1.0, 0.0, -bottom, right],
        2 => [-1.0, 0.0, 0.0, -1.0, right, top],
        _ => [0.0, 1.0, -1.0, 0.0, top, -left],
    }
}

pub(super) fn numbers(values: &[f64]) -> Object {
    Object::Array(values.iter().map(|value| Object::Real(*value as f32)).collect())
}
