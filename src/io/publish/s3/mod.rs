//! An object store as target: any that speaks S3.
//!
//! There is no switch, so order makes each moment whole: files of hashed names, other files, pages,
//! what leads to pages, feeds; then the manifest, put only where it is still the one that we saw;
//! then deletes. Before the first put the manifest says who is at work and which names may come, so
//! that a second editor is told, and what a killed publish left is known to be ours.

pub mod client;
pub mod credentials;
pub mod kept;
pub mod store;
