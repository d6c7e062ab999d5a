//! Values as bytes and back, for what one run keeps for the next.
//!
//! Owns the form: counts of seven bits a byte, lowest first; texts and lists behind their length. Bytes that are no such
//! value give `None`, never a panic. What wrote them is known to the reader: the form may change with the program.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::{Arc, OnceLock};

use super::{ArtifactKind, Diagnostic, Hash, Locale, Place, RelPath, Said, Severity, Stamp, Words, codes};

/// Bytes that values are read from, one after the other.
pub type Unread<'a> = &'a [u8];

/// A value that can be kept.
pub trait Stored: Sized {
    /// Adds its bytes.
    fn store(&self, to: &mut Vec<u8>);
    /// Takes it off the front of what is unread.
    fn restore(from: &mut Unread<'_>) -> Option<Self>;
}

fn take<'a>(from: &mut Unread<'a>, length: usize) -> Option<&'a [u8]> {
    let (taken, rest) = from.split_at_checked(length)?;
    *from = rest;
    Some(taken)
}

impl Stored for u64 {
    fn store(&self, to: &mut Vec<u8>) {
        to.extend(self.to_le_bytes());
    }

    fn restore(from: &mut Unread<'_>) -> Option<Self> {
        Some(Self::from_le_bytes(take(from, 8)?.try_into().ok()?))
    }
}

impl Stored for i64 {
    fn store(&self, to: &mut Vec<u8>) {
        to.extend(self.to_le_bytes());
    }

    fn restore(from: &mut Unread<'_>) -> Option<Self> {
        Some(Self::from_le_bytes(take(from, 8)?.try_into().ok()?))
    }
}

impl Stored for u32 {
    fn store(&self, to: &mut Vec<u8>) {
        store_count(u64::from(*self), to);
    }

    fn restore(from: &mut Unread<'_>) -> Option<Self> {
        restore_count(from)?.try_into().ok()
    }
}

impl Stored for usize {
    fn store(&self, to: &mut Vec<u8>) {
        store_count(*self as u64, to);
    }

    fn restore(from: &mut Unread<'_>) -> Option<Self> {
        restore_count(from)?.try_into().ok()
    }
}

/// A number that is mostly small.
fn store_count(mut value: u64, to: &mut Vec<u8>) {
    while value >= 0x80 {
        to.push(value as u8 | 0x80);
        value >>= 7;
    }
    to.push(value as u8);
}

fn restore_count(from: &mut Unread<'_>) -> Option<u64> {
    let (mut value, mut shift) = (0_u64, 0_u32);
    loop {
        let byte = u8::restore(from)?;
        value |= u64::from(byte & 0x7f).checked_shl(shift)?;
        if byte < 0x80 {
            return Some(value);
        }
        shift += 7;
    }
}

impl Stored for u8 {
    fn store(&self, to: &mut Vec<u8>) {
        to.push(*self);
    }

    fn restore(from: &mut Unread<'_>) -> Option<Self> {
        take(from, 1)?.first().copied()
    }
}

impl Stored for bool {
    fn store(&self, to: &mut Vec<u8>) {
        to.push(u8::from(*self));
    }

    fn restore(from: &mut Unread<'_>) -> Option<Self> {
        match u8::restore(from)? {
            0 => Some(false),
            1 => Some(true),
            _ => None,
        }
    }
}

impl Stored for String {
    fn store(&self, to: &mut Vec<u8>) {
        self.len().store(to);
        to.extend(self.as_bytes());
    }

    fn restore(from: &mut Unread<'_>) -> Option<Self> {
        text(from).map(str::to_owned)
    }
}

impl Stored for Box<str> {
    fn store(&self, to: &mut Vec<u8>) {
        store_bytes(self.as_bytes(), to);
    }

    fn restore(from: &mut Unread<'_>) -> Option<Self> {
        text(from).map(Self::from)
    }
}

/// A value that is read out of its bytes when somebody asks for it.
pub struct Later<T> {
    /// Nothing where there is a value from the beginning.
    bytes: Box<[u8]>,
    value: OnceLock<T>,
}

impl<T: Stored + Default> Later<T> {
    /// One that is at hand.
    pub fn new(value: T) -> Self {
        Self { bytes: Box::default(), value: value.into() }
    }

