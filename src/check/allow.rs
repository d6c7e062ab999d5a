//! Findings that an editor has looked at and lets stand: `<!-- camnang: allow W0901 -->`.
//!
//! Owns the comment and how far it reaches: its own line, and the paragraph (lines up to the next empty one)
//! below it. Warnings only: a fault cannot be allowed away. In TOML and PO files the comment begins with `#`, in front
//! matter too, where it reaches what is said of the page as a whole; in drawings as in pages. What is found in files that
//! hold no comment, such as tables of data and photographs, is allowed in `[check.allow]` of `handbook.toml`.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use crate::base::{Diagnostic, RelPath, Severity, Source, Span, codes};
use crate::words;

/// What the comment says before its codes.
const MARK: &str = "camnang: allow ";

/// One comment.
struct Allow {
    /// Its line, from 1.
    line: u32,
    /// The last line it reaches.
    last: u32,
    codes: Vec<String>,
    span: Span,
}

/// What `[check.allow]` lets stand: file, relative to the project → codes, each with its place in the configuration.
pub type AllowedFiles = BTreeMap<RelPath, Vec<(String, Span)>>;

/// Takes out of `findings` what comments allow, or `files`. `text` gives a file's text.
#[must_use]
pub fn apply(
    findings: Vec<Diagnostic>,
    files: &AllowedFiles,
    text: impl Fn(&RelPath) -> Option<Arc<Source>>,
) -> Vec<Diagnostic> {
    let mut known: BTreeMap<RelPath, Vec<Allow>> = BTreeMap::new();
    let allowed = |finding: &Diagnostic, known: &mut BTreeMap<RelPath, Vec<Allow>>| {
        let Some(place) = finding.place.as_ref().filter(|_| finding.severity < Severity::Error) else { return false };
        if files.get(&place.path).is_some_and(|codes| codes.iter().any(|(code, _)| code == finding.code)) {
            return true;
        }
        let here = known
            .entry(place.path.clone())
            .or_insert_with(|| text(&place.path).map(|source| comments(&source)).unwrap_or_default());
        here.iter().any(|a| (a.line..=a.last).contains(&place.line) && a.codes.iter().any(|c| c == finding.code))
    };
    findings.into_iter().filter(|finding| !allowed(finding, &mut known)).collect()
}

/// Comments in `files` that allow nothing that `findings` (before [`apply`]) tells.
#[must_use]
pub fn needless(findings: &[Diagnostic], files: &[Arc<Source>]) -> Vec<Diagnostic> {
    let told: BTreeSet<(&RelPath, u32, &str)> =
        findings.iter().filter_map(|f| f.place.as_ref().map(|p| (&p.path, p.line, f.code))).collect();
    let mut needless = Vec::new();
    for file in files {
        for allow in comments(file) {
            let used =
                |code: &String| (allow.line..=allow.last).any(|line| told.contains(&(&file.path, line, code.as_str())));
            // What others answer is another thing each day.
            let outside = |code: &String| code == codes::EXTERNAL_REFUSED;
            for code in allow.codes.iter().filter(|code| !used(code) && !outside(code)) {
                let help = words!("delete the comment, or correct its code", "hãy xoá ghi chú này, hoặc sửa mã");
                needless.push(unneeded(code).help(help).at(file, allow.span));
            }
        }
    }
    needless
}

/// Files of `[check.allow]` in the configuration `written` that allow nothing that `findings` tells.
#[must_use]
pub fn needless_files(findings: &[Diagnostic], files: &AllowedFiles, written: &Source) -> Vec<Diagnostic> {
    let told: BTreeSet<(&RelPath, &str)> =
        findings.iter().filter_map(|f| Some((&f.place.as_ref()?.path, f.code))).collect();
    let all = files.iter().flat_map(|(path, codes)| codes.iter().map(move |(code, span)| (path, code, span)));
    all.filter(|(path, code, _)| !told.contains(&(*path, code.as_str())))
        .map(|(_, code, span)| {
            let help = words!("take the code out, or correct it", "hãy bỏ mã này, hoặc sửa lại");
            unneeded(code).help(help).at(written, *span)
        })
        .collect()
}

fn unneeded(code: &str) -> Diagnostic {
    let message =
        words!("this allows {code}, which is not found here", "chỗ này cho phép {code}, nhưng không có lỗi ấy");
    Diagnostic::warning(codes::ALLOW_NEEDLESS, message)
}

fn comments(source: &Source) -> Vec<Allow> {
    let lines: Vec<&str> = source.text.split('\n').collect();
    let is_page = source.path.extension() == "md";
    let is_marked_up = is_page || source.path.extension() == "svg";
    let front = if is_page { front_matter(&lines) } else { 0 };
    let mut found = Vec::new();
    let (mut offset, mut fence) = (0, None);
    for (at, line) in lines.iter().enumerate() {
        let trimmed = line.trim_start();
        // What a code block shows is no comment.
        if let Some(mark) = ["```", "~~~"].into_iter().find(|mark| trimmed.starts_with(mark)) {
            fence = if fence == Some(mark) { None } else { fence.or(Some(mark)) };
        }
        let starts = if is_marked_up && at >= front { "<!--" } else { "#" };
        let said = trimmed.strip_prefix(starts).map(str::trim_start).and_then(|rest| rest.strip_prefix(MARK));
        if let Some(said) = said.filter(|_| fence.is_none()) {
            let number = |at: usize| u32::try_from(at + 1).unwrap_or(u32::MAX);
            let below = lines.iter().skip(at + 1).position(|l| !l.trim().is_empty()).map_or(at, |skip| at + 1 + skip);
            let last = lines.iter().skip(below).position(|l| l.trim().is_empty()).map_or(lines.len(), |n| below + n);
            let reach = if at < front { (0, front - 1) } else { (at, last.saturating_sub(1)) };
            found.push(Allow {
                line: number(reach.0),
                last: number(reach.1),
                codes: said
                    .split(|c: char| c.is_whitespace() || c == ',' || c == ':')
                    .take_while(|w| is_code(w))
                    .map(str::to_owned)
                    .collect(),
                span: Span::new(offset, offset + line.len()),
            });
        }
        offset += line.len() + 1;
    }
    found
}

/// How many lines front matter takes, its marks counted.
fn front_matter(lines: &[&str]) -> usize {
    let mark = lines.first().map(|line| line.trim_end()).filter(|line| matches!(*line, "+++" | "---"));
    let end = mark.and_then(|mark| lines.iter().skip(1).position(|line| line.trim_end() == mark));
    end.map_or(0, |end| end + 2)
}

/// `W0901`, `E0420`.
fn is_code(word: &str) -> bool {
    word.len() == 5 && word.starts_with(['W', 'E']) && word[1..].bytes().all(|b| b.is_ascii_digit())
}
