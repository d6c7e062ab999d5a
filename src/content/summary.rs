//! `SUMMARY.md`: which pages the book has, in which order, under which titles.
//!
//! Owns the reading of mdBook's format: an optional title, chapters before the parts, parts opened by
//! headings, nested lists of numbered chapters, drafts, separators, chapters after the parts. Where mdBook
//! stops at a fault, this reads on. Does not look whether the files exist: `content::load` does.

use std::sync::Arc;

use percent_encoding::percent_decode_str;
use pulldown_cmark::{Event, HeadingLevel, Parser, Tag, TagEnd};

use crate::base::{Diagnostic, RelPath, Source, Span, codes};
use crate::words;

/// Chapters nested deeper than this are listed at this depth.
const DEEPEST: usize = 16;

/// A table of contents, as written.
#[derive(Clone, Debug)]
pub struct Summary {
    /// The file.
    pub source: Arc<Source>,
    /// The title line.
    pub title: Option<String>,
    /// Parts in order; chapters outside any part stand in parts without a title.
    pub parts: Vec<SummaryPart>,
}

/// A part.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct SummaryPart {
    /// Its title, if a heading opened it.
    pub title: Option<String>,
    /// Where the title stands.
    pub span: Span,
    /// Its chapters, depth first.
    pub lines: Vec<SummaryLine>,
}

/// A chapter.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct SummaryLine {
    /// How many chapters it stands below.
    pub depth: usize,
    /// Its title; may be empty.
    pub title: String,
    /// Its file below the content folder; `None` is a draft.
    pub path: Option<RelPath>,
    /// In a list, hence numbered.
    pub numbered: bool,
    /// A separator stands above it.
    pub rule_above: bool,
    /// Where it is written.
    pub span: Span,
}

impl Summary {
    /// A table of contents without chapters.
    #[must_use]
    pub fn empty(source: &Arc<Source>) -> Self {
        Self { source: Arc::clone(source), title: None, parts: Vec::new() }
    }

    /// All chapters in reading order.
    pub fn lines(&self) -> impl Iterator<Item = &SummaryLine> {
        self.parts.iter().flat_map(|p| &p.lines)
    }
}

/// Reads a `SUMMARY.md`.
#[must_use]
pub fn parse(source: &Arc<Source>) -> (Summary, Vec<Diagnostic>) {
    let mut reader = Reader::new(source);
    for (event, range) in Parser::new(&source.text).into_offset_iter() {
        reader.event(&event, range.into());
    }
    reader.report_strays();
    (reader.summary, reader.findings)
}

/// What is being read: a heading's text, a link's text, the rest of a list item.
enum Reading {
    Nothing,
    Title,
    Heading(HeadingLevel),
    Link(String),
}

/// A list item that is open.
struct OpenItem {
    /// Where it starts.
    span: Span,
    /// Its chapter was found.
    found: bool,
    /// Its text before a link.
    text: String,
    /// Where that stands.
    strays: Vec<Span>,
}

struct Reader<'a> {
    source: &'a Arc<Source>,
    summary: Summary,
    findings: Vec<Diagnostic>,
    reading: Reading,
    text: String,
    open: Vec<OpenItem>,
    /// Words that are no part of any title, a span a run.
    strays: Vec<Span>,
    rule: bool,
    /// Nothing but comments so far.
    at_start: bool,
}

impl<'a> Reader<'a> {
    fn new(source: &'a Arc<Source>) -> Self {
        Self {
            source,
            summary: Summary::empty(source),
            findings: Vec::new(),
            reading: Reading::Nothing,
            text: String::new(),
            open: Vec::new(),
            strays: Vec::new(),
            rule: false,
            at_start: true,
        }
    }

    fn event(&mut self, event: &Event<'_>, span: Span) {
        match event {
            Event::Start(Tag::Heading { level, .. }) => self.start(Reading::Heading(*level)),
            Event::End(TagEnd::Heading(_)) => self.end_heading(span),
            Event::Start(Tag::Link { dest_url, .. }) => self.start(Reading::Link(dest_url.to_string())),
            Event::End(TagEnd::Link) => self.end_link(span),
            Event::Start(Tag::Item) => {
                self.open.push(OpenItem { span, found: false, text: String::new(), strays: Vec::new() })
            }
            Event::Start(Tag::List(_)) => self.end_item_text(),
            Event::End(TagEnd::Item) => {
                self.end_item_text();
                self.open.pop();
            }
            Event::Text(text) | Event::Code(text) => self.add_text(text, span),
            Event::SoftBreak | Event::HardBreak => self.add_text(" ", span),
            Event::Rule => self.rule = true,
            _ => {}
        }
        if !matches!(event, Event::Html(_) | Event::Start(Tag::HtmlBlock) | Event::End(TagEnd::HtmlBlock)) {
            self.at_start = false;
        }
    }

