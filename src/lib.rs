//! `dateline` turns a folder of Markdown into a briefing microsite.
pub mod cli;
pub mod commands;
pub mod diagnostic;
pub mod model;
