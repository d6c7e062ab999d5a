//! Sheets made of small PDFs written by hand: where pages go, what of them is kept.

use lopdf::{Dictionary, Document, Object, Stream, dictionary};

use super::sheet::Sheet;
use super::*;

const FONT: &[u8] = include_bytes!("../../../themes/default/fonts/print/be-vietnam-pro-400.ttf");

fn dressing<'a>(name: &'a (dyn Fn(&SheetName) -> String + Sync), watermark: Option<&'a str>) -> Dressing<'a> {
    Dressing { title: "Sổ tay", job: "Sổ tay", date: "2026-05-31", font: FONT, name, watermark }
}

fn name(name: &SheetName) -> String {
    format!("tờ {}/{} {:?} tập {}", name.sheet.0, name.sheet.1, name.side, name.signature.0)
}

/// A PDF of A5 pages: each draws its number as a rectangle's width, in a grey with a profile. Resources and
/// size are inherited, the size lies off the origin; `turned` pages are stored lying.
fn book(pages: usize, turned: bool) -> Vec<u8> {
    let mut document = Document::with_version("1.7");
    let root = document.new_object_id();
    let profile = document.add_object(Stream::new(dictionary! { "N" => 1 }, b"profile".to_vec()));
    let resources = dictionary! {
        "ColorSpace" => dictionary! { "Grey" => vec!["ICCBased".into(), Object::Reference(profile)] },
    };
    let kids: Vec<Object> = (1..=pages)
        .map(|number| {
            let content = format!("/Grey cs 0 scn 20 30 {number} 5 re f");
            let content = document.add_object(Stream::new(Dictionary::new(), content.into_bytes()));
            let mut page =
                dictionary! { "Type" => "Page", "Parent" => root, "Contents" => content, "StructParents" => 3 };
            if turned {
                page.set("Rotate", 90);
            }
            document.add_object(page).into()
        })
        .collect();
    let (width, height) = (148.0 * import::POINTS, 210.0 * import::POINTS);
    let (width, height) = if turned { (height, width) } else { (width, height) };
    let media = import::numbers(&[10.0, 20.0, 10.0 + width, 20.0 + height]);
    document.objects.insert(
        root,
        dictionary! {
            "Type" => "Pages", "Count" => kids.len() as i64, "Kids" => kids, "MediaBox" => media, "Resources" => resources,
        }
        .into(),
    );
    let catalog = document.add_object(dictionary! { "Type" => "Catalog", "Pages" => root });
    document.trailer.set("Root", catalog);
    let mut bytes = Vec::new();
    document.save_to(&mut bytes).unwrap();
    bytes
}

fn booklet(stock: Stock) -> Layout {
    Layout::Booklet(Booklet { stock, ..Booklet::default() })
}

/// The dictionary of a sheet's form.
fn form(document: &Document, sheet: u32, name: &str) -> Dictionary {
    let page = document.get_pages()[&sheet];
    let (own, shared) = document.get_page_resources(page).unwrap();
    let resources = own.unwrap_or_else(|| document.get_dictionary(shared[0]).unwrap());
    let forms = document.get_dict_in_dict(resources, b"XObject").unwrap();
    let id = forms.get(name.as_bytes()).unwrap().as_reference().unwrap();
    document.get_object(id).unwrap().as_stream().unwrap().dict.clone()
}

fn floats(object: &Object) -> Vec<f32> {
    object.as_array().unwrap().iter().map(|value| value.as_float().unwrap()).collect()
}

#[test]
fn a_sheet_holds_its_own_pages_only_and_two_runs_give_the_same_bytes() {
    let source = book(8, false);
    let first = impose(&source, &booklet(Stock::Press), &dressing(&name, None)).unwrap().pdf;
    assert_eq!(first, impose(&source, &booklet(Stock::Press), &dressing(&name, None)).unwrap().pdf);
    let document = Document::load_mem(&first).unwrap();
    assert_eq!(document.get_pages().len(), 4);
    form(&document, 1, "Page8");
    form(&document, 1, "Page1");
    let page = document.get_pages()[&1];
    let content = String::from_utf8(document.get_page_content(page)).unwrap();
    let (eighth, one) = (content.find("/Page8 Do").unwrap(), content.find("/Page1 Do").unwrap());
    assert!(eighth < one && !content.contains("/Page2 Do"), "{content}");
    assert!(!String::from_utf8_lossy(&first).contains("StructParents"));
}

#[test]
fn inherited_size_and_rotation_are_honoured() {
    for (turned, matrix) in [(false, [1.0, 0.0, 0.0, 1.0, -10.0, -20.0]), (true, [0.0, -1.0, 1.0, 0.0, -20.0, 605.28])]
    {
        let sheets = impose(&book(4, turned), &booklet(Stock::Office), &dressing(&name, None)).unwrap();
        let document = Document::load_mem(&sheets.pdf).unwrap();
        let media = floats(document.get_dictionary(document.get_pages()[&1]).unwrap().get(b"MediaBox").unwrap());
        assert!((media[2] - 841.89).abs() < 0.01 && (media[3] - 595.276).abs() < 0.01, "{media:?}");
        let found = floats(form(&document, 1, "Page1").get(b"Matrix").unwrap());
        assert!(found.iter().zip(matrix).all(|(a, b)| (a - b).abs() < 0.01), "{found:?}");
    }
}

