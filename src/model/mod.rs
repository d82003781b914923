//! The nouns: plain data, no effects, no libraries.

pub mod day;
pub mod when;
