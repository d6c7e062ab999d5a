//! Parser events to a tree.
//!
//! Owns the stack of what is open and the limits on its depth: everything that walks a tree later may recurse,
//! because what nests deeper is laid flat here. Directive lines are handed to `nesting`.

use std::collections::BTreeMap;
use std::ops::Range;
use std::sync::Arc;

use pulldown_cmark::{CodeBlockKind, Event, LinkType, Tag, TagEnd};

use super::flow::{alert, alignment, is_container, is_mark, paragraph};
use super::frame::{Frame, Kind};
use super::marks::Marked;
use super::tree::{
    Attributes, Block, BlockKind, Definition, Footnote, Image, Inline, Link, ListItem, Table, Target, Tree, Written,
};
use super::{Dialect, alerts, ids, inlines, references};
use crate::base::{Diagnostic, SourceText, Span, codes};
use crate::words;

/// Blocks that may stand inside each other.
pub(super) const MAX_BLOCKS: usize = 64;
/// Marks that may stand inside each other in a line.
const MAX_INLINES: usize = 32;

/// A tree being built.
pub(super) struct Builder<'t> {
    pub(super) text: &'t Arc<SourceText>,
    pub(super) marked: &'t Marked<'t>,
    pub(super) findings: Vec<Diagnostic>,
    pub(super) dialect: Dialect,
    pub(super) stack: Vec<Frame>,
    /// Containers on the stack, and those opened beyond the limit, which the stack does not hold.
    pub(super) depth: usize,
    pub(super) flattened: usize,
    marks: usize,
    flattened_marks: usize,
    links: usize,
    footnotes: Vec<Footnote>,
    references: BTreeMap<String, usize>,
}

impl<'t> Builder<'t> {
    /// A builder for the events of `marked`, which was made from `text`.
    pub fn new(text: &'t Arc<SourceText>, marked: &'t Marked<'t>, dialect: Dialect) -> Self {
        Self {
            text,
            marked,
            dialect,
            findings: Vec::new(),
            stack: vec![Frame::new(Kind::Root, 0)],
            depth: 0,
            flattened: 0,
            marks: 0,
            flattened_marks: 0,
            links: 0,
            footnotes: Vec::new(),
            references: BTreeMap::new(),
        }
    }

    /// Takes one event in.
    pub fn event(&mut self, event: Event, range: &Range<usize>) {
        match event {
            Event::Start(tag) => self.start(tag, range),
            Event::End(tag) => self.end(tag, range),
            Event::Text(text) => self.text(&text, range),
            Event::Html(text) => self.html(&text, range),
            Event::Code(text) => self.inline(Inline::Code(self.own(&text)), range),
            Event::InlineHtml(text) if self.marked.has_marker(&text) => self.text(&text, range),
            Event::InlineHtml(text) => self.inline(Inline::Html(self.own(&text)), range),
            Event::InlineMath(text) | Event::DisplayMath(text) => self.text(&text, range),
            Event::SoftBreak => self.inline(Inline::SoftBreak, range),
            Event::HardBreak => self.inline(Inline::HardBreak, range),
            Event::Rule => self.rule(range),
            Event::TaskListMarker(done) => self.task(done),
            Event::FootnoteReference(label) => {
                let order = self.references.len();
                self.references.entry(label.to_string()).or_insert(order);
                self.inline(Inline::FootnoteReference(label.to_string()), range);
            }
        }
    }

    /// Closes what is open and gives the tree.
    pub fn finish(mut self) -> (Tree, Vec<Diagnostic>) {
        self.close_directives();
        self.flush();
        let blocks = self.stack.pop().map(|f| f.blocks).unwrap_or_default();
        if self.dialect == Dialect::Handbook {
            self.findings.extend(references::idle(&self.footnotes, &self.references, self.text));
        }
        let last = self.references.len();
        let order = |f: &Footnote| self.references.get(&f.label).copied().unwrap_or(last);
        self.footnotes.sort_by_key(order);
        let mut tree = Tree { blocks, footnotes: self.footnotes };
        for (id, span, fault) in ids::assign(&mut tree) {
            self.findings.push(anchor_finding(&id, fault).at_text(self.text, span));
        }
        (tree, self.findings)
    }

