//! Hashes that others can recompute: SHA-256, in hex.

use sha2::{Digest, Sha256};

/// The SHA-256 of some bytes, in lower-case hex.
#[must_use]
pub fn sha256_hex(bytes: &[u8]) -> String {
    hex(&Sha256::digest(bytes))
}

/// Its first 10 hex digits.
#[must_use]
pub fn short(bytes: &[u8]) -> String {
    first_digits(&Sha256::digest(bytes))
}

/// The SHA-256 of bytes that come in pieces.
#[derive(Clone, Debug, Default)]
pub struct Pieces(Sha256);

impl Pieces {
    /// Nothing yet.
    #[must_use]
    pub fn new() -> Self {
        Pieces::default()
    }

    /// Adds a piece.
    pub fn add(&mut self, bytes: &[u8]) {
        self.0.update(bytes);
    }

    /// The hash of all pieces, in lower-case hex.
    #[must_use]
    pub fn sha256_hex(self) -> String {
        hex(&self.0.finalize())
    }

    /// Its first 10 hex digits.
    #[must_use]
    pub fn short(self) -> String {
        first_digits(&self.0.finalize())
    }
}

fn first_digits(digest: &[u8]) -> String {
    hex(digest.get(..5).unwrap_or(digest))
}

fn hex(bytes: &[u8]) -> String {
    const DIGITS: &[u8; 16] = b"0123456789abcdef";
    let mut text = String::with_capacity(bytes.len() * 2);
    for byte in bytes {
        for half in [byte >> 4, byte & 15] {
            text.push(char::from(DIGITS.get(usize::from(half)).copied().unwrap_or(b'0')));
        }
    }
    text
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn hashes_are_those_that_others_compute() {
        let whole = "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad";
        assert_eq!(sha256_hex(b"abc"), whole);
        assert_eq!(short(b"abc"), "ba7816bf8f");
        let mut pieces = Pieces::new();
        pieces.add(b"a");
        pieces.add(b"bc");
        assert_eq!(pieces.clone().short(), "ba7816bf8f");
        assert_eq!(pieces.sha256_hex(), whole);
    }
}
