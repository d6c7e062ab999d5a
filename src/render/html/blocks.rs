//! Blocks: headings, paragraphs, quotes, alerts, code.

use super::writer::Writer;
use crate::content::markdown::text::plain;
use crate::content::markdown::tree::{AlertKind, Block, BlockKind, Inline};

impl Writer<'_> {
    /// Writes one block that is not raw HTML.
    pub(super) fn block(&mut self, block: &Block) {
        self.saying(block.lang.as_deref(), |writer| writer.spoken(block));
    }

    fn spoken(&mut self, block: &Block) {
        match &block.kind {
            BlockKind::Heading { level, content, number } => self.heading(block, *level, content, number.as_deref()),
            BlockKind::Paragraph(content) => {
                self.open("p", "", block);
                self.ask(&[], content);
                self.inlines(content);
                self.close("p");
            }
            BlockKind::Plain(content) => {
                self.ask(&[], content);
                self.inlines(content);
                self.out.push('\n');
            }
            BlockKind::List { start, tight, items } => self.list(block, *start, *tight, items),
            BlockKind::Clauses(clauses) => self.clauses(block, clauses),
            BlockKind::Definitions(list) => self.definitions(block, list),
            BlockKind::Quote(blocks) => {
                self.open("blockquote", "", block);
                self.out.push('\n');
                self.blocks(blocks);
                self.close("blockquote");
            }
            BlockKind::Alert { kind, blocks } => self.alert(block, *kind, blocks),
            BlockKind::Code { info, text } => self.code(block, info, text),
            BlockKind::Table(table) => self.table(block, table),
            BlockKind::Figure { image, caption } => self.figure(block, image, caption),
            BlockKind::Rule => {
                self.open("hr", "", block);
                self.out.push('\n');
            }
            BlockKind::Html(html) => self.out.push_str(html),
            BlockKind::Directive(directive) => self.directive(block, directive),
        }
    }

    fn heading(&mut self, block: &Block, level: u8, content: &[Inline], number: Option<&str>) {
        const NAMES: [&str; 6] = ["h1", "h2", "h3", "h4", "h5", "h6"];
        let level = level.saturating_add(self.context.heading_offset).clamp(1, 6);
        let name = NAMES[usize::from(level) - 1];
        self.anchors(block);
        self.open(name, "", block);
        if let Some(number) = number {
            self.out.push_str("<span class=\"heading-number\">");
            self.text(number);
            self.out.push_str("</span> ");
        }
        self.inlines(content);
        if let Some(id) = block.attributes.id.as_deref().filter(|_| !self.context.plain) {
            self.self_link(id, &plain(content));
        }
        self.close(name);
    }

    /// Further anchors that lead to what follows.
    pub(super) fn anchors(&mut self, block: &Block) {
        let ids = if self.context.plain { &[][..] } else { &block.attributes.id_aliases };
        for id in ids {
            self.out.push_str("<span");
            self.attribute("id", id);
            self.out.push_str("></span>");
        }
    }

    /// The link by which a reader copies the address of a place in the page.
    pub(super) fn self_link(&mut self, id: &str, title: &str) {
        let label = self.context.labels.label_with("copy-link", "title", title);
        self.out.push_str("<a class=\"self-link\"");
        self.attribute("href", &format!("#{}", super::escape::escape_address(id)));
        self.own_language();
        self.attribute("aria-label", &label);
        self.out.push_str("></a>");
    }

    fn alert(&mut self, block: &Block, kind: AlertKind, blocks: &[Block]) {
        let name = kind.name();
        self.open("aside", &format!("alert alert-{name}"), block);
        self.out.truncate(self.out.len() - 1);
        // A note in the text, not a landmark of the page.
        self.out.push_str(" role=\"note\"><p class=\"alert-title\">");
        self.label(&format!("alert-{name}"));
        self.out.push_str("</p>\n");
        self.blocks(blocks);
        self.close("aside");
    }

    fn code(&mut self, block: &Block, info: &str, text: &str) {
        let language = info.split([' ', '\t', ',']).next().unwrap_or_default();
        let whole = info.split_whitespace().next().unwrap_or_default();
        let language = if self.context.plain { whole } else { language };
        if self.context.plain {
            self.out.push_str("<pre><code");
        } else {
            // Focusable, because a long line scrolls sideways.
            self.open("pre", "code", block);
            self.out.truncate(self.out.len() - 1);
            self.out.push_str(" tabindex=\"0\"><code");
        }
        if !language.is_empty() {
            self.attribute("class", &format!("language-{language}"));
        }
        self.out.push('>');
        match self.context.highlighter.highlight(language, text).filter(|_| !self.context.plain) {
            Some(html) => self.out.push_str(&html),
            None => self.text(text),
        }
        self.out.push_str("</code></pre>\n");
    }
}
