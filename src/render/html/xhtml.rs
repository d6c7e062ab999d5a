//! HTML as XML wants it: elements that hold nothing are closed, entities are characters.
//!
//! Takes what this room writes, raw HTML sanitised: tags are balanced and attributes quoted already.

/// Elements that hold nothing.
const VOID: [&str; 9] = ["area", "br", "col", "hr", "img", "input", "link", "meta", "wbr"];

/// A fragment of our HTML, well-formed.
#[must_use]
pub fn xhtml(html: &str) -> String {
    let mut out = String::with_capacity(html.len() + html.len() / 64);
    let mut rest = html;
    while let Some(at) = rest.find('<') {
        push_text(&mut out, &rest[..at]);
        let end = tag_end(&rest[at..]);
        push_tag(&mut out, &rest[at..at + end]);
        rest = &rest[at + end..];
    }
    push_text(&mut out, rest);
    out
}

/// How long the tag at the beginning of `text` is: a `>` in quotes does not end it.
fn tag_end(text: &str) -> usize {
    let mut quote = None;
    for (at, c) in text.char_indices() {
        match (quote, c) {
            (None, '"' | '\'') => quote = Some(c),
            (Some(open), c) if c == open => quote = None,
            (None, '>') => return at + 1,
            _ => {}
        }
    }
    text.len()
}

fn push_tag(out: &mut String, tag: &str) {
    let name = tag[1..].split(|c: char| !c.is_ascii_alphanumeric()).next().unwrap_or_default();
    let void = VOID.contains(&name.to_ascii_lowercase().as_str());
    let open = tag.strip_suffix('>').unwrap_or(tag);
    // `<` in a quoted value is text to HTML and a fault to XML.
    let (first, values) = open.split_at(1);
    out.push_str(first);
    push_text(out, &values.replace('<', "&lt;"));
    out.push_str(if void && !open.ends_with('/') { "/>" } else { ">" });
}

/// XML knows five entities; of HTML's, serialisers write one more. Some characters XML cannot hold at all.
fn push_text(out: &mut String, text: &str) {
    let text = text.replace("&nbsp;", "\u{a0}");
    out.extend(text.chars().filter(|c| {
        matches!(c, '\t' | '\n' | '\r' | ' '..='\u{7e}' | '\u{a0}'..='\u{fffd}' | '\u{10000}'..)
            && !matches!(c, '\u{fffe}' | '\u{ffff}')
    }));
}

#[cfg(test)]
mod tests {
    use super::xhtml;

    #[test]
    fn html_becomes_well_formed() {
        for (html, xml) in [
            ("a<br>b<hr class=\"x\">", "a<br/>b<hr class=\"x\"/>"),
            ("<img alt=\"a > b < c\" src=\"x\">", "<img alt=\"a > b &lt; c\" src=\"x\"/>"),
            ("a&nbsp;b \u{1}c &amp; d", "a\u{a0}b c &amp; d"),
            ("<p>giữ <b>nguyên</b></p>", "<p>giữ <b>nguyên</b></p>"),
            ("<br/>", "<br/>"),
        ] {
            assert_eq!(xhtml(html), xml);
        }
    }
}
