//! `dateline` turns a folder of Markdown into a briefing microsite.
pub mod capture;
pub mod cli;
pub mod commands;
pub mod diagnostic;
pub mod engine;
pub mod evidence;
pub mod hash;
pub mod io;
pub mod link;
pub mod markdown;
pub mod model;
pub mod nearest;
pub mod parse;
pub mod release;
pub mod render;
pub mod words;
pub mod zone;
