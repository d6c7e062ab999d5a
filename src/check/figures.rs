//! Numbers that no source stands behind.
//!
//! Owns what counts as a figure and what counts as its source. A handbook that officers quote from must
//! let every number be traced: a citation, a statistic or a footnote that cites, in the same paragraph,
//! list, table or quotation, or in the words “…:” that lead it in; a link around the number leads to where
//! it comes from, and a diagram is sourced by the paragraph beside it. What the handbook itself proposes (examples, forms, steps) needs none, nor does a section marked `{.own-figures}`.

use std::collections::BTreeSet;

use crate::base::{Diagnostic, Span, codes};
use crate::content::markdown::text;
use crate::content::markdown::tree::{Block, BlockKind, Inline, Target};
use crate::content::markdown::walk::{self, Line, Visitor};
use crate::content::page::{PageKind, SourcePage};
use crate::words;

/// Marks a section or a directive whose numbers are the handbook's own.
const OWN: &str = "own-figures";

/// Directives whose numbers are made up, to be filled in, or come with their source from data.
const EXEMPT: [&str; 11] = [
    "example",
    "checklist",
    "worksheet",
    "card",
    "steps",
    "letterhead",
    "recipients",
    "signature",
    "statistic",
    "data",
    "documents",
];

/// Findings for the blocks of a page that hold a figure and name no source.
pub fn uncited(page: &SourcePage) -> Vec<Diagnostic> {
    // A page about a document, and a document's own text, have that document as their source.
    if page.front.document.is_some() || page.front.kind == PageKind::Document {
        return Vec::new();
    }
    let notes = page.tree.footnotes.iter().filter(|note| read(&note.blocks, &BTreeSet::new()).0);
    let citing = notes.map(|note| note.label.clone()).collect();
    let mut look = Look { page, citing, findings: Vec::new() };
    look.blocks(&page.tree.blocks);
    look.findings
}

struct Look<'a> {
    page: &'a SourcePage,
    /// Footnotes that name a source.
    citing: BTreeSet<String>,
    findings: Vec<Diagnostic>,
}

impl Look<'_> {
    fn blocks(&mut self, blocks: &[Block]) {
        // The level of the heading whose section is the handbook's own.
        let mut own: Option<u8> = None;
        for (at, block) in blocks.iter().enumerate() {
            let before = at.checked_sub(1).and_then(|at| blocks.get(at));
            match &block.kind {
                BlockKind::Heading { level, .. } => {
                    own = own.filter(|above| level > above);
                    if own.is_none() && is_own(block) {
                        own = Some(*level);
                    }
                }
                BlockKind::Directive(directive) => {
                    let exempt = own.is_some() || is_own(block) || EXEMPT.contains(&directive.name.as_str());
                    self.blocks(if exempt { &[] } else { &directive.blocks });
                }
                BlockKind::Figure { .. }
                    if [before, blocks.get(at + 1)].into_iter().flatten().any(|b| self.cites(b)) => {}
                _ if before.is_some_and(|b| leads_in(b) && self.cites(b)) => {}
                _ if own.is_none() => self.unit(block),
                _ => {}
            }
        }
    }

    fn cites(&self, block: &Block) -> bool {
        read(std::slice::from_ref(block), &self.citing).0
    }

    fn unit(&mut self, block: &Block) {
        let (cited, figures) = read(std::slice::from_ref(block), &self.citing);
        if cited || figures.is_empty() {
            return;
        }
        let figures = figures.join(", ");
        let message = words!("no source is named for: {figures}", "chưa dẫn nguồn cho: {figures}");
        let help = words!(
            "cite it (`[@source]`), use a statistic, or mark the section's heading `{{.own-figures}}` when the handbook itself says so",
            "hãy dẫn nguồn (`[@nguồn]`), dùng số liệu có sẵn, hoặc ghi `{{.own-figures}}` sau tên mục khi đó là con số của chính cẩm nang"
        );
        let finding = Diagnostic::warning(codes::FIGURE_UNCITED, message).help(help);
        self.findings.push(finding.at_text(&self.page.text, block.span));
    }
}

