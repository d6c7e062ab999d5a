//! What is said of catalogs and of how far languages have got.

use super::Report;
use crate::base::{Diagnostic, Severity, Words};
use crate::build::translate::{Extracted, Stamped};
use crate::i18n::translation::status::{Counts, LocaleStatus, PageStatus, Way};
use crate::words;

impl Report {
    /// What happened to one catalog.
    pub(crate) fn extracted(&self, file: &Extracted) {
        let Extracted { path, messages, new, guessed, obsolete, written } = file;
        let end = if *written { words!("", "") } else { words!(" · unchanged", " · không đổi") };
        let Words { en, vi } = end;
        self.say(&words!(
            "{path}: {messages} messages, {new} new ({guessed} with a guess), {obsolete} no longer used{en}",
            "{path}: {messages} thông điệp, {new} mới ({guessed} có gợi ý), {obsolete} không còn dùng{vi}"
        ));
    }

    /// What a language's catalog leaves to translate, in a line.
    pub(crate) fn translation_left(&self, status: &LocaleStatus) {
        let (locale, Words { en, vi }) = (&status.locale, counted(&status.counts));
        self.say(&words!("{locale}: {en}", "{locale}: {vi}"));
    }

    /// What was found in catalogs, in a line.
    pub(crate) fn judged(&self, findings: &[Diagnostic]) {
        let count = |severity| findings.iter().filter(|f| f.severity == severity).count();
        let (errors, warnings) = (count(Severity::Error), count(Severity::Warning));
        self.say(&words!("{errors} errors, {warnings} warnings", "{errors} lỗi, {warnings} cảnh báo"));
    }

    /// Which pages were stamped, and which are left stale.
    pub(crate) fn stamped(&self, pages: &[Stamped]) {
        for Stamped { path, way, written } in pages {
            if *written {
                self.say(&words!("{path}: stamped", "{path}: đã ghi mốc"));
            } else if *way == Way::Stale {
                self.say(&words!(
                    "{path}: stale; bring it up to its source, then stamp it with --page {path}",
                    "{path}: đã cũ; hãy sửa theo bản gốc rồi ghi mốc với --page {path}"
                ));
            }
        }
        let written = pages.iter().filter(|page| page.written).count();
        self.say(&words!("{written} pages stamped", "đã ghi mốc {written} trang"));
    }

    /// One language: its catalog in a line, then its pages.
    pub(crate) fn translation(&self, status: &LocaleStatus) {
        let LocaleStatus { locale, counts, whole, stale, unstamped, .. } = status;
        let Words { en, vi } = counted(counts);
        let line = words!(
            "{locale}: {en}; pages of their own: {whole}, {stale} stale, {unstamped} unstamped",
            "{locale}: {vi}; trang dịch cả: {whole}, {stale} đã cũ, {unstamped} chưa ghi mốc"
        );
        self.output(self.pick(&line));
        status.pages.iter().for_each(|page| self.output(&format!("  {}", self.pick(&line_of(page)))));
        if status.elsewhere.all() > 0 {
            let Words { en, vi } = counted(&status.elsewhere);
            self.output(self.pick(&words!("  contents and data: {en}", "  mục lục và dữ liệu: {vi}")));
        }
    }
}

fn counted(counts: &Counts) -> Words {
    let Counts { translated, fuzzy, missing, words_left, .. } = counts;
    let percent = counts.percent();
    words!(
        "{percent}% · {translated} translated, {fuzzy} fuzzy, {missing} missing · {words_left} words left",
        "{percent}% · {translated} đã dịch, {fuzzy} chờ soát, {missing} còn thiếu · còn {words_left} từ"
    )
}

fn line_of(page: &PageStatus) -> Words {
    let path = &page.path;
    let date = page.date.as_ref().map(|date| format!(" · {date}")).unwrap_or_default();
    match page.way {
        Way::Whole => words!("{path}: whole page{date}", "{path}: dịch cả trang{date}"),
        Way::Stale => words!("{path}: whole page, stale{date}", "{path}: dịch cả trang, đã cũ{date}"),
        Way::Unstamped => words!("{path}: whole page, unstamped", "{path}: dịch cả trang, chưa ghi mốc"),
        Way::Catalog => {
            let Words { en, vi } = counted(&page.counts);
            words!("{path}: {en}", "{path}: {vi}")
        }
    }
}
