//! Content hashes: what changed is found by content, never by time stamps.

/// A BLAKE3 hash of some bytes.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Hash([u8; 32]);

impl Hash {
    /// Hashes bytes.
    #[must_use]
    pub fn of(bytes: &[u8]) -> Self {
        Self(*blake3::hash(bytes).as_bytes())
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
}
