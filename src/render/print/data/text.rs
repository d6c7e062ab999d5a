//! Text as it is printed: composed, without control characters, spaces collapsed as a browser does.

use std::borrow::Cow;

use unicode_normalization::{IsNormalized, UnicodeNormalization, is_nfc_quick};

use super::parts::{Inline, Node};

/// One run of text.
pub(super) fn clean(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for c in composed(text).chars() {
        let c = if c.is_whitespace() && !is_fixed_space(c) { ' ' } else { c };
        if !(c.is_control() || c == '\u{feff}' || (c == ' ' && out.ends_with(' '))) {
            out.push(c);
        }
    }
    out
}

/// Most text is composed already, which is seen sooner than done again.
fn composed(text: &str) -> Cow<'_, str> {
    match is_nfc_quick(text.chars()) {
        IsNormalized::Yes => Cow::Borrowed(text),
        _ => Cow::Owned(text.nfc().collect()),
    }
}

/// Keeps on one line what belongs together: a box to tick and what it is for; a dash and what stands before it, since no
/// line begins with a dash.
pub(super) fn bound(text: &str) -> String {
    ticked(text).replace(" - ", "\u{a0}- ").replace(" – ", "\u{a0}– ").replace(" — ", "\u{a0}— ")
}

/// An answer of a few words stays whole: up to the next box, or what ends a sentence.
fn ticked(text: &str) -> Cow<'_, str> {
    const FEW: usize = 24;
    if !text.contains('☐') {
        return Cow::Borrowed(text);
    }
    let mut parts = text.split('☐');
    let mut out = parts.next().unwrap_or_default().to_owned();
    for part in parts {
        let end = part.find(|c: char| ".,:;!?…".contains(c)).unwrap_or(part.len());
        let (answer, rest) = part.split_at(part[..end].trim_end().len());
        out.push('☐');
        match answer.chars().count() <= FEW {
            true => out.push_str(&answer.replace(' ', "\u{a0}")),
            false => out.push_str(&answer.replacen(' ', "\u{a0}", usize::from(answer.starts_with(' ')))),
        }
        out.push_str(rest);
    }
    Cow::Owned(out)
}

/// A text with the numbers in it that a dash joins, “2026–2030”, apart: a line may end after a dash, but not after theirs.
/// A joiner among the letters would come out with them when they are copied.
pub(super) fn spans(text: &str) -> Vec<Inline> {
    // What is longer, an address for one, has to end with the line.
    const LONG: usize = 24;
    let joined = |c: char| c.is_ascii_alphanumeric() || matches!(c, '/' | '.' | '–');
    let (mut out, mut from, mut at) = (Vec::new(), 0, 0);
    while let Some(found) = text[at..].find('–').map(|found| at + found) {
        at = found + '–'.len_utf8();
        if !(text[from..found].ends_with(|c: char| c.is_ascii_digit())
            && text[at..].starts_with(|c: char| c.is_ascii_digit()))
        {
            continue;
        }
        let start = from + text[from..found].trim_end_matches(joined).len();
        at += text[at..].len() - text[at..].trim_start_matches(joined).len();
        if at - start > LONG {
            continue;
        }
        if from < start {
            out.push(Inline::Text(text[from..start].to_owned()));
        }
        out.push(Inline::Node(Node::Whole { s: text[start..at].to_owned() }));
        from = at;
    }
    if from < text.len() || out.is_empty() {
        out.push(Inline::Text(text[from..].to_owned()));
    }
    out
}

/// A line of code: only what cannot be printed is left out; tabs become spaces up to the next stop.
pub(super) fn code_line(line: &str) -> String {
    const STOP: usize = 4;
    let mut out = String::with_capacity(line.len());
    for c in composed(line).chars() {
        match c {
            '\t' => (0..STOP - out.chars().count() % STOP).for_each(|_| out.push(' ')),
            c if c.is_control() || c == '\u{feff}' => {}
            c => out.push(c),
        }
    }
    out
}

/// What stands for a line end of the source: nothing between letters of scripts without spaces, else a space.
pub(super) fn line_end(before: Option<char>, after: Option<char>) -> &'static str {
    let wide = |c: Option<char>| {
        c.is_some_and(|c| matches!(c, '\u{2e80}'..='\u{9fff}' | '\u{f900}'..='\u{faff}' | '\u{ff00}'..='\u{ff60}' | '\u{20000}'..='\u{3ffff}'))
    };
    if wide(before) && wide(after) { "" } else { " " }
}

fn is_fixed_space(c: char) -> bool {
    matches!(c, '\u{a0}' | '\u{202f}' | '\u{2000}'..='\u{200a}' | '\u{3000}')
}

/// The words of raw HTML without its tags, and without what only machines read.
pub(super) fn words_of_html(html: &str) -> String {
    let kept = ammonia::Builder::empty().clean(html).to_string();
    let entities = [("&lt;", "<"), ("&gt;", ">"), ("&quot;", "\""), ("&nbsp;", "\u{a0}"), ("&amp;", "&")];
    let text = entities.iter().fold(kept, |text, (entity, c)| text.replace(entity, c));
    clean(text.trim())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn text_is_composed_and_single_spaced() {
        assert_eq!(clean("a\u{323}\u{302}  b\t\u{7}c\u{a0}\u{a0}d"), "\u{1ead} bc\u{a0}\u{a0}d".replace(" bc", " b c"));
    }

    #[test]
    fn no_line_begins_with_a_dash_nor_ends_in_a_box_to_tick() {
        assert_eq!(bound("kinh tế - xã hội ☐ có"), "kinh tế\u{a0}- xã hội ☐\u{a0}có");
        assert_eq!(bound("☐ tốt ☐ không tốt lắm. Vì sao"), "☐\u{a0}tốt ☐\u{a0}không\u{a0}tốt\u{a0}lắm. Vì sao");
        assert_eq!(bound("☐ việc này dài hơn một câu trả lời"), "☐\u{a0}việc này dài hơn một câu trả lời");
    }

    #[test]
    fn numbers_joined_by_a_dash_are_apart() {
        let shown = |inline| match inline {
            Inline::Node(Node::Whole { s }) => format!("[{s}]"),
            Inline::Text(text) => text,
            Inline::Node(_) => String::new(),
        };
        for (text, expected) in [
            ("từ 2026–2030, 7/2025–12/2026", "từ [2026–2030], [7/2025–12/2026]"),
            ("Hà Nội – Huế", "Hà Nội – Huế"),
            ("1–2", "[1–2]"),
            ("kho.vn/tailieu/2026–2030/kehoach/ban.pdf, 1–2", "kho.vn/tailieu/2026–2030/kehoach/ban.pdf, [1–2]"),
            ("1–2–3–4–5–6–7–8–9–10–11–12", "1–2–3–4–5–6–7–8–9–10–11–12"),
            ("", ""),
        ] {
            assert_eq!(spans(text).into_iter().map(shown).collect::<String>(), expected);
        }
    }

    #[test]
    fn code_keeps_its_columns() {
        assert_eq!(code_line("a\tb  c"), "a   b  c");
    }

    #[test]
    fn han_lines_join_without_a_space() {
        assert_eq!((line_end(Some('越'), Some('南')), line_end(Some('越'), Some('a'))), ("", " "));
    }

    #[test]
    fn raw_html_leaves_its_words() {
        assert_eq!(words_of_html("<p>a &amp; b<script>x</script> <b>c</b></p><!-- d -->"), "a & b c");
    }
}
