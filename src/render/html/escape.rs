//! Text and addresses made safe to stand in HTML.

pub use crate::base::{escape_address, is_safe};
use percent_encoding::percent_encode_byte;

/// Adds text.
pub fn push_text(out: &mut String, text: &str) {
    push_escaped(out, text, false);
}

/// Adds the value of an attribute in double quotes.
pub fn push_attribute(out: &mut String, value: &str) {
    push_escaped(out, value, true);
}

fn push_escaped(out: &mut String, text: &str, quotes: bool) {
    if is_plain(text, quotes) {
        return out.push_str(text);
    }
    let mut last = 0;
    for (at, byte) in text.bytes().enumerate() {
        let entity = match byte {
            b'&' => "&amp;",
            b'<' => "&lt;",
            b'>' => "&gt;",
            b'"' if quotes => "&quot;",
            // Characters that no HTML document may hold.
            0..=8 | 11 | 12 | 14..=31 | 127 => "\u{fffd}",
            _ => continue,
        };
        out.push_str(&text[last..at]);
        out.push_str(entity);
        last = at + 1;
    }
    out.push_str(&text[last..]);
}

/// Whether nothing has to be escaped. Looks at all of it, which is quicker than to stop.
fn is_plain(text: &str, quotes: bool) -> bool {
    let escaped = |byte: u8| {
        let control = (byte < b' ') & (byte != b'\n') & (byte != b'\t') & (byte != b'\r');
        control | (byte == 127) | (byte == b'&') | (byte == b'<') | (byte == b'>') | (quotes & (byte == b'"'))
    };
    !text.bytes().fold(false, |any, byte| any | escaped(byte))
}

/// An address as written by an author, with what addresses cannot hold percent-encoded.
#[must_use]
pub fn address(address: &str) -> String {
    let mut out = String::with_capacity(address.len());
    let bytes = address.as_bytes();
    for (at, &byte) in bytes.iter().enumerate() {
        let hex = |i: usize| bytes.get(at + i).is_some_and(u8::is_ascii_hexdigit);
        match byte {
            b'%' if !(hex(1) && hex(2)) => out.push_str("%25"),
            b'"' | b'<' | b'>' | b'\\' | b'[' | b']' | b'^' | b'`' | b'{' | b'|' | b'}' => {
                out.push_str(percent_encode_byte(byte));
            }
            33..=126 => out.push(char::from(byte)),
            _ => out.push_str(percent_encode_byte(byte)),
        }
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn text_that_needs_nothing_is_told_from_the_rest() {
        for byte in 0..=127_u8 {
            for quotes in [false, true] {
                let mut out = String::new();
                push_escaped(&mut out, &format!("chữ{}", char::from(byte)), quotes);
                assert_eq!(is_plain(&char::from(byte).to_string(), quotes), out.ends_with(char::from(byte)), "{byte}");
            }
        }
    }

    #[test]
    fn addresses_hold_only_what_addresses_may() {
        assert_eq!(address("https://a.vn/b c/100%/đ?x=[1]&y=%C4"), "https://a.vn/b%20c/100%25/%C4%91?x=%5B1%5D&y=%C4");
    }
}
