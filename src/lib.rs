//! `dateline` turns a folder of Markdown into a briefing microsite.
pub mod diagnostic;
pub mod model;
