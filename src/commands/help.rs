//! Help and the version: results as those of any command.

use std::io::Error;

use crate::commands::stop;
use crate::io::terminal;

/// Gives the exit status where they were written, or could not be.
#[must_use]
pub fn told(written: Result<(), Error>) -> u8 {
    terminal::keep(written);
    stop::status(Ok(()))
}
