//! `camnang theme list`.

use super::arguments::{Asked, Theme};
use super::report::Report;
use crate::base::Diagnostic;
use crate::build;

pub(super) fn run(theme: &Theme, report: &Report) -> Vec<Diagnostic> {
    match theme {
        Theme::List(arguments) => list(arguments, report),
    }
}

fn list(arguments: &Asked, report: &Report) -> Vec<Diagnostic> {
    let (entries, findings) = build::theme_entries(&arguments.project.dir);
    report.findings(&findings);
    if arguments.json {
        report.output(&serde_json::to_string_pretty(&entries).unwrap_or_default());
        return findings;
    }
    let width = entries.iter().map(|e| e.name.chars().count()).max().unwrap_or_default();
    for entry in &entries {
        let state = report.entry_state(entry);
        report.output(format!("{:width$}  {state}", entry.name).trim_end());
    }
    findings
}
