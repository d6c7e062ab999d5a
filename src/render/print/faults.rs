//! The typesetter's findings as ours: at the template's file and line, in our two languages.

use typst::WorldExt;
use typst::diag::{Severity, SourceDiagnostic};
use typst::syntax::{DiagSpan, DiagSpanKind};

use super::world::World;
use crate::base::{Diagnostic, Span, codes};
use crate::theme::Theme;
use crate::words;

/// Every finding once, errors and warnings as they are.
pub(super) fn findings(world: &World<'_>, theme: &Theme, all: &[SourceDiagnostic]) -> Vec<Diagnostic> {
    let mut findings: Vec<Diagnostic> = all.iter().map(|one| finding(world, theme, one)).collect();
    findings.sort();
    findings.dedup();
    findings
}

fn finding(world: &World<'_>, theme: &Theme, one: &SourceDiagnostic) -> Diagnostic {
    let text = &one.message;
    let message = words!("{text}", "khuôn mẫu in: {text}");
    let finding = match one.severity {
        Severity::Error => Diagnostic::error(codes::PRINT_FAILED, message),
        Severity::Warning => Diagnostic::warning(codes::PRINT_WARNED, message),
    };
    let hints: Vec<&str> = one.hints.iter().map(|hint| hint.v.as_str()).collect();
    let hints = hints.join("; ");
    let finding = if hints.is_empty() { finding } else { finding.help(words!("{hints}", "{hints}")) };
    // A fault deep in the library is told at the template's line that led there.
    let spans = std::iter::once(one.span).chain(one.trace.iter().map(|point| DiagSpan::from(point.span)));
    for span in spans {
        if let Some(located) = located(world, theme, span) {
            let (source, span) = located;
            return finding.at(&source, span);
        }
    }
    finding
}

fn located(world: &World<'_>, theme: &Theme, span: DiagSpan) -> Option<(crate::base::Source, Span)> {
    let id = match span.get() {
        DiagSpanKind::Detached => return None,
        DiagSpanKind::Number { id, .. } | DiagSpanKind::Range { id, .. } => id,
    };
    let source = theme.files().source(id.get().vpath().get_without_slash())?;
    Some((source, Span::from(world.range(span)?)))
}
