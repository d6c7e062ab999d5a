//! Which text a page has in a locale: a translated file, else a catalog's translation, else the source's.
//!
//! Owns that order of precedence and the notice that goes with each.

use super::model::TextOrigin;
use crate::base::{Locale, RelPath};
use crate::config::Config;
use crate::content::Content;
use crate::content::page::SourcePage;

/// A page's text in one locale.
pub struct Text<'a> {
    /// The text.
    pub page: &'a SourcePage,
    /// Its language.
    pub locale: Locale,
    /// Where it comes from.
    pub origin: TextOrigin,
}

/// The text that `locale` shows at `path`.
#[must_use]
pub fn select<'a>(config: &Config, content: &'a Content, locale: &Locale, path: &RelPath) -> Option<Text<'a>> {
    let of = |locale: &Locale| content.pages.get(locale).and_then(|pages| pages.get(path));
    let source = of(&config.source)?;
    if *locale == config.source {
        return Some(Text { page: source, locale: locale.clone(), origin: TextOrigin::Source });
    }
    if let Some(page) = of(locale) {
        let stale = page.front.made_from(source.hash) == Some(false);
        return Some(Text {
            page,
            locale: locale.clone(),
            origin: TextOrigin::Whole { stale, made: page.front.translated.clone() },
        });
    }
    let by_catalog = content.catalogued.get(locale).and_then(|pages| pages.get(path)).filter(|c| c.translated > 0);
    if let Some(found) = by_catalog {
        let percent = u8::try_from(found.translated * 100 / found.total.max(1)).unwrap_or(100);
        let notice = percent < config.translation_notice_below;
        return Some(Text {
            page: &found.page,
            locale: locale.clone(),
            origin: TextOrigin::Catalog { percent, notice },
        });
    }
    Some(Text { page: source, locale: config.source.clone(), origin: TextOrigin::Fallback })
}