    /// The value.
    pub fn get(&self) -> &T {
        // Whoever kept the bytes knows them by their hash.
        self.value.get_or_init(|| T::restore(&mut &*self.bytes).unwrap_or_default())
    }
}

impl<T: Stored> Stored for Later<T> {
    fn store(&self, to: &mut Vec<u8>) {
        match self.value.get().filter(|_| self.bytes.is_empty()) {
            Some(value) => {
                let mut bytes = Vec::new();
                value.store(&mut bytes);
                store_bytes(&bytes, to);
            }
            None => store_bytes(&self.bytes, to),
        }
    }

    fn restore(from: &mut Unread<'_>) -> Option<Self> {
        Some(Self { bytes: restore_bytes(from)?.into(), value: OnceLock::new() })
    }
}

/// Bytes behind their length.
pub fn store_bytes(bytes: &[u8], to: &mut Vec<u8>) {
    bytes.len().store(to);
    to.extend(bytes);
}

/// Bytes that [`store_bytes`] added, not copied.
pub fn restore_bytes<'a>(from: &mut Unread<'a>) -> Option<Unread<'a>> {
    let length = usize::restore(from)?;
    take(from, length)
}

/// A text, not copied.
fn text<'a>(from: &mut Unread<'a>) -> Option<&'a str> {
    let length = usize::restore(from)?;
    std::str::from_utf8(take(from, length)?).ok()
}

impl Stored for Hash {
    fn store(&self, to: &mut Vec<u8>) {
        to.extend(self.bytes());
    }

    fn restore(from: &mut Unread<'_>) -> Option<Self> {
        Some(Self::from_bytes(take(from, 32)?.try_into().ok()?))
    }
}

impl<T: Stored> Stored for Option<T> {
    fn store(&self, to: &mut Vec<u8>) {
        u8::from(self.is_some()).store(to);
        if let Some(value) = self {
            value.store(to);
        }
    }

    fn restore(from: &mut Unread<'_>) -> Option<Self> {
        match u8::restore(from)? {
            0 => Some(None),
            1 => T::restore(from).map(Some),
            _ => None,
        }
    }
}

impl<T: Stored> Stored for Vec<T> {
    fn store(&self, to: &mut Vec<u8>) {
        self.len().store(to);
        self.iter().for_each(|value| value.store(to));
    }

    fn restore(from: &mut Unread<'_>) -> Option<Self> {
        let length = usize::restore(from)?;
        // No value is shorter than a byte: a length that is none asks for no memory.
        let mut values = Self::with_capacity(length.min(from.len()));
        for _ in 0..length {
            values.push(T::restore(from)?);
        }
        Some(values)
    }
}

impl<T: Stored + Ord> Stored for BTreeSet<T> {
    fn store(&self, to: &mut Vec<u8>) {
        self.len().store(to);
        self.iter().for_each(|value| value.store(to));
    }

    fn restore(from: &mut Unread<'_>) -> Option<Self> {
        (0..usize::restore(from)?).map(|_| T::restore(from)).collect()
    }
}

impl<K: Stored + Ord, V: Stored> Stored for BTreeMap<K, V> {
    fn store(&self, to: &mut Vec<u8>) {
        self.len().store(to);
        for (key, value) in self {
            key.store(to);
            value.store(to);
        }
    }

    fn restore(from: &mut Unread<'_>) -> Option<Self> {
        (0..usize::restore(from)?).map(|_| Some((K::restore(from)?, V::restore(from)?))).collect()
    }
}

impl<T: Stored> Stored for Arc<T> {
    fn store(&self, to: &mut Vec<u8>) {
        T::store(self, to);
    }

    fn restore(from: &mut Unread<'_>) -> Option<Self> {
        T::restore(from).map(Self::new)
    }
}

impl<A: Stored, B: Stored> Stored for (A, B) {
    fn store(&self, to: &mut Vec<u8>) {
        self.0.store(to);
        self.1.store(to);
    }

    fn restore(from: &mut Unread<'_>) -> Option<Self> {
        Some((A::restore(from)?, B::restore(from)?))
    }
}

impl Stored for RelPath {
    fn store(&self, to: &mut Vec<u8>) {
        self.as_str().len().store(to);
        to.extend(self.as_str().as_bytes());
    }

