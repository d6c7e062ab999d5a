//! Code in colours, by classes: a theme gives each a colour in light and in dark.
//!
//! Owns the few class names that syntect's many scopes are reduced to.

use std::sync::OnceLock;
use std::sync::atomic::{AtomicU64, Ordering};
use std::time::{Duration, Instant};

use syntect::easy::ScopeRegionIterator;
use syntect::parsing::{ParseState, Scope, ScopeStack, SyntaxReference, SyntaxSet};

use super::escape;

/// Scopes by their beginnings and the class of each; the first that fits counts.
const CLASSES: [(&str, &str); 15] = [
    ("comment", "comment"),
    ("string", "string"),
    ("constant.numeric", "numeric"),
    ("constant", "constant"),
    ("keyword", "keyword"),
    ("storage", "storage"),
    ("entity.name.tag", "tag"),
    ("entity.name.function", "function"),
    ("entity", "entity"),
    ("support", "support"),
    ("markup.inserted", "inserted"),
    ("markup.deleted", "deleted"),
    ("markup.heading", "heading"),
    ("markup.bold", "bold"),
    ("invalid", "invalid"),
];

/// Code past these sizes is shown plain: colouring it would take longer than the rest of a book.
const MAX_CODE: usize = 100_000;
const MAX_LINE: usize = 2_000;

/// Knows the syntaxes. Reading them takes long, so one is shared by all pages, and does it when first asked.
#[derive(Default)]
pub struct Highlighter {
    known: OnceLock<Known>,
    /// Nanoseconds of its work.
    spent: AtomicU64,
}

struct Known {
    syntaxes: SyntaxSet,
    classes: Vec<(Scope, &'static str)>,
}

impl Highlighter {
    /// A highlighter that has read nothing yet.
    #[must_use]
    pub fn new() -> Self {
        Self::default()
    }

    /// Every class that coloured code may have.
    pub fn classes() -> impl Iterator<Item = &'static str> {
        CLASSES.iter().map(|(_, class)| *class)
    }

    /// Code as HTML with classes; `None` for languages it does not know and for code too large to colour.
    #[must_use]
    pub fn highlight(&self, language: &str, code: &str) -> Option<String> {
        if language.is_empty() || code.len() > MAX_CODE || code.lines().any(|line| line.len() > MAX_LINE) {
            return None;
        }
        let begun = Instant::now();
        let known = self.known.get_or_init(Known::read);
        let coloured = known.syntaxes.find_syntax_by_token(language).and_then(|syntax| known.highlight(syntax, code));
        let nanoseconds = u64::try_from(begun.elapsed().as_nanos()).unwrap_or_default();
        self.spent.fetch_add(nanoseconds, Ordering::Relaxed);
        coloured
    }

    /// How long it worked since that was last asked, all processors together.
    #[must_use]
    pub fn spent(&self) -> Duration {
        Duration::from_nanos(self.spent.swap(0, Ordering::Relaxed))
    }
}

impl Known {
    fn read() -> Self {
        let classes = CLASSES.iter().filter_map(|(scope, class)| Some((Scope::new(scope).ok()?, *class))).collect();
        Self { syntaxes: two_face::syntax::extra_newlines(), classes }
    }

    fn highlight(&self, syntax: &SyntaxReference, code: &str) -> Option<String> {
        let mut state = ParseState::new(syntax);
        let mut scopes = ScopeStack::new();
        let mut spans = Spans::default();
        for line in code.split_inclusive('\n') {
            let changes = state.parse_line(line, &self.syntaxes).ok()?;
            for (text, change) in ScopeRegionIterator::new(&changes, line) {
                scopes.apply(change).ok()?;
                spans.push(text, self.class(&scopes));
            }
        }
        spans.class(None);
        Some(spans.out)
    }

    /// The class of the innermost scope that has one.
    fn class(&self, scopes: &ScopeStack) -> Option<&'static str> {
        let class = |scope: &Scope| self.classes.iter().find(|(prefix, _)| prefix.is_prefix_of(*scope)).map(|c| c.1);
        scopes.as_slice().iter().rev().find_map(class)
    }
}

/// Neighbours of one class in one element, none across a line's end.
#[derive(Default)]
struct Spans {
    out: String,
    open: Option<&'static str>,
}

impl Spans {
    fn push(&mut self, text: &str, class: Option<&'static str>) {
        let words = text.trim_end_matches('\n');
        if !words.is_empty() {
            // Space has no colour.
            self.class(if words.trim().is_empty() { self.open.filter(|_| self.open == class) } else { class });
            escape::push_text(&mut self.out, words);
        }
        if words.len() < text.len() {
            self.class(None);
            self.out.push_str(&text[words.len()..]);
        }
    }

    fn class(&mut self, class: Option<&'static str>) {
        if self.open == class {
            return;
        }
        if self.open.is_some() {
            self.out.push_str("</span>");
        }
        if let Some(class) = class {
            self.out.push_str(&format!("<span class=\"{class}\">"));
        }
        self.open = class;
    }
}
