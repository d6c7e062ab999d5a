//! The only printer: findings and summaries for people, on standard error; results on standard output.
//!
//! On a terminal findings are drawn by miette; in a pipe each is a line or two, as compilers write
//! them, without colour. Scripts read `--json`.

mod graphical;
mod json;
mod many;
mod plain;
mod sarif;
mod translation;
mod words;

use std::collections::BTreeMap;
use std::io::{IsTerminal, Write};
use std::path::{Path, PathBuf};
use std::sync::OnceLock;
use std::time::Duration;

use super::arguments::MessageLanguage;
use crate::base::{Count, Diagnostic, Locale, Severity, Words, guide};
use crate::build::{self, Outcome, Stage, Summary};
use crate::render::bundle::Share;
use crate::serve::Step;
use crate::theme::ThemeEntry;
use crate::words;
use many::Told;

/// What is wrong with the command itself, to people.
pub(super) fn misuse(told: &str) {
    to_people(told.trim_end());
}

/// Says things in one language.
#[derive(Clone, Debug)]
pub(super) struct Report {
    language: MessageLanguage,
    /// The handbook that is spoken of.
    handbook: Option<PathBuf>,
    /// Its chapters for editors, looked for when a finding leads to one.
    chapters: OnceLock<Vec<&'static str>>,
}

impl Report {
    pub(super) fn new(language: MessageLanguage, handbook: Option<&Path>) -> Self {
        Self { language, handbook: handbook.map(Path::to_owned), chapters: OnceLock::new() }
    }

    /// What to do about a finding, and where this handbook shows how it is written.
    fn help(&self, finding: &Diagnostic) -> Option<Words> {
        let there = |page: &&str| self.handbook.as_ref().is_some_and(|root| build::has_page(root, page));
        let chapters = || guide::CHAPTERS.into_iter().filter(there).collect();
        guide::help(finding, |page| self.chapters.get_or_init(chapters).contains(&page))
    }

    /// The language of messages.
    pub(super) fn language(&self) -> MessageLanguage {
        self.language
    }

    /// Whether people's words go to a terminal.
    pub(super) fn on_terminal(&self) -> bool {
        std::io::stderr().is_terminal()
    }

    /// One line to people.
    pub(super) fn say(&self, words: &Words) {
        to_people(self.pick(words));
    }

    /// A result, to standard output.
    #[expect(clippy::unused_self, reason = "all printing goes through a report")]
    pub(super) fn output(&self, text: &str) {
        let mut out = std::io::stdout().lock();
        // A reader that has seen enough (`| head`) closes the pipe: not a fault of ours.
        let _ = writeln!(out, "{text}");
    }

    /// All findings, in the order of files and lines.
    pub(super) fn findings(&self, findings: &[Diagnostic]) {
        let draw = self.on_terminal();
        for told in many::told(findings) {
            match told {
                Told::Whole(finding) if draw => to_people(&graphical::draw(finding, self)),
                Told::Whole(finding) => to_people(&plain::line(finding, self)),
                Told::More(words) => self.say(&words),
            }
        }
    }

    /// The result of a command as one JSON document.
    pub(super) fn json(&self, outcome: &Outcome, elapsed: Duration) {
        self.output(&json::document(outcome, elapsed, self));
    }

    /// What a run found and made: as JSON, else the findings and a line in all.
    pub(super) fn outcome(&self, outcome: &Outcome, elapsed: Duration, as_json: bool) {
        if as_json {
            return self.json(outcome, elapsed);
        }
        self.findings(&outcome.findings);
        self.summary(outcome, elapsed);
    }

    /// Findings for code hosts; `explanations` say what each code means.
    pub(super) fn sarif(&self, findings: &[Diagnostic], explanations: &BTreeMap<String, Words>) {
        self.output(&sarif::document(findings, explanations, self));
    }

    /// Findings as `--json` has them.
    pub(super) fn diagnostics(&self, findings: &[Diagnostic]) -> Vec<serde_json::Value> {
        findings.iter().map(|finding| json::diagnostic(finding, self)).collect()
    }

    /// What a bundle weighs, in all and by kind.
    pub(super) fn packed(&self, path: &Path, bytes: u64, bundles: &[(Locale, Vec<Share>)]) {
        for share in bundles.iter().flat_map(|(_, shares)| shares) {
            self.say(&words::share(share));
        }
        self.say(&words::packed(path, bytes));
    }

