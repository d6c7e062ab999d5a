//! Text as it is printed: composed, without control characters, spaces collapsed as a browser does.

use std::borrow::Cow;

use unicode_normalization::{IsNormalized, UnicodeNormalization, is_nfc_quick};

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
    text.replace("☐ ", "☐\u{a0}").replace(" - ", "\u{a0}- ").replace(" – ", "\u{a0}– ").replace(" — ", "\u{a0}— ")
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
        assert_eq!(bound("2026–2030"), "2026–2030");
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
