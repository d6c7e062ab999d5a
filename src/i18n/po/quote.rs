//! Texts between quotes: C escapes, and how long texts are broken into lines.

use unicode_width::UnicodeWidthChar;

/// Columns of a line, as gettext's tools write it.
const WIDTH: usize = 79;

/// The text of a line's C strings, one or several, or nothing when their quotes or escapes are not right.
pub(super) fn unquote(quoted: &str) -> Option<String> {
    let inner = quoted.strip_prefix('"')?.strip_suffix('"').filter(|_| quoted.len() >= 2)?;
    let mut text = String::with_capacity(inner.len());
    let mut chars = inner.chars().peekable();
    while let Some(c) = chars.next() {
        match c {
            // The next string of the line: nothing but blanks may stand between the two.
            '"' => {
                chars.by_ref().find(|c| !c.is_whitespace()).filter(|c| *c == '"')?;
            }
            '\\' => text.push(match chars.next()? {
                'n' => '\n',
                't' => '\t',
                'r' => '\r',
                'a' => '\u{7}',
                'b' => '\u{8}',
                'f' => '\u{c}',
                'v' => '\u{b}',
                c @ ('"' | '\\' | '\'' | '?') => c,
                'x' => coded(&mut chars, "", 16, 2)?,
                c @ '0'..='7' => coded(&mut chars, c.encode_utf8(&mut [0; 4]), 8, 3)?,
                _ => return None,
            }),
            c => text.push(c),
        }
    }
    Some(text)
}

/// A character by its number; only ASCII's mean the same in every encoding.
fn coded(
    chars: &mut std::iter::Peekable<std::str::Chars<'_>>,
    first: &str,
    radix: u32,
    longest: usize,
) -> Option<char> {
    let mut digits = first.to_owned();
    while digits.len() < longest
        && let Some(digit) = chars.next_if(|c| c.is_digit(radix))
    {
        digits.push(digit);
    }
    let number = u8::from_str_radix(&digits, radix).ok()?;
    number.is_ascii().then_some(char::from(number))
}

/// A text as one C string.
pub(super) fn quote(text: &str) -> String {
    format!("\"{}\"", escape(text))
}

fn escape(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for c in text.chars() {
        match c {
            '\n' => out.push_str("\\n"),
            '\t' => out.push_str("\\t"),
            '\r' => out.push_str("\\r"),
            '\u{7}' => out.push_str("\\a"),
            '\u{8}' => out.push_str("\\b"),
            '\u{c}' => out.push_str("\\f"),
            '\u{b}' => out.push_str("\\v"),
            '"' | '\\' => {
                out.push('\\');
                out.push(c);
            }
            c => out.push(c),
        }
    }
    out
}

/// The quoted lines of a field whose first line begins with `lead` columns of keyword: one line when all fits,
/// else an empty string and lines of their own.
pub(super) fn field_lines(text: &str, lead: usize) -> Vec<String> {
    let inner_break = text.trim_end_matches('\n').contains('\n');
    let whole = quote(text);
    if !inner_break && lead + columns(&whole) <= WIDTH {
        return vec![whole];
    }
    let mut lines = vec!["\"\"".to_owned()];
    for part in text.split_inclusive('\n') {
        fill(part, WIDTH - 2, &mut lines);
    }
    lines
}

fn fill(part: &str, width: usize, lines: &mut Vec<String>) {
    let (mut line, mut used) = (String::new(), 0);
    for word in words(part) {
        let escaped = escape(word);
        // A space at the end of a line may stand in the margin's last column.
        let needed = columns(&escaped);
        if used > 0 && used + needed > width {
            lines.push(format!("\"{line}\""));
            (line, used) = (String::new(), 0);
        }
        line.push_str(&escaped);
        used += needed;
    }
    if !line.is_empty() {
        lines.push(format!("\"{line}\""));
    }
}

/// Pieces between which a line may break: after spaces, and between letters of scripts that are as wide as two.
fn words(text: &str) -> Vec<&str> {
    let mut words = Vec::new();
    let mut start = 0;
    let mut before: Option<char> = None;
    for (at, c) in text.char_indices() {
        let after_space = before == Some(' ') && c != ' ';
        let between_wide = before.is_some_and(is_wide) && is_wide(c);
        if at > start && (after_space || between_wide) {
            words.push(&text[start..at]);
            start = at;
        }
        before = Some(c);
    }
    words.push(&text[start..]);
    words
}

fn is_wide(c: char) -> bool {
    c.is_alphabetic() && c.width() == Some(2)
}

/// Columns on a terminal.
pub(super) fn columns(text: &str) -> usize {
    text.chars().map(|c| c.width().unwrap_or_default()).sum()
}

/// Packs words into lines that begin with `lead`.
pub(super) fn packed(lead: &str, words: &[String]) -> Vec<String> {
    let mut lines: Vec<String> = Vec::new();
    for word in words {
        match lines.last_mut() {
            Some(line) if columns(line) + 1 + columns(word) <= WIDTH => {
                line.push(' ');
                line.push_str(word);
            }
            _ => lines.push(format!("{lead} {word}")),
        }
    }
    lines
}
