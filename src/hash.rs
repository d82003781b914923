//! Hashes that others can recompute: SHA-256, in hex.

use sha2::{Digest, Sha256};

/// The SHA-256 of some bytes, in lower-case hex.
#[must_use]
pub fn sha256_hex(bytes: &[u8]) -> String {
    const DIGITS: &[u8; 16] = b"0123456789abcdef";
    let mut text = String::with_capacity(64);
    for byte in Sha256::digest(bytes) {
        for half in [byte >> 4, byte & 15] {
            text.push(char::from(DIGITS.get(usize::from(half)).copied().unwrap_or(b'0')));
        }
    }
    text
}

/// Its first 10 hex digits.
#[must_use]
pub fn short(bytes: &[u8]) -> String {
    let mut text = sha256_hex(bytes);
    text.truncate(10);
    text
}
