//! The interface's words of one locale, as labels of a page and as a template asks for them.

use std::collections::BTreeMap;
use std::sync::Arc;

use super::Labels;
use crate::base::Direction;
use crate::i18n::ui::{Strings, Value};
use crate::theme::{Argument, Wording};

/// The words of a page's language.
#[derive(Clone, Copy, Debug)]
pub struct Words<'a>(pub &'a Strings);

impl Labels for Words<'_> {
    fn label(&self, key: &str) -> String {
        self.0.text(key, &[])
    }

    fn label_with(&self, key: &str, name: &str, value: &str) -> String {
        self.0.text(key, &[(name, Value::Text(value))])
    }

    fn lang(&self) -> &str {
        self.0.locale().as_str()
    }

    fn direction(&self) -> Direction {
        self.0.locale().direction()
    }

    fn date(&self, iso: &str) -> String {
        self.0.date(iso)
    }
}

/// The way from a template's `t(…)` to a locale's words.
#[derive(Clone, Debug)]
pub struct Spoken(pub Arc<Strings>);

impl Wording for Spoken {
    fn words(&self, key: &str, args: &BTreeMap<String, Argument>) -> String {
        let args: Vec<(&str, Value<'_>)> = args
            .iter()
            .map(|(name, argument)| match argument {
                Argument::Text(text) => (name.as_str(), Value::Text(text)),
                Argument::Number(number) => (name.as_str(), Value::Number(*number)),
            })
            .collect();
        self.0.text(key, &args)
    }
}
