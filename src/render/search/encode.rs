//! Postings as text.
//!
//! Owns the numbers' form. A posting is one number: how far its document lies behind the last one, times 16,
//! plus its level. A number is one printable character when it is below 57, as most are in long lists, and
//! two up to 1,823: so each character means one thing, and gzip's code gives frequent ones few bits. (Bytes in base64
//! compress worse: six bits of one number and two of the next share a character.)

use super::postings::Posting;

/// The first of the characters that end a number, and how many there are.
const LAST: (u8, u32) = (b'#', 57);
/// The first of the characters after which a number goes on, and how many there are.
const MORE: (u8, u32) = (b']', 31);

/// Writes postings in order of their documents.
pub fn postings(list: impl Iterator<Item = Posting>, text: &mut String) {
    let mut next = 0;
    for posting in list {
        number((posting.document() - next) * 16 + posting.level(), text);
        next = posting.document() + 1;
    }
}

/// Writes a number, its lowest digits first.
pub fn number(mut value: u32, text: &mut String) {
    while value >= LAST.1 {
        value -= LAST.1;
        text.push(char::from(MORE.0 + (value % MORE.1) as u8));
        value /= MORE.1;
    }
    text.push(char::from(LAST.0 + value as u8));
}

/// The postings of a text that [`postings`] wrote.
pub fn read(text: &str) -> impl Iterator<Item = Posting> {
    let (mut value, mut unit, mut next) = (0_u32, 1_u32, 0_u32);
    text.bytes().filter_map(move |byte| {
        if byte >= MORE.0 {
            value = value.wrapping_add((u32::from(byte - MORE.0) + LAST.1).wrapping_mul(unit));
            unit = unit.wrapping_mul(MORE.1);
            return None;
        }
        let number = value.wrapping_add(u32::from(byte.saturating_sub(LAST.0)).wrapping_mul(unit));
        let document = next.wrapping_add(number / 16);
        (value, unit, next) = (0, 1, document.wrapping_add(1));
        Some(Posting::new(document, (number % 16) as u8))
    })
}

/// How many they are.
pub fn count(text: &str) -> usize {
    text.bytes().filter(|byte| *byte < MORE.0).count()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(text: &str) -> Vec<u32> {
        let (mut numbers, mut value, mut unit) = (Vec::new(), 0_u32, 1_u32);
        for c in text.bytes() {
            if c >= MORE.0 {
                value += (u32::from(c - MORE.0) + LAST.1) * unit;
                unit *= MORE.1;
            } else {
                numbers.push(value + u32::from(c - LAST.0) * unit);
                (value, unit) = (0, 1);
            }
        }
        assert_eq!((value, unit), (0, 1));
        numbers
    }

    #[test]
    fn postings_are_read_as_they_were_written() {
        let all: Vec<Posting> = (0..400).map(|n| Posting::new(n * n / 3 + n, (n * 7 % 16) as u8)).collect();
        let mut text = String::new();
        postings(all.iter().copied(), &mut text);
        assert_eq!(super::read(&text).collect::<Vec<_>>(), all);
        assert_eq!(count(&text), all.len());
    }

    #[test]
    fn numbers_are_read_as_they_were_written() {
        let all: Vec<u32> = (0..5000).chain([99_999, 1_000_000, 48_000_015]).collect();
        let mut text = String::new();
        all.iter().for_each(|n| number(*n, &mut text));
        assert_eq!(read(&text), all);
        assert!(!text.contains(['"', '\\', '|', '~']));
    }
}
