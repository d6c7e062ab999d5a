//! The keys of `[print]` that are about paper and sheets: as written, and as used.
//!
//! Owns their ranges and defaults. What follows from them (creep, spine) is the press renderer's.

use super::table::{Findings, Located, Table};
use crate::base::{Diagnostic, Words, codes};
use crate::words;

/// Sheets that booklets are printed on.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum SheetStock {
    /// A sizes, from an office printer, not trimmed.
    #[default]
    Office,
    /// SRA sizes, trimmed after printing.
    Press,
}

impl SheetStock {
    /// All of them.
    pub const ALL: [Self; 2] = [Self::Office, Self::Press];

    /// Its name in `handbook.toml` and on the command line.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Self::Office => "office",
            Self::Press => "press",
        }
    }
}

/// What of `[print]` concerns the press.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct PressConfig {
    /// Paper of the pages, grams a square metre.
    pub paper_gsm: u32,
    /// Its apparent specific volume (ISO 534), cubic centimetres a gram.
    pub paper_bulk: f64,
    /// Pages folded together: `None` as suits the book, 0 all of them.
    pub signature: Option<u32>,
    /// What booklets are printed on.
    pub sheet: SheetStock,
    /// Whether a folded A5 booklet is among everything that is printed, and offered by the site.
    pub booklet: bool,
    /// The pages are not the final ones.
    pub draft: bool,
}

impl Default for PressConfig {
    fn default() -> Self {
        Self {
            paper_gsm: 80,
            paper_bulk: 1.25,
            signature: None,
            sheet: SheetStock::Office,
            booklet: false,
            draft: false,
        }
    }
}

/// The keys as written.
#[derive(Debug, Default)]
pub(super) struct WrittenPress {
    paper_gsm: Option<Located<u32>>,
    paper_bulk: Option<Located<f64>>,
    signature: Option<Located<u32>>,
    sheet: Option<Located<String>>,
    booklet: Option<Located<bool>>,
    draft: Option<Located<bool>>,
}

/// Paper that a press takes, grams a square metre.
const GSM: std::ops::RangeInclusive<u32> = 30..=400;
/// From glossy coated paper to blotting paper.
const BULK: std::ops::RangeInclusive<f64> = 0.5..=3.0;
/// More pages than these are not folded together.
const MOST_PAGES: u32 = 64;

/// Reads the keys from `[print]`.
pub(super) fn read(table: &mut Table<'_>, found: &mut Findings) -> WrittenPress {
    WrittenPress {
        paper_gsm: table.number(found, "paper_gsm", *GSM.end()),
        paper_bulk: table.decimal(found, "paper_bulk"),
        signature: table.number(found, "signature", MOST_PAGES),
        sheet: table.string(found, "sheet"),
        booklet: table.boolean(found, "booklet"),
        draft: table.boolean(found, "draft"),
    }
}

/// Checks what the keys mean; a default stands in for what is wrong.
pub(super) fn validate(written: &WrittenPress, found: &mut Findings) -> PressConfig {
    let defaults = PressConfig::default();
    PressConfig {
        paper_gsm: kept(written.paper_gsm.as_ref(), found, no_such_gsm).unwrap_or(defaults.paper_gsm),
        paper_bulk: kept(written.paper_bulk.as_ref(), found, no_such_bulk).unwrap_or(defaults.paper_bulk),
        signature: kept(written.signature.as_ref(), found, no_such_signature),
        sheet: kept(written.sheet.as_ref(), found, no_such_sheet)
            .and_then(|sheet| SheetStock::ALL.into_iter().find(|stock| stock.name() == sheet))
            .unwrap_or_default(),
        booklet: written.booklet.as_ref().is_some_and(|booklet| booklet.value),
        draft: written.draft.as_ref().is_some_and(|draft| draft.value),
    }
}

/// A value that nothing is wrong with.
fn kept<T: Clone>(
    written: Option<&Located<T>>,
    found: &mut Findings,
    fault: impl Fn(&T) -> Option<(Words, Words)>,
) -> Option<T> {
    let written = written?;
    let Some((message, help)) = fault(&written.value) else { return Some(written.value.clone()) };
    found.add(written.span, Diagnostic::error(codes::CONFIG_VALUE, message).help(help));
    None
}

fn no_such_gsm(gsm: &u32) -> Option<(Words, Words)> {
    let (least, most) = (GSM.start(), GSM.end());
    let help = words!("from {least} to {most}; office paper has 80", "từ {least} đến {most}; giấy in thường là 80");
    (!GSM.contains(gsm)).then(|| (words!("there is no paper of {gsm} g/m²", "không có giấy {gsm} g/m²"), help))
}

fn no_such_bulk(bulk: &f64) -> Option<(Words, Words)> {
    let (least, most) = (BULK.start(), BULK.end());
    let help = words!("from {least} to {most}; office paper has 1.25", "từ {least} đến {most}; giấy in thường là 1.25");
    (!BULK.contains(bulk)).then(|| (words!("there is no paper of {bulk} cm³/g", "không có giấy {bulk} cm³/g"), help))
}

fn no_such_signature(pages: &u32) -> Option<(Words, Words)> {
    let message = words!(
        "a signature cannot have {pages} pages: a folded sheet has four",
        "một tay sách không thể có {pages} trang: mỗi tờ gấp có bốn trang"
    );
    let help = words!("write 16 or 32; 0 folds the whole book together", "hãy viết 16 hoặc 32; 0 là gấp cả cuốn");
    (!pages.is_multiple_of(4)).then_some((message, help))
}

fn no_such_sheet(sheet: &String) -> Option<(Words, Words)> {
    let message = words!("`sheet` cannot be `{sheet}`", "`sheet` không thể là `{sheet}`");
    let help = words!("write \"office\" or \"press\"", "hãy viết \"office\" hoặc \"press\"");
    (!SheetStock::ALL.iter().any(|stock| stock.name() == sheet)).then_some((message, help))
}
