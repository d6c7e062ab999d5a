//! `camnang build`.

use super::arguments::Build;
use super::progress;
use super::report::Report;
use crate::base::Diagnostic;
use crate::build::{self, Along, BuildOptions, PrintOptions, Target};

pub(super) fn run(arguments: &Build, report: &Report) -> Vec<Diagnostic> {
    let options = BuildOptions {
        target: Target::Folder(arguments.out.clone()),
        locales: arguments.locales.clone(),
        minify: true,
        print: arguments.print.then(PrintOptions::everything),
        along: Along { epub: arguments.epub, bundle: arguments.bundle, single: arguments.single },
        external: None,
    };
    let (outcome, elapsed) = progress::timed(report, |bar| build::run(&arguments.project.dir, &options, bar));
    report.outcome(&outcome, elapsed, arguments.json);
    if arguments.timings {
        report.timings(&outcome.timings, elapsed);
        report.spent(&outcome.spent);
    }
    outcome.findings
}
