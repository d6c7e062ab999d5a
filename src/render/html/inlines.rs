//! Text and the marks in it.

use super::context::Links;
use super::escape;
use super::writer::Writer;
use crate::base::{Direction, RelPath};
use crate::content::markdown::tree::{Citation, Inline, Link, Target};

impl Writer<'_> {
    /// Writes one inline that is not raw HTML.
    pub(super) fn inline(&mut self, inline: &Inline) {
        match inline {
            Inline::Text(text) => self.prose(text),
            Inline::Code(code) => {
                self.out.push_str("<code>");
                self.text(code);
                self.out.push_str("</code>");
            }
            Inline::Emphasis(content) => self.mark("em", content),
            Inline::Strong(content) => self.mark("strong", content),
            Inline::Strikethrough(content) => self.mark("del", content),
            Inline::Link(link) => self.link(link),
            Inline::Image(image) => self.image(image, true),
            Inline::SoftBreak => self.out.push('\n'),
            Inline::HardBreak => self.out.push_str("<br>\n"),
            Inline::Html(html) => self.out.push_str(html),
            Inline::FootnoteReference(label) => self.footnote_reference(label),
            Inline::Blank(width) => self.blank(*width),
            Inline::Field(field) => self.field(field),
            Inline::Citation(citation) => self.citation(citation),
            Inline::Foreign { lang, content } => self.foreign(lang, |writer| writer.inlines(content)),
            Inline::IndexTerm { content, .. } => self.inlines(content),
            Inline::Term { target, content, .. } => match self.href(target) {
                Some(href) => self.anchor(&href, "term", "", content),
                None => self.inlines(content),
            },
        }
    }

    /// What is in another language than the text around it; the source's is marked for the preview.
    pub(super) fn foreign(&mut self, lang: &str, content: impl FnOnce(&mut Self)) {
        self.out.push_str("<span");
        if let Some((class, source)) = self.context.untranslated.zip(self.context.source)
            && lang == source
        {
            self.attribute("class", class);
        }
        self.language(lang);
        self.out.push('>');
        self.saying(Some(lang), content);
        self.out.push_str("</span>");
    }

    fn mark(&mut self, name: &str, content: &[Inline]) {
        self.out.push('<');
        self.out.push_str(name);
        self.out.push('>');
        self.inlines(content);
        self.out.push_str("</");
        self.out.push_str(name);
        self.out.push('>');
    }

    /// A link; inside another one, only its words.
    fn anchor(&mut self, href: &str, class: &str, title: &str, content: &[Inline]) {
        if self.in_link {
            return self.inlines(content);
        }
        self.out.push_str("<a");
        self.attribute("href", href);
        if !class.is_empty() {
            self.attribute("class", class);
        }
        if !title.is_empty() {
            self.attribute("title", title);
        }
        self.out.push('>');
        self.link_text(content);
        self.out.push_str("</a>");
    }

    fn link_text(&mut self, content: &[Inline]) {
        self.in_link = true;
        self.inlines(content);
        self.in_link = false;
    }

    fn link(&mut self, link: &Link) {
        match &link.target {
            Target::External | Target::Unresolved => self.outer_link(link),
            target => match self.href(target) {
                Some(href) => {
                    let class = if matches!(target, Target::Statistic { .. }) { "statistic-link" } else { "" };
                    self.anchor(&href, class, &link.title, &link.content);
                }
                None => self.inlines(&link.content),
            },
        }
    }

    fn outer_link(&mut self, link: &Link) {
        let href = escape::address(&link.to);
        if self.context.plain {
            return self.anchor(&href, "", &link.title, &link.content);
        }
        if self.in_link || !escape::is_safe(&link.to) {
            return self.inlines(&link.content);
        }
        self.out.push_str("<a");
        self.attribute("href", &href);
        let web = ["http:", "https:", "//"].iter().any(|start| href.to_ascii_lowercase().starts_with(start));
        let outside = web && matches!(link.target, Target::External);
        if outside {
            self.out.push_str(" class=\"external\" rel=\"noopener\"");
        }
        if !link.title.is_empty() {
            self.attribute("title", &link.title);
        }
        self.out.push('>');
        if link.content.is_empty() {
            self.text(&link.to);
        }
        self.link_text(&link.content);
        if outside && self.context.external_links == Links::Marked {
            self.out.push_str("<span class=\"visually-hidden\"> (");
            self.label("external-link");
            self.out.push_str(")</span>");
        }
        self.out.push_str("</a>");
    }

    /// The address of what a link was found to lead to, from this page.
    pub(super) fn href(&self, target: &Target) -> Option<String> {
        let to = |path: &RelPath, anchor: Option<&str>| {
            let anchor = anchor.map(|a| format!("#{}", escape::escape_address(a)));
            let same = path == self.context.page && anchor.is_some();
            let way = if same { String::new() } else { self.context.page.address_of(path) };
            way + anchor.as_deref().unwrap_or_default()
        };
        match target {
            Target::Page { path, anchor } => Some(to(path, anchor.as_deref())),
            Target::Asset(path) => Some(to(path, None)),
            Target::Statistic { path, anchor, .. } => Some(to(path.as_ref()?, anchor.as_deref())),
            Target::External | Target::Unresolved | Target::Broken => None,
        }
    }

    fn citation(&mut self, citation: &Citation) {
        let name = if citation.label.is_empty() { &citation.id } else { &citation.label };
        let around = self.said.as_deref().unwrap_or_else(|| self.context.labels.lang());
        let foreign = !citation.lang.is_empty() && !around.is_empty() && citation.lang != around;
        let name = Inline::Text(name.clone());
        let name = if foreign { Inline::Foreign { lang: citation.lang.clone(), content: vec![name] } } else { name };
        let mut words = vec![name];
        if !citation.locator.is_empty() {
            words.push(Inline::Text(format!(", {}", citation.locator)));
        }
        // Its brackets stand around it in either direction.
        let apart = if self.context.labels.direction() == Direction::Rtl { " dir=\"auto\"" } else { "" };
        self.out.push_str(&format!("<span class=\"citation\"{apart}>["));
        match self.href(&citation.target) {
            Some(href) => self.anchor(&href, "", "", &words),
            None => self.inlines(&words),
        }
        self.out.push_str("]</span>");
    }

    fn blank(&mut self, width: u16) {
        if self.text_field() {
            return;
        }
        let line = "_".repeat(usize::from(width));
        if self.context.plain {
            return self.out.push_str(&line);
        }
        let label = self.context.labels.label("label-blank");
        self.out.push_str("<span class=\"blank\" role=\"img\"");
        self.attribute("aria-label", &label);
        self.own_language();
        self.out.push('>');
        self.out.push_str(&line);
        self.out.push_str("</span>");
    }
}
