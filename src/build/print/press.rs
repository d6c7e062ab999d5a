//! Press work on finished books: imposed sheets, cover, cards.
//!
//! Owns which of them are made, what they are called and in whose words sheets are labelled. Geometry is the press
//! renderer's, looks are the theme's.

use std::sync::Arc;

use crate::base::{Direction, Locale, Place, RelPath};
use crate::book::model::Book;
use crate::config::{PressConfig, SheetStock};
use crate::i18n::ui::{Strings, Value};
use crate::render::press::{
    self, Binding, Booklet, CardSheet, CoverSheet, Dressing, Gathering, Handout, Layout, Paper, SheetName, Side, Size,
    Stock,
};
use crate::render::print::{self, CoverForm, Deck, Manuscript, Typeset};

use super::super::{Format, Imposition, Progress};
use super::Printed;
use super::documents::{Bench, Set, Task};

/// The face of labels, among the theme's.
const LABEL_FACE: &str = "fonts/print/be-vietnam-pro-400.ttf";
/// What is written across pages that are not the final ones.
const DRAFT: &str = "press-draft";
/// How far a cover and the pages of trimmed books print beyond the cut, in millimetres.
const BLEED: f64 = 3.0;
/// Kinds of card: the template's name for it, its file's, its size in words, its sheet.
const CARDS: [(&str, &str, &str, CardSheet); 2] =
    [("a6", "cards-a6", "A6", CardSheet::A6), ("pocket", "cards-85x54", "85 × 54 mm", CardSheet::POCKET)];

impl Bench<'_> {
    /// What has been ordered beside a finished book of so many pages, and on which sheets it is to be laid.
    pub(super) fn press_work(
        &self,
        task: &Task<'_>,
        manuscript: &mut Manuscript,
        (pages, imposition): (usize, Option<Imposition>),
        progress: &dyn Progress,
        printed: &mut Printed,
    ) {
        if self.press.cover && task.format.is_bound() {
            self.cover(task, pages, progress, printed);
        }
        if let Some(imposition) = imposition {
            self.sheets(task, manuscript, imposition, progress, printed);
        }
    }

    /// The book once more, with bleed or without areas of colour as its sheets need it, laid on them.
    fn sheets(
        &self,
        task: &Task<'_>,
        manuscript: &mut Manuscript,
        imposition: Imposition,
        progress: &dyn Progress,
        printed: &mut Printed,
    ) {
        let stock = if imposition == Imposition::Booklet { self.stock() } else { SheetStock::Office };
        // What is written across the pages is the press's here.
        manuscript.data["draft"] = "".into();
        manuscript.data["sheet"] = stock.name().into();
        let binding = binding(task.book);
        let (kind, layout) = match imposition {
            Imposition::Booklet => ("booklet", Layout::Booklet(self.booklet(binding))),
            Imposition::TwoUp => ("2up", Layout::Handout(Handout { four: false, binding })),
            Imposition::FourUp => ("4up", Layout::Handout(Handout { four: true, binding })),
        };
        let name = format!("{}-{kind}", task.format.name());
        let Some(path) = path(task.book, &name) else { return };
        let work = self.work(&layout);
        let order = Set { template: "book.typ", manuscript, path: &path, book: task.book, work: &work };
        let made =
            |typeset: Typeset, printed: &mut Printed| self.impose(&typeset.pdf, &layout, task.book, &path, printed);
        if let Some((bytes, pages)) = self.finished(order, printed, made) {
            printed.take(path.clone(), bytes, pages, progress);
        }
    }

    /// Front, spine and back of a book.
    fn cover(&self, task: &Task<'_>, pages: usize, progress: &dyn Progress, printed: &mut Printed) {
        let page = page_size(task.format);
        let spine = self.spine(pages);
        // Only a stapled booklet's cover fits an office printer's sheet.
        let stock = if spine > 0.0 { SheetStock::Press } else { self.stock() };
        let (solid, stock) = (stock == SheetStock::Press, as_stock(stock));
        let form = CoverForm { width: page.width, height: page.height, spine, bleed: BLEED, solid };
        let Some(path) = path(task.book, &task.format.name().replace("book", "cover")) else { return };
        let Some(mut manuscript) = print::cover(&self.order(task), &form) else { return };
        let layout = Layout::Cover(CoverSheet { spine, stock });
        let work = self.work(&layout);
        let order =
            Set { template: "cover.typ", manuscript: &mut manuscript, path: &path, book: task.book, work: &work };
        let made =
            |typeset: Typeset, printed: &mut Printed| self.impose(&typeset.pdf, &layout, task.book, &path, printed);
        if let Some((bytes, pages)) = self.finished(order, printed, made) {
            printed.take(path.clone(), bytes, pages, progress);
        }
    }

    /// A stapled booklet has no spine; whatever is gathered in several signatures has one.
    fn spine(&self, pages: usize) -> f64 {
        let stapled = self.press.imposition == Some(Imposition::Booklet)
            && press::signatures(pages, self.gathering(), self.paper().thickness()).len() == 1;
        if stapled { 0.0 } else { self.paper().spine(pages) }
    }

    /// The cards of a book, in each size.
    pub(super) fn cards(&self, book: &Book, progress: &dyn Progress) -> Printed {
        let mut printed = Printed::default();
        let task = Task { book, format: Format::BookA5, page: None };
        let Some(mut deck) = print::deck(&self.order(&task)) else { return printed };
        for (size, name, words, sheet) in CARDS {
            deck.manuscript.data["size"] = size.into();
            let Some(path) = path(book, name) else { continue };
            let layout = Layout::Cards(sheet);
            let work = self.work(&layout);
            let Deck { manuscript, places } = &mut deck;
            let order = Set { template: "cards.typ", manuscript, path: &path, book, work: &work };
            let made = |typeset: Typeset, printed: &mut Printed| {
                let before = printed.findings.len();
                printed.findings.extend(typeset.reports.iter().filter_map(|report| too_long(report, places, words)));
                let left = places.len() - (printed.findings.len() - before).min(places.len());
                if left > 0 { self.impose(&typeset.pdf, &layout, book, &path, printed) } else { None }
            };
            if let Some((bytes, pages)) = self.finished(order, &mut printed, made) {
                printed.take(path.clone(), bytes, pages, progress);
            }
        }
        printed
    }

    fn impose(
        &self,
        pdf: &[u8],
        layout: &Layout,
        book: &Book,
        path: &RelPath,
        printed: &mut Printed,
    ) -> Option<(Arc<[u8]>, usize)> {
        let face = self.assembled.theme.files().get(LABEL_FACE).map(|file| file.bytes.clone())?;
        // The press is where the handbook is written; readers are elsewhere.
        let (at_press, reader) =
            (self.speaker(&self.assembled.config.source, &face), self.speaker(&book.locale.locale, &face));
        let job = if press::sets(&face, &book.locale.title) { book.locale.title.clone() } else { path.to_string() };
        let draft = reader.map(|strings| strings.text(DRAFT, &[])).unwrap_or_default();
        let dressing = Dressing {
            title: &book.locale.title,
            job: &job,
            date: &self.assembled.config.edition_date,
            font: &face,
            name: &|name| at_press.as_ref().map(|strings| sheet_name(strings, name)).unwrap_or_default(),
            watermark: self.press.draft.then_some(draft.as_str()),
        };
        match press::impose(pdf, layout, &dressing) {
            Ok(sheets) => Some((sheets.pdf.into(), sheets.pages)),
            Err(fault) => {
                printed.findings.push(fault);
                None
            }
        }
    }

    /// What sheets are made by, besides what their pages are made from.
    fn work(&self, layout: &Layout) -> String {
        format!("{layout:?} {} {}", self.press.draft, self.assembled.config.source)
    }

    /// The words of a language when the labels' face has its letters, else English ones.
    fn speaker(&self, locale: &Locale, face: &[u8]) -> Option<Arc<Strings>> {
        let english = || "en".parse().ok().map(|english| Arc::new(Strings::new(&english, None).0));
        let sample = SheetName { signature: (1, 2), sheet: (1_234, 567_890), side: Side::Front };
        let is_set = |strings: &Arc<Strings>| {
            press::sets(face, &sheet_name(strings, &sample)) && press::sets(face, &strings.text(DRAFT, &[]))
        };
        self.assembled.voices.get(locale).cloned().filter(is_set).or_else(english)
    }

    /// What drafts are called in a language.
    pub(super) fn draft(&self, locale: &Locale) -> String {
        self.assembled.voices.get(locale).map(|strings| strings.text(DRAFT, &[])).unwrap_or_default()
    }

    fn settings(&self) -> &PressConfig {
        &self.assembled.config.print.press
    }

    fn stock(&self) -> SheetStock {
        self.press.sheet.unwrap_or(self.settings().sheet)
    }

    fn paper(&self) -> Paper {
        Paper { gsm: f64::from(self.settings().paper_gsm), bulk: self.settings().paper_bulk }
    }

    fn gathering(&self) -> Gathering {
        match self.settings().signature {
            None => Gathering::Auto,
            Some(0) => Gathering::Whole,
            Some(pages) => Gathering::Pages(pages as usize),
        }
    }

    fn booklet(&self, binding: Binding) -> Booklet {
        let stock = as_stock(self.stock());
        Booklet { stock, paper: self.paper(), gathering: self.gathering(), binding }
    }
}

