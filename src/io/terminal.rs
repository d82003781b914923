//! The terminal: reports and progress to standard error, results to standard output.
//!
//! Colour is decided here, by what the streams are and what the environment asks for (`NO_COLOR`,
//! `CLICOLOR_FORCE`, `TERM=dumb`, CI): whoever writes may always use it. A reader that has gone
//! away (`dateline check | head`) is no error; any other result that could not be written is kept in
//! mind, and is why the command fails in the end.

use std::io::{Error, ErrorKind, IsTerminal, Write};
use std::path::Path;
use std::sync::Mutex;
use std::sync::atomic::{AtomicU64, Ordering};
use std::time::Duration;

use anstream::AutoStream;
use anstream::ColorChoice;

use crate::io::clock::Stopwatch;
use crate::io::error::IoError;

/// Writes a report to standard error, with a line end.
pub fn report(text: &str) {
    let mut stream = anstream::stderr().lock();
    let _ = writeln!(stream, "{text}");
}

/// Writes a result to standard output, with a line end.
pub fn result(text: &str) {
    let mut stream = anstream::stdout().lock();
    keep(writeln!(stream, "{text}").and_then(|()| stream.flush()));
}

/// Writes bytes to standard output as they are.
pub fn raw_result(bytes: &[u8]) {
    let mut stream = std::io::stdout().lock();
    keep(stream.write_all(bytes).and_then(|()| stream.flush()));
}

/// Why a result could not be written, the first time that it could not.
static UNWRITTEN: Mutex<Option<Error>> = Mutex::new(None);

/// Keeps in mind whether a result could be written.
pub fn keep(written: Result<(), Error>) {
    let Err(error) = written else { return };
    if error.kind() != ErrorKind::BrokenPipe
        && let Ok(mut first) = UNWRITTEN.lock()
    {
        first.get_or_insert(error);
    }
}

/// What went wrong with the results that were written so far.
#[must_use]
pub fn unwritten() -> Option<IoError> {
    let error = UNWRITTEN.lock().ok()?.take()?;
    Some(IoError::new("write to", Path::new("standard output"), error))
}

/// Whether reports are in colour.
#[must_use]
pub fn reports_in_colour() -> bool {
    colour(AutoStream::choice(&std::io::stderr()))
}

/// Whether results are in colour.
#[must_use]
pub fn results_in_colour() -> bool {
    colour(AutoStream::choice(&std::io::stdout()))
}

fn colour(choice: ColorChoice) -> bool {
    match choice {
        ColorChoice::Always | ColorChoice::AlwaysAnsi => true,
        ColorChoice::Auto | ColorChoice::Never => false,
    }
}

/// Tells a person who waits how far it is; nothing for the first second, nothing to a file.
#[derive(Debug)]
pub struct Progress {
    what: &'static str,
    all: u64,
    done: AtomicU64,
    started: Stopwatch,
    /// When it was last told, in milliseconds since the start.
    told: AtomicU64,
    watched: bool,
}

impl Progress {
    /// Progress through a number of things: `pages`.
    #[must_use]
    pub fn new(what: &'static str, all: usize) -> Self {
        Progress {
            what,
            all: all as u64,
            done: AtomicU64::new(0),
            started: Stopwatch::start(),
            told: AtomicU64::new(900),
            watched: std::io::stderr().is_terminal(),
        }
    }

    /// One more is done.
    pub fn step(&self) {
        let done = self.done.fetch_add(1, Ordering::Relaxed) + 1;
        if !self.watched || !done.is_multiple_of(64) {
            return;
        }
        let (now, told) = (self.started.milliseconds(), self.told.load(Ordering::Relaxed));
        let due = now >= told + 100;
        let order = Ordering::Relaxed;
        if due && self.told.compare_exchange(told, now, order, order).is_ok() {
            let mut stream = anstream::stderr().lock();
            let _ = write!(stream, "\r{done} of {} {} ", self.all, self.what);
            let _ = stream.flush();
        }
    }

    /// How long it has been going on.
    #[must_use]
    pub fn elapsed(&self) -> Duration {
        self.started.elapsed()
    }
}

impl Drop for Progress {
    fn drop(&mut self) {
        if self.told.load(Ordering::Relaxed) > 900 {
            let mut stream = anstream::stderr().lock();
            let _ = write!(stream, "\r\x1b[K");
            let _ = stream.flush();
        }
    }
}
