//! Which lines of a file an include means: all, a range of lines, or what stands between two anchors.

use std::ops::Range;

use crate::base::{Diagnostic, Source, codes, nearest};
use crate::words;

/// What follows the path: nothing, `2`, `2:`, `:10`, `2:10`, or an anchor's name.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Selection {
    All,
    /// Lines counted from 0, the end not included.
    Lines {
        start: usize,
        end: Option<usize>,
    },
    Anchor(String),
}

impl Selection {
    /// Reads what follows the path's colon; an end that is no number is no end, as in mdBook.
    pub(super) fn parse(written: &str) -> Self {
        let mut parts = written.split(':');
        let start = match parts.next().unwrap_or_default() {
            "" => None,
            word => match word.parse::<usize>() {
                Ok(line) => Some(line.saturating_sub(1)),
                Err(_) => return Self::Anchor(word.to_owned()),
            },
        };
        let end = parts.next().map(|end| end.parse::<usize>().ok());
        match (start, end) {
            (None, None | Some(None)) => Self::All,
            (Some(start), None) => Self::Lines { start, end: Some(start + 1) },
            (start, end) => Self::Lines { start: start.unwrap_or_default(), end: end.flatten() },
        }
    }

    /// The byte ranges of the lines meant, each without its last line end.
    pub(super) fn ranges(&self, file: &Source) -> Result<Vec<Range<usize>>, Diagnostic> {
        match self {
            Self::All => Ok(std::iter::once(0..super::trimmed_end(&file.text)).collect()),
            Self::Lines { start, end } => lines(file, *start, *end).map(|range| vec![range]),
            Self::Anchor(name) => anchored(file, name),
        }
    }
}

/// Each line's byte range, without its line end.
fn line_ranges(text: &str) -> impl Iterator<Item = Range<usize>> {
    text.split_inclusive('\n').scan(0, |at, line| {
        let start = *at;
        *at += line.len();
        Some(start..start + line.strip_suffix('\n').unwrap_or(line).len())
    })
}

fn lines(file: &Source, start: usize, end: Option<usize>) -> Result<Range<usize>, Diagnostic> {
    let wanted = end.map_or(usize::MAX, |end| end.saturating_sub(start));
    let mut ranges = line_ranges(&file.text).skip(start).take(wanted);
    let Some(first) = ranges.next() else {
        let (path, count) = (&file.path, file.text.lines().count());
        let (from, to) = (start + 1, end.map_or(String::new(), |end| end.to_string()));
        return Err(Diagnostic::error(
            codes::INCLUDE_RANGE,
            words!("`{path}` has no lines {from}:{to}", "`{path}` không có các dòng {from}:{to}"),
        )
        .help(words!("it has {count} lines", "tệp có {count} dòng")));
    };
    let last = ranges.last().unwrap_or_else(|| first.clone());
    Ok(first.start..last.end)
}

/// The lines between `ANCHOR: name` and `ANCHOR_END: name`, without the marks of other anchors among them.
fn anchored(file: &Source, name: &str) -> Result<Vec<Range<usize>>, Diagnostic> {
    let mut ranges: Vec<Range<usize>> = Vec::new();
    let mut inside = false;
    let mut joins = false;
    for range in line_ranges(&file.text) {
        let line = &file.text[range.clone()];
        if !inside {
            inside = mark(line, "ANCHOR:") == Some(name);
            continue;
        }
        match mark(line, "ANCHOR_END:") {
            Some(end) if end == name => break,
            None if mark(line, "ANCHOR:").is_none() => match ranges.last_mut().filter(|_| joins) {
                Some(last) => last.end = range.end,
                None => ranges.push(range),
            },
            _ => {
                joins = false;
                continue;
            }
        }
        joins = true;
    }
    if inside { Ok(ranges) } else { Err(no_anchor(file, name)) }
}

/// The name after an anchor's mark, if the line has one.
fn mark<'l>(line: &'l str, mark: &str) -> Option<&'l str> {
    let after = line[line.find(mark)? + mark.len()..].trim_start();
    let end = after.find(|c: char| !c.is_alphanumeric() && c != '_' && c != '-').unwrap_or(after.len());
    Some(&after[..end]).filter(|name| !name.is_empty())
}

fn no_anchor(file: &Source, name: &str) -> Diagnostic {
    let path = &file.path;
    let names: Vec<&str> = file.text.lines().filter_map(|line| mark(line, "ANCHOR:")).collect();
    let finding = Diagnostic::error(
        codes::INCLUDE_RANGE,
        words!("`{path}` has no anchor `{name}`", "`{path}` không có mốc `{name}`"),
    );
    let all = names.join(", ");
    match nearest(name, names.iter().copied()) {
        Some(near) => finding.help(words!("did you mean `{near}`?", "có phải ý bạn là `{near}`?")),
        None if names.is_empty() => finding.help(words!(
            "mark the lines with `ANCHOR: {name}` and `ANCHOR_END: {name}`",
            "đánh dấu các dòng bằng `ANCHOR: {name}` và `ANCHOR_END: {name}`"
        )),
        None => finding.help(words!("its anchors: {all}", "các mốc có trong tệp: {all}")),
    }
}
