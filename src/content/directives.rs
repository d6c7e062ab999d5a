//! The directives an author may write, and what each expects.
//!
//! Owns the table of names and the rule for what follows a name. How a directive's lines are found is
//! `markdown::marks`' work, how it looks is the renderers'.

use crate::base::nearest;

/// What stands between a directive's lines.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Body {
    /// Blocks of Markdown.
    Blocks,
    /// Lettered clauses, read by `content::clauses`.
    Clauses,
    /// Nothing: the block is made from data when the book is put together.
    Generated,
}

/// What follows a directive's name on its line.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Argument {
    /// Nothing.
    None,
    /// A title, if the author wants one.
    Title,
    /// A title that cannot be missing.
    TitleNeeded,
    /// An id, if the author wants one.
    Id,
    /// An id that cannot be missing.
    IdNeeded,
    /// A path and a caption in quotes.
    PathAndCaption,
}

/// One directive.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Rule {
    /// Its name.
    pub name: &'static str,
    /// What it holds.
    pub body: Body,
    /// What follows its name.
    pub argument: Argument,
    /// Whether a line of underscores alone is a blank to fill in, not a thematic break.
    pub fill_in: bool,
}

const fn rule(name: &'static str, body: Body, argument: Argument) -> Rule {
    Rule { name, body, argument, fill_in: false }
}

const fn form(name: &'static str, argument: Argument) -> Rule {
    Rule { name, body: Body::Blocks, argument, fill_in: true }
}

/// Every directive.
pub const RULES: &[Rule] = &[
    rule("example", Body::Blocks, Argument::Title),
    rule("checklist", Body::Blocks, Argument::Title),
    form("worksheet", Argument::Title),
    rule("card", Body::Blocks, Argument::Title),
    rule("clauses", Body::Clauses, Argument::None),
    rule("details", Body::Blocks, Argument::TitleNeeded),
    rule("steps", Body::Blocks, Argument::Title),
    form("letterhead", Argument::None),
    form("recipients", Argument::Title),
    form("signature", Argument::None),
    rule("statistic", Body::Generated, Argument::IdNeeded),
    rule("data", Body::Generated, Argument::PathAndCaption),
    rule("documents", Body::Generated, Argument::None),
    rule("elements", Body::Generated, Argument::Id),
    rule("sources", Body::Generated, Argument::None),
    rule("glossary", Body::Generated, Argument::None),
];

/// The rule for a name.
#[must_use]
pub fn find(name: &str) -> Option<&'static Rule> {
    RULES.iter().find(|rule| rule.name == name)
}

/// The known name nearest to a misspelt one.
#[must_use]
pub fn nearest_name(name: &str) -> Option<&'static str> {
    nearest(name, RULES.iter().map(|rule| rule.name))
}

/// The path and the caption: `so-lieu/kenh.csv "Caption"`; a path with spaces stands in `<…>`.
#[must_use]
pub fn path_and_caption(argument: &str) -> (&str, &str) {
    let argument = argument.trim();
    let (path, rest) = match argument.strip_prefix('<').and_then(|a| a.split_once('>')) {
        Some(parts) => parts,
        None => argument.split_once(char::is_whitespace).unwrap_or((argument, "")),
    };
    let caption = rest.trim();
    let bare = caption.strip_prefix('"').and_then(|c| c.strip_suffix('"'));
    (path, bare.unwrap_or(caption))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_path_may_hold_spaces() {
        assert_eq!(path_and_caption("a/b.csv \"Bảng 1\""), ("a/b.csv", "Bảng 1"));
        assert_eq!(path_and_caption("<a b.csv> Bảng"), ("a b.csv", "Bảng"));
        assert_eq!(path_and_caption("a.csv"), ("a.csv", ""));
    }
}
