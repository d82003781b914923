//! The preview server: one port on this computer for the pages and the news of their changes.
//!
//! A briefing that is being written is not public. So: loopback only; every request must name one
//! of three hosts (a page elsewhere whose name is turned to 127.0.0.1 cannot); only reading; nothing
//! for other sites' scripts, pictures or frames; an address is looked up in the list of outputs and
//! never becomes a path on disk.

pub mod answer;
pub mod assets;
pub mod body;
pub mod cache;
pub mod connection;
pub mod events;
pub mod guard;
pub mod insert;
pub mod listen;
pub mod pages;
pub mod preview;
pub mod range;
pub mod server;
pub mod signals;
pub mod stream;
pub mod target;
