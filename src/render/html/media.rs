//! Images and figures.

use super::escape;
use super::writer::Writer;
use crate::base::RelPath;
use crate::content::markdown::text::plain;
use crate::content::markdown::tree::{Block, Image, Inline, Target};
use crate::render::pictures::Picture;

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
        let pictures = self.context.pictures;
        let picture = match &image.target {
            Target::Asset(path) => pictures.and_then(|pictures| pictures.get(path)),
            _ => None,
        };
        let source = match (&image.target, picture.and_then(shown)) {
            (_, Some(path)) => self.context.page.address_of(path),
            (Target::Asset(path) | Target::Page { path, .. }, None) => self.context.page.address_of(path),
            (Target::External | Target::Unresolved, None) => escape::address(&image.source),
            (Target::Statistic { .. } | Target::Broken, None) => String::new(),
        };
        let plain_mode = self.context.plain;
        // An image that cannot be shown leaves its words.
        if !plain_mode && (source.is_empty() || !escape::is_safe(&source)) {
            return self.text(&alt);
        }
        let small = picture.filter(|picture| !picture.avif.is_empty());
        if let Some(picture) = small {
            self.out.push_str("<picture><source type=\"image/avif\"");
            self.sizes(&picture.avif, picture);
            self.out.push('>');
        }
        self.out.push_str("<img");
        self.attribute("src", &source);
        self.attribute("alt", &alt);
        if let Some(picture) = picture {
            self.sizes(&picture.plain, picture);
        }
        if !image.title.is_empty() && titled {
            self.attribute("title", &image.title);
        }
        if !plain_mode {
            let size = picture.map(|picture| (picture.width, picture.height)).or(image.size);
            if let Some((width, height)) = size {
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
        if small.is_some() {
            self.out.push_str("</picture>");
        }
    }

    /// `srcset` and `sizes`: a text column is 44 rem wide at most, and no image wider than itself.
    fn sizes(&mut self, files: &[(u32, RelPath)], picture: &Picture) {
        let listed = files.iter().map(|(width, path)| format!("{} {width}w", self.context.page.address_of(path)));
        let listed = listed.collect::<Vec<_>>().join(", ");
        self.attribute("srcset", &listed);
        self.attribute("sizes", &format!("min(100vw, 44rem, {}px)", picture.width));
    }
}

/// The file for browsers that know no `srcset`: large enough for a column.
fn shown(picture: &Picture) -> Option<&RelPath> {
    let enough = picture.plain.iter().find(|(width, _)| *width >= 800);
    enough.or(picture.plain.last()).map(|(_, path)| path)
}
