//! Bare addresses in text, as GitHub's extended autolinks define them.

use std::ops::Range;

/// An address found in a text.
pub(super) struct Found {
    /// Where it stands.
    pub range: Range<usize>,
    /// What its destination starts with besides its own text.
    pub scheme: &'static str,
}

/// The addresses in `text`, in order. `at_start` tells whether one may begin at its first byte.
pub(super) fn find(text: &str, at_start: bool) -> Vec<Found> {
    let mut all = Vec::new();
    let bytes = text.as_bytes();
    let mut at = 0;
    // Without a scheme, an address begins with a letter that is rare in many languages.
    let schemes = text.contains("://");
    let next = |rest: &[u8]| {
        if schemes {
            rest.iter().position(|b| matches!(b, b'h' | b'H' | b'w' | b'W' | b'f' | b'F' | b'@'))
        } else {
            memchr::memchr3(b'w', b'W', b'@', rest)
        }
    };
    while let Some(offset) = next(&bytes[at..]) {
        let here = at + offset;
        let floor = all.last().map_or(0, |f: &Found| f.range.end);
        let found = if bytes[here] == b'@' { email(text, here, floor) } else { web(text, here, at_start) };
        at = found.as_ref().map_or(here + 1, |f| f.range.end);
        all.extend(found);
    }
    all
}

fn web(text: &str, at: usize, at_start: bool) -> Option<Found> {
    let before = text[..at].chars().next_back();
    if !before.map_or(at_start, |c| c.is_whitespace() || matches!(c, '*' | '_' | '~' | '(' | '“' | '"')) {
        return None;
    }
    let has = |prefix: &str| {
        text.as_bytes()[at..].get(..prefix.len()).is_some_and(|b| b.eq_ignore_ascii_case(prefix.as_bytes()))
    };
    let (host, scheme) = match ["http://", "https://", "ftp://"].into_iter().find(|p| has(p)) {
        Some(prefix) => (at + prefix.len(), ""),
        None if has("www.") => (at, "http://"),
        None => return None,
    };
    let domain = host + text[host..].find(|c: char| !is_host(c)).unwrap_or(text.len() - host);
    if !valid_domain(&text[host..domain]) {
        return None;
    }
    let end = domain + text[domain..].find(|c: char| c.is_whitespace() || c == '<').unwrap_or(text.len() - domain);
    let end = at + trimmed(&text[at..end]);
    (end > host).then_some(Found { range: at..end, scheme })
}

fn is_host(c: char) -> bool {
    c.is_alphanumeric() || matches!(c, '-' | '_' | '.')
}

/// Two parts at least, no underscore in the last two.
fn valid_domain(domain: &str) -> bool {
    let domain = domain.trim_end_matches('.');
    let mut last = domain.rsplit('.').take(2);
    let dotted = domain.contains('.') && domain.split('.').all(|part| !part.is_empty());
    dotted && last.all(|part| !part.contains('_'))
}

/// The length of an address without the punctuation that belongs to the sentence around it.
fn trimmed(address: &str) -> usize {
    let mut end = address.len();
    let (opening, mut closing) = (address.matches('(').count(), address.matches(')').count());
    loop {
        let Some(last) = address[..end].chars().next_back() else { return end };
        match last {
            '?' | '!' | '.' | ',' | ':' | '*' | '_' | '~' | '"' | '\'' | '”' | '’' => {}
            ')' if closing > opening => closing -= 1,
            ';' => {
                let name = address[..end - 1].trim_end_matches(|c: char| c.is_ascii_alphanumeric());
                if name.ends_with('&') && name.len() < end - 1 {
                    end = name.len() - 1;
                    continue;
                }
            }
            _ => return end,
        }
        end -= last.len_utf8();
    }
}

fn email(text: &str, at: usize, floor: usize) -> Option<Found> {
    let local = |c: char| c.is_ascii_alphanumeric() || matches!(c, '.' | '-' | '_' | '+');
    let start = text[floor..at]
        .rfind(|c| !local(c))
        .map_or(floor, |i| floor + i + text[floor + i..].chars().next().map_or(1, char::len_utf8));
    let rest = &text[at + 1..];
    let host = |c: char| c.is_ascii_alphanumeric() || matches!(c, '.' | '-' | '_');
    let length = rest.find(|c| !host(c)).unwrap_or(rest.len());
    let domain = rest[..length].trim_end_matches('.');
    let valid = start < at && valid_domain(domain) && !domain.ends_with(['-', '_']);
    let before = text[..start].chars().next_back();
    let free = !before.is_some_and(|c| c == '/' || c == '@' || c.is_alphanumeric());
    let scheme = "mailto:";
    (valid && free && !rest[domain.len()..].starts_with('@'))
        .then_some(Found { range: start..at + 1 + domain.len(), scheme })
}

#[cfg(test)]
mod tests {
    use super::find;

    #[test]
    fn addresses_end_where_their_sentence_goes_on() {
        for (text, expected) in [
            ("xem www.example.vn.", vec!["www.example.vn"]),
            ("(https://a.vn/b(c))", vec!["https://a.vn/b(c)"]),
            ("http://a.vn/?a=b&hl;", vec!["http://a.vn/?a=b"]),
            ("http://localhost, xhttp://a.vn", vec![]),
            ("a.b-c_d@a.b. a@b", vec!["a.b-c_d@a.b"]),
            ("https://a.vn/đường?x=1, HTTP://B.vn", vec!["https://a.vn/đường?x=1", "HTTP://B.vn"]),
        ] {
            let found: Vec<&str> = find(text, true).into_iter().map(|f| &text[f.range]).collect();
            assert_eq!(found, expected, "{text}");
        }
    }
}
