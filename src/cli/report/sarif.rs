//! Findings as SARIF 2.1.0 (OASIS), which code hosts show beside the lines they are about.
//!
//! Owns the form only. Lines and columns count from 1, columns in Unicode code points (§3.14.17).

use std::collections::{BTreeMap, BTreeSet};

use serde_json::{Value, json};

use super::Report;
use crate::base::{Diagnostic, Place, Severity, Words, escape_address};

const SCHEMA: &str = "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json";

/// One run with its rules. `explanations` say what each code means.
pub(super) fn document(findings: &[Diagnostic], explanations: &BTreeMap<String, Words>, report: &Report) -> String {
    let codes: Vec<&str> = findings.iter().map(|f| f.code).collect::<BTreeSet<_>>().into_iter().collect();
    let rules = codes.iter().map(|code| {
        let words = explanations.get(*code).map_or("", |words| report.pick(words));
        json!({ "id": code, "fullDescription": { "text": words }, "help": { "text": words } })
    });
    let results = findings.iter().map(|finding| result(finding, &codes, report));
    json!({
        "$schema": SCHEMA,
        "version": "2.1.0",
        "runs": [{
            "tool": { "driver": {
                "name": "camnang",
                "version": env!("CARGO_PKG_VERSION"),
                "rules": rules.collect::<Vec<_>>(),
            } },
            "columnKind": "unicodeCodePoints",
            "results": results.collect::<Vec<_>>(),
        }],
    })
    .to_string()
}

fn result(finding: &Diagnostic, codes: &[&str], report: &Report) -> Value {
    let message = report.pick(&finding.message);
    let text = match report.help(finding) {
        Some(help) => format!("{message}\n{}", report.pick(&help)),
        None => message.to_owned(),
    };
    let level = match finding.severity {
        Severity::Error => "error",
        Severity::Warning => "warning",
        Severity::Note => "note",
    };
    json!({
        "ruleId": finding.code,
        "ruleIndex": codes.iter().position(|code| *code == finding.code),
        "level": level,
        "message": { "text": text },
        "locations": finding.place.iter().map(location).collect::<Vec<_>>(),
    })
}

fn location(place: &Place) -> Value {
    json!({ "physicalLocation": {
        "artifactLocation": { "uri": escape_address(place.path.as_str()) },
        "region": {
            "startLine": place.line,
            "startColumn": place.column,
            "endColumn": place.column + place.width,
            "snippet": { "text": place.excerpt },
        },
    } })
}
