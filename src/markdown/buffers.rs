//! Buffers that one text after another is written into.
//!
//! What is kept of a text is copied out of them to its exact length: fresh memory for each text
//! would be touched page by page, and kept with room to spare.

use std::cell::Cell;

/// More than this is not kept for the next text.
const MOST: usize = 1 << 20;

thread_local! {
    static KEPT: Cell<(String, String)> = const { Cell::new((String::new(), String::new())) };
}

/// Two empty buffers, which may have room already.
#[must_use]
pub fn take() -> (String, String) {
    KEPT.take()
}

/// Keeps buffers for the next text.
pub fn give_back(mut one: String, mut other: String) {
    one.clear();
    other.clear();
    if one.capacity() <= MOST && other.capacity() <= MOST {
        KEPT.set((one, other));
    }
}