    fn restore(from: &mut Unread<'_>) -> Option<Self> {
        Self::new(text(from)?).ok()
    }
}

impl Stored for Said {
    fn store(&self, to: &mut Vec<u8>) {
        self.text.store(to);
        self.lang.store(to);
    }

    fn restore(from: &mut Unread<'_>) -> Option<Self> {
        Some(Self { text: Stored::restore(from)?, lang: Stored::restore(from)? })
    }
}

impl Stored for Locale {
    fn store(&self, to: &mut Vec<u8>) {
        self.as_str().to_owned().store(to);
    }

    fn restore(from: &mut Unread<'_>) -> Option<Self> {
        text(from)?.parse().ok()
    }
}

impl Stored for ArtifactKind {
    fn store(&self, to: &mut Vec<u8>) {
        to.push(*self as u8);
    }

    fn restore(from: &mut Unread<'_>) -> Option<Self> {
        [Self::Asset, Self::Page, Self::Entry].get(usize::from(u8::restore(from)?)).copied()
    }
}

impl Stored for Stamp {
    fn store(&self, to: &mut Vec<u8>) {
        let (changed, fraction, file) = self.identity;
        (self.modified, self.length).store(to);
        (changed, (fraction, file)).store(to);
    }

    fn restore(from: &mut Unread<'_>) -> Option<Self> {
        let (modified, length) = Stored::restore(from)?;
        let (changed, (fraction, file)) = Stored::restore(from)?;
        Some(Self { modified, length, identity: (changed, fraction, file) })
    }
}

impl Stored for Words {
    fn store(&self, to: &mut Vec<u8>) {
        self.en.store(to);
        self.vi.store(to);
    }

    fn restore(from: &mut Unread<'_>) -> Option<Self> {
        Some(Self { en: Stored::restore(from)?, vi: Stored::restore(from)? })
    }
}

impl Stored for Place {
    fn store(&self, to: &mut Vec<u8>) {
        self.path.store(to);
        (self.line, (self.column, self.width)).store(to);
        self.excerpt.store(to);
    }

    fn restore(from: &mut Unread<'_>) -> Option<Self> {
        let path = Stored::restore(from)?;
        let (line, (column, width)) = Stored::restore(from)?;
        Some(Self { path, line, column, width, excerpt: Stored::restore(from)? })
    }
}

impl Stored for Diagnostic {
    fn store(&self, to: &mut Vec<u8>) {
        self.place.store(to);
        to.push(self.severity as u8);
        self.code.to_owned().store(to);
        self.message.store(to);
        self.help.store(to);
    }

    fn restore(from: &mut Unread<'_>) -> Option<Self> {
        let place = Stored::restore(from)?;
        let severities = [Severity::Note, Severity::Warning, Severity::Error];
        let severity = *severities.get(usize::from(u8::restore(from)?))?;
        let named = text(from)?;
        let code = codes::ALL.iter().find(|code| **code == named)?;
        Some(Self { place, severity, code, message: Stored::restore(from)?, help: Stored::restore(from)? })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn sample() -> Vec<(Diagnostic, Option<u64>)> {
        let words = |text: &str| Words { en: text.to_owned(), vi: format!("{text} ạ") };
        let path = RelPath::new("content/một.md").unwrap();
        let placed = Diagnostic::warning(codes::CONFIG_VALUE, words("a")).help(words("b")).in_file(&path);
        vec![(placed, Some(7)), (Diagnostic::error(codes::CONFIG_SYNTAX, words("")), None)]
    }

    #[test]
    fn what_is_stored_is_restored() {
        let mut bytes = Vec::new();
        sample().store(&mut bytes);
        let mut unread = bytes.as_slice();
        assert_eq!(Stored::restore(&mut unread), Some(sample()));
        assert!(unread.is_empty());
    }

    #[test]
    fn bytes_that_are_no_value_are_refused() {
        let mut bytes = Vec::new();
        sample().store(&mut bytes);
        for length in 0..bytes.len() {
            let mut unread = &bytes[..length];
            assert_eq!(<Vec<(Diagnostic, Option<u64>)>>::restore(&mut unread), None, "cut at {length}");
        }
        let mut endless: &[u8] = &[255; 64];
        assert_eq!(<Vec<Hash>>::restore(&mut endless), None);
    }
}