    fn start(&mut self, reading: Reading) {
        let first = self.at_start && matches!(reading, Reading::Heading(HeadingLevel::H1));
        self.reading = if first { Reading::Title } else { reading };
        self.text.clear();
    }

    fn add_text(&mut self, text: &str, span: Span) {
        if !matches!(self.reading, Reading::Nothing) {
            self.text.push_str(text);
            return;
        }
        if let Some(item) = self.open.last_mut().filter(|item| !item.found) {
            item.text.push_str(text);
            item.strays.push(span);
        } else {
            self.strays.push(span);
        }
    }

    /// Tells of words that stand in no title, one finding a line.
    fn report_strays(&mut self) {
        let mut strays = std::mem::take(&mut self.strays);
        strays.sort_by_key(|span| span.range().start);
        let between = |from: usize, to: usize| self.source.text.get(from..to).unwrap_or_default();
        let mut lines: Vec<Span> = Vec::new();
        for span in strays.into_iter().map(|s| s.range()) {
            match lines.last_mut() {
                Some(last) if !between(last.range().end, span.start).contains('\n') => {
                    *last = Span::new(last.range().start, span.end);
                }
                _ if between(span.start, span.end).trim().is_empty() => {}
                _ => lines.push(Span::new(span.start, span.end)),
            }
        }
        for span in lines {
            let message =
                words!("these words are no part of a chapter's title", "mấy chữ này không thuộc tên chương nào");
            let help = words!(
                "put them into the link: `- [Title and words](page.md)`, or delete them",
                "hãy đưa vào trong liên kết: `- [Tên và chữ](trang.md)`, hoặc xóa đi"
            );
            self.findings.push(Diagnostic::warning(codes::SUMMARY_STRAY, message).help(help).at(self.source, span));
        }
    }

    fn end_heading(&mut self, span: Span) {
        let text = std::mem::take(&mut self.text).trim().to_owned();
        match std::mem::replace(&mut self.reading, Reading::Nothing) {
            Reading::Heading(level) => {
                if level != HeadingLevel::H1 {
                    self.findings.push(self.deep_part(&text, span));
                }
                self.summary.parts.push(SummaryPart { title: Some(text), span, lines: Vec::new() });
            }
            _ => self.summary.title = Some(text),
        }
    }

    /// mdBook skips such a heading; here it opens a part, for an author meant something by it.
    fn deep_part(&self, title: &str, span: Span) -> Diagnostic {
        let message = words!(
            "a part's heading has one `#`; “{title}” is read as a part like any other",
            "tên phần chỉ có một dấu `#`; “{title}” được đọc như mọi phần khác"
        );
        let help = words!("write `# {title}`; parts do not nest", "hãy ghi `# {title}`; phần không lồng trong phần");
        Diagnostic::warning(codes::SUMMARY_STRAY, message).help(help).at(self.source, span)
    }

    fn end_link(&mut self, span: Span) {
        let Reading::Link(to) = std::mem::replace(&mut self.reading, Reading::Nothing) else { return };
        let title = std::mem::take(&mut self.text).trim().to_owned();
        if self.open.last().is_some_and(|item| item.found) {
            self.findings.push(self.fault(span, "two"));
            return;
        }
        if let Some(item) = self.open.last_mut() {
            item.found = true;
            // Words before the link.
            self.strays.append(&mut item.strays);
        }
        let path = self.path(&to, span);
        self.add_line(title, path, span);
    }

    /// An item whose text is no link: mdBook refuses it; here its text becomes a draft, and is reported.
    fn end_item_text(&mut self) {
        let Some(item) = self.open.last_mut() else { return };
        if item.found {
            return;
        }
        item.found = true;
        let (span, text) = (item.span, std::mem::take(&mut item.text));
        self.findings.push(self.fault(span, "none"));
        self.add_line(text.trim().to_owned(), None, span);
    }

    fn add_line(&mut self, title: String, path: Option<RelPath>, span: Span) {
        let numbered = !self.open.is_empty();
        let depth = self.open.len().saturating_sub(1).min(DEEPEST);
        let rule_above = std::mem::take(&mut self.rule);
        let line = SummaryLine { depth, title, path, numbered, rule_above, span };
        let after_list = |part: &SummaryPart| part.lines.last().is_some_and(|l| l.numbered);
        let fits = match self.summary.parts.last() {
            None => false,
            Some(part) if numbered => part.title.is_some() || part.lines.is_empty() || after_list(part),
            Some(part) => !after_list(part),
        };
        if !fits {
            self.summary.parts.push(SummaryPart::default());
        }
        if let Some(part) = self.summary.parts.last_mut() {
            part.lines.push(line);
        }
    }

