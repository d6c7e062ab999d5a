//! From drawn sheets to the bytes of a file: pages in their places, boxes, properties.
//!
//! Owns what makes two runs the same: fixed properties, an identity made of the content, objects numbered in
//! the order in which they are needed.

use lopdf::content::{Content, Operation};
use lopdf::{Dictionary, Document, Object, ObjectId, StringFormat, text_string};

use super::Dressing;
use super::draw::form_name;
use super::import::{POINTS, Pages, Shared, numbers};
use super::sheet::{Area, Sheet};
use crate::base::Hash;

/// Transparency and OpenType faces need no later version.
const VERSION: &str = "1.7";

/// Finishes the file.
pub(super) fn finish(
    mut document: Document,
    sheets: &[Sheet],
    pages: Pages,
    dressing: &Dressing<'_>,
) -> Result<Vec<u8>, String> {
    VERSION.clone_into(&mut document.version);
    let sheet_ids: Vec<ObjectId> = document.page_iter().collect();
    let forms = replace_placeholders(&mut document, &sheet_ids, &pages)?;
    drop(pages);
    for (sheet, id) in sheets.iter().zip(&sheet_ids) {
        let page = document.get_dictionary_mut(*id).map_err(|e| e.to_string())?;
        page.set("TrimBox", area(&sheet.cut));
        page.set("BleedBox", area(&sheet.cut.grown(sheet.bleed)));
        page.set("CropBox", area(&Area::new(0.0, 0.0, sheet.size)));
        page.remove(b"Annots");
        keep_own_forms(&mut document, *id, sheet, &forms);
        if !sheet.targets.is_empty() {
            mark_on_every_plate(&mut document, *id)?;
        }
    }
    grey_is_black_ink(&mut document);
    document.prune_objects();
    describe(&mut document, dressing);
    document.renumber_objects();
    document.compress();
    write(document)
}

/// Puts every page where its placeholder is; the number of each page's form.
fn replace_placeholders(document: &mut Document, sheets: &[ObjectId], pages: &Pages) -> Result<Vec<ObjectId>, String> {
    let Some(first) = sheets.first() else { return Ok(Vec::new()) };
    let forms = document
        .get_page_resources(*first)
        .ok()
        .and_then(|(own, shared)| own.or_else(|| document.get_dictionary(*shared.first()?).ok()))
        .and_then(|resources| document.get_dict_in_dict(resources, b"XObject").ok())
        .cloned()
        .ok_or("sheets without forms")?;
    let mut shared = Shared::default();
    (0..pages.len())
        .map(|page| {
            let id = forms.get(form_name(page).as_bytes()).and_then(Object::as_reference).map_err(|e| e.to_string())?;
            let form = pages.form(page, document, &mut shared)?;
            document.objects.insert(id, form.into());
            Ok(id)
        })
        .collect()
}

/// printpdf gives all sheets one list of all forms; each is left with its own, so that a sheet taken out of
/// the file does not take the book along.
fn keep_own_forms(document: &mut Document, sheet: ObjectId, drawn: &Sheet, forms: &[ObjectId]) {
    let own: Dictionary = drawn
        .places
        .iter()
        .filter_map(|place| Some((form_name(place.page), Object::Reference(*forms.get(place.page)?))))
        .collect();
    let resources =
        document.get_dictionary(sheet).ok().and_then(|page| page.get(b"Resources").ok()?.as_reference().ok());
    if let Some(resources) = resources.and_then(|id| document.get_dictionary_mut(id).ok()) {
        resources.set("XObject", own);
    }
}

/// The name of the colour of registration marks, in a sheet's resources.
const ALL: &str = "All";

