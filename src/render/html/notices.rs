//! What a reader is told of a page's translation, the same words in every edition.

use crate::book::model::{Page, TextOrigin};
use crate::config::Config;
use crate::i18n::ui::{Strings, Value};

/// The sentences due on a page, in the frame's language; none where the text is what readers expect.
#[must_use]
pub fn translation(page: &Page, config: &Config, strings: &Strings) -> Vec<String> {
    let source = config.locale(&config.source).map_or(config.source.as_str(), |l| l.name.as_str());
    let named = ("source", Value::Text(source));
    let mut texts = Vec::new();
    match &page.origin {
        TextOrigin::Fallback => texts.push(strings.text("notice-fallback", &[named])),
        TextOrigin::Catalog { percent, notice: true } => {
            let percent = ("percent", Value::Number(i64::from(*percent)));
            texts.push(strings.text("notice-partial", &[percent, named]));
        }
        TextOrigin::Whole { stale: true, made: Some(day) } => {
            let date = strings.date(day);
            texts.push(strings.text("notice-stale-dated", &[named, ("date", Value::Text(&date))]));
        }
        TextOrigin::Whole { stale: true, made: None } => texts.push(strings.text("notice-stale", &[named])),
        _ => {}
    }
    let draft = page.extra.get("draft_translation").and_then(serde_json::Value::as_bool) == Some(true);
    if draft && matches!(page.origin, TextOrigin::Whole { .. }) {
        texts.push(strings.text("notice-draft", &[]));
    }
    texts
}
