//! Images and figures.

use super::escape;
use super::writer::Writer;
use crate::content::markdown::text::plain;
use crate::content::markdown::tree::{Block, Image, Inline, Target};

impl Writer<'_> {
    pub(super) fn figure(&mut self, block: &Block, image: &Image, caption: &[Inline]) {
        self.open("figure", "", block);
        self.image(image, false);
        if !caption.is_empty() {
            self.out.push_str("<figcaption>");
            self.inlines(caption);
            self.out.push_str("</figcaption>");
        }
        self.close("figure");
    }

    pub(super) fn image(&mut self, image: &Image, titled: bool) {
        let alt = plain(&image.alt);
        let source = match &image.target {
            Target::Asset(path) | Target::Page { path, .. } => self.context.page.address_of(path),
            Target::External | Target::Unresolved => escape::address(&image.source),
            Target::Statistic { .. } | Target::Broken => String::new(),
        };
        let plain_mode = self.context.plain;
        // An image that cannot be shown leaves its words.
        if !plain_mode && (source.is_empty() || !escape::is_safe(&source)) {
            return self.text(&alt);
        }
        self.out.push_str("<img");
        self.attribute("src", &source);
        self.attribute("alt", &alt);
        if !image.title.is_empty() && titled {
            self.attribute("title", &image.title);
        }
        if !plain_mode {
            if let Some((width, height)) = image.size {
                self.attribute("width", &width.to_string());
                self.attribute("height", &height.to_string());
            }
            if self.images > 0 {
                self.out.push_str(" loading=\"lazy\"");
            }
            self.out.push_str(" decoding=\"async\"");
        }
        self.images += 1;
        self.out.push('>');
    }
}
