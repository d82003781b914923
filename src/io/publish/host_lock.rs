//! The lock of a folder on another machine: a folder beside the releases, with its owner in it.

use crate::io::clock;
use crate::io::publish::sftp::{Sftp, quoted};
use crate::io::write::error::{Refusal, Unusable};
use crate::io::write::order::parents;

/// How long another's publish is waited for, in seconds.
const PATIENCE: i64 = 900;

/// The lock of a folder.
#[derive(Clone, Copy, Debug)]
pub struct HostLock<'a> {
    /// The machine.
    pub sftp: &'a Sftp,
    /// The folder.
    pub folder: &'a str,
    /// What this working copy calls itself.
    pub owner: &'a str,
}

impl HostLock<'_> {
    fn at(&self, name: &str) -> String {
        quoted(&format!("{}/releases/{name}", self.folder))
    }

    /// Takes it. One that a killed publish of ours has left is ours.
    ///
    /// # Errors
    /// Where another holds it, or the host refuses.
    pub fn take(&self) -> Result<(), Unusable> {
        let owner = self.at(".lock/owner");
        self.sftp.write("owner", format!("{} {}\n", self.owner, clock::now()).as_bytes())?;
        let mut batch = String::new();
        for folder in parents(&format!("{}/releases/x", self.folder)).filter(|it| !it.is_empty()) {
            batch.push_str(&format!("-mkdir {}\n", quoted(folder)));
        }
        // It has its owner before it is there: nobody takes it for one that was left.
        let key = format!(".lock.{}", self.owner);
        let (key, inside) = (self.at(&key), self.at(&format!("{key}/owner")));
        batch.push_str(&format!("-mkdir {key}\nput owner {inside}\n"));
        self.sftp.done(&batch)?;
        if self.sftp.said(&format!("rename {key} {}\n", self.at(".lock")))?.ok {
            return Ok(());
        }
        self.sftp.said(&format!("-rm {inside}\n-rmdir {key}\n"))?;
        let held = self.held()?;
        let (who, since) = held.split_once(' ').unwrap_or(("another", "0"));
        let age = clock::now() - since.parse().unwrap_or(0);
        if who != self.owner && age <= PATIENCE {
            let message = format!("`{who}` began to publish {age} seconds ago");
            let help = "wait until that has ended; after 15 minutes it is taken over";
            return Err(Refusal::new(message, help).into());
        }
        self.sftp.done(&format!("put owner {owner}\n")).map(|_| ())
    }

    /// Gives it back, where it is still ours.
    ///
    /// # Errors
    /// Where the connection is lost.
    pub fn give(&self) -> Result<(), Unusable> {
        if self.is_ours()? {
            self.sftp.said(&self.removal())?;
        }
        Ok(())
    }

    /// Whether it is still ours: after a quarter of an hour another may have taken it over.
    ///
    /// # Errors
    /// Where the connection is lost.
    pub fn is_ours(&self) -> Result<bool, Unusable> {
        Ok(self.held()?.split(' ').next() == Some(self.owner))
    }

    /// Commands that take it away.
    #[must_use]
    pub fn removal(&self) -> String {
        format!("-rm {}\n-rmdir {}\n", self.at(".lock/owner"), self.at(".lock"))
    }

    /// Its owner, and since when.
    fn held(&self) -> Result<String, Unusable> {
        let held = self.sftp.got(&self.at(".lock/owner"))?.unwrap_or_default();
        Ok(String::from_utf8_lossy(&held).trim().to_owned())
    }
}
