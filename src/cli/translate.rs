//! `camnang translate`: catalogs, their state, their faults.

use serde_json::json;

use super::arguments::{Translate, Translated};
use super::report::Report;
use crate::base::Diagnostic;
use crate::build::translate;

pub(super) fn run(command: &Translate, report: &Report) -> Vec<Diagnostic> {
    match command {
        Translate::Extract(arguments) => extract(arguments, report),
        Translate::Status(arguments) => status(arguments, report),
    }
}

fn extract(arguments: &Translated, report: &Report) -> Vec<Diagnostic> {
    let (files, findings) = translate::extract(&arguments.project.dir);
    if arguments.json {
        let diagnostics = report.diagnostics(&findings);
        report.output(&json!({ "files": files, "diagnostics": diagnostics }).to_string());
    } else {
        report.findings(&findings);
        files.iter().for_each(|file| report.extracted(file));
    }
    findings
}

fn status(arguments: &Translated, report: &Report) -> Vec<Diagnostic> {
    let (locales, findings) = translate::status(&arguments.project.dir);
    if arguments.json {
        let diagnostics = report.diagnostics(&findings);
        report.output(&json!({ "locales": locales, "diagnostics": diagnostics }).to_string());
    } else {
        report.findings(&findings);
        locales.iter().for_each(|locale| report.translation(locale));
    }
    findings
}
