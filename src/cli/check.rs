//! `camnang check`: a build that writes nothing, and what it counted.

use super::arguments::Check;
use super::explain;
use super::progress;
use super::report::Report;
use crate::base::Diagnostic;
use crate::build::{self, Along, BuildOptions, Target, translate};
use crate::words;

pub(super) fn run(arguments: &Check, report: &Report) -> Vec<Diagnostic> {
    let options = BuildOptions {
        target: Target::Nothing,
        locales: Vec::new(),
        minify: false,
        print: None,
        along: Along::default(),
        external: arguments.external.then_some(arguments.days),
    };
    let (outcome, elapsed) = progress::timed(report, |bar| build::run(&arguments.project.dir, &options, bar));
    if arguments.json {
        report.json(&outcome, elapsed);
    } else if arguments.sarif {
        report.sarif(&outcome.findings, &explain::all());
    } else {
        report.findings(&outcome.findings);
        if let Some(code) = outcome.findings.iter().map(|finding| finding.code).max() {
            report.say(&words!("what a code means: camnang explain {code}", "ý nghĩa của mã: camnang explain {code}"));
        }
        report.counts(&outcome.summary);
        // What is wrong has been told; what is left to translate is no fault.
        let (locales, _) = translate::status(&arguments.project.dir);
        locales.iter().filter(|locale| locale.counts.all() > 0).for_each(|locale| report.translation_left(locale));
        report.summary(&outcome, elapsed);
    }
    outcome.findings
}
