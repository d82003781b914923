//! Releases that are not whole: those that killed publishes, or an `rsync` that failed, have left.

use crate::io::publish::sftp::removal;
use crate::io::publish::ssh::{MANIFEST, Ssh};
use crate::io::write::error::Unusable;
use crate::release::manifest::Manifest;

impl Ssh {
    /// Takes away what has no release's name: by the shell in one command, or else name by name.
    pub(super) fn take_away(&self, part: &str, known: Option<&Manifest>) -> Result<(), Unusable> {
        let releases = format!("{}/releases", self.path);
        if self.shell.removes(&releases, part)? {
            return Ok(());
        }
        let Some(known) = known else { return Ok(()) };
        let paths = known.all().map(|(path, _)| path).chain([MANIFEST]).collect::<Vec<_>>();
        self.sftp.said(&removal(&format!("{releases}/{part}"), &paths)).map(|_| ())
    }

    /// Takes away what killed publishes have left of any release, and gives the names of it: links in
    /// it lead to live files. Where the host still works for one, its names stay for the next publish.
    pub(super) fn clear(&self) -> Result<Vec<String>, Unusable> {
        let releases = self.at("releases");
        let listed = self.sftp.listed(&releases)?;
        let mut left = Vec::new();
        for of in listed.iter().filter_map(|name| name.strip_suffix(".names")) {
            let (part, names) = parts(of);
            let known = self.sftp.got(&self.at(&format!("releases/{names}")))?;
            self.take_away(&part, known.and_then(|it| Manifest::from_json(&it)).as_ref())?;
            left.push((part, names));
        }
        if !left.is_empty() {
            let still = self.sftp.listed(&releases)?;
            let gone = left.iter().filter(|(part, _)| !still.contains(part));
            let gone = gone.map(|(_, names)| self.at(&format!("releases/{names}")));
            self.sftp.said(&gone.map(|it| format!("-rm {it}\n")).collect::<String>())?;
        }
        Ok(left.into_iter().map(|(part, _)| part).collect())
    }
}

/// What stands in `releases/` for one that is not whole: the folder, and the names that may come to
/// stand in it, for whoever has to take it away.
pub(super) fn parts(release: &str) -> (String, String) {
    (format!("{release}.part"), format!("{release}.names"))
}
