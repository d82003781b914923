//! Values as JSON (RFC 8259), for the files and blocks that a site has thousands of.
//!
//! `serde_json` looks at every byte of every text with a table, and tells its layout of every piece.
//! Half of what a site's JSON cost was that: `texts` looks at sixteen bytes at once.

pub mod serializer;
pub mod texts;
pub mod write;
