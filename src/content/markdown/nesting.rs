//! Directives while a tree is being built: opened and closed by their lines, checked against the table.

use super::attributes;
use super::build::{Builder, MAX_BLOCKS};
use super::frame::{Frame, Kind};
use super::tree::{Attributes, Block, BlockKind, Directive};
use crate::base::{Diagnostic, Span, Words, codes};
use crate::content::directives::{self, Argument, Body, Rule};
use crate::content::{clauses, document};
use crate::words;

impl Builder<'_> {
    /// A block of raw HTML, which may be or hold directive lines.
    pub(super) fn html_block(&mut self, text: &str, span: Span) {
        if !self.marked.has_marker(text) || is_verbatim(text) {
            let text = self.own(text);
            return self.block(BlockKind::Html(text), span);
        }
        let mut html = String::new();
        for line in text.split_inclusive('\n') {
            let Some(index) = self.marked.marker(line) else {
                html.push_str(line);
                continue;
            };
            if !html.trim().is_empty() {
                let text = self.own(&std::mem::take(&mut html));
                self.block(BlockKind::Html(text), span);
            }
            self.directive_line(index);
        }
        if !html.trim().is_empty() {
            let text = self.own(&html);
            self.block(BlockKind::Html(text), span);
        }
    }

    fn directive_line(&mut self, index: usize) {
        let line = &self.marked.lines[index];
        if line.rest.is_empty() { self.close_line(index) } else { self.open(index) }
    }

    fn open(&mut self, index: usize) {
        let line = &self.marked.lines[index];
        if self.flattened > 0 || self.depth >= MAX_BLOCKS {
            return self.too_deep_finding(line.span);
        }
        let (words, attributes) = attributes::split(&line.rest);
        let (name, argument) = words.split_once(char::is_whitespace).unwrap_or((words, ""));
        let rule = directives::find(name);
        match rule {
            None => self.unknown(name, line.span),
            Some(rule) => self.check_argument(rule, argument.trim(), line.span),
        }
        self.flush();
        self.depth += 1;
        let argument = argument.trim().to_owned();
        self.stack.push(Frame::new(Kind::Directive { line: index, rule, argument, attributes }, 0));
    }

    /// Closes the innermost directive of as many colons that was opened in the same container, else the innermost.
    fn close_line(&mut self, index: usize) {
        let line = &self.marked.lines[index];
        let open = self.stack.iter().rev().map_while(|f| match f.kind {
            Kind::Directive { line, .. } => Some(self.marked.lines[line].colons),
            _ => None,
        });
        let open: Vec<usize> = open.collect();
        if open.is_empty() {
            if self.flattened == 0 {
                let message = words!(
                    "this line closes nothing: no directive is open here",
                    "dòng này không đóng khối nào: ở đây không có khối nào đang mở"
                );
                let finding = Diagnostic::warning(codes::DIRECTIVE_NOT_OPEN, message);
                self.findings.push(finding.at_text(self.text, line.span));
            }
            return;
        }
        let inner = open.iter().position(|colons| *colons == line.colons).unwrap_or_default();
        for _ in 0..inner {
            self.not_closed();
        }
        self.close_directive(line.span.end);
    }

    /// Closes directives that the container on top still holds: their own closing line is missing.
    pub(super) fn close_directives(&mut self) {
        while matches!(self.top(), Some(Kind::Directive { .. })) {
            self.not_closed();
        }
    }

    fn not_closed(&mut self) {
        let Some(&mut Kind::Directive { line, .. }) = self.top() else { return };
        let line = &self.marked.lines[line];
        let colons = ":".repeat(line.colons);
        let finding = Diagnostic::error(
            codes::DIRECTIVE_NOT_CLOSED,
            words!("this directive is never closed", "khối này chưa được đóng"),
        )
        .help(words!(
            "write a line `{colons}` after its last line, indented as this one; an outer directive takes more colons than those inside it",
            "viết dòng `{colons}` sau dòng cuối của khối, thụt vào như dòng này; khối ngoài cần nhiều dấu hai chấm hơn khối trong"
        ));
        self.findings.push(finding.at_text(self.text, line.span));
        self.close_directive(line.span.end);
    }

    /// Closes the directive on top; `end` is where it ends at least.
    fn close_directive(&mut self, end: u32) {
        self.flush();
        let Some(frame) = self.stack.pop() else { return };
        self.depth -= 1;
        let Kind::Directive { line, rule, argument, attributes } = frame.kind else { return };
        let Some(rule) = rule else {
            return frame.blocks.into_iter().for_each(|block| self.push(block));
        };
        let start = self.marked.lines[line].span.start;
        let end = frame.blocks.last().map_or(end, |b| b.span.end.max(end));
        if rule.body == Body::Generated
            && let Some(first) = frame.blocks.first()
        {
            let name = rule.name;
            let message = words!("`{name}` takes no text of its own", "`{name}` không nhận nội dung bên trong");
            self.findings.push(Diagnostic::warning(codes::DIRECTIVE_BODY, message).at_text(self.text, first.span));
        }
        if rule.body == Body::Clauses {
            return self.close_clauses(frame.blocks, attributes);
        }
        let mut blocks = frame.blocks;
        document::arrange(rule.name, &mut blocks);
        // A table from a file gets its caption with its rows; in a path no character is a mark.
        let captioned = rule.argument == Argument::PathAndCaption;
        let title = if captioned { Vec::new() } else { super::parse_line(&argument) };
        let directive = Directive { name: rule.name.to_owned(), argument, title, blocks, generated: None };
        let kind = BlockKind::Directive(Box::new(directive));
        self.push(Block { kind, attributes, span: Span { start, end }, lang: None });
    }

    /// Clauses stand in the tree as clauses; what the directive's line says of them goes with the first list.
    fn close_clauses(&mut self, blocks: Vec<Block>, mut attributes: Attributes) {
        for mut block in clauses::build(self.text, blocks) {
            if matches!(block.kind, BlockKind::Clauses(_)) {
                block.attributes = std::mem::take(&mut attributes);
            }
            self.push(block);
        }
    }

    fn unknown(&mut self, name: &str, span: Span) {
        let mut finding = Diagnostic::error(
            codes::DIRECTIVE_UNKNOWN,
            words!("there is no directive `{name}`", "không có khối nào tên `{name}`"),
        );
        if let Some(near) = directives::nearest_name(name) {
            finding = finding.help(words!("did you mean `{near}`?", "có phải là `{near}`?"));
        }
        self.findings.push(finding.at_text(self.text, span));
    }

    fn check_argument(&mut self, rule: &Rule, argument: &str, span: Span) {
        if let Some(message) = argument_fault(rule, argument) {
            self.findings.push(Diagnostic::error(codes::DIRECTIVE_ARGUMENT, message).at_text(self.text, span));
        }
    }
}

