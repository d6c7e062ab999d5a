//! Text and names made safe to stand in XML.

use crate::render::html::escape;

/// Text between tags and in attributes.
pub fn text(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    escape::push_attribute(&mut out, text);
    out
}

/// An anchor as XML allows it: letters first, no colon. What is left as it is cannot begin with `_`
/// (no author's anchor may), so no two become one.
pub fn id(anchor: &str) -> String {
    let plain = |c: char| c.is_alphanumeric() || matches!(c, '-' | '_' | '.');
    if anchor.chars().all(plain) && anchor.starts_with(char::is_alphabetic) {
        return anchor.to_owned();
    }
    let mut out = String::from("_");
    for c in anchor.chars() {
        match plain(c) && c != '.' {
            true => out.push(c),
            false => out.push_str(&format!(".{:x}", u32::from(c))),
        }
    }
    out
}

/// `lang` and `xml:lang`, which readers of EPUB look at both.
pub fn lang(tag: &str) -> String {
    let tag = text(tag);
    format!(" lang=\"{tag}\" xml:lang=\"{tag}\"")
}

#[cfg(test)]
mod tests {
    use super::id;

    #[test]
    fn anchors_become_names_and_none_become_one() {
        assert_eq!(id("muc-tieu"), "muc-tieu");
        assert_eq!(id("mục-1"), "mục-1");
        assert_eq!(id("fn:1"), "_fn.3a1");
        assert_eq!(id("15-11"), "_15-11");
        assert_ne!(id("1.a"), id("1:a"));
    }
}
