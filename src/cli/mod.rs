//! The command line: one file a command; `report` is the only printer.
//!
//! Owns arguments, what is said to people and to scripts, and exit codes: 0 well, 1 faults in the
//! content, 2 misuse. May import every room; holds no rule of the handbook itself.

mod arguments;
mod build;
mod bundle;
mod check;
mod completions;
mod explain;
mod language;
mod man;
mod new;
mod print;
mod progress;
mod report;
mod serve;
mod theme;
mod translate;
mod vietnamese;

use std::ffi::OsString;
use std::process::ExitCode;

use clap::{CommandFactory, FromArgMatches, Parser};

use crate::base::{Diagnostic, Severity, codes, threads};
use arguments::{Arguments, Command, MessageLanguage};
use report::Report;

/// Findings that say the command was given wrongly rather than that the content has a fault.
const MISUSE: [&str; 8] = [
    codes::CODE_UNKNOWN,
    codes::PRESS_ORDER,
    codes::PROJECT_MISSING,
    codes::FOLDER_NOT_EMPTY,
    codes::LOCALE_UNKNOWN,
    codes::OUTPUT_OVER_SOURCES,
    codes::SERVER_ADDRESS,
    codes::PRINT_PAGE,
];

/// Runs the program, on a thread with room for deep calls.
#[must_use]
pub fn main() -> ExitCode {
    threads::make_room();
    threads::with_room(run)
}

fn run() -> ExitCode {
    let arguments = arguments();
    let report = Report::new(language::of_messages(arguments.lang), arguments.command.handbook());
    let findings = match &arguments.command {
        Command::New(new) => new::run(new, &report),
        Command::Build(build) => build::run(build, &report),
        Command::Print(print) => print::run(print, &report),
        Command::Serve(serve) => serve::run(serve, &report),
        Command::Check(check) => check::run(check, &report),
        Command::Translate(translate) => translate::run(translate, &report),
        Command::Bundle(bundle) => bundle::run(bundle, &report),
        Command::Explain(explain) => explain::run(explain, &report),
        Command::Theme(theme) => theme::run(theme, &report),
        Command::Completions(completions) => completions::run(completions, &report),
        Command::Man(man) => man::run(man, &report),
    };
    exit_code(&findings)
}

/// The arguments as typed; help and what is wrong with them is told in the language of messages.
fn arguments() -> Arguments {
    let typed: Vec<OsString> = std::env::args_os().collect();
    if language::of_messages(language::asked(&typed)) == MessageLanguage::En {
        return Arguments::parse_from(typed);
    }
    let read = vietnamese::dressed(Arguments::command()).try_get_matches_from(typed);
    read.and_then(|found| Arguments::from_arg_matches(&found)).unwrap_or_else(|error| match vietnamese::told(&error) {
        Some(told) => {
            report::misuse(&told);
            std::process::exit(error.exit_code())
        }
        None => error.exit(),
    })
}

fn exit_code(findings: &[Diagnostic]) -> ExitCode {
    if findings.iter().any(|f| f.severity == Severity::Error && MISUSE.contains(&f.code)) {
        return ExitCode::from(2);
    }
    let faults = findings.iter().any(|f| f.severity == Severity::Error);
    ExitCode::from(u8::from(faults))
}
