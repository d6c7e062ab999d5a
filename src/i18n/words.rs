//! Words of a text, in scripts with and without spaces between them.

/// Words of a text. Where a script writes no spaces, letters stand for words: about two Han or Kana
/// characters, about five Thai, Lao, Khmer or Burmese letters, read as long as one word.
#[must_use]
pub fn words(text: &str) -> usize {
    let (mut spaced, mut han, mut letters) = (0, 0, 0);
    let mut inside = false;
    for c in text.chars() {
        if let Some(kind) = ASCII.get(c as usize) {
            let letter = *kind == Ascii::Letter;
            spaced += usize::from(letter && !inside);
            inside = letter || (inside && *kind != Ascii::Space);
            continue;
        }
        let script = script(c);
        match script {
            Script::Han => han += 1,
            Script::Letters => letters += 1,
            Script::Spaced if !inside => spaced += 1,
            Script::Spaced | Script::None => {}
        }
        inside = match script {
            Script::Spaced => true,
            Script::None => inside && !c.is_whitespace(),
            _ => false,
        };
    }
    spaced + (han as usize).div_ceil(2) + (letters as usize).div_ceil(5)
}

/// Whether the letter's script puts spaces between words.
#[must_use]
pub fn has_spaces(c: char) -> bool {
    !matches!(script(c), Script::Han | Script::Letters)
}

/// What an ASCII character is where words are counted.
#[derive(Clone, Copy, PartialEq)]
enum Ascii {
    Letter,
    Space,
    Other,
}

/// All of them, so that each costs one look.
const ASCII: [Ascii; 128] = {
    let mut kinds = [Ascii::Other; 128];
    let mut at = 0;
    while at < kinds.len() {
        let c = at as u8 as char;
        if c.is_ascii_alphanumeric() {
            kinds[at] = Ascii::Letter;
        } else if c.is_whitespace() {
            kinds[at] = Ascii::Space;
        }
        at += 1;
    }
    kinds
};

enum Script {
    Spaced,
    Han,
    Letters,
    None,
}

fn script(c: char) -> Script {
    match c {
        // Most of what is counted, without a look into the tables.
        'a'..='z'
        | 'A'..='Z'
        | '0'..='9'
        | '\u{c0}'..='\u{d6}'
        | '\u{d8}'..='\u{f6}'
        | '\u{f8}'..='\u{24f}'
        | '\u{1e00}'..='\u{1eff}' => Script::Spaced,
        '\0'..='\u{7f}' => Script::None,
        '\u{3040}'..='\u{30ff}' | '\u{3400}'..='\u{9fff}' | '\u{f900}'..='\u{faff}' | '\u{20000}'..='\u{3ffff}' => {
            Script::Han
        }
        '\u{0e00}'..='\u{0eff}' | '\u{1000}'..='\u{109f}' | '\u{1780}'..='\u{17ff}' => Script::Letters,
        c if c.is_alphanumeric() => Script::Spaced,
        _ => Script::None,
    }
}

#[cfg(test)]
mod tests {
    use super::{Script, script, words};

    #[test]
    fn what_is_told_without_the_tables_is_what_they_say() {
        for c in ('\0'..'\u{250}').chain('\u{1e00}'..'\u{1f00}') {
            assert_eq!(matches!(script(c), Script::Spaced), c.is_alphanumeric(), "{c}");
        }
    }

    #[test]
    fn words_are_counted_in_scripts_with_and_without_spaces() {
        for (text, expected) in [
            ("", 0),
            ("Mỗi người dân là một đại sứ.", 7),
            ("công - tư: 15/11, don’t", 4),
            ("a-b c\td.e\u{b}f –g h– i", 7),
            ("越南故事", 2),
            ("Đọc 越南故事 nhé", 4),
            ("ภาษาไทยง่าย", 3),
        ] {
            assert_eq!(words(text), expected, "{text}");
        }
    }
}
