//! How writing ends.

use std::{error, fmt};

use crate::io::error::IoError;

/// What was done.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Written {
    /// How many files the site has.
    pub files: usize,
    /// How many of them are new or changed.
    pub written: usize,
    /// How many were right already, and not touched.
    pub unchanged: usize,
    /// How many files of ours went, because they no longer belong to the site.
    pub removed: usize,
    /// The size of the whole site.
    pub bytes: u64,
    /// Files that we had written and someone else changed since.
    pub put_aside: Vec<PutAside>,
}

/// A file that someone else had changed, and that made room.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PutAside {
    /// Its path in the site.
    pub path: String,
    /// Where a copy is, below the site's root: `.dateline/kept/0123456789-index.html`.
    pub kept: String,
}

/// Why nothing was written.
#[derive(Debug)]
pub enum WriteError<E> {
    /// Some pages could not be made: all that is wrong with them, in the order of the outputs.
    Made(Vec<E>),
    /// The folder is not one that we may write to.
    Refused(Refusal),
    /// The machine refused.
    Io(IoError),
    /// The program was asked to end, by this signal.
    Interrupted(u8),
}

/// Why a folder is not written to.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Refusal {
    /// What is the matter, in a sentence.
    pub message: String,
    /// What to do about it.
    pub help: String,
}

impl Refusal {
    /// A refusal.
    pub fn new(message: impl Into<String>, help: impl Into<String>) -> Self {
        Refusal { message: message.into(), help: help.into() }
    }
}

impl fmt::Display for Refusal {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}\n  help: {}", self.message, self.help)
    }
}

impl error::Error for Refusal {}

impl<E> From<IoError> for WriteError<E> {
    fn from(error: IoError) -> Self {
        WriteError::Io(error)
    }
}

impl<E> From<Refusal> for WriteError<E> {
    fn from(refusal: Refusal) -> Self {
        WriteError::Refused(refusal)
    }
}

impl<E> From<Unusable> for WriteError<E> {
    fn from(unusable: Unusable) -> Self {
        match unusable {
            Unusable::Refused(refusal) => WriteError::Refused(refusal),
            Unusable::Io(error) => WriteError::Io(error),
        }
    }
}

/// Why a folder cannot be used, whatever is to be written.
#[derive(Debug)]
pub enum Unusable {
    /// It is not ours to write to.
    Refused(Refusal),
    /// The machine refused.
    Io(IoError),
}

impl From<IoError> for Unusable {
    fn from(error: IoError) -> Self {
        Unusable::Io(error)
    }
}

impl From<Refusal> for Unusable {
    fn from(refusal: Refusal) -> Self {
        Unusable::Refused(refusal)
    }
}

impl fmt::Display for Unusable {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Unusable::Refused(refusal) => refusal.fmt(f),
            Unusable::Io(error) => error.fmt(f),
        }
    }
}
