//! What `handbook.toml` may say wrongly: each case a file below `tests/sites/config-errors/`, what is
//! found in it beside it.

use std::fmt::Write;
use std::fs;
use std::path::Path;

use camnang::base::{Diagnostic, RelPath, Source};
use camnang::config;

fn told(findings: &[Diagnostic]) -> String {
    let mut text = String::new();
    for finding in findings {
        let place = finding.place.as_ref().unwrap();
        let _ = writeln!(text, "{}:{} {} {}", place.line, place.column, finding.code, finding.message.en);
        let _ = writeln!(text, "    {}", finding.message.vi);
        if let Some(help) = &finding.help {
            let _ = writeln!(text, "    = {}\n    = {}", help.en, help.vi);
        }
    }
    text
}

#[test]
fn every_fault_of_a_configuration_is_told_in_one_run() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/sites/config-errors");
    let mut cases: Vec<_> = fs::read_dir(&folder).unwrap().map(|e| e.unwrap().path()).collect();
    cases.retain(|path| path.extension().is_some_and(|e| e == "toml"));
    cases.sort();
    assert!(cases.len() > 8);
    for case in cases {
        let source = Source::new(RelPath::new("handbook.toml").unwrap(), &fs::read_to_string(&case).unwrap());
        let (_, findings) = config::load(&source);
        let name = case.file_stem().unwrap().to_str().unwrap();
        insta::with_settings!({
            snapshot_path => &folder, prepend_module_to_snapshot => false, omit_expression => true
        }, {
            insta::assert_snapshot!(name, told(&findings));
        });
    }
}

#[test]
fn windows_line_ends_and_a_byte_order_mark_change_nothing() {
    let text = "title = 'T'\nsource = 'vi'\nlocales = ['vi']\n[numbering]\nparts = 1\n";
    let load = |text: &str| config::load(&Source::new(RelPath::new("handbook.toml").unwrap(), text));
    assert_eq!(load(text), load(&format!("\u{feff}{}", text.replace('\n', "\r\n"))));
}
