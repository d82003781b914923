//! Why a command ends early, and the exit status that tells it.

use crate::commands::refusal::Refusal;
use crate::diagnostic::diagnostics::Diagnostics;
use crate::io::error::IoError;
use crate::io::read::root::NoSite;

/// Why a command ends early.
#[derive(Debug)]
pub enum Stop {
    /// The briefing has errors.
    Errors(Diagnostics),
    /// The command line asks for what cannot be had.
    Refused(Refusal),
    /// There is no briefing here.
    NoSite(NoSite),
    /// The machine refuses.
    Machine(IoError),
}

impl Stop {
    /// 1 where the author can mend it in the briefing, 2 where not.
    #[must_use]
    pub fn status(&self) -> u8 {
        match self {
            Stop::Errors(_) => 1,
            Stop::Refused(_) | Stop::NoSite(_) | Stop::Machine(_) => 2,
        }
    }
}

impl From<Refusal> for Stop {
    fn from(refusal: Refusal) -> Self {
        Stop::Refused(refusal)
    }
}

impl From<NoSite> for Stop {
    fn from(none: NoSite) -> Self {
        Stop::NoSite(none)
    }
}

impl From<IoError> for Stop {
    fn from(error: IoError) -> Self {
        Stop::Machine(error)
    }
}
