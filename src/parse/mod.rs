//! Texts in, documents out.

pub mod when;