    fn start(&mut self, tag: Tag, range: &Range<usize>) {
        if self.too_deep(&tag, range) {
            return;
        }
        let kind = match tag {
            Tag::Paragraph => {
                self.loosen();
                Kind::Paragraph
            }
            Tag::Heading { level, id, classes, attrs } => Kind::Heading {
                level: level as u8,
                attributes: Attributes::from(Written {
                    id: id.map(|id| self.own(&id)),
                    classes: classes.iter().map(|c| self.own(c)).collect(),
                    pairs: attrs
                        .iter()
                        .map(|(k, v)| (self.own(k), v.as_deref().map_or(String::new(), |v| self.own(v))))
                        .collect(),
                    ..Written::default()
                }),
            },
            Tag::BlockQuote(kind) => {
                if kind.is_none() && self.dialect == Dialect::Handbook {
                    self.findings.extend(alerts::mistaken(self.text, self.marked, range.start));
                }
                Kind::Quote(kind.map(alert))
            }
            Tag::CodeBlock(CodeBlockKind::Indented) => Kind::Code { info: String::new(), text: String::new() },
            Tag::CodeBlock(CodeBlockKind::Fenced(info)) => Kind::Code { info: self.own(&info), text: String::new() },
            Tag::HtmlBlock | Tag::MetadataBlock(_) => Kind::Html(String::new()),
            Tag::List(start) => Kind::List { start, tight: true, items: Vec::new() },
            Tag::Item => Kind::Item { task: None },
            Tag::FootnoteDefinition(label) => Kind::Footnote { label: label.to_string() },
            Tag::DefinitionList => Kind::Definitions(Vec::new()),
            Tag::DefinitionListTitle => Kind::Term,
            Tag::DefinitionListDefinition => Kind::Meaning,
            Tag::Table(columns) => Kind::Table {
                alignments: columns.into_iter().map(alignment).collect(),
                head: Vec::new(),
                rows: Vec::new(),
            },
            Tag::TableHead => Kind::Row { head: true, cells: Vec::new() },
            Tag::TableRow => Kind::Row { head: false, cells: Vec::new() },
            Tag::TableCell => Kind::Cell,
            Tag::Emphasis | Tag::Superscript | Tag::Subscript => Kind::Emphasis,
            Tag::Strong => Kind::Strong,
            Tag::Strikethrough => Kind::Strikethrough,
            Tag::Link { link_type, dest_url, title, id } => self.link(link_type, &dest_url, &title, &id, false),
            Tag::Image { link_type, dest_url, title, id } => self.link(link_type, &dest_url, &title, &id, true),
        };
        if matches!(kind, Kind::Link { .. }) {
            self.links += 1;
        }
        self.stack.push(Frame::new(kind, range.start));
    }

    fn link(&self, kind: LinkType, to: &str, title: &str, id: &str, image: bool) -> Kind {
        match kind {
            LinkType::ReferenceUnknown | LinkType::CollapsedUnknown | LinkType::ShortcutUnknown => {
                Kind::Citation { reference: self.own(id), text: kind == LinkType::ReferenceUnknown, image }
            }
            _ if image => Kind::Image { source: self.own(to), title: self.own(title) },
            LinkType::Email => Kind::Link { to: format!("mailto:{}", self.own(to)), title: String::new() },
            _ => Kind::Link { to: self.own(to), title: self.own(title) },
        }
    }

    /// Counts nesting; true when the element is laid flat into what holds it.
    fn too_deep(&mut self, tag: &Tag, range: &Range<usize>) -> bool {
        match tag.to_end() {
            TagEnd::BlockQuote(_) | TagEnd::List(_) | TagEnd::DefinitionList if self.flattened == 0 => {
                if self.depth < MAX_BLOCKS {
                    self.depth += 1;
                    return false;
                }
                self.too_deep_finding(self.marked.span(range));
                self.flush();
                self.flattened = 1;
                true
            }
            end if self.flattened > 0 && is_container(end) => {
                self.flush();
                self.flattened += 1;
                true
            }
            end if is_mark(end) => {
                if self.flattened_marks == 0 && self.marks < MAX_INLINES {
                    self.marks += 1;
                    return false;
                }
                self.flattened_marks += 1;
                true
            }
            _ => false,
        }
    }

