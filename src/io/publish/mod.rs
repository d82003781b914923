//! Publishing: the site leaves for where readers find it.

pub mod current;
pub mod folder;
