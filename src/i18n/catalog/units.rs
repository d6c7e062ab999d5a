//! The messages of a source page, read once for all languages.

use super::code::{self, Part};
use super::spell;
use super::texts::{self, Reader, Spot, Text};
use crate::base::{Locale, Span};
use crate::content::page::SourcePage;

/// What one text of a page asks of a catalog, in the order of [`texts`].
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Unit {
    /// Nothing.
    None,
    /// One message.
    One(String),
    /// A code block's messages, in order.
    Code(Vec<Part>),
}

impl Unit {
    /// The messages it asks for.
    pub(super) fn ids(&self) -> Vec<&str> {
        match self {
            Self::None => Vec::new(),
            Self::One(id) => vec![id],
            Self::Code(parts) => parts.iter().map(|part| part.id.as_str()).collect(),
        }
    }
}

/// A message where a page uses it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Use {
    /// The message.
    pub id: String,
    /// Where its text stands in the page; `None` is the front matter.
    pub span: Option<Span>,
    /// Lines of it above the message (in code).
    pub below: usize,
    /// Comments for translators.
    pub comments: Vec<String>,
}

/// The messages of a page.
#[derive(Clone, Debug, Default)]
pub(super) struct Units {
    pub units: Vec<Unit>,
    pub uses: Vec<Use>,
}

/// Reads a page's messages.
pub(super) fn of(page: &SourcePage, source: &Locale) -> Units {
    let mut units = Units::default();
    texts::page(&mut page.clone(), source, &mut units);
    units
}

impl Reader for Units {
    fn text(&mut self, text: Text<'_>, spot: Spot) -> bool {
        let unit = if spot.skip { Unit::None } else { unit(text) };
        let mut add = |id: &str, below: usize| {
            self.uses.push(Use { id: id.to_owned(), span: spot.span, below, comments: spot.comments.clone() });
        };
        match &unit {
            Unit::None => {}
            Unit::One(id) => add(id, spot.below),
            // The fence stands above the first line.
            Unit::Code(parts) => parts.iter().for_each(|p| add(&p.id, p.line + usize::from(p.range.is_some()))),
        }
        self.units.push(unit);
        true
    }
}

fn unit(text: Text<'_>) -> Unit {
    let id = match text {
        Text::Plain(text) => text.trim().to_owned(),
        Text::Line(content) | Text::Part(content) => spell::message(content, false),
        Text::Cell(content) => spell::message(content, true),
        Text::Figure(image, _) => spell::figure(image),
        Text::Code(info, text) => {
            let parts = code::parts(info, text);
            return if parts.is_empty() { Unit::None } else { Unit::Code(parts) };
        }
    };
    if id.is_empty() { Unit::None } else { Unit::One(id) }
}
