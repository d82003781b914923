//! Why a command ends early, and the exit status that tells it.

use crate::commands::refusal::Refusal;
use crate::diagnostic::diagnostics::Diagnostics;
use crate::diagnostic::human;
use crate::io::error::IoError;
use crate::io::lock::NoLock;
use crate::io::read::root::NoSite;
use crate::io::{terminal, write};

/// How many diagnostics are shown before the rest is counted; `check` shows all.
pub const SHOWN: usize = 20;

/// Why a command ends early.
#[derive(Debug)]
pub enum Stop {
    /// The briefing has errors.
    Errors(Diagnostics),
    /// The briefing has errors, which were shown already.
    Reported,
    /// The command line asks for what cannot be had.
    Refused(Refusal),
    /// There is no briefing here.
    NoSite(NoSite),
    /// Another command is at work on the same site.
    Locked(NoLock),
    /// The machine refuses.
    Machine(IoError),
    /// The program was asked to end, by this signal.
    Interrupted(u8),
}

impl Stop {
    /// 1 where the author can mend it in the briefing, 2 where not; 128 and the signal's number where
    /// the program was asked to end, as shells do.
    #[must_use]
    pub fn status(&self) -> u8 {
        match self {
            Stop::Errors(_) | Stop::Reported => 1,
            Stop::Refused(_) | Stop::NoSite(_) | Stop::Locked(_) | Stop::Machine(_) => 2,
            Stop::Interrupted(signal) => 128 + signal,
        }
    }

    /// Says why, on standard error.
    pub fn report(&self) {
        match self {
            Stop::Errors(diagnostics) => {
                let colour = terminal::reports_in_colour();
                terminal::report(&human::report(diagnostics, Some(SHOWN), colour));
            }
            Stop::Reported => {}
            Stop::Refused(refusal) => terminal::report(&refusal.to_string()),
            Stop::NoSite(none) => terminal::report(&format!("error: {none}")),
            Stop::Locked(none) => terminal::report(&format!("error: {none}")),
            Stop::Machine(error) => terminal::report(&format!("error: {error}")),
            Stop::Interrupted(_) => terminal::report("stopped; nothing was written"),
        }
    }
}

/// The exit status of what was done, or of why it was not, which is said.
#[must_use]
pub fn status(done: Result<(), Stop>) -> u8 {
    let done = match done {
        // What nobody could read was not told.
        Ok(()) | Err(Stop::Reported) if let Some(error) = terminal::unwritten() => {
            Err(Stop::Machine(error))
        }
        done => done,
    };
    match done {
        Ok(()) => 0,
        Err(stop) => {
            stop.report();
            stop.status()
        }
    }
}

impl From<NoLock> for Stop {
    fn from(none: NoLock) -> Self {
        Stop::Locked(none)
    }
}

impl From<write::error::Refusal> for Stop {
    fn from(refusal: write::error::Refusal) -> Self {
        Stop::Refused(Refusal::new(refusal.message, refusal.help))
    }
}

impl From<write::error::Unusable> for Stop {
    fn from(unusable: write::error::Unusable) -> Self {
        match unusable {
            write::error::Unusable::Refused(refusal) => refusal.into(),
            write::error::Unusable::Io(error) => error.into(),
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
