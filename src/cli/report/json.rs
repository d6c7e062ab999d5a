//! The document that scripts read. Keys may be added to it, never changed.

use std::time::Duration;

use serde_json::{Value, json};

use super::Report;
use crate::base::Diagnostic;
use crate::build::Outcome;

pub(super) fn document(outcome: &Outcome, elapsed: Duration, report: &Report) -> String {
    let summary = &outcome.summary;
    let locales: Vec<&str> = summary.locales.iter().map(|l| l.as_str()).collect();
    let artifacts = outcome.files().map(|(path, bytes)| json!({ "path": path.as_str(), "bytes": bytes }));
    let mut document = json!({
        "pages": summary.pages,
        "locales": locales,
        "seconds": (elapsed.as_secs_f64() * 1000.0).round() / 1000.0,
        "diagnostics": outcome.findings.iter().map(|f| diagnostic(f, report)).collect::<Vec<_>>(),
        "artifacts": artifacts.collect::<Vec<_>>(),
    });
    if let Some(elements) = &summary.elements {
        document["elements"] = json!({
            "expected": elements.expected,
            "described": elements.described,
            "with_source": elements.with_source,
        });
    }
    if let Some(published) = &outcome.published {
        document["published"] = json!({
            "written": published.written,
            "unchanged": published.unchanged,
            "removed": published.removed,
        });
    }
    document.to_string()
}

pub(super) fn diagnostic(finding: &Diagnostic, report: &Report) -> Value {
    let place = finding.place.as_ref();
    json!({
        "code": finding.code,
        "severity": finding.severity,
        "file": place.map(|p| p.path.as_str()),
        "line": place.map(|p| p.line),
        "column": place.map(|p| p.column),
        "message": report.pick(&finding.message),
        "help": report.help(finding).map(|help| report.pick(&help).to_owned()),
    })
}
