//! `camnang bundle`: one language in one file, to be carried.

use std::fs;
use std::path::{Path, PathBuf};

use super::arguments::Bundle;
use super::progress;
use super::report::Report;
use crate::base::{Artifact, Diagnostic, codes};
use crate::build::{self, Along, BuildOptions, Format, PrintOptions, Target};
use crate::words;

pub(super) fn run(arguments: &Bundle, report: &Report) -> Vec<Diagnostic> {
    let options = BuildOptions {
        target: Target::Memory,
        locales: vec![arguments.locale.clone()],
        minify: true,
        print: arguments.pdf.then(|| PrintOptions { formats: vec![Format::ReadingA4], ..PrintOptions::default() }),
        along: Along { bundle: !arguments.single, single: arguments.single, ..Along::default() },
        external: None,
    };
    let (mut outcome, _) = progress::timed(report, |bar| build::run(&arguments.project.dir, &options, bar));
    if !outcome.has_errors() {
        let site = outcome.site.take().unwrap_or_default();
        // The only file to take along that this build was asked for.
        if let Some(file) = site.iter().find(|artifact| artifact.path.parts().next() == Some("download")) {
            match write(arguments.out.as_deref(), file) {
                Ok(path) => report.packed(&path, file.bytes.len() as u64, &outcome.bundles),
                Err(finding) => outcome.findings.push(finding),
            }
        }
    }
    report.findings(&outcome.findings);
    outcome.findings
}

/// Beside its place first: a file that was there before stays whole until the new one is.
fn write(out: Option<&Path>, file: &Artifact) -> Result<PathBuf, Diagnostic> {
    let path = out.map_or_else(|| PathBuf::from(file.path.name()), Path::to_owned);
    let mut beside = path.clone().into_os_string();
    beside.push(".new");
    let written = fs::write(&beside, &file.bytes).and_then(|()| fs::rename(&beside, &path));
    written.map(|()| path.clone()).map_err(|error| {
        let shown = path.display();
        Diagnostic::error(
            codes::OUTPUT_REFUSED,
            words!("`{shown}` cannot be written: {error}", "không ghi được `{shown}`: {error}"),
        )
    })
}
