//! The nouns: plain data, no effects, no libraries.
//!
//! A build is a story in four states, and a type stands for each:
//!
//! 1. [`project::Project`] is every input, in memory: equal projects give equal sites, byte for byte.
//! 2. [`document::Document`] is what was written: one file, parsed, its references not yet looked up.
//! 3. [`briefing::Briefing`] is what it means: every reference in it exists.
//! 4. [`site::Output`] is what is published: every file's path, and what stands there.

pub mod briefing;
pub mod day;
pub mod document;
pub mod edited;
pub mod entity;
pub mod evidence;
pub mod file_name;
pub mod free_text;
pub mod id;
pub mod place;
pub mod project;
pub mod prose;
pub mod role;
pub mod script;
pub mod settings;
pub mod site;
pub mod when;
pub mod windows_1252;