#[test]
fn grey_with_a_profile_becomes_black_ink() {
    let sheets = impose(&book(2, false), &booklet(Stock::Office), &dressing(&name, None)).unwrap();
    let document = Document::load_mem(&sheets.pdf).unwrap();
    let resources = form(&document, 1, "Page1").get(b"Resources").unwrap().as_dict().unwrap().clone();
    let spaces = resources.get(b"ColorSpace").unwrap().as_dict().unwrap();
    assert_eq!(spaces.get(b"Grey").unwrap().as_name().unwrap(), b"DeviceGray");
}

#[test]
fn boxes_are_corners_and_press_sheets_leave_room_around_the_cut() {
    let sheets = impose(&book(4, false), &booklet(Stock::Press), &dressing(&name, None)).unwrap();
    let document = Document::load_mem(&sheets.pdf).unwrap();
    let page = document.get_dictionary(document.get_pages()[&1]).unwrap();
    let millimetres = |key: &[u8]| -> Vec<f64> {
        floats(page.get(key).unwrap()).iter().map(|p| (f64::from(*p) / import::POINTS * 10.0).round() / 10.0).collect()
    };
    assert_eq!(millimetres(b"MediaBox"), [0.0, 0.0, 320.0, 225.0]);
    assert_eq!(millimetres(b"TrimBox"), [12.0, 7.5, 308.0, 217.5]);
    // The source has no bleed.
    assert_eq!(millimetres(b"BleedBox"), [12.0, 7.5, 308.0, 217.5]);
}

fn sheets(paper: Paper) -> Vec<Sheet> {
    let gathering = Gathering::Whole;
    Booklet { paper, gathering, ..Booklet::default() }.sheets(Size::new(148.0, 210.0), 32, 0.0)
}

#[test]
fn inner_sheets_creep_towards_the_fold() {
    let sheets = sheets(Paper { gsm: 100.0, bulk: 1.2 });
    let fold = 148.5;
    for (index, sheet) in sheets.iter().enumerate() {
        let shift = 0.12 * (index / 2) as f64;
        let (left, right) = (&sheet.places[0], &sheet.places[1]);
        assert!((left.area.right() - (fold + shift)).abs() < 1e-9, "sheet side {index}");
        assert!((right.area.x - (fold - shift)).abs() < 1e-9, "sheet side {index}");
        // What moved over the fold does not show on the other page.
        assert!(left.visible.right() <= fold + 1e-9 && right.visible.x >= fold - 1e-9);
    }
    assert_eq!(sheets.len(), 16);
}

#[test]
fn ten_pocket_cards_and_four_postcards_fit_a_sheet_beside_each_other() {
    for (cards, layout, card) in
        [(10, CardSheet::POCKET, Size::new(85.0, 54.0)), (4, CardSheet::A6, Size::new(105.0, 148.0))]
    {
        let sheets = layout.sheets(card, cards + 1);
        assert_eq!(sheets.len(), 2);
        let first = &sheets[0];
        assert_eq!(first.places.len(), cards);
        for (index, a) in first.places.iter().enumerate() {
            let inside =
                a.area.x >= -1e-9 && a.area.y >= -1e-9 && a.area.right() <= 210.0 + 1e-9 && a.area.top() <= 297.0;
            assert!(inside, "{a:?}");
            let apart = |b: &super::sheet::Place| {
                b.area.x >= a.area.right() - 1e-9
                    || a.area.x >= b.area.right() - 1e-9
                    || b.area.y >= a.area.top() - 1e-9
                    || a.area.y >= b.area.top() - 1e-9
            };
            assert!(first.places[index + 1..].iter().all(apart));
        }
        assert!(!first.strokes.is_empty());
    }
}

#[test]
fn labels_and_watermarks_are_whole_vietnamese_text() {
    let sheets = impose(&book(4, false), &booklet(Stock::Press), &dressing(&name, Some("BẢN THẢO"))).unwrap();
    let text = Document::load_mem(&sheets.pdf).unwrap().extract_text(&[1]).unwrap();
    assert!(text.contains("Sổ tay · tờ 1/1 Front tập 1"), "{text}");
    assert_eq!(text.matches("BẢN THẢO").count(), 2, "{text}");
}

#[test]
fn a_face_sets_what_it_has_letters_for() {
    assert!(sets(FONT, "Cẩm nang, tờ 3/8: mặt trước") && sets(FONT, "a\u{323}\u{302}"));
    assert!(!sets(FONT, "دليل") && !sets(FONT, "ຄູ່ມື") && !sets(b"no font", "a"));
}

#[test]
fn what_is_no_pdf_and_what_has_no_page_are_told_not_panicked_about() {
    let empty = book(0, false);
    for bytes in [b"".as_slice(), b"%PDF-1.7\nnonsense", &empty] {
        let fault = impose(bytes, &booklet(Stock::Office), &dressing(&name, None)).unwrap_err();
        assert_eq!(fault.code, codes::PRESS_SHEETS);
    }
}