    pub(super) fn too_deep_finding(&mut self, span: Span) {
        if self.findings.iter().any(|f| f.code == codes::NESTED_TOO_DEEP) {
            return;
        }
        let finding = Diagnostic::warning(
            codes::NESTED_TOO_DEEP,
            words!(
                "lists and quotes nest more than {MAX_BLOCKS} deep; what is deeper is shown without its nesting",
                "danh sách và trích dẫn lồng nhau quá {MAX_BLOCKS} cấp; phần sâu hơn được hiển thị không lồng"
            ),
        );
        self.findings.push(finding.at_text(self.text, span));
    }

    fn end(&mut self, tag: TagEnd, range: &Range<usize>) {
        if is_container(tag) {
            if self.flattened > 0 {
                self.flush();
                self.flattened -= 1;
                return;
            }
            self.close_directives();
        }
        if is_mark(tag) {
            if self.flattened_marks > 0 {
                self.flattened_marks -= 1;
                return;
            }
            self.marks -= 1;
        }
        if matches!(tag, TagEnd::BlockQuote(_) | TagEnd::List(_) | TagEnd::DefinitionList) {
            self.depth -= 1;
        }
        if tag == TagEnd::FootnoteDefinition {
            self.close_directives();
        }
        self.flush();
        if self.stack.len() > 1
            && let Some(frame) = self.stack.pop()
        {
            let span = self.marked.span(&(frame.start..range.end));
            self.close(frame, span, range);
        }
    }

    /// Puts a closed frame where it belongs.
    fn close(&mut self, mut frame: Frame, span: Span, range: &Range<usize>) {
        let in_link = self.links > 0;
        let mut content = || inlines::finish(std::mem::take(&mut frame.inlines), self.marked, self.dialect, in_link);
        match frame.kind {
            Kind::Paragraph => {
                let content = content();
                self.block(paragraph(content, self.dialect), span);
            }
            Kind::Heading { level, attributes } => {
                let content = content();
                if self.dialect == Dialect::Handbook && content.is_empty() {
                    return self.findings.push(empty_heading().at_text(self.text, span));
                }
                let kind = BlockKind::Heading { level, content, number: None };
                self.push(Block { kind, attributes, span, lang: None });
            }
            Kind::Emphasis => self.inline(Inline::Emphasis(content()), range),
            Kind::Strong => self.inline(Inline::Strong(content()), range),
            Kind::Strikethrough => self.inline(Inline::Strikethrough(content()), range),
            Kind::Link { to, title } => {
                let link = Link { to, target: Target::Unresolved, title, content: content(), span };
                self.links -= 1;
                let inline =
                    if self.dialect == Dialect::Handbook { inlines::role(link) } else { Inline::Link(Box::new(link)) };
                self.inline(inline, range);
            }
            Kind::Image { source, title } => {
                let alt = content();
                let image = Image { source, target: Target::Unresolved, size: None, title, alt, span };
                self.inline(Inline::Image(Box::new(image)), range);
            }
            Kind::Citation { reference, text, image } => {
                let content = content();
                self.citation(&reference, content, text, image, range);
            }
            Kind::Cell => {
                let content = content();
                if let Some(Kind::Row { cells, .. }) = self.top() {
                    cells.push(content);
                }
            }
            Kind::Term => {
                let content = content();
                if let Some(Kind::Definitions(list)) = self.top() {
                    match list.last_mut().filter(|d| d.definitions.is_empty()) {
                        Some(open) => open.terms.push(content),
                        None => list.push(Definition { terms: vec![content], definitions: Vec::new(), span }),
                    }
                }
            }
            _ => self.close_block(frame, span),
        }
    }

