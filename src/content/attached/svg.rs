//! The words of a drawing, and the drawing with other words.
//!
//! Owns where words stand in SVG: in `<text>` and what it may hold, `<title>`, `<desc>`. Each run of text is a word of
//! its own, for its place and look are its own. `translate="no"` keeps what it encloses as it is. Everything else
//! of the file stays byte for byte.

use std::collections::BTreeSet;
use std::ops::Range;

use roxmltree::{Document, Node, ParsingOptions};

use crate::base::Span;

/// Elements whose text is read by people (SVG 2, 5.8 and 11).
const HOLDERS: [&str; 6] = ["text", "tspan", "textPath", "a", "title", "desc"];
/// The namespace that `xml:lang` stands in.
const XML: &str = "http://www.w3.org/XML/1998/namespace";
/// More parts than a drawing has; what claims more is not read.
const MOST_NODES: u32 = 1_000_000;

/// The words of a drawing, each as one line, with their places. None when it cannot be read.
#[must_use]
pub fn words(svg: &str) -> Vec<(String, Span)> {
    let Some(document) = parse(svg) else { return Vec::new() };
    texts(&document, svg).map(|text| (text.words, text.range.into())).collect()
}

/// The drawing in another language: words that `translation` knows are replaced, the others say that they are in
/// `source`, the whole says that it is in `lang`. `None` when it cannot be read or nothing of it is translated.
#[must_use]
pub fn translated<'t>(
    svg: &str,
    source: &str,
    lang: &str,
    translation: impl Fn(&str) -> Option<&'t str>,
) -> Option<String> {
    let document = parse(svg)?;
    let mut edits: Vec<(Range<usize>, String)> = Vec::new();
    let mut foreign = BTreeSet::new();
    for text in texts(&document, svg) {
        match translation(&text.words) {
            Some(words) => edits.push((text.range, escaped(words))),
            None => _ = foreign.insert(text.holder),
        }
    }
    if edits.is_empty() {
        return None;
    }
    let holders = document.descendants().filter(|node| foreign.contains(&node.range().start));
    edits.extend(holders.filter(|node| own_language(node).is_none()).map(|node| language(svg, &node, source)));
    edits.push(language(svg, &document.root_element(), lang));
    edits.sort_by_key(|(range, _)| range.start);
    let mut out = String::with_capacity(svg.len() + 256);
    let mut at = 0;
    for (range, words) in edits {
        out.push_str(svg.get(at..range.start)?);
        out.push_str(&words);
        at = range.end;
    }
    out.push_str(svg.get(at..)?);
    Some(out)
}

fn parse(svg: &str) -> Option<Document<'_>> {
    // Text of an entity stands elsewhere than where it is shown.
    if svg.contains("<!ENTITY") {
        return None;
    }
    let options = ParsingOptions { allow_dtd: true, nodes_limit: MOST_NODES, ..ParsingOptions::default() };
    Document::parse_with_options(svg, options).ok()
}

/// A run of text.
struct Text {
    /// It, as one line.
    words: String,
    /// Its bytes, blanks at its ends left out.
    range: Range<usize>,
    /// Where the element begins that holds it.
    holder: usize,
}

fn texts<'d>(document: &'d Document<'d>, svg: &'d str) -> impl Iterator<Item = Text> + 'd {
    document.descendants().filter(Node::is_text).filter_map(move |node| {
        let holder = node.parent_element().filter(is_read)?;
        let words = node.text()?.split_whitespace().collect::<Vec<_>>().join(" ");
        let raw = svg.get(node.range())?;
        // CDATA and comments would be torn.
        if !super::is_word(&words) || raw.contains('<') {
            return None;
        }
        let start = node.range().start + (raw.len() - raw.trim_start().len());
        Some(Text { words, range: start..start + raw.trim().len(), holder: holder.range().start })
    })
}

fn is_read(holder: &Node<'_, '_>) -> bool {
    let kept = |node: Node<'_, '_>| node.attribute("translate") == Some("no") || node.tag_name().name() == "metadata";
    HOLDERS.contains(&holder.tag_name().name()) && !holder.ancestors().any(kept)
}

/// The value of the language an element says it is in, by its place.
fn own_language(node: &Node<'_, '_>) -> Option<Range<usize>> {
    let attribute = |name: (&str, &str)| node.attribute_node(name).map(|found| found.range_value());
    attribute((XML, "lang")).or_else(|| node.attribute_node("lang").map(|found| found.range_value()))
}

/// The edit that makes an element say its language.
fn language(svg: &str, node: &Node<'_, '_>, lang: &str) -> (Range<usize>, String) {
    if let Some(range) = own_language(node) {
        return (range, lang.to_owned());
    }
    let tag = svg.get(node.range().start..).unwrap_or_default();
    let end = tag.find(|c: char| c.is_whitespace() || matches!(c, '>' | '/')).unwrap_or(tag.len());
    let at = node.range().start + end;
    (at..at, format!(" xml:lang=\"{lang}\""))
}

fn escaped(words: &str) -> String {
    words.replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;")
}

#[cfg(test)]
mod tests {
    use super::*;

    const DRAWING: &str = r#"<?xml version="1.0"?>
<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9"><!-- x --><title>Sơ đồ &amp; hình</title>
  <style>text { fill: red }</style>
  <text x="1">  Hai
    dòng </text><text>22</text>
  <text>Đầu <tspan font-weight="600">giữa</tspan> cuối</text>
  <g translate="no"><text>532/BTTTT-TTĐN</text></g>
</svg>"#;

    #[test]
    fn words_are_what_people_read() {
        let found: Vec<String> = words(DRAWING).into_iter().map(|(text, _)| text).collect();
        assert_eq!(found, ["Sơ đồ & hình", "Hai dòng", "Đầu", "giữa", "cuối"]);
        for broken in
            ["", "<svg", "<svg><text>a</svg>", "\u{0}", "<!DOCTYPE a [<!ENTITY b 'c'>]><svg><text>&b;</text></svg>"]
        {
            assert_eq!(words(broken), [], "{broken}");
        }
    }

    #[test]
    fn only_words_change_and_what_is_left_says_its_language() {
        let french = |words: &str| match words {
            "Sơ đồ & hình" => Some("Schéma <et> image"),
            "giữa" => Some("milieu"),
            "Hai dòng" => Some("Deux lignes"),
            _ => None,
        };
        let expected = DRAWING
            .replace("<svg xmlns", "<svg xml:lang=\"fr\" xmlns")
            .replace("Sơ đồ &amp; hình", "Schéma &lt;et&gt; image")
            .replace("Hai\n    dòng", "Deux lignes")
            .replace("<text>Đầu", "<text xml:lang=\"vi\">Đầu")
            .replace("giữa", "milieu");
        assert_eq!(translated(DRAWING, "vi", "fr", french), Some(expected));
        assert_eq!(translated(DRAWING, "vi", "fr", |_| None), None);
        let named = r#"<svg xml:lang="vi"><text lang="en">One</text><text>Hai</text></svg>"#;
        let two = |words: &str| (words == "Hai").then_some("Deux");
        let expected = r#"<svg xml:lang="fr"><text lang="en">One</text><text>Deux</text></svg>"#;
        assert_eq!(translated(named, "vi", "fr", two).as_deref(), Some(expected));
    }
}
