//! `camnang print`.

use std::time::Instant;

use super::arguments::{Print, PrintFormat, PrintImposition, PrintSheet};
use super::progress::Bar;
use super::report::Report;
use crate::base::Diagnostic;
use crate::build::{self, Format, Imposition, PressWork, PrintOptions};
use crate::config::SheetStock;

pub(super) fn run(arguments: &Print, report: &Report) -> Vec<Diagnostic> {
    let started = Instant::now();
    let options = options(arguments);
    let bar = Bar::new(report);
    let outcome = build::print(&arguments.project.dir, &arguments.locales, arguments.out.clone(), &options, &bar);
    bar.finish();
    let elapsed = started.elapsed();
    if arguments.json {
        report.json(&outcome, elapsed);
    } else {
        report.findings(&outcome.findings);
        report.summary(&outcome, elapsed);
    }
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
