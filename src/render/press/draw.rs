//! The sheets as printpdf draws them: marks, labels, watermark, and an empty form where each page will be.

use printpdf::{
    Cmyk, Color, ExternalStream, ExternalXObject, FontId, Line, LineDashPattern, LinePoint, Mm, Op, PaintMode,
    PdfDocument, PdfFontHandle, PdfPage, PdfSaveOptions, Point, Pt, Rect, TextMatrix, TextRenderingMode, XObject,
    XObjectId, XObjectTransform,
};

use super::Dressing;
use super::import::{POINTS, Pages};
use super::label::Face;
use super::marks::{TARGET_ARM, TARGET_RADIUS};
use super::sheet::{Area, Place, Sheet, Stroke};

/// Thickness of marks in points.
const HAIRLINE: f32 = 0.25;
/// Of the handles of a quarter circle, by its radius.
const CIRCLE: f64 = 0.5523;
/// Type of the watermark by the length of the page's diagonal.
const WATERMARK: f64 = 0.62;

/// The name of a page's placeholder, and of the page once it is in its place.
pub(super) fn form_name(page: usize) -> String {
    format!("Page{}", page + 1)
}

/// Draws the sheets.
pub(super) fn draw(sheets: &[Sheet], pages: &Pages, dressing: &Dressing<'_>) -> Result<lopdf::Document, String> {
    let labels: Vec<String> = sheets.iter().map(|sheet| (dressing.name)(&sheet.name)).collect();
    let mut texts: Vec<&str> = labels.iter().map(String::as_str).collect();
    texts.extend([dressing.job, SEPARATOR]);
    texts.extend(dressing.watermark);
    let pen = Pen { face: Face::of(dressing.font, &texts)?, id: FontId("Label".to_owned()) };

    let mut document = PdfDocument::new(dressing.title);
    document.resources.fonts.map.insert(pen.id.clone(), pen.face.font.clone());
    for page in 0..pages.len() {
        document.resources.xobjects.map.insert(XObjectId(form_name(page)), placeholder());
    }
    let drawn = sheets.iter().zip(&labels).map(|(sheet, label)| {
        let mut ops = Vec::new();
        for place in &sheet.places {
            place_page(&mut ops, place, pages);
            if let Some(words) = dressing.watermark {
                pen.watermark(&mut ops, words, &place.area);
            }
        }
        draw_marks(&mut ops, sheet);
        if let Some((corner, size)) = sheet.label {
            pen.label(&mut ops, &format!("{}{SEPARATOR}{label}", dressing.job), corner, size);
        }
        PdfPage::new(Mm(sheet.size.width as f32), Mm(sheet.size.height as f32), ops)
    });
    document.pages = drawn.collect();
    let options = PdfSaveOptions { optimize: false, subset_fonts: false, secure: true, image_optimization: None };
    Ok(document.to_lopdf_document(&options, &mut Vec::new()))
}

/// Between a job's title and a sheet's name.
const SEPARATOR: &str = " · ";

fn placeholder() -> XObject {
    let stream = ExternalStream { compress: false, ..ExternalStream::default() };
    XObject::External(ExternalXObject { stream, width: None, height: None, dpi: None })
}

fn place_page(ops: &mut Vec<Op>, place: &Place, pages: &Pages) {
    let Some(size) = pages.size(place.page) else { return };
    let scale = (place.area.width / size.width) as f32;
    let visible = &place.visible;
    ops.push(Op::SaveGraphicsState);
    ops.push(Op::DrawRectangle {
        rectangle: Rect {
            x: points(visible.x),
            y: points(visible.y),
            width: points(visible.width),
            height: points(visible.height),
            mode: Some(PaintMode::Clip),
            winding_order: None,
        },
    });
    ops.push(Op::UseXobject {
        id: XObjectId(form_name(place.page)),
        transform: XObjectTransform {
            translate_x: Some(points(place.area.x)),
            translate_y: Some(points(place.area.y)),
            scale_x: Some(scale),
            scale_y: Some(scale),
            no_auto_scale: true,
            ..XObjectTransform::default()
        },
    });
    ops.push(Op::RestoreGraphicsState);
}

