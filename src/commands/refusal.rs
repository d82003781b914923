//! What a command does not do, and what to type instead. The command line is at fault: exit 2.

use std::fmt;

/// A command that is not carried out.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Refusal {
    /// One plain sentence, lower case first, names in backticks.
    pub message: String,
    /// What to type instead.
    pub help: String,
}

impl Refusal {
    /// A refusal.
    #[must_use]
    pub fn new(message: impl Into<String>, help: impl Into<String>) -> Self {
        Refusal { message: message.into(), help: help.into() }
    }
}

impl fmt::Display for Refusal {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "error: {}\n  help: {}", self.message, self.help)
    }
}

impl std::error::Error for Refusal {}
