//! References that lead nowhere: notes that are not there, notes that nobody needs, links without an address.

use std::collections::{BTreeMap, BTreeSet};

use pulldown_cmark::LinkType;

use super::marks::Marked;
use super::tree::Footnote;
use crate::base::{Diagnostic, SourceText, codes};
use crate::words;

/// So many findings of a kind tell an author enough. Each shows its whole line, and a line may be a whole book.
pub(super) const MOST: usize = 100;

/// What the parser found no answer for: by its start in the marked text, what it is, its name and end.
pub(super) type Unanswered = BTreeMap<usize, (LinkType, String, usize)>;

/// Findings about them.
pub(super) fn findings(text: &SourceText, marked: &Marked, unanswered: &Unanswered) -> Vec<Diagnostic> {
    let mut findings = Vec::new();
    for (start, (kind, name, end)) in unanswered {
        if *kind != LinkType::Reference || name.starts_with('@') {
            continue;
        }
        let finding = Diagnostic::warning(
            codes::REFERENCE_MISSING,
            words!("nothing says where `[{name}]` leads", "không có dòng nào cho biết `[{name}]` dẫn tới đâu"),
        )
        .help(words!("write a line `[{name}]: address`", "viết một dòng `[{name}]: địa chỉ`"));
        findings.push(finding.at_text(text, marked.span(&(*start..*end))));
        if findings.len() >= MOST {
            break;
        }
    }
    findings
}

/// The finding about a reference to a note that is not there: the parser left it as text that starts at `at`.
pub(super) fn missing_note(text: &SourceText, marked: &Marked, at: usize) -> Option<Diagnostic> {
    let rest = marked.text.get(at..)?.strip_prefix("[^")?;
    let label: String = rest.chars().take(60).take_while(|c| !c.is_whitespace() && !"[]".contains(*c)).collect();
    let escaped = marked.text[..at].ends_with('\\');
    if escaped || label.is_empty() || !rest[label.len()..].starts_with(']') {
        return None;
    }
    let finding = Diagnostic::warning(
        codes::FOOTNOTE_MISSING,
        words!("there is no note `[^{label}]`", "không có chú thích `[^{label}]`"),
    )
    .help(words!("write it on a line of its own: `[^{label}]: …`", "viết trên một dòng riêng: `[^{label}]: …`"));
    Some(finding.at_text(text, marked.span(&(at..at + label.len() + 3))))
}

/// Findings about notes that are written but not needed.
pub(super) fn idle(notes: &[Footnote], used: &BTreeMap<String, usize>, text: &SourceText) -> Vec<Diagnostic> {
    let mut seen = BTreeSet::new();
    let mut findings = Vec::new();
    for Footnote { label, span, .. } in notes {
        let message = if !seen.insert(label.as_str()) {
            words!(
                "the note `[^{label}]` stands twice; the first is used",
                "chú thích `[^{label}]` có hai lần; bản đầu được dùng"
            )
        } else if !used.contains_key(label) {
            words!("nothing refers to the note `[^{label}]`", "không có chỗ nào dẫn tới chú thích `[^{label}]`")
        } else {
            continue;
        };
        findings.push(Diagnostic::warning(codes::FOOTNOTE_UNUSED, message).at_text(text, *span));
    }
    findings
}
