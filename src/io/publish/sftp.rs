//! `sftp`: what it reads, and what it says.

use std::collections::BTreeSet;
use std::fs;
use std::io::Write;
use std::path::PathBuf;
use std::process::Command;
use std::sync::Arc;

use crate::io::error::IoError;
use crate::io::publish::connection::{Connection, LOST};
use crate::io::publish::program::{Said, run};
use crate::io::write::error::Unusable;
use crate::io::write::order::parents;

/// A host, as `sftp` is told of it.
#[derive(Debug)]
pub struct Sftp {
    connection: Arc<Connection>,
    /// The folder on this machine that files are put from, and got into.
    pub stage: PathBuf,
}

impl Sftp {
    /// A host, and a folder on this machine.
    #[must_use]
    pub const fn new(connection: Arc<Connection>, stage: PathBuf) -> Self {
        Sftp { connection, stage }
    }

    /// Carries out commands; where one fails that does not begin with `-`, the rest is not done.
    ///
    /// # Errors
    /// Where the connection is lost.
    pub fn said(&self, batch: &str) -> Result<Said, Unusable> {
        let mut command = Command::new("sftp");
        command.args(["-b", "-"]).args(&self.connection.words).arg(&self.connection.host);
        command.env("LC_ALL", "C").current_dir(&self.stage);
        let mut write = |to: &mut dyn Write| -> Result<(), Unusable> {
            Ok(to.write_all(batch.as_bytes()).map_err(IoError::of("write to sftp", &self.stage))?)
        };
        let said = run(&mut command, Some(&mut write))?;
        if !said.ok && LOST.iter().any(|it| said.err.contains(it)) {
            return Err(self.connection.failed(&said.err));
        }
        Ok(said)
    }

    /// Carries out commands, all of them.
    ///
    /// # Errors
    /// Where the host refuses, or the connection is lost.
    pub fn done(&self, batch: &str) -> Result<Vec<u8>, Unusable> {
        let said = self.said(batch)?;
        if said.ok { Ok(said.out) } else { Err(self.connection.failed(&said.err)) }
    }

    /// The bytes of a file there; nothing where there is none.
    ///
    /// # Errors
    /// Where the connection is lost.
    pub fn got(&self, from: &str) -> Result<Option<Vec<u8>>, Unusable> {
        let here = self.stage.join("got");
        let _ = fs::remove_file(&here);
        self.said(&format!("get {from} got\n"))?;
        Ok(fs::read(&here).ok())
    }

    /// Writes a file here, to be put there.
    ///
    /// # Errors
    /// Where this machine refuses.
    pub fn write(&self, name: &str, bytes: &[u8]) -> Result<(), Unusable> {
        let path = self.stage.join(name);
        Ok(fs::write(&path, bytes).map_err(IoError::of("write", &path))?)
    }

    /// What stands in a folder.
    ///
    /// # Errors
    /// Where the connection is lost.
    pub fn listed(&self, folder: &str) -> Result<Vec<String>, Unusable> {
        let listed = self.said(&format!("cd {folder}\nls -1a\n"))?;
        Ok(names(&listed.out))
    }
}

/// Commands that put a staged file. What stands there is shared with a release that readers see: it is
/// taken away, and never written into.
#[must_use]
pub fn fresh(path: &str, there: &str) -> String {
    format!("-rm {there}\nput {} {there}\n", quoted(&format!("tree/{path}")))
}

/// Commands that take away what there is of some files in a folder, and the folder where nothing else
/// stands in it.
#[must_use]
pub fn removal(folder: &str, paths: &[&str]) -> String {
    let mut batch = String::new();
    for path in paths {
        batch.push_str(&format!("-rm {}\n", quoted(&format!("{folder}/{path}"))));
    }
    let folders: BTreeSet<&str> = paths.iter().flat_map(|it| parents(it)).collect();
    for inner in folders.iter().rev() {
        batch.push_str(&format!("-rmdir {}\n", quoted(&format!("{folder}/{inner}"))));
    }
    batch + &format!("-rmdir {}\n", quoted(folder))
}

/// A path as sftp reads it. Between quotation marks no letter stands for others, but in what `ls` is
/// given.
#[must_use]
pub fn quoted(path: &str) -> String {
    let mut text = String::from("\"");
    for c in path.chars() {
        if matches!(c, '"' | '\\') {
            text.push('\\');
        }
        text.push(c);
    }
    text + "\""
}

/// The names in what it lists.
fn names(listed: &[u8]) -> Vec<String> {
    let listed = String::from_utf8_lossy(listed).into_owned();
    let names = listed
        .lines()
        .filter(|line| !line.starts_with("sftp>"))
        .filter_map(|line| line.trim_end().trim_end_matches('/').rsplit('/').next())
        .filter(|name| !matches!(*name, "" | "." | ".."));
    names.map(str::to_owned).collect()
}
