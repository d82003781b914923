//! What goes faster over ssh where the host has a shell, and `rsync` is on both sides.
//!
//! `sftp` waits for an answer to each command: a release of a thousand files that shares all but one
//! with the release before takes a thousand times the way there and back. A shell does that in one
//! command, and `rsync` puts many files in one stream, of changed ones only what changed. Where either
//! is missing, nothing is lost: all of it goes by `sftp` then.

use std::io::Write;
use std::path::Path;
use std::process::Command;

use crate::io::error::IoError;
use crate::io::publish::program::run;
use crate::io::write::error::{Refusal, Unusable};

/// What a host with a shell says in the end. One without may answer anything, and succeed.
const DONE: &str = "dateline-done";
/// What it says where it has `rsync`.
const RSYNC: &str = "dateline-rsync";

/// What is said where there is no connection, or none any more.
#[rustfmt::skip]
pub const LOST: [&str; 8] = [
    "Connection closed", "Connection reset", "Connection refused", "Connection timed out",
    "Host key", "Permission denied (", "Could not resolve", "Broken pipe",
];

/// What a host has done.
#[derive(Clone, Copy, Debug)]
pub struct Shared {
    /// Whether the folder is there: if not, it has no shell, or one that cannot do that.
    pub done: bool,
    /// Whether it has `rsync`.
    pub rsync: bool,
}

/// A host, as `ssh` is told of it.
#[derive(Debug)]
pub struct Shell {
    words: Vec<String>,
    host: String,
}

impl Shell {
    /// A host; a port; and a configuration, where it is not the user's own.
    #[must_use]
    pub fn new(host: &str, port: Option<u16>, config: Option<&str>) -> Self {
        let mut words: Vec<String> =
            ["-oBatchMode=yes", "-oConnectTimeout=15"].map(str::to_owned).into();
        words.extend(port.iter().flat_map(|port| ["-p".to_owned(), port.to_string()]));
        words.extend(config.iter().flat_map(|file| ["-F".to_owned(), (*file).to_owned()]));
        Shell { words, host: host.to_owned() }
    }

    /// Makes a folder that shares all files with another, but some; an empty one where there is no
    /// other. What a killed publish has left of it goes first.
    ///
    /// # Errors
    /// Where this machine has no `ssh`.
    pub fn share(
        &self,
        from: Option<&str>,
        to: &str,
        without: &[&str],
    ) -> Result<Shared, Unusable> {
        let to = quoted(to);
        let fill = from.map_or_else(
            || format!("mkdir {to}"),
            |from| {
                let from = quoted(from);
                format!(
                    "(cp -al {from} {to} && cd {to} && xargs -0 rm -f -- || {{ rm -rf {to}; exit 1; }})"
                )
            },
        );
        let script = format!(
            "rm -rf {to} && {fill} && {{ command -v rsync >/dev/null && echo {RSYNC}; echo {DONE}; }}"
        );
        let mut command = Command::new("ssh");
        command.args(&self.words).arg("--").arg(&self.host).arg(script).env("LC_ALL", "C");
        let mut write = |to: &mut dyn Write| -> Result<(), Unusable> {
            // A host without a shell may not read it.
            let _ = to.write_all(without.join("\0").as_bytes());
            Ok(())
        };
        let said = run(&mut command, Some(&mut write))?;
        let out = String::from_utf8_lossy(&said.out).into_owned();
        let says = |word: &str| said.ok && out.lines().any(|line| line == word);
        Ok(Shared { done: says(DONE), rsync: says(DONE) && says(RSYNC) })
    }

    /// Puts all files of a folder into one there; of those that are there, what changed is sent. `false`
    /// where this machine has no `rsync`. A file that is shared with another release is replaced by a
    /// new one, and not written into.
    ///
    /// # Errors
    /// Where the connection is lost, or the host refuses.
    pub fn put(&self, folder: &Path, to: &str) -> Result<bool, Unusable> {
        let words = self.words.iter().map(|word| quoted(word)).collect::<Vec<_>>().join(" ");
        let mut command = Command::new("rsync");
        command.args([
            "--recursive",
            "--ignore-times",
            "--protect-args",
            "-e",
            &format!("ssh {words}"),
            "--",
            "./",
        ]);
        command.arg(format!("{}:{to}/", self.host)).env("LC_ALL", "C").current_dir(folder);
        let Ok(said) = run(&mut command, None) else { return Ok(false) };
        if said.ok {
            return Ok(true);
        }
        let last = said.err.lines().map(str::trim).rfind(|it| !it.is_empty());
        let message = format!("rsync to `{}` has failed: {}", self.host, last.unwrap_or(""));
        let help = "see that the host has room, and publish again: readers see the old site";
        Err(Refusal::new(message, help).into())
    }
}

/// A word of a shell.
fn quoted(word: &str) -> String {
    format!("'{}'", word.replace('\'', "'\\''"))
}

/// Writes a file below a folder, with the folders it needs.
///
/// # Errors
/// Where the machine refuses.
pub fn stage(folder: &Path, path: &str, bytes: &[u8]) -> Result<(), IoError> {
    let full = folder.join(path);
    if let Some(parent) = full.parent() {
        std::fs::create_dir_all(parent).map_err(IoError::of("create the folder", parent))?;
    }
    std::fs::write(&full, bytes).map_err(IoError::of("write", &full))
}
