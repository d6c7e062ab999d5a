//! What was counted in documents, in few bytes: the counts of all documents are held at once.
//!
//! Owns the form: numbers of seven bits a byte, lowest first; a tally of running text alone is one number. It is written and
//! read by one program and never leaves it.

use super::count::Tally;

/// Numbers and tallies, one after the other.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Packed(Box<[u8]>);

impl Packed {
    /// Packs words and what was counted of each.
    pub fn words(words: &[(u32, Tally)]) -> Self {
        let mut bytes = Vec::with_capacity(words.len() * 3);
        for (word, tally) in words {
            number(*word, &mut bytes);
            put(*tally, &mut bytes);
        }
        Self(bytes.into())
    }

    /// Packs pairs and what was counted of each, sorted by their first words.
    pub fn pairs(pairs: &[((u32, u32), Tally)]) -> Self {
        let (mut bytes, mut before) = (Vec::with_capacity(pairs.len() * 4), 0);
        for ((first, second), tally) in pairs {
            number(first.saturating_sub(before), &mut bytes);
            number(*second, &mut bytes);
            put(*tally, &mut bytes);
            before = *first;
        }
        Self(bytes.into())
    }

    /// Words, as they were packed.
    pub fn each_word(&self) -> impl Iterator<Item = (u32, Tally)> {
        let mut bytes = self.0.iter();
        std::iter::from_fn(move || Some((next(&mut bytes)?, take(&mut bytes)?)))
    }

    /// Pairs, as they were packed.
    pub fn each_pair(&self) -> impl Iterator<Item = ((u32, u32), Tally)> {
        let (mut bytes, mut first) = (self.0.iter(), 0_u32);
        std::iter::from_fn(move || {
            first = first.saturating_add(next(&mut bytes)?);
            Some(((first, next(&mut bytes)?), take(&mut bytes)?))
        })
    }
}

fn number(mut value: u32, bytes: &mut Vec<u8>) {
    while value >= 0x80 {
        bytes.push(value as u8 | 0x80);
        value >>= 7;
    }
    bytes.push(value as u8);
}

fn next(bytes: &mut std::slice::Iter<'_, u8>) -> Option<u32> {
    let (mut value, mut shift) = (0_u32, 0_u32);
    loop {
        let byte = *bytes.next()?;
        value |= u32::from(byte & 0x7f).checked_shl(shift)?;
        if byte < 0x80 {
            return Some(value);
        }
        shift += 7;
    }
}

/// An odd number says that the other fields follow.
fn put(tally: Tally, bytes: &mut Vec<u8>) {
    let Tally { text, heading, subject, subject_length, title } = tally;
    let rest = [heading, subject, subject_length, title];
    let more = rest != [0; 4];
    number(u32::from(text) << 1 | u32::from(more), bytes);
    if more {
        rest.into_iter().for_each(|field| number(u32::from(field), bytes));
    }
}

fn take(bytes: &mut std::slice::Iter<'_, u8>) -> Option<Tally> {
    let first = next(bytes)?;
    let field = |value: u32| u16::try_from(value).ok();
    let mut tally = Tally { text: field(first >> 1)?, ..Tally::default() };
    if first & 1 == 1 {
        for own in [&mut tally.heading, &mut tally.subject, &mut tally.subject_length, &mut tally.title] {
            *own = field(next(bytes)?)?;
        }
    }
    Some(tally)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_packed_is_read_as_it_was() {
        let text = |text| Tally { text, ..Tally::default() };
        let all = Tally { text: 300, heading: 1, subject: 65_535, subject_length: 7, title: 128 };
        let words = [(0, text(1)), (127, text(64)), (70_000, all), (u32::MAX, text(65_535))];
        assert!(Packed::words(&words).each_word().eq(words));
        let pairs = [((0, 9), text(1)), ((0, 300), all), ((5, 0), text(2)), ((70_000, 70_001), text(1))];
        assert!(Packed::pairs(&pairs).each_pair().eq(pairs));
    }
}