/// Registration marks are drawn in all four inks, which a press with other or fewer plates would not follow: their
/// colour becomes the separation All (ISO 32000-1, 8.6.6.4), which stands on every plate there is.
fn mark_on_every_plate(document: &mut Document, sheet: ObjectId) -> Result<(), String> {
    let content = document.get_and_decode_page_content(sheet).map_err(|e| e.to_string())?;
    let full = |operand: &Object| operand.as_float().is_ok_and(|ink| ink > 0.999);
    let mut operations = Vec::with_capacity(content.operations.len() + 1);
    for operation in content.operations {
        if operation.operator == "K" && operation.operands.len() == 4 && operation.operands.iter().all(full) {
            operations.push(Operation::new("CS", vec![ALL.into()]));
            operations.push(Operation::new("SCN", vec![1.into()]));
        } else {
            operations.push(operation);
        }
    }
    let bytes = Content { operations }.encode().map_err(|e| e.to_string())?;
    document.change_page_content(sheet, bytes).map_err(|e| e.to_string())?;
    let mut tint = Dictionary::new();
    tint.set("FunctionType", 2);
    tint.set("N", 1);
    tint.set("Domain", vec![0.into(), 1.into()]);
    tint.set("C0", vec![0.into(); 4]);
    tint.set("C1", vec![1.into(); 4]);
    let all = vec!["Separation".into(), "All".into(), "DeviceCMYK".into(), Object::Dictionary(tint)];
    let resources =
        document.get_dictionary(sheet).ok().and_then(|page| page.get(b"Resources").ok()?.as_reference().ok());
    let resources = resources.and_then(|id| document.get_dictionary_mut(id).ok()).ok_or("a sheet without resources")?;
    let mut spaces = Dictionary::new();
    spaces.set(ALL, Object::Array(all));
    resources.set("ColorSpace", spaces);
    Ok(())
}

/// Grey with a profile may be printed in four inks. Plain grey is black ink alone, which text must be.
fn grey_is_black_ink(document: &mut Document) {
    let grey: Vec<ObjectId> = document
        .objects
        .iter()
        .filter(|(_, object)| matches!(object, Object::Stream(s) if is_grey_profile(&s.dict)))
        .map(|(id, _)| *id)
        .collect();
    if grey.is_empty() {
        return;
    }
    let is_grey = |object: &Object| {
        let Object::Array(items) = object else { return false };
        matches!(&items[..], [Object::Name(name), Object::Reference(id)] if name == b"ICCBased" && grey.contains(id))
    };
    document.objects.values_mut().for_each(|object| replace(object, &is_grey, &Object::Name(b"DeviceGray".to_vec())));
}

/// An ICC profile of one component: streams of other kinds have no `N` beside their `Alternate` or length alone.
fn is_grey_profile(stream: &Dictionary) -> bool {
    stream.get(b"N").and_then(Object::as_i64).is_ok_and(|components| components == 1)
        && !stream.has(b"FunctionType")
        && !stream.has_type(b"ObjStm")
        && !stream.has(b"Subtype")
}

fn replace(object: &mut Object, is_wanted: &impl Fn(&Object) -> bool, by: &Object) {
    if is_wanted(object) {
        object.clone_from(by);
        return;
    }
    match object {
        Object::Array(items) => items.iter_mut().for_each(|item| replace(item, is_wanted, by)),
        Object::Dictionary(entries) => entries.iter_mut().for_each(|(_, value)| replace(value, is_wanted, by)),
        Object::Stream(stream) => stream.dict.iter_mut().for_each(|(_, value)| replace(value, is_wanted, by)),
        _ => {}
    }
}

/// The file's properties, all known beforehand. printpdf's would hold the hour and a version of PDF/X it is not.
fn describe(document: &mut Document, dressing: &Dressing<'_>) {
    let mut info = Dictionary::new();
    info.set("Title", text_string(dressing.title));
    info.set("Producer", text_string(concat!("camnang ", env!("CARGO_PKG_VERSION"))));
    let day: String = dressing.date.chars().filter(char::is_ascii_digit).collect();
    if day.len() == 8 {
        info.set("CreationDate", Object::string_literal(format!("D:{day}000000Z")));
    }
    let id = document.add_object(info);
    document.trailer.set("Info", id);
    document.trailer.remove(b"ID");
}

/// Writes the file twice: its identity is the hash of all else.
fn write(mut document: Document) -> Result<Vec<u8>, String> {
    let bytes = |document: &mut Document| {
        let mut bytes = Vec::new();
        document.save_to(&mut bytes).map_err(|e| e.to_string())?;
        Ok::<_, String>(bytes)
    };
    let identity = Hash::of(&bytes(&mut document)?).hex().into_bytes();
    let identity = Object::String(identity[..32.min(identity.len())].to_vec(), StringFormat::Literal);
    document.trailer.set("ID", vec![identity.clone(), identity]);
    bytes(&mut document)
}

fn area(area: &Area) -> Object {
    numbers(&[area.x, area.y, area.right(), area.top()].map(|value| value * POINTS))
}
