//! Which parts of a code block are messages: its strings and comments.
//!
//! Owns mdbook-i18n-helpers' rule: in a language that syntect knows, each run of strings and comments of a
//! line; in any other, the whole block with its fences, when it holds a quote or `//`.

use std::ops::Range;
use std::sync::LazyLock;

use syntect::easy::ScopeRangeIterator;
use syntect::parsing::{ParseState, Scope, ScopeStack, SyntaxReference, SyntaxSet};

/// Syntaxes that come with syntect, which is what catalogs were made with.
static SYNTAXES: LazyLock<SyntaxSet> = LazyLock::new(SyntaxSet::load_defaults_newlines);

/// A part of a code block that is translated on its own.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Part {
    /// Its place in the code; `None` is the whole block.
    pub range: Option<Range<usize>>,
    /// Its message.
    pub id: String,
    /// Lines of the code above it.
    pub line: usize,
}

/// The parts of a code block in order.
pub(super) fn parts(info: &str, text: &str) -> Vec<Part> {
    let token = info.split(',').next().unwrap_or_default();
    let syntax = if token.is_empty() { None } else { SYNTAXES.find_syntax_by_token(token) };
    match syntax {
        Some(syntax) => spoken(syntax, text),
        None if text.contains('"') || text.contains("//") || info.contains('"') || info.contains("//") => {
            vec![Part { range: None, id: whole(info, text), line: 0 }]
        }
        None => Vec::new(),
    }
}

/// A block with its fences, as long as what it holds needs them.
pub(super) fn whole(info: &str, text: &str) -> String {
    let longest = text.split(|c| c != '`').map(str::len).max().unwrap_or_default();
    let fence = "`".repeat(if longest < 3 { 3 } else { longest + 1 });
    let end = if text.ends_with('\n') || text.is_empty() { "" } else { "\n" };
    format!("{fence}{info}\n{text}{end}{fence}")
}

fn spoken(syntax: &SyntaxReference, text: &str) -> Vec<Part> {
    let mut state = ParseState::new(syntax);
    let mut parts = Vec::new();
    let mut at = 0;
    for (number, line) in text.split_inclusive('\n').enumerate() {
        let ranges = state
            .parse_line(line, &SYNTAXES)
            .ok()
            .and_then(|ops| spoken_ranges(&ops, line))
            // What cannot be told apart is a message as a whole.
            .unwrap_or_else(|| std::iter::once(0..line.len()).collect());
        for range in ranges {
            let id = line[range.clone()].trim_start_matches('\n').to_owned();
            if !id.trim().is_empty() {
                parts.push(Part { range: Some(at + range.start..at + range.end), id, line: number });
            }
        }
        at += line.len();
    }
    parts
}

/// Runs of strings and comments; spaces between two of them belong to the run, spaces after it do not.
fn spoken_ranges(ops: &[(usize, syntect::parsing::ScopeStackOp)], line: &str) -> Option<Vec<Range<usize>>> {
    let kinds = [Scope::new("string").ok()?, Scope::new("comment").ok()?];
    let mut stack = ScopeStack::new();
    let mut found: Vec<Range<usize>> = Vec::new();
    let mut run: Option<Range<usize>> = None;
    for (range, op) in ScopeRangeIterator::new(ops, line) {
        stack.apply(op).ok()?;
        if range.is_empty() {
            continue;
        }
        let blank = line[range.clone()].trim_matches([' ', '\t']).is_empty();
        let speaks = stack.scopes.iter().any(|scope| kinds.iter().any(|kind| kind.is_prefix_of(*scope)));
        match &mut run {
            // The end moves only with words: blanks count once more words follow.
            Some(open) if speaks && !blank => open.end = range.end,
            Some(_) if blank => {}
            None if speaks && !blank => run = Some(range),
            None => {}
            Some(_) => found.extend(run.take()),
        }
    }
    found.extend(run);
    Some(found)
}
