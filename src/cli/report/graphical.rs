//! A finding on a terminal: the line it is about with a mark under the words, drawn by miette.

use std::fmt::{self, Display};

use miette::{
    GraphicalReportHandler, GraphicalTheme, LabeledSpan, MietteError, MietteSpanContents, SourceCode, SourceSpan,
    SpanContents,
};

use super::Report;
use crate::base::{Diagnostic, Place, Severity};

pub(super) fn draw(finding: &Diagnostic, report: &Report) -> String {
    let width = console::Term::stderr().size_checked().map_or(80, |(_, columns)| usize::from(columns));
    // Characters of a long line that are shown on each side of the place.
    let around = (width / 2).saturating_sub(8).clamp(16, 80);
    let drawn = Drawn {
        message: report.pick(&finding.message).to_owned(),
        help: report.help(finding).map(|help| report.pick(&help).to_owned()),
        code: format!("{} {}", report.severity(finding.severity), finding.code),
        severity: finding.severity,
        excerpt: finding.place.as_ref().map(|place| Excerpt::of(place, around)),
    };
    let no_colour = std::env::var_os("NO_COLOR").is_some_and(|value| !value.is_empty());
    let theme = if no_colour { GraphicalTheme::unicode_nocolor() } else { GraphicalTheme::unicode() };
    let handler = GraphicalReportHandler::new_themed(theme).with_width(width).with_links(false);
    let mut text = String::new();
    match handler.render_report(&mut text, &drawn) {
        Ok(()) => text,
        Err(fmt::Error) => super::plain::line(finding, report),
    }
}

#[derive(Debug)]
struct Drawn {
    message: String,
    help: Option<String>,
    code: String,
    severity: Severity,
    excerpt: Option<Excerpt>,
}

impl Display for Drawn {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.message)
    }
}

impl std::error::Error for Drawn {}

impl miette::Diagnostic for Drawn {
    fn code<'a>(&'a self) -> Option<Box<dyn Display + 'a>> {
        Some(Box::new(&self.code))
    }

    fn severity(&self) -> Option<miette::Severity> {
        Some(match self.severity {
            Severity::Error => miette::Severity::Error,
            Severity::Warning => miette::Severity::Warning,
            Severity::Note => miette::Severity::Advice,
        })
    }

    fn help<'a>(&'a self) -> Option<Box<dyn Display + 'a>> {
        self.help.as_ref().map(|help| Box::new(help) as Box<dyn Display>)
    }

    fn source_code(&self) -> Option<&dyn SourceCode> {
        self.excerpt.as_ref().map(|excerpt| excerpt as &dyn SourceCode)
    }

    fn labels(&self) -> Option<Box<dyn Iterator<Item = LabeledSpan> + '_>> {
        let excerpt = self.excerpt.as_ref()?;
        Some(Box::new(std::iter::once(LabeledSpan::underline(excerpt.mark))))
    }
}

/// The one line of a file that is shown, which knows its number.
#[derive(Debug)]
struct Excerpt {
    place: Place,
    line: String,
    mark: SourceSpan,
}

impl Excerpt {
    fn of(place: &Place, around: usize) -> Self {
        let (column, width) = (place.column.saturating_sub(1) as usize, place.width as usize);
        let first = column.saturating_sub(around);
        let mut before: String = place.excerpt.chars().skip(first).take(column - first).collect();
        if first > 0 {
            before.insert(0, '…');
        }
        let marked: String = place.excerpt.chars().skip(column).take(width.min(2 * around)).collect();
        let mut after: String = place.excerpt.chars().skip(column + width).take(around).collect();
        if place.excerpt.chars().nth(column + width + around).is_some() {
            after.push('…');
        }
        let mark = SourceSpan::from(before.len()..before.len() + marked.len());
        Self { place: place.clone(), line: format!("{before}{marked}{after}"), mark }
    }
}

impl SourceCode for Excerpt {
    fn read_span<'a>(
        &'a self,
        _span: &SourceSpan,
        before: usize,
        _after: usize,
    ) -> Result<Box<dyn SpanContents<'a> + 'a>, MietteError> {
        // miette asks without context for the place it prints, with context for what it draws.
        let column = if before == 0 { self.place.column.saturating_sub(1) as usize } else { 0 };
        let whole = SourceSpan::from(0..self.line.len());
        let line = self.place.line.saturating_sub(1) as usize;
        Ok(Box::new(MietteSpanContents::new_named(
            self.place.path.to_string(),
            self.line.as_bytes(),
            whole,
            line,
            column,
            1,
        )))
    }
}