fn sheet_name(strings: &Strings, name: &SheetName) -> String {
    let key = match name.side {
        Side::Only => "press-sheet",
        Side::Front => "press-front",
        Side::Back => "press-back",
    };
    let number = |n: usize| Value::Number(i64::try_from(n).unwrap_or(i64::MAX));
    let sheet = strings.text(key, &[("sheet", number(name.sheet.0)), ("sheets", number(name.sheet.1))]);
    if name.signature.1 < 2 {
        return sheet;
    }
    let of = [("signature", number(name.signature.0)), ("signatures", number(name.signature.1))];
    format!("{} · {sheet}", strings.text("press-signature", &of))
}

/// What a template reports of a card it left out.
fn too_long(report: &serde_json::Value, places: &[Option<Place>], size: &str) -> Option<crate::base::Diagnostic> {
    let card = usize::try_from(report.get("card")?.as_u64()?).ok()?;
    Some(print::too_long(places.get(card)?.as_ref(), size, report.get("over")?.as_f64()?))
}

fn as_stock(sheet: SheetStock) -> Stock {
    match sheet {
        SheetStock::Office => Stock::Office,
        SheetStock::Press => Stock::Press,
    }
}

fn binding(book: &Book) -> Binding {
    if book.locale.direction == Direction::Rtl { Binding::Right } else { Binding::Left }
}

fn page_size(format: Format) -> Size {
    if format == Format::BookA5 { Size::new(148.0, 210.0) } else { Size::new(210.0, 297.0) }
}

fn path(book: &Book, name: &str) -> Option<RelPath> {
    RelPath::new(&format!("{}/{name}.pdf", book.locale.locale)).ok()
}
