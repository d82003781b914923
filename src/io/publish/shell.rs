//! What goes faster over ssh where the host has a shell, and `rsync` is on both sides.
//!
//! `sftp` waits for an answer to each command: a release of a thousand files that shares all but one
//! with the release before takes a thousand times the way there and back. A shell does that in one
//! command, and `rsync` puts many files in one stream, of changed ones only what changed. Where either
//! is missing, nothing is lost: all of it goes by `sftp` then.

use std::io::Write;
use std::path::Path;
use std::process::Command;
use std::sync::Arc;

use crate::io::error::IoError;
use crate::io::publish::connection::{Connection, LOST};
use crate::io::publish::program::run;
use crate::io::write::error::Unusable;

/// What a host with a shell says in the end. One without may answer anything, and succeed.
const DONE: &str = "dateline-done";
/// What it says where it has `rsync`.
const RSYNC: &str = "dateline-rsync";

/// What a host has done.
#[derive(Clone, Copy, Debug)]
pub struct Shared {
    /// Whether the folder is there: if not, it has no shell, or one that cannot do that.
    pub done: bool,
    /// Whether it has `rsync`.
    pub rsync: bool,
}

/// A folder to be made on a host, and what it shares; all of it stands in one folder there.
#[derive(Clone, Copy, Debug)]
pub struct Share<'a> {
    /// Where all of it stands.
    pub releases: &'a str,
    /// The folder whose files it shares.
    pub from: Option<&'a str>,
    /// The folder to be made.
    pub part: &'a str,
    /// A file that is there as long as the folder is wanted.
    pub names: &'a str,
    /// Paths that it does not share.
    pub without: &'a [&'a str],
    /// What killed publishes have left.
    pub left: &'a [String],
}

/// A host, as `ssh` is told of it.
#[derive(Debug)]
pub struct Shell {
    connection: Arc<Connection>,
}

impl Shell {
    /// A host.
    #[must_use]
    pub const fn new(connection: Arc<Connection>) -> Self {
        Shell { connection }
    }

    /// Makes a folder that shares all files with another, but some; an empty one where there is no
    /// other. What killed publishes have left goes first.
    ///
    /// # Errors
    /// Where this machine has no `ssh`.
    pub fn share(&self, share: &Share<'_>) -> Result<Shared, Unusable> {
        let [releases, part, names] = [share.releases, share.part, share.names].map(quoted);
        let left: String = share.left.iter().map(|it| format!(" {}", quoted(it))).collect();
        let fill = share.from.map_or_else(
            || format!("mkdir {part}"),
            |from| format!("cp -al {} {part} && cd {part} && xargs -0 rm -f --", quoted(from)),
        );
        // A host may go on after the publish was killed that asked for this: whoever publishes then takes
        // the names away, and nobody would take away what is made after.
        let script = format!(
            "cd {releases} && rm -rf --{left} && {{ ({fill}) && test -e {names} || {{ rm -rf {part}; \
             exit 1; }}; }} && {{ echo; command -v rsync >/dev/null && echo {RSYNC}; echo {DONE}; }}"
        );
        let out = self.said(&script, share.without.join("\0").as_bytes())?;
        let says = |word: &str| out.lines().any(|line| line == word);
        Ok(Shared { done: says(DONE), rsync: says(DONE) && says(RSYNC) })
    }

    /// Takes a folder away; `false` where the host has no shell.
    ///
    /// # Errors
    /// Where this machine has no `ssh`.
    pub fn removes(&self, releases: &str, part: &str) -> Result<bool, Unusable> {
        let (releases, part) = (quoted(releases), quoted(part));
        let out =
            self.said(&format!("cd {releases} && rm -rf -- {part} && echo && echo {DONE}"), b"")?;
        Ok(out.lines().any(|line| line == DONE))
    }

    /// What a script says that succeeds; nothing where it does not.
    fn said(&self, script: &str, input: &[u8]) -> Result<String, Unusable> {
        let mut command = Command::new("ssh");
        command.args(&self.connection.words).args(["--", &self.connection.host]);
        command.arg(script).env("LC_ALL", "C");
        let mut write = |to: &mut dyn Write| -> Result<(), Unusable> {
            // A host without a shell may not read it.
            let _ = to.write_all(input);
            Ok(())
        };
        let said = run(&mut command, Some(&mut write))?;
        let out = String::from_utf8_lossy(&said.out).into_owned();
        Ok(if said.ok { out } else { String::new() })
    }

    /// Puts all files of a folder into one there; of those that are there, what changed is sent. `false`
    /// where `rsync` cannot do it. A file that is shared with another release is replaced by a
    /// new one, and not written into.
    ///
    /// # Errors
    /// Where the connection is lost.
    pub fn put(&self, folder: &Path, to: &str) -> Result<bool, Unusable> {
        let Connection { words, host, .. } = &*self.connection;
        let words = words.iter().map(|word| quoted(word)).collect::<Vec<_>>().join(" ");
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
        command.arg(format!("{host}:{to}/")).env("LC_ALL", "C").current_dir(folder);
        let Ok(said) = run(&mut command, None) else { return Ok(false) };
        if said.ok {
            return Ok(true);
        }
        // What else it fails of (a host that greets whoever comes, another `rsync`), `sftp` may do.
        if LOST.iter().any(|it| said.err.contains(it)) {
            return Err(self.connection.failed(&said.err));
        }
        Ok(false)
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
