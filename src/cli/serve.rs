//! `camnang serve`.

use std::sync::Arc;
use std::time::Duration;

use qrcode::QrCode;
use qrcode::render::unicode::Dense1x2;

use super::arguments::MessageLanguage;
use super::arguments::Serve;
use super::explain;
use super::report::Report;
use crate::base::{Diagnostic, Words};
use crate::build::Outcome;
use crate::serve::{self, ServeOptions, Step, Voice};
use crate::words;

pub(super) fn run(arguments: &Serve, report: &Report) -> Vec<Diagnostic> {
    if let Err(finding) = crate::build::look(&arguments.project.dir) {
        report.findings(std::slice::from_ref(&finding));
        return vec![finding];
    }
    let options = ServeOptions { host: arguments.host, port: arguments.port, poll: arguments.poll };
    let voice = Spoken { report: report.clone(), open: arguments.open, timings: arguments.timings };
    match serve::run(&arguments.project.dir, &options, Arc::new(voice)) {
        Ok(()) => Vec::new(),
        Err(finding) => {
            report.findings(std::slice::from_ref(&finding));
            vec![finding]
        }
    }
}

/// The preview's voice: the one printer.
struct Spoken {
    report: Report,
    open: bool,
    timings: bool,
}

impl Voice for Spoken {
    fn is_vietnamese(&self) -> bool {
        self.report.language() == MessageLanguage::Vi
    }

    fn serving(&self, address: &str) {
        self.report.say(&words!(
            "reading at {address} · every save is followed · Ctrl+C ends",
            "đọc tại {address} · mỗi lần lưu sẽ tự cập nhật · Ctrl+C để dừng"
        ));
        if self.open
            && let Err(error) = open::that_detached(address)
        {
            self.report.say(&words!("no browser could be opened: {error}", "không mở được trình duyệt: {error}"));
        }
    }

    fn translating(&self, address: &str) {
        self.report.say(&words!("translations beside their source at {address}", "bản dịch bên bản gốc tại {address}"));
    }

    fn printing(&self, address: &str) {
        self.report.say(&words!("printed pages at {address}", "trang in tại {address}"));
    }

    fn built(&self, outcome: &Outcome, time: Duration) {
        self.report.findings(&outcome.findings);
        self.report.followed(outcome, time);
        if self.timings {
            self.report.timings(&outcome.timings, time);
            self.report.made(&outcome.counts);
        }
    }

    fn followed(&self, page: &str, steps: &[(Step, Duration)]) {
        if self.timings {
            self.report.page_followed(page, steps);
        }
    }

    fn open_to_others(&self, address: &str) {
        self.report.say(&words!("on another device: {address}", "trên máy khác: {address}"));
        // Not every address fits a code; it has been said.
        if let Ok(code) = QrCode::new(address) {
            // Terminals are mostly dark: what is drawn there is what shines, as paper does around a printed code.
            let drawn = code.render::<Dense1x2>().dark_color(Dense1x2::Light).light_color(Dense1x2::Dark).build();
            self.report.drawing(&drawn);
        }
    }

    fn explain(&self, code: &str) -> Option<Words> {
        explain::all().remove(code)
    }

    fn sample(&self, code: &str) -> Option<Words> {
        explain::samples::of(code)
    }

    fn note(&self, finding: &Diagnostic) {
        self.report.findings(std::slice::from_ref(finding));
    }
}
