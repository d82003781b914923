//! What hosts are told of the site: media types, how long files may be kept, what pages may do,
//! and where former addresses lead. Each host has a form of its own for the same.

pub mod apache;
pub mod hosted;
pub mod netlify;
pub mod nginx;
pub mod policy;