/// Whether some blocks name a source, and the figures in them.
fn read(blocks: &[Block], citing: &BTreeSet<String>) -> (bool, Vec<String>) {
    let mut unit = Unit { citing, cited: false, figures: Vec::new() };
    walk::blocks(&mut blocks.to_vec(), &mut unit);
    (unit.cited, unit.figures)
}

/// A paragraph that ends in a colon belongs to what follows it.
fn leads_in(block: &Block) -> bool {
    matches!(&block.kind, BlockKind::Paragraph(content) if text::plain(content).trim_end().ends_with(':'))
}

fn is_own(block: &Block) -> bool {
    block.attributes.classes.iter().any(|class| class == OWN)
}

/// What is read off one paragraph, list, table or quotation.
struct Unit<'a> {
    citing: &'a BTreeSet<String>,
    cited: bool,
    figures: Vec<String>,
}

impl Visitor for Unit<'_> {
    fn block(&mut self, block: &mut Block) {
        self.cited |= is_own(block) || matches!(&block.kind, BlockKind::Directive(d) if d.name == "statistic");
    }

    fn line(&mut self, line: Line, content: &mut Vec<Inline>, _span: Span) {
        let shown = line != Line::Heading;
        self.read(content, shown);
    }
}

impl Unit<'_> {
    fn read(&mut self, content: &[Inline], shown: bool) {
        for inline in content {
            match inline {
                Inline::Citation(_) => self.cited = true,
                Inline::FootnoteReference(label) => self.cited |= self.citing.contains(label),
                Inline::Text(text) if shown => self.figures.extend(figures(text)),
                // What is linked is said where the link leads; a statistic comes with its source.
                Inline::Link(link) => {
                    self.cited |= link.to.starts_with("stat:") || matches!(link.target, Target::Statistic { .. });
                }
                Inline::Emphasis(inner) | Inline::Strong(inner) | Inline::Strikethrough(inner) => {
                    self.read(inner, shown);
                }
                Inline::Foreign { content, .. } | Inline::IndexTerm { content, .. } | Inline::Term { content, .. } => {
                    self.read(content, shown);
                }
                _ => {}
            }
        }
    }
}

/// The numbers of two digits or more, and percentages, that stand by themselves in a text.
fn figures(text: &str) -> Vec<String> {
    let word = |c: char| !c.is_whitespace() && !"()[]“”\"'‘’,;:!?…".contains(c);
    text.split(|c| !word(c))
        .map(|w| w.trim_matches(|c: char| ".,–-—/".contains(c)))
        .filter(|w| is_figure(w))
        .map(str::to_owned)
        .collect()
}

/// `2026`, `1,5`, `1.200`, `15/11`, `2026–2030`, `95%`; not `3`, `A4`, `III`, nor the section number `2.3`.
fn is_figure(word: &str) -> bool {
    let digits = word.chars().filter(char::is_ascii_digit).count();
    let numeral = word.chars().all(|c| c.is_ascii_digit() || ".,/–-%".contains(c));
    let section = word.contains('.') && word.split('.').all(|part| part.len() < 3 && !part.contains(','));
    numeral && !section && (digits >= 2 || (digits == 1 && word.ends_with('%')))
}

#[cfg(test)]
mod tests {
    use super::figures;

    #[test]
    fn numbers_are_told_from_labels() {
        let cases = [
            ("trước 15/11 hằng năm, giai đoạn 2026–2030.", vec!["15/11", "2026–2030"]),
            ("đạt 5% (năm 2023)", vec!["5%", "2023"]),
            ("ba việc ở mục 2.3 của khổ A4, phiếu S12, bước 4", vec![]),
            ("532/BTTTT-TTĐN", vec![]),
        ];
        for (text, wanted) in cases {
            assert_eq!(figures(text), wanted, "{text}");
        }
    }
}
