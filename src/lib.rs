//! `dateline` turns a folder of Markdown into a briefing microsite.
pub mod diagnostic;
pub mod hash;
pub mod model;
pub mod render;
pub mod words;
