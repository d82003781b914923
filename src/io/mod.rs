//! The one door to the world: files, the clock, the terminal, the network.
//!
//! Everything else is a pure function of what is read here.
#![expect(clippy::disallowed_methods, reason = "effects live here and nowhere else")]

pub mod browser;
pub mod burst;
pub mod change;
pub mod chromium;
pub mod clock;
pub mod digest;
pub mod edit;
pub mod error;
pub mod fetch;
pub mod http;
pub mod interrupt;
pub mod lock;
pub mod names;
pub mod open;
pub mod own;
pub mod publish;
pub mod read;
pub mod terminal;
pub mod token;
pub mod watch;
pub mod write;
