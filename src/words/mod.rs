//! The words that readers see.

pub mod dates;
