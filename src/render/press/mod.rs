//! Press work: finished pages laid on sheets that are printed, folded and cut.
//!
//! Owns the geometry of sheets (imposition, creep, marks, labels) and the way pages of one PDF get
//! into another. Takes the bytes of a PDF and gives bytes of a PDF: knows no tree and no theme, does no
//! I/O, and never touches what stands on a page: each is placed whole, its characters and vectors kept.
//! Sheets are for the press and the knife, not for reading: they carry no tags and no outline.
//!
//! The procedure: `import` opens the pages → a layout (`booklet`, `handout`, `cards`, `cover`) says where
//! each goes → `draw` has printpdf draw the sheets with a placeholder a page → `finish` puts the pages in
//! the placeholders' place, writes the boxes and the bytes.

mod booklet;
mod cards;
mod cover;
mod draw;
mod finish;
mod handout;
mod import;
mod label;
mod marks;
mod paper;
mod sheet;
mod signature;

use crate::base::{Diagnostic, codes};
use crate::words;

pub use booklet::Booklet;
pub use cards::CardSheet;
pub use cover::CoverSheet;
pub use handout::Handout;
pub use paper::Paper;
pub use sheet::{Binding, SheetName, Side, Size, Stock};
pub use signature::{Gathering, signatures};

/// Which sheets to make.
#[derive(Clone, Debug, PartialEq)]
pub enum Layout {
    /// Two pages side by side, in the order that folding puts right.
    Booklet(Booklet),
    /// Several reduced pages a sheet, in reading order.
    Handout(Handout),
    /// Small cards, many a sheet, to be cut apart.
    Cards(CardSheet),
    /// Front, spine and back in one.
    Cover(CoverSheet),
}

/// What stands on the sheets beside the pages.
pub struct Dressing<'a> {
    /// Title of the job, in the file's properties.
    pub title: &'a str,
    /// What labels call it; [`sets`] tells whether its face has the letters.
    pub job: &'a str,
    /// Day of the edition, `YYYY-MM-DD`; empty when it has none.
    pub date: &'a str,
    /// The face that labels are set in: TrueType or OpenType, whole.
    pub font: &'a [u8],
    /// A sheet's name in the words of whoever stands at the press, in letters of the face.
    pub name: &'a (dyn Fn(&SheetName) -> String + Sync),
    /// Written across every page, when these are not the final pages.
    pub watermark: Option<&'a str>,
}

/// Finished sheets.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Sheets {
    /// The file.
    pub pdf: Vec<u8>,
    /// Its pages: sides of sheets.
    pub pages: usize,
}

/// Whether labels can be set in a face: it has a glyph for each character of `text`, and needs no shaping.
#[must_use]
pub fn sets(font: &[u8], text: &str) -> bool {
    label::Face::of(font, &[text]).is_ok_and(|face| face.can_set(text))
}

/// Lays the pages of a PDF on sheets. The same input gives the same bytes.
///
/// # Errors
/// When the PDF or the font cannot be read, or has no page.
pub fn impose(pdf: &[u8], layout: &Layout, dressing: &Dressing<'_>) -> Result<Sheets, Diagnostic> {
    let pages = import::Pages::open(pdf).map_err(refused)?;
    let first = pages.size(0).ok_or_else(|| refused("no page".to_owned()))?;
    let sheets = match layout {
        Layout::Booklet(booklet) => booklet.sheets(first, pages.len(), pages.bleed()),
        Layout::Handout(handout) => handout.sheets(first, pages.len()),
        Layout::Cards(cards) => cards.sheets(first, pages.len()),
        Layout::Cover(cover) => cover.sheets(first, pages.bleed()),
    };
    let drawn = draw::draw(&sheets, &pages, dressing).map_err(refused)?;
    let pdf = finish::finish(drawn, &sheets, pages, dressing).map_err(refused)?;
    Ok(Sheets { pdf, pages: sheets.len() })
}

/// The pages are made by this program: that they cannot be read is its own fault, told rather than hidden.
fn refused(cause: String) -> Diagnostic {
    Diagnostic::error(
        codes::PRESS_SHEETS,
        words!("the sheets for the press cannot be made: {cause}", "không dàn được tờ in: {cause}"),
    )
    .help(words!(
        "the book itself is not concerned; print it without --imposition, --cards and --cover",
        "bản sách không bị ảnh hưởng; hãy in không kèm --imposition, --cards, --cover"
    ))
}

#[cfg(test)]
mod signature_tests;
#[cfg(test)]
mod tests;
