//! One connection to a host for all that a publish asks of it.
//!
//! Each `ssh` and `sftp` would connect anew, a dozen times a publish: keys are exchanged each time, over
//! a way that may be long. One of them waits, doing nothing, and the others go through it (OpenSSH's
//! `ControlPath`). It ends when this program does, however that ends: it reads what this program never
//! writes. Where it cannot be had, or the user shares connections already, each connects as before.

use std::fs;
use std::io::Read;
use std::path::PathBuf;
use std::process::{Child, Command, Stdio};
use std::thread::sleep;
use std::time::{Duration, Instant};

use crate::io::publish::program::run;
use crate::io::token;
use crate::io::write::error::{Refusal, Unusable};

/// What is said where there is no connection, or none any more.
#[rustfmt::skip]
pub const LOST: [&str; 8] = [
    "Connection closed", "Connection reset", "Connection refused", "Connection timed out",
    "Host key", "Permission denied (", "Could not resolve", "Broken pipe",
];
/// How long it may take to connect.
const PATIENCE: Duration = Duration::from_secs(30);
/// How often it is looked whether it is there.
const PAUSE: Duration = Duration::from_millis(5);

/// A host, and how it is reached.
#[derive(Debug)]
pub struct Connection {
    /// The host, with the user where one is named.
    pub host: String,
    /// What `ssh` and `sftp` are started with.
    pub words: Vec<String>,
    shared: Option<Waiting>,
}

/// The program that holds the connection, and the folder of its socket.
#[derive(Debug)]
struct Waiting {
    child: Child,
    folder: PathBuf,
}

impl Connection {
    /// A host, with the user where one is named; a port; a configuration, where it is not the user's own.
    ///
    /// # Errors
    /// Where the host cannot be reached, or does not let this user in.
    pub fn new(host: String, port: Option<u16>, config: Option<&str>) -> Result<Self, Unusable> {
        let alive = ["-oServerAliveInterval=15", "-oServerAliveCountMax=3"];
        let quiet = ["-oBatchMode=yes", "-oConnectTimeout=15"];
        let mut words: Vec<String> = quiet.into_iter().chain(alive).map(str::to_owned).collect();
        words.extend(port.iter().map(|port| format!("-oPort={port}")));
        words.extend(config.iter().flat_map(|file| ["-F".to_owned(), (*file).to_owned()]));
        let mut connection = Connection { host, words, shared: None };
        if cfg!(unix) && !connection.is_shared_by_user() {
            connection.open()?;
        }
        Ok(connection)
    }

    /// Whether the user's configuration shares connections: one may stand that only a person can open.
    fn is_shared_by_user(&self) -> bool {
        let mut command = Command::new("ssh");
        command.args(&self.words).args(["-G", "--", &self.host]);
        let said = run(&mut command, None).map(|it| it.out).unwrap_or_default();
        let said = String::from_utf8_lossy(&said).into_owned();
        said.lines().filter_map(|it| it.strip_prefix("controlpath ")).any(|it| it != "none")
    }

    fn open(&mut self) -> Result<(), Unusable> {
        let Some(folder) = own_folder() else { return Ok(()) };
        let socket = folder.join("s");
        let path = format!("-oControlPath={}", socket.display().to_string().replace('%', "%%"));
        let mut command = Command::new("ssh");
        command.args(&self.words).args(["-oControlMaster=yes", "-oControlPersist=no", &path]);
        // As sftp starts it, but for what it is asked.
        command.args(["-oClearAllForwardings=yes", "-oForwardX11=no", "-oPermitLocalCommand=no"]);
        command.args(["-oRemoteCommand=none", "-T", "-s", "--", &self.host, "sftp"]);
        command.stdin(Stdio::piped()).stdout(Stdio::null()).stderr(Stdio::piped());
        let Ok(child) = command.env("LC_ALL", "C").spawn() else {
            let _ = fs::remove_dir(&folder);
            return Ok(());
        };
        let mut waiting = Waiting { child, folder };
        let start = Instant::now();
        while start.elapsed() < PATIENCE && matches!(waiting.child.try_wait(), Ok(None)) {
            if socket.exists() {
                self.words.push(path);
                self.shared = Some(waiting);
                return Ok(());
            }
            sleep(PAUSE);
        }
        // Who still waits has said nothing.
        let ended = matches!(waiting.child.try_wait(), Ok(Some(_)));
        let mut said = String::new();
        if !ended {
            said = format!("Connection timed out: no answer in {} seconds", PATIENCE.as_secs());
        } else if let Some(mut err) = waiting.child.stderr.take() {
            let _ = err.read_to_string(&mut said);
        }
        if LOST.iter().any(|it| said.contains(it)) {
            return Err(self.failed(&said));
        }
        Ok(())
    }

    /// Why a host does not do what was asked.
    #[must_use]
    pub fn failed(&self, said: &str) -> Unusable {
        let has = |word: &str| said.contains(word);
        let help = if has("Host key verification failed") || has("IDENTIFICATION HAS CHANGED") {
            "the host shows another key than the one that is known, or one that is not known yet: ask who runs it, \
             and only then `ssh-keygen -R HOST` and `ssh HOST`"
        } else if has("Permission denied (") {
            "add the key to the agent with `ssh-add`, or name it in ~/.ssh/config"
        } else if has("Permission denied") {
            "see that this user may write to the folder"
        } else {
            "see that `sftp HOST` works; publish again then: readers see the old site"
        };
        let said = said.lines().map(str::trim).filter(|it| !it.is_empty()).collect::<Vec<_>>();
        let last = said.iter().rev().take(3).rev().copied().collect::<Vec<_>>().join("\n  ");
        Refusal::new(format!("`{}` does not do what was asked:\n  {last}", self.host), help).into()
    }
}

impl Drop for Waiting {
    fn drop(&mut self) {
        let _ = self.child.kill();
        let _ = self.child.wait();
        let _ = fs::remove_dir_all(&self.folder);
    }
}

/// A new folder that only this user can look into; its path is short, for sockets have short names.
fn own_folder() -> Option<PathBuf> {
    let folder = std::env::temp_dir().join(format!("dateline-{}", token::token().ok()?));
    let mut builder = fs::DirBuilder::new();
    #[cfg(unix)]
    std::os::unix::fs::DirBuilderExt::mode(&mut builder, 0o700);
    builder.create(&folder).ok().map(|()| folder)
}