    fn path(&mut self, to: &str, span: Span) -> Option<RelPath> {
        if to.is_empty() {
            return None;
        }
        let decoded = percent_decode_str(to).decode_utf8_lossy();
        let markdown = |p: &RelPath| matches!(p.extension().as_str(), "md" | "markdown");
        let path = RelPath::new(&decoded).ok().filter(markdown);
        if path.is_none() {
            let message = words!("`{to}` is no page of this handbook", "`{to}` không phải một trang của cẩm nang");
            let help = words!(
                "write the path of a `.md` file below the content folder",
                "hãy ghi đường dẫn của một tệp `.md` trong thư mục nội dung"
            );
            self.findings.push(Diagnostic::error(codes::SUMMARY_SYNTAX, message).help(help).at(self.source, span));
        }
        path
    }

    fn fault(&self, span: Span, links: &str) -> Diagnostic {
        let message = match links {
            "two" => words!("a second link in one chapter line", "một dòng chương có hai liên kết"),
            _ => words!("a chapter line without a link", "dòng chương không có liên kết"),
        };
        let help = words!(
            "a line holds one chapter: `- [Title](path.md)`, or `- [Title]()` for a draft",
            "mỗi dòng là một chương: `- [Tên](duong-dan.md)`, hoặc `- [Tên]()` nếu chưa viết"
        );
        Diagnostic::error(codes::SUMMARY_SYNTAX, message).help(help).at(self.source, span)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(text: &str) -> (String, Vec<Diagnostic>) {
        let source = Arc::new(Source::new(RelPath::default(), text));
        let (summary, findings) = parse(&source);
        let mut out = format!("{}\n", summary.title.unwrap_or_default());
        for part in summary.parts {
            out += &format!("# {}\n", part.title.unwrap_or_default());
            for l in part.lines {
                let rule = if l.rule_above { "--- " } else { "" };
                let mark = if l.numbered { "-" } else { "·" };
                let path = l.path.map_or("draft".to_owned(), |p| p.to_string());
                out += &format!("{rule}{}{mark} {} = {path}\n", "  ".repeat(l.depth), l.title);
            }
        }
        (out, findings)
    }

    #[test]
    fn every_form_that_mdbook_knows_is_read() {
        let (out, findings) = read(
            "<!-- c -->\n# Summary\n\n[Lời nói đầu](README.md)\n\n# Phần *một*\n\n- [Một `x`](a/README.md)\n    - [Hai](./a/b%20c.md)\n\n      - [Ba]()\n\n---\n\n1. [Bốn](d.md)\n\n# Phần hai\n\n* [Năm](e.md)\n\n-----\n[Sáu](f.md)\n[Bảy](g.md)\n",
        );
        assert_eq!(
            out,
            "Summary\n# \n· Lời nói đầu = README.md\n# Phần một\n- Một x = a/README.md\n  - Hai = a/b c.md\n    - Ba = draft\n--- - Bốn = d.md\n# Phần hai\n- Năm = e.md\n# \n--- · Sáu = f.md\n· Bảy = g.md\n"
        );
        assert_eq!(findings, []);
    }

    #[test]
    fn faults_are_told_and_reading_goes_on() {
        let (out, findings) = read("- not a link\n  - [A](a.md) [B](b.md)\n- [C](https://x.y/c.md)\n- [D](../d.md)\n");
        assert_eq!(out, "\n# \n- not a link = draft\n  - A = a.md\n- C = draft\n- D = draft\n");
        let lines: Vec<u32> = findings.iter().filter_map(|d| d.place.as_ref()).map(|p| p.line).collect();
        assert_eq!(lines, [1, 2, 3, 4]);
    }

    #[test]
    fn what_has_no_effect_is_told_at_its_line() {
        let (out, findings) = read(
            "# S\n\nsome *words*\n\n[P](p.md) tail\n\n## Part\n\n- [A](a.md) after\n- before `x` [B](b.md)\n- [C](c.md)\n",
        );
        assert_eq!(out, "S\n# \n· P = p.md\n# Part\n- A = a.md\n- B = b.md\n- C = c.md\n");
        let mut lines: Vec<u32> = findings.iter().filter_map(|d| d.place.as_ref()).map(|p| p.line).collect();
        lines.sort_unstable();
        assert_eq!(lines, [3, 5, 7, 9, 10], "{findings:#?}");
    }

    #[test]
    fn lists_without_parts_and_deep_nesting_are_kept() {
        let deep: String = (0..40).map(|n| format!("{}- [n{n}](p{n}.md)\n", "  ".repeat(n))).collect();
        let source = Arc::new(Source::new(RelPath::default(), &deep));
        let (summary, findings) = parse(&source);
        assert_eq!((summary.parts.len(), summary.lines().count(), findings.len()), (1, 40, 0));
        assert_eq!(summary.lines().map(|l| l.depth).max(), Some(DEEPEST));
    }
}
