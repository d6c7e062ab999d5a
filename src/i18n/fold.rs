//! When two spellings are the same word, and when a reader who types without marks means them.
//!
//! Owns two forms of a word. The *spelling* is what the word says with its marks, however its code points
//! are composed and wherever its tone is set: hoà = hòa, thuỷ = thủy (schoolbooks prescribe the one, laws
//! print the other). The *fold* is the word without marks: đường → duong. Both work on any script without
//! being told the language, so that an index and a query need not agree on one.
//! The search script has the same rules; `tests/search/analysis.json` holds both to one table.

use unicode_normalization::UnicodeNormalization;
use unicode_normalization::char::{compose, decompose_canonical};

use crate::base::plain_letters;

/// The five marks that Vietnamese writes tones with: grave, acute, tilde, hook above, dot below.
const TONES: [char; 5] = ['\u{300}', '\u{301}', '\u{303}', '\u{309}', '\u{323}'];

/// A word in lower case, compatibility forms (full-width letters, ligatures) resolved.
#[must_use]
pub fn lower(word: &str) -> String {
    if word.is_ascii() {
        word.to_ascii_lowercase()
    } else if is_composed(word) {
        word.to_lowercase()
    } else {
        word.nfkc().collect::<String>().to_lowercase()
    }
}

/// The word in NFC, as it mostly is.
#[must_use]
pub fn composed(word: &str) -> String {
    if is_composed(word) { word.to_owned() } else { word.nfc().collect() }
}

/// Whether all letters are of those that Vietnamese and its neighbours write, each with its marks in one code point: told
/// without looking into tables, as most words of any book are. Nothing of them is a compatibility form, and none is joined
/// with its neighbours.
fn is_composed(word: &str) -> bool {
    word.chars().all(|c| match c {
        '\u{132}' | '\u{133}' | '\u{13f}' | '\u{140}' | '\u{149}' | '\u{17f}' | '\u{130}' => false,
        '\u{c0}'..='\u{17f}' | '\u{1a0}' | '\u{1a1}' | '\u{1af}' | '\u{1b0}' | '\u{1ea0}'..='\u{1ef9}' => true,
        _ => c.is_ascii(),
    })
}

/// The spelling of a word in lower case: its letters, then its tones. No two placements of one tone
/// differ; words of other languages keep all their marks too, only in another place.
#[must_use]
pub fn spelling(word: &str) -> String {
    if word.is_ascii() {
        return word.to_owned();
    }
    if is_composed(word) {
        return spelling_of_composed(word);
    }
    let (tones, letters): (Vec<char>, Vec<char>) = word.nfd().partition(|c| TONES.contains(c));
    letters.into_iter().nfc().chain(tones).collect()
}

/// The same letter by letter, which gives the same where letters do not touch each other.
fn spelling_of_composed(word: &str) -> String {
    let (mut letters, mut tones) = (String::with_capacity(word.len()), String::new());
    for c in word.chars() {
        if c.is_ascii() {
            letters.push(c);
            continue;
        }
        let mut letter: Option<char> = None;
        decompose_canonical(c, |part| {
            if TONES.contains(&part) {
                tones.push(part);
            } else if let Some(whole) = letter.and_then(|letter| compose(letter, part)) {
                letter = Some(whole);
            } else {
                letters.extend(letter.replace(part));
            }
        });
        letters.extend(letter);
    }
    letters.push_str(&tones);
    letters
}

/// A word in lower case without marks. Idempotent.
#[must_use]
pub fn fold(word: &str) -> String {
    if word.is_ascii() {
        return word.to_owned();
    }
    let mut bare = String::with_capacity(word.len());
    if is_composed(word) {
        let mut add = |c: char| match plain(c) {
            _ if is_mark(c) => {}
            Some(letters) => bare.push_str(letters),
            None => bare.push(c),
        };
        word.chars().for_each(|c| if c.is_ascii() { add(c) } else { decompose_canonical(c, &mut add) });
        return bare;
    }
    for c in word.nfd().filter(|c| !is_mark(*c)) {
        match plain(c) {
            Some(letters) => bare.push_str(letters),
            None => bare.push(c),
        }
    }
    bare.nfc().collect()
}

/// Marks that a hurried writer leaves out. Vowel signs of other scripts are letters, not marks.
fn is_mark(c: char) -> bool {
    matches!(c, '\u{300}'..='\u{36f}' | '\u{640}' | '\u{64b}'..='\u{65f}' | '\u{670}')
}

/// Letters whose stroke or ligature is no mark to Unicode, and Arabic letters written loosely.
fn plain(c: char) -> Option<&'static str> {
    plain_letters(c).or_else(|| loose(c))
}

fn loose(c: char) -> Option<&'static str> {
    Some(match c {
        '\u{671}' => "\u{627}",
        '\u{649}' => "\u{64a}",
        '\u{629}' => "\u{647}",
        _ => return None,
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn tones_may_stand_on_either_vowel() {
        for (a, b) in [("hoà", "hòa"), ("thuỷ", "thủy"), ("khoẻ", "khỏe"), ("quý", "qúy"), ("loè", "lòe")]
        {
            assert_eq!(spelling(a), spelling(b), "{a} {b}");
        }
        for (a, b) in [("đường", "dương"), ("truyền", "truyện"), ("hoá", "hoà"), ("ma", "mà"), ("pêche", "péche")]
        {
            assert_ne!(spelling(a), spelling(b), "{a} {b}");
        }
    }

    #[test]
    fn folding_leaves_letters() {
        for (word, bare) in [
            ("đường", "duong"),
            ("thuỷ", "thuy"),
            ("élève", "eleve"),
            ("œuvre", "oeuvre"),
            ("ёлка", "елка"),
            ("한국", "한국"),
            ("ວຽດນາມ", "ວຽດນາມ"),
            ("أهلا", "اهلا"),
        ] {
            assert_eq!(fold(word), bare, "{word}");
        }
    }

    proptest! {
        #[test]
        fn composed_or_not_makes_no_difference(text in "[\\PCàảãáạăằẳẵắặâầẩẫấậđèẻẽéẹêềểễếệìỉĩíịòỏõóọôồổỗốộơờởỡớợùủũúụưừửữứựỳỷỹýỵ]{0,12}") {
            let (composed, apart): (String, String) = (text.nfc().collect(), text.nfd().collect());
            prop_assert_eq!(fold(&lower(&composed)), fold(&lower(&apart)));
            prop_assert_eq!(spelling(&lower(&composed)), spelling(&lower(&apart)));
            let once = fold(&lower(&text));
            prop_assert_eq!(&fold(&once), &once);
            prop_assert_eq!(fold(&spelling(&lower(&text))), once);
        }

        #[test]
        fn the_short_way_is_the_long_way(text in "[a-c\\u{c0}-\\u{17f}\\u{1a0}\\u{1a1}\\u{1af}\\u{1b0}\\u{1ea0}-\\u{1ef9}]{0,8}") {
            prop_assert_eq!(lower(&text), text.nfkc().collect::<String>().to_lowercase());
            prop_assert_eq!(composed(&text), text.nfc().collect::<String>());
            let word = lower(&text);
            let (tones, letters): (Vec<char>, Vec<char>) = word.nfd().partition(|c| TONES.contains(c));
            prop_assert_eq!(spelling(&word), letters.into_iter().nfc().chain(tones).collect::<String>());
            // A mark nobody writes has every letter go the long way.
            let long = fold(&format!("{word}\u{378}"));
            prop_assert_eq!(fold(&word), long.trim_end_matches('\u{378}'));
        }
    }
}
