//! One command at a time: a lock on the project.

use std::fs::{File, OpenOptions, TryLockError};
use std::io::{ErrorKind, Read, Seek, SeekFrom, Write};
use std::path::Path;
use std::time::Duration;
use std::{error, fmt};

use crate::io::clock::{Stopwatch, wait};
use crate::io::error::IoError;
use crate::io::own;

/// Held while a command changes what the project has written; given back when it is dropped, or by
/// the system when the program ends in any other way.
#[derive(Debug)]
pub struct Lock {
    _file: File,
}

/// The lock was not to be had.
#[derive(Debug)]
pub enum NoLock {
    /// Another command has it, and had it for as long as we waited.
    Held {
        /// Who has it: "`dateline build` (process 4711)".
        by: String,
    },
    /// The machine refused.
    Io(IoError),
}

impl fmt::Display for NoLock {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            NoLock::Held { by } => write!(
                f,
                "another command is at work on this site: {by}\n  help: wait until it has ended, \
                 or end it, and try again"
            ),
            NoLock::Io(error) => error.fmt(f),
        }
    }
}

impl error::Error for NoLock {}

impl Lock {
    /// Takes the lock of a site. Where another command has it, `waits` is told by whom, once, and
    /// it is tried again for `patience`.
    ///
    /// # Errors
    /// Where it stays held, or the machine refuses.
    pub fn take(
        root: &Path,
        command: &str,
        patience: Duration,
        waits: impl FnOnce(&str),
    ) -> Result<Self, NoLock> {
        let path = own::folder(root).map_err(NoLock::Io)?.join("lock");
        Lock::on(&path, command, patience, waits)
    }

    /// The same with a file that is named: for a folder that several sites are published to.
    ///
    /// # Errors
    /// Where it stays held, or the machine refuses.
    pub fn on(
        path: &Path,
        command: &str,
        patience: Duration,
        waits: impl FnOnce(&str),
    ) -> Result<Self, NoLock> {
        let refused = |action| IoError::of(action, path);
        own::no_link(path).map_err(NoLock::Io)?;
        let mut options = OpenOptions::new();
        let options = options.read(true).write(true).create(true).truncate(false);
        let mut file = options.open(path).map_err(|e| NoLock::Io(refused("open")(e)))?;
        let watch = Stopwatch::start();
        let mut waits = Some(waits);
        loop {
            match file.try_lock() {
                Ok(()) => break,
                Err(TryLockError::WouldBlock) => {}
                Err(TryLockError::Error(e)) if e.kind() == ErrorKind::Interrupted => {}
                Err(TryLockError::Error(e)) => return Err(NoLock::Io(refused("lock")(e))),
            }
            let by = holder(path);
            if watch.elapsed() >= patience {
                return Err(NoLock::Held { by });
            }
            if let Some(waits) = waits.take() {
                waits(&by);
            }
            wait(Duration::from_millis(20));
        }
        let text = format!("dateline {command}, process {}\n", std::process::id());
        let written = file
            .set_len(0)
            .and_then(|()| file.seek(SeekFrom::Start(0)))
            .and_then(|_| file.write_all(text.as_bytes()));
        written.map_err(|e| NoLock::Io(refused("write")(e)))?;
        Ok(Lock { _file: file })
    }
}

/// Who has the lock, as far as can be read.
fn holder(path: &Path) -> String {
    let mut text = String::new();
    let read = File::open(path).and_then(|file| file.take(200).read_to_string(&mut text));
    match (read, text.trim()) {
        (Err(_), _) | (Ok(_), "") => "another `dateline`".into(),
        (Ok(_), text) => match text.split_once(", process ") {
            Some((command, process)) => {
                format!("`{}` (process {})", command.escape_debug(), process.escape_debug())
            }
            None => format!("`{}`", text.escape_debug()),
        },
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_second_command_is_told_who_is_at_work() {
        let root = tempfile::tempdir().unwrap();
        let take = |patience| {
            let mut told = String::new();
            let lock = Lock::take(root.path(), "build", patience, |by| told = by.to_owned());
            (lock, told)
        };
        let (first, told) = take(Duration::ZERO);
        assert!(first.is_ok() && told.is_empty());
        let (second, told) = take(Duration::from_millis(50));
        let error = second.unwrap_err().to_string();
        let process = format!("`dateline build` (process {})", std::process::id());
        assert!(error.contains(&process) && told.contains(&process), "{error}");
        drop(first);
        assert!(take(Duration::ZERO).0.is_ok());
    }

    #[test]
    fn a_second_command_gets_the_lock_when_the_first_ends() {
        let root = tempfile::tempdir().unwrap();
        let first = Lock::take(root.path(), "build", Duration::ZERO, |_| {}).unwrap();
        std::thread::scope(|threads| {
            let second =
                threads.spawn(|| Lock::take(root.path(), "build", Duration::from_secs(20), |_| {}));
            wait(Duration::from_millis(50));
            drop(first);
            assert!(second.join().unwrap().is_ok());
        });
    }
}
