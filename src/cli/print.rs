//! `camnang print`.

use super::arguments::{Print, PrintFormat, PrintImposition, PrintSheet};
use super::progress;
use super::report::Report;
use crate::base::{Diagnostic, codes};
use crate::build::{self, Format, Imposition, Outcome, PressWork, PrintOptions};
use crate::config::SheetStock;
use crate::words;

pub(super) fn run(arguments: &Print, report: &Report) -> Vec<Diagnostic> {
    let options = options(arguments);
    let (outcome, elapsed) = progress::timed(report, |bar| match misordered(&options) {
        Some(finding) => Outcome { findings: vec![finding], ..Outcome::default() },
        None => build::print(&arguments.project.dir, &arguments.locales, arguments.out.clone(), &options, bar),
    });
    report.outcome(&outcome, elapsed, arguments.json);
    outcome.findings
}

fn options(arguments: &Print) -> PrintOptions {
    let format = |format: &PrintFormat| match format {
        PrintFormat::BookA5 => Format::BookA5,
        PrintFormat::BookA4 => Format::BookA4,
        PrintFormat::ReadingA4 => Format::ReadingA4,
    };
    let chosen = PrintOptions {
        formats: arguments.formats.iter().map(format).collect(),
        page: arguments.page.clone(),
        ..PrintOptions::default()
    };
    let (fonts, press) = (arguments.fonts.clone(), press(arguments));
    let nothing = chosen.formats.is_empty() && chosen.page.is_none();
    if nothing && (press.imposition.is_some() || press.cover) {
        return PrintOptions { fonts, press, formats: vec![Format::BookA5], ..chosen };
    }
    if nothing && !press.cards {
        let everything = PrintOptions::everything();
        return PrintOptions { fonts, press: PressWork { draft: press.draft, ..everything.press }, ..everything };
    }
    PrintOptions { fonts, press, ..chosen }
}

/// What would be left out without a word: a cover of what is not bound, a sheet for nothing that has a choice of sheets.
fn misordered(options: &PrintOptions) -> Option<Diagnostic> {
    let press = &options.press;
    let folded = press.imposition == Some(Imposition::Booklet);
    let (message, help) = if press.cover && !options.formats.iter().any(|f| *f != Format::ReadingA4) {
        (
            words!("only bound books have a cover", "chỉ sách đóng mới có bìa"),
            words!("add --format book-a5 or book-a4", "hãy thêm --format book-a5 hoặc book-a4"),
        )
    } else if press.sheet.is_some() && !folded && !press.cover {
        (
            words!("--sheet is for booklets and covers", "--sheet chỉ dùng cho sách gấp và bìa"),
            words!("add --imposition booklet, or --cover", "hãy thêm --imposition booklet hoặc --cover"),
        )
    } else {
        return None;
    };
    Some(Diagnostic::error(codes::PRESS_ORDER, message).help(help))
}

fn press(arguments: &Print) -> PressWork {
    PressWork {
        imposition: arguments.imposition.map(|imposition| match imposition {
            PrintImposition::Booklet => Imposition::Booklet,
            PrintImposition::TwoUp => Imposition::TwoUp,
            PrintImposition::FourUp => Imposition::FourUp,
        }),
        sheet: arguments.sheet.map(|sheet| match sheet {
            PrintSheet::Office => SheetStock::Office,
            PrintSheet::Press => SheetStock::Press,
        }),
        cards: arguments.cards,
        cover: arguments.cover,
        draft: arguments.draft,
    }
}
