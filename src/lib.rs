//! `dateline` turns a folder of Markdown into a briefing microsite.

pub mod model;
pub mod parse;
pub mod words;

pub mod zone;
