//! `{#id .class key=value}` at the end of a directive's line.

use super::tree::Attributes;

/// Splits a line into what stands before its attributes, and the attributes.
pub(super) fn split(line: &str) -> (&str, Attributes) {
    let Some((before, inside)) = line.strip_suffix('}').and_then(|l| l.rsplit_once('{')) else {
        return (line, Attributes::default());
    };
    match read(inside) {
        Some(attributes) => (before.trim_end(), attributes),
        None => (line, Attributes::default()),
    }
}

/// `None` when the braces hold something else.
fn read(inside: &str) -> Option<Attributes> {
    let mut attributes = Attributes::default();
    for word in words(inside) {
        if let Some(id) = word.strip_prefix('#').filter(|id| !id.is_empty()) {
            attributes.id = Some(id.to_owned());
        } else if let Some(class) = word.strip_prefix('.').filter(|c| !c.is_empty()) {
            attributes.classes.push(class.to_owned());
        } else {
            let (key, value) = word.split_once('=').filter(|(key, _)| !key.is_empty())?;
            attributes.pairs.push((key.to_owned(), value.trim_matches('"').to_owned()));
        }
    }
    Some(attributes)
}

/// Words separated by spaces; quotes keep spaces together.
fn words(text: &str) -> Vec<&str> {
    let mut quoted = false;
    let split = text.split(move |c: char| {
        quoted ^= c == '"';
        c.is_whitespace() && !quoted
    });
    split.filter(|w| !w.is_empty()).collect()
}

#[cfg(test)]
mod tests {
    use super::split;

    #[test]
    fn attributes_are_read_and_other_braces_left() {
        let (before, a) = split("card Tên {#mau .lon data=\"a b\"}");
        assert_eq!((before, a.id.as_deref(), a.classes.len()), ("card Tên", Some("mau"), 1));
        assert_eq!(a.pairs, vec![("data".to_owned(), "a b".to_owned())]);
        assert_eq!(split("card {x y}").0, "card {x y}");
    }
}
