//! `camnang print`.

use std::time::Instant;

use super::arguments::{Print, PrintFormat};
use super::progress::Bar;
use super::report::Report;
use crate::base::Diagnostic;
use crate::build::{self, Format, PrintOptions};

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
    let fonts = arguments.fonts.clone();
    if chosen.formats.is_empty() && chosen.page.is_none() {
        return PrintOptions { fonts, ..PrintOptions::everything() };
    }
    PrintOptions { fonts, ..chosen }
}