fn argument_fault(rule: &Rule, argument: &str) -> Option<Words> {
    let name = rule.name;
    let one_word = !argument.contains(char::is_whitespace);
    match rule.argument {
        Argument::None if !argument.is_empty() => {
            Some(words!("nothing may follow `{name}`", "sau `{name}` không được viết gì thêm"))
        }
        Argument::TitleNeeded if argument.is_empty() => {
            Some(words!("`{name}` needs a title after its name", "sau `{name}` cần có tiêu đề"))
        }
        Argument::IdNeeded if argument.is_empty() || !one_word => {
            Some(words!("`{name}` needs one id after its name", "sau `{name}` cần đúng một mã"))
        }
        Argument::Id if !one_word => {
            Some(words!("`{name}` takes one id at most", "sau `{name}` chỉ được có tối đa một mã"))
        }
        Argument::PathAndCaption if argument.is_empty() => Some(words!(
            "`{name}` needs a path, then a caption in quotes",
            "sau `{name}` cần đường dẫn, rồi chú thích trong ngoặc kép"
        )),
        _ => None,
    }
}

/// HTML whose text is not to be read: comments, `<pre>`, scripts, styles.
fn is_verbatim(html: &str) -> bool {
    let html = html.trim_start();
    let tags = ["<!--", "<?", "<pre", "<script", "<style", "<textarea"];
    tags.iter().any(|tag| html.get(..tag.len()).is_some_and(|start| start.eq_ignore_ascii_case(tag)))
}
