//! The skeleton of a page: headings that skip or repeat, images without words, tables without heads.
//!
//! Owns these findings; what they mean for a page is the same on screen, on paper and to a screen reader.

use crate::base::{Diagnostic, Span, codes};
use crate::content::faults;
use crate::content::markdown::text;
use crate::content::markdown::tree::{Block, BlockKind, Image, Inline, Table};
use crate::content::markdown::walk::{self, Visitor};
use crate::content::page::{PageKind, SourcePage};
use crate::words;

/// Findings of one page.
pub(super) fn faults_of(page: &SourcePage) -> Vec<Diagnostic> {
    let mut look = Look { page, open: vec![Open { level: 0, below: Vec::new() }], findings: Vec::new() };
    walk::tree(&mut page.tree.clone(), &mut look);
    look.findings
}

struct Look<'a> {
    page: &'a SourcePage,
    /// The page, then the headings that the next one may stand below.
    open: Vec<Open>,
    findings: Vec<Diagnostic>,
}

/// A heading whose section is open.
struct Open {
    level: u8,
    /// Headings right below it.
    below: Vec<String>,
}

impl Visitor for Look<'_> {
    fn block(&mut self, block: &mut Block) {
        match &block.kind {
            BlockKind::Heading { level, content, .. } => self.heading(*level, content, block.span),
            BlockKind::Table(table) => self.table(table, block.span),
            _ => {}
        }
    }

    fn image(&mut self, image: &mut Image) {
        if text::plain(&image.alt).trim().is_empty() {
            self.tell(faults::no_words(&image.source), image.span);
        }
    }
}

impl Look<'_> {
    fn tell(&mut self, finding: Diagnostic, span: Span) {
        self.findings.push(finding.at_text(&self.page.text, span));
    }

    fn heading(&mut self, level: u8, content: &[Inline], span: Span) {
        // A page's title is its first level, whether the page writes it or its front matter does.
        let last = self.open.last().map_or(1, |open| open.level.max(1));
        let letter = self.page.front.kind == PageKind::Document;
        if level > last + 1 && !letter {
            self.tell(faults::skipped_level(last, level), span);
        }
        self.open.retain(|open| open.level < level);
        let words = text::plain(content).trim().to_lowercase();
        let siblings = self.open.last_mut().map(|open| &mut open.below);
        let twice = siblings.is_some_and(|below| {
            let twice = below.contains(&words);
            below.push(words.clone());
            twice
        });
        if twice && !words.is_empty() {
            let shown = text::plain(content);
            let message = words!(
                "a heading “{shown}” stands twice in one section",
                "đề mục “{shown}” xuất hiện hai lần trong cùng một mục"
            );
            let help = words!("say what tells them apart", "hãy nói rõ hai mục khác nhau ở đâu");
            self.tell(Diagnostic::warning(codes::HEADING_TWICE, message).help(help), span);
        }
        self.open.push(Open { level, below: Vec::new() });
    }

    fn table(&mut self, table: &Table, span: Span) {
        let empty = |cell: &Vec<Inline>| text::plain(cell).trim().is_empty();
        // Two columns without any head are labels and what they stand for: the label says it.
        if table.head.len() <= 2 && table.head.iter().all(empty) {
            return;
        }
        // The corner of a table with heads on two sides may be empty.
        let Some(at) = table.head.iter().skip(1).position(empty) else { return };
        let column = at + 2;
        let message = words!(
            "column {column} of the table has no head: who hears the table cannot tell what its cells are",
            "cột {column} của bảng không có tiêu đề: người nghe bảng không biết các ô nói về gì"
        );
        let help = words!("name the column in the first row", "hãy ghi tên cột ở dòng đầu");
        self.tell(Diagnostic::warning(codes::TABLE_HEAD, message).help(help), span);
    }
}