/// Where to cut and fold is printed in black; what the plates are laid over each other by, in all inks.
fn draw_marks(ops: &mut Vec<Op>, sheet: &Sheet) {
    ops.push(Op::SaveGraphicsState);
    ops.push(Op::SetOutlineThickness { pt: Pt(HAIRLINE) });
    let inks = if sheet.targets.is_empty() { black() } else { all_inks() };
    ops.push(Op::SetOutlineColor { col: inks });
    for dashed in [false, true] {
        let pattern: &[f32] = if dashed { &[2.0, 2.0] } else { &[] };
        ops.push(Op::SetLineDashPattern { dash: LineDashPattern::new(0.0, pattern) });
        ops.extend(sheet.strokes.iter().filter(|stroke| stroke.dashed == dashed).map(draw_stroke));
    }
    ops.push(Op::SetLineDashPattern { dash: LineDashPattern::default() });
    for target in &sheet.targets {
        draw_target(ops, *target);
    }
    ops.push(Op::RestoreGraphicsState);
}

fn draw_stroke(stroke: &Stroke) -> Op {
    line(&[(stroke.from, false), (stroke.to, false)], false)
}

/// A circle and a cross.
fn draw_target(ops: &mut Vec<Op>, (x, y): (f64, f64)) {
    let (r, h) = (TARGET_RADIUS, TARGET_RADIUS * CIRCLE);
    let circle = [
        ((x + r, y), false),
        ((x + r, y + h), true),
        ((x + h, y + r), true),
        ((x, y + r), false),
        ((x - h, y + r), true),
        ((x - r, y + h), true),
        ((x - r, y), false),
        ((x - r, y - h), true),
        ((x - h, y - r), true),
        ((x, y - r), false),
        ((x + h, y - r), true),
        ((x + r, y - h), true),
        ((x + r, y), false),
    ];
    ops.push(line(&circle, true));
    ops.push(line(&[((x - TARGET_ARM, y), false), ((x + TARGET_ARM, y), false)], false));
    ops.push(line(&[((x, y - TARGET_ARM), false), ((x, y + TARGET_ARM), false)], false));
}

fn line(path: &[((f64, f64), bool)], is_closed: bool) -> Op {
    let point = |((x, y), bezier): &((f64, f64), bool)| LinePoint {
        p: Point { x: points(*x), y: points(*y) },
        bezier: *bezier,
    };
    Op::DrawLine { line: Line { points: path.iter().map(point).collect(), is_closed } }
}

/// Sets text.
struct Pen {
    face: Face,
    id: FontId,
}

impl Pen {
    fn label(&self, ops: &mut Vec<Op>, text: &str, (x, y): (f64, f64), size: f64) {
        ops.push(Op::SetFillColor { col: black() });
        self.text(ops, text, size, TextMatrix::Translate(points(x), points(y)));
    }

    /// Along the page's diagonal, in outline: it neither hides the text nor prints an area.
    fn watermark(&self, ops: &mut Vec<Op>, text: &str, page: &Area) {
        let diagonal = page.width.hypot(page.height) * POINTS;
        let width = self.face.width(text).max(0.1);
        let size = (diagonal * WATERMARK / width).min(page.width * POINTS * 0.4);
        let (sine, cosine) = (page.height * POINTS / diagonal, page.width * POINTS / diagonal);
        let (across, up) = (-width * size / 2.0, -size * 0.35);
        let middle = ((page.x + page.width / 2.0) * POINTS, (page.y + page.height / 2.0) * POINTS);
        let (x, y) = (middle.0 + across * cosine - up * sine, middle.1 + across * sine + up * cosine);
        ops.push(Op::SaveGraphicsState);
        ops.push(Op::SetOutlineColor { col: cmyk(0.0, 0.0, 0.0, 0.35) });
        ops.push(Op::SetOutlineThickness { pt: Pt(0.6) });
        ops.push(Op::SetTextRenderingMode { mode: TextRenderingMode::Stroke });
        let matrix = [cosine, sine, -sine, cosine, x, y].map(|value| value as f32);
        self.text(ops, text, size, TextMatrix::Raw(matrix));
        ops.push(Op::RestoreGraphicsState);
    }

    fn text(&self, ops: &mut Vec<Op>, text: &str, size: f64, matrix: TextMatrix) {
        ops.push(Op::StartTextSection);
        ops.push(Op::SetFont { font: PdfFontHandle::External(self.id.clone()), size: Pt(size as f32) });
        ops.push(Op::SetTextMatrix { matrix });
        ops.push(Op::ShowText { items: self.face.line(text) });
        ops.push(Op::EndTextSection);
    }
}

fn points(millimetres: f64) -> Pt {
    Pt((millimetres * POINTS) as f32)
}

fn cmyk(c: f32, m: f32, y: f32, k: f32) -> Color {
    Color::Cmyk(Cmyk::new(c, m, y, k, None))
}

fn black() -> Color {
    cmyk(0.0, 0.0, 0.0, 1.0)
}

fn all_inks() -> Color {
    cmyk(1.0, 1.0, 1.0, 1.0)
}
