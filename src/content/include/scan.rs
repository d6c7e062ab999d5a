//! Where `{{#…}}` links stand in a text, and what each says. Linear in the text's length.

use std::ops::Range;

#[derive(Debug, PartialEq)]
pub(super) struct Link<'a> {
    pub kind: Kind<'a>,
    /// The whole link, its backslash included when it is escaped.
    pub span: Range<usize>,
}

#[derive(Debug, PartialEq)]
pub(super) enum Kind<'a> {
    /// `\{{#…}}`: shown, not followed.
    Escaped,
    /// `{{#title …}}`: mdBook's title of the browser tab; ours comes from the front matter.
    Title,
    /// `{{#include …}}`, `{{#rustdoc_include …}}`.
    Include { target: &'a str },
    /// `{{#playground file.rs editable}}`.
    Playground { target: &'a str, attributes: Vec<&'a str> },
}

/// All links within `range`, in order.
pub(super) fn links(text: &str, range: Range<usize>) -> Vec<Link<'_>> {
    let mut links = Vec::new();
    let mut at = range.start;
    // The next `}` at or after `at`; remembered, so that many openings without an end stay cheap.
    let mut brace = None;
    while let Some(open) = text[at..range.end].find("{{").map(|i| at + i) {
        if brace.is_none_or(|b| b < open) {
            match text[open..range.end].find('}') {
                Some(i) => brace = Some(open + i),
                None => break,
            }
        }
        let close = brace.unwrap_or(open);
        match link(text, range.start, open, close) {
            Some(link) => {
                at = link.span.end;
                links.push(link);
            }
            None => at = open + 1,
        }
    }
    links
}

/// The link that opens at `open`, if what stands up to the first `}` at `close` is one.
fn link(text: &str, from: usize, open: usize, close: usize) -> Option<Link<'_>> {
    let inner = text[open + 2..close].trim_start().strip_prefix('#')?;
    if !text[close..].starts_with("}}") {
        return None;
    }
    let end = close + 2;
    if open > from && text.as_bytes()[open - 1] == b'\\' {
        return Some(Link { kind: Kind::Escaped, span: open - 1..end });
    }
    let name_end = inner.find(|c: char| !c.is_ascii_alphanumeric() && c != '_')?;
    let (name, rest) = inner.split_at(name_end);
    let mut words = rest.starts_with(char::is_whitespace).then(|| rest.split_whitespace())?;
    let target = words.next()?;
    let kind = match name {
        "include" | "rustdoc_include" => Kind::Include { target },
        "playground" | "playpen" => Kind::Playground { target, attributes: words.collect() },
        "title" => Kind::Title,
        _ => return None,
    };
    Some(Link { kind, span: open..end })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn kinds(text: &str) -> Vec<Kind<'_>> {
        links(text, 0..text.len()).into_iter().map(|link| link.kind).collect()
    }

    #[test]
    fn links_are_told_from_text() {
        let include = |target| Kind::Include { target };
        assert_eq!(kinds("a {{#include b.md}} {{ #include c.rs:2:3 }}"), [include("b.md"), include("c.rs:2:3")]);
        assert_eq!(kinds("\\{{#include b.md}} {{#rustdoc_include c}}"), [Kind::Escaped, include("c")]);
        let playground = Kind::Playground { target: "a.rs", attributes: vec!["editable", "x"] };
        assert_eq!(kinds("{{#playground a.rs editable x}}{{#title A b}}"), [playground, Kind::Title]);
        for text in ["{{#include}}", "{{#if a}}", "{{include a}}", "{{#include a}", "{{#include a", "{{{{#", "{{#ư a}}"]
        {
            assert_eq!(kinds(text), [], "{text}");
        }
        assert_eq!(kinds("{{{#include a}}"), [include("a")]);
    }

    #[test]
    fn a_million_openings_are_read_once() {
        let text = "{{#include ".repeat(200_000) + "}";
        assert_eq!(kinds(&text), []);
    }
}
