//! `camnang completions SHELL`.

use clap::CommandFactory;

use super::arguments::{Arguments, Completions};
use super::report::Report;
use crate::base::Diagnostic;

pub(super) fn run(completions: &Completions, report: &Report) -> Vec<Diagnostic> {
    let mut script = Vec::new();
    clap_complete::generate(completions.shell, &mut Arguments::command(), "camnang", &mut script);
    report.output(&String::from_utf8_lossy(&script));
    Vec::new()
}