    fn close_block(&mut self, frame: Frame, span: Span) {
        let blocks = frame.blocks;
        match frame.kind {
            Kind::Quote(None) => self.block(BlockKind::Quote(blocks), span),
            Kind::Quote(Some(kind)) => self.block(BlockKind::Alert { kind, blocks }, span),
            Kind::List { start, tight, items } => self.block(BlockKind::List { start, tight, items }, span),
            Kind::Item { task } => {
                if let Some(Kind::List { items, .. }) = self.top() {
                    items.push(ListItem { task, blocks, span });
                }
            }
            Kind::Footnote { label } => self.footnotes.push(Footnote { label, blocks, span }),
            Kind::Definitions(list) => self.block(BlockKind::Definitions(list), span),
            Kind::Meaning => {
                if let Some(Kind::Definitions(list)) = self.top()
                    && let Some(definition) = list.last_mut()
                {
                    definition.definitions.push(blocks);
                    definition.span.end = span.end;
                }
            }
            Kind::Table { alignments, head, rows } => {
                let table = Table { alignments, head, rows, caption: Vec::new() };
                self.block(BlockKind::Table(Box::new(table)), span);
            }
            Kind::Row { head, cells } => {
                if let Some(Kind::Table { head: first, rows, .. }) = self.top() {
                    if head { *first = cells } else { rows.push(cells) }
                }
            }
            Kind::Code { info, text } => self.block(BlockKind::Code { info, text }, span),
            Kind::Html(text) => self.html_block(&text, span),
            _ => {}
        }
    }

    fn citation(&mut self, reference: &str, content: Vec<Inline>, text: bool, image: bool, range: &Range<usize>) {
        let span = self.marked.span(range);
        if image {
            self.inline(Inline::Text("!".to_owned()), range);
        }
        if text {
            // `[@a][@b]` is two citations side by side, `[words][@b]` words with a citation.
            match inlines::citation(&super::text::plain(&content), span) {
                Some(first) => self.inline(first, range),
                None => {
                    self.inline(Inline::Text("[".to_owned()), range);
                    content.into_iter().for_each(|i| self.inline(i, range));
                    self.inline(Inline::Text("]".to_owned()), range);
                }
            }
        }
        if let Some(citation) = inlines::citation(reference, span) {
            self.inline(citation, range);
        }
    }

    fn text(&mut self, text: &str, range: &Range<usize>) {
        if let Some(Kind::Code { text: code, .. }) = self.stack.last_mut().map(|f| &mut f.kind) {
            code.push_str(&self.marked.restore(text));
            return;
        }
        if self.dialect == Dialect::Handbook && self.findings.len() < references::MOST {
            self.findings.extend(references::missing_note(self.text, self.marked, range.start));
        }
        match self.stack.last_mut().and_then(|f| f.inlines.last_mut()) {
            Some(Inline::Text(last)) => last.push_str(text),
            _ => self.inline(Inline::Text(text.to_owned()), range),
        }
    }

    pub(super) fn inline(&mut self, inline: Inline, range: &Range<usize>) {
        let span = self.marked.span(range);
        if let Some(frame) = self.stack.last_mut() {
            let line = frame.line.get_or_insert(span);
            line.end = line.end.max(span.end);
            frame.inlines.push(inline);
        }
    }

    fn html(&mut self, text: &str, range: &Range<usize>) {
        match self.stack.last_mut().map(|f| &mut f.kind) {
            Some(Kind::Html(html)) => html.push_str(text),
            _ => self.inline(Inline::Html(self.own(text)), range),
        }
    }
}

fn empty_heading() -> Diagnostic {
    let message = words!("this heading has no words, so it is left out", "đề mục này không có chữ nên bị bỏ qua");
    let help = words!(
        "write its words after the `#`; write `\\#` for the sign itself",
        "viết chữ của đề mục sau dấu `#`; muốn có chính dấu ấy thì viết `\\#`"
    );
    Diagnostic::warning(codes::HEADING_EMPTY, message).help(help)
}

fn anchor_finding(id: &str, fault: ids::Fault) -> Diagnostic {
    match fault {
        ids::Fault::Twice => Diagnostic::warning(
            codes::ANCHOR_TWICE,
            words!("the anchor `{id}` is used twice on this page", "neo `{id}` được dùng hai lần trong trang này"),
        ),
        ids::Fault::Reserved(instead) => Diagnostic::warning(
            codes::ANCHOR_RESERVED,
            words!("the anchor `{id}` belongs to the frame of the page", "neo `{id}` thuộc về khung trang"),
        )
        .help(words!(
            "`{instead}` stands there instead; anchors of texts do not begin with `_`, `fn:` or `fnref:`",
            "tạm dùng `{instead}`; neo trong bài không bắt đầu bằng `_`, `fn:` hay `fnref:`"
        )),
    }
}
