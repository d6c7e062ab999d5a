//! `camnang translate`: catalogs, their state, their faults.

use std::time::{SystemTime, UNIX_EPOCH};

use serde_json::json;

use super::arguments::{Asked, Stamp, Translate};
use super::report::Report;
use crate::base::Diagnostic;
use crate::build::translate::{self, StampOptions};

pub(super) fn run(command: &Translate, report: &Report) -> Vec<Diagnostic> {
    match command {
        Translate::Extract(arguments) => extract(arguments, report),
        Translate::Status(arguments) => status(arguments, report),
        Translate::Check(arguments) => check(arguments, report),
        Translate::Stamp(arguments) => stamp(arguments, report),
    }
}

fn extract(arguments: &Asked, report: &Report) -> Vec<Diagnostic> {
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

fn status(arguments: &Asked, report: &Report) -> Vec<Diagnostic> {
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

fn check(arguments: &Asked, report: &Report) -> Vec<Diagnostic> {
    let findings = translate::check(&arguments.project.dir);
    if arguments.json {
        report.output(&json!({ "diagnostics": report.diagnostics(&findings) }).to_string());
    } else {
        report.findings(&findings);
        report.judged(&findings);
    }
    findings
}

fn stamp(arguments: &Stamp, report: &Report) -> Vec<Diagnostic> {
    let options = StampOptions {
        all: arguments.all,
        pages: arguments.pages.clone(),
        date: arguments.date.clone().unwrap_or_else(today),
    };
    let (pages, findings) = translate::stamp(&arguments.project.dir, &options);
    if arguments.json {
        let diagnostics = report.diagnostics(&findings);
        report.output(&json!({ "pages": pages, "diagnostics": diagnostics }).to_string());
    } else {
        report.findings(&findings);
        report.stamped(&pages);
    }
    findings
}

/// The day in UTC, for what a person does now; no build asks for it.
fn today() -> String {
    let seconds = SystemTime::now().duration_since(UNIX_EPOCH).map_or(0, |time| time.as_secs());
    let (year, month, day) = civil(seconds / 86_400);
    format!("{year:04}-{month:02}-{day:02}")
}

/// Year, month and day of a number of days since 1 January 1970, in the Gregorian calendar (Hinnant, "chrono-Compatible
/// Low-Level Date Algorithms", `civil_from_days`).
fn civil(days: u64) -> (u64, u64, u64) {
    let days = days + 719_468;
    let (era, of_era) = (days / 146_097, days % 146_097);
    let year = (of_era - of_era / 1460 + of_era / 36_524 - of_era / 146_096) / 365;
    let of_year = of_era - (365 * year + year / 4 - year / 100);
    let shifted = (5 * of_year + 2) / 153;
    let month = if shifted < 10 { shifted + 3 } else { shifted - 9 };
    (year + era * 400 + u64::from(month <= 2), month, of_year - (153 * shifted + 2) / 5 + 1)
}

#[cfg(test)]
mod tests {
    #[test]
    fn days_fall_on_their_dates() {
        for (days, date) in
            [(0, (1970, 1, 1)), (11_016, (2000, 2, 29)), (20_779, (2026, 11, 22)), (47_540, (2100, 2, 28))]
        {
            assert_eq!(super::civil(days), date);
        }
    }
}
