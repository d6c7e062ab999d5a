//! A finding in a pipe: `file:line:column: error[E0102]: message`, its help on a second line.

use super::Report;
use crate::base::Diagnostic;

pub(super) fn line(finding: &Diagnostic, report: &Report) -> String {
    let mut text = String::new();
    if let Some(place) = &finding.place {
        text.push_str(&format!("{}:{}:{}: ", place.path, place.line, place.column));
    }
    let (severity, message) = (report.severity(finding.severity), report.pick(&finding.message));
    text.push_str(&format!("{severity}[{}]: {message}", finding.code));
    if let Some(help) = report.help(finding) {
        text.push_str(&format!("\n  {}", report.pick(&help)));
    }
    text
}
