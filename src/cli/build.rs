//! `camnang build`.

use std::time::Instant;

use super::arguments::Build;
use super::progress::Bar;
use super::report::Report;
use crate::base::Diagnostic;
use crate::build::{self, Along, BuildOptions, PrintOptions, Target};

pub(super) fn run(arguments: &Build, report: &Report) -> Vec<Diagnostic> {
    let started = Instant::now();
    let options = BuildOptions {
        target: Target::Folder(arguments.out.clone()),
        locales: arguments.locales.clone(),
        minify: true,
        print: arguments.print.then(PrintOptions::everything),
        along: Along { epub: arguments.epub, bundle: arguments.bundle, single: arguments.single },
    };
    let bar = Bar::new(report);
    let outcome = build::run(&arguments.project.dir, &options, &bar);
    bar.finish();
    let elapsed = started.elapsed();
    if arguments.json {
        report.json(&outcome, elapsed);
    } else {
        report.findings(&outcome.findings);
        report.summary(&outcome, elapsed);
    }
    if arguments.timings {
        report.timings(&outcome.timings, elapsed);
    }
    outcome.findings
}
