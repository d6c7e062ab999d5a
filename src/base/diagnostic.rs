//! One finding: what is wrong, where, and what to do about it, in English and Vietnamese.
//!
//! Owns the shape of findings only; printing them is `cli::report`'s work.

use serde::Serialize;

use super::{RelPath, Source, SourceText, Span};

/// How bad a finding is. Errors make a command exit with 1.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize)]
#[serde(rename_all = "lowercase")]
pub enum Severity {
    /// Worth knowing.
    Note,
    /// Probably a mistake; the site is built.
    Warning,
    /// A fault; nothing is published.
    Error,
}

/// The same sentence in the two languages our editors read.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Words {
    /// English.
    pub en: String,
    /// Vietnamese.
    pub vi: String,
}

/// Builds [`Words`] from two format strings that capture the same variables: English, then Vietnamese.
#[macro_export]
macro_rules! words {
    ($en:literal, $vi:literal $(,)?) => {
        $crate::base::Words { en: format!($en), vi: format!($vi) }
    };
}

/// A place in a file, ready to print: lines and columns count from 1, columns and width in characters.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Place {
    /// The file, relative to the project.
    pub path: RelPath,
    /// Line, from 1.
    pub line: u32,
    /// Column in characters, from 1.
    pub column: u32,
    /// Characters concerned, at least 1, within the line.
    pub width: u32,
    /// The whole line.
    pub excerpt: String,
}

/// One finding.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Diagnostic {
    /// Where, when it has a place.
    pub place: Option<Place>,
    /// How bad.
    pub severity: Severity,
    /// Stable code, one of [`super::codes`].
    pub code: &'static str,
    /// What is wrong.
    pub message: Words,
    /// What to do.
    pub help: Option<Words>,
}

impl Diagnostic {
    /// A fault.
    #[must_use]
    pub fn error(code: &'static str, message: Words) -> Self {
        Self { place: None, severity: Severity::Error, code, message, help: None }
    }

    /// A probable mistake.
    #[must_use]
    pub fn warning(code: &'static str, message: Words) -> Self {
        Self { severity: Severity::Warning, ..Self::error(code, message) }
    }

    /// Adds what to do.
    #[must_use]
    pub fn help(mut self, help: Words) -> Self {
        self.help = Some(help);
        self
    }

    /// Puts the finding at a span of a file.
    #[must_use]
    pub fn at(mut self, source: &Source, span: Span) -> Self {
        self.place = Some(source.place(span));
        self
    }

    /// Puts the finding at a span of an assembled text.
    #[must_use]
    pub fn at_text(mut self, text: &SourceText, span: Span) -> Self {
        self.place = text.place(span);
        self
    }

    /// Puts the finding at a place that is known already.
    #[must_use]
    pub fn at_place(mut self, place: Option<Place>) -> Self {
        self.place = place;
        self
    }

    /// Puts the finding at a file as a whole.
    #[must_use]
    pub fn in_file(mut self, path: &RelPath) -> Self {
        self.place = Some(Place { path: path.clone(), line: 1, column: 1, width: 1, excerpt: String::new() });
        self
    }
}

/// The candidate nearest to `word`, when one is near enough to be what was meant.
#[must_use]
pub fn nearest<'a>(word: &str, candidates: impl IntoIterator<Item = &'a str>) -> Option<&'a str> {
    let limit = (word.chars().count() / 3).max(2);
    candidates
        .into_iter()
        .map(|c| (strsim::damerau_levenshtein(word, c), c))
        .filter(|(distance, _)| *distance <= limit)
        .min()
        .map(|(_, c)| c)
}
