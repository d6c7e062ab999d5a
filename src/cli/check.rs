//! `camnang check`: a build that writes nothing, and what it counted.

use std::time::Instant;

use super::arguments::Check;
use super::progress::Bar;
use super::report::Report;
use crate::base::Diagnostic;
use crate::build::{self, Along, BuildOptions, Target, translate};

pub(super) fn run(arguments: &Check, report: &Report) -> Vec<Diagnostic> {
    let started = Instant::now();
    let options = BuildOptions {
        target: Target::Nothing,
        locales: Vec::new(),
        minify: false,
        print: None,
        along: Along::default(),
    };
    let bar = Bar::new(report);
    let outcome = build::run(&arguments.project.dir, &options, &bar);
    bar.finish();
    let elapsed = started.elapsed();
    if arguments.json {
        report.json(&outcome, elapsed);
    } else {
        report.findings(&outcome.findings);
        report.counts(&outcome.summary);
        // What is wrong has been told; what is left to translate is no fault.
        let (locales, _) = translate::status(&arguments.project.dir);
        locales.iter().filter(|locale| locale.counts.all() > 0).for_each(|locale| report.translation_left(locale));
        report.summary(&outcome, elapsed);
    }
    outcome.findings
}
