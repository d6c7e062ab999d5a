//! `camnang explain CODE`: what a finding means, and what to do.
//!
//! Owns the explanations, which are data; a unit test holds them to the list of codes.

pub(super) mod samples;

use std::collections::BTreeMap;

use serde::Deserialize;

use super::arguments::Explain;
use super::report::Report;
use crate::base::{Diagnostic, Words, codes, guide, nearest};
use crate::words;

/// Code → what it means.
const EXPLANATIONS: &str = include_str!("explanations.toml");

/// An explanation as the file has it.
#[derive(Deserialize)]
struct Entry {
    en: String,
    vi: String,
}

/// All explanations, by code.
pub(super) fn all() -> BTreeMap<String, Words> {
    let entries: BTreeMap<String, Entry> = toml::from_str(EXPLANATIONS).unwrap_or_default();
    entries.into_iter().map(|(code, entry)| (code, Words { en: entry.en, vi: entry.vi })).collect()
}

pub(super) fn run(explain: &Explain, report: &Report) -> Vec<Diagnostic> {
    let all = all();
    let Some(asked) = &explain.code else {
        all.iter().for_each(|(code, words)| report.output(&format!("{code}  {}", first_sentence(report.pick(words)))));
        return Vec::new();
    };
    let code = asked.to_uppercase();
    if let Some(words) = all.get(&code) {
        report.output(&format!("{code}\n\n{}", report.pick(words)));
        if let Some((title, sample)) = guide::of(&code, "").map(|s| s.title()).zip(samples::of(&code)) {
            let Words { en, vi } = &title;
            let shown = words!("chapter “{en}”:", "chương “{vi}”:");
            let sample: Vec<String> = report.pick(&sample).lines().map(|line| format!("    {line}")).collect();
            report.output(&format!("\n{}\n\n{}", report.pick(&shown), sample.join("\n")));
        }
        return Vec::new();
    }
    let message = words!("no finding has the code `{asked}`", "không có mã lỗi `{asked}`");
    let help = match nearest(&code, all.keys().map(String::as_str)) {
        Some(near) => words!("did you mean `{near}`?", "có phải ý bạn là `{near}`?"),
        None => words!("camnang explain lists all codes", "gõ camnang explain để xem mọi mã"),
    };
    let finding = Diagnostic::error(codes::CODE_UNKNOWN, message).help(help);
    report.findings(std::slice::from_ref(&finding));
    vec![finding]
}

/// A sentence ends in a stop that a space follows.
fn first_sentence(text: &str) -> &str {
    text.find(". ").map_or(text, |end| &text[..=end])
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    /// Every code that a finding can have is explained, and nothing else is.
    #[test]
    fn every_code_is_explained_in_both_languages() {
        let source = include_str!("../../base/codes.rs");
        let codes: Vec<_> = source.lines().filter_map(|line| line.split_once("= \"")?.1.split('"').next()).collect();
        let unique: BTreeSet<&str> = codes.iter().copied().collect();
        assert_eq!(unique.len(), codes.len(), "a code stands twice");
        let all = super::all();
        let explained: BTreeSet<&str> = all.keys().map(String::as_str).collect();
        assert_eq!(explained, unique);
        assert!(all.values().all(|words| words.en.len() > 40 && words.vi.len() > 40 && words.en != words.vi));
    }
}