    /// The last line of a build: pages, locales, time, warnings.
    pub(super) fn summary(&self, outcome: &Outcome, elapsed: Duration) {
        self.say(&words::summary(outcome, elapsed));
    }

    /// The same for a build of the preview, which writes nothing.
    pub(super) fn followed(&self, outcome: &Outcome, elapsed: Duration) {
        self.say(&words::made_and_found(outcome, elapsed));
    }

    /// What `check` counts.
    pub(super) fn counts(&self, summary: &Summary) {
        words::counts(summary).iter().for_each(|line| self.say(line));
    }

    /// How long each stage took.
    pub(super) fn timings(&self, timings: &[(Stage, Duration)], whole: Duration) {
        for (stage, time) in timings {
            let name = self.stage_name(*stage, 0);
            to_people(&format!("{:>9.1} ms  {name}", time.as_secs_f64() * 1000.0));
        }
        let whole = format!("{:>9.1}", whole.as_secs_f64() * 1000.0);
        self.say(&words!("{whole} ms  in all", "{whole} ms  tổng cộng"));
    }

    /// How long each step of the stages took. The names are those of the program's parts.
    pub(super) fn spent(&self, spent: &BTreeMap<&'static str, Duration>) {
        if !spent.is_empty() {
            self.say(&words!("on all processors together:", "trên mọi bộ xử lý cộng lại:"));
        }
        for (step, time) in spent {
            to_people(&format!("{:>9.1} ms  {step}", time.as_secs_f64() * 1000.0));
        }
    }

    /// What an open page waited for after a save.
    pub(super) fn page_followed(&self, page: &str, steps: &[(Step, Duration)]) {
        let all: Duration = steps.iter().map(|(_, time)| *time).sum();
        let named = |(step, time): &(Step, Duration)| {
            format!("{} {:.1}", self.pick(&words::step(*step)), time.as_secs_f64() * 1000.0)
        };
        let steps: Vec<String> = steps.iter().skip(1).map(named).collect();
        to_people(&format!("{:>9.1} ms  {page}: {}", all.as_secs_f64() * 1000.0, steps.join(" · ")));
    }

    /// A drawing made of letters.
    #[expect(clippy::unused_self, reason = "all printing goes through a report")]
    pub(super) fn drawing(&self, lines: &str) {
        to_people(lines);
    }

    /// What each step made anew, of all that it was asked for. The names are those of the program's parts.
    pub(super) fn made(&self, counts: &BTreeMap<&'static str, Count>) {
        for (step, Count { made, found }) in counts.iter().filter(|(_, count)| count.made > 0) {
            let all = made + found;
            self.say(&words!("{made:>9} of {all}  {step}", "{made:>9} / {all}  {step}"));
        }
    }

    /// What a stage is called; with the number of pages when it is known.
    pub(super) fn stage_name(&self, stage: Stage, pages: usize) -> String {
        self.pick(&words::stage(stage, pages)).to_owned()
    }

    /// What `theme list` says of an entry.
    pub(super) fn entry_state(&self, entry: &ThemeEntry) -> String {
        self.pick(&words::entry(entry)).to_owned()
    }

    /// The words in this report's language.
    pub(super) fn pick<'w>(&self, words: &'w Words) -> &'w str {
        match self.language {
            MessageLanguage::En => &words.en,
            MessageLanguage::Vi => &words.vi,
        }
    }

    fn severity(&self, severity: Severity) -> &'static str {
        match (self.language, severity) {
            (MessageLanguage::En, Severity::Error) => "error",
            (MessageLanguage::En, Severity::Warning) => "warning",
            (MessageLanguage::En, Severity::Note) => "note",
            (MessageLanguage::Vi, Severity::Error) => "lỗi",
            (MessageLanguage::Vi, Severity::Warning) => "cảnh báo",
            (MessageLanguage::Vi, Severity::Note) => "ghi chú",
        }
    }
}

fn to_people(text: &str) {
    let mut err = std::io::stderr().lock();
    // Nobody is left to tell when standard error is closed.
    let _ = writeln!(err, "{text}");
}
