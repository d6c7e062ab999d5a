//! The state of writing one page, and the writing of tags.

use std::collections::BTreeMap;

use super::context::HtmlContext;
use super::footnotes::Notes;
use super::forms::Form;
use super::raw::Cleaner;
use super::{bidi, escape};
use crate::base::{Direction, Locale};
use crate::content::markdown::tree::{Attributes, Block, BlockKind, Tree};

/// Writes one page.
pub(super) struct Writer<'a> {
    pub out: String,
    pub context: &'a HtmlContext<'a>,
    pub notes: Notes<'a>,
    pub cleaner: Option<Cleaner>,
    /// Images, tables written so far: the first image loads at once, tables are told apart by number.
    pub images: usize,
    pub tables: usize,
    /// Whether the framework's slots have been listed.
    pub slots: bool,
    /// The language of the words at hand where it is not the page's.
    pub said: Option<String>,
    /// Boxes written so far whose title is in another language than their label.
    pub boxes: usize,
    /// Inside a link, where no other may stand.
    pub in_link: bool,
    pub tree: &'a Tree,
    /// Choices written so far, which are told apart by number.
    pub choices: usize,
    /// Inside a checklist or a worksheet, where a reader ticks boxes and fills in blanks.
    pub form: Option<Form>,
}

impl<'a> Writer<'a> {
    pub fn new(tree: &'a Tree, context: &'a HtmlContext<'a>) -> Self {
        Self {
            out: String::new(),
            context,
            notes: Notes::new(&tree.footnotes),
            cleaner: None,
            images: 0,
            tables: 0,
            slots: false,
            said: None,
            boxes: 0,
            in_link: false,
            tree,
            choices: 0,
            form: None,
        }
    }

    /// What `write` adds, apart from what was written before.
    pub fn capture(&mut self, write: impl FnOnce(&mut Self)) -> String {
        let before = std::mem::take(&mut self.out);
        write(self);
        std::mem::replace(&mut self.out, before)
    }

    pub fn text(&mut self, text: &str) {
        escape::push_text(&mut self.out, text);
    }

    /// Running text; what its direction would tear is kept together.
    pub fn prose(&mut self, text: &str) {
        if self.context.labels.direction() == Direction::Ltr {
            return self.text(text);
        }
        let mut at = 0;
        for range in bidi::numbers(text) {
            self.text(&text[at..range.start]);
            self.out.push_str("<bdi dir=\"ltr\">");
            self.text(&text[range.clone()]);
            self.out.push_str("</bdi>");
            at = range.end;
        }
        self.text(&text[at..]);
    }

    /// `lang="…"`, with the direction where it is not that of the page.
    pub fn language(&mut self, lang: &str) {
        self.attribute("lang", lang);
        let own = lang.parse::<Locale>().map(|locale| locale.direction());
        if let Some(direction) = own.ok().filter(|own| *own != self.context.labels.direction()) {
            self.attribute("dir", direction.as_str());
        }
    }

    /// `lang="…"` of words of the interface that stand among foreign ones.
    pub fn own_language(&mut self) {
        let lang = self.context.labels.lang();
        if self.said.is_some() && !lang.is_empty() {
            self.language(lang);
        }
    }

    /// What `write` writes, its words in `lang`.
    pub fn saying(&mut self, lang: Option<&str>, write: impl FnOnce(&mut Self)) {
        let Some(lang) = lang else { return write(self) };
        let outer = self.said.replace(lang.to_owned());
        write(self);
        self.said = outer;
    }

    pub fn label(&mut self, key: &str) {
        let label = self.context.labels.label(key);
        self.text(&label);
    }

    /// ` name="value"`.
    pub fn attribute(&mut self, name: &str, value: &str) {
        self.out.push(' ');
        self.out.push_str(name);
        self.out.push_str("=\"");
        escape::push_attribute(&mut self.out, value);
        self.out.push('"');
    }

    /// `<name class="…" id="…" lang="…">` of a block.
    pub fn open(&mut self, name: &str, class: &str, block: &Block) {
        self.out.push('<');
        self.out.push_str(name);
        if !self.context.plain {
            let marked = self.context.untranslated.filter(|_| block.lang.is_some()).unwrap_or_default();
            self.attributes([class, marked], &block.attributes);
            if let Some(lang) = &block.lang {
                self.language(lang);
            }
            self.name_block(block);
        }
        self.out.push('>');
    }

    /// The name of a block, for the preview.
    pub fn name_block(&mut self, block: &Block) {
        if let Some(name) = self.context.marks.and_then(|text| text.mark(block.span)) {
            self.attribute("data-at", &name);
        }
    }

    /// The same in the tag of what holds some blocks, when the first of them has no tag of its own.
    pub fn name_first(&mut self, blocks: &[Block]) {
        if let Some(block) = blocks.first().filter(|block| matches!(block.kind, BlockKind::Plain(_))) {
            self.name_block(block);
        }
    }

    /// `</name>` and a line end.
    pub fn close(&mut self, name: &str) {
        self.out.push_str("</");
        self.out.push_str(name);
        self.out.push_str(">\n");
    }

    fn attributes(&mut self, classes: [&str; 2], attributes: &Attributes) {
        let own = attributes.classes.iter().map(String::as_str);
        let classes: Vec<&str> =
            classes.into_iter().flat_map(|c| c.split(' ').filter(|c| !c.is_empty())).chain(own).collect();
        if !classes.is_empty() {
            self.attribute("class", &classes.join(" "));
        }
        if let Some(id) = attributes.id.as_deref().filter(|id| is_id(id)) {
            self.attribute("id", id);
        }
        if attributes.pairs.is_empty() {
            return;
        }
        let pairs: BTreeMap<_, _> = attributes.pairs.iter().map(|(k, v)| (k.as_str(), v.as_str())).collect();
        for (key, value) in pairs {
            if matches!(key, "lang" | "dir" | "title") || is_data(key) {
                self.attribute(key, value);
            }
        }
    }
}

/// HTML's rule for anchors.
fn is_id(id: &str) -> bool {
    !id.is_empty() && !id.contains(|c: char| c.is_ascii_whitespace())
}

fn is_data(key: &str) -> bool {
    let name = key.strip_prefix("data-").unwrap_or_default();
    !name.is_empty() && name.bytes().all(|b| b.is_ascii_lowercase() || b.is_ascii_digit() || b == b'-')
}
