//! What is published: manifests of releases, the difference of two, and what the site remembers.

pub mod content_type;
pub mod difference;
pub mod frozen;
pub mod history;
pub mod manifest;
pub mod plan;
pub mod record;
pub mod said;
pub mod versions;
