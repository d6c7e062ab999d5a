//! Content hashes: what changed is found by content, never by time stamps.

/// Written at once: a hash of many small fields costs as much as one of their bytes.
const BUFFER: usize = 4096;

/// A BLAKE3 hash of some bytes.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Hash([u8; 32]);

impl Hash {
    /// Hashes bytes.
    #[must_use]
    pub fn of(bytes: &[u8]) -> Self {
        Self(*blake3::hash(bytes).as_bytes())
    }

    /// Hashes a value by all its parts. The same value has the same hash in every run of one executable, in others
    /// perhaps not.
    #[must_use]
    pub fn of_value<T: std::hash::Hash + ?Sized>(value: &T) -> Self {
        let mut hasher = Hasher::default();
        value.hash(&mut hasher);
        hasher.done()
    }

    /// Its bytes.
    pub(super) fn bytes(&self) -> &[u8; 32] {
        &self.0
    }

    /// A hash from its bytes.
    pub(super) fn from_bytes(bytes: [u8; 32]) -> Self {
        Self(bytes)
    }

    /// The whole hash, as 64 hexadecimal digits.
    #[must_use]
    pub fn hex(&self) -> String {
        blake3::Hash::from_bytes(self.0).to_hex().to_string()
    }

    /// The first 10 hexadecimal digits, for file names.
    #[must_use]
    pub fn short(&self) -> String {
        self.hex().chars().take(10).collect()
    }

    /// Its first byte: as good as a random one.
    pub(super) fn first(&self) -> u8 {
        self.0.first().copied().unwrap_or_default()
    }
}

/// Lets whatever can be hashed be hashed with BLAKE3.
#[derive(Default)]
pub struct Hasher {
    hasher: blake3::Hasher,
    buffer: Vec<u8>,
}

impl Hasher {
    /// The hash of all that was written.
    #[must_use]
    pub fn done(mut self) -> Hash {
        self.flush();
        Hash(*self.hasher.finalize().as_bytes())
    }

    fn flush(&mut self) {
        self.hasher.update(&self.buffer);
        self.buffer.clear();
    }
}

impl std::hash::Hasher for Hasher {
    fn write(&mut self, bytes: &[u8]) {
        if self.buffer.len() + bytes.len() > BUFFER {
            self.flush();
        }
        if bytes.len() > BUFFER {
            self.hasher.update(bytes);
        } else {
            self.buffer.extend_from_slice(bytes);
        }
    }

    /// Nothing asks for the short hash of maps in memory.
    fn finish(&self) -> u64 {
        0
    }
}

impl std::io::Write for Hasher {
    fn write(&mut self, bytes: &[u8]) -> std::io::Result<usize> {
        std::hash::Hasher::write(self, bytes);
        Ok(bytes.len())
    }

    fn flush(&mut self) -> std::io::Result<()> {
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_value_is_hashed_by_all_its_parts() {
        let hash = |a: &str, b: &str| Hash::of_value(&(a, b));
        assert_eq!(hash("ab", "c"), hash("ab", "c"));
        assert_ne!(hash("ab", "c"), hash("a", "bc"));
        let long = "x".repeat(BUFFER * 2);
        assert_ne!(hash(&long, "a"), hash(&long, "b"));
        assert_ne!(hash("a", &long), hash("b", &long));
    }
}
